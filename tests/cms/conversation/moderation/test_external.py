"""The external moderation, asked over HTTP: a server of our own on loopback that answers as a test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from cms.conversation.models import ModerationRules, ReasonCode
from cms.conversation.moderation import Decision, Outcome, Submission, run
from cms.conversation.moderation.phases.external import external
from cms.conversation.moderation.phases.premoderated import premoderated

SECRET = "whsec_" + "c2VjcmV0LW9mLTMyLWJ5dGVzLWZvci10aGUtdGVzdHM="
OTHER_SECRET = "whsec_" + "YW5vdGhlci1zZWNyZXQtb2YtMzItYnl0ZXMtaXMtaGVyZQ=="
THREAD = UUID("3b8c6b7e-5a4e-4a53-9d0e-0a5b1c2d3e4f")


class Moderator(ThreadingHTTPServer):
    """Keeps what it was asked, and answers with `status` and `body`; `waits` until a test lets it go on."""

    status = 200
    body = b'{"decision": "publish"}'
    location = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[dict[str, str], bytes]] = []
        self.free = threading.Event()
        self.free.set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/moderate"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has left is what a test is about."""


class Handler(BaseHTTPRequestHandler):
    server: Moderator

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.server.free.wait(20)
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def moderator(settings: Any) -> Iterator[Moderator]:
    server = Moderator()
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_ALLOW": [f"127.0.0.1:{server.server_port}"]}
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.free.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ask(submit: Callable[..., Submission], moderator: Moderator) -> Callable[..., Any]:
    def build(**given: Any) -> Submission:
        rules = ModerationRules(external_url=moderator.url, external_secret=SECRET)
        return submit(**({"rules": rules, "now": datetime.now(UTC)} | given))

    return build


def decided(submission: Submission) -> Decision:
    decision = external(submission)
    assert decision is not None
    return decision


def test_without_an_address_nobody_is_asked(submit: Callable[..., Submission]) -> None:
    assert external(submit()) is None


def test_what_is_asked(ask: Any, moderator: Moderator) -> None:
    submission = ask(
        plain="Grön el är bra & billig",
        html="<p>Grön el är bra &amp; billig</p>",
        links=("https://a.example/",),
        url="https://anna.example/",
        organisation="Norrvind",
        title="Reader",
        verified=True,
        kind="QUESTION",
        relation="CUSTOMER",
        item_title="New turbines",
        thread=THREAD,
        now=datetime.now(UTC).replace(microsecond=0),
    )
    assert external(submission) is None
    ((headers, body),) = moderator.asked
    assert json.loads(body) == {
        "type": "comment.submitted",
        "timestamp": submission.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "data": {
            "text": "Grön el är bra & billig",
            "html": "<p>Grön el är bra &amp; billig</p>",
            "links": ["https://a.example/"],
            "author_name": "Anna Berg",
            "author_url": "https://anna.example/",
            "organisation": "Norrvind",
            "author_title": "Reader",
            "verified": True,
            "kind": "QUESTION",
            "relation": "CUSTOMER",
            "language": "en",
            "item_title": "New turbines",
            "thread_id": str(THREAD),
            "is_edit": False,
        },
    }
    assert headers["content-type"] == "application/json"


def test_the_signature(ask: Any, moderator: Moderator) -> None:
    external(ask())
    external(ask())
    (first, body), (second, _) = moderator.asked
    assert Webhook(SECRET).verify(body, first) == json.loads(body)
    assert first["webhook-id"] != second["webhook-id"]
    with pytest.raises(WebhookVerificationError):
        Webhook(OTHER_SECRET).verify(body, first)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body.replace(b"Anna", b"Bosse"), first)
    external(ask(now=datetime.now(UTC) - timedelta(minutes=6)))
    with pytest.raises(WebhookVerificationError, match="too old"):
        Webhook(SECRET).verify(moderator.asked[2][1], moderator.asked[2][0])


