"""Edit tokens: shown again, never stored, recognised in constant time, good while the key changes."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

import pytest

from cms.conversation.identity import edit_tokens

UID = UUID("6c8d1c02-9f5e-4c57-8a3e-3b0a52d0f0a1")
SALT = "00112233445566778899aabbccddeeff"


def test_a_token_is_the_same_for_the_same_comment_and_only_its_hash_is_stored() -> None:
    token, stored = edit_tokens.issue(UID, SALT)
    assert edit_tokens.issue(UID, SALT) == (token, stored)
    assert len(token) == 43
    assert token.replace("-", "a").replace("_", "a").isalnum()
    assert stored == hashlib.sha256(token.encode()).hexdigest()
    assert token not in stored


def test_a_token_depends_on_comment_salt_and_key(settings: Any) -> None:
    tokens = {
        edit_tokens.issue(UID, SALT)[0],
        edit_tokens.issue(UUID(int=UID.int + 1), SALT)[0],
        edit_tokens.issue(UID, SALT[::-1])[0],
    }
    settings.SECRET_KEY = "another"
    tokens.add(edit_tokens.issue(UID, SALT)[0])
    assert len(tokens) == 4


def test_salts_differ_and_fit_the_column() -> None:
    salts = {edit_tokens.new_salt() for _ in range(50)}
    assert len(salts) == 50
    assert {len(salt) for salt in salts} == {32}


def test_only_the_token_matches() -> None:
    token, stored = edit_tokens.issue(UID, SALT)
    assert edit_tokens.matches(token, stored)
    for wrong in (
        "",
        token[:-1],
        f"{token} ",
        token.swapcase(),
        stored,
        "x" * 10_000_000,
        "\x00",
        "\ud800",
        "å",
    ):
        assert not edit_tokens.matches(wrong, stored)


def test_nothing_matches_a_comment_without_token() -> None:
    assert not edit_tokens.matches("", "")
    assert not edit_tokens.matches(hashlib.sha256(b"").hexdigest(), "")


def test_while_the_key_changes_a_token_is_good_and_shown_again(settings: Any) -> None:
    token, stored = edit_tokens.issue(UID, SALT)
    assert edit_tokens.show_again(UID, SALT, stored) == token
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert edit_tokens.matches(token, stored)
    assert edit_tokens.show_again(UID, SALT, stored) == token
    settings.SECRET_KEY_FALLBACKS = []
    assert edit_tokens.matches(token, stored)
    assert edit_tokens.show_again(UID, SALT, stored) == ""


@pytest.mark.parametrize(("uid", "salt"), [(UUID(int=1), SALT), (UID, "0" * 32)])
def test_a_token_of_another_comment_is_not_shown(uid: UUID, salt: str) -> None:
    assert edit_tokens.show_again(uid, salt, edit_tokens.issue(UID, SALT)[1]) == ""
