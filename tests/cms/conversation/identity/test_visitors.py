"""Visitor tokens, and what is kept of addresses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.signing import TimestampSigner
from django.utils import timezone

from cms.conversation.identity import mail_links, visitors
from cms.errors import InvalidToken

HEXADECIMAL = set("0123456789abcdef")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Moves the clock of signatures by so many days."""
    import time

    now = time.time()

    def move(**by: float) -> None:
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + timedelta(**by).total_seconds())

    return move


def test_a_token_holds_a_random_id() -> None:
    tokens = [visitors.new_token() for _ in range(20)]
    ids = {visitors.read_token(token) for token in tokens}
    assert len(ids) == 20
    assert all(len(one) == 32 and set(one) <= HEXADECIMAL for one in ids)
    assert visitors.read_token(tokens[0]) == visitors.read_token(tokens[0])
    assert len(tokens[0]) < visitors.LONGEST / 2


def test_a_token_is_good_for_a_year_and_no_longer(at: Any) -> None:
    token = visitors.new_token()
    at(days=364)
    assert visitors.read_token(token)
    at(days=366)
    with pytest.raises(InvalidToken, match="older than a year") as refused:
        visitors.read_token(token)
    assert (refused.value.field, refused.value.code) == ("visitor_token", "INVALID_TOKEN")


@pytest.mark.parametrize(
    "wrong",
    ["", "x", "a.b.c", "\x00", "\ud800.\ud800.\ud800", "å" * 50, "." * 200, "0" * 1_000_000],
)
def test_what_we_did_not_sign_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidToken, match="no visitor token of this site"):
        visitors.read_token(wrong)


def test_a_changed_token_is_refused() -> None:
    token = visitors.new_token()
    other = visitors.new_token()
    mixed = ".".join([other.split(".")[0], *token.split(".")[1:]])
    for wrong in (token[1:], token[:-1], f"{token}a", token.upper(), mixed):
        with pytest.raises(InvalidToken):
            visitors.read_token(wrong)


def test_what_was_signed_for_something_else_is_refused() -> None:
    for salt in ("newsroom.mail.confirm", "django.core.signing"):
        with pytest.raises(InvalidToken):
            visitors.read_token(TimestampSigner(salt=salt, sep=".").sign("0" * 32))
    with pytest.raises(InvalidToken):
        mail_links.read(mail_links.Purpose.CONFIRM, visitors.new_token())


def test_a_token_is_good_while_the_key_changes(settings: Any) -> None:
    token = visitors.new_token()
    visitor = visitors.read_token(token)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert visitors.read_token(token) == visitor
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        visitors.read_token(token)


def test_network_addresses_are_hashed_with_a_key(settings: Any) -> None:
    stored = visitors.address_hash("192.0.2.7")
    assert len(stored) == 64
    assert stored == visitors.address_hash("::ffff:192.0.2.7")
    assert stored != visitors.address_hash("192.0.2.8")
    settings.SECRET_KEY = "another"
    assert stored != visitors.address_hash("192.0.2.7")
    assert visitors.address_hash("") == ""


def test_of_an_ipv6_address_its_network_counts() -> None:
    stored = visitors.address_hash("2001:db8:0:1::7")
    assert stored == visitors.address_hash("2001:db8:0:1:ffff::")
    assert stored == visitors.address_hash("2001:0db8:0000:0001")  # as `client_address` gives it
    assert stored != visitors.address_hash("2001:db8:0:2::7")


def test_e_mail_addresses_are_found_in_any_case_and_under_the_old_key(settings: Any) -> None:
    stored = visitors.email_hash("Anna.Ek@Example.com ")
    assert stored == visitors.email_hash("anna.ek@example.com")
    assert stored != visitors.address_hash("anna.ek@example.com")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert visitors.email_hash("anna.ek@example.com") != stored
    assert visitors.email_hashes("anna.ek@example.com") == [
        visitors.email_hash("anna.ek@example.com"),
        stored,
    ]
    assert (visitors.email_hash(""), visitors.email_hashes("")) == ("", [])


@pytest.mark.django_db
def test_network_addresses_are_forgotten_after_some_days(make_comment: Any) -> None:
    now = timezone.now()
    stored = visitors.address_hash("192.0.2.7")
    old = make_comment(address_hash=stored, created_at=now - timedelta(days=7, minutes=1))
    young = make_comment(address_hash=stored, created_at=now - timedelta(days=6, hours=23))
    assert visitors.forget_addresses() == 1
    assert visitors.forget_addresses() == 0
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.address_hash, young.address_hash) == ("", stored)
