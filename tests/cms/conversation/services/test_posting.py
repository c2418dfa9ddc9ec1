"""Posting comments: what becomes public, where, and what is one comment though it comes twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import altcha
import pytest

from cms.access import PUBLIC
from cms.conversation.filters import CommentFilter, CommentOrder, CommentView
from cms.conversation.identity.altcha import challenge
from cms.conversation.models import Case, Comment, ModerationEvent, ModerationRules, Thread
from cms.conversation.selectors import get_thread, list_changes, list_comments
from cms.conversation.services.posting import Posted
from cms.errors import CommentsClosed, IdempotencyKeyReused, InvalidInput, NotFound
from cms.ledger.paging import PageRequest

Post = Callable[..., Posted]


def test_comment_is_public_at_once_in_an_open_thread(thread: Thread, post: Post) -> None:
    posted = post("When do <b>they</b> turn?", author_name="Eva", kind="QUESTION", relation="JOURNALIST")
    (shown,) = list_comments(PUBLIC, CommentFilter(thread.pk), PageRequest()).rows
    assert shown["id"] == str(posted.comment.uid)
    assert shown["body"] == "<p>When do <b>they</b> turn?</p>"
    assert shown["author"]["name"] == "Eva"
    assert shown["kind"] == "QUESTION"
    found = get_thread(PUBLIC, uid=thread.pk)
    assert (found["mode"], found["comment_count"], found["counts"]["question"]) == ("OPEN", 1, 1)
    assert ModerationEvent.objects.get().to_status == "PUBLISHED"
    assert Case.objects.get().comment_id == posted.comment.uid


def test_a_refused_reply_uses_up_no_proof_of_work(thread: Thread, post: Post, settings: Any) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "ALTCHA_COST": 2}
    first = post().comment
    ModerationRules.objects.create(newsroom_id=thread.newsroom.source_id, proof_of_work=True)
    made = altcha.Challenge.from_dict(challenge())
    solution = altcha.solve_challenge(made)
    assert solution is not None
    proof = altcha.Payload(made, solution).to_base64()
    with pytest.raises(NotFound):
        post(parent=uuid4(), proof_of_work=proof)
    Comment.objects.filter(pk=first.pk).update(status="WITHDRAWN")
    with pytest.raises(InvalidInput, match="no longer there"):
        post(parent=first.uid, proof_of_work=proof)
    assert post(proof_of_work=proof).comment.status == "PUBLISHED"
    with pytest.raises(InvalidInput, match="used before"):
        post(proof_of_work=proof)


def test_reply_stands_below_what_it_answers(thread: Thread, post: Post) -> None:
    first = post().comment
    reply = post(parent=first.uid).comment
    below = post(parent=reply.uid).comment
    assert (first.depth, reply.depth, below.depth) == (0, 1, 2)
    top = list_comments(PUBLIC, CommentFilter(thread.pk, view=CommentView.TREE), PageRequest()).rows
    assert [(each["id"], each["reply_count"]) for each in top] == [(str(first.uid), 1)]
    flat = list_comments(PUBLIC, CommentFilter(thread.pk), PageRequest(), order=CommentOrder.OLDEST).rows
    assert [each["id"] for each in flat] == [str(first.uid), str(reply.uid), str(below.uid)]


def test_same_key_is_one_comment(post: Post, thread: Thread) -> None:
    first = post("Hello there", key="a", author_name="Eva", email="eva@example.com")
    again = post("Hello there", key="a", author_name="Eva", email="eva@example.com")
    assert (again.comment.uid, again.edit_token) == (first.comment.uid, first.edit_token)
    with pytest.raises(IdempotencyKeyReused):
        post("Hello you", key="a", author_name="Eva", email="eva@example.com")
    assert Comment.objects.count() == 1


def test_same_text_within_a_minute_is_one_comment(post: Post) -> None:
    first = post("Hello there", email="eva@example.com")
    again = post(" hello  THERE", email="Eva@example.com")
    assert again.comment.uid == first.comment.uid
    assert (bool(first.edit_token), again.edit_token) == (True, "")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "error", "field"),
    [
        ({"author_name": ""}, InvalidInput, "author_name"),
        ({"email": ""}, InvalidInput, "email"),
        ({"email": "eva"}, InvalidInput, "email"),
        ({"body": "<i> </i>"}, InvalidInput, "body"),
        ({"body": "x" * 5001}, InvalidInput, "body"),
        ({"kind": "RANT"}, InvalidInput, "kind"),
        ({"relation": "FAN"}, InvalidInput, "relation"),
        ({"url": "javascript:alert(1)"}, InvalidInput, "url"),
        ({"parent": uuid4()}, NotFound, "parent"),
        ({"thread": uuid4()}, NotFound, "thread"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_stored(
    post: Post, given: dict[str, Any], error: type[Exception], field: str
) -> None:
    with pytest.raises(error) as raised:
        post(**given)
    assert raised.value.field == field  # type: ignore[attr-defined]
    assert Comment.objects.count() == 0


def test_closed_thread_takes_none(post: Post, thread: Thread) -> None:
    Thread.objects.update(mode="CLOSED")
    with pytest.raises(CommentsClosed):
        post()


def test_changes_come_in_order(post: Post) -> None:
    uids = [str(post().comment.uid) for _ in range(3)]
    page = list_changes(PUBLIC, PageRequest(first=2))
    rest = list_changes(PUBLIC, PageRequest(first=2, after=page.cursors[-1]))
    assert [change.content["id"] for change in (*page.rows, *rest.rows)] == uids
