"""How editors fill in asset pages and press kits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtailmedia.edit_handlers import MediaChooserPanel

from cms.ledger.admin.forms import LedgerPageForm
from cms.ledger.admin.panels import CorrectionPanel


def row_panels() -> list[Any]:
    """The choosers of which one is filled in."""
    return [FieldPanel("image"), MediaChooserPanel("media"), FieldPanel("file")]


def asset_edit_handler() -> TabbedInterface:
    """The tabs of the asset editor."""
    asset = [
        CorrectionPanel(),
        TitleFieldPanel("title"),
        MultiFieldPanel(
            row_panels(),
            heading=_("The asset"),
            help_text=_("Choose one. Its texts and rights are those that you gave it in the library."),
            icon="image",
        ),
        FieldPanel("description"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
    ]
    return _tabs(asset, _("Asset"))


def press_kit_edit_handler() -> TabbedInterface:
    """The tabs of the press kit editor."""
    kit = [
        CorrectionPanel(),
        TitleFieldPanel("title"),
        FieldPanel("description"),
        InlinePanel(
            "rows",
            label=_("Asset"),
            heading=_("Assets, in the order in which they are shown"),
            help_text=_("Each row is either an image, a video or audio, or a document."),
            min_num=1,
        ),
        PageChooserPanel("release", "newsroom_releases.ReleasePage"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    return _tabs(kit, _("Press kit"))


def _tabs(first: list[Any], heading: Any) -> TabbedInterface:
    address = MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], heading=_("Address"))
    return TabbedInterface(
        [
            ObjectList(first, heading=heading),
            ObjectList([address, PublishingPanel()], heading=_("Address and settings")),
        ],
        base_form_class=LedgerPageForm,
    )
