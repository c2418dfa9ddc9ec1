"""Somebody wants to contribute a file: who, what, to what, and that its terms are agreed to. The file comes next."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.contributions import terms, tickets
from cms.conversation.contributions.places import Place, find_place
from cms.conversation.identity import altcha, edit_tokens, visitors
from cms.conversation.models import Comment, Contribution, ContributionEvent, ContributionStatus, Thread
from cms.conversation.moderation import flood
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services import repeats
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.submitting import Author, read_author
from cms.conversation.text import clean_line, clean_text
from cms.errors import Busy, Conflict, InvalidInput, RateLimited
from cms.media.inspection import clean_name
from cms.newsroom.models import NewsroomPage

TITLE_LENGTH, DESCRIPTION_LENGTH, CREDIT_LENGTH, NAME_LENGTH = 200, 2000, 255, 255
DAY = timedelta(days=1)
BUSY_SECONDS = 3600
COUNTED = (ContributionStatus.AWAITED, ContributionStatus.HELD, ContributionStatus.PUBLISHED)
"""What takes one of a comment's places."""


@dataclass(frozen=True, slots=True)
class NewContribution:
    """A contribution as its sender describes it. `newsroom`, `item` or `comment` says where it belongs."""

    filename: str
    consent: bool
    terms_version: str
    """Names the text that the sender was shown (`terms.Terms.version`)."""
    title: str = ""
    description: str = ""
    credit: str = ""
    author_name: str = ""
    email: str = ""
    organisation: str = ""
    newsroom: str | None = None
    item: UUID | None = None
    comment: UUID | None = None
    edit_token: str = field(default="", repr=False)
    identity_token: str = field(default="", repr=False)
    proof_of_work: str = field(default="", repr=False)
    honeypot: str = field(default="", repr=False)

    def fingerprint(self) -> str:
        """sha256 of all that is sent: the same for the same request."""
        text = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Offered:
    """What the sender gets: with the ticket the file is sent, with the edit token it is taken back at any time."""

    contribution: Contribution
    ticket: str = field(repr=False)
    edit_token: str = field(repr=False)


def offer(new: NewContribution, visitor: Visitor, *, key: str = "") -> Offered:
    """Take a description; its file is awaited for an hour.

    Raises `InvalidInput` naming the field, `NotFound`, `InvalidToken`, `CommentsClosed`, `Conflict` when a comment has all
    the files it may have, `RateLimited`, `Busy` when too much waits for the editors, `IdempotencyKeyReused`.
    """
    request = repeats.Request.of("contribute", key, new.fingerprint())
    if made := request.made_before():
        return _again(made)
    place = find_place(newsroom=new.newsroom, item=new.item, comment=new.comment, edit_token=new.edit_token)
    _check_sender(new, place)
    contribution = _contribution(new, visitor, place)
    token, contribution.token_hash = edit_tokens.issue(contribution.uid, contribution.token_salt)
    try:
        with transaction.atomic():
            _check_limits(contribution, place)
            request.remember(contribution.uid)
            contribution.save(force_insert=True)
            ContributionEvent.objects.create(
                contribution=contribution, at=contribution.created_at, to_status=contribution.status
            )
    except IntegrityError:
        if made := request.made_before():
            return _again(made)
        raise
    return Offered(contribution, tickets.make(contribution.uid), token)


def _again(uid: UUID) -> Offered:
    """The answer to a request that was answered before, with a fresh ticket."""
    contribution = Contribution.objects.get(uid=uid)
    token = edit_tokens.show_again(uid, contribution.token_salt, contribution.token_hash)
    return Offered(contribution, tickets.make(uid), token)


