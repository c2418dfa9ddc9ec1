"""Rules of a desk: what an editor may enter, and templates of answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.placeholders import NAMES, fill, left_in, problem_with
from cms.conversation.desk.templates import templates_for, text_of
from cms.conversation.models import AnswerTemplate, Case, Comment, DeskRules, Speaker
from cms.ledger.models import Counter
from cms.newsroom.models import NewsroomPage, Person


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"monday_closes": None}, "monday_closes", "both times"),
        ({"monday_closes": dt.time(2)}, "monday_closes", "closes after it opens"),
        ({"monday_closes": dt.time(8)}, "monday_closes", "closes after it opens"),
        ({"crisis_alerts": "boss@norrvind.example\nboss"}, "crisis_alerts", "“boss” is no e-mail address"),
        ({"holiday_country": "XX"}, "holiday_country", "such as SE"),
        ({"holiday_country": "se", "holiday_region": "BY"}, "holiday_region", "no part of SE"),
        ({"holiday_region": "BY"}, "holiday_country", "such as SE"),
        ({"time_zone": "Europe/Norrvind"}, "time_zone", "not a valid choice"),
        ({"question_hours_normal": 0}, "question_hours_normal", "greater than or equal to 1"),
    ],
)
def test_what_rules_refuse(fields: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ValidationError) as error:
        DeskRules(**fields).full_clean(
            exclude=["newsroom"], validate_unique=False, validate_constraints=False
        )
    assert list(error.value.message_dict) == [field]
    assert words in error.value.message_dict[field][0]


def test_an_office_that_never_opens_is_refused() -> None:
    rules = DeskRules()
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        setattr(rules, f"{day}_opens", None)
        setattr(rules, f"{day}_closes", None)
    with pytest.raises(ValidationError, match="at least one day"):
        rules.clean()


def test_rules_that_are_fine(rules: DeskRules) -> None:
    rules.holiday_country, rules.time_zone = "se", "Europe/Stockholm"
    rules.sunday_opens, rules.sunday_closes = dt.time(10), dt.time(23, 59)
    rules.crisis_alerts = " boss@norrvind.example \n"
    rules.full_clean()
    assert rules.holiday_country == "SE"
    assert rules.alert_addresses() == ["boss@norrvind.example"]
    rules.save()
    hours = desk_of(rules.newsroom_id).hours
    # The Epiphany of 2026 is a Tuesday; the office is in Stockholm.
    assert not hours.is_open(dt.datetime(2026, 1, 6, 9, tzinfo=dt.UTC))
    assert hours.is_open(dt.datetime(2026, 1, 7, 7, tzinfo=dt.UTC))
    assert hours.is_open(dt.datetime(2026, 1, 11, 22, 58, tzinfo=dt.UTC))


def test_a_newsroom_without_rules_works_by_the_defaults(newsroom: NewsroomPage) -> None:
    DeskRules.objects.all().delete()
    desk = desk_of(newsroom.pk)
    tuesday = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)
    assert desk.due_at("QUESTION", "NORMAL", tuesday) == dt.datetime(2026, 3, 10, 17, tzinfo=dt.UTC)
    assert desk.due_at("CRITICISM", "HIGH", tuesday) == dt.datetime(2026, 3, 10, 11, tzinfo=dt.UTC)


def test_what_rules_show_to_everybody_is_numbered(rules: DeskRules) -> None:
    def number() -> int:
        return Counter.objects.get(name="conversation").value

    before = number()
    rules.crisis_hours = 3
    rules.save()
    assert number() == before
    rules.show_answer_time = True
    rules.save()
    assert number() == before + 1


def test_a_speaker_is_a_user_or_a_group(person: Person, pia: Any) -> None:
    for fields in ({}, {"user": pia, "group": pia.groups.get()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Speaker.objects.create(person=person, **fields)
        with pytest.raises(ValidationError, match="either a user or a group"):
            Speaker(person=person, **fields).full_clean()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Dear {name}, {person} answers by {due}.", None),
        (
            "Dear {nmae}",
            "{nmae} is no placeholder. There are: {name}, {title_of_item}, {person}, {newsroom}, {due}",
        ),
        ("Dear {}", "{} is no placeholder."),
        ("Dear {name", "without its other half"),
        ("Dear name}", "without its other half"),
        ("{name.email}", "{name.email} is no placeholder"),
        ("{name!r:>9}", "{name!r:>9} is no placeholder"),
    ],
)
def test_placeholders(text: str, problem: str | None) -> None:
    found = problem_with(text)
    assert (problem in str(found)) if problem else (found is None)


@given(st.dictionaries(st.sampled_from(NAMES), st.text(), min_size=len(NAMES)))
def test_values_are_filled_in_as_they_are(values: dict[str, str]) -> None:
    assert fill("|".join(f"{{{name}}}" for name in NAMES), values) == "|".join(values[name] for name in NAMES)


def test_what_is_left() -> None:
    assert left_in("Dear {name}, see {other} until {due}") == ["name", "due"]


@pytest.mark.django_db
def test_an_unknown_placeholder_and_an_unknown_language_are_refused_when_saving() -> None:
    template = AnswerTemplate(language="en", title="Thanks", body="Dear {visitor}")
    with pytest.raises(ValidationError, match=r"{visitor} is no placeholder") as error:
        template.full_clean()
    assert list(error.value.message_dict) == ["body"]
    template = AnswerTemplate(language="Swedish", title="Thanks", body="Dear {name}")
    with pytest.raises(ValidationError, match="“Swedish” is no language") as error:
        template.full_clean()
    assert list(error.value.message_dict) == ["language"]
    AnswerTemplate(language="sv-FI", title="Thanks", body="Dear {name}").full_clean()


def test_which_templates_suit(question: Comment, newsroom: NewsroomPage) -> None:
    def make(title: str, **fields: Any) -> None:
        AnswerTemplate.objects.create(title=title, body="x", **({"language": "en"} | fields))

    make("all")
    make("all questions", kind="QUESTION")
    make("all criticism", kind="CRITICISM")
    make("Swedish", language="sv")
    make("second", newsroom=newsroom, sort_order=2)
    make("first", newsroom=newsroom, sort_order=1)
    make("American", language="en-US", newsroom=newsroom, kind="QUESTION")
    other = newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", locale=newsroom.locale)
    )
    make("another newsroom's", newsroom=other)
    titles = [template.title for template in templates_for(question)]
    assert titles == ["American", "first", "second", "all questions", "all"]
    assert [template.title for template in templates_for(question, language="sv-FI")] == ["Swedish"]


def test_a_template_is_filled_in(case: Case, question: Comment, person: Person, rules: DeskRules) -> None:
    rules.time_zone = "Europe/Stockholm"
    rules.save()
    question.author_name = "O'Brien <b> & {person}"
    body = "Dear {name}, about {title_of_item}: by {due}. {person}, {newsroom}"
    template = AnswerTemplate(language="sv", title="x", body=body)
    assert text_of(template, comment=question, person=person) == (
        "Dear O'Brien &lt;b&gt; &amp; {person}, about New turbines: by 10 mars 2026 18:00. Åsa Lind, Norrvind"
    )
