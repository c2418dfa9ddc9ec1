"""What editors copy for other sites: the embed's elements for a release, with links for readers without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.conversation.selectors import threads_of
from cms.newsroom.commenting import ThreadMode
from cms.releases.body import BlockType
from cms.syndication.embeds.script import current_script

QUOTE_CHARACTERS = 60
"""Of a quote, in the name of its snippet."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """An element to copy."""

    name: str
    """What it shows, for the editor."""
    html: str


def script_tag() -> str:
    """What loads the elements: once on each page that has some."""
    return current_script().tag


def snippets_of(item: dict[str, Any]) -> Iterator[Snippet]:
    """The elements for a public release, named in the language of the editor."""
    uid, link = item["id"], format_html('<a href="{}">{}</a>', item["url"], item["title"])
    yield Snippet(
        _("The whole release"), format_html('<newsroom-release release="{}">{}</newsroom-release>', uid, link)
    )
    yield Snippet(
        _("The release in short"),
        format_html('<newsroom-release release="{}" view="summary">{}</newsroom-release>', uid, link),
    )
    thread = threads_of(PUBLIC, [UUID(uid)]).get(UUID(uid))
    if thread and thread["mode"] != ThreadMode.OFF:
        yield Snippet(
            _("Its conversation, with a form for comments"),
            format_html('<newsroom-thread item="{}">{}</newsroom-thread>', uid, link),
        )
    for block in item["body"]:
        if block["type"] == BlockType.QUOTE:
            words = Truncator(block["text"]).chars(QUOTE_CHARACTERS)
            yield Snippet(
                _("The quote “%(words)s”") % {"words": words},
                format_html(
                    '<newsroom-quote release="{}" block="{}">{}</newsroom-quote>', uid, block["id"], link
                ),
            )
    home = item["newsroom"]
    yield Snippet(
        _("The newest releases of %(newsroom)s") % {"newsroom": home["name"]},
        format_html(
            '<newsroom-releases newsroom="{}" count="5"><a href="{}/{}">{}</a></newsroom-releases>',
            home["slug"],
            conf.BASE_URL,
            home["slug"],
            home["name"],
        ),
    )
