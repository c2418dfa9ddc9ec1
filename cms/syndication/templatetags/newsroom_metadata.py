"""What the head of a built-in page says to search engines and social networks, from what the page shows anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from cms.syndication.formats.document import COMMENTS_SHOWN, PageMetadata, page_metadata
from cms.syndication.formats.schema_org import Around

register = template.Library()


@register.simple_tag(takes_context=True)
def metadata_of_page(context: Context) -> PageMetadata:
    """The metadata of the item that a page shows, with the comments that stand on it."""
    newsroom, conversation = context["newsroom"], context.get("conversation") or {}
    around = Around(
        newsroom=newsroom if "logo" in newsroom else None,
        thread=context.get("thread"),
        comments=list(islice(_comments(conversation), COMMENTS_SHOWN)),
    )
    return page_metadata(context["item"], around)


@register.filter
def in_script(metadata: PageMetadata) -> SafeString:
    """The JSON-LD: what could end the script element is escaped in it."""
    return mark_safe(metadata.json_ld)  # nosec B308, B703 # escaped by script_text


def _comments(conversation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for section in conversation.get("sections") or ():
        for node in section["nodes"]:
            yield node["comment"]
