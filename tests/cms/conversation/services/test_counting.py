"""Counts, places and numbers stay right whatever happens to comments, in whatever order."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from cms.conversation.models import Comment, Thread
from cms.conversation.services import decide
from cms.conversation.services.answering import answer_officially
from cms.conversation.services.authors import withdraw_comment
from cms.conversation.services.editing import edit_comment
from cms.conversation.services.erasing import erase_person
from cms.conversation.services.incoming import Visitor
from cms.conversation.services.posting import Posted
from cms.conversation.services.reacting import react
from cms.conversation.services.recounting import differences, mend
from cms.conversation.services.reporting import report_comment
from cms.errors import NewsroomError

WORKS = 1000
KINDS = ("QUESTION", "PRAISE", "CRITICISM", "OTHER")


@pytest.fixture
def editor(db: None) -> Any:
    return get_user_model().objects.create_superuser("editor")


def test_counts_are_right_after_a_thousand_works(
    thread: Thread, post: Callable[..., Posted], editor: Any, person: Any, settings: Any
) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "COMMENTS_PER_MINUTE": 0, "THREAD_COMMENTS_PER_MINUTE": 0}
    chance = random.Random(20261123)
    posted: list[Posted] = []

    def any_posted() -> Posted:
        return chance.choice(posted)

    def reply() -> None:
        posted.append(post(parent=any_posted().comment.uid, kind=chance.choice(KINDS)))

    def edit() -> None:
        one = any_posted()
        edit_comment(one.comment.uid, one.edit_token, f"Now it says {chance.random()}.")

    def withdraw() -> None:
        one = any_posted()
        withdraw_comment(one.comment.uid, one.edit_token)

    def one() -> Any:
        return any_posted().comment.uid

    visitors = [Visitor(id=f"{number:032x}") for number in range(5)]
    works: list[tuple[int, Callable[[], Any]]] = [
        (20, lambda: posted.append(post(kind=chance.choice(KINDS)))),
        (25, reply),
        (5, edit),
        (5, withdraw),
        (6, lambda: decide.reject(one(), user=editor, reason="ABUSE")),
        (6, lambda: decide.hold(one(), user=editor)),
        (8, lambda: decide.publish(one(), user=editor)),
        (3, lambda: decide.set_kind(one(), chance.choice(KINDS), user=editor)),
        (3, lambda: decide.pin(one(), user=editor, pinned=chance.random() < 0.5)),
        (12, lambda: react(one(), chance.choice(visitors), name="like", on=chance.random() < 0.7)),
        (3, lambda: report_comment(one(), chance.choice(visitors), reason="SPAM")),
        (5, lambda: answer_officially(one(), person=person, text=f"Soon: {chance.random()}", user=editor)),
        (2, lambda: erase_person(any_posted().comment.email, user=editor)),
    ]
    post_first = works[0][1]
    post_first()
    refused = 0
    weights, actions = [weight for weight, _ in works], [action for _, action in works]
    for action in chance.choices(actions, weights, k=WORKS):
        try:
            action()
        except NewsroomError:
            refused += 1
    assert differences(thread.pk) == []
    assert refused < WORKS / 2
    assert Comment.objects.filter(status="PUBLISHED").count() > 50
    assert Comment.objects.filter(status="ERASED").exclude(plain="").count() == 0
    assert not Comment.objects.filter(published_at__isnull=True, seq__isnull=False).exists()


def test_what_is_counted_wrongly_is_found_and_mended(thread: Thread, post: Callable[..., Posted]) -> None:
    first = post().comment
    post(parent=first.uid)
    Thread.objects.update(comment_count=9)
    Comment.objects.filter(pk=first.pk).update(reply_count=0, reactions={"like": 2})
    wrong = {each.column: (each.stored, each.counted) for each in mend(thread.pk)}
    assert wrong == {"comment_count": (9, 2), "reply_count": (0, 1), "reactions": ({"like": 2}, {})}
    assert differences(thread.pk) == []
