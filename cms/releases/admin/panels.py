"""How editors fill in a release: the fields in groups."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)


def release_edit_handler() -> TabbedInterface:
    """The tabs of the release editor."""
    text = [
        FieldPanel("kind"),
        TitleFieldPanel("title"),
        FieldPanel("subtitle"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("dateline_place"), FieldPanel("dateline_date"), FieldPanel("byline")], heading=_("Dateline")),
        FieldPanel("hero"),
        FieldPanel("body"),
        FieldPanel("boilerplate"),
        InlinePanel("contacts", label=_("Contact"), heading=_("Press contacts")),
        MultiFieldPanel(
            [FieldPanel("event_start"), FieldPanel("event_end"), FieldPanel("event_place"), FieldPanel("event_sign_up_url")],
            heading=_("Event"),
        ),
        FieldPanel("about_urls"),
    ]
    surroundings = [
        InlinePanel("assets", label=_("Asset"), heading=_("Images and files to download")),
        FieldPanel("topics"),
        FieldPanel("tags"),
        FieldPanel("links"),
        InlinePanel("related", label=_("Release"), heading=_("Related releases")),
    ]
    spreading = [
        FieldPanel("slug"),
        FieldPanel("pinned"),
        FieldPanel("canonical_url"),
        MultiFieldPanel([FieldPanel("copyright_holder"), FieldPanel("usage_terms")], heading=_("Rights")),
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("social_image")],
            heading=_("Search engines and social media"),
        ),
    ]
    return TabbedInterface(
        [
            ObjectList(text, heading=_("Text")),
            ObjectList(surroundings, heading=_("Around it")),
            ObjectList([*spreading, PublishingPanel()], heading=_("Spreading")),
        ]
    )
