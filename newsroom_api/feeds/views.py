"""The feeds of newsrooms: their releases, newest first, as RSS, Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.utils.encoding import iri_to_uri
from pydantic import Field
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.errors import NotFound
from cms.ledger.document import ItemType
from cms.ledger.filters import ItemFilter
from cms.ledger.paging import PageOf
from cms.ledger.selectors import Row, items_by_id, list_items, resolve_path
from cms.newsroom.templatetags.newsroom_pages import size
from cms.releases.document import ReleaseKind
from cms.syndication.feeds import FeedFormat, FeedState, feed_state, tombstones_from, withdrawn_releases
from cms.syndication.websub import hubs
from newsroom_api.caching import item_key
from newsroom_api.feeds.base import FeedView
from newsroom_api.feeds.releases import release_entry
from newsroom_api.rest.parameters import Identifier, LanguageTag, Paged, Words
from newsroom_api.rest.renderers.feed import Author, Deleted, Feed, urn


class FeedQuery(Paged):
    """Which releases of a newsroom a feed holds."""

    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    kind: tuple[ReleaseKind, ...] | None = Field(
        None, description="Kinds of release; repeat it for any of several."
    )
    locale: LanguageTag | None = Field(None, description="Language of the releases, as a BCP 47 tag.")
    tag: Words | None = Field(None, description="A tag, in any case of letters.")

    def filter(self, newsroom: str) -> ItemFilter:
        """Raises `InvalidInput` for what no release could have."""
        return ItemFilter(
            type=ItemType.RELEASE,
            newsroom=newsroom,
            topic=self.topic,
            kinds=self.kind or (),
            locale=self.locale,
            tag=self.tag,
        )


class NewsroomFeedView(FeedView):
    """The releases of a newsroom."""

    query = FeedQuery

    def get(self, request: Request, newsroom: str, format: str) -> HttpResponse:
        wanted = feed_format(format)
        query = self.read(FeedQuery)
        found = query.filter(newsroom)
        state = feed_state(PUBLIC, newsroom)
        if state is None:
            return self.elsewhere(newsroom, wanted)
        since = tombstones_from()
        served_by = () if self.request.META.get("QUERY_STRING") else hubs()

        def build() -> tuple[Feed, Iterable[str]]:
            return self.build(query, found, state, wanted, served_by)

        version = (state.newsroom, state.seq, since)
        return self.feed(wanted, version, state.changed_at, build, served_by)

    def elsewhere(self, newsroom: str, format: FeedFormat) -> HttpResponse:
        """Where the feed of a newsroom has gone that was renamed. Raises `Withdrawn` and `NotFound`."""
        try:
            moved_to = resolve_path(PUBLIC, f"/{newsroom}").moved_to
        except NotFound:
            moved_to = None
        if moved_to is None:
            raise NotFound(f"No newsroom has the slug {newsroom!r}.", field="newsroom")
        address = f"/feeds{moved_to}/{format}"
        query = self.request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(iri_to_uri(f"{address}?{query}" if query else address))

    def build(
        self,
        query: FeedQuery,
        wanted: ItemFilter,
        state: FeedState,
        format: FeedFormat,
        served_by: Iterable[str],
    ) -> tuple[Feed, Iterable[str]]:
        """The page of the feed: two statements, and one more for what has been withdrawn."""
        home = items_by_id(PUBLIC, [state.newsroom], whole=False).get(state.newsroom)
        if home is None:
            raise NotFound(f"No newsroom has the slug {wanted.newsroom!r}.", field="newsroom")
        page = list_items(PUBLIC, wanted, query.page_request(), whole=True)
        deleted = [] if query.cursor or format is FeedFormat.RSS else self.deleted(query, state)
        feed = Feed(
            id=feed_id(query, state.newsroom),
            title=feed_title(query, home.content, page),
            home=home.content["url"],
            address=self.own_address(),
            updated=max(
                [home.updated_at, *(row.updated_at for row in page.rows), *(gone.at for gone in deleted)]
            ),
            language=query.locale or home.content["locale"],
            author=Author(home.content["name"], home.content["url"]),
            description=home.content["tagline"],
            icon=icon_of(home.content),
            entries=[release_entry(row.content) for row in page.rows],
            deleted=deleted,
            hubs=tuple(served_by),
            first=self.link_to(None),
            next=self.link_to("n" + page.cursors[-1]) if page.has_next and page.cursors else "",
            previous=self.link_to("p" + page.cursors[0]) if page.has_previous and page.cursors else "",
        )
        keys = [item_key(uid) for uid in (state.newsroom, *(row.uid for row in page.rows))]
        return feed, ["feed", "list-release", *keys]

    @staticmethod
    def deleted(query: FeedQuery, state: FeedState) -> list[Deleted]:
        """What was withdrawn lately, of the kinds and the language asked for; whatever its topics and tags were."""
        gone = withdrawn_releases(
            PUBLIC,
            state.newsroom,
            since=tombstones_from(),
            kinds=query.kind or (),
            locale=query.filter("").locale,
        )
        return [Deleted(id=urn(one.id), at=one.withdrawn_at, reason=one.reason) for one in gone]


def feed_format(name: str) -> FeedFormat:
    """The format that the last part of an address names. Raises `NotFound`."""
    try:
        return FeedFormat(name)
    except ValueError:
        known = ", ".join(FeedFormat)
        raise NotFound(f"There is no feed named {name!r}. Known are: {known}.", field="format") from None


def feed_id(query: FeedQuery, newsroom: UUID) -> str:
    """The id of the feed, the same in all formats and on all pages: the newsroom's, or one made of it and the filters."""
    chosen = {name: getattr(query, name) for name in ("topic", "locale", "tag") if getattr(query, name)}
    chosen |= {"kind": sorted(set(query.kind))} if query.kind else {}
    return urn(uuid5(newsroom, urlencode(chosen, doseq=True)) if chosen else newsroom)


def feed_title(query: FeedQuery, newsroom: dict[str, Any], page: PageOf[Row]) -> str:
    """The newsroom's name, and what the feed is about, as far as that has a name."""
    topics = (topic for row in page.rows for topic in row.content["topics"])
    topic = next((topic["name"] for topic in topics if topic["id"] == str(query.topic)), "")
    about = [words for words in (topic, query.tag) if words]
    return f"{newsroom['name']}: {', '.join(about)}" if about else str(newsroom["name"])


def icon_of(newsroom: dict[str, Any]) -> str:
    """The newsroom's logo."""
    logo = newsroom["logo"]
    shown = size(logo, "small") if logo else None
    return shown["href"] if shown else ""
