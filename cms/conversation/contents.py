"""What rows of comments and threads look like in public: the JSON of `document.Comment` and `document.Thread`.

The values are those that JSON holds (ids and times are strings). What does not live here: choosing rows (`selectors.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from cms.conversation.models import Comment, CommentStatus
from cms.ledger.models import Item

Content = dict[str, Any]

COLUMNS = (
    "uid",
    "thread_id",
    "parent_id",
    "depth",
    "status",
    "kind",
    "author_name",
    "url",
    "organisation",
    "title",
    "relation",
    "issuer",
    "person_id",
    "body",
    "language",
    "published_at",
    "edited_at",
    "pinned",
    "reply_count",
    "reactions",
    "reaction_count",
    "answered_at",
    "answer_id",
    "answer__author_name",
    "answer__title",
    "answer__status",
    "seq",
    "attachments",
)
"""Columns of a comment that a public list reads; the public ids of `PUBLIC_IDS` follow."""

THREAD_COLUMNS = (
    "uid",
    "item_id",
    "mode",
    "comment_count",
    "question_count",
    "praise_count",
    "criticism_count",
    "other_count",
    "answered_count",
    "reaction_count",
    "last_activity_at",
    "opens_at",
    "closes_at",
    "question_and_answer",
    "seq",
    "changed_at",
)


def _public(name: str) -> Subquery:
    """The id of an item that a comment names, as long as it is public."""
    return Subquery(Item.objects.filter(pk=OuterRef(name), state=Item.State.USABLE).values("uid"))


PUBLIC_IDS = {
    "public_person": _public("person__uid"),
    "public_answerer": _public("answer__person__uid"),
    "public_statement": _public("statement_id"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where comments stand: their thread's item."""

    item: UUID
    url: str


def address_of(comment: UUID, url: str) -> str:
    """Where a comment is read, by the address of its item: the page is asked for the comment, on whatever page of the thread
    it stands, and goes to its place.
    """
    return f"{url}{'&' if '?' in url else '?'}comment={comment}#comment-{comment}"


def comment_content(row: Sequence[Any], place: Place) -> Content:
    """The public JSON of a comment, from the columns named above."""
    (
        uid, thread, parent, depth, status, kind, name, url, organisation, title, relation, issuer, person, body,
        language, published_at, edited_at, pinned, reply_count, reactions, reaction_count, answered_at, answer,
        answer_name, answer_title, answer_status, seq, attachments, public_person, public_answerer, public_statement,
    ) = row  # fmt: skip
    content: Content = {
        "id": str(uid),
        "thread_id": str(thread),
        "item_id": str(place.item),
        "parent_id": str(parent) if parent else None,
        "depth": depth,
        "state": "PUBLISHED",
        "kind": kind,
        "author": {
            "name": name,
            "url": url or None,
            "organisation": organisation,
            "title": title,
            "relation": relation or None,
            "verified": bool(issuer),
            "official": person is not None,
            "person_id": str(public_person) if public_person else None,
        },
        "body": body,
        "language": language,
        "published_at": written(published_at),
        "edited_at": written(edited_at),
        "pinned": pinned,
        "reply_count": reply_count,
        "reactions": [
            {"name": each, "count": count}
            for each, count in sorted(reactions.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        "reaction_count": reaction_count,
        "answered_at": None,
        "answered_by": None,
        "statement_id": str(public_statement) if public_statement else None,
        "attachments": attachments,
        "url": address_of(uid, place.url),
        "seq": seq,
    }
    if status != CommentStatus.PUBLISHED:
        return content | _tombstone(status)
    if answer and answer_status == CommentStatus.PUBLISHED:
        content["answered_at"] = written(answered_at)
        content["answered_by"] = {
            "name": answer_name,
            "title": answer_title,
            "person_id": str(public_answerer) if public_answerer else None,
            "comment_id": str(answer),
        }
    return content


def _tombstone(status: str) -> Content:
    """What is left of a comment that is public no more: its place."""
    return {
        "state": "WITHDRAWN" if status == CommentStatus.WITHDRAWN else "REMOVED",
        "kind": "OTHER",
        "author": None,
        "body": "",
        "edited_at": None,
        "pinned": False,
        "reactions": [],
        "reaction_count": 0,
        "statement_id": None,
        "attachments": [],
    }


def content_of_new(comment: Comment, place: Place) -> Content:
    """The public JSON of a visitor's comment that was published a moment ago, without asking the database."""
    columns = [None if "__" in name else getattr(comment, name) for name in COLUMNS]
    return comment_content([*columns, *(None for _ in PUBLIC_IDS)], place)


def thread_content(row: Sequence[Any]) -> Content:
    """The public JSON of a thread, from the columns named above."""
    (
        uid, item, mode, comments, question, praise, criticism, other, answered, reactions, last_activity_at,
        opens_at, closes_at, question_and_answer, _seq, _changed_at,
    ) = row  # fmt: skip
    return {
        "id": str(uid),
        "item_id": str(item),
        "mode": mode,
        "comment_count": comments,
        "counts": {"question": question, "praise": praise, "criticism": criticism, "other": other},
        "answered_count": answered,
        "reaction_count": reactions,
        "last_activity_at": written(last_activity_at),
        "opens_at": written(opens_at),
        "closes_at": written(closes_at),
        "question_and_answer": question_and_answer,
    }


def rows_of(comments: Any, *more: str) -> Any:
    """The columns of comments that `comment_content` takes, and some more after them."""
    return comments.annotate(**PUBLIC_IDS).values_list(*COLUMNS, *PUBLIC_IDS, *more)


def written(moment: datetime | None) -> str | None:
    """A time as the documents have it: RFC 3339 in UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None
