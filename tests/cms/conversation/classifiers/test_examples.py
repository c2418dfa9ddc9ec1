from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from cms.conversation.classifiers import examples
from cms.conversation.classifiers.examples import Example, decisions_after, own_examples
from cms.conversation.models import Comment, CommentStatus, ModerationEvent, ReasonCode
from cms.newsroom.models import Person

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
Decide = Callable[..., Comment]


def learnt(name: str) -> list[tuple[str, bool]]:
    return [(example.text, example.is_positive) for example in own_examples(name, until=NOW)]


@pytest.mark.parametrize(
    ("reason", "spam", "toxicity"),
    [
        (ReasonCode.SPAM, [True], []),
        (ReasonCode.ADVERTISING, [True], []),
        (ReasonCode.ABUSE, [], [True]),
        (ReasonCode.HATE, [], [True]),
        (ReasonCode.THREAT, [], [True]),
        (ReasonCode.OFF_TOPIC, [], []),
        (ReasonCode.DUPLICATE, [], []),
    ],
)
def test_grounds_of_rejections_teach_what_they_name(
    decide: Decide, reason: str, spam: list[bool], toxicity: list[bool]
) -> None:
    decide("Some text", CommentStatus.REJECTED, reason=reason)
    assert [kind for _, kind in learnt("spam")] == spam
    assert [kind for _, kind in learnt("toxicity")] == toxicity


def test_what_editors_publish_is_an_example_of_neither(decide: Decide) -> None:
    decide("When is it finished?", language="sv")
    expected = [Example("When is it finished?", False, language="sv")]
    assert own_examples("spam", until=NOW) == own_examples("toxicity", until=NOW) == expected


def test_phases_and_reports_of_visitors_teach_nothing(decide: Decide) -> None:
    comment = decide("Held and rejected by machines", CommentStatus.REJECTED, reason="SPAM", user=None)
    Comment.objects.filter(pk=comment.pk).update(report_count=50)
    assert learnt("spam") == []
    assert not decisions_after(NOW - timedelta(days=1)).exists()


def test_a_later_decision_takes_the_place_of_the_former(decide: Decide, editor: Any) -> None:
    comment = decide("Sounds like spam", CommentStatus.REJECTED, reason="SPAM")
    ModerationEvent.objects.create(
        comment=comment, at=NOW - timedelta(minutes=1), to_status=CommentStatus.PUBLISHED, user=editor
    )
    Comment.objects.filter(pk=comment.pk).update(status=CommentStatus.PUBLISHED)
    assert learnt("spam") == [("Sounds like spam", False)]


@pytest.mark.parametrize(
    "change",
    [
        {"status": CommentStatus.HELD},
        {"status": CommentStatus.WITHDRAWN},
        {"plain": ""},
        {"edited_at": NOW - timedelta(minutes=30)},
    ],
)
def test_a_decision_that_no_longer_holds_teaches_nothing(decide: Decide, change: dict[str, Any]) -> None:
    comment = decide("A text", at=NOW - timedelta(hours=1))
    assert learnt("spam") == [("A text", False)]
    Comment.objects.filter(pk=comment.pk).update(**change)
    assert learnt("spam") == []


def test_an_edit_before_the_decision_is_what_was_decided(decide: Decide) -> None:
    decide("A text", at=NOW - timedelta(hours=1), edited_at=NOW - timedelta(hours=2))
    assert learnt("spam") == [("A text", False)]


def test_official_answers_teach_nothing(decide: Decide, person: Person) -> None:
    decide("We are sorry.", person=person)
    assert learnt("spam") == []


def test_decisions_after_the_asked_time_are_left_for_the_next(decide: Decide) -> None:
    decide("Old", at=NOW - timedelta(hours=1))
    decide("New", at=NOW + timedelta(seconds=1))
    assert learnt("spam") == [("Old", False)]
    assert decisions_after(NOW).count() == 1


def test_the_same_text_counts_once_and_its_newest_decision(decide: Decide) -> None:
    decide("Thanks!", digest="t", at=NOW - timedelta(hours=2))
    decide("Thanks!", CommentStatus.REJECTED, reason="SPAM", digest="t", at=NOW - timedelta(hours=1))
    assert learnt("spam") == [("Thanks!", True)]


def test_one_author_alone_teaches_little(decide: Decide) -> None:
    for number in range(examples.MAX_OF_AUTHOR + 3):
        decide(f"Buy {number}", CommentStatus.REJECTED, reason="SPAM", email_hash="one", minutes=number)
    decide("Another one's", CommentStatus.REJECTED, reason="SPAM", email_hash="two", minutes=99)
    expected = [(f"Buy {number}", True) for number in range(examples.MAX_OF_AUTHOR)]
    assert learnt("spam") == [*expected, ("Another one's", True)]


def test_the_newest_are_kept_when_there_are_too_many(decide: Decide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "MAX_EACH", 2)
    for number in range(4):
        decide(f"Fine {number}", minutes=number)
    decide("Buy", CommentStatus.REJECTED, reason="SPAM", minutes=50)
    assert learnt("spam") == [("Fine 0", False), ("Fine 1", False), ("Buy", True)]


def test_addresses_behind_links_are_part_of_the_text(decide: Decide) -> None:
    body = '<p><a href="http://shop.example/?a=1&amp;b=2" rel="nofollow ugc noopener">here</a></p>'
    decide("here", body=body)
    assert learnt("spam") == [("here\nhttp://shop.example/?a=1&b=2", False)]


def test_a_hundred_decisions_take_one_query(decide: Decide, django_assert_num_queries: Any) -> None:
    for number in range(3):
        decide(f"Few {number}")
    with django_assert_num_queries(1):
        own_examples("spam", until=NOW)
    for number in range(100):
        decide(f"Many {number}")
    with django_assert_num_queries(1):
        assert len(own_examples("spam", until=NOW)) == 103


def test_an_editor_who_has_left_is_no_longer_counted(decide: Decide, editor: Any) -> None:
    decide("A text")
    get_user_model().objects.filter(pk=editor.pk).delete()
    assert learnt("spam") == []
