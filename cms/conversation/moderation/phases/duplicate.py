"""Holds what has been said many times already, in the same words or almost the same: campaigns, and machines."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission, hold
from cms.conversation.moderation.likeness import is_alike, letters_of

MANY = 3
"""Comments that say it already."""
SHORTEST = 20
"""Letters: below, people do say the same ("Thank you!")."""
ALIKE = 0.7
"""Share of what either text has that both have: one word more or less in a sentence or two still counts as alike."""


def duplicate(submission: Submission) -> Decision | None:
    """The same text by the same person within a minute is no second comment at all: `services/repeats.py` sees to it."""
    if len(letters_of(submission.body.plain)) < SHORTEST:
        return None
    same = submission.history.same_texts()
    if same >= MANY:
        return hold("duplicate", f"{same} comments in this newsroom have the same text")
    latest = submission.history.latest_texts()
    alike = sum(is_alike(submission.body.plain, text, least=ALIKE) for text in latest)
    if alike >= MANY:
        return hold(
            "duplicate", f"{alike} of the latest {len(latest)} comments here have almost the same text"
        )
    return None
