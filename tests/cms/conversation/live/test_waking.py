"""Changes are announced to other processes, and nothing is lost when the line breaks."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from cms.conversation.live import announcing, waking
from cms.conversation.live.hub import Hub
from cms.conversation.models import Thread

pytestmark = pytest.mark.django_db(transaction=True)

LONG = 60.0
"""Seconds: what comes before was announced."""


@pytest.fixture
def announced(monkeypatch: Any, settings: Any, live_hub: Hub) -> Iterator[Callable[..., None]]:
    """Switches a line on; the hub looks only when it is told to, or when the line breaks."""
    for name, value in {"_last": 0, "_silent_until": 0.0, "_redis": None}.items():
        monkeypatch.setattr(announcing.announcer, name, value)
    monkeypatch.setattr(waking, "LISTEN_SECONDS", LONG)
    monkeypatch.setattr(waking, "RETRY_SECONDS", (0.05,))

    def switch_on(way: str, **more: str) -> None:
        settings.NEWSROOM = settings.NEWSROOM | {"LIVE": way} | more

    yield switch_on
    announcing.announcer.announce(10**9)  # wakes the hub, so that it ends
    live_hub.close()


@pytest.fixture
def redis_server() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("There is no redis-server: install Debian's redis-server.")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [program, "--port", port, "--save", "", "--bind", "127.0.0.1"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert server.stdout is not None
    while b"Ready to accept connections" not in (line := server.stdout.readline()):
        assert line, "Redis did not start."
    yield server, f"redis://127.0.0.1:{port}/0"
    server.kill()
    server.wait()


def test_redis_wakes_the_hub_and_may_go_away(
    announced: Any, redis_server: Any, follow: Any, post: Any, sentences: Callable[[int], str]
) -> None:
    server, address = redis_server
    announced("redis", LIVE_REDIS=address)
    reader = follow()
    for number in range(2):
        post(sentences(number))
        reader.until(lambda each, wanted=number + 1: len(each.comments) == wanted)
    server.kill()
    server.wait()
    post(sentences(2))
    assert reader.until(lambda each: len(each.comments) == 3).bodies[2] == f"<p>{sentences(2)}</p>"


def test_postgresql_wakes_the_hub_and_a_line_that_was_cut_is_made_anew(
    announced: Any, follow: Any, post: Any, sentences: Callable[[int], str]
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("NOTIFY is PostgreSQL's: TEST_DATABASE=postgresql.")
    announced("postgresql")
    reader = follow()
    for number in range(4):
        post(sentences(number))
        reader.until(lambda each, wanted=number + 1: len(each.comments) == wanted)
        if number == 1:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN newsroom_conversation'"
                )
                assert cursor.fetchall() == [(True,)]
    assert reader.bodies == [f"<p>{sentences(number)}</p>" for number in range(4)]


def test_a_change_that_cannot_be_announced_is_written_all_the_same(
    announced: Any, post: Any, thread: Thread, caplog: Any
) -> None:
    announced("redis", LIVE_REDIS="redis://127.0.0.1:9/0")
    post("Nobody is told.")
    thread.refresh_from_db()
    assert thread.comment_count == 1
    assert [record.message for record in caplog.records if "announced" in record.message] == [
        "Live: a change could not be announced (ConnectionError)."
    ]
