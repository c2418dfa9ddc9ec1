"""How editors fill in asset pages and press kits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.ledger.admin.panels import CorrectionPanel
from cms.library.admin.forms import AssetPageForm, LibraryPageForm, PressKitForm
from cms.media.admin.publishing import UnfitPanel
from cms.media.admin.rows import AssetRowsPanel, row_panels


def asset_edit_handler() -> TabbedInterface:
    """The tabs of the asset editor."""
    asset = [
        UnfitPanel(),
        CorrectionPanel(),
        TitleFieldPanel("title"),
        MultiFieldPanel(
            row_panels(),
            heading=_("The asset"),
            help_text=_(
                "Choose one: an image, a video or sound, or a document. Its texts and rights are those that you "
                "gave it in the library. A page without a title takes that of its asset."
            ),
            icon="image",
        ),
        FieldPanel("description"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
    ]
    return _tabs(asset, _("Asset"), AssetPageForm)


def press_kit_edit_handler() -> TabbedInterface:
    """The tabs of the press kit editor."""
    kit = [
        UnfitPanel(),
        CorrectionPanel(),
        TitleFieldPanel("title"),
        FieldPanel("description"),
        AssetRowsPanel(
            "rows",
            heading=_("Assets, in the order in which they are shown"),
            help_text=_(
                "Each row is one image, video, sound or document. Its texts and rights are those "
                "that you gave it in the library. Drag the rows into order, or use the arrows."
            ),
        ),
        PageChooserPanel("release", "newsroom_releases.ReleasePage"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    return _tabs(kit, _("Press kit"), PressKitForm)


def _tabs(first: list[Any], heading: Any, form_class: type[LibraryPageForm]) -> TabbedInterface:
    address = MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], heading=_("Address"))
    return TabbedInterface(
        [
            ObjectList(first, heading=heading),
            ObjectList(
                [address, FieldPanel("comment_mode", icon="comment"), PublishingPanel()],
                heading=_("Address and settings"),
            ),
        ],
        base_form_class=form_class,
    )
