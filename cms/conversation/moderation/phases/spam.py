"""Holds what the spam classifier takes for spam."""

from __future__ import annotations

from cms.conversation import classifiers
from cms.conversation.moderation.context import Decision, Submission, hold


def spam(submission: Submission) -> Decision | None:
    """Holds, never rejects: a classifier may be wrong. What it has not learnt, it has nothing to say about."""
    if not submission.rules.check_spam:
        return None
    text = classifiers.with_links(submission.body.plain, submission.body.links)
    score = classifiers.score("spam", text, language=submission.place.language)
    if score is None or not score.is_over:
        return None
    return hold("spam", f"{score.model}: {score.probability:.2f}, from {score.threshold:.2f} on held")
