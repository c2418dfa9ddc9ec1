"""The same for many comments: asked first, done to each by itself, and told."""

from __future__ import annotations

from typing import Any

import pytest

from cms.conversation.models import Case, Comment


@pytest.fixture
def three(post: Any) -> list[Comment]:
    return [post(kind="OTHER").comment for _ in range(3)]


def bulk(client: Any, name: str, comments: Any, **fields: Any) -> Any:
    given = {"uid": [str(comment.pk) for comment in comments], "next": "/admin/desk/all/?kind=OTHER"}
    return client.post(f"/admin/desk/bulk/{name}/", given | fields, follow=True)


def told(answer: Any) -> list[str]:
    return [str(message).strip() for message in answer.context["messages"]]


def statuses(comments: Any) -> list[str]:
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


def test_it_asks_before_it_does(pr, three):
    answer = bulk(pr, "hold", three)
    assert answer.templates[0].name == "newsroom/desk/bulk.html"
    assert "3 of them are public now." in answer.content.decode()
    assert statuses(three) == ["PUBLISHED"] * 3
    answer = bulk(pr, "hold", three, confirmed="1")
    assert answer.redirect_chain == [("/admin/desk/all/?kind=OTHER", 302)]
    assert told(answer) == ["3 comments are held."]
    assert statuses(three) == ["HELD"] * 3


def test_some_cannot(pr, three):
    Comment.objects.filter(pk=three[0].pk).update(status="WITHDRAWN")
    answer = bulk(pr, "publish", three, confirmed="1")
    assert told(answer) == [
        "2 comments are published.",
        "1 was left as it is: Its author has withdrawn this comment, or it was erased.",
    ]


def test_rejecting_asks_for_the_ground(pr, three):
    answer = bulk(pr, "reject", three, confirmed="1", message="Be kind.")
    assert "This field is required." in answer.content.decode()
    assert "Be kind." in answer.content.decode()
    assert statuses(three) == ["PUBLISHED"] * 3
    bulk(pr, "reject", three, confirmed="1", reason="ABUSE", message="Be kind.")
    assert set(Comment.objects.values_list("status", "reason", "message")) == {
        ("REJECTED", "ABUSE", "Be kind.")
    }


def test_criticism_is_proposed(pr, three, rules):
    rules.criticism_needs_second_person = True
    rules.save()
    Comment.objects.filter(pk=three[0].pk).update(kind="CRITICISM")
    answer = bulk(pr, "reject", three, confirmed="1", reason="ABUSE")
    assert told(answer) == [
        "1 rejection is proposed: a second person decides.",
        "2 comments are rejected.",
    ]


def test_cases(service, question, three):
    chosen = [question, three[0]]
    answer = bulk(service, "assign", chosen, confirmed="1", owner=service.user.pk)
    assert told(answer) == [
        "1 case is assigned.",
        "1 was left as it is: There is no case: it is neither a question nor criticism.",
    ]
    bulk(service, "hand-over", [question], confirmed="1", team="MARKETING", owner="")
    case = Case.objects.get(comment=question)
    assert (case.team, case.owner) == ("MARKETING", None)


def test_rights(service, marketing, pr, three, foreign):
    assert bulk(service, "publish", three, confirmed="1").redirect_chain[-1][0] == "/admin/"
    assert bulk(marketing, "assign", three, confirmed="1").redirect_chain[-1][0] == "/admin/"
    answer = bulk(pr, "hold", [foreign, three[0]], confirmed="1")
    assert told(answer) == ["1 comment is held."]
    assert statuses([foreign, *three]) == ["PUBLISHED", "HELD", "PUBLISHED", "PUBLISHED"]


def test_nothing_chosen_and_nonsense(pr, three):
    assert told(bulk(pr, "hold", [])) == ["Choose comments first."]
    answer = pr.post("/admin/desk/bulk/hold/", {"uid": ["x"], "next": "https://evil.example/"})
    assert answer.url == "/admin/desk/"
    assert pr.get("/admin/desk/bulk/hold/").status_code == 405
