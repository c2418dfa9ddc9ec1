"""What is sent verifies with the published JavaScript library, and what was tampered with, is old or foreign does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from cms.syndication.services.endpoints import add_secret
from cms.syndication.signing import new_secret, signed_headers
from tests.cms.syndication.deliveries.conftest import (  # noqa: F401
    deliver,
    make_endpoint,
    receiver,
    start_receiver,
)
from tests.cms.syndication.deliveries.receiver import Receiver

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent


def test_javascript_verifies_what_is_sent(
    judges: Callable[..., Any],
    receiver: Receiver,  # noqa: F811
    make_endpoint: Any,  # noqa: F811
    make_release: Any,
    tmp_path: Path,
) -> None:
    endpoint = make_endpoint(receiver)
    second = add_secret(endpoint=endpoint)
    make_release("Vindkraften når Öresund")
    deliver()
    (got,) = receiver.got
    body = got.body.decode()

    def message(secret: str = second, body: str = body, **headers: str) -> dict[str, Any]:
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        return {"secret": secret, "headers": got.headers | changed, "body": body}

    def at(minutes: int) -> dict[str, Any]:
        moment = timezone.now() + timedelta(minutes=minutes)
        headers = signed_headers([second], got.id, moment, got.body)
        return {"secret": second, "headers": headers, "body": body}

    messages = [
        message(),
        message(secret=endpoint.secret),
        message(body=body.replace("release.issued", "release.corrected")),
        message(webhook_id="msg_another"),
        message(webhook_timestamp=str(int(got.headers["webhook-timestamp"]) + 1)),
        message(webhook_signature="v1,AAAA"),
        message(secret=new_secret()),
        at(-6),
        at(6),
        at(0),
    ]
    given = tmp_path / "messages.json"
    given.write_text(json.dumps(messages))
    result = judges(HERE / "verify_webhooks.mjs", given)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    good, bad = {"type": "release.issued"}, {"error": "No matching signature found"}
    assert told[:7] == [good, good, bad, bad, bad, bad, bad]
    assert told[7:] == [
        {"error": "Message timestamp too old"},
        {"error": "Message timestamp too new"},
        good,
    ]
