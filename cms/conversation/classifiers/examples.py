"""What classifiers learn from: labelled examples, and decisions of editors read as examples."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cms.conversation.classifiers.features import with_links
from cms.conversation.models import Classifier, CommentStatus, ModerationEvent, ReasonCode

FOUND = {
    Classifier.Name.SPAM: frozenset({ReasonCode.SPAM, ReasonCode.ADVERTISING}),
    Classifier.Name.TOXICITY: frozenset({ReasonCode.ABUSE, ReasonCode.HATE, ReasonCode.THREAT}),
}
"""The grounds of a rejection that make a comment an example of what a classifier looks for."""
HREF = re.compile(r'href="([^"]*)"')
"""Links of a sanitised body."""
MAX_EACH = 1000
"""Newest examples of either kind that are learnt from: bounds time, and the weight of what was decided long ago."""
MAX_READ = 20_000
"""Newest decisions that are looked at for them."""
MAX_OF_AUTHOR = 10
"""Newest examples of either kind by one author: a single person cannot teach a classifier alone."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text, whether it is what a classifier looks for, and how much that counts (1: as much as any other)."""

    text: str
    is_positive: bool
    weight: float = 1.0
    language: str = ""


def decisions() -> QuerySet[ModerationEvent]:
    """Decisions of editors: what a phase decided, and reports of visitors, teach nothing."""
    return ModerationEvent.objects.filter(
        user__isnull=False, to_status__in=[CommentStatus.PUBLISHED, CommentStatus.REJECTED]
    )


def decisions_after(moment: datetime) -> QuerySet[ModerationEvent]:
    """Those that came later."""
    return decisions().filter(at__gt=moment)


def own_examples(name: str, *, until: datetime) -> list[Example]:
    """Examples for the classifier `name` out of the decisions up to a time, the newest first.

    Only a decision that still holds counts, about the text as it still stands, and a text only once.
    """
    seen: set[object] = set()
    texts: set[str] = set()
    counts: Counter[bool] = Counter()
    authors: Counter[tuple[str, bool]] = Counter()
    found: list[Example] = []
    for event in _newest_first(until):
        comment = event.comment
        positive = _kind(name, event)
        if comment.pk in seen or not comment.plain or comment.is_official:
            continue
        seen.add(comment.pk)
        is_outdated = comment.edited_at is not None and comment.edited_at > event.at
        if positive is None or event.to_status != comment.status or is_outdated:
            continue
        author = (comment.email_hash or comment.visitor or str(comment.pk), positive)
        if comment.digest in texts or counts[positive] >= MAX_EACH or authors[author] >= MAX_OF_AUTHOR:
            continue
        if comment.digest:
            texts.add(comment.digest)
        counts[positive] += 1
        authors[author] += 1
        links = [html.unescape(link) for link in HREF.findall(comment.body)]
        found.append(Example(with_links(comment.plain, links), positive, language=comment.language))
        if min(counts[True], counts[False]) >= MAX_EACH:
            break
    return found


def _newest_first(until: datetime) -> Iterator[ModerationEvent]:
    fields = ["plain", "body", "status", "language", "digest", "email_hash", "visitor", "edited_at", "person"]
    rows = decisions().filter(at__lte=until).select_related("comment").order_by("-at", "-pk")
    return rows.only("at", "to_status", "reason", *(f"comment__{field}" for field in fields))[
        :MAX_READ
    ].iterator(500)


def _kind(name: str, event: ModerationEvent) -> bool | None:
    """Whether the decision says that the comment is what the classifier looks for; None: it says nothing about it."""
    if event.to_status == CommentStatus.PUBLISHED:
        return False
    return True if event.reason in FOUND[Classifier.Name(name)] else None
