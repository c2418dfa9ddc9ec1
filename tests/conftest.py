"""Fixtures that every test may use: a newsroom that is public, and releases in it.

Tests that commit end with Django emptying the database. What the migrations had put there (the root page, the root
collection, the groups) is put back after them, so that every test finds a database as migrations leave it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import wagtail
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from PIL import Image as Picture
from wagtail.models import Collection, Locale, Page

from cms.library.models import MediaAssetPage
from cms.media.models import NewsroomFile, NewsroomImage
from cms.newsroom import seen
from cms.newsroom.models import NewsroomPage, Person, Topic
from cms.releases.models import ReleasePage
from cms.syndication.models import Partner
from cms.syndication.services.keys import issue_key
from tests.chromium import browser as browser  # a fixture

from . import described_answers

BLOCKER = pytest.StashKey[Any]()
described_answers.watch()
# What tests share says which values it has compared, as they do.
pytest.register_assert_rewrite(
    *(f"tests.{folder.name}" for folder in Path(__file__).parent.iterdir() if folder.is_dir())
)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test before may have left an answer unread: to Django that request goes on, and what it has seen with it."""
    seen.forget()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A test fails that got an answer of the REST API which the OpenAPI description does not know."""
    described_answers.FOUND.clear()
    yield
    if described_answers.FOUND:
        pytest.fail("\n".join(["Not as openapi.yaml says:", *described_answers.FOUND]), pytrace=False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What comes out the same on every database is tested once, with SQLite and the newest Wagtail."""
    if connection.vendor != "postgresql" and wagtail.VERSION >= (8, 0):
        return
    alike = {item for item in items if once(item) or not uses_database(item)}
    config.hook.pytest_deselected(items=list(alike))
    items[:] = [item for item in items if item not in alike]


def once(item: pytest.Item) -> bool:
    """Whether a test judges what no database changes: by its mark, or a browser or a store of files."""
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return folder in ("browser", "s3") or item.get_closest_marker("once") is not None


def uses_database(item: pytest.Item) -> bool:
    """Whether a test asks for the database, by its mark or by a fixture."""
    names = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(names)


@pytest.fixture(scope="session", autouse=True)
def _database_for_teardown(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> None:
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        put_back()  # a database that is used again may have been emptied by the last test of another run


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    yield
    blocker = item.config.stash.get(BLOCKER, None)
    if blocker is not None and nextitem is not None and uses_database(item):
        with blocker.unblock():
            put_back()


def put_back() -> None:
    """What the migrations put into the database, as far as tests rely on it; nothing, where it is still there."""
    if Page.objects.filter(depth=1).exists():
        return
    locale = Locale.objects.create(language_code="en")
    Page.add_root(title="Root", slug="root", locale=locale)
    Collection.add_root(name="Root")
    groups = import_module("cms.newsroom.migrations.0003_groups")
    groups.create_groups(apps, None)
    Group.objects.get_or_create(name="Editors")[0].permissions.add(groups.permission(apps, *groups.ADMIN))
    import_module("cms.newsroom.migrations.0004_groups_and_recordings").open_recordings(apps, None)
    import_module("cms.conversation.migrations.0002_desks").open_desks(apps, None)
    import_module("cms.syndication.migrations.0003_receipts_and_use").open_partners(apps, None)
    import_module("cms.syndication.migrations.0004_webhooks").open_webhooks(apps, None)


@pytest.fixture
def locale(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def newsroom(locale: Locale) -> NewsroomPage:
    """A public newsroom below the root page."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    return root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=locale))


@pytest.fixture
def second_newsroom(newsroom: NewsroomPage) -> NewsroomPage:
    """Another public newsroom beside it."""
    return newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=newsroom.locale)
    )


@pytest.fixture
def make_release(newsroom: NewsroomPage) -> Any:
    """Publishes a release the way the admin does: draft, revision, publish."""

    def make(
        title: str = "New turbines", *, publish: bool = True, parent: Page | None = None, **fields: Any
    ) -> ReleasePage:
        many = {
            name: fields.pop(name) for name in ("topics", "contacts", "assets", "related") if name in fields
        }
        page = ReleasePage(title=title, live=False, **fields)
        for name, value in many.items():
            setattr(page, name, value)
        (parent or newsroom).add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
            page.refresh_from_db()
        return page

    return make


@pytest.fixture
def person(locale: Locale) -> Person:
    return Person.objects.create(
        name="Åsa Lind", title="Head of Press", email="asa@norrvind.example", email_public=True, locale=locale
    )


@pytest.fixture
def topic(locale: Locale) -> Topic:
    return Topic.objects.create(name="Wind power", slug="wind-power", locale=locale)


@pytest.fixture
def make_partner(db: None) -> Callable[..., Partner]:
    """A partner. Of `newsrooms` and `topics` only those, of the other parts of a scope what is given."""

    def make(organisation: str = "Dagens Kraft", **fields: Any) -> Partner:
        many = {name: fields.pop(name) for name in ("newsrooms", "topics") if name in fields}
        partner = Partner.objects.create(organisation=organisation, **fields)
        for name, chosen in many.items():
            getattr(partner, name).set(chosen)
        return partner

    return make


@pytest.fixture
def key_of() -> Callable[..., dict[str, str]]:
    """A new key of a partner, as the headers that bring it."""

    def make(partner: Partner, **fields: Any) -> dict[str, str]:
        key, _row = issue_key(partner=partner, **fields)
        return {"Authorization": f"Bearer {key}"}

    return make


@pytest.fixture
def make_image(db: None) -> Callable[..., NewsroomImage]:
    """An image in the library, of one colour, so small that its public copies are made in no time."""

    def make(
        title: str = "Mast", colour: str = "teal", size: tuple[int, int] = (64, 48), **fields: Any
    ) -> NewsroomImage:
        buffer = io.BytesIO()
        Picture.new("RGB", size, colour).save(buffer, "JPEG")
        buffer.seek(0)
        given = {"alt": f"A {colour} {title.lower()}", "credit": "Åsa Lind"} | fields
        return NewsroomImage.objects.create(title=title, file=ImageFile(buffer, name="mast.jpg"), **given)

    return make


@pytest.fixture
def make_document(db: None) -> Callable[..., NewsroomFile]:
    """A document of plain text in the library."""

    def make(title: str = "Report", text: str = "All is well.", **fields: Any) -> NewsroomFile:
        return NewsroomFile.objects.create(
            title=title, file=ContentFile(text.encode(), name="report.txt"), **fields
        )

    return make


@pytest.fixture
def make_asset_page(newsroom: NewsroomPage, make_image: Any) -> Callable[..., MediaAssetPage]:
    """Publishes an asset with an address of its own, the way the admin does."""

    def make(title: str = "Mast", *, publish: bool = True, **fields: Any) -> MediaAssetPage:
        if not {"image", "media", "file"} & set(fields):
            fields["image"] = make_image(title)
        page = MediaAssetPage(title=title, live=False, **fields)
        newsroom.add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
            page.refresh_from_db()
        return page

    return make


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data, which is no part of the repository: NEWSROOM_DATA, else beside the checkout."""
    beside = Path(__file__).resolve().parents[1].parent / "shared" / "data"
    folder = Path(os.environ.get("NEWSROOM_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"There is no real data at {folder}; set NEWSROOM_DATA to a folder that holds it.")
    return folder
