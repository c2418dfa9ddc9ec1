"""What the conversation adds to the built-in pages of items and newsrooms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.access import PUBLIC
from cms.conversation import levels, policies, selectors
from cms.conversation.contents import Content
from cms.conversation.desk.crisis import official_statements
from cms.conversation.desk.figures import public_answer_times
from cms.conversation.document import COMMENTABLE
from cms.conversation.filters import CommentFilter, CommentOrder
from cms.conversation.models import CommentKind
from cms.conversation.pages import reading
from cms.conversation.pages.forms import CommentForm
from cms.conversation.pages.guards import PROOF_OF_WORK, SCRIPTED, form_token
from cms.errors import NotFound
from cms.ledger.document import ItemType
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, items_by_id, list_items
from cms.newsroom.commenting import ThreadMode
from cms.newsroom.parts import Part

TAKING = (ThreadMode.OPEN, ThreadMode.PREMODERATED)
"""Modes in which there is a form."""
TALKED_ABOUT = 5
"""Threads whose latest comment the newsroom's page shows."""
LOOKED_AT = 3 * TALKED_ABOUT
"""The latest threads among which those are: some have no comment yet."""
DISCUSSIONS = 5
"""Discussions on the newsroom's page."""


def conversation_part(
    request: HttpRequest, item: dict[str, Any], newsroom: dict[str, Any], *, is_preview: bool
) -> Part | None:
    """The conversation about an item, or the latest of a newsroom. Raises `InvalidCursor`."""
    if item["type"] == ItemType.NEWSROOM:
        return None if is_preview else _of_newsroom(item)
    if item["type"] not in COMMENTABLE:
        return None
    return _of_draft(item, newsroom) if is_preview else _of_item(request, item)


def empty_form(thread: Content, reply_to: Content | None) -> CommentForm:
    """The form for a new comment. Where questions are asked, what is no reply is one, unless its author says otherwise."""
    initial = {"parent": reply_to["id"] if reply_to else ""}
    if thread["question_and_answer"] and reply_to is None:
        initial["kind"] = CommentKind.QUESTION
    return CommentForm(initial=initial)


def form_context(thread: Content, *, form: CommentForm, reply_to: Content | None) -> dict[str, Any]:
    """What the form for a comment needs to be shown."""
    policy = policies.policy_of(PUBLIC, thread=UUID(thread["id"]))
    return {
        "thread": thread,
        "form": form,
        "form_token": form_token(thread["id"]),
        "reply_to": reply_to,
        "policy": policy,
        "scripts": [PROOF_OF_WORK] if policy.proof_of_work else [],
    }


def _of_item(request: HttpRequest, item: dict[str, Any]) -> Part | None:
    uid = UUID(item["id"])
    thread = selectors.threads_of(PUBLIC, [uid]).get(uid)
    statement = _statement(uid)
    top = "newsroom/pages/_statement.html" if statement else ""
    if thread is None or thread["mode"] == ThreadMode.OFF:
        return Part({"statement": statement}, top=top) if statement else None
    asked = reading.Asked.of(request.GET)
    times = public_answer_times([UUID(item["newsroom"]["id"])])
    context: dict[str, Any] = {
        "statement": statement,
        "thread": thread,
        "conversation": reading.comments_of(thread, asked),
        "answer_seconds": next(iter(times.values()), None),
        "is_taking": thread["mode"] in TAKING,
        **_closed_by_time(thread),
    }
    allow: dict[str, str] = {}
    if context["is_taking"]:
        target = reading.reply_target(thread, asked)
        context |= form_context(thread, form=empty_form(thread, target), reply_to=target)
        allow = {"form-action": "'self'", **(SCRIPTED if context["scripts"] else {})}
    return Part(context, top=top, end="newsroom/pages/_conversation.html", allow=allow)


def _closed_by_time(thread: Content) -> dict[str, bool]:
    """Whether the thread opens later, or its time is over."""
    now = timezone.now()
    opens, closes = parse_datetime(thread["opens_at"] or ""), parse_datetime(thread["closes_at"] or "")
    return {"opens_later": bool(opens and now < opens), "closed_before": bool(closes and now >= closes)}


def _of_draft(item: dict[str, Any], newsroom: dict[str, Any]) -> Part:
    mode = policies.mode_of_draft(PUBLIC, item, newsroom)
    return Part({"draft_mode": mode}, end="newsroom/pages/_conversation_draft.html")


def _of_newsroom(newsroom: dict[str, Any]) -> Part:
    uid, slug = UUID(newsroom["id"]), newsroom["slug"]
    statement = _statement(uid)
    wanted = ItemFilter(type=ItemType.DISCUSSION, newsroom=slug)
    try:
        discussions = list_items(PUBLIC, wanted, PageRequest(first=DISCUSSIONS))
        latest = _latest(slug)
    except NotFound:  # the newsroom is not public itself
        return Part({})
    context = {
        "statement": statement,
        "answer_seconds": public_answer_times([uid]).get(uid),
        "latest_comments": latest,
        "discussions": [row.content for row in discussions.rows],
        "more_discussions": discussions.has_next,
    }
    return Part(
        context,
        top="newsroom/pages/_statement.html" if statement else "",
        end="newsroom/pages/_newsroom_conversation.html",
    )


def _latest(newsroom: str) -> list[dict[str, Any]]:
    """The latest comment of each of the threads that were talked in last: `comment`, and the `item`'s card."""
    recent = selectors.list_threads(PUBLIC, PageRequest(first=LOOKED_AT), newsroom=newsroom)
    threads = [thread for thread in recent.rows if thread["comment_count"]][:TALKED_ABOUT]
    wanted = [CommentFilter(thread=UUID(thread["id"])) for thread in threads]
    pages = levels.first_comments(PUBLIC, wanted, first=1, order=CommentOrder.NEWEST)
    items = items_by_id(PUBLIC, [UUID(thread["item_id"]) for thread in threads], whole=False)
    found = []
    for thread in threads:
        page, item = pages.get(UUID(thread["id"])), items.get(UUID(thread["item_id"]))
        comment = next(iter(page.rows), None) if page else None
        if comment and item and comment["state"] == "PUBLISHED":
            found.append({"comment": comment, "item": item.content})
    return found


def _statement(uid: UUID) -> dict[str, Any] | None:
    """The card of the official statement that a crisis pins to an item or newsroom."""
    item = official_statements([uid]).get(uid)
    return item.card if item is not None and item.uid != uid else None
