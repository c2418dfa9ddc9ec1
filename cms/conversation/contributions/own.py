"""What contributors do with their own files: they hold the edit token that came with the answer to their offer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from cms.conversation.characters import cleaned, shows
from cms.conversation.contributions import files
from cms.conversation.contributions.deciding import changing, record
from cms.conversation.identity import edit_tokens, visitors
from cms.conversation.models import Contribution, ContributionEvent, ContributionStatus
from cms.errors import Conflict, InvalidInput, InvalidToken, NotFound
from cms.ledger.models import Edition, Item

APPEAL_LENGTH = 2000
ERASED = (
    *("title", "description", "credit", "author_name", "organisation", "email", "email_hash", "filename"),
    *("visitor", "address_hash", "token_hash", "token_salt", "message", "sha256"),
)
"""Columns that hold something of its contributor."""


def own_contribution(uid: UUID, token: str) -> Contribution:
    """The contribution of whoever has its edit token, or that of its comment. Raises `NotFound` and `InvalidToken`."""
    found = Contribution.objects.select_related("comment", "item", "newsroom").filter(uid=uid).first()
    if found is not None:
        hashes = [found.token_hash, found.comment.token_hash if found.comment else ""]
        if any(edit_tokens.matches(token, each) for each in hashes):
            return found
    if Item.objects.filter(pk=uid, type="CONTRIBUTION", state=Item.State.USABLE).exists():
        raise InvalidToken("This is not the edit token of the contribution.", field="edit_token")
    raise NotFound(f"No public contribution has the id {uid}.", field="id")


def withdraw(uid: UUID, token: str) -> Contribution:
    """Take one's own file back, at any time. Doing it twice is no mistake."""
    return take_back_own(own_contribution(uid, token))


def take_back_own(own: Contribution) -> Contribution:
    """The same for somebody who has shown to be its contributor in another way."""
    with changing(own.uid) as contribution:
        if contribution.status in files.GONE:
            return contribution
        before, contribution.status = contribution.status, ContributionStatus.WITHDRAWN
        contribution.save()
        files.take_back(contribution)
        files.forget_soon(contribution)
        record(contribution, before=before, phase="author")
    return contribution


def appeal(contribution: Contribution, text: str) -> None:
    """Object to a rejection, once: editors look at it again. Raises `InvalidInput` and `Conflict`."""
    text = cleaned(text).strip()
    if not shows(text):
        raise InvalidInput("Write why the decision should be changed.", field="text")
    if len(text) > APPEAL_LENGTH:
        raise InvalidInput(
            f"Your text has {len(text)} characters; at most {APPEAL_LENGTH} are possible.", field="text"
        )
    with changing(contribution.uid) as row:
        if row.status != ContributionStatus.REJECTED or not row.vault_name:
            raise Conflict("There is nothing to object to.", field="id")
        if row.events.filter(phase="appeal").exists():
            raise Conflict("There was an objection to this decision, and it stands.", field="id")
        row.status = ContributionStatus.HELD
        row.save()
        record(row, before=ContributionStatus.REJECTED, phase="appeal", note=text)


def erase(which: Q, *, user: Any) -> int:
    """Erase contributions with their files, wherever these are. Returns how many. Can be done again."""
    uids = list(Contribution.objects.filter(which).values_list("uid", flat=True))
    for uid in uids:
        with changing(uid) as contribution:
            before, contribution.status = contribution.status, ContributionStatus.ERASED
            for name in ERASED:
                setattr(contribution, name, "")
            contribution.email_confirmed_at = None
            contribution.save()
            files.take_back(contribution, anyway=True)
            files.forget_soon(contribution)
            ContributionEvent.objects.filter(contribution=contribution).update(message="", note="")
            Edition.objects.filter(item=contribution.uid).update(
                document=None
            )  # the history keeps that, not what
            record(contribution, before=before, user=user, phase="erasure")
    return len(uids)


def of_person(email: str, newsrooms: Any = None) -> Q:
    """What was sent with an e-mail address (to these newsrooms)."""
    mine = Q(email_hash__in=visitors.email_hashes(email))
    return mine if newsrooms is None else mine & Q(newsroom__in=newsrooms)


def export(contribution: Contribution) -> dict[str, Any]:
    """Everything that is kept of it, as plain JSON values; the file itself aside."""
    return {
        "id": str(contribution.uid),
        "newsroom": contribution.newsroom.title,
        "item": contribution.item.title if contribution.item else "",
        "comment": str(contribution.comment_id) if contribution.comment_id else None,
        "status": contribution.status,
        "ground": contribution.reason,
        "message": contribution.message,
        "title": contribution.title,
        "description": contribution.description,
        "credit": contribution.credit,
        "name": contribution.author_name,
        "organisation": contribution.organisation,
        "email": contribution.email,
        "file": contribution.filename,
        "content_type": contribution.mime_type,
        "size_in_bytes": contribution.size,
        "sha256": contribution.sha256,
        "terms": contribution.terms,
        "consented_at": contribution.consented_at,
        "created_at": contribution.created_at,
        "approved_at": contribution.approved_at,
    }
