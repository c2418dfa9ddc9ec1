"""What follows from each answer of a receiver: success, another try, a pause, the end."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from standardwebhooks import Webhook

from cms.ledger.models import Item
from cms.syndication.deliveries import settling
from cms.syndication.deliveries.forgetting import forget
from cms.syndication.models import Attempt, Delivery, Endpoint
from cms.syndication.services.endpoints import resume
from tests.cms.syndication.deliveries.conftest import deliver, edit, make_due, states
from tests.cms.syndication.deliveries.receiver import Got, Receiver, in_turn, with_status

pytestmark = pytest.mark.django_db


def test_retries_keep_the_id_and_renew_the_timestamp(
    receiver: Receiver,
    make_release: Any,
    make_endpoint: Any,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    monkeypatch.setattr(settling, "JITTER", 0)
    endpoint = make_endpoint(receiver)
    receiver.answering = with_status(500, b"Out of order")
    make_release("A")
    waits = []
    for _ in range(8):
        make_due()
        before = timezone.now()
        with django_capture_on_commit_callbacks(execute=True):
            deliver()
        waits.append(round((endpoint.deliveries.get().next_attempt_at - before).total_seconds()))
    assert waits[:7] == [5, 300, 1800, 7200, 18_000, 36_000, 36_000]
    assert len({got.id for got in receiver.got}) == 1
    assert len(receiver.got) == 8
    assert states(endpoint) == ["FAILED"]
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.state_reason) == ("PAUSED", "EXHAUSTED")
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["owner@example.org"], "Messages to Mirror have stopped")
    assert "One message waits." in letter.body
    attempts = list(Attempt.objects.order_by("at"))
    assert {(each.status, each.failure, each.answer_body) for each in attempts} == {
        (500, "NOT_TAKEN", "Out of order")
    }
    assert all("webhook-signature" not in each.sent_headers for each in attempts)
    assert all("v1," not in json.dumps(each.sent_headers) for each in attempts)


def test_every_try_is_signed_anew(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    endpoint = make_endpoint(receiver)
    receiver.answering = in_turn(with_status(500), with_status(204))
    make_release("A")
    deliver()
    time.sleep(1.1)
    make_due()
    deliver()
    first, second = receiver.got
    assert (first.id, first.body) == (second.id, second.body)
    assert int(second.headers["webhook-timestamp"]) > int(first.headers["webhook-timestamp"])
    assert first.headers["webhook-signature"] != second.headers["webhook-signature"]
    assert Webhook(endpoint.secret).verify(second.body, second.headers)


def test_resuming_goes_on_with_what_failed_first(
    receiver: Receiver, make_release: Any, make_endpoint: Any, settings: Any
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"DELIVERY_RETRY_SECONDS": []}
    endpoint = make_endpoint(receiver)
    receiver.answering = with_status(500)
    page = make_release("A")
    deliver()
    edit(page, title="B")
    deliver()
    assert states(endpoint) == ["FAILED", "PENDING"]
    assert len(receiver.got) == 1
    receiver.answering = with_status(200)
    assert resume(endpoint=endpoint) == 2
    deliver()
    assert states(endpoint) == ["DELIVERED", "DELIVERED"]
    assert [got.data["version"] for got in receiver.got] == [1, 1, 2]


def test_a_message_waits_for_the_one_before_and_others_do_not(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    endpoint = make_endpoint(receiver)
    page = make_release("A")
    uid = str(Item.objects.get(type="RELEASE").uid)

    def refuse_first(request: BaseHTTPRequestHandler, got: Got) -> None:
        with_status(500 if got.data["item"] == uid else 200)(request, got)

    receiver.answering = refuse_first
    edit(page, title="B")
    make_release("C")
    deliver()
    Endpoint.objects.update(rests_until=None)
    deliver()
    assert states(endpoint) == ["PENDING", "PENDING", "DELIVERED"]
    assert [got.data["version"] for got in receiver.got] == [1, 1]
    receiver.answering = with_status(200)
    make_due()
    deliver()
    assert [got.data["version"] for got in receiver.got] == [1, 1, 1, 2]


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_2xx_is_a_success(
    receiver: Receiver, make_release: Any, make_endpoint: Any, status: int
) -> None:
    endpoint = make_endpoint(receiver)
    receiver.answering = with_status(status, b"" if status == 204 else b"<\x00\xff garbage")
    make_release("A")
    deliver()
    assert states(endpoint) == ["DELIVERED"]
    assert Attempt.objects.get().answer_body == ("" if status == 204 else "<\ufffd\ufffd garbage")


def test_an_answer_that_is_too_large_or_broken_is_a_success_and_cut(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    endpoint = make_endpoint(receiver)

    def hangs(request: BaseHTTPRequestHandler, got: Got) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b"half")
        request.wfile.flush()
        time.sleep(3)

    receiver.answering = in_turn(
        with_status(200, b"a" * 200_000),
        with_status(200, b"no gzip", Content_Encoding="gzip"),
        hangs,
    )
    for title in "ABC":
        make_release(title)
    deliver()
    assert states(endpoint) == ["DELIVERED"] * 3
    kept = list(Attempt.objects.order_by("pk").values_list("answer_body", flat=True))
    assert (len(kept[0]), kept[1], kept[2]) == (65_536, "", "")


@pytest.mark.parametrize(
    ("status", "failure"),
    [(301, "REDIRECTED"), (307, "REDIRECTED"), (400, "NOT_TAKEN"), (404, "NOT_TAKEN"), (503, "NOT_TAKEN")],
)
def test_all_else_is_a_failure(
    receiver: Receiver, make_release: Any, make_endpoint: Any, status: int, failure: str
) -> None:
    endpoint = make_endpoint(receiver)
    receiver.answering = with_status(status, Location=f"http://{receiver.host}/elsewhere")
    make_release("A")
    deliver()
    assert states(endpoint) == ["PENDING"]
    assert [got.path for got in receiver.got] == ["/hook"]
    assert (Attempt.objects.get().failure, Attempt.objects.get().status) == (failure, status)


def test_gone_switches_the_endpoint_off(
    receiver: Receiver, make_release: Any, make_endpoint: Any, django_capture_on_commit_callbacks: Any
) -> None:
    endpoint = make_endpoint(receiver)
    receiver.answering = with_status(410)
    make_release("A")
    make_release("B")
    with django_capture_on_commit_callbacks(execute=True):
        deliver()
    assert (len(receiver.got), states(endpoint)) == (1, ["FAILED", "CANCELLED"])
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.state_reason) == ("DISABLED", "GONE")
    assert "(410)" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("120", 120),
        ("1000000000000", 36_000),
        ("-5", 5),
        ("soon", 5),
        ("", 5),
        ("\xb2", 5),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 5),
        ("in an hour", 3600),
    ],
)
def test_the_receiver_says_when_to_come_back(
    receiver: Receiver,
    make_release: Any,
    make_endpoint: Any,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    seconds: int,
) -> None:
    monkeypatch.setattr(settling, "JITTER", 0)
    endpoint = make_endpoint(receiver)
    begun = timezone.now()
    if asked == "in an hour":
        asked = format_datetime((begun + timedelta(hours=1)).replace(microsecond=0), usegmt=True)
    receiver.answering = with_status(429, Retry_After=asked)
    make_release("A")
    deliver()
    wait = (endpoint.deliveries.get().next_attempt_at - begun).total_seconds()
    assert seconds - 1 < wait < seconds + 15
    endpoint.refresh_from_db()
    assert abs((endpoint.rests_until - endpoint.deliveries.get().next_attempt_at).total_seconds()) < 5
    deliver()
    assert len(receiver.got) == 1


def test_old_attempts_and_deliveries_are_forgotten(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    endpoint = make_endpoint(receiver)
    make_release("A")
    deliver()
    make_release("B")
    old = timezone.now() - timedelta(days=31)
    Attempt.objects.update(at=old)
    Delivery.objects.filter(state="DELIVERED").update(finished_at=old)
    Delivery.objects.update(created_at=old)
    forget()
    assert (Attempt.objects.count(), states(endpoint)) == (0, ["PENDING"])


def test_times_in_the_log_are_true(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    receiver.seconds = 0.3
    make_endpoint(receiver)
    make_release("A")
    before = timezone.now()
    deliver()
    attempt = Attempt.objects.get()
    assert isinstance(attempt.at, datetime)
    assert before < attempt.at < timezone.now()
    assert 290 < attempt.milliseconds < 10_000
    assert attempt.sent_headers["webhook-id"] == receiver.got[0].id
    assert attempt.url == receiver.url
