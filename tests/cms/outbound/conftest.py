"""A site that answers, and one that speaks no HTTP of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cms.outbound.sites import Site


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    site = Site()
    settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{site.port}"], "OUTBOUND_SECONDS": 5}
    yield site
    site.close()


@pytest.fixture
def raw(settings: Any) -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Starts a server that speaks no HTTP of its own: `talk` gets the connection, after the request was read."""
    servers = []

    def start(talk: Callable[[socket.socket], None]) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        servers.append(server)

        def serve() -> None:
            try:
                connection, _address = server.accept()
                with connection:
                    connection.recv(65_536)
                    talk(connection)
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        port = server.getsockname()[1]
        settings.NEWSROOM = {"OUTBOUND_ALLOW": [f"127.0.0.1:{port}"]}
        return f"http://127.0.0.1:{port}/"

    yield start
    for server in servers:
        server.close()
