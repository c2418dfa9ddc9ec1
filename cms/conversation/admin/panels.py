"""How editors fill in a discussion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.ledger.admin.panels import CorrectionPanel
from cms.library.admin.forms import LibraryPageForm
from cms.media.admin.publishing import UnfitPanel


def thread_page_edit_handler() -> TabbedInterface:
    """The tabs of the editor of a discussion."""
    discussion: list[Any] = [
        UnfitPanel(),
        CorrectionPanel(),
        TitleFieldPanel("title"),
        FieldPanel("opening"),
        FieldPanel("host"),
        MultiFieldPanel(
            [
                FieldPanel("question_and_answer"),
                MultipleChooserPanel(
                    "experts", chooser_field_name="person", label=_("Expert"), heading=_("Who answers")
                ),
            ],
            heading=_("Questions and answers"),
            icon="help",
        ),
        MultiFieldPanel(
            [FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("comment_mode")],
            heading=_("Comments"),
            icon="comment",
        ),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    address = MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], heading=_("Address"))
    return TabbedInterface(
        [
            ObjectList(discussion, heading=_("Discussion")),
            ObjectList([address, PublishingPanel()], heading=_("Address and settings")),
        ],
        base_form_class=LibraryPageForm,
    )
