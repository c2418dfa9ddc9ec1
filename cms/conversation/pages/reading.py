"""What the page of an item shows of its thread: comments with their replies, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.access import PUBLIC
from cms.conversation import levels, selectors
from cms.conversation.contents import Content, Place
from cms.conversation.filters import CommentFilter, CommentOrder, CommentView
from cms.conversation.places import place_of
from cms.errors import NotFound
from cms.ledger.paging import PageOf, PageRequest

COMMENTS = 20
"""Comments at the top of the thread, on one page; also the replies to a comment that is shown by itself."""
REPLIES = 5
"""Replies to each comment below those; the others are on the comment's own page."""
LEVELS = 3
"""How deep replies are shown below a comment."""
ABOVE = 5
"""Comments above one that is shown by itself."""

SORTS = {
    "newest": (CommentOrder.NEWEST, _("Newest first")),
    "oldest": (CommentOrder.OLDEST, _("Oldest first")),
    "reactions": (CommentOrder.REACTIONS, _("Most reactions first")),
}

Places = Mapping[UUID, Place]
"""Where the comments of the page's thread stand: looked up once."""
Node = dict[str, Any]
"""A comment (`comment`) with the replies shown (`replies`, nodes) and how many are not (`more`)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a thread the address asks for."""

    sort: str = "newest"
    after: str = ""
    waiting: bool = False
    """Of questions: those without an answer."""
    comment: UUID | None = None
    """One comment, with what is above and below it."""
    reply: UUID | None = None
    """The comment that the form is to reply to."""

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        """What stands in the query of an address. What makes no sense is as if it were not there."""
        sort = query.get("sort", "")
        return cls(
            sort=sort if sort in SORTS else "newest",
            after=query.get("after", ""),
            waiting=query.get("answered") == "no",
            comment=id_in(query.get("comment", "")),
            reply=id_in(query.get("reply", "")),
        )

    def query(self, **other: str) -> str:
        """The query of another page of the same list."""
        sort = {} if self.sort == "newest" else {"sort": self.sort}
        return "?" + urlencode(sort | other)


def comments_of(thread: Content, asked: Asked) -> dict[str, Any]:
    """The comments of a thread as the page shows them: one comment in its context, or lists. Raises `InvalidCursor`."""
    uid = UUID(thread["id"])
    places = {uid: place_of(uid)}
    around = _around(uid, asked, places) if asked.comment is not None else None
    if around is not None:
        return {"around": around}
    missing = asked.comment is not None
    if thread["question_and_answer"]:
        return {"missing": missing, "sections": _answered_first(uid, asked, places)}
    page = _list(CommentFilter(thread=uid, view=CommentView.TREE), asked, places)
    pinned = [] if asked.after else selectors.pinned_comments(PUBLIC, uid, place=places[uid])
    return {
        "missing": missing,
        "pinned": nodes_of(pinned, places, below=0),
        "sections": [_section("", page, asked, places)],
        "sorts": [
            {"name": name, "words": words, "query": f"?{urlencode({'sort': name})}", "on": name == asked.sort}
            for name, (_order, words) in SORTS.items()
        ],
    }


def nodes_of(comments: Sequence[Content], places: Places, *, below: int = LEVELS) -> list[Node]:
    """Comments with the first of their replies, `below` levels deep. One query a level."""
    parents = [UUID(each["id"]) for each in comments if each["reply_count"]]
    pages = levels.replies_to(PUBLIC, parents, first=REPLIES, places=places) if below else {}
    replies = [reply for page in pages.values() for reply in page.rows]
    inner = nodes_of(replies, places, below=below - 1) if replies else []
    nodes: list[Node] = []
    for each in comments:
        own = [node for node in inner if node["comment"]["parent_id"] == each["id"]]
        nodes.append({"comment": each, "replies": own, "more": each["reply_count"] - len(own)})
    return nodes


def reply_target(thread: Content, asked: Asked) -> Content | None:
    """The comment that the form is to reply to, as long as it is public in this thread."""
    if asked.reply is None:
        return None
    found = selectors.comments_by_id(PUBLIC, [asked.reply]).get(asked.reply)
    if found is None or found["thread_id"] != thread["id"] or found["state"] != "PUBLISHED":
        return None
    return found


def _answered_first(thread: UUID, asked: Asked, places: Places) -> list[dict[str, Any]]:
    """Questions with their answers, then those that wait for one; of a later page, the one list alone."""
    sections = []
    for waiting, title in ((False, _("Answered")), (True, _("Not answered yet"))):
        if asked.after and asked.waiting != waiting:
            continue
        wanted = CommentFilter(thread=thread, view=CommentView.TREE, answered=not waiting)
        page = _list(wanted, asked, places)
        if page.rows:
            sections.append(_section(title, page, asked, places, answered="no" if waiting else "yes"))
    return sections


def _around(thread: UUID, asked: Asked, places: Places) -> dict[str, Any] | None:
    """A comment with those above it and a page of its replies; None where the thread has none such."""
    uid = asked.comment
    try:
        comment = selectors.get_comment(PUBLIC, uid) if uid else None
    except NotFound:
        return None
    if uid is None or comment is None or comment["thread_id"] != str(thread):
        return None
    page = selectors.list_comments(
        PUBLIC,
        CommentFilter(thread=thread, parent=uid),
        PageRequest(first=COMMENTS, after=asked.after or None),
        order=CommentOrder.OLDEST,
        place=places[thread],
    )
    return {
        "above": selectors.context_of(PUBLIC, uid, most=ABOVE),
        "node": {"comment": comment, "replies": nodes_of(page.rows, places), "more": 0},
        "next": f"?{urlencode({'comment': uid, 'after': page.cursors[-1]})}" if page.has_next else "",
    }


def _list(wanted: CommentFilter, asked: Asked, places: Places) -> PageOf[Content]:
    order, _words = SORTS[asked.sort]
    page = PageRequest(first=COMMENTS, after=asked.after or None)
    return selectors.list_comments(PUBLIC, wanted, page, order=order, place=places[wanted.thread])


def _section(title: Any, page: PageOf[Content], asked: Asked, places: Places, **query: str) -> dict[str, Any]:
    following = asked.query(**query, after=page.cursors[-1]) if page.has_next else ""
    return {"title": title, "nodes": nodes_of(page.rows, places), "next": following}


def id_in(text: str) -> UUID | None:
    """The id that stands in an address or a form; None where none does."""
    try:
        return UUID(text)
    except ValueError:
        return None
