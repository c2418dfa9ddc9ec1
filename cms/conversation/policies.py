"""What holds for those who want to comment: how a newsroom or a thread takes comments, and by which limits.

What does not live here: the limits of the text itself (`text.py`), and the rules that only editors see.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.conversation.desk.crisis import is_crisis
from cms.conversation.models import ModerationRules, Thread
from cms.conversation.moderation import flood
from cms.conversation.moderation.rules import rules_of
from cms.conversation.modes import Say, mode_at
from cms.errors import InvalidInput, NotFound
from cms.ledger.models import Item
from cms.ledger.selectors import find_newsroom
from cms.newsroom.commenting import ThreadMode


@dataclass(frozen=True, slots=True)
class ThreadPolicy:
    """What holds in a thread, besides its mode."""

    reactions: tuple[str, ...]
    """Names of the reactions that may be given."""
    slow_seconds: int
    """Seconds that one person waits between two comments; 0: none."""


@dataclass(frozen=True, slots=True)
class CommentPolicy:
    """What a form for comments has to know of a newsroom, or of one of its threads."""

    mode: ThreadMode
    locale: str
    """Language of the newsroom or of the item."""
    slow_seconds: int
    email_policy: str
    """OFF, OPTIONAL or REQUIRED."""
    proof_of_work: bool
    attachments: bool
    reactions: tuple[str, ...]
    edit_minutes: int
    guidelines: str
    """HTML."""


def policy_of(viewer: Viewer, *, newsroom: str | None = None, thread: UUID | None = None) -> CommentPolicy:
    """What holds in a newsroom, by its slug, or in a thread. Raises `InvalidInput` and `NotFound`."""
    if newsroom is not None and thread is not None:
        raise InvalidInput("Give `newsroom` or `thread`: one of the two.", field="newsroom")
    if newsroom is not None:
        row = find_newsroom(viewer, newsroom)
        rules = rules_of(row.uid)
        mode = _mode_in(row.uid, row.content, published_at=timezone.now())
        return _policy(mode, row.content["locale"], rules.slow_seconds, rules, row.content)
    if thread is None:
        raise InvalidInput("Give `newsroom` or `thread`: one of the two.", field="newsroom")
    public = Thread.objects.select_related("item", "newsroom").filter(item__state=Item.State.USABLE)
    found = public.filter(pk=thread).first()
    if found is None:
        raise NotFound(f"No public thread has the id {thread}.", field="thread")
    return _policy(
        ThreadMode(found.mode),
        found.item.locale,
        flood.slow_seconds(found),
        rules_of(found.newsroom_id),
        found.newsroom.document or {},
    )


def policies_of(viewer: Viewer, threads: Collection[UUID]) -> dict[UUID, ThreadPolicy]:
    """What holds in each of many public threads: two queries for all."""
    if not threads:
        return {}
    rows = list(
        Thread.objects.filter(pk__in=threads).values_list("uid", "slow_seconds", "newsroom__source_id")
    )
    known = ModerationRules.objects.filter(newsroom__in={page for _, _, page in rows})
    rules = {each.newsroom_id: each for each in known}
    default = ModerationRules()
    found: dict[UUID, ThreadPolicy] = {}
    for uid, slow, page in rows:
        own = rules.get(page, default)
        found[uid] = ThreadPolicy(tuple(own.reactions), own.slow_seconds if slow is None else slow)
    return found


def mode_of_draft(viewer: Viewer, document: Mapping[str, Any], newsroom: Mapping[str, Any]) -> ThreadMode:
    """The mode that the thread of a draft will have when it is published now, from its JSON and its newsroom's."""
    home = UUID(newsroom["id"])
    return _mode_in(
        home,
        newsroom,
        published_at=timezone.now(),
        chosen=document.get("comment_choice") or "",
        opens_at=_moment(document.get("opens_at")),
        closes_at=_moment(document.get("closes_at")),
    )


def _mode_in(newsroom: UUID, document: Mapping[str, Any], **said: Any) -> ThreadMode:
    """The mode of what is published in a newsroom, whose JSON this is."""
    page = Item.objects.filter(pk=newsroom).values_list("source_id", flat=True).first()
    default = document.get("comment_mode") or ThreadMode.PREMODERATED
    return mode_at(Say(default=default, crisis=page is not None and is_crisis(page), **said), timezone.now())


def _policy(
    mode: ThreadMode, locale: str, slow_seconds: int, rules: ModerationRules, newsroom: Mapping[str, Any]
) -> CommentPolicy:
    return CommentPolicy(
        mode=mode,
        locale=locale,
        slow_seconds=slow_seconds,
        email_policy=rules.email_policy,
        proof_of_work=rules.proof_of_work,
        attachments=rules.attachments,
        reactions=tuple(rules.reactions),
        edit_minutes=conf.EDIT_MINUTES,
        guidelines=newsroom.get("comment_guidelines", ""),
    )


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
