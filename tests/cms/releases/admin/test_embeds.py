"""An embed in the release editor: looked up before the release is saved, shown with the release, told when unknown."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.embeds.finders import get_finders
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage

URL = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
SAID = {
    "type": "video",
    "title": "Turbines at sea",
    "provider_name": "YouTube",
    "thumbnail_url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg",
    "width": 200,
    "height": 113,
    "html": '<iframe width="200" height="113" src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe><script>x</script>',
}
EMPTY = inline_formset([])


@pytest.fixture
def asked(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the stand-in for YouTube on loopback was asked."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(SAID).encode())

        def log_message(self, *args: Any) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    place = f"127.0.0.1:{server.server_address[1]}"
    known = {"endpoint": f"http://{place}/oembed", "urls": [r"^https://www\.youtube\.com/.+$"]}
    settings.WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds", "providers": [known]}]
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_ALLOW": [place]}
    monkeypatch.setattr("cms.media.embeds._hosts", lambda endpoint: ["youtube.com"])
    get_finders.cache_clear()
    cache.clear()
    yield requests
    get_finders.cache_clear()
    cache.clear()
    server.shutdown()
    server.server_close()


def save(
    client: Client, newsroom: NewsroomPage, url: str = URL, action: str = "action-publish", **how: Any
) -> Any:
    data = nested_form_data(
        {
            "title": "New turbines",
            "slug": "new-turbines",
            "kind": "PRESS_RELEASE",
            "summary": "Forty turbines.",
            "body": streamfield([("embed", {"url": url, "title": "", "caption": "Seen from a boat"})]),
            "links": streamfield([]),
            "about_urls": streamfield([]),
            "contacts": EMPTY,
            "assets": EMPTY,
            "related": EMPTY,
            "comments": EMPTY,
            "publish_anyway": "contact",
        }
    )
    address = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/"
    return client.post(address, data | ({action: "1"} if action else {}), **how)


def told(client: Client) -> list[str]:
    """The messages about embeds on the next page."""
    return [
        str(message) for message in client.get("/admin/").context["messages"] if "Readers" in str(message)
    ]


def block() -> dict[str, Any]:
    (found,) = Item.objects.get(slug="new-turbines").document["body"]
    return {name: value for name, value in found.items() if name != "id"}


def test_an_embed_is_looked_up_when_the_release_is_saved(
    admin_client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    assert save(admin_client, newsroom).status_code == 302
    assert len(asked) == 1
    assert told(admin_client) == []
    assert block() == {
        "type": "EMBED",
        "url": URL,
        "title": "Turbines at sea",
        "caption": "Seen from a boat",
        "provider": "YouTube",
        "thumbnail_url": "https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg",
        "html": (
            '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Turbines at sea"'
            ' allow="encrypted-media; fullscreen; picture-in-picture"'
            ' sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"'
            ' referrerpolicy="strict-origin-when-cross-origin" loading="lazy" allowfullscreen'
            ' width="200" height="113"></iframe>'
        ),
        "width": 200,
        "height": 113,
    }


def test_reads_ask_nobody(
    admin_client: Client, client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    save(admin_client, newsroom)
    asked.clear()
    item = Item.objects.get(slug="new-turbines")
    for address in (f"/api/v1/releases/{item.pk}", "/api/v1/releases"):
        assert client.get(address).status_code == 200
    page = ReleasePage.objects.get(slug="new-turbines")
    assert page.make_preview_request().status_code in (200, 302)
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert asked == []


def test_the_built_in_page_shows_a_link_and_loads_nothing_of_the_other_site(
    admin_client: Client, client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    save(admin_client, newsroom)
    html = client.get("/norrvind/new-turbines", follow=True).content.decode()
    assert (
        f'<a href="{URL}" rel="external noopener">Turbines at sea</a> <span class="meta">YouTube</span>'
        in html
    )
    assert "Nothing is loaded from there until you follow the link." in html
    assert ("<iframe" in html, "ytimg.com" in html) == (False, False)


def test_a_provider_that_cannot_be_reached_keeps_nothing_from_going_out(
    admin_client: Client, newsroom: NewsroomPage, asked: list[str], settings: Any
) -> None:
    settings.WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds"}]  # the real one, while OUTBOUND is off
    get_finders.cache_clear()
    assert save(admin_client, newsroom).status_code == 302
    assert told(admin_client) == [
        f"{URL} could not be looked up now. Readers get a link; save again in five minutes to retry."
    ]
    assert (block()["url"], block()["title"], block()["html"], block()["width"]) == (URL, "", "", None)


def test_an_address_of_no_provider_is_told(
    admin_client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    save(admin_client, newsroom, "https://other.example/film", action="")
    assert told(admin_client) == [
        "https://other.example/film is not on a site whose players can be embedded. Readers get a link."
    ]
    assert asked == []


def test_what_the_browser_saves_by_itself_says_nothing(
    admin_client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    save(
        admin_client,
        newsroom,
        "https://other.example/film",
        action="",
        headers={"Accept": "application/json"},
    )
    assert ReleasePage.objects.filter(slug="new-turbines").exists()
    assert told(admin_client) == []


def test_an_embed_without_address_can_be_saved_as_a_draft(
    admin_client: Client, newsroom: NewsroomPage, asked: list[str]
) -> None:
    assert save(admin_client, newsroom, "", action="").status_code == 302
    assert asked == []
