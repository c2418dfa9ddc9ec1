"""Other sites on loopback, for the tests of requests to them."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from cms.errors import OutboundFailed
from cms.outbound import fetch

WORDS = "The other site cannot be reached, or gives no answer that can be used."
FAILED = (WORDS, "UNAVAILABLE", "", "")
"""What all failures say, so that none tells more than another."""


class Site:
    """A web server on 127.0.0.1: `pages` answer by path, `seen` has the requests that came."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                site.seen.append((self.command, self.path, dict(self.headers.items()), body))
                site.pages[self.path.partition("?")[0]](self)

            do_GET = do_POST = do_HEAD = answer

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.server.daemon_threads = True
        self.port: int = self.server.server_address[1]
        self.name = f"{'http' if tls is None else 'https'}://127.0.0.1:{self.port}"
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def answers(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.pages[path] = page

    def redirects(self, path: str, to: str, status: int = 302) -> None:
        self.answers(path, b"moved", status, Location=to)

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def failure(url: str, **how: Any) -> tuple[str, str, str, str]:
    """What a request that fails says: message, code, field, and the error behind it where that can be seen."""
    with pytest.raises(OutboundFailed) as failed:
        fetch(url, **how)
    error = failed.value
    behind = None if error.__suppress_context__ else error.__context__
    return error.message, error.code, error.field, repr(behind) if behind else ""
