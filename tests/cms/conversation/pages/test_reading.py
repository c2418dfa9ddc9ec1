"""Conversations as the built-in pages show them: every comment can be reached, and nothing else shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.test import Client
from django.utils import timezone

from cms.conversation.models import Comment, Thread, ThreadPage
from cms.conversation.pages import reading
from cms.conversation.services.posting import Posted
from cms.conversation.services.threads import settle_due

PAGE = "/norrvind/new-turbines"


def ids(text: str) -> list[str]:
    """The comments on a page, in order."""
    return [part.split('"')[0] for part in text.split('id="comment-')[1:]]


def page(client: Client, query: str = "") -> str:
    answer = client.get(PAGE + query)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_newest_oldest_and_pages(client: Client, post: Callable[..., Posted]) -> None:
    texts = [
        sha256(bytes([number])).hexdigest() for number in range(reading.COMMENTS + 2)
    ]  # none is like another
    posted = [str(post(text).comment.pk) for text in texts]
    first = page(client)
    assert ids(first) == posted[:1:-1]
    following = first.split('rel="next nofollow" href="')[1].split("#")[0].removeprefix(PAGE)
    assert ids(page(client, following.replace("&amp;", "&"))) == posted[1::-1]
    assert ids(page(client, "?sort=oldest")) == posted[: reading.COMMENTS]
    assert client.get(f"{PAGE}?after=x").status_code == 400
    assert ids(page(client, "?sort=x&comment=x&reply=x")) == posted[:1:-1]


def test_deep_replies_are_reached_in_their_context(client: Client, post: Callable[..., Posted]) -> None:
    chain = [post("Top").comment]
    for number in range(6):
        chain.append(post(f"Below {number}", parent=chain[-1].pk).comment)
    shown = [str(comment.pk) for comment in chain]
    assert ids(page(client)) == shown[: reading.LEVELS + 1]
    assert ids(page(client, f"?comment={shown[-1]}")) == shown[-1 - reading.ABOVE :]
    assert "The comment that you look for is not here" in page(client, f"?comment={Thread.objects.get().pk}")


def test_held_comments_show_nowhere(client: Client, comment: Comment) -> None:
    Comment.objects.update(status="HELD", shown=False, published_at=None)
    for query in ("", f"?comment={comment.pk}", f"?reply={comment.pk}"):
        assert "When do they turn?" not in page(client, query)
    assert "When do they turn?" not in client.get("/norrvind").content.decode()


def test_newsroom_shows_the_latest(client: Client, comment: Comment) -> None:
    text = client.get("/norrvind").content.decode()
    assert f'href="{PAGE}?comment={comment.pk}#comment-{comment.pk}"' in text


def test_discussion_opens_and_closes_by_time(client: Client, open_newsroom: Any, person: Any) -> None:
    now = timezone.now()
    discussion = ThreadPage(
        title="Ask us",
        opening="<p>Anything.</p>",
        host=person,
        question_and_answer=True,
        opens_at=now + timedelta(hours=1),
        closes_at=now + timedelta(hours=2),
        live=False,
    )
    open_newsroom.add_child(instance=discussion)
    discussion.save_revision().publish()
    address = f"/norrvind/{discussion.slug}"
    before = client.get(address).content.decode()
    assert ("The conversation opens on" in before, "<form" in before) == (True, False)
    Thread.objects.update(opens_at=now - timedelta(hours=1), next_change_at=now - timedelta(minutes=1))
    settle_due()
    asking = client.get(address).content.decode()
    assert "Ask a question" in asking
    assert '<option value="QUESTION" selected>' in asking
    past = now - timedelta(minutes=1)
    Thread.objects.update(closes_at=past, next_change_at=past)
    settle_due()
    after = client.get(address).content.decode()
    assert ("The conversation was closed on" in after, "<form" in after) == (True, False)
    assert "Ask us" in client.get("/norrvind?section=discussions").content.decode()


def test_cost_does_not_grow(
    client: Client, post: Callable[..., Posted], django_assert_num_queries: Any
) -> None:
    for size in (2, 8):
        for number in range(size):
            parent = post(sha256(bytes([size, number])).hexdigest()).comment
            post(sha256(bytes([number, size])).hexdigest(), parent=parent.pk)
        client.get(PAGE)
        with django_assert_num_queries(14):
            client.get(PAGE)
