"""Rejects comments that lead to banned domains, and holds those with many links."""

from __future__ import annotations

import re

from cms.conversation.domains import domain_of
from cms.conversation.models import ReasonCode
from cms.conversation.moderation.context import Decision, Submission, hold, reject

_LABEL = r"[^\s/@:<>()\[\]\"',;.。．｡]+"
WRITTEN = re.compile(f"{_LABEL}(?:[.。．｡]{_LABEL})+")
"""What may be a domain in running text, a link or not; with the full stops that IDNA takes for dots (UTS 46)."""


def links(submission: Submission) -> Decision | None:
    """The author's own address counts for banned domains, and not for the number."""
    if (domain := _banned(submission)) is not None:
        return reject(
            "links",
            ReasonCode.SPAM,
            f"Links to {domain} are not accepted here. Leave the link out and post again.",
            f"Links to {domain}",
        )
    number = len(submission.body.links)
    if number > submission.rules.most_links:
        return hold("links", f"{number} links, more than {submission.rules.most_links}")
    return None


def _banned(submission: Submission) -> str | None:
    banned = frozenset(submission.rules.banned_domains)
    if not banned:
        return None
    named = [*submission.body.links, submission.author.url, *WRITTEN.findall(submission.body.plain)]
    for address in dict.fromkeys(named):
        labels = domain_of(address).split(".")
        for start in range(len(labels)):
            if (domain := ".".join(labels[start:])) in banned:
                return domain
    return None
