"""The one HTTP client for requests to other sites: embeds, webhooks, WebSub. Nothing else opens a connection.

An address comes from an editor, a partner or another site, so it may point at what only this machine can reach
(server-side request forgery, CWE-918). The host is looked up once for each connection, every address found must be
public (`cms/addresses.py`), and the socket is opened to an address that was checked: a name that changes its mind
between check and use (DNS rebinding) gains nothing. Redirects are followed here, by the same rules.

What does not live here: what is asked of whom, and when it is asked again.
"""

from __future__ import annotations

import json
import logging
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http.client import HTTPException
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

from django.utils.translation import gettext as _
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Retry

from cms.addresses import Target, is_public, parse
from cms.conf import newsroom
from cms.errors import OutboundFailed, OutboundRefused

REDIRECTS = 3
CHUNK = 65_536
USER_AGENT = "SocialNewsroom/1.0"
REDIRECTING = (301, 302, 303, 307, 308)

logger = logging.getLogger(__name__)


class _Unusable(Exception):
    """Why a request failed: for the log alone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other site answered, whatever its status; `url` is where the redirects led."""

    url: str
    status: int
    headers: Mapping[str, str]
    """Their names may be asked for in any case."""
    body: bytes

    def json(self) -> Any:
        """The body as JSON (RFC 8259: UTF-8). Raises `OutboundFailed` when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise _failure(self.url, error) from None


def check_address(url: str, *, field: str = "") -> None:
    """Raises `OutboundRefused` when `url`, as it is written, is one that is never asked. Looks nothing up."""
    parse(url, field=field)


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    seconds: float | None = None,
    most_bytes: int | None = None,
    whole_body: bool = True,
) -> Answer:
    """Ask another site.

    `seconds` is the time for everything together, name look-up and redirects included (default: OUTBOUND_SECONDS).
    `most_bytes` is the largest body, unpacked (default: OUTBOUND_BYTES). Only GET and HEAD follow redirects, at most
    three, never from https to http; other methods get the redirect as their answer. Without `whole_body` an answer
    counts once its head has come: a body that is too large, broken or late is cut where it went wrong.

    Raises `OutboundRefused` when the address as written is not allowed, and `OutboundFailed`, always in the same
    words, for all else: who gives an address cannot learn whether a host exists, is private, or has a port open.
    """
    target = parse(url)
    limit = newsroom.OUTBOUND_BYTES if most_bytes is None else most_bytes
    sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"} | dict(headers or {})
    with _Deadline(newsroom.OUTBOUND_SECONDS if seconds is None else seconds) as deadline:
        try:
            for _hop in range(REDIRECTS + 1):
                answer = _exchange(target, method, sent, body, _Reading(limit, whole_body), deadline)
                location = answer.headers.get("Location")
                if method not in ("GET", "HEAD") or answer.status not in REDIRECTING or not location:
                    return answer
                following = parse(urljoin(target.url, location))
                if target.scheme == "https" and following.scheme == "http":
                    raise _Unusable(f"redirected from https to {following.url}")
                if following.origin != target.origin:
                    sent = _without_secrets(sent)
                # A site of the public cannot lead to those that only the setting allows.
                target = replace(following, allowed=following.allowed and target.allowed)
        except (_Unusable, OutboundRefused, HTTPError, HTTPException, OSError, ValueError) as error:
            raise _failure(target.url, error) from None
    raise _failure(target.url, _Unusable(f"more than {REDIRECTS} redirects"))


def _failure(url: str, reason: Exception) -> OutboundFailed:
    logger.info("No answer from %s: %s: %s", url.partition("?")[0], type(reason).__name__, reason)
    return OutboundFailed(_("The other site cannot be reached, or gives no answer that can be used."))


def _without_secrets(headers: dict[str, str]) -> dict[str, str]:
    secret = {name.lower() for name in Retry.DEFAULT_REMOVE_HEADERS_ON_REDIRECT}
    return {name: value for name, value in headers.items() if name.lower() not in secret}


class _Deadline:
    """Cuts the connections when the time is up.

    A time limit on a socket holds for one read: whoever sends a byte a second in the TLS handshake, in the headers or
    in the body would never meet it. The sockets watched are copies: TLS takes the original away.
    """

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for copy in self._sockets:
                copy.close()
            self._sockets.clear()

    @property
    def remaining(self) -> float:
        """Seconds left. Raises when there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise _Unusable("the time is up")
        return left

    def watch(self, sock: socket.socket) -> None:
        with self._lock:
            self._sockets.append(sock.dup())

    def _cut(self) -> None:
        with self._lock:
            for copy in self._sockets:
                with suppress(OSError):
                    copy.shutdown(socket.SHUT_RDWR)


