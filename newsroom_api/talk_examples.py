"""The conversation of the press room that does not exist: threads, comments, and what visitors get back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from cms.conversation.contents import address_of
from cms.conversation.document import AnsweredBy, Comment, CommentAuthor, Discussion
from cms.newsroom.document import NewsroomLink, PersonLink, PersonRole, TopicLink
from cms.syndication.feeds import FORMAT_NAMES, MEDIA_TYPES

SITE = "https://press.norrvind.example"
NAMES = UUID("8a2f7c1e-4b5d-4e6f-8a7b-9c0d1e2f3a4b")

FEEDS = {
    "feeds": [
        {
            "title": f"Norrvind ({FORMAT_NAMES[format]})",
            "type": type_,
            "href": f"{SITE}/feeds/norrvind/{format}",
        }
        for format, type_ in MEDIA_TYPES.items()
    ]
}
"""What a newsroom is shown with besides its document."""


def uid(name: str) -> UUID:
    """The same id for the same name, in the form of a random one."""
    made = uuid5(NAMES, name)
    return UUID(int=made.int & ~(0xF << 76) | (4 << 76))


OPENED = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
ASKED = "2026-05-04T07:12:00Z"
ANSWERED = "2026-05-04T08:05:00Z"
AGENCY = {
    "name": "Jonas Berg",
    "url": "https://blog.example/jonas",
    "organisation": "Kraftbloggen",
    "title": "",
}
LEAD = {"name": "Åsa Lind", "url": None, "organisation": "Norrvind AB", "title": "Head of Press"}


def thread(item: str, *, question_and_answer: bool = False) -> dict[str, Any]:
    """The thread of an item, with a question and its answer."""
    return {
        "id": str(uid(f"thread-{item}")),
        "item_id": str(uid(item)),
        "mode": "OPEN",
        "comment_count": 2,
        "counts": {"question": 1, "praise": 0, "criticism": 0, "other": 1},
        "answered_count": 1,
        "reaction_count": 3,
        "last_activity_at": ANSWERED,
        "opens_at": None,
        "closes_at": None,
        "question_and_answer": question_and_answer,
    }


def with_thread(item: str, content: dict[str, Any], **thread_options: Any) -> dict[str, Any]:
    """An item as REST shows it: with its thread, and without a crisis."""
    return {**content, "thread": thread(item, **thread_options), "official_statement": None}


def _comment(name: str, **given: Any) -> Comment:
    content: dict[str, Any] = {
        "id": uid(name),
        "thread_id": uid("thread-release"),
        "item_id": uid("release"),
        "parent_id": None,
        "depth": 0,
        "state": "PUBLISHED",
        "kind": "OTHER",
        "language": "en",
        "edited_at": None,
        "pinned": False,
        "reply_count": 0,
        "reactions": [],
        "reaction_count": 0,
        "answered_at": None,
        "answered_by": None,
        "statement_id": None,
        "url": address_of(uid(name), f"{SITE}/wind-farm-in-operation"),
    }
    return Comment(**content | {"attachments": []} | given)


QUESTION = _comment(
    "question",
    kind="QUESTION",
    author=CommentAuthor(**AGENCY, relation="BLOGGER", verified=False, official=False, person_id=None),
    body="<p>How much of the year do they stand still?</p>",
    published_at=ASKED,
    reply_count=1,
    reactions=[{"name": "insightful", "count": 2}, {"name": "like", "count": 1}],
    reaction_count=3,
    answered_at=ANSWERED,
    answered_by=AnsweredBy(
        name="Åsa Lind", title="Head of Press", person_id=uid("person"), comment_id=uid("answer")
    ),
    seq=18,
)
ANSWER = _comment(
    "answer",
    parent_id=uid("question"),
    depth=1,
    author=CommentAuthor(**LEAD, relation=None, verified=False, official=True, person_id=uid("person")),
    body="<p>About a tenth of it, mostly on calm summer nights.</p>",
    published_at=ANSWERED,
    seq=18,
)
DISCUSSION = Discussion(
    id=uid("discussion"),
    version=1,
    locale="en",
    published_at=OPENED,
    updated_at=OPENED,
    corrections=[],
    newsroom=NewsroomLink(id=uid("newsroom"), slug="norrvind", name="Norrvind", locale="en"),
    slug="ask-our-engineers",
    path="/norrvind/ask-our-engineers",
    url=f"{SITE}/ask-our-engineers",
    title="Ask our engineers",
    opening="<p>What would you like to know about the park?</p>",
    host=PersonLink(
        id=uid("person"),
        name="Åsa Lind",
        title="Head of Press",
        organisation="Norrvind AB",
        email="asa.lind@norrvind.example",
        phone=None,
        role=PersonRole.PRESS_CONTACT,
        photo=None,
    ),
    experts=[],
    question_and_answer=True,
    opens_at=None,
    closes_at=None,
    topics=[TopicLink(id=uid("wind"), slug="wind-power", name="Wind power", ancestor_ids=[uid("energy")])],
    comment_choice=None,
    translations=[],
)


def talk_examples() -> dict[str, tuple[str, Any]]:
    """Name of each example to (component of the OpenAPI description, content)."""
    question, answer = QUESTION.model_dump(mode="json"), ANSWER.model_dump(mode="json")
    rest = f"{SITE}/api/v1/comments/changes?cursor=nWyJDSEFOR0VTIiwxOF0"
    return {
        "discussion": (
            "Discussion",
            with_thread("discussion", DISCUSSION.model_dump(mode="json"), question_and_answer=True),
        ),
        "discussion-list": (
            "DiscussionList",
            _page([with_thread("discussion", DISCUSSION.card(), question_and_answer=True)]),
        ),
        "thread": ("Thread", thread("release")),
        "thread-list": ("ThreadList", _page([thread("release")])),
        "comment": ("Comment", question),
        "comment-list": ("CommentList", _page([answer, question])),
        "comment-tree": (
            "CommentList",
            _page([{**question, "replies": {"results": [_leaf(answer)], "count": 1, "next": None}}]),
        ),
        "comment-context": ("CommentContext", {"parents": [question], "comment": answer}),
        "comment-changes": (
            "CommentChangeList",
            {
                "results": [{"seq": 18, "comment": question}, {"seq": 18, "comment": answer}],
                "next": rest,
                "previous": None,
                "has_more": False,
            },
        ),
        "comment-post": (
            "PostComment",
            {
                "body": "How much of the year do they stand still?",
                "author_name": "Jonas Berg",
                "email": "jonas@blog.example",
                "url": "https://blog.example/jonas",
                "organisation": "Kraftbloggen",
                "relation": "BLOGGER",
                "kind": "QUESTION",
            },
        ),
        "comment-posted": (
            "PostReceipt",
            {
                "id": question["id"],
                "status": "HELD",
                "message": "An editor looks at every comment first.",
                "editable_until": "2026-05-04T07:27:00Z",
                "comment": None,
                "edit_token": "5Jd0cFfE3kQ2u1y0n8m7l6k5j4h3g2f1d0s9a8p7o6i",  # nosec B105 # an example
                "visitor_token": "0f3a9c7be2d14d6f8a5b1c2d3e4f5a6b.1wBcDe.kX2vQzT9mYpR4sLh7nGfJ1aWcEoUiKdB0tZxVqMy3S8",  # nosec B105 # an example
            },
        ),
    }


def _leaf(comment: dict[str, Any]) -> dict[str, Any]:
    return {**comment, "replies": {"results": [], "count": 0, "next": None}}


def _page(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {"results": results, "next": None, "previous": None}