def test_hold_and_reject(ask: Any, moderator: Moderator) -> None:
    moderator.body = b'{"decision": "hold", "reason": "SPAM", "message": "not shown"}'
    held = decided(ask())
    assert (held.outcome, held.phase, held.note) == (
        Outcome.HOLD,
        "external",
        "Held by the external moderation",
    )
    assert held.message == "Thank you. An editor reads your comment before it shows."
    moderator.body = (
        '{"decision": "reject", "reason": "HATE", "message": " Ingen \u202ehets.\\u0000 "}'.encode()
    )
    rejected = decided(ask())
    assert (rejected.outcome, rejected.reason) == (Outcome.REJECT, ReasonCode.HATE)
    assert rejected.message == "Ingen hets."
    moderator.body = b'{"decision": "reject", "reason": "HATE"}'
    assert decided(ask()).message == "The newsroom's moderation did not accept it."


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b'{"decision": "publish"}'),
        (204, b""),
        (201, b'{"decision": "publish"}'),
        (307, b'{"decision": "publish"}'),
        (200, b""),
        (200, b"ok"),
        (200, b"\xff\xfe"),
        (200, b"null"),
        (200, b'["publish"]'),
        (200, b'"publish"'),
        (200, b"{}"),
        (200, b'{"decision": null}'),
        (200, b'{"decision": "PUBLISH"}'),
        (200, b'{"decision": "approve"}'),
        (200, b'{"decision": "publish", "extra": 1}'),
        (200, b'{"decision": "publish", "reason": "NO_SUCH"}'),
        (200, b'{"decision": "reject"}'),
        (200, b'{"decision": "reject", "reason": ""}'),
        (200, b'{"decision": "reject", "reason": "SPAM", "message": 7}'),
        (200, b'{"decision": "reject", "reason": "SPAM", "message": "' + b"x" * 501 + b'"}'),
        (200, b'{"decision": "publish"' + b" " * 10_000 + b"}"),
        (200, b"[" * 9_000),
    ],
)
def test_any_other_answer_holds(ask: Any, moderator: Moderator, status: int, body: bytes) -> None:
    moderator.status, moderator.body = status, body
    decision = decided(ask())
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "external")
    assert decision.note.startswith("The external moderation gave no answer that can be used (")


def test_redirects_are_not_followed(ask: Any, moderator: Moderator) -> None:
    moderator.status, moderator.location = 302, moderator.url
    assert decided(ask()).outcome is Outcome.HOLD
    assert len(moderator.asked) == 1


def test_no_answer_in_time_holds(ask: Any, moderator: Moderator, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"MODERATION_SECONDS": 1}
    moderator.free.clear()
    assert decided(ask()).outcome is Outcome.HOLD


def test_nobody_there_holds(submit: Callable[..., Submission], settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_ALLOW": ["127.0.0.1:9"]}
    rules = ModerationRules(external_url="http://127.0.0.1:9/", external_secret=SECRET)
    assert decided(submit(rules=rules)).outcome is Outcome.HOLD


def test_an_address_that_is_never_asked_holds(submit: Callable[..., Submission]) -> None:
    rules = ModerationRules(external_url="http://127.0.0.1/", external_secret=SECRET)
    assert decided(submit(rules=rules)).outcome is Outcome.HOLD


def test_a_broken_secret_holds(ask: Any, moderator: Moderator) -> None:
    rules = ModerationRules(external_url=moderator.url, external_secret="")
    decision = run(ask(rules=rules), [external])
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "external")
    assert moderator.asked == []


def test_publish_does_not_undo_a_hold(ask: Any, moderator: Moderator) -> None:
    decision = run(ask(mode="PREMODERATED"), [premoderated, external])
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "premoderated")
    assert len(moderator.asked) == 1


def test_the_log_tells_nothing(ask: Any, moderator: Moderator, caplog: Any) -> None:
    caplog.set_level("DEBUG")
    moderator.status = 500
    external(ask(plain="my secret words"))
    assert "secret words" not in caplog.text
    assert SECRET not in caplog.text
    assert SECRET.removeprefix("whsec_") not in caplog.text
