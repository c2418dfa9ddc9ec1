"""The organisation answers: a comment in the name of a person, with a badge."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.conversation.identity import mails
from cms.conversation.models import Comment, CommentKind, CommentStatus
from cms.conversation.services import authors, decisions
from cms.conversation.services.changes import ThreadChange, changing
from cms.conversation.services.submitting import digest_of
from cms.conversation.text import read_body
from cms.errors import Conflict
from cms.ledger.models import Item
from cms.newsroom.models import Person


def answer_officially(
    uid: UUID, *, person: Person, text: str, user: Any, statement: Item | None = None
) -> Comment:
    """Publish an official answer to a comment, which becomes public with it when it was held.

    Raises `InvalidInput` for the text, `Conflict` when the comment is not there to be answered. Who may speak for the
    person is the desk's to check.
    """
    body = read_body(text)
    thread = Comment.objects.values_list("thread", flat=True).get(pk=uid)
    with changing(thread) as change:
        asked = change.take(uid)
        if asked.status not in (CommentStatus.PUBLISHED, CommentStatus.HELD):
            raise Conflict(
                _("The comment is no longer there to be answered: it was withdrawn, rejected or erased.")
            )
        if not asked.is_published:
            change.publish(asked)
            decisions.note(asked, before=CommentStatus.HELD, at=change.now, user=user, phase="answer")
        answer = Comment(
            thread_id=thread,
            newsroom_id=asked.newsroom_id,
            parent_id=asked.uid,
            depth=asked.depth + 1,
            language=asked.language,
            kind=CommentKind.OTHER,
            source=text,
            body=body.html,
            plain=body.plain,
            digest=digest_of(body.plain),
            author_name=person.name[:100],
            title=person.title[:100],
            organisation=person.organisation[:100],
            person=person,
            statement=statement,
            created_at=change.now,
        )
        change.add(answer)
        change.publish(answer)
        is_first = asked.answered_at is None
        if is_first:  # what closes the case is the desk's
            asked.answered_at, asked.answer = change.now, answer
        change.write()
        decisions.note(answer, before="", at=change.now, user=user, phase="answer")
        if is_first:
            mails.tell_answered(asked.uid)
    return answer


def settle_answered(answer: Comment, change: ThreadChange) -> None:
    """Make the question agree with an official answer whose status has changed: the first public one counts."""
    if not answer.is_official or answer.parent_id is None:
        return
    asked = change.take(answer.parent_id)
    public = Comment.objects.filter(parent=asked, person__isnull=False, status=CommentStatus.PUBLISHED)
    answers = [*public.exclude(pk=answer.pk), *([answer] if answer.is_published else [])]
    first = min(answers, key=lambda each: (each.published_at or each.created_at, each.pk), default=None)
    asked.answer, asked.answered_at = first, first.published_at if first else None


def correct_answer(uid: UUID, *, text: str, user: Any) -> Comment:
    """Change the text of an official answer; the public sees that it was edited. Raises `Conflict`, `InvalidInput`."""
    body = read_body(text)
    thread = Comment.objects.values_list("thread", flat=True).get(pk=uid)
    with changing(thread) as change:
        answer = change.take(uid)
        if not answer.is_official or not answer.is_published:
            raise Conflict(_("Only a published official answer can be corrected."))
        authors.write_edit(answer, at=timezone.now(), user=user)
        answer.source, answer.body, answer.plain = text, body.html, body.plain
        answer.digest, answer.edited_at = digest_of(body.plain), change.now
    return answer
