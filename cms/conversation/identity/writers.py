"""What each mail to a visitor says, and to whom: None where there is nothing to tell (any more), or nobody to tell it.

What does not live here: what all mails have in common (`letters.py`), and the texts (`newsroom/mail/`).
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation
from django.utils.translation import gettext as _

from cms.conversation.characters import cleaned
from cms.conversation.contributions import letters
from cms.conversation.identity import mail_links, mailboxes
from cms.conversation.identity.letters import Kind, Letter, comment_url, compose
from cms.conversation.identity.lines import one_line
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.identity.reasons import statement_of_reasons
from cms.conversation.models import Appeal, Comment, CommentStatus, Report

STANDING = (CommentStatus.PUBLISHED, CommentStatus.HELD)
TEXT_LENGTH = 5000


def write(kind: Kind, about: str) -> Letter | None:
    """The mail of a kind about a comment, contribution, report or appeal, given by its id."""
    return WRITERS[kind](about)


def _confirm(about: str) -> Letter | None:
    comment = _comment(about)
    if comment is None or comment.status not in STANDING or comment.email_confirmed_at is not None:
        return None
    return compose(
        Kind.CONFIRM,
        comment,
        about=about,
        to=comment.email,
        subject=lambda item: _("Confirm your comment on “%(item)s”") % {"item": item},
        confirm=mail_links.address_of(Purpose.CONFIRM, comment.uid, comment.email),
        days=mail_links.MAX_AGE[Purpose.CONFIRM].days,
    )


def _answered(about: str) -> Letter | None:
    comment = _confirmed(about)
    answer = comment.answer if comment else None
    if comment is None or answer is None or not _wants_notice(comment):
        return None
    if not (comment.is_published and answer.is_published):
        return None
    return compose(
        Kind.ANSWERED,
        comment,
        about=about,
        to=comment.email,
        subject=lambda item: _("Your comment on “%(item)s” was answered") % {"item": item},
        answer=cleaned(answer.plain)[:TEXT_LENGTH],
        speaker=one_line(answer.author_name),
        position=one_line(answer.title),
        comment_url=comment_url(comment),
    )


def _published(about: str) -> Letter | None:
    comment = _confirmed(about)
    if comment is None or not comment.is_published or not _wants_notice(comment):
        return None
    return compose(
        Kind.PUBLISHED,
        comment,
        about=about,
        to=comment.email,
        subject=lambda item: _("Your comment on “%(item)s” is published") % {"item": item},
        comment_url=comment_url(comment),
    )


def _rejected(about: str) -> Letter | None:
    comment = _confirmed(about)
    if comment is None or comment.status != CommentStatus.REJECTED:
        return None
    with translation.override(comment.newsroom.locale):
        reasons = statement_of_reasons(comment)
    if reasons is None:
        return None

    def subject(item: str) -> str:
        if reasons.was_public:
            return _("Your comment on “%(item)s” was removed") % {"item": item}
        return _("Your comment on “%(item)s” was not published") % {"item": item}

    return compose(
        Kind.REJECTED,
        comment,
        about=str(reasons.event),
        to=comment.email,
        subject=subject,
        reasons=reasons,
        appeal=mail_links.address_of(Purpose.APPEAL, comment.uid, comment.email),
        text=cleaned(comment.plain)[:TEXT_LENGTH],
    )


def _receipt(about: str) -> Letter | None:
    report = _report(about)
    if report is None or report.outcome:
        return None
    return compose(
        Kind.REPORT_RECEIPT,
        report.comment,
        about=about,
        to=report.email,
        subject=lambda item: _("Your report about a comment on “%(item)s”") % {"item": item},
        ground=report.get_reason_display,
        at=report.at,
    )


def _decision(about: str) -> Letter | None:
    report = _report(about)
    if report is None or not report.outcome:
        return None
    return compose(
        Kind.REPORT_DECISION,
        report.comment,
        about=about,
        to=report.email,
        subject=lambda item: _("Decision on your report about a comment on “%(item)s”") % {"item": item},
        at=report.at,
        is_upheld=report.outcome == Report.Outcome.UPHELD,
        is_by_person=report.decided_by_id is not None,
    )


def _appeal(about: str) -> Letter | None:
    appeal = Appeal.objects.filter(pk=about).exclude(outcome="").first()
    comment = _confirmed(str(appeal.comment_id)) if appeal else None
    if appeal is None or comment is None:
        return None
    return compose(
        Kind.APPEAL_DECISION,
        comment,
        about=about,
        to=comment.email,
        subject=lambda item: _("Decision on your objection: “%(item)s”") % {"item": item},
        is_reversed=appeal.outcome == Appeal.Outcome.REVERSED,
        note=cleaned(appeal.note),
        comment_url=comment_url(comment) if comment.is_published else "",
    )


WRITERS: dict[Kind, Callable[[str], Letter | None]] = {
    Kind.CONFIRM: _confirm,
    Kind.ANSWERED: _answered,
    Kind.PUBLISHED: _published,
    Kind.REJECTED: _rejected,
    Kind.REPORT_RECEIPT: _receipt,
    Kind.REPORT_DECISION: _decision,
    Kind.APPEAL_DECISION: _appeal,
    Kind.FILE_CONFIRM: letters.confirm,
    Kind.FILE_PUBLISHED: letters.published,
    Kind.FILE_REJECTED: letters.rejected,
}


def _comment(uid: str) -> Comment | None:
    """A comment whose author has left an address."""
    found = Comment.objects.select_related("thread__item", "newsroom", "answer").filter(pk=uid).first()
    return found if found and _is_address(found.email) else None


def _confirmed(uid: str) -> Comment | None:
    """A comment whose author has confirmed the address."""
    found = _comment(uid)
    return found if found and found.email_confirmed_at is not None else None


def _report(uid: str) -> Report | None:
    """A report whose author has left an address."""
    found = Report.objects.select_related("comment__thread__item", "comment__newsroom").filter(pk=uid).first()
    return found if found and _is_address(found.email) else None


def _wants_notice(comment: Comment) -> bool:
    return comment.mailed and mailboxes.wants_notices(comment.email, comment.newsroom_id)


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True
