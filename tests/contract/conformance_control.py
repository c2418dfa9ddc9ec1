"""What the conformance kit may have done to the newsroom of a test: a server of actions, as its README describes them.

Each action is what an editor does in the admin; webhooks that come of it are delivered by a worker of one thread.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.db import close_old_connections, connections
from django.utils import timezone
from wagtail_headless_preview.models import PagePreview

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage
from cms.newsroom.preview import preview_document
from cms.releases.models import ReleasePage
from cms.syndication.deliveries.engine import Engine
from cms.syndication.models import Endpoint
from cms.syndication.services.endpoints import add_secret

Answer = dict[str, Any] | None
WORD = "zzyxembargo"
A_YEAR = 365 * 24 * 3600


class Control:
    """Takes actions over HTTP at `url`. What they made is gone after `end`, and when it is closed."""

    def __init__(self, newsroom: NewsroomPage, settings: Any) -> None:
        self.newsroom, self.settings = newsroom, settings
        self.made: list[Any] = []
        self.done: list[str] = []
        self._count = 0
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        self._threads = [
            threading.Thread(target=work) for work in (self._server.serve_forever, self._deliver)
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join()

    def act(self, action: str, given: dict[str, Any]) -> Answer:
        """Do what is asked for, one action at a time."""
        with self._lock:
            self.done.append(action)
            actions: dict[str, Callable[..., Answer]] = {
                "publish": self.publish,
                "correct": self.correct,
                "withdraw": self.withdraw,
                "preview": self.preview,
                "expired-preview": self.expired_preview,
                "embargo": self.embargo,
                "webhook": self.webhook,
                "end": self.end,
            }
            return actions[action](**given) if action in actions else None

    def publish(self, title: str) -> Answer:
        page = self._draft(title)
        page.save_revision().publish()
        return self._told(page) | {"id": str(Item.objects.get(type="RELEASE", source_id=page.pk).uid)}

    def correct(self, id: str, note: str) -> Answer:
        page = self._page(id)
        page.summary, page.correction_note = "This has been put right.", note
        page.save_revision().publish()
        return {}

    def withdraw(self, id: str, reason: str) -> Answer:
        page = self._page(id)
        page.withdrawal_reason = reason
        page.unpublish()
        return {}

    def preview(self) -> Answer:
        page = self._draft("A draft that nobody has seen", summary="It is kept until it is done.")
        page.save_revision()
        token = page.create_page_preview().token
        return self._told(page) | {"token": token, "texts": ["It is kept until it is done."]}

    def expired_preview(self) -> Answer:
        fresh = PagePreview.objects.get(token=self.preview()["token"])  # type: ignore[index]
        signer = ReleasePage.get_preview_signer()
        signer.timestamp = lambda: signing.b62_encode(int(time.time()) - A_YEAR)
        fresh.pk, fresh.token = None, signer.sign(ReleasePage.get_preview_signer().unsign(fresh.token))
        fresh.save()
        return {"token": fresh.token}

    def embargo(self) -> Answer:
        page = self._draft(f"{WORD} in the north", slug=f"{WORD}-in-the-north", summary=f"{WORD} all over")
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        assert not page.live
        return self._told(page) | {"word": WORD}

    def webhook(self, url: str) -> Answer:
        self.settings.NEWSROOM = self.settings.NEWSROOM | {"OUTBOUND_ALLOW": [urlsplit(url).netloc]}
        endpoint = Endpoint.objects.create(name="Conformance", url=url, owner_email="kit@example.org")
        self.made.append(endpoint)
        return {"secret": add_secret(endpoint=endpoint)}

    def end(self) -> Answer:
        while self.made:
            self.made.pop().delete()
        return {}

    @staticmethod
    def _page(uid: str) -> ReleasePage:
        return ReleasePage.objects.get(pk=Item.objects.get(uid=uid).source_id)

    def _draft(self, title: str, **fields: Any) -> ReleasePage:
        self._count += 1
        slug = fields.pop("slug", f"conformance-{self._count}")
        page = ReleasePage(title=title, slug=slug, live=False, locale=self.newsroom.locale, **fields)
        NewsroomPage.objects.get(pk=self.newsroom.pk).add_child(instance=page)
        self.made.append(page)
        return page

    def _told(self, page: ReleasePage) -> dict[str, Any]:
        slug = self.newsroom.slug
        return {
            "id": str(
                preview_document(page.create_page_preview().token).id
            ),  # nobody may ask for a draft by it
            "type": "RELEASE",
            "newsroom": slug,
            "slug": page.slug,
            "title": page.title,
            "path": f"/{slug}/{page.slug}",
        }

    def _deliver(self) -> None:
        Engine(self._stop).run()
        connections.close_all()


def _handler(control: Control) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            close_old_connections()
            try:
                status, answer = 200, control.act(asked.pop("action"), asked)
            except Exception as error:
                status, answer = 500, {"error": repr(error)}
            finally:
                connections.close_all()
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing: the kit tells what went wrong."""

    return Handler
