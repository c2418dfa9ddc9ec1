"""How a comment shows in a list: its state and its due time in words, with an icon and a tone for the eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name

from cms.conversation.admin.lists import SOON
from cms.conversation.admin.scope import Scope
from cms.conversation.models import Case, Comment, CommentStatus

EXCERPT = 280
"""Characters of a comment that a list shows."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Some words with an icon of Wagtail's, and a tone that a style sheet knows: `critical`, `warning`, `positive` or `neutral`."""

    words: str
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of a comment."""

    comment: Comment
    case: Case | None
    url: str
    signs: Sequence[Sign]
    due: Sign | None
    owner: str
    newsroom: str
    excerpt: str
    answered_by: str


STATUS = {
    CommentStatus.PUBLISHED: ("circle-check", "positive"),
    CommentStatus.HELD: ("no-view", "warning"),
    CommentStatus.REJECTED: ("circle-xmark", "critical"),
    CommentStatus.WITHDRAWN: ("rotate", "neutral"),
    CommentStatus.ERASED: ("bin", "neutral"),
}


def status_sign(status: str) -> Sign:
    """Where a comment stands."""
    icon, tone = STATUS[CommentStatus(status)]
    return Sign(str(CommentStatus(status).label), icon, tone)


def signs_of(comment: Comment) -> list[Sign]:
    """Where a comment stands, and what else is to be known of it."""
    found = [status_sign(comment.status)]
    if comment.report_count:
        words = ngettext("%(count)s report", "%(count)s reports", comment.report_count)
        found.append(Sign(words % {"count": comment.report_count}, "warning", "critical"))
    if getattr(comment, "proposal", None):
        found.append(Sign(_("Rejection proposed"), "cross", "warning"))
    if comment.pinned:
        found.append(Sign(_("Pinned"), "thumbtack", "neutral"))
    return found


def due_sign(case: Case | None, now: datetime) -> Sign | None:
    """Until when an answer is due, for an open case; how its case ended, for a closed one."""
    if case is None:
        return None
    if not case.is_open:
        return Sign(str(case.get_outcome_display()), "check", "positive")
    if case.due_at <= now:
        words = _("Overdue by %(time)s") % {"time": timesince(case.due_at, now, depth=1)}
        return Sign(words, "warning", "critical")
    words = _("Due in %(time)s") % {"time": timeuntil(case.due_at, now, depth=1)}
    return Sign(words, "time", "warning" if case.due_at <= now + SOON else "neutral")


def case_of(comment: Comment) -> Case | None:
    """The case of a comment that was read together with it."""
    return getattr(comment, "case", None)


def comment_url(uid: UUID) -> str:
    """The screen of a comment."""
    return reverse("newsroom_desk_comment", args=[uid])


def rows_of(uids: Sequence[UUID], scope: Scope) -> list[Row]:
    """The rows of a page in its order; one query."""
    titles = {newsroom.uid: newsroom.title for newsroom in scope}
    now = timezone.now()
    comments = {
        comment.pk: comment
        for comment in Comment.objects.filter(pk__in=uids)
        .select_related("case__owner", "thread__item", "proposal")
        .annotate(excerpt=Substr("plain", 1, EXCERPT + 1), answerer=F("answer__author_name"))
        .only(*COLUMNS)
    }
    return [
        row_of(comments[uid], titles.get(comments[uid].newsroom_id, ""), now)
        for uid in uids
        if uid in comments
    ]


COLUMNS = (
    "uid",
    "newsroom_id",
    "depth",
    "language",
    "kind",
    "status",
    "author_name",
    "organisation",
    "title",
    "relation",
    "email_confirmed_at",
    "issuer",
    "person_id",
    "created_at",
    "edited_at",
    "pinned",
    "report_count",
    "answered_at",
    "thread__item__title",
    "case__state",
    "case__due_at",
    "case__team",
    "case__severity",
    "case__outcome",
    "case__owner__first_name",
    "case__owner__last_name",
    "case__owner__username",
    "proposal__reason",
)


def row_of(comment: Any, newsroom: str, now: datetime) -> Row:
    """The row of a comment that was read with its case, its item and the name of who answered."""
    case = case_of(comment)
    text = comment.excerpt
    return Row(
        comment=comment,
        case=case,
        url=comment_url(comment.pk),
        signs=signs_of(comment),
        due=due_sign(case, now),
        owner=get_user_display_name(case.owner) if case and case.owner else "",
        newsroom=newsroom,
        excerpt=f"{text[:EXCERPT].rstrip()}…" if len(text) > EXCERPT else text,
        answered_by=comment.answerer or "",
    )