def _check_sender(new: NewContribution, place: Place) -> None:
    """What tells people from programs, and the consent. A comment's author has shown enough with the edit token."""
    if new.honeypot:
        raise InvalidInput(
            "This looks like spam: a field that must stay empty was filled in. Leave it empty and send again.",
            field="website",
        )
    if not new.consent:
        raise InvalidInput("Agree to the terms: nothing can be published without.", field="consent")
    text = terms.terms_text(place.newsroom.pk, place.newsroom.locale)
    if new.terms_version != terms.version_of(text):
        raise InvalidInput(
            "The terms have changed, or this is another newsroom's. Show the text anew and ask again.",
            field="terms_version",
        )
    if place.comment is None and rules_of(place.newsroom.pk).proof_of_work and not new.identity_token:
        altcha.check(new.proof_of_work)


def _contribution(new: NewContribution, visitor: Visitor, place: Place) -> Contribution:
    """The contribution, not stored yet."""
    now = timezone.now()
    filename = clean_name(new.filename)[:NAME_LENGTH]
    author = _author(new, visitor, place)
    page = NewsroomPage.objects.only("locale_id").get(pk=place.newsroom.source_id)
    return Contribution(
        locale_id=page.locale_id,
        newsroom=place.newsroom,
        item=place.item,
        comment=place.comment,
        status=ContributionStatus.AWAITED,
        title=clean_line(new.title, field="title", most=TITLE_LENGTH)
        or filename.rpartition(".")[0]
        or filename,
        description=clean_text(new.description, field="description", most=DESCRIPTION_LENGTH),
        credit=clean_line(new.credit, field="credit", most=CREDIT_LENGTH) or author.name,
        terms=terms.terms_text(place.newsroom.pk, place.newsroom.locale),
        consented_at=now,
        author_name=author.name,
        organisation=author.organisation,
        email=author.email,
        email_hash=visitors.email_hash(author.email),
        email_confirmed_at=now if author.confirmed else None,
        filename=filename,
        created_at=now,
        visitor=visitor.id,
        address_hash=visitor.address_hash,
        token_salt=edit_tokens.new_salt(),
    )


def _author(new: NewContribution, visitor: Visitor, place: Place) -> Author:
    """Who sends it: the comment's author, or whoever says so."""
    comment: Comment | None = place.comment
    if comment is None:
        said = NewComment(
            body="",
            author_name=new.author_name,
            email=new.email,
            organisation=new.organisation,
            identity_token=new.identity_token,
        )
        return read_author(said, visitor, Thread(newsroom=place.newsroom))
    return Author(
        name=comment.author_name,
        email=comment.email,
        url="",
        organisation=comment.organisation,
        title="",
        relation="",
        confirmed=comment.email_confirmed_at is not None,
    )


def _check_limits(contribution: Contribution, place: Place) -> None:
    """In the transaction that stores it: what is sent at once is counted one after the other."""
    if place.comment is not None:  # a thread is locked before an address, as for comments
        Thread.objects.select_for_update().get(pk=place.comment.thread_id)
        there = Contribution.objects.filter(comment=place.comment, status__in=COUNTED).count()
        if there >= terms.MOST_PER_COMMENT:
            raise Conflict(
                f"A comment may have {terms.MOST_PER_COMMENT} files; this one has as many.", field="comment"
            )
    flood.lock_address(contribution.address_hash)
    limit = conf.CONTRIBUTIONS_PER_DAY
    if limit and contribution.address_hash:
        since = contribution.created_at - DAY
        sent = Contribution.objects.filter(address_hash=contribution.address_hash, created_at__gt=since)
        times = sorted(sent.order_by("-created_at").values_list("created_at", flat=True)[:limit])
        if len(times) >= limit:
            seconds = max(1, int((times[0] + DAY - contribution.created_at).total_seconds()) + 1)
            raise RateLimited(
                f"{limit} files a day are taken from one address. Try again in {seconds} seconds.",
                retry_after=seconds,
            )
    waiting = Contribution.objects.exclude(vault_name="").aggregate(bytes=Sum("size"))["bytes"] or 0
    if waiting + conf.CONTRIBUTION_BYTES > conf.CONTRIBUTIONS_WAITING:
        raise Busy(
            "More files wait for the editors than can be kept. Try again later.", retry_after=BUSY_SECONDS
        )
