"""Tokens of sites with a log-in of their own: which are believed, and what is said of the others."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cms.checks import check_jwt
from cms.conversation.identity.jwt import Identity, verify
from cms.errors import OutboundFailed
from tests.cms.conversation.identity.tokens import (
    EC,
    ED,
    ISSUER,
    OTHER_RSA,
    RSA,
    SHARED,
    claims,
    public,
    refusal,
    signed,
)


@pytest.fixture
def believe(settings: Any) -> Callable[..., None]:
    def set_sites(*sites: dict[str, Any]) -> None:
        given = [{"issuer": ISSUER, "audience": "press", **site} for site in sites]
        settings.NEWSROOM = {**settings.NEWSROOM, "JWT": given}
        assert check_jwt() == []

    return set_sites


@pytest.fixture
def rsa_site(believe: Any) -> None:
    believe({"jwks": {"keys": [public(RSA, "one")]}})


def test_a_token_proves_who_somebody_is(rsa_site: None) -> None:
    full = {
        "email": "anna@example.com",
        "email_verified": True,
        "organisation": "Example Ltd",
        "title": "Editor",
        "url": "https://example.com/anna",
        "picture": "https://example.com/anna.jpg",
    }
    assert verify(signed(**full)) == Identity(issuer=ISSUER, subject="user-7", name="Anna Ek", **full)
    assert verify(signed()) == Identity(issuer=ISSUER, subject="user-7", name="Anna Ek")
    assert verify(signed(aud=["other", "press"])).subject == "user-7"


@pytest.mark.parametrize(
    ("key", "algorithm"), [(RSA, "RS256"), (RSA, "RS512"), (RSA, "PS256"), (EC, "ES256"), (ED, "EdDSA")]
)
def test_the_usual_algorithms_are_taken(believe: Any, key: Any, algorithm: str) -> None:
    believe({"jwks": {"keys": [public(key, "one")]}})
    assert verify(signed(key, algorithm)).subject == "user-7"


def test_an_address_is_verified_only_when_the_site_says_so_with_true(rsa_site: None) -> None:
    for said in ("true", 1, None, "false", False, [True]):
        assert verify(signed(email="a@example.com", email_verified=said)).email_verified is False
    assert verify(signed(email_verified=True)).email_verified is False


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"iss": "https://evil.example"}, "issuer (iss) is not one that this newsroom believes"),
        ({"iss": ...}, "issuer (iss) is not one"),
        ({"aud": "shop"}, "for another audience (aud)"),
        ({"aud": ...}, "lacks the claim aud"),
        ({"aud": []}, "lacks the claim aud"),
        ({"exp": int(time.time()) - 86_400}, "has expired (exp)"),
        ({"exp": ...}, "lacks the claim exp"),
        ({"exp": "soon"}, "malformed"),
        ({"exp": 1e400}, "malformed"),
        ({"nbf": int(time.time()) + 86_400}, "not valid yet"),
        ({"iat": int(time.time()) + 86_400}, "not valid yet"),
        ({"sub": ...}, "lacks the claim sub"),
        ({"sub": ""}, "claim sub is empty"),
        ({"sub": "s" * 256}, "claim sub has more than 255 characters"),
        ({"name": ...}, "lacks the claim name"),
        ({"name": " \u202e\x00"}, "claim name is empty"),
        ({"name": ["Anna"]}, "claim name is no string"),
        ({"name": "A" * 101}, "claim name has more than 100 characters"),
    ],
)
def test_a_token_with_wrong_claims_is_refused(rsa_site: None, changes: dict[str, Any], message: str) -> None:
    assert message in refusal(signed(**changes))


def test_clocks_may_differ_by_half_a_minute(rsa_site: None) -> None:
    now = int(time.time())
    assert verify(signed(exp=now - 20, nbf=now + 20, iat=now + 20)).subject == "user-7"


def test_names_are_one_line_and_addresses_of_the_web(rsa_site: None) -> None:
    identity = verify(signed(name="Anna\r\nBcc: x\x00\u202e Ek", url="javascript:alert(1)", picture="//x/y"))
    assert (identity.name, identity.url, identity.picture) == ("Anna Bcc: x Ek", "", "")


def test_none_is_no_algorithm(rsa_site: None) -> None:
    for name in ("none", "None", "NONE"):
        header = base64.urlsafe_b64encode(json.dumps({"alg": name, "kid": "one"}).encode()).rstrip(b"=")
        body = base64.urlsafe_b64encode(json.dumps(claims()).encode()).rstrip(b"=")
        assert "algorithm (alg) is not accepted" in refusal(f"{header.decode()}.{body.decode()}.")


def test_a_public_key_is_no_shared_key(rsa_site: None) -> None:
    """HS256 with the public key as its secret: what everybody has would sign for anybody."""
    pem = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for secret in (pem, json.dumps(public(RSA, "one")).encode()):
        header = {"alg": "HS256", "kid": "one", "typ": "JWT"}
        parts = [
            base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims())
        ]
        signature = hmac.digest(secret, b".".join(parts), hashlib.sha256)
        forged = b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()
        assert "algorithm (alg) is not accepted" in refusal(forged)


def test_a_shared_key_in_a_key_set_is_not_used(believe: Any) -> None:
    octets = base64.urlsafe_b64encode(SHARED.encode()).rstrip(b"=").decode()
    believe({"jwks": {"keys": [{"kty": "oct", "kid": "one", "k": octets}]}})
    assert "algorithm" in refusal(signed(SHARED, "HS256"))
    assert "does not have" in refusal(signed())


def test_keys_are_for_what_they_say(believe: Any) -> None:
    believe({"jwks": {"keys": [public(RSA, "one", alg="RS512")]}})
    assert verify(signed(RSA, "RS512")).subject == "user-7"
    assert "does not have" in refusal(signed(RSA, "RS256"))
    believe({"jwks": {"keys": [public(RSA, "one", use="enc")]}})
    assert "does not have" in refusal(signed())
    believe({"jwks": {"keys": [public(EC, "one")]}})
    assert "does not have" in refusal(signed(RSA, "RS256"))


def test_only_algorithms_of_the_setting_are_taken(believe: Any) -> None:
    believe({"jwks": {"keys": [public(RSA, "one")]}, "algorithms": ["PS256"]})
    assert verify(signed(RSA, "PS256")).subject == "user-7"
    assert refusal(signed(RSA, "RS256")) == "The token's algorithm (alg) is not accepted. Sign with PS256."


def test_a_key_in_the_token_itself_is_not_believed(rsa_site: None) -> None:
    more = {"jwk": public(OTHER_RSA, "one"), "jku": "http://127.0.0.1:1/keys", "x5u": "http://127.0.0.1:1/"}
    token = jwt.encode(claims(), OTHER_RSA, "RS256", headers={"kid": "one", **more})
    assert refusal(token) == "The token's signature is wrong."


def test_wrong_signatures_and_keys_are_told_apart_and_shown_to_nobody(rsa_site: None) -> None:
    assert refusal(signed(OTHER_RSA)) == "The token's signature is wrong."
    assert refusal(signed(kid="two")) == "The token is signed with a key (kid) that its issuer does not have."
    assert verify(signed(kid=None)).subject == "user-7"
    token = signed()
    header, _body, signature = token.split(".")
    changed = base64.urlsafe_b64encode(json.dumps(claims(sub="admin")).encode()).rstrip(b"=").decode()
    assert refusal(f"{header}.{changed}.{signature}") == "The token's signature is wrong."


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "x",
        "a.b",
        "a.b.c",
        "..",
        "\x00.\x00.\x00",
        "\ud800.a.b",
        "å.ä.ö",
        "eyJhbGciOiJSUzI1NiJ9.bnVsbA.YQ",
        "{}",
    ],
)
def test_what_is_no_token_is_refused(rsa_site: None, wrong: str) -> None:
    assert "malformed" in refusal(wrong)


def test_strange_headers_are_refused(rsa_site: None) -> None:
    for header in (
        {"kid": 7},
        {"kid": None},
        {"kid": ["one"]},
        {"crit": ["exp"], "exp": 1},
        {"alg": ["RS256"]},
        {"alg": {}},
    ):
        parts = [{"alg": "RS256", "kid": "one"} | header, claims()]
        encoded = [
            base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts
        ]
        assert refusal(".".join([*encoded, "YQ"]))


def test_huge_tokens_are_refused_unread(rsa_site: None) -> None:
    assert refusal("a" * 10_000_000) == "The token is longer than 8192 characters."
    assert "longer" in refusal(signed(padding="x" * 9000))


def test_without_the_setting_no_token_is_taken(settings: Any) -> None:
    assert refusal(signed()) == "This newsroom takes no log-ins of other sites."


def test_shared_keys_both_are_good_while_they_change(believe: Any) -> None:
    believe({"shared_key": SHARED})
    assert verify(signed(SHARED, "HS256", kid=None)).subject == "user-7"
    assert refusal(signed(SHARED[::-1], "HS256")) == "The token's signature is wrong."
    assert "Sign with HS256." in refusal(signed(SHARED, "HS512"))
    believe({"shared_key": [SHARED[::-1], SHARED]})
    assert verify(signed(SHARED, "HS256")).subject == "user-7"
    assert verify(signed(SHARED[::-1], "HS256")).subject == "user-7"
    assert "has expired" in refusal(signed(SHARED, "HS256", exp=int(time.time()) - 60))


def test_a_site_speaks_for_itself_alone(believe: Any) -> None:
    members = {"issuer": "members", "shared_key": SHARED}
    believe(members, {"jwks": {"keys": [public(RSA, "one")]}})
    assert verify(signed()).issuer == ISSUER
    assert verify(signed(SHARED, "HS256", iss="members")).issuer == "members"
    assert "algorithm" in refusal(signed(SHARED, "HS256"))
    assert "algorithm" in refusal(signed(iss="members"))


def test_private_addresses_are_not_asked(settings: Any) -> None:
    site = {"issuer": ISSUER, "audience": "press", "jwks_url": "http://127.0.0.1:9/keys"}
    settings.NEWSROOM = {**settings.NEWSROOM, "JWT": [site]}
    with pytest.raises(OutboundFailed):
        verify(signed())


@pytest.mark.parametrize(
    ("site", "problem"),
    [
        ("x", "must be a dict."),
        ({"audience": "a", "jwks": {}}, "needs issuer, a string."),
        ({"issuer": "i", "audience": ["a"], "jwks": {}}, "needs audience, a string."),
        ({"issuer": "i", "audience": "a"}, "takes issuer, audience, algorithms, and exactly one of"),
        ({"issuer": "i", "audience": "a", "jwks": {}, "shared_key": SHARED}, "exactly one of"),
        ({"issuer": "i", "audience": "a", "jwks": {}, "leeway": 5}, "takes issuer, audience, algorithms"),
        ({"issuer": "i", "audience": "a", "jwks_url": "http://login.example.com/"}, "begins with https://"),
        ({"issuer": "i", "audience": "a", "jwks_url": 7}, "begins with https://"),
        ({"issuer": "i", "audience": "a", "shared_key": "short"}, "less than 32 characters"),
        ({"issuer": "i", "audience": "a", "shared_key": [SHARED, "short"]}, "less than 32 characters"),
        ({"issuer": "i", "audience": "a", "jwks": {}, "algorithms": ["HS256"]}, "do not fit its keys"),
        (
            {"issuer": "i", "audience": "a", "shared_key": SHARED, "algorithms": ["RS256"]},
            "do not fit its keys",
        ),
        ({"issuer": "i", "audience": "a", "jwks": {}, "algorithms": ["none"]}, "do not fit its keys"),
    ],
)
def test_a_wrong_setting_is_an_error_at_start(settings: Any, site: Any, problem: str) -> None:
    settings.NEWSROOM = {"JWT": [{"issuer": "i", "audience": "a", "jwks": {}}, site]}
    (found,) = check_jwt()
    assert found.id == "newsroom.E005"
    assert problem in found.msg
    assert "NEWSROOM['JWT'][1]" in found.msg
    assert SHARED not in found.msg
    assert "short" not in found.msg
