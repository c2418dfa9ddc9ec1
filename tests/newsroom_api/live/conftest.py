"""A thread to follow, servers that are really running, and readers of their streams."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from cms.conversation.models import Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment
from cms.newsroom.models import NewsroomPage
from tests.processes import ROOT, environment_of
from tests.sentences import sentence

SECONDS = 20
SERVERS = {
    "gunicorn": ["gunicorn", "--config", "python:cms.project.gunicorn", "cms.project.wsgi", "--preload", "--bind"],
    "uvicorn": ["uvicorn", "cms.project.asgi:application", "--log-level", "warning", "--port"],
}  # fmt: skip


@pytest.fixture
def thread(newsroom: NewsroomPage, make_release: Any) -> Thread:
    """The thread of a public release, open to everybody."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    return Thread.objects.get(item__source_id=make_release("New turbines").pk)


@pytest.fixture
def post(thread: Thread) -> Callable[..., Posted]:
    """Posts a comment as a visitor does: another person each time, with another text."""
    count = 0

    def make(body: str = "", **given: Any) -> Posted:
        nonlocal count
        count += 1
        text = body or sentence(count)
        given = {"author_name": f"Reader {count}", "email": f"reader{count}@example.com"} | given
        return post_comment(NewComment(body=text, thread=thread.pk, **given), Visitor(id=f"{count:032x}"))

    return make


@dataclass
class Event:
    """One event of a stream."""

    name: str = ""
    data: str = ""
    id: str = ""
    is_whole: bool = False
    """Whether it has data, if only an empty line."""

    @property
    def json(self) -> Any:
        return json.loads(self.data)


@dataclass
class Client:
    """Reads a stream over a connection of its own, as the standard says a browser does."""

    address: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    last_id: str = ""
    text: str = ""
    """All lines that came."""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(self.address, timeout=SECONDS)
        self.connection.request("GET", self.path, headers={"Accept": "text/event-stream", **self.headers})
        self.response = self.connection.getresponse()
        self.status = self.response.status

    def begun(self) -> Client:
        """The same, once the stream has begun: from here on nothing is missed."""
        while self._line():
            pass
        return self

    def event(self) -> Event | None:
        """The next event; None at the end of the stream."""
        event = Event()
        while (line := self._line()) is not None:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if not line and event.is_whole:
                event.id = self.last_id
                return event
            if not line:
                event = Event()
            elif name == "id":
                self.last_id = value
            elif name == "event":
                event.name = value
            elif name == "data":
                event.data += value
                event.is_whole = True
        return None

    def until(self, name: str) -> Event:
        """The next event of this name."""
        while (event := self.event()) is not None:
            if event.name == name:
                return event
        raise AssertionError(f"The stream ended without {name}: {self.text}")

    def close(self) -> None:
        self.response.close()
        self.connection.close()

    def _line(self) -> str | None:
        line = self.response.readline()
        self.text += line.decode()
        return line.decode().rstrip("\n") if line else None


@pytest.fixture(scope="module")
def servers(django_db_setup: None) -> Iterator[dict[str, str]]:
    """Web servers on the database of the tests, by name, with their addresses."""
    environment = environment_of("tests.newsroom_api.live.server_settings")
    running: dict[str, subprocess.Popen[bytes]] = {}
    addresses: dict[str, str] = {}
    for kind, command in SERVERS.items():
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        addresses[kind] = f"127.0.0.1:{port}"
        bind = addresses[kind] if kind == "gunicorn" else str(port)
        running[kind] = subprocess.Popen([sys.executable, "-m", *command, bind], cwd=ROOT, env=environment)
    for kind, server in running.items():
        _wait_for(addresses[kind], server)
    yield addresses
    for server in running.values():
        server.kill()
        server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, "The server did not start."
        probe = http.client.HTTPConnection(address, timeout=SECONDS)
        try:
            probe.request("GET", "/healthz")
            if probe.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            probe.close()
    raise AssertionError("The server does not answer.")


@pytest.fixture
def listen(thread: Thread) -> Iterator[Callable[..., Client]]:
    """Opens streams, by default of the thread; they are closed with the test."""
    clients: list[Client] = []

    def open_one(address: str, path: str = "", **headers: str) -> Client:
        found = Client(address, path or f"/api/v1/threads/{thread.pk}/events", headers)
        clients.append(found)
        return found

    yield open_one
    for client in clients:
        client.close()
