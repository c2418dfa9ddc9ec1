"""What each mail about a contribution says; None where there is nothing to tell (any more), or nobody to tell it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.conversation.characters import cleaned
from cms.conversation.identity import mail_links, mailboxes
from cms.conversation.identity.letters import Kind, Letter, compose, url_of
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.models import Contribution, ContributionStatus, ReasonCode

STANDING = (ContributionStatus.HELD, ContributionStatus.PUBLISHED)


def confirm(about: str) -> Letter | None:
    """Asks the mailbox whether it sent the file."""
    contribution = _contribution(about)
    if contribution is None or is_confirmed(contribution) or contribution.status not in STANDING:
        return None
    return compose(
        Kind.FILE_CONFIRM,
        contribution,
        about=about,
        to=contribution.email,
        subject=lambda title: _("Confirm the file that you sent"),
        page=page_of(contribution),
        days=mail_links.MAX_AGE[Purpose.CONTRIBUTION].days,
    )


def published(about: str) -> Letter | None:
    """The file is approved."""
    contribution = _contribution(about)
    if contribution is None or not is_confirmed(contribution):
        return None
    if contribution.status != ContributionStatus.PUBLISHED:
        return None
    if not mailboxes.wants_notices(contribution.email, contribution.newsroom_id):
        return None
    return compose(
        Kind.FILE_PUBLISHED,
        contribution,
        about=about,
        to=contribution.email,
        subject=lambda title: _("Your file “%(title)s” is published") % {"title": title},
        page=page_of(contribution),
        address=url_of(contribution.item) if contribution.item else url_of(contribution.newsroom),
    )


def rejected(about: str) -> Letter | None:
    """The statement of reasons (Digital Services Act, article 17)."""
    contribution = _contribution(about)
    if contribution is None or not is_confirmed(contribution):
        return None
    last = contribution.events.filter(to_status=ContributionStatus.REJECTED).last()
    if contribution.status != ContributionStatus.REJECTED or last is None:
        return None
    return compose(
        Kind.FILE_REJECTED,
        contribution,
        about=f"{contribution.uid.hex}-{last.pk}",
        to=contribution.email,
        subject=lambda title: (
            _("Your file “%(title)s” was removed") % {"title": title}
            if contribution.approved_at
            else _("Your file “%(title)s” was not published") % {"title": title}
        ),
        was_public=contribution.approved_at is not None,
        at=last.at,
        ground=ReasonCode(last.reason).label,
        is_illegal=last.reason == ReasonCode.ILLEGAL,
        message=cleaned(last.message),
        page=page_of(contribution),
    )


def is_confirmed(contribution: Contribution) -> bool:
    """Whether the mailbox stands by it; that of a comment's file by the comment."""
    owner = contribution.comment or contribution
    return owner.email_confirmed_at is not None


def page_of(contribution: Contribution) -> str:
    """Where its contributor sees what became of it."""
    return mail_links.address_of(Purpose.CONTRIBUTION, contribution.uid, contribution.email)


def _contribution(uid: str) -> Contribution | None:
    found = Contribution.objects.select_related("newsroom", "item", "comment").filter(uid=uid).first()
    return found if found and found.email else None
