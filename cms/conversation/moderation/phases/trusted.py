"""Lets people pass by some checks whose earlier comments were good."""

from __future__ import annotations

from functools import wraps

from cms.conversation.moderation.context import Decision, Phase, Submission


def is_trusted(submission: Submission) -> bool:
    """Whether so many of this person's comments are published here as the rules say, and none was rejected lately.

    The person has to be known: by a site's log-in, or by having confirmed the e-mail address as this visitor. Who merely
    gives the address of a trusted commenter is not trusted.
    """
    enough = submission.rules.trusted_after
    if not enough or not (submission.author.verified or submission.author.confirmed):
        return False
    record = submission.history.record()
    return record.published >= enough and not record.rejected_lately


def unless_trusted(phase: Phase) -> Phase:
    """The phase, for all but trusted people. Their record is looked up only when the phase has found something."""

    @wraps(phase)
    def spared(submission: Submission) -> Decision | None:
        decision = phase(submission)
        return None if decision is not None and is_trusted(submission) else decision

    return spared
