"""Holds what the toxicity classifier takes for an attack on people."""

from __future__ import annotations

from cms.conversation import classifiers
from cms.conversation.moderation.context import Decision, Submission, hold


def toxicity(submission: Submission) -> Decision | None:
    """Holds, never rejects: a classifier may be wrong. What it has not learnt, it has nothing to say about."""
    if not submission.rules.check_toxicity:
        return None
    text = classifiers.with_links(submission.body.plain, submission.body.links)
    score = classifiers.score("toxicity", text, language=submission.place.language)
    if score is None or not score.is_over:
        return None
    return hold("toxicity", f"{score.model}: {score.probability:.2f}, from {score.threshold:.2f} on held")
