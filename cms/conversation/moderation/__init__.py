"""Moderation: one ordered list of phases, and what comes of them together.

What does not live here: what happens to a comment then (`cms/conversation/services/`), and what editors decide.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from cms.conversation.moderation import flood
from cms.conversation.moderation.context import (
    Author,
    Decision,
    Outcome,
    Part,
    Phase,
    Place,
    Submission,
    hold,
)
from cms.conversation.moderation.history import StoredHistory
from cms.conversation.moderation.phases.closed import closed
from cms.conversation.moderation.phases.duplicate import duplicate
from cms.conversation.moderation.phases.external import external
from cms.conversation.moderation.phases.first_time import first_time
from cms.conversation.moderation.phases.flood import flood as flood_phase
from cms.conversation.moderation.phases.honeypot import honeypot
from cms.conversation.moderation.phases.length import length
from cms.conversation.moderation.phases.links import links
from cms.conversation.moderation.phases.premoderated import premoderated
from cms.conversation.moderation.phases.proof_of_work import proof_of_work
from cms.conversation.moderation.phases.spam import spam
from cms.conversation.moderation.phases.toxicity import toxicity
from cms.conversation.moderation.phases.trusted import unless_trusted
from cms.conversation.moderation.phases.words import words
from cms.errors import NewsroomError, OutboundFailed, OutboundRefused, StorageUnavailable

__all__ = [
    "PHASES",
    "Author",
    "Decision",
    "Outcome",
    "Part",
    "Place",
    "StoredHistory",
    "Submission",
    "flood",
    "run",
]

logger = logging.getLogger(__name__)

PHASES: tuple[Phase, ...] = (
    # Where nothing is taken, nothing else matters.
    closed,
    # One look into the database keeps a flood from all that costs more. Counted again under the thread's lock.
    flood_phase,
    # Programs give themselves away for nothing.
    honeypot,
    # A proof is used up when it is checked: only for what has come so far.
    proof_of_work,
    # Own rules, plain to see: what they reject needs no opinion of a machine.
    words,
    links,
    # Own rules that only hold.
    duplicate,
    length,
    # Opinions of machines. People with a good record here pass by them, and by the one that is about having a record.
    unless_trusted(spam),
    unless_trusted(toxicity),
    unless_trusted(first_time),
    # After the opinions, so that the editor who looks finds them; nobody passes by, the trusted included.
    premoderated,
    # The slowest, and the text leaves the house: last, and for nothing that is rejected already.
    external,
)
"""Every phase, in order."""

BROKEN = (OutboundFailed, OutboundRefused, StorageUnavailable)
"""Errors that are ours, and no answer to the visitor: the phase has failed."""


def run(submission: Submission, phases: Sequence[Phase] = PHASES) -> Decision:
    """What becomes of a submission.

    A phase that rejects ends it. A phase that holds does not: the first one to hold says why, and a later one may
    still reject, so that a flood of plain spam does not fill the desk, and editors see what every check says. What
    no phase has anything against is published. A phase that fails holds the comment; it is never lost for that, and
    never published. Errors raised on purpose (`CommentsClosed`, `RateLimited`, `InvalidInput`) go to the caller.
    """
    held: Decision | None = None
    parts: list[Part] = []
    for phase in phases:
        decision = _ask(phase, submission, parts)
        if decision is not None and decision.outcome is Outcome.REJECT:
            return replace(decision, parts=tuple(parts))
        if decision is not None and decision.outcome is Outcome.HOLD:
            held = held or decision
    return replace(held or Decision(Outcome.PUBLISH), parts=tuple(parts))


def _ask(phase: Phase, submission: Submission, parts: list[Part]) -> Decision | None:
    """What one phase says. Its part is noted."""
    name = phase.__name__
    start = time.perf_counter()
    try:
        decision = phase(submission)
        outcome = decision.outcome.value if decision is not None else "PASS"
    except Exception as error:
        if isinstance(error, NewsroomError) and not isinstance(error, BROKEN):
            raise
        _log(name, error)
        decision, outcome = hold(name, f"The phase failed ({type(error).__name__})"), "FAILED"
    milliseconds = round((time.perf_counter() - start) * 1000, 1)
    parts.append(Part(name, outcome, milliseconds, decision.note if decision is not None else ""))
    return decision


def _log(name: str, error: Exception) -> None:
    """Say which phase failed and where. Not how: the message of an error may quote the text."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last is not None else "?"
    logger.error("The moderation phase %s failed: %s at %s", name, type(error).__name__, where)
