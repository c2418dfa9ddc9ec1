"""The screen of a comment: what it shows, what can be done there, by whom, and what becomes of mistakes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.conversation.desk import cases
from cms.conversation.models import (
    Appeal,
    Case,
    CaseEvent,
    Comment,
    CommentEdit,
    ModerationEvent,
    Proposal,
    Thread,
)
from cms.conversation.services.incoming import Visitor
from cms.conversation.services.reporting import report_comment


def url(comment: Comment) -> str:
    return f"/admin/desk/comments/{comment.pk}/"


def do(client: Any, comment: Comment, name: str, **fields: Any) -> Any:
    """Press the button of a form, filled in."""
    slot = "answer" if name in ("answer_save", "answer_submit", "answer_send") else name
    return client.post(url(comment), {"do": name} | {f"{slot}-{key}": value for key, value in fields.items()})


def told(answer: Any) -> list[str]:
    return [str(message).strip() for message in answer.context["messages"]]


def status(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).status


class TestWhatIsShown:
    def test_the_thread_around_it(self, pr, post):
        top = post("Top.").comment
        middle = post("Middle.", parent=top.pk).comment
        post("Beside.", parent=top.pk)
        post("Below.", parent=middle.pk)
        around = pr.get(url(middle)).context["around"]
        for part, expected in (
            (around.above, ["Top."]),
            (around.before, []),
            (around.replies, ["Below."]),
            (around.after, ["Beside."]),
        ):
            assert [near.comment.plain for near in part] == expected

    def test_its_history(self, pr, question):
        CommentEdit.objects.create(comment=question, at=timezone.now(), plain="When will they turn?")
        report_comment(question.pk, Visitor(id="f" * 32, address_hash=""), reason="SPAM", note="An advert.")
        do(pr, question, "reject", reason="SPAM", message="No adverts.", note="Third time.")
        html = pr.get(url(question)).content.decode()
        story = [entry.words for entry in pr.get(url(question)).context["story"]]
        assert story == ["Published", "Edited", "Reported: Spam", "Rejected, ground: Spam", REPORT_DECIDED]
        assert "When <del>will</del><ins>do</ins> they turn?" in html
        for words in ("An advert.", "No adverts.", "Third time.", "What the automatic checks said"):
            assert words in html

    def test_what_strangers_wrote_is_text(self, pr, post):
        attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
        comment = post(f"{attack} Hello <b>there</b>", author_name=f"Eve {attack}"[:100]).comment
        post(f"{attack} reply", parent=comment.pk)
        html = pr.get(url(comment)).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>there</b>" in html

    def test_e_mail_is_for_those_who_answer_or_moderate(self, pr, service, marketing, question):
        shown = {
            name: question.email in client.get(url(question)).content.decode()
            for name, client in (("pr", pr), ("service", service), ("marketing", marketing))
        }
        assert shown == {"pr": True, "service": True, "marketing": False}

    def test_others_by_the_same_person_in_ones_newsrooms(self, pr, post, question, foreign):
        other = post("Again me.", email=question.email.upper()).comment
        Comment.objects.filter(pk=foreign.pk).update(email_hash=question.email_hash)
        others = pr.get(url(question)).context["others"]
        assert [near.comment.pk for near in others] == [other.pk]

    def test_others_newsrooms_are_not_there(self, pr, foreign):
        case = Case.objects.get(comment=foreign)
        assert pr.get(url(foreign)).status_code == 404
        assert do(pr, foreign, "hold").status_code == 404
        assert pr.get(f"/admin/desk/cases/{case.pk}/").status_code == 404
        assert pr.post(f"{url(foreign)}letter/").status_code == 404
        assert pr.get(f"{url(foreign)}templates/1/").status_code == 404
        assert status(foreign) == "PUBLISHED"

    def test_a_case_leads_to_its_comment(self, pr, question):
        answer = pr.get(f"/admin/desk/cases/{Case.objects.get(comment=question).pk}/")
        assert (answer.status_code, answer.url) == (302, url(question))


REPORT_DECIDED = "Report decided: The comment was removed"


class TestDeciding:
    def test_publish_hold_and_pin(self, pr, held):
        assert do(pr, held, "publish").status_code == 302
        assert status(held) == "PUBLISHED"
        do(pr, held, "pin")
        assert Comment.objects.get(pk=held.pk).pinned
        do(pr, held, "unpin")
        assert not Comment.objects.get(pk=held.pk).pinned
        do(pr, held, "hold")
        assert status(held) == "HELD"
        event = ModerationEvent.objects.filter(comment=held).last()
        assert (event.user, event.from_status, event.to_status) == (pr.user, "PUBLISHED", "HELD")

    def test_a_rejection_needs_a_ground_and_keeps_what_was_typed(self, pr, held):
        answer = do(pr, held, "reject", message="It is not kind.", note="Watch them.")
        assert answer.status_code == 422
        assert told(answer) == ["It was not done. See what is missing below."]
        html = answer.content.decode()
        assert "It is not kind." in html
        assert "Watch them." in html
        assert status(held) == "HELD"
        do(pr, held, "reject", reason="ABUSE", message="It is not kind.", note="Watch them.")
        comment = Comment.objects.get(pk=held.pk)
        assert (comment.status, comment.reason, comment.message) == ("REJECTED", "ABUSE", "It is not kind.")

    def test_criticism_waits_for_a_second_person(self, pr, log_in, post, rules):
        rules.criticism_needs_second_person = True
        rules.save()
        criticism = post("Too loud.", kind="CRITICISM").comment
        do(pr, criticism, "reject", reason="OFF_TOPIC", message="Elsewhere, please.")
        assert status(criticism) == "PUBLISHED"
        assert Proposal.objects.get(comment=criticism).user == pr.user
        second = log_in("petra", "PR")
        page = second.get(url(criticism))
        assert "Pia proposes to reject it" in page.content.decode()
        assert page.context["forms"]["reject"].initial["reason"] == "OFF_TOPIC"
        do(second, criticism, "reject", reason="OFF_TOPIC", message="Elsewhere, please.")
        assert status(criticism) == "REJECTED"

    def test_reports(self, pr, question):
        report_comment(question.pk, Visitor(id="f" * 32, address_hash=""), reason="SPAM")
        do(pr, question, "dismiss")
        assert (Comment.objects.get(pk=question.pk).report_count, status(question)) == (0, "PUBLISHED")

    def test_an_appeal_is_decided_by_somebody_else(self, pr, log_in, held):
        do(pr, held, "reject", reason="ABUSE")
        appeal = Appeal.objects.create(comment=held, text="I was polite.", at=timezone.now())
        answer = do(pr, held, "appeal", appeal=appeal.pk, outcome="REVERSED", note="You are right.")
        assert answer.status_code == 403
        assert told(answer)[-1:] == ["An appeal is decided by somebody other than who rejected the comment."]
        assert "You are right." in answer.content.decode()
        assert status(held) == "REJECTED"
        do(log_in("petra", "PR"), held, "appeal", appeal=appeal.pk, outcome="REVERSED", note="You are right.")
        assert status(held) == "PUBLISHED"

    def test_kind_and_brake(self, pr, held):
        do(pr, held, "kind", kind="QUESTION")
        assert Case.objects.get(comment=held).kind == "QUESTION"
        do(pr, held, "brake", brake="CLOSED", slow_seconds="30")
        thread = Thread.objects.get(pk=held.thread_id)
        assert (thread.mode, thread.slow_seconds) == ("CLOSED", 30)

    def test_the_letter_to_the_author(self, pr, held):
        letter = pr.post(f"{url(held)}letter/", {"reject-reason": "ABUSE", "reject-message": "Be kind."})
        text = letter.json()["text"]
        assert text.startswith(f"Hello {held.author_name},")
        assert "Ground: Insults or harassment." in text
        assert "Be kind." in text
        assert "Hold me." in text


class TestCases:
    def test_take_assign_hand_over_weigh_promise_note_close_reopen(self, pr, service, question):
        case = Case.objects.get(comment=question)
        do(service, question, "take")
        case.refresh_from_db()
        assert case.owner == service.user
        do(service, question, "assign", owner=pr.user.pk, note="Yours?", seen=cases.seen(case))
        case.refresh_from_db()
        assert case.owner == pr.user
        do(
            service,
            question,
            "hand_over",
            team="CUSTOMER_SERVICE",
            owner="",
            note="Ours.",
            seen=cases.seen(case),
        )
        case.refresh_from_db()
        assert (case.team, case.owner) == ("CUSTOMER_SERVICE", None)
        do(service, question, "severity", severity="HIGH", seen=cases.seen(case))
        case.refresh_from_db()
        assert case.severity == "HIGH"
        due = (timezone.now() + timedelta(days=9)).replace(second=0, microsecond=0)
        do(pr, question, "due", due_at=due.strftime("%Y-%m-%d %H:%M"), seen=cases.seen(case))
        case.refresh_from_db()
        assert case.due_at == due
        do(service, question, "note", note="Called them.")
        do(pr, question, "close", outcome="MOOT", note="Answered by phone.", seen=cases.seen(case))
        case.refresh_from_db()
        assert (case.state, case.outcome) == ("CLOSED", "MOOT")
        do(pr, question, "reopen", note="Asked again.")
        assert list(CaseEvent.objects.values_list("action", flat=True)) == [
            "OPENED",
            "ASSIGNED",
            "ASSIGNED",
            "HANDED_OVER",
            "SEVERITY",
            "DUE",
            "NOTE",
            "CLOSED",
            "REOPENED",
        ]
        words = [entry.words for entry in pr.get(url(question)).context["case_story"]]
        assert words[1:4] == ["Assigned to Cia", "Assigned to Pia", "Handed over to Customer service"]

    def test_who_was_faster_is_told_and_the_note_is_kept(self, pr, service, question):
        case = Case.objects.get(comment=question)
        seen = cases.seen(case)
        do(service, question, "take")
        answer = do(pr, question, "assign", owner=pr.user.pk, note="I know him.", seen=seen)
        assert answer.status_code == 409
        assert told(answer)[0].startswith("Cia has changed this case in the meantime")
        assert "I know him." in answer.content.decode()
        case.refresh_from_db()
        assert case.owner == service.user
        form = answer.context["forms"]["assign"]
        again = {field.name: field.value() for field in form}
        assert do(pr, question, "assign", **again).status_code == 302
        case.refresh_from_db()
        assert case.owner == pr.user


class TestRights:
    @pytest.mark.parametrize("name", ["publish", "hold", "reject", "pin", "kind", "brake", "dismiss"])
    def test_customer_service_does_not_moderate(self, service, question, name):
        answer = do(service, question, name, reason="SPAM", kind="PRAISE")
        assert (answer.status_code, answer.url) == (302, "/admin/")
        comment = Comment.objects.get(pk=question.pk)
        assert (comment.status, comment.kind, comment.pinned) == ("PUBLISHED", "QUESTION", False)

    def test_what_customer_service_sees(self, service, question):
        page = service.get(url(question))
        html = page.content.decode()
        assert {"assign", "hand_over", "severity", "note", "answer"} <= set(page.context["forms"])
        assert not {"reject", "kind", "brake", "due", "appeal"} & set(page.context["forms"])
        assert 'value="publish"' not in html
        assert 'value="hold"' not in html

    def test_marketing_suggests_and_no_more(self, marketing, question):
        page = marketing.get(url(question))
        assert set(page.context["forms"]) == {"note", "answer", "answer_return"}
        assert do(marketing, question, "take").url == "/admin/"
        assert Case.objects.get(comment=question).owner is None

    def test_nothing_is_done_by_looking_or_from_elsewhere(self, pr, held):
        assert pr.get(url(held), {"do": "publish"}).status_code == 200
        assert status(held) == "HELD"
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(pr.user)
        assert strict.post(url(held), {"do": "publish"}).status_code == 403
        assert strict.post("/admin/desk/bulk/publish/", {"uid": held.pk, "confirmed": 1}).status_code == 403
        assert status(held) == "HELD"

    def test_unknown_deeds(self, pr, held):
        assert do(pr, held, "delete").status_code == 404
