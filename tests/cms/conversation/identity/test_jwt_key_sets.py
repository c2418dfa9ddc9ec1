"""The key sets of sites with a log-in of their own: when they are fetched, and how long they are believed. They come from a server on loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from cms.checks import check_jwt
from cms.conversation.identity import key_sets
from cms.conversation.identity.jwt import verify
from cms.errors import OutboundFailed
from tests.cms.conversation.identity.tokens import EC, ISSUER, RSA, public, refusal, signed


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
