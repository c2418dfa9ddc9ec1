"""Sitemaps, the news sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from pydantic import Field
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.errors import NotFound
from cms.ledger.filters import check_text
from cms.ledger.selectors import find_newsroom, last_change
from cms.syndication.feeds import FeedState, feed_state
from cms.syndication.sitemaps import (
    NEWS_DAYS,
    Section,
    SitemapLink,
    count_recent_releases,
    list_addresses,
    list_sitemaps,
    recent_releases,
)
from newsroom_api.caching import code_changed_at, item_key
from newsroom_api.feeds.base import FileView
from newsroom_api.rest.parameters import Opaque, Query, Slug
from newsroom_api.rest.renderers import sitemaps

PRIVATE = ("wagtailadmin_home", "newsroom_preview", "newsroom_own_by_key")
"""Names of pages that are nobody's to find. The APIs stay open: pages that scripts render are made of them."""


class OfNewsroom(Query):
    """Whose addresses."""

    newsroom: Slug | None = Field(
        None, description="Slug of a newsroom; all of this site when it is not given."
    )


class SitemapQuery(Query):
    """Which page of a sitemap."""

    cursor: Opaque | None = Field(None, description="After which address it begins: as the index says.")


class SitemapIndexView(FileView):
    """The index of all sitemaps, or of those of one newsroom."""

    query = OfNewsroom

    def get(self, request: Request) -> HttpResponse:
        newsroom = self.read(OfNewsroom).newsroom
        seq, changed_at = last_change(PUBLIC)
        if newsroom is not None:
            public_newsroom(newsroom)

        def build() -> tuple[bytes, Iterable[str]]:
            found = list_sitemaps(PUBLIC, newsroom)
            return sitemaps.render_index((address_of(link), link.changed_at) for link in found), ["sitemap"]

        return self.file((seq,), changed_at, build)


class SitemapView(FileView):
    """A page of the addresses of one newsroom and section."""

    query = SitemapQuery

    def get(self, request: Request, newsroom: str, section: str) -> HttpResponse:
        cursor = self.read(SitemapQuery).cursor or ""
        wanted = section_of(section)
        state = public_newsroom(newsroom)

        def build() -> tuple[bytes, Iterable[str]]:
            entries = list_addresses(PUBLIC, state.newsroom, wanted, cursor)
            return sitemaps.render(entries), ["sitemap", item_key(state.newsroom)]

        return self.file((state.newsroom, state.seq), state.changed_at, build)


class NewsSitemapView(FileView):
    """The releases of the last two days, of this site or of one newsroom."""

    query = OfNewsroom

    def get(self, request: Request) -> HttpResponse:
        newsroom = self.read(OfNewsroom).newsroom
        seq, _ = last_change(PUBLIC)
        if newsroom is not None:
            public_newsroom(newsroom)
        since = timezone.now() - NEWS_DAYS
        count = count_recent_releases(PUBLIC, since=since, newsroom=newsroom)

        def build() -> tuple[bytes, Iterable[str]]:
            entries = recent_releases(PUBLIC, since=since, newsroom=newsroom)
            return sitemaps.render_news(entries), ["sitemap", "list-release"]

        # What time alone takes away has no date of its own: only the entity tag tells.
        return self.file((seq, count), None, build)


class RobotsView(FileView):
    """What programs may read here, and where the sitemaps are (RFC 9309)."""

    media_type = "text/plain"

    def get(self, request: Request) -> HttpResponse:
        self.read(self.query)
        closed = "".join(f"Disallow: {path}\n" for path in private_paths()) or "Disallow:\n"
        named = "".join(f"Sitemap: {conf.BASE_URL}/{name}.xml\n" for name in ("sitemap", "news-sitemap"))
        text = f"User-agent: *\n{closed}\n{named}"
        return self.file((text,), code_changed_at(), lambda: (text.encode(), ["robots"]))


def public_newsroom(slug: str) -> FeedState:
    """The state of a public newsroom. Raises `Withdrawn` and `NotFound`."""
    check_text(slug, "newsroom")
    state = feed_state(PUBLIC, slug)
    if state is None:
        find_newsroom(PUBLIC, slug)
        raise NotFound(f"No newsroom has the slug {slug!r}.", field="newsroom")
    return state


def section_of(name: str) -> Section:
    """The section that an address names. Raises `NotFound`."""
    try:
        return Section(name)
    except ValueError:
        known = ", ".join(Section)
        raise NotFound(f"There is no sitemap of {name!r}. Known are: {known}.", field="section") from None


def address_of(link: SitemapLink) -> str:
    """Where a sitemap is."""
    query = f"?cursor={link.cursor}" if link.cursor else ""
    return iri_to_uri(f"{conf.BASE_URL}/sitemaps/{link.newsroom}/{link.section}.xml{query}")


def private_paths() -> list[str]:
    """The beginnings of the addresses that nobody is to find, as far as this site has them."""
    paths = []
    for name in PRIVATE:
        try:
            path = reverse(name)
        except NoReverseMatch:
            continue
        paths.append(path if path.endswith("/") else f"{path.rpartition('/')[0]}/")
    return paths
