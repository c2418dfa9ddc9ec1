"""Answering on the screen of a comment: drafts, templates, approval, sending, and what is not lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale

from cms.conversation.models import Answer, AnswerTemplate, Case, Comment, Speaker
from cms.newsroom.models import Person


def url(comment: Comment) -> str:
    return f"/admin/desk/comments/{comment.pk}/"


def told(answer: Any) -> list[str]:
    return [str(message).strip() for message in answer.context["messages"]]


@pytest.fixture
def write(question: Comment, speaker: Any) -> Any:
    """Fills the form for an answer in, as it is on the user's screen, and presses one of its buttons."""

    def press(client: Any, button: str, **fields: Any) -> Any:
        form = client.get(url(question)).context["forms"]["answer"]
        shown = {field.name: field.value() for field in form if field.value() is not None}
        given = shown | {"person": speaker.pk} | fields
        return client.post(
            url(question), {"do": button} | {f"answer-{name}": value for name, value in given.items()}
        )

    return press


@pytest.fixture
def press(question: Comment) -> Any:
    """Presses a button that is about an answer there is."""

    def button(client: Any, name: str, **fields: Any) -> Any:
        given = {
            f"{name}-{key}": value for key, value in ({"answer": Answer.objects.get().pk} | fields).items()
        }
        return client.post(url(question), {"do": name} | given)

    return button


def test_who_may_sends_at_once(service, question, write, speaker):
    assert write(service, "answer_send", body="In May.", outcome="APOLOGISED").status_code == 302
    reply = Comment.objects.get(parent=question)
    assert (reply.plain, reply.person, reply.status) == ("In May.", speaker, "PUBLISHED")
    assert Comment.objects.get(pk=question.pk).answer == reply
    case = Case.objects.get(comment=question)
    assert (case.state, case.outcome) == ("CLOSED", "APOLOGISED")
    page = service.get(url(question))
    assert [answer.sent_comment for answer in page.context["answers"]["sent"]] == [reply]
    assert "Answered as Åsa Lind" in page.content.decode()


def test_drafts_are_gone_on_with(marketing, pr, question, write):
    write(marketing, "answer_save", body="In Mai.")
    write(pr, "answer_save", body="In May.")
    answer = Answer.objects.get()
    assert (answer.body, answer.written_by, answer.state) == ("In May.", pr.user, "DRAFT")


def test_two_drafts_at_once(marketing, pr, question, write):
    write(marketing, "answer_save", body="In Mai.")
    old = pr.get(url(question)).context["forms"]["answer"]["seen"].value()
    write(marketing, "answer_save", body="In May.")
    answer = write(pr, "answer_save", body="In June.", seen=old)
    assert answer.status_code == 409
    assert told(answer)[0] == "Max has changed this answer in the meantime."
    html = answer.content.decode()
    assert "In June." in html
    assert "In May." in html
    assert Answer.objects.get().body == "In May."
    fresh = answer.context["forms"]["answer"]["seen"].value()
    write(pr, "answer_save", body="In June.", seen=fresh)
    assert Answer.objects.get().body == "In June."


def test_a_suggestion_is_approved_or_returned(marketing, pr, question, write, press):
    write(marketing, "answer_submit", body="In Mai.")
    page = pr.get(url(question))
    assert page.context["answers"]["may_approve"] is True
    assert marketing.get(url(question)).context["answers"]["may_approve"] is False
    answer = press(pr, "answer_return", note="")
    assert answer.status_code == 422
    assert told(answer) == ["Write down what the writer is to change."]
    press(pr, "answer_return", note="A typo.")
    assert "A typo." in marketing.get(url(question)).content.decode()
    write(marketing, "answer_submit", body="In May.")
    assert press(marketing, "answer_approve").status_code == 403
    press(pr, "answer_approve")
    answer = Answer.objects.get()
    assert (answer.state, answer.written_by, answer.approved_by) == ("SENT", marketing.user, pr.user)
    assert Comment.objects.get(parent=question).plain == "In May."


def test_what_is_not_ready_is_not_sent_and_not_lost(service, question, write, rules):
    answer = write(service, "answer_send", body="In May, {name}.")
    assert answer.status_code == 422
    assert told(answer) == ["Fill in {name} before the answer is sent."]
    assert "In May, {name}." in answer.content.decode()
    rules.use_checklist = True
    rules.save()
    answer = write(service, "answer_send", body="In May.")
    assert told(answer) == [
        "Not ticked yet: Is it humble? Does it own the mistake? Does it say what happens next? Does it blame nobody?"
    ]
    assert Answer.objects.count() == 0
    points = ["humble", "owns", "next", "no_blame"]
    assert write(service, "answer_send", body="In May.", checklist=points).status_code == 302
    assert Comment.objects.get(parent=question).plain == "In May."


def test_templates(service, question, speaker, open_newsroom):
    fields = {"body": "Dear {name}, {person} thanks you.", "language": "en"}
    fitting = AnswerTemplate.objects.create(title="Thanks", kind="QUESTION", **fields)
    AnswerTemplate.objects.create(title="Sorry", kind="CRITICISM", **fields)
    Comment.objects.filter(pk=question.pk).update(author_name="A <b>")
    form = service.get(url(question)).context["forms"]["answer"]
    assert [label for _, label in form.fields["template"].choices] == ["Begin without a template", "Thanks"]
    text = service.get(f"{url(question)}templates/{fitting.pk}/", {"person": speaker.pk}).json()["text"]
    assert text == "Dear A &lt;b&gt;, Åsa Lind thanks you."
    assert service.get(f"{url(question)}templates/{fitting.pk}/").status_code == 404
    assert (
        service.get(f"{url(question)}templates/{fitting.pk + 1}/", {"person": speaker.pk}).status_code == 404
    )


def test_drafts_are_thrown_away(marketing, question, write, press):
    write(marketing, "answer_save", body="In Mai.")
    press(marketing, "answer_discard")
    assert Answer.objects.count() == 0


def test_who_speaks_the_language_is_offered_first(service, question, speaker):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    other = Person.objects.create(name="Aron Ask", title="driftchef", locale=swedish)
    Speaker.objects.create(person=other, group=Group.objects.get(name="Customer service"))
    people = service.get(url(question)).context["forms"]["answer"].fields["person"].queryset
    assert list(people) == [speaker, other]
    Comment.objects.filter(pk=question.pk).update(language="sv")
    people = service.get(url(question)).context["forms"]["answer"].fields["person"].queryset
    assert list(people) == [other, speaker]
