"""Sending one message: signed, by the guarded client, and what came of it. Touches no database.

What does not live here: what is sent next (`claiming.py`), and what follows from what came of it (`settling.py`).
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cms import outbound
from cms.addresses import parse
from cms.errors import OutboundFailed, OutboundRefused
from cms.syndication.models import Failure
from cms.syndication.signing import signed_headers

MOST_BYTES = 65_536
MOST_HEADERS, LONGEST_HEADER = 50, 1000


@dataclass(frozen=True, slots=True)
class Job:
    """A message that is ready to be sent."""

    url: str
    message_id: str
    body: bytes
    keys: Sequence[str] = field(repr=False)
    """The secrets that sign it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of sending a message."""

    at: datetime
    milliseconds: int
    sent: Mapping[str, str]
    """Headers, without the signature."""
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    failure: str = ""
    """A `Failure`; empty when it succeeded."""

    @property
    def succeeded(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the receiver says that it wants no messages any more."""
        return self.status == 410

    def wait_asked_for(self) -> float:
        """Seconds for which the receiver wants to be left alone (RFC 9110, 10.2.3); 0 when it says nothing usable."""
        value = next(
            (text for name, text in self.headers.items() if name.lower() == "retry-after"), ""
        ).strip()
        if value.isascii() and value.isdigit():
            return float(value[:12])
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return 0
        if moment.tzinfo is None:
            return 0
        return max(0.0, (moment - timezone.now()).total_seconds())


def check_address(url: str, *, field: str = "") -> None:
    """Raises `OutboundRefused` when messages are never sent to `url`, as it is written."""
    target = parse(url, field=field)
    if target.scheme != "https" and not target.allowed:
        raise OutboundRefused(
            _("The address must begin with https://, so that nobody on the way can read what is sent."),
            field=field,
        )


def send(job: Job) -> Outcome:
    """Send a message once. Never raises for what the other side does, or for where the address leads."""
    at, begun = timezone.now(), time.monotonic()
    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
    sent = headers | {"User-Agent": outbound.USER_AGENT, "webhook-id": job.message_id}
    sent |= {"webhook-timestamp": str(int(at.timestamp()))}

    def outcome(**what: object) -> Outcome:
        took = round((time.monotonic() - begun) * 1000)
        return Outcome(at=at, milliseconds=took, sent=sent, **what)  # type: ignore[arg-type]

    if not job.keys:
        return outcome(failure=Failure.NO_SECRET)
    try:
        check_address(job.url)
        answer = outbound.fetch(
            job.url,
            method="POST",
            headers=headers | signed_headers(job.keys, job.message_id, at, job.body),
            body=job.body,
            most_bytes=MOST_BYTES,
            whole_body=False,
        )
    except OutboundRefused:
        return outcome(failure=Failure.REFUSED)
    except OutboundFailed:
        return outcome(failure=Failure.UNREACHABLE)
    return outcome(
        status=answer.status,
        headers=_headers(answer.headers),
        body=_text(answer.body),
        failure=_failure(answer.status),
    )


def _failure(status: int) -> str:
    if 200 <= status < 300:
        return ""
    if 300 <= status < 400:
        return Failure.REDIRECTED
    return Failure.GONE if status == 410 else Failure.NOT_TAKEN


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        _clean(name)[:LONGEST_HEADER]: _clean(value)[:LONGEST_HEADER]
        for name, value in list(headers.items())[:MOST_HEADERS]
    }


def _text(body: bytes) -> str:
    return _clean(body[:MOST_BYTES].decode("utf-8", errors="replace"))


def _clean(text: str) -> str:
    """Text that every database takes: without NUL and lone surrogates."""
    return text.replace("\0", "�").encode("utf-8", errors="replace").decode()
