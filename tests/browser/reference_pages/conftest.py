"""A press room with a webhook, a newsroom of its own for each test, and what is in it."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.library.models import PressKitPage, PressKitRow
from cms.newsroom.models import NewsroomContact, NewsroomPage, Person, Topic
from cms.releases.models import ReleaseAsset
from cms.syndication.services import endpoints
from cms.syndication.signing import new_secret
from tests.browser.reference import served
from tests.browser.reference_pages.visiting import FILM, LONG, PLAYER, Visit
from tests.cms.syndication.deliveries.conftest import deliver, make_endpoint  # noqa: F401 # a fixture


@pytest.fixture(scope="session")
def secret() -> str:
    return new_secret()


@pytest.fixture(scope="session")
def told_room(built_reference: Path, live_server: Any, secret: str) -> Iterator[str]:
    """A press room with a webhook."""
    with served(built_reference, NEWSROOM_URL=live_server.url, NEWSROOM_WEBHOOK_SECRETS=secret) as address:
        yield address


@pytest.fixture
def newsroom(transactional_db: None, settings: Any, live_server: Any) -> NewsroomPage:
    """A public newsroom of its own for each test: the press room keeps what it has seen."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    root, english = WagtailPage.objects.get(depth=1), Locale.objects.get(language_code="en")
    slug = f"press-{uuid4().hex[:8]}"
    return root.add_child(instance=NewsroomPage(title="Norrvind", slug=slug, live=True, locale=english))


@pytest.fixture
def told(
    newsroom: NewsroomPage,
    told_room: str,
    secret: str,
    settings: Any,
    monkeypatch: Any,
    make_endpoint: Any,  # noqa: F811
) -> Callable[[], None]:
    """Sends the webhooks that are due, as the worker does."""
    settings.NEWSROOM = settings.NEWSROOM | {
        "OUTBOUND_ALLOW": [urlsplit(told_room).netloc],
        "DELIVERY_POLL_MILLISECONDS": 10,
    }
    monkeypatch.setattr(endpoints, "new_secret", lambda: secret)
    make_endpoint(url=f"{told_room}/api/revalidate", payload="THIN")
    return deliver


@pytest.fixture
def visit(
    browser: Browser, told_room: str, live_server: Any, newsroom: NewsroomPage
) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []
    with urllib.request.urlopen(f"{live_server.url}/graphql/?query={{__typename}}", timeout=60):
        pass  # the server is ready to answer in the time that the press room gives it

    def open_as(**how: Any) -> Visit:
        visits.append(Visit(browser, told_room, live_server.url, **how))
        return visits[-1]

    yield open_as
    for each in visits:
        each.context.close()


@pytest.fixture
def full(newsroom: NewsroomPage, make_release: Any, make_image: Any, make_document: Any) -> NewsroomPage:
    """The newsroom with one of everything."""
    english = newsroom.locale
    person = Person.objects.create(
        name="Åsa Lind",
        title="Head of Press",
        email="asa@norrvind.example",
        email_public=True,
        locale=english,
    )
    topic = Topic.objects.create(name="Wind power", slug="wind-power", locale=english)
    newsroom.contacts.add(NewsroomContact(person=person))
    newsroom.primary_colour = "#ffd500"
    newsroom.save_revision().publish()
    Embed.objects.create(
        url=FILM,
        hash=get_embed_hash(FILM),
        type="video",
        provider_name="Vimeo",
        html=f'<iframe src="{PLAYER}" title="Film"></iframe>',
    )
    image, document = make_image("Mast", size=(1600, 900)), make_document("Figures")
    moving = make_image("Rotor", size=(640, 360))
    moving.animated = True
    moving.save()
    body = [
        ("heading", {"text": "Why now", "level": "2"}),
        ("paragraph", "<p>Thirty <b>turbines</b>.</p>"),
        (
            "quote",
            {"text": "It blows.", "speaker": person, "speaker_name": "", "speaker_title": "Head of Press"},
        ),
        ("facts", {"title": "In short", "facts": ["30 turbines", "430 GWh"]}),
        ("image", {"image": image, "caption": "A mast"}),
        ("gallery", {"title": "More", "images": [image, moving]}),
        ("document", {"file": document, "title": "Figures", "caption": "All of them"}),
        ("embed", {"url": FILM, "title": "Film", "caption": "A year in two minutes"}),
        ("cta", {"text": "Visit us", "url": "https://norrvind.example/visit"}),
        ("quote", {"text": LONG, "speaker": None, "speaker_name": LONG, "speaker_title": LONG}),
        ("cta", {"text": LONG, "url": "https://norrvind.example/visit"}),
    ]
    release = make_release(
        "New turbines",
        slug="turbines",
        parent=newsroom,
        summary="Thirty of them.",
        hero=image,
        body=body,
        topics=[topic],
        assets=[ReleaseAsset(image=image), ReleaseAsset(file=document)],
    )
    release.summary, release.correction_note = "Thirty of them, not forty.", "There are thirty, not forty."
    release.save_revision().publish()
    make_release("About the leak", slug="leak", parent=newsroom, kind="STATEMENT", pinned=True)
    kit = PressKitPage(title="Pictures", slug="pictures", live=False, release=release)
    kit.rows = [PressKitRow(image=image), PressKitRow(file=document)]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    return newsroom
