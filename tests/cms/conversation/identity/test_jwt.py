"""Tokens of sites with a log-in of their own, signed with real keys; key sets come from a server on loopback."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from cms.checks import check_jwt
from cms.conversation.identity import key_sets
from cms.conversation.identity.jwt import Identity, verify
from cms.errors import InvalidToken, OutboundFailed

ISSUER = "https://login.example.com"
SHARED = "a shared key that is long enough for every one of the algorithms"
RSA = rsa.generate_private_key(65537, 2048)
OTHER_RSA = rsa.generate_private_key(65537, 2048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()


def public(key: Any, kid: str | None, **more: str) -> dict[str, Any]:
    """The public half of a key, as key sets hold it."""
    algorithm = {rsa.RSAPrivateKey: RSAAlgorithm, ec.EllipticCurvePrivateKey: ECAlgorithm}
    writer = next((found for kind, found in algorithm.items() if isinstance(key, kind)), OKPAlgorithm)
    written = writer.to_jwk(key.public_key(), as_dict=True)
    return {**written, **({"kid": kid} if kid else {}), **more}


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    given = {
        "iss": ISSUER,
        "sub": "user-7",
        "aud": "press",
        "iat": now,
        "exp": now + 300,
        "name": "Anna Ek",
    } | changes
    return {name: value for name, value in given.items() if value is not ...}


def signed(key: Any = RSA, algorithm: str = "RS256", kid: str | None = "one", **changes: Any) -> str:
    return jwt.encode(claims(**changes), key, algorithm, headers={"kid": kid} if kid else None)


def refusal(token: str) -> str:
    with pytest.raises(InvalidToken) as refused:
        verify(token)
    assert (refused.value.field, refused.value.code) == ("identity_token", "INVALID_TOKEN")
    return refused.value.message


@pytest.fixture(autouse=True)
def _no_keys_yet() -> Iterator[None]:
    key_sets.forget()
    yield
    key_sets.forget()


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


class KeyServer:
    """Serves a key set on 127.0.0.1, and counts how often it is asked."""

    def __init__(self) -> None:
        self.keys: list[dict[str, Any]] = []
        self.status = 200
        self.body: bytes | None = None
        self.asked = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked += 1
                body = json.dumps({"keys": outer.keys}).encode() if outer.body is None else outer.body
                self.send_response(outer.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def key_server(settings: Any) -> Iterator[KeyServer]:
    server = KeyServer()
    server.keys = [public(RSA, "one")]
    site = {"issuer": ISSUER, "audience": "press", "jwks_url": f"http://{server.host}/jwks.json"}
    settings.NEWSROOM = {**settings.NEWSROOM, "JWT": [site], "OUTBOUND_ALLOW": [server.host]}
    assert check_jwt() == []
    yield server
    server.close()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Moves the clock by which keys are kept."""
    start = time.monotonic()
    passed = 0.0

    def move(seconds: float) -> None:
        nonlocal passed
        passed += seconds

    monkeypatch.setattr(key_sets, "monotonic", lambda: start + passed)
    return move


def test_keys_are_fetched_once_and_kept_for_an_hour(key_server: KeyServer, later: Any) -> None:
    for _ in range(5):
        assert verify(signed()).subject == "user-7"
    assert key_server.asked == 1
    later(3599)
    verify(signed())
    assert key_server.asked == 1
    later(2)
    verify(signed())
    assert key_server.asked == 2


def test_a_new_key_is_found_at_once_and_the_old_one_goes(key_server: KeyServer, later: Any) -> None:
    verify(signed())
    key_server.keys = [public(RSA, "one"), public(EC, "two")]
    later(61)
    assert verify(signed(EC, "ES256", kid="two")).subject == "user-7"
    assert verify(signed()).subject == "user-7"
    key_server.keys = [public(EC, "two")]
    later(3601)
    assert "does not have" in refusal(signed())


def test_unknown_keys_are_asked_for_once_a_minute_at_most(key_server: KeyServer, later: Any) -> None:
    for number in range(20):
        assert "does not have" in refusal(signed(kid=f"guess {number}"))
    assert key_server.asked == 1
    later(61)
    for number in range(20):
        refusal(signed(kid=f"guess {number}"))
    assert key_server.asked == 2


def test_a_server_that_fails_is_asked_once_a_minute_and_its_keys_are_used_for_a_day(
    key_server: KeyServer, later: Any
) -> None:
    key_server.status = 503
    for _ in range(5):
        with pytest.raises(OutboundFailed, match="keys of the log-in cannot be fetched now"):
            verify(signed())
    assert key_server.asked == 1
    key_server.status = 200
    later(61)
    verify(signed())
    key_server.status = 503
    later(80_000)
    assert verify(signed()).subject == "user-7"
    later(7_000)
    with pytest.raises(OutboundFailed):
        verify(signed())


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"keys": 7}', b'{"keys": {}}', b"null", b"[" * 100_000]
)
def test_a_key_set_that_is_none_does_not_replace_the_one_before(
    key_server: KeyServer, later: Any, body: bytes
) -> None:
    verify(signed())
    key_server.body = body
    later(3601)
    assert verify(signed()).subject == "user-7"
    assert key_server.asked == 2


def test_unusable_members_of_a_key_set_are_passed_over(key_server: KeyServer) -> None:
    broken: list[Any] = [7, None, {}, {"kty": "RSA", "kid": "one"}, {"kty": "EC", "kid": "one", "crv": "P-0"}]
    key_server.keys = [*broken, {"kty": "RSA", "kid": "one", "n": "!", "e": 3}, public(RSA, "one")]
    assert verify(signed()).subject == "user-7"


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
