"""A web server on loopback that receives webhooks, and answers as a test wants it to."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Got:
    """A request that came."""

    path: str
    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def content(self) -> Any:
        return json.loads(self.body)

    @property
    def data(self) -> Any:
        return self.content["data"]


Answering = Callable[[BaseHTTPRequestHandler, Got], None]


class Receiver:
    """Answers 204, unless `answering` says otherwise. Knows how many requests it had at once, by path.

    What comes only in part, because its sender was killed, has not come.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.got: list[Got] = []
        self.answering: Answering = with_status(204)
        self.seconds = 0.0
        self.most_at_once: dict[str, int] = {}
        self._now: dict[str, int] = {}
        self._lock = threading.Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                receiver._enter(self.path)
                try:
                    length = int(self.headers.get("Content-Length") or 0)
                    body = self.rfile.read(length)
                    if len(body) < length:
                        return
                    got = Got(
                        self.path,
                        {name.lower(): value for name, value in self.headers.items()},
                        body,
                        time.monotonic(),
                    )
                    with receiver._lock:
                        receiver.got.append(got)
                    time.sleep(receiver.seconds)
                    receiver.answering(self, got)
                finally:
                    with receiver._lock:
                        receiver._now[self.path] -= 1

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 100

            def handle_error(self, *args: Any) -> None:
                """A sender that has gone is no error."""

        self.server = Server(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        self.url = f"{'http' if tls is None else 'https'}://{self.host}/hook"
        serving = {"poll_interval": 0.01}
        threading.Thread(target=self.server.serve_forever, kwargs=serving, daemon=True).start()

    def _enter(self, path: str) -> None:
        with self._lock:
            self._now[path] = self._now.get(path, 0) + 1
            self.most_at_once[path] = max(self.most_at_once.get(path, 0), self._now[path])

    @property
    def events(self) -> list[str]:
        return [got.content["type"] for got in self.got]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def with_status(status: int, body: bytes = b"", **headers: str) -> Answering:
    """Answers so."""

    def answer(request: BaseHTTPRequestHandler, got: Got) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def in_turn(*answers: Answering) -> Answering:
    """Each answer once, then the last for ever."""
    left = list(answers)

    def answer(request: BaseHTTPRequestHandler, got: Got) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request, got)

    return answer
