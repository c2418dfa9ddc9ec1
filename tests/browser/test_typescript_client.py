"""The TypeScript client in Chromium, on a page of another origin: no bundler, no preflight that is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread as Worker
from typing import Any

import pytest
from playwright.sync_api import Browser

from cms.conversation.live.hub import hub
from cms.conversation.models import Thread
from tests.contract.conftest import build_client

VISIT = """async ([url, release, thread]) => {
  const { createNewsroom, InvalidInputError } = await import("/dist/index.js");
  const { Release, PostComment } = await import("/dist/operations.js");
  const { liveThread } = await import("/dist/live.js");
  const { restOf } = await import("/dist/rest.js");
  const newsroom = createNewsroom({ url });
  const rest = restOf(newsroom);
  const { data, tags, etag } = await newsroom.query(Release, { id: release });
  const refused = await newsroom.mutate(PostComment, { input: { thread, body: "When?" } }).catch((error) => error);
  const input = { thread, body: "When?", authorName: "Ann Berg", email: "ann@example.com" };
  const idempotencyKey = crypto.randomUUID();
  const events = [];
  const onState = (state) => {
    events.push(state);
    if (state === "streaming") void newsroom.mutate(PostComment, { input }, { idempotencyKey });
  };
  for await (const event of liveThread(newsroom, thread, { onState })) {
    events.push(event.type === "comment" ? event.comment.body : event.type);
    if (event.type === "thread") break;
  }
  const whole = await rest.get("/api/v1/threads/{id}", { path: { id: thread } });
  const again = await rest.get("/api/v1/threads/{id}", { path: { id: thread }, etag: whole.etag });
  return {
    title: data.release.title,
    tags,
    hasEtag: etag.length === 34,
    refused: refused instanceof InvalidInputError && refused.errors.map(({ field }) => field),
    events,
    count: whole.data.comment_count,
    again: again.status,
  };
}"""


class Quiet(SimpleHTTPRequestHandler):
    extensions_map = {".js": "text/javascript", "": "text/plain"}

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def other_origin() -> Iterator[str]:
    """An address that serves the built client and nothing else."""
    folder: Path = build_client()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    worker = Worker(target=server.serve_forever, daemon=True)
    worker.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    worker.join()


@pytest.mark.django_db(transaction=True)
def test_a_visitor_of_another_site(
    browser: Browser, live_server: Any, other_origin: str, newsroom: Any, make_release: Any
) -> None:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    thread = Thread.objects.get(item__source_id=make_release("New turbines").pk)
    page = browser.new_page()
    failures: list[str] = []
    page.on("requestfailed", lambda request: failures.append(f"{request.method} {request.url}"))
    page.goto(f"{other_origin}/package.json")
    told = page.evaluate(VISIT, [live_server.url, str(thread.item_id), str(thread.pk)])
    cookies = page.context.cookies()
    page.close()
    hub().close()
    assert told == {
        "title": "New turbines",
        "tags": [],  # a site's own servers read `Surrogate-Key`; scripts of other origins need it not
        "hasEtag": True,
        "refused": ["authorName", "email"],
        "events": ["connecting", "streaming", "<p>When?</p>", "thread"],
        "count": 1,
        "again": 304,
    }
    assert cookies == []
    assert [each for each in failures if "/events" not in each] == []
