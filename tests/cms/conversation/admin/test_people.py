"""What is kept about a person: found, exported and erased, and the address told nowhere else."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.conversation.models import Comment, CommentStatus

PEOPLE = "/admin/desk/people/"
EMAIL = "Mira.Solberg@example.com"


@pytest.fixture
def written(post: Any) -> list[Comment]:
    """Two comments of one person, one of another."""
    return [
        post("First words.", email=EMAIL, author_name="Mira").comment,
        post("Second words.", email=EMAIL.lower(), author_name="Mira").comment,
        post("Of somebody else.").comment,
    ]


def ask(client: Any, do: str, email: str = EMAIL) -> Any:
    return client.post(PEOPLE, {"do": do, "email": email})


def test_it_is_found_by_address_alone(pr: Any, written: list[Comment], foreign: Comment) -> None:
    Comment.objects.filter(pk=foreign.pk).update(email_hash=written[0].email_hash)
    found = ask(pr, "find").context["found"]
    assert (found.comments, found.public, found.reports) == (2, 2, 0)
    assert found.newsrooms == [("Norrvind", 2)]
    nothing = ask(pr, "find", "nobody@example.com")
    assert nothing.context["found"].is_empty
    assert "Nothing is kept about this address" in nothing.content.decode()


def test_the_export_is_a_file_and_is_noted_without_the_address(pr: Any, written: list[Comment]) -> None:
    answer = ask(pr, "export")
    assert answer["Content-Disposition"] == 'attachment; filename="person.json"'
    assert "no-store" in answer["Cache-Control"]
    kept = json.loads(answer.content)
    assert [each["text"] for each in kept["comments"]] == ["First words.", "Second words."]
    entry = PageLogEntry.objects.get(action="newsroom.person.export")
    assert entry.user == pr.user
    assert "mira" not in f"{entry.data} {entry.label}".lower()


def test_erasing_is_asked_first_and_cannot_be_undone(pr: Any, written: list[Comment]) -> None:
    asked = ask(pr, "ask")
    page = asked.content.decode()
    assert "This cannot be undone." in page
    assert asked.context["effects"][:2] == [
        "2 comments lose their text, name and address for ever.",
        "2 of them are public now: their places in the threads stay, without a word.",
    ]
    assert not Comment.objects.filter(status=CommentStatus.ERASED).exists()
    answer = ask(pr, "erase")
    assert "Erased: 2 comments and 0 reports." in answer.content.decode()
    erased = Comment.objects.filter(status=CommentStatus.ERASED)
    assert {(each.email, each.author_name, each.plain) for each in erased} == {("", "", "")}
    assert erased.count() == 2
    assert ask(pr, "find").context["found"].is_empty


def test_the_address_is_in_no_address_title_or_log(
    pr: Any, written: list[Comment], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for do in ("find", "export", "ask", "erase"):
        answer = ask(pr, do)
        assert answer.status_code == 200
        if do != "export":
            page = answer.content.decode()
            title = page[page.index("<title") : page.index("</title>")]
            assert "solberg" not in (title + answer.context["header_title"]).lower()
            assert "?email" not in page
    assert "solberg" not in caplog.text.lower()
    for entries in (ModelLogEntry.objects.all(), PageLogEntry.objects.all()):
        assert "solberg" not in str([(each.label, each.data) for each in entries]).lower()
    assert pr.get(PEOPLE, {"email": EMAIL}).context["form"]["email"].value() is None


def test_only_by_those_who_may_erase(service: Any, marketing: Any, written: list[Comment]) -> None:
    for client in (service, marketing):
        for do in ("find", "export", "ask", "erase"):
            answer = ask(client, do)
            assert answer.status_code in (302, 403)
            assert "First words" not in answer.content.decode()
    assert not Comment.objects.filter(status=CommentStatus.ERASED).exists()


def test_no_address_is_none(pr: Any) -> None:
    assert ask(pr, "erase", "nonsense").status_code == 422
