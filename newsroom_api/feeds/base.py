"""What the views of feeds and sitemaps share: answers in their own media types, errors as everywhere in the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from rest_framework.request import Request

from cms.conf import newsroom as conf
from cms.syndication.feeds import MEDIA_TYPES, FeedFormat
from newsroom_api import caching
from newsroom_api.rest.base import JsonOnly, PublicView
from newsroom_api.rest.renderers import atom, jsonfeed, rss
from newsroom_api.rest.renderers.feed import Feed

WRITERS: dict[FeedFormat, Callable[[Feed], bytes]] = {
    FeedFormat.RSS: rss.render,
    FeedFormat.ATOM: atom.render,
    FeedFormat.JSON: jsonfeed.render,
}


class AsAddressed(JsonOnly):
    """The address says the media type. Readers of feeds send all kinds of `Accept`; whatever it says, this is what is here
    (RFC 9110, section 12.4.1, lets a server disregard it)."""

    def select_renderer(
        self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        return next(iter(renderers)), ""


class FileView(PublicView):
    """A view whose answer is a file of a media type of its own."""

    content_negotiation_class = AsAddressed
    schema = None  # type: ignore[assignment] # feeds and sitemaps are no part of the REST API's description
    media_type: ClassVar[str] = "application/xml"

    def file(
        self,
        version: tuple[object, ...],
        modified: datetime | None,
        build: Callable[[], tuple[bytes, Iterable[str]]],
        *,
        media_type: str = "",
    ) -> HttpResponse:
        """A cacheable answer: 304 where the reader has it already, else what `build` says: (bytes, surrogate keys).

        `version` is what it is a function of, besides its address.
        """
        request: HttpRequest = self.request._request
        etag = caching.make_etag("file", *version, request.path, request.META.get("QUERY_STRING", ""))
        response = caching.not_modified(request, etag, modified)
        keys: Iterable[str] = ()
        if response is None:
            content, keys = build()
            response = HttpResponse(content, f"{media_type or self.media_type}; charset=utf-8")
        return caching.mark_public(response, etag, modified, keys)


class FeedView(FileView):
    """A feed in the format that its address says."""

    def feed(
        self,
        format: FeedFormat,
        version: tuple[object, ...],
        modified: datetime | None,
        build: Callable[[], tuple[Feed, Iterable[str]]],
        hubs: Iterable[str] = (),
    ) -> HttpResponse:
        """The feed that `build` gives with its surrogate keys; `Link` names it and its hubs, in a 304 too."""

        def content() -> tuple[bytes, Iterable[str]]:
            feed, keys = build()
            links.extend(feed.links()[1 + len(feed.hubs) :])
            return WRITERS[format](feed), keys

        links = [("self", self.own_address()), *(("hub", hub) for hub in hubs)]
        response = self.file((*version, *hubs), modified, content, media_type=MEDIA_TYPES[format])
        response["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links)
        return response

    def own_address(self) -> str:
        """The address of this page of the feed, as everybody should write it."""
        query = parse_qsl(self.request.META.get("QUERY_STRING", ""))
        return _address(self.request.path, query)

    def link_to(self, cursor: str | None) -> str:
        """The address of another page of this feed, of its beginning without a cursor."""
        query = [pair for pair in parse_qsl(self.request.META.get("QUERY_STRING", "")) if pair[0] != "cursor"]
        return _address(self.request.path, query if cursor is None else [*query, ("cursor", cursor)])


def _address(path: str, query: list[tuple[str, str]]) -> str:
    address = iri_to_uri(f"{conf.BASE_URL}{path}")
    return f"{address}?{urlencode(query)}" if query else address
