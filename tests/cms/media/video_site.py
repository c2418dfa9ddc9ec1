"""A provider of videos on loopback, and the player that it gives, for the tests of embeds."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

URL = "https://video.example/watch/1"
ENDPOINT = "https://www.video.example/oembed"
SAFE = (
    '<iframe src="https://player.video.example/1?a=1&amp;b=2" title="Wind"'
    ' allow="encrypted-media; fullscreen; picture-in-picture"'
    ' sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"'
    ' referrerpolicy="strict-origin-when-cross-origin" loading="lazy" allowfullscreen'
    ' width="640" height="360"></iframe>'
)
FRAME = '<iframe src="https://player.video.example/1?a=1&amp;b=2" width="640" height="360"></iframe>'


class Provider:
    """An oEmbed endpoint: answers `said` with `status`; `asked` has the addresses it was asked for."""

    def __init__(self) -> None:
        self.said: Any = {"type": "video", "title": "Wind", "provider_name": "Video", "html": FRAME}
        self.status = 200
        self.headers: dict[str, str] = {}
        self.asked: list[dict[str, list[str]]] = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.asked.append(parse_qs(urlsplit(self.path).query))
                said = provider.said
                body = said if isinstance(said, bytes) else json.dumps(said).encode()
                self.send_response(provider.status)
                for name, value in ({"Content-Length": str(len(body))} | provider.headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port: int = self.server.server_address[1]
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    @property
    def urls(self) -> list[str]:
        return [asked["url"][0] for asked in self.asked]
