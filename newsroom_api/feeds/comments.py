"""The feeds of threads: published comments, newest first, and in Atom and JSON the places of those that were removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation import selectors
from cms.conversation.filters import CommentFilter
from cms.errors import NotFound
from cms.ledger.selectors import items_by_id
from cms.syndication.feeds import FeedFormat
from newsroom_api.caching import item_key, thread_key
from newsroom_api.feeds.base import FeedView
from newsroom_api.feeds.releases import moment
from newsroom_api.feeds.views import feed_format
from newsroom_api.rest.base import path_uuid
from newsroom_api.rest.parameters import Paged
from newsroom_api.rest.renderers.feed import Author, Deleted, Entry, Feed, urn
from newsroom_api.rest.threads import thread_state

Content = Mapping[str, Any]

PUBLISHED = "PUBLISHED"


class ThreadFeedView(FeedView):
    """The comments of a thread."""

    query = Paged

    def get(self, request: Request, id: str, format: str) -> HttpResponse:
        wanted = feed_format(format)
        query = self.read(Paged)
        uid = path_uuid(id)
        state = thread_state(uid)

        def build() -> tuple[Feed, Iterable[str]]:
            return self.build(uid, query, wanted)

        return self.feed(wanted, (uid, *state.version), state.changed_at, build)

    def build(self, uid: UUID, query: Paged, format: FeedFormat) -> tuple[Feed, Iterable[str]]:
        """The page of the feed. Raises `NotFound` where the thread is switched off."""
        thread = selectors.get_thread(PUBLIC, uid=uid)
        item = UUID(thread["item_id"])
        row = items_by_id(PUBLIC, [item], whole=False).get(item)
        if row is None:
            raise NotFound(f"No public thread has the id {uid}.", field="id")
        page = selectors.list_comments(PUBLIC, CommentFilter(thread=uid), query.page_request())
        gone = [] if query.cursor or format is FeedFormat.RSS else selectors.removed_comments(PUBLIC, uid)
        subject = row.content
        feed = Feed(
            id=urn(uid),
            title=title_of(subject),
            home=subject["url"],
            address=self.own_address(),
            updated=max(
                [moment(thread["last_activity_at"] or subject["published_at"]), *(at for _uid, at in gone)]
            ),
            language=subject["locale"],
            author=Author(subject["newsroom"]["name"]),
            entries=[
                comment_entry(each, subject["locale"]) for each in page.rows if each["state"] == PUBLISHED
            ],
            deleted=[Deleted(id=urn(comment), at=at) for comment, at in gone],
            first=self.link_to(None),
            next=self.link_to("n" + page.cursors[-1]) if page.has_next and page.cursors else "",
            previous=self.link_to("p" + page.cursors[0]) if page.has_previous and page.cursors else "",
        )
        return feed, ["feed", thread_key(uid), item_key(item)]


def title_of(subject: Content) -> str:
    """What a feed of comments is called, in the language of what they are on."""
    with translation.override(subject["locale"]):
        return _("Comments: %(title)s") % {"title": subject["title"]}


def comment_entry(comment: Content, language: str) -> Entry:
    """A published comment; `language` is that of what it is on."""
    author = comment["author"]
    return Entry(
        id=urn(comment["id"]),
        url=comment["url"],
        title=author["name"],
        html=comment["body"],
        published=moment(comment["published_at"]),
        updated=moment(comment["edited_at"] or comment["published_at"]),
        language=comment["language"] or language,
        authors=[Author(author["name"], author["url"] or "")],
        in_reply_to=urn(comment["parent_id"]) if comment["parent_id"] else "",
        extension={
            name: comment[name] for name in ("id", "thread_id", "item_id", "parent_id", "kind", "pinned")
        }
        | {"official": author["official"]},
    )
