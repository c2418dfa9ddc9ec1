"""Two at once, with two connections: one wins, the other is told, nothing is done twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from cms.conversation.desk import answers, cases
from cms.conversation.desk.crisis_switch import switch_on
from cms.conversation.desk.escalation import escalate_overdue
from cms.conversation.models import Answer, Case, CaseEvent, Comment, CrisisPeriod
from cms.errors import Conflict

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each work returned or raised, all begun at the same moment, each with a connection of its own."""
    results: list[Any] = [None] * len(works)
    start = threading.Barrier(len(works))

    def run(place: int, work: Callable[[], Any]) -> None:
        start.wait()
        try:
            results[place] = work()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def one_wins(results: list[Any]) -> None:
    assert [type(result) for result in results].count(Conflict) == len(results) - 1, results


def test_everything_that_two_may_do_at_once(
    case: Case, question: Comment, pia: Any, cia: Any, speaker: Any, post: Any
) -> None:
    """In one test, since emptying the database takes longer than all of it."""
    one_wins(at_once(*[lambda user=user: cases.take(user=user, case=case) for user in (pia, cia)]))
    seen = Case.objects.get()
    assert seen.owner in (pia, cia)
    one_wins(at_once(*[lambda: cases.assign(user=pia, case=_again(seen), owner=None)] * 4))

    drafts = [_draft(cia, question, speaker, f"Answer {number}.") for number in range(3)]
    one_wins(at_once(*[lambda draft=draft: answers.send(user=cia, answer=draft) for draft in drafts]))
    assert Comment.objects.filter(parent=question, person=speaker).count() == 1

    one_wins(at_once(*[lambda: cases.reopen(user=cia, case=_again(seen))] * 3))
    one_wins(at_once(*[lambda: cases.close(user=cia, case=_again(seen), outcome="ANSWERED")] * 3))

    praise = post("Well done!", kind="PRAISE").comment
    submitted = answers.submit(user=cia, answer=_draft(cia, praise, speaker, "Thank you!"))
    one_wins(
        at_once(
            lambda: answers.approve(user=pia, answer=submitted),
            lambda: answers.return_to_writer(user=pia, answer=submitted, note="Warmer."),
        )
    )
    sent = Answer.objects.get(pk=submitted.pk).state == "SENT"
    assert Comment.objects.filter(parent=praise).count() == int(sent)

    one_wins(at_once(*[lambda: switch_on(user=pia, newsroom=case.newsroom, reason="A mast fell.")] * 3))
    assert CrisisPeriod.objects.count() == 1

    for number in range(5):
        post(f"And number {number}?", kind="QUESTION")
    Case.objects.filter(state="OPEN").update(due_at=case.opened_at)
    assert sum(at_once(*[escalate_overdue] * 3)) == 5
    assert CaseEvent.objects.filter(action="ESCALATED").count() == 5


def _again(case: Case) -> Case:
    """The case as it was seen: not the object that another thread has in hand."""
    return Case(
        pk=case.pk,
        newsroom_id=case.newsroom_id,
        owner_id=case.owner_id,
        team=case.team,
        severity=case.severity,
    )


def _draft(user: Any, comment: Comment, person: Any, body: str) -> Answer:
    return answers.write_draft(user=user, comment=comment, person=person, body=body)
