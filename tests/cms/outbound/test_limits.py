"""How long and how much another site may answer."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
from typing import Any

import pytest

from cms.outbound import fetch
from tests.cms.outbound.sites import FAILED, Site, failure


def drip(connection: socket.socket, head: bytes) -> None:
    """Sends `head`, then a byte every 50 ms for ever."""
    connection.sendall(head)
    while True:
        connection.sendall(b"a")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 ",
    ],
)
def test_an_answer_that_drips_is_cut_when_the_time_is_up(raw: Any, head: bytes) -> None:
    url = raw(lambda connection: drip(connection, head))
    begun = time.monotonic()
    assert failure(url, seconds=0.5) == FAILED
    assert 0.45 < time.monotonic() - begun < 10


def test_a_handshake_that_never_ends_is_cut_when_the_time_is_up(raw: Any) -> None:
    # A TLS record (handshake, 16,384 bytes) whose bytes come one by one.
    url = raw(lambda connection: drip(connection, b"\x16\x03\x03\x40\x00"))
    begun = time.monotonic()
    assert failure(url.replace("http:", "https:"), seconds=0.5) == FAILED
    assert 0.45 < time.monotonic() - begun < 10


def test_silence_and_a_slow_look_up_are_cut_when_the_time_is_up(
    raw: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = time.monotonic()
    assert failure(raw(lambda connection: time.sleep(20)), seconds=0.3) == FAILED
    settings.NEWSROOM = {"OUTBOUND": True}
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **how: time.sleep(20) or [])
    assert failure("https://slow.example/", seconds=0.3) == FAILED
    assert 0.5 < time.monotonic() - begun < 15


def test_a_body_has_at_most_so_many_bytes(site: Site, settings: Any) -> None:
    site.answers("/", b"a" * 1000)
    assert len(fetch(f"{site.name}/", most_bytes=1000).body) == 1000
    assert failure(f"{site.name}/", most_bytes=999) == FAILED
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_BYTES": 999}
    assert failure(f"{site.name}/") == FAILED


def test_a_body_shorter_than_it_says_is_a_failure(raw: Any) -> None:
    assert (
        failure(
            raw(lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"))
        )
        == FAILED
    )


def test_an_endless_body_is_cut_at_the_limit(raw: Any) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"a" * 65_536)

    assert failure(raw(endless), most_bytes=100_000) == FAILED


def test_a_packed_body_is_unpacked_up_to_the_limit(site: Site) -> None:
    site.answers("/", gzip.compress(b"a" * 1000), Content_Encoding="gzip")
    assert fetch(f"{site.name}/", most_bytes=1000).body == b"a" * 1000
    assert failure(f"{site.name}/", most_bytes=999) == FAILED


def test_a_gzip_bomb_takes_neither_memory_nor_time(site: Site) -> None:
    inner = gzip.compress(bytes(200_000_000))
    for path, bomb, encoding in (
        ("/once", inner, "gzip"),
        ("/twice", gzip.compress(inner), "gzip, gzip"),
        ("/often", gzip.compress(inner), ", ".join(["gzip"] * 50)),
    ):
        site.answers(path, bomb, Content_Encoding=encoding)
        tracemalloc.start()
        begun = time.monotonic()
        assert failure(f"{site.name}{path}") == FAILED
        took, (_now, peak) = time.monotonic() - begun, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (path, peak < 16_000_000, took < 4) == (path, True, True)
