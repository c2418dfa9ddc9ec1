"""How phases work together, with phases made up for it; and the order of the real ones."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from cms.conversation import classifiers
from cms.conversation.models import CommentStatus, ModerationRules, ReasonCode
from cms.conversation.moderation import PHASES, Decision, Outcome, Submission, run
from cms.conversation.moderation.context import hold, reject
from cms.errors import (
    CommentsClosed,
    InvalidInput,
    NewsroomError,
    OutboundFailed,
    OutboundRefused,
    RateLimited,
    StorageUnavailable,
)

Submit = Callable[..., Submission]


def passes(submission: Submission) -> None:
    return None


def holds(submission: Submission) -> Decision:
    return hold("holds", "first")


def holds_too(submission: Submission) -> Decision:
    return hold("holds_too", "second")


def rejects(submission: Submission) -> Decision:
    return reject("rejects", ReasonCode.SPAM, "No spam, please.", "third")


def breaks(submission: Submission) -> Decision:
    raise ValueError(f"cannot read {submission.body.plain!r} of {submission.author.name}")


def never(submission: Submission) -> Decision:
    raise AssertionError("This phase must not be asked.")


def said(decision: Decision) -> list[tuple[str, str]]:
    return [(part.phase, part.outcome) for part in decision.parts]


def test_the_phases_in_their_order() -> None:
    assert [phase.__name__ for phase in PHASES] == [
        "closed",
        "flood",
        "honeypot",
        "proof_of_work",
        "words",
        "links",
        "duplicate",
        "length",
        "spam",
        "toxicity",
        "first_time",
        "premoderated",
        "external",
    ]


def test_what_no_phase_minds_is_published(submit: Submit) -> None:
    decision = run(submit(), [passes])
    assert (decision.outcome, decision.phase, decision.reason) == (Outcome.PUBLISH, "", "")
    assert (decision.message, decision.note) == ("", "")
    assert decision.outcome.status == CommentStatus.PUBLISHED
    assert said(decision) == [("passes", "PASS")]
    assert run(submit(), []).outcome is Outcome.PUBLISH


def test_a_rejection_ends_it(submit: Submit) -> None:
    decision = run(submit(), [passes, rejects, never])
    assert decision.outcome is Outcome.REJECT
    assert decision.outcome.status == CommentStatus.REJECTED
    assert (decision.phase, decision.reason) == ("rejects", ReasonCode.SPAM)
    assert (decision.message, decision.note) == ("No spam, please.", "third")
    assert said(decision) == [("passes", "PASS"), ("rejects", "REJECT")]


def test_the_first_to_hold_says_why_and_the_others_are_asked_too(submit: Submit) -> None:
    decision = run(submit(), [holds, holds_too, passes])
    assert decision.outcome is Outcome.HOLD
    assert decision.outcome.status == CommentStatus.HELD
    assert (decision.phase, decision.note) == ("holds", "first")
    assert decision.message == "Thank you. An editor reads your comment before it shows."
    assert said(decision) == [("holds", "HOLD"), ("holds_too", "HOLD"), ("passes", "PASS")]
    assert [part.note for part in decision.parts] == ["first", "second", ""]


def test_what_is_held_may_still_be_rejected(submit: Submit) -> None:
    decision = run(submit(), [holds, rejects, never])
    assert (decision.outcome, decision.phase) == (Outcome.REJECT, "rejects")
    assert said(decision) == [("holds", "HOLD"), ("rejects", "REJECT")]


@pytest.mark.parametrize("after", [[], [passes], [holds_too]])
def test_a_phase_that_fails_holds(submit: Submit, after: list[Any]) -> None:
    decision = run(submit(), [breaks, *after])
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "breaks")
    assert decision.note == "The phase failed (ValueError)"
    assert said(decision)[0] == ("breaks", "FAILED")
    assert run(submit(), [breaks, rejects]).outcome is Outcome.REJECT


def test_a_failure_is_logged_without_text_and_name(submit: Submit, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    run(submit(plain="my secret words", name="Greta Marker"), [breaks])
    (record,) = [record for record in caplog.records if record.name == "cms.conversation.moderation"]
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith("The moderation phase breaks failed: ValueError at ")
    assert "test_run.py:" in record.getMessage()
    assert "secret" not in caplog.text
    assert "Greta" not in caplog.text


@pytest.mark.parametrize(
    "error",
    [OutboundFailed("x"), OutboundRefused("x"), StorageUnavailable("x"), TimeoutError(), RecursionError()],
)
def test_what_fails_around_us_is_no_answer_to_the_visitor(submit: Submit, error: Exception) -> None:
    def fails(submission: Submission) -> None:
        raise error

    decision = run(submit(), [fails])
    assert (decision.outcome, decision.note) == (Outcome.HOLD, f"The phase failed ({type(error).__name__})")


@pytest.mark.parametrize(
    "error", [CommentsClosed("x"), InvalidInput("x", field="body"), RateLimited("x", retry_after=3)]
)
def test_refusals_go_to_the_caller(submit: Submit, error: NewsroomError) -> None:
    def refuses(submission: Submission) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        run(submit(), [holds, refuses, never])
    assert caught.value is error


def test_the_trail_is_fit_for_the_record(submit: Submit) -> None:
    trail = run(submit(), [holds, passes]).trail
    assert [(phase, outcome) for phase, outcome, _ in trail] == [("holds", "HOLD"), ("passes", "PASS")]
    assert all(isinstance(milliseconds, float) and milliseconds >= 0 for _, _, milliseconds in trail)


def test_the_trail_has_no_private_word(submit: Submit) -> None:
    assert "turbines" not in repr(submit())
    assert "Anna" not in repr(submit())


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifiers, "score", lambda *args, **kwargs: None)


def test_all_phases_let_a_plain_question_pass(submit: Submit, silent: None) -> None:
    decision = run(submit())
    assert decision.outcome is Outcome.PUBLISH
    assert {part.outcome for part in decision.parts} == {"PASS"}
    assert len(decision.parts) == len(PHASES)


def test_all_phases_on_spam_in_a_premoderated_thread(submit: Submit, silent: None) -> None:
    links = ("https://a.example", "https://b.example", "https://pills.example")
    rules = ModerationRules(banned_domains=["pills.example"])
    decision = run(submit(mode="PREMODERATED", links=links, rules=rules))
    assert (decision.outcome, decision.phase) == (Outcome.REJECT, "links")
    held = run(submit(mode="PREMODERATED", links=links))
    assert (held.outcome, held.phase) == (Outcome.HOLD, "links")
    assert [part.phase for part in held.parts if part.outcome == "HOLD"] == ["links", "premoderated"]
