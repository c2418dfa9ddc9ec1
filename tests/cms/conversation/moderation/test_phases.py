"""Every phase alone, without a database. The one that asks another site is in `test_external.py`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.conversation import classifiers
from cms.conversation.classifiers import Score
from cms.conversation.identity import altcha
from cms.conversation.models import ModerationRules, ReasonCode, WordList
from cms.conversation.moderation.context import Outcome, Recent, Record, Submission, hold
from cms.conversation.moderation.phases.closed import closed
from cms.conversation.moderation.phases.duplicate import duplicate
from cms.conversation.moderation.phases.first_time import first_time
from cms.conversation.moderation.phases.flood import flood
from cms.conversation.moderation.phases.honeypot import honeypot
from cms.conversation.moderation.phases.length import length
from cms.conversation.moderation.phases.links import links
from cms.conversation.moderation.phases.premoderated import premoderated
from cms.conversation.moderation.phases.proof_of_work import proof_of_work
from cms.conversation.moderation.phases.spam import spam
from cms.conversation.moderation.phases.toxicity import toxicity
from cms.conversation.moderation.phases.trusted import is_trusted, unless_trusted
from cms.conversation.moderation.phases.words import words
from cms.errors import CommentsClosed, InvalidInput, RateLimited

Submit = Callable[..., Submission]


def rules(**fields: Any) -> ModerationRules:
    return ModerationRules(**fields)


class TestClosed:
    @pytest.mark.parametrize("mode", ["OPEN", "PREMODERATED"])
    def test_takes_comments(self, submit: Submit, mode: str) -> None:
        assert closed(submit(mode=mode)) is None

    @pytest.mark.parametrize(
        ("mode", "message"),
        [
            ("CLOSED", "The conversation is closed: no new comments, and no edits."),
            ("OFF", "There are no comments here."),
            ("SOMETHING", "The conversation is closed: no new comments, and no edits."),
        ],
    )
    @pytest.mark.parametrize("is_edit", [False, True])
    def test_refuses(self, submit: Submit, mode: str, message: str, is_edit: bool) -> None:
        with pytest.raises(CommentsClosed) as caught:
            closed(submit(mode=mode, is_edit=is_edit))
        assert (caught.value.message, caught.value.field) == (message, "thread")


class TestFlood:
    def test_refuses_in_slow_mode(self, submit: Submit) -> None:
        now = submit().now
        lately = Recent(last_by_person=now - timedelta(seconds=20))
        assert flood(submit(lately=lately)) is None
        assert flood(submit(lately=lately, slow_seconds=30, is_edit=True)) is None
        with pytest.raises(RateLimited) as caught:
            flood(submit(lately=lately, slow_seconds=30))
        assert caught.value.retry_after == 10

    def test_holds_a_rush(self, submit: Submit, settings: Any) -> None:
        settings.NEWSROOM = settings.NEWSROOM | {"THREAD_COMMENTS_PER_MINUTE": 60}
        assert flood(submit(lately=Recent(in_thread=59))) is None
        decision = flood(submit(lately=Recent(in_thread=60)))
        assert decision is not None
        assert (decision.outcome, decision.phase) == (Outcome.HOLD, "flood")

    def test_refuses_an_address(self, submit: Submit, settings: Any) -> None:
        settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": 10}
        first = submit().now - timedelta(seconds=59.5)
        assert flood(submit(lately=Recent(from_address=9, first_from_address=first))) is None
        with pytest.raises(RateLimited) as caught:
            flood(submit(lately=Recent(from_address=10, first_from_address=first)))
        assert caught.value.retry_after == 1


def test_honeypot(submit: Submit) -> None:
    assert honeypot(submit()) is None
    decision = honeypot(submit(honeypot=" "))
    assert decision is not None
    assert (decision.outcome, decision.phase, decision.reason) == (
        Outcome.REJECT,
        "honeypot",
        ReasonCode.SPAM,
    )
    assert decision.message == (
        "This looks like spam: a field that must stay empty was filled in. Leave it empty and post again."
    )


class TestProofOfWork:
    @pytest.fixture(autouse=True)
    def checked(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        seen: list[str] = []

        def check(payload: str) -> None:
            seen.append(payload)
            if payload != "good":
                raise InvalidInput("The proof of work is wrong.", field="proof_of_work")

        monkeypatch.setattr(altcha, "check", check)
        return seen

    def test_is_asked_for_by_rule(self, submit: Submit, checked: list[str]) -> None:
        assert proof_of_work(submit(proof_of_work="")) is None
        assert checked == []
        asked = rules(proof_of_work=True)
        assert proof_of_work(submit(rules=asked, proof_of_work="good")) is None
        with pytest.raises(InvalidInput, match=r"The proof of work is wrong\."):
            proof_of_work(submit(rules=asked, proof_of_work="bad"))
        assert checked == ["good", "bad"]

    def test_is_not_asked_of_known_people_and_for_edits(self, submit: Submit, checked: list[str]) -> None:
        asked = rules(proof_of_work=True)
        assert proof_of_work(submit(rules=asked, verified=True)) is None
        assert proof_of_work(submit(rules=asked, is_edit=True)) is None
        assert checked == []


class TestDuplicate:
    TEXT = "Buy the best watches in town today, and get one more of them for free!"

    def test_the_same_text(self, submit: Submit) -> None:
        assert duplicate(submit(plain=self.TEXT, same=2)) is None
        decision = duplicate(submit(plain=self.TEXT, same=3))
        assert decision is not None
        assert (decision.outcome, decision.phase) == (Outcome.HOLD, "duplicate")
        assert decision.note == "3 comments in this newsroom have the same text"

    def test_almost_the_same_text(self, submit: Submit) -> None:
        latest = [
            "BUY the best watches in town today, and get one more of them for free!!!",
            "Buy the best watches in town today – and get one more of them for free",
            "Buy the very best watches in town today, and get one more of them for free.",
            "What does the harbour authority say to all this? I have not seen an answer.",
        ]
        decision = duplicate(submit(plain=self.TEXT, latest=latest))
        assert decision is not None
        assert decision.note == "3 of the latest 4 comments here have almost the same text"
        assert duplicate(submit(plain=self.TEXT, latest=latest[1:])) is None

    def test_short_texts_may_be_the_same(self, submit: Submit) -> None:
        assert duplicate(submit(plain="Thank you very much!", same=50)) is None

    def test_without_spaces(self, submit: Submit) -> None:
        text = "ขายนาฬิการาคาถูกที่สุดในเมืองวันนี้เท่านั้นรีบซื้อเลย"
        assert duplicate(submit(plain=text, latest=[text + "!"] * 3)) is not None
        assert (
            duplicate(submit(plain=text, latest=["วันนี้อากาศดีมากเราไปเที่ยวทะเลกันเถอะครอบครัวของเรา"] * 3)) is None
        )


class TestLength:
    def test_too_short(self, submit: Submit) -> None:
        assert length(submit(plain="!")) is None
        decision = length(submit(plain="ok!!!", rules=rules(shortest=3)))
        assert decision is not None
        assert (decision.outcome, decision.note) == (Outcome.HOLD, "2 letters and digits, fewer than 3")
        assert length(submit(plain="ok 1", rules=rules(shortest=3))) is None

    def test_shouting(self, submit: Submit) -> None:
        loud = rules(hold_capitals=True)
        decision = length(submit(plain="WHY DOES NOBODY ANSWER ME", rules=loud))
        assert decision is not None
        assert (decision.outcome, decision.note) == (Outcome.HOLD, "21 of 21 letters are capitals")
        assert length(submit(plain="WHY DOES NOBODY ANSWER ME", rules=rules())) is None
        assert length(submit(plain="NASA, ESA AND JAXA", rules=loud)) is None
        assert (
            length(submit(plain="The EU and the USA have agreed on CETA, TTIP, and NAFTA", rules=loud))
            is None
        )
        assert length(submit(plain="日本語には大文字がありません。" * 5, rules=loud)) is None
        assert length(submit(plain="12345678901234567890 1234567890", rules=loud)) is None


class TestLinks:
    def test_too_many(self, submit: Submit) -> None:
        urls = ("https://a.example/", "https://b.example/", "https://c.example/")
        assert links(submit(links=urls[:2])) is None
        decision = links(submit(links=urls))
        assert decision is not None
        assert (decision.outcome, decision.phase, decision.note) == (
            Outcome.HOLD,
            "links",
            "3 links, more than 2",
        )
        assert links(submit(links=urls, rules=rules(most_links=3))) is None
        assert links(submit(links=urls[:2], url="https://c.example/")) is None

    @pytest.mark.parametrize(
        "given",
        [
            {"links": ("https://spam.example/buy",)},
            {"links": ("HTTPS://www.SPAM.example:8443/buy",)},
            {"links": ("http://a.b.spam.example./",)},
            {"links": ("http://user@spam.example/",)},
            {"url": "https://spam.example"},
            {"plain": "Look at spam.example, it is free."},
            {"plain": "(www.spam.example/x)"},
            {"plain": "spam。example is typed with another full stop"},
        ],
    )
    def test_banned(self, submit: Submit, given: dict[str, Any]) -> None:
        decision = links(submit(rules=rules(banned_domains=["spam.example"]), **given))
        assert decision is not None
        assert (decision.outcome, decision.reason) == (Outcome.REJECT, ReasonCode.SPAM)
        assert decision.message == (
            "Links to spam.example are not accepted here. Leave the link out and post again."
        )

    @pytest.mark.parametrize(
        "given",
        [
            {"links": ("https://notspam.example/",)},
            {"links": ("https://spam.example.org/",)},
            {"links": ("https://good.example/?to=spam.example",)},
            {"links": ("mailto:anna@good.example",)},
            {"plain": "I got spam. Example: this."},
        ],
    )
    def test_not_banned(self, submit: Submit, given: dict[str, Any]) -> None:
        assert links(submit(rules=rules(banned_domains=["spam.example"]), **given)) is None

    def test_international_names(self, submit: Submit) -> None:
        banned = rules(banned_domains=["xn--rksmrgs-5wao1o.example"])
        assert links(submit(links=("https://räksmörgås.example/",), rules=banned)) is not None


class TestWords:
    RULES = {
        "word_lists": [
            {"language": "en", "banned": ["idiot*"], "suspect": ["refund"]},
            {"language": "sv", "banned": ["slut"], "suspect": []},
            {"language": "", "banned": ["casino"], "suspect": []},
        ]
    }

    @pytest.fixture
    def listed(self) -> ModerationRules:
        return rules(word_lists=[WordList(**each) for each in self.RULES["word_lists"]])

    def test_without_lists(self, submit: Submit) -> None:
        assert words(submit(plain="idiot")) is None

    def test_banned(self, submit: Submit, listed: ModerationRules) -> None:
        decision = words(submit(plain="You refund IDIOTS", rules=listed))
        assert decision is not None
        assert (decision.outcome, decision.phase, decision.reason) == (
            Outcome.REJECT,
            "words",
            ReasonCode.ABUSE,
        )
        assert decision.message == (
            "It uses words that are not accepted here. Say it in other words and post again."
        )
        assert decision.note == "Banned: idiot*"

    def test_suspect(self, submit: Submit, listed: ModerationRules) -> None:
        decision = words(submit(plain="I want a refund.", rules=listed))
        assert decision is not None
        assert (decision.outcome, decision.note) == (Outcome.HOLD, "Suspect: refund")

    def test_by_language(self, submit: Submit, listed: ModerationRules) -> None:
        assert words(submit(plain="What a slut.", rules=listed)) is None
        assert words(submit(plain="Till slut!", language="sv-SE", rules=listed)) is not None
        assert words(submit(plain="I want a refund.", language="sv", rules=listed)) is None
        assert words(submit(plain="Casino!", language="sv", rules=listed)) is not None

    @pytest.mark.parametrize(
        "given",
        [
            {"name": "Casino Royal"},
            {"organisation": "Casino"},
            {"title": "Casino owner"},
            {"html": '<p><abbr title="a &quot;casino&quot;">x</abbr></p>'},
        ],
    )
    def test_everything_that_people_read(
        self, submit: Submit, listed: ModerationRules, given: dict[str, Any]
    ) -> None:
        decision = words(submit(rules=listed, **given))
        assert decision is not None
        assert decision.note == "Banned: casino"

    def test_addresses_in_attributes_are_not_read(self, submit: Submit, listed: ModerationRules) -> None:
        assert words(submit(html='<p><a href="https://x.example/casino">x</a></p>', rules=listed)) is None


class TestClassifiers:
    @pytest.fixture(autouse=True)
    def scores(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
        scores: dict[str, Any] = {"asked": []}

        def score(name: str, text: str, *, language: str = "") -> Score | None:
            scores["asked"].append((name, text, language))
            probability = scores.get(name)
            return None if probability is None else Score(probability, 0.7, f"{name}-4")

        monkeypatch.setattr(classifiers, "score", score)
        return scores

    @pytest.mark.parametrize(
        ("phase", "name", "switch"), [(spam, "spam", "check_spam"), (toxicity, "toxicity", "check_toxicity")]
    )
    def test_holds_and_never_rejects(
        self, submit: Submit, scores: dict[str, Any], phase: Any, name: str, switch: str
    ) -> None:
        assert phase(submit()) is None
        scores[name] = 0.69
        assert phase(submit()) is None
        scores[name] = 0.7
        decision = phase(submit(links=("https://pills.example/",)))
        assert (decision.outcome, decision.phase) == (Outcome.HOLD, name)
        assert decision.note == f"{name}-4: 0.70, from 0.70 on held"
        assert scores["asked"][-1] == (
            name,
            "When will the new turbines be running?\nhttps://pills.example/",
            "en",
        )
        scores[name] = 1.0
        assert phase(submit()).outcome is Outcome.HOLD
        asked = len(scores["asked"])
        assert phase(submit(rules=rules(**{switch: False}))) is None
        assert len(scores["asked"]) == asked


def test_first_time(submit: Submit) -> None:
    assert first_time(submit()) is None
    asked = rules(hold_first_time=True)
    decision = first_time(submit(rules=asked, past=Record(published=0, rejected_lately=2)))
    assert decision is not None
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "first_time")
    assert first_time(submit(rules=asked, past=Record(published=1))) is None


class TestTrusted:
    @pytest.mark.parametrize(
        ("given", "trusted"),
        [
            ({"confirmed": True, "past": Record(published=3)}, True),
            ({"verified": True, "past": Record(published=30)}, True),
            ({"past": Record(published=30)}, False),
            ({"confirmed": True, "past": Record(published=2)}, False),
            ({"confirmed": True, "past": Record(published=30, rejected_lately=1)}, False),
            ({"confirmed": True, "past": Record(published=9), "rules": rules(trusted_after=0)}, False),
            ({"confirmed": True, "past": Record(published=9), "rules": rules(trusted_after=10)}, False),
        ],
    )
    def test_who_is(self, submit: Submit, given: dict[str, Any], trusted: bool) -> None:
        assert is_trusted(submit(**given)) is trusted

    def test_passes_by_a_phase(self, submit: Submit) -> None:
        def suspicious(submission: Submission) -> Any:
            return hold("suspicious", "who knows")

        phase = unless_trusted(suspicious)
        assert phase.__name__ == "suspicious"
        assert phase(submit(confirmed=True, past=Record(published=3))) is None
        decision = phase(submit(past=Record(published=3)))
        assert decision is not None
        assert decision.note == "who knows"

    def test_nothing_is_looked_up_when_nothing_was_found(self, submit: Submit) -> None:
        class Unasked:
            def record(self) -> Record:
                raise AssertionError("nobody needs to know")

        assert unless_trusted(lambda submission: None)(submit(confirmed=True, history=Unasked())) is None


def test_premoderated(submit: Submit) -> None:
    assert premoderated(submit()) is None
    decision = premoderated(submit(mode="PREMODERATED", verified=True, past=Record(published=99)))
    assert decision is not None
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "premoderated")
