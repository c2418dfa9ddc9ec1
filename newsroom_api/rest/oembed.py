"""oEmbed (https://oembed.com): how other sites show what is public here, by its address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from pydantic import BeforeValidator, ConfigDict, Field
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation import states
from cms.errors import NewsroomError
from cms.ledger.document import ItemType
from cms.ledger.selectors import items_by_id
from cms.syndication.embeds.finding import find_shown
from cms.syndication.embeds.oembed import Room, oembed_content, oembed_xml
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.base import JsonOnly, PublicView
from newsroom_api.rest.beside import dump
from newsroom_api.rest.parameters import Opaque, Query

MOST_PIXELS = 100_000
MEDIA_TYPES = {"json": "application/json", "xml": "text/xml; charset=utf-8"}


class UnknownFormat(NewsroomError):
    """A format that oEmbed answers here do not come in."""

    code = "NOT_IMPLEMENTED"


def parse_pixels(text: str) -> int:
    """A number of pixels. Raises `ValueError`."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and 1 <= int(text) <= MOST_PIXELS):
        raise ValueError(f"Pixels are a whole number, 1 to {MOST_PIXELS}.")
    return int(text)


Pixels = Annotated[int, BeforeValidator(parse_pixels)]


class OEmbedQuery(Query):
    """What oEmbed consumers send. Parameters that oEmbed does not name are let pass, as it says."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    url: Opaque = Field(description="The address of what is to be shown.")
    maxwidth: Pixels | None = Field(None, description="The widest it may be, in pixels.")
    maxheight: Pixels | None = Field(None, description="The highest it may be, in pixels.")
    format: str = Field("json", description="`json` or `xml`.")


class AnyType(JsonOnly):
    """Which type the answer is of, the parameter `format` says, and not the header."""

    def select_renderer(
        self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        return next(iter(renderers)), self.media_type


class OEmbedView(PublicView):
    """How to show what is at an address. 404 for what is not public, 410 for what has been withdrawn."""

    operation, tag = "oembed", "items"
    query = OEmbedQuery
    content_negotiation_class = AnyType

    def get(self, request: Request) -> HttpResponse:
        query = self.read(OEmbedQuery)
        if query.format not in MEDIA_TYPES:
            raise UnknownFormat(
                f"The format {query.format!r} is not known here. Known are: json, xml.", field="format"
            )
        state = states.state_of_all(PUBLIC)

        def build() -> tuple[str, Iterable[str]]:
            shown = find_shown(PUBLIC, query.url)
            item = shown.item
            newsroom = item
            if item["type"] != ItemType.NEWSROOM:
                home = UUID(item["newsroom"]["id"])
                newsroom = items_by_id(PUBLIC, [home])[home].content
            content = oembed_content(shown, newsroom, Room(query.maxwidth, query.maxheight))
            text = oembed_xml(content).decode() if query.format == "xml" else dump(content)
            return text, {item_key(shown.row.uid), item_key(newsroom["id"])}

        etag = caching.make_etag("oembed", state.version, request.META.get("QUERY_STRING", ""))
        response = self.answer(etag, state.changed_at, build)
        if response.status_code == 200:
            response["Content-Type"] = MEDIA_TYPES[query.format]
        return response
