"""What a confirmation covers, and what it never does."""

from __future__ import annotations

from typing import Any

import pytest

from cms.conversation.identity import confirmation
from cms.conversation.identity.jwt import Identity
from cms.conversation.identity.mail_links import LinkExpired, Purpose, address_of, make, read
from cms.conversation.models import Comment
from cms.errors import InvalidToken

pytestmark = pytest.mark.django_db

ADDRESS = "Anna.Ek@example.com"


def is_confirmed(comment: Comment) -> bool:
    comment.refresh_from_db()
    return comment.email_confirmed_at is not None


def test_a_confirmation_is_for_a_device_and_not_for_an_address(make_comment: Any) -> None:
    comment = make_comment("One")
    same_device = make_comment("Two", email=ADDRESS.lower())
    other_device = make_comment("Three", visitor="b" * 32)
    no_device = make_comment("Four", visitor="")
    other_address = make_comment("Five", email="bo@example.com")
    assert confirmation.covered(comment) == [comment, same_device]
    confirmation.confirm(confirmation.covered(comment))
    assert is_confirmed(comment)
    assert is_confirmed(same_device)
    assert not is_confirmed(other_device)
    assert not is_confirmed(no_device)
    assert not is_confirmed(other_address)
    assert confirmation.covered(no_device) == [no_device]


def test_what_is_decided_or_gone_is_not_covered(make_comment: Any) -> None:
    comment = make_comment()
    rejected = make_comment(status="REJECTED")
    withdrawn = make_comment(status="WITHDRAWN")
    published = make_comment(status="PUBLISHED")
    assert set(confirmation.covered(comment)) == {comment, published}
    confirmation.confirm([comment, rejected, withdrawn])
    assert not is_confirmed(rejected)
    assert not is_confirmed(withdrawn)


def test_what_waited_for_nothing_else_is_published(make_comment: Any, decide: Any) -> None:
    waiting, held = make_comment(), make_comment()
    decide(waiting, "HELD", phase="confirmation")
    decide(held, "HELD", phase="spam")
    confirmation.confirm([waiting, held])
    assert is_confirmed(waiting)
    assert is_confirmed(held)
    assert (waiting.status, held.status) == ("PUBLISHED", "HELD")
    assert waiting.published_at is not None
    confirmation.confirm([waiting, held])
    waiting.thread.refresh_from_db()
    assert waiting.thread.comment_count == 1


def test_a_later_comment_is_proven_by_the_device_alone(make_comment: Any, thread: Any) -> None:
    newsroom = thread.newsroom_id
    make_comment(confirmed=True)

    def proven(email: str = ADDRESS.upper(), visitor: str = "a" * 32, **more: Any) -> bool:
        return confirmation.is_proven(newsroom, email=email, visitor=visitor, **more)

    assert proven()
    assert not proven(visitor="b" * 32)
    assert not proven(visitor="")
    assert not proven(email="bo@example.com")
    assert not proven(email="")
    assert not confirmation.is_proven(thread.item_id, email=ADDRESS, visitor="a" * 32)


def test_an_unconfirmed_comment_proves_nothing(make_comment: Any, thread: Any) -> None:
    make_comment()
    assert not confirmation.is_proven(thread.newsroom_id, email=ADDRESS, visitor="a" * 32)


def test_a_log_in_proves_its_own_address_alone(thread: Any) -> None:
    def proven(email: str, *, verified: bool) -> bool:
        identity = Identity("https://login.example.com", "7", "Anna", email=email, email_verified=verified)
        return confirmation.is_proven(thread.newsroom_id, email=ADDRESS, visitor="", identity=identity)

    assert proven(ADDRESS.lower(), verified=True)
    assert not proven(ADDRESS, verified=False)
    assert not proven("bo@example.com", verified=True)


def test_a_link_is_for_one_purpose_and_one_mailbox(make_comment: Any, settings: Any) -> None:
    comment = make_comment()
    token = make(Purpose.CONFIRM, comment.uid, comment.email)
    assert address_of(Purpose.APPEAL, comment.uid, comment.email).startswith(
        "http://testserver/conversation/appeal/"
    )
    link = read(Purpose.CONFIRM, token)
    assert link.about == comment.uid
    assert link.is_for(comment.email)
    assert not link.is_for("bo@example.com")
    assert not link.is_for("")
    for purpose in (Purpose.APPEAL, Purpose.NOTICES, Purpose.MAIL):
        with pytest.raises(InvalidToken):
            read(purpose, token)
    for wrong in (
        "",
        "a.b.c",
        token[:-1],
        token[1:],
        token.upper(),
        "\x00",
        "\ud800",
        "å.b.c",
        "x" * 1_000_000,
    ):
        with pytest.raises(InvalidToken):
            read(Purpose.CONFIRM, wrong)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert read(Purpose.CONFIRM, token).is_for(comment.email)


def test_links_expire_after_a_week_those_to_object_after_six_months(
    make_comment: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    now, day = time.time(), 86_400
    comment = make_comment()
    tokens = {purpose: make(purpose, comment.uid, comment.email) for purpose in Purpose}

    def works(purpose: Purpose, days: float) -> bool:
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + days * day)
        try:
            return read(purpose, tokens[purpose]).about == comment.uid
        except LinkExpired:
            return False

    assert (works(Purpose.CONFIRM, 6.9), works(Purpose.CONFIRM, 7.1)) == (True, False)
    assert (works(Purpose.APPEAL, 183), works(Purpose.APPEAL, 185)) == (True, False)
    assert works(Purpose.NOTICES, 4000)
    assert works(Purpose.MAIL, 4000)