class _Checked:
    """Opens the socket of a connection: to an address that has been checked."""

    target: Target
    deadline: _Deadline

    def _new_conn(self) -> socket.socket:
        if not (newsroom.OUTBOUND or self.target.allowed):
            raise _Unusable("the setting OUTBOUND is off")
        addresses = _look_up(self.target, self.deadline)
        if not self.target.allowed and not all(is_public(address) for address in addresses):
            raise _Unusable(f"{self.target.host} is not public: {addresses}")
        reason: Exception = _Unusable(f"{self.target.host} has no address")
        for tried, address in enumerate(addresses):
            seconds = self.deadline.remaining / (len(addresses) - tried)
            try:
                sock = socket.create_connection((address, self.target.port), timeout=seconds)
            except OSError as error:
                reason = error
                continue
            self.deadline.watch(sock)
            sock.settimeout(max(0.001, self.deadline.end - time.monotonic()))
            return sock
        raise reason


class _PlainConnection(_Checked, HTTPConnection):
    """http."""


class _SecureConnection(_Checked, HTTPSConnection):
    """https; the certificate is checked against the authorities that the machine trusts (`SSL_CERT_FILE`)."""


def _connection(target: Target, deadline: _Deadline) -> HTTPConnection:
    connection: _PlainConnection | _SecureConnection
    if target.scheme == "https":
        connection = _SecureConnection(target.host, target.port, ssl_context=ssl.create_default_context())
    else:
        connection = _PlainConnection(target.host, target.port)
    connection.target, connection.deadline = target, deadline
    return connection


@dataclass(frozen=True, slots=True)
class _Reading:
    """How much of a body is read, and whether one that is not whole spoils the answer."""

    most_bytes: int
    whole: bool


def _exchange(
    target: Target,
    method: str,
    headers: dict[str, str],
    body: bytes | None,
    reading: _Reading,
    deadline: _Deadline,
) -> Answer:
    """One request and its answer. The body of a redirect is not read."""
    connection = _connection(target, deadline)
    try:
        connection.request(method, target.path, body=body, headers=headers, preload_content=False)
        response = connection.getresponse()
        deadline.remaining  # noqa: B018 # a head that was cut looks like one that ended
        redirects = response.status in REDIRECTING
        read = b"" if redirects else _read(response, reading, deadline)
        return Answer(url=target.url, status=response.status, headers=response.headers, body=read)
    finally:
        connection.close()


def _read(response: HTTPResponse, reading: _Reading, deadline: _Deadline) -> bytes:
    body = bytearray()
    try:
        for chunk in response.stream(CHUNK, decode_content=True):
            body += chunk
            if len(body) > reading.most_bytes:
                raise _Unusable(f"more than {reading.most_bytes} bytes")
            deadline.remaining  # noqa: B018
        deadline.remaining  # noqa: B018 # a body that was cut looks like one that ended
    except (_Unusable, HTTPError, HTTPException, OSError, ValueError):
        if reading.whole:
            raise
    return bytes(body[: reading.most_bytes])


def _look_up(target: Target, deadline: _Deadline) -> list[str]:
    """The addresses of a host, in the system's order. The system's look-up has no time limit: a thread waits for it."""
    found: list[str] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.remaining)
    deadline.remaining  # noqa: B018
    return list(found)
