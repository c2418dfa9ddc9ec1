"""Two who do opposite things to one comment at the same time: one goes before the other, and all that follows agrees."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from cms.conversation.models import Case, Comment, CommentEdit, ModerationEvent, Thread
from cms.conversation.services import decide
from cms.conversation.services.authors import withdraw_comment
from cms.conversation.services.editing import edit_comment
from cms.conversation.services.erasing import erase_person
from cms.conversation.services.incoming import Visitor
from cms.conversation.services.posting import Posted
from cms.conversation.services.reacting import react
from cms.conversation.services.recounting import differences
from cms.errors import Conflict, InvalidInput, NewsroomError, NotFound
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5
Deed = Callable[[], Any]


@pytest.fixture
def editor() -> Any:
    return get_user_model().objects.create_superuser("editor")


def at_once(*deeds: Deed) -> list[NewsroomError | None]:
    """Do all at the same time; what each was refused with. Any other error is raised."""
    barrier = threading.Barrier(len(deeds))
    outcomes: list[Any] = [None] * len(deeds)

    def do(place: int) -> None:
        try:
            barrier.wait()
            deeds[place]()
        except Exception as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(place,)) for place in range(len(deeds))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for outcome in outcomes:
        if outcome is not None and not isinstance(outcome, NewsroomError):
            raise outcome
    return outcomes


def assert_agrees(comment: Comment) -> Comment:
    """Its history is one chain that ends at what it is now; counts and case agree with it."""
    comment = Comment.objects.get(pk=comment.pk)
    chain = list(ModerationEvent.objects.filter(comment=comment).order_by("pk"))
    assert [event.from_status for event in chain] == ["", *(event.to_status for event in chain[:-1])]
    assert chain[-1].to_status == comment.status
    assert all(event.from_status != event.to_status for event in chain)
    case = Case.objects.get(comment=comment)
    assert case.is_open == (comment.status in ("PUBLISHED", "HELD"))
    assert differences(comment.thread_id) == []
    return comment


def test_approving_against_rejecting(post: Callable[..., Posted], editor: Any) -> None:
    for _ in range(ROUNDS):
        comment = post(kind="QUESTION").comment
        decide.hold(comment.pk, user=editor)
        refused = at_once(
            lambda comment=comment: decide.publish(comment.pk, user=editor),
            lambda comment=comment: decide.reject(comment.pk, user=editor, reason="ABUSE"),
        )
        assert refused == [None, None]
        assert assert_agrees(comment).status in ("PUBLISHED", "REJECTED")
        steps = list(ModerationEvent.objects.filter(comment=comment).values_list("to_status", flat=True))
        assert sorted(list(steps)[-2:]) == ["PUBLISHED", "REJECTED"]


def test_publishing_against_withdrawing(post: Callable[..., Posted], editor: Any) -> None:
    for _ in range(ROUNDS):
        made = post(kind="CRITICISM")
        decide.hold(made.comment.pk, user=editor)
        published, withdrawn = at_once(
            lambda made=made: decide.publish(made.comment.pk, user=editor),
            lambda made=made: withdraw_comment(made.comment.pk, made.edit_token),
        )
        assert withdrawn is None
        assert published is None or isinstance(published, Conflict)
        assert assert_agrees(made.comment).status == "WITHDRAWN"


def test_editing_against_erasing(post: Callable[..., Posted], editor: Any) -> None:
    for _ in range(ROUNDS):
        made = post("To be forgotten", kind="QUESTION")
        edited, erased = at_once(
            lambda made=made: edit_comment(made.comment.pk, made.edit_token, "Never to be forgotten"),
            lambda made=made: erase_person(made.comment.email, user=editor),
        )
        assert erased is None
        assert edited is None or isinstance(edited, Conflict | NotFound)
        comment = assert_agrees(made.comment)
        assert (comment.status, comment.source, comment.body, comment.plain) == ("ERASED", "", "", "")
        assert not CommentEdit.objects.filter(comment=comment).exists()


def test_replying_against_withdrawing(post: Callable[..., Posted], thread: Thread) -> None:
    for _ in range(ROUNDS):
        made = post(" ".join(uuid4().hex[:6] for _ in range(8)), kind="QUESTION")
        replied, withdrawn = at_once(
            lambda made=made: post(uuid4().hex, parent=made.comment.pk),
            lambda made=made: withdraw_comment(made.comment.pk, made.edit_token),
        )
        assert withdrawn is None
        assert replied is None or isinstance(replied, InvalidInput)
        comment = assert_agrees(made.comment)
        assert (comment.reply_count, comment.shown) == ((1, True) if replied is None else (0, False))
    thread.refresh_from_db()
    assert thread.comment_count == Comment.objects.filter(status="PUBLISHED").count()


def test_the_same_reaction_from_many_sides(post: Callable[..., Posted]) -> None:
    comment = post(kind="QUESTION").comment
    same = Visitor(id="a" * 32)
    outcomes = at_once(*[lambda: react(comment.pk, same, name="like")] * 6)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict"] * 5 + ["NoneType"]
    assert assert_agrees(comment).reactions == {"like": 1}


def test_many_send_the_same_request_at_once(post: Callable[..., Posted]) -> None:
    posted: list[Posted] = []
    visitor = Visitor(id="b" * 32, address_hash="c" * 64)
    given = {
        "author_name": "Ann",
        "email": "ann@example.com",
        "visitor": visitor,
        "key": "once",
        "kind": "QUESTION",
    }
    assert at_once(*[lambda: posted.append(post("When do they turn?", **given))] * 12) == [None] * 12
    assert Comment.objects.count() == 1
    assert {(made.comment.pk, made.edit_token) for made in posted} == {
        (posted[0].comment.pk, posted[0].edit_token)
    }
    assert sorted(made.replayed for made in posted) == [False] + [True] * 11
    assert_agrees(posted[0].comment)


def test_publishing_again_against_posting(thread: Thread, post: Callable[..., Posted]) -> None:
    release = ReleasePage.objects.get(pk=thread.item.source_id)

    def publish() -> None:
        for number in range(ROUNDS):
            release.summary = f"Told anew, {number}"
            release.save_revision().publish()

    def talk() -> None:
        for _ in range(4 * ROUNDS):
            post(f"{uuid4()} {uuid4()}")  # not so alike that they are held

    assert at_once(publish, talk) == [None, None]
    assert differences(thread.pk) == []
    assert Thread.objects.get(pk=thread.pk).comment_count == 4 * ROUNDS
