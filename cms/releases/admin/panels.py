"""How editors fill in a release: the fields in groups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.ledger.admin.panels import CorrectionPanel
from cms.media.admin.publishing import UnfitPanel
from cms.media.admin.rows import AssetRowsPanel
from cms.releases.admin.forms import CountedTextInput, ReleaseForm


class GapsPanel(Panel):
    """What the release lacks, and the checkbox to go on; shown once that has stopped a publication."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Before it goes out"), "icon": "warning"} | kwargs)

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["publish_anyway"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "newsroom/admin/gaps_panel.html"

        def is_shown(self) -> bool:
            return bool(getattr(self.form, "gaps", None)) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> Any:
            return super().get_context_data(parent_context) | {"form": self.form}


def release_edit_handler() -> TabbedInterface:
    """The tabs of the release editor."""
    return TabbedInterface(
        [
            ObjectList(_text(), heading=_("Text")),
            ObjectList(_surroundings(), heading=_("Media and topics")),
            ObjectList(_spreading(), heading=_("Address and settings")),
        ],
        base_form_class=ReleaseForm,
    )


def _text() -> list[Panel]:
    """The release itself, in the order in which it is read."""
    return [
        UnfitPanel(),
        GapsPanel(),
        CorrectionPanel(),
        FieldPanel("kind", widget=forms.Select(attrs={"data-controller": "newsroom-kind"})),
        TitleFieldPanel("title"),
        FieldPanel("subtitle"),
        FieldPanel("summary", widget=CountedTextInput()),
        MultiFieldPanel(
            [
                FieldPanel("event_start"),
                FieldPanel("event_end"),
                FieldPanel("event_place"),
                FieldPanel("event_sign_up_url"),
            ],
            heading=_("Event: when and where"),
            help_text=_("Only for events. Other kinds of release do not show it."),
            icon="calendar-check",
            attrs={"data-newsroom-kinds": "EVENT"},
        ),
        FieldPanel(
            "about_urls",
            heading=_("Statement: what it answers"),
            attrs={"data-newsroom-kinds": "STATEMENT"},
        ),
        MultiFieldPanel(
            [FieldPanel("dateline_place"), FieldPanel("dateline_date"), FieldPanel("byline")],
            heading=_("Dateline"),
            help_text=_("Begins the text, such as: Göteborg, 3 May."),
            icon="date",
        ),
        FieldPanel("hero"),
        FieldPanel("body"),
        FieldPanel("boilerplate"),
        MultipleChooserPanel(
            "contacts",
            chooser_field_name="person",
            label=_("Contact"),
            heading=_("Press contacts"),
            help_text=_(
                "Whom journalists may call or write to. A new release starts with the newsroom's contacts."
            ),
        ),
    ]


def _surroundings() -> list[Panel]:
    """What comes with the release, and what it belongs to."""
    return [
        AssetRowsPanel(
            "assets",
            heading=_("Images and files to download"),
            help_text=_("Press photos, reports, videos: each row is one of them."),
        ),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        FieldPanel("links"),
        InlinePanel(
            "related",
            label=_("Release"),
            heading=_("Related releases"),
            help_text=_("Shown as far as they are public. A draft or embargoed release never shows."),
        ),
    ]


def _spreading() -> list[Panel]:
    """Where it is found, and what others may do with it."""
    return [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("canonical_url")],
            heading=_("Address"),
            help_text=_(
                "When you change the slug of something public, the old address leads to the new one."
            ),
            icon="link",
        ),
        FieldPanel("pinned"),
        FieldPanel("comment_mode", icon="comment"),
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("social_image")],
            heading=_("Search engines and social media"),
            help_text=_("Leave empty to use the title, the summary and the main image."),
            icon="search",
        ),
        MultiFieldPanel(
            [FieldPanel("copyright_holder"), FieldPanel("usage_terms")],
            heading=_("Rights to the text"),
            icon="key",
        ),
        PublishingPanel(),
    ]
