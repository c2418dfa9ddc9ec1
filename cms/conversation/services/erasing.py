"""Erasing a person, and showing a person all that is kept about them (GDPR, articles 15 and 17).

A person is an e-mail address: nothing else of a visitor is known for certain. Erasing takes name, address and words;
the place in the thread stays, so that what others answered can still be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.log_actions import log

from cms.conversation.contributions import own
from cms.conversation.desk.opening import erase_case, kept_about
from cms.conversation.desk.permissions import Action, newsroom_uids_of
from cms.conversation.identity import mailboxes, visitors
from cms.conversation.models import (
    Appeal,
    Comment,
    CommentStatus,
    Contribution,
    ModerationEvent,
    Proposal,
    Report,
)
from cms.conversation.services import decisions
from cms.conversation.services.changes import changing

EMPTIED = (
    "source",
    "body",
    "plain",
    "digest",
    "author_name",
    "organisation",
    "title",
    "url",
    "relation",
    "email",
    "email_hash",
    "issuer",
    "subject",
    "visitor",
    "address_hash",
    "token_hash",
    "token_salt",
    "message",
)
"""Columns of a comment that hold something of its author."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased."""

    comments: int
    reports: int
    contributions: int = 0


def comments_of(email: str, newsrooms: Iterable[UUID] | None = None) -> QuerySet[Comment]:
    """Everything that was written with an e-mail address (in these newsrooms), the oldest first."""
    comments = Comment.objects.filter(email_hash__in=visitors.email_hashes(email))
    if newsrooms is not None:
        comments = comments.filter(newsroom__in=newsrooms)
    return comments.order_by("created_at", "pk")


def erase_person(email: str, *, user: Any) -> Erased:
    """Erase all comments, files and reports of an e-mail address, in the newsrooms in which the user may. Can be done again.

    Each thread in a transaction of its own: what is interrupted is gone on with the next time.
    """
    mine = newsroom_uids_of(user, Action.ERASE)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for thread, uid in comments_of(email, mine).values_list("thread", "pk"):
        found[thread].append(uid)
    for thread, uids in found.items():
        with changing(thread) as change:
            for uid in uids:
                _erase(change.take(uid), at=change.now, user=user)
    erased = list(chain.from_iterable(found.values()))
    reports = Report.objects.filter(email_hash__in=visitors.email_hashes(email), comment__newsroom__in=mine)
    emptied = reports.update(author_name="", email="", email_hash="", note="", visitor="")
    files = own.of_person(email, mine) | Q(comment__in=erased)
    return Erased(len(erased), emptied, own.erase(files, user=user))


def everything_about(email: str, *, user: Any) -> dict[str, Any]:
    """All that is kept about an e-mail address in the newsrooms in which the user may see it, as plain JSON."""
    mine = newsroom_uids_of(user, Action.ERASE)
    comments = comments_of(email, mine).select_related("thread__item", "newsroom")
    reports = Report.objects.filter(email_hash__in=visitors.email_hashes(email), comment__newsroom__in=mine)
    return {
        "email": email,
        "comments": [_comment(comment) for comment in comments],
        "reports": [
            {
                "comment": str(each.comment_id),
                "ground": each.reason,
                "note": each.note,
                "name": each.author_name,
                "at": each.at,
            }
            for each in reports.order_by("at")
        ],
        "contributions": [
            own.export(each)
            for each in Contribution.objects.filter(own.of_person(email, mine))
            .select_related("newsroom", "item")
            .order_by("created_at")
        ],
        "wants_no_mail": mailboxes.is_closed(email),
    }


def _erase(comment: Comment, *, at: Any, user: Any) -> None:
    before = comment.status
    for name in EMPTIED:
        setattr(comment, name, "")
    comment.attachments = []
    comment.status, comment.pinned, comment.email_confirmed_at = CommentStatus.ERASED, False, None
    comment.edits.all().delete()
    Proposal.objects.filter(comment=comment).delete()
    Appeal.objects.filter(comment=comment).update(text="", note="")
    ModerationEvent.objects.filter(comment=comment).update(message="", note="")
    decisions.note(comment, before=before, at=at, user=user, phase="erasure")
    erase_case(comment)
    log(instance=comment, action="newsroom.comment.erase", user=user, title=f"Comment {comment.uid}")


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "id": str(comment.uid),
        "newsroom": comment.newsroom.title,
        "item": comment.thread.item.title,
        "status": comment.status,
        "ground": comment.reason,
        "message": comment.message,
        "kind": comment.kind,
        "relation": comment.relation,
        "name": comment.author_name,
        "organisation": comment.organisation,
        "title": comment.title,
        "web_address": comment.url,
        "log_in": f"{comment.issuer} {comment.subject}".strip(),
        "text": comment.source,
        "created_at": comment.created_at,
        "published_at": comment.published_at,
        "edited_at": comment.edited_at,
        "email_confirmed_at": comment.email_confirmed_at,
        "device": comment.visitor,
        "network_address": "kept as a keyed hash" if comment.address_hash else "",
        "earlier_texts": [{"until": edit.at, "text": edit.source} for edit in comment.edits.order_by("at")],
        "appeals": [
            {"at": each.at, "text": each.text, "outcome": each.outcome} for each in comment.appeals.all()
        ],
        "case": kept_about(comment),
    }
