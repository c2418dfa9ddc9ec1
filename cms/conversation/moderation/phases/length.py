"""Holds what is too short to say anything, and what is shouted."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission, hold

SHOUT = 20
"""Letters with two cases from which on capitals are shouting; fewer may be names and abbreviations."""
SHARE = 0.8


def length(submission: Submission) -> Decision | None:
    """By rule. Scripts without capitals cannot shout."""
    signs = [character for character in submission.body.plain if character.isalnum()]
    shortest = submission.rules.shortest
    if len(signs) < shortest:
        return hold("length", f"{len(signs)} letters and digits, fewer than {shortest}")
    if submission.rules.hold_capitals:
        cased = [character for character in signs if character.lower() != character.upper()]
        capitals = sum(character.isupper() for character in cased)
        if len(cased) >= SHOUT and capitals >= SHARE * len(cased):
            return hold("length", f"{capitals} of {len(cased)} letters are capitals")
    return None
