"""Nothing that editors, partners and files keep to themselves shows on any public route, outside conversations (`test_conversation_privacy.py`).

Every column of text that is not named public here is filled with a marker, names of uploaded files carry it, and so do drafts over what is
public. Then everything is published anew and everything that the public can read is read. A new column is private until it is named.
"""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image as Picture
from wagtail.models import Collection, ModelLogEntry, PageLogEntry, Revision
from wagtail.models import Comment as EditorsComment

from cms.ledger.models import Edition, Heartbeat, Item
from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia, Upload
from cms.newsroom.models import Frontend, Person
from cms.releases.models import ImportedRelease, ReleaseAsset, ReleaseContact
from cms.syndication import models as syndication
from cms.syndication.formats import FORMATS
from newsroom_api.graphql.schema import schema
from tests.newsroom_api.every_question import Walker, operations, rest_addresses
from tests.newsroom_api.private_world import MARKER, private_fields, private_value

pytestmark = pytest.mark.django_db(transaction=True)

FILES = {"title", "caption", "credit", "copyright_holder", "usage_terms", "license_url", "mime_type", "sha256", "file", "file_hash"}  # fmt: skip
NOTES = {"correction_note", "withdrawal_reason"}
"""Public as soon as they are used."""
PAGE = {"title", "slug", "draft_title", "url_path", "path", "seo_title", "search_description", *NOTES}
PUBLIC: dict[str, set[str]] = {
    "Boilerplate": {"title", "text"},
    "Topic": {"name", "slug", "description"},
    "Person": {"name", "title", "organisation"},
    "PersonChannel": {"service", "url"},
    "NewsroomPage": {*PAGE, "tagline", "about", "public_url", "comment_guidelines", "primary_colour", "accent_colour"},
    "NewsroomChannel": {"service", "url"},
    "NewsroomImage": {*FILES, "alt"},
    "NewsroomFile": FILES,
    "NewsroomMedia": {*FILES, "transcript", "thumbnail", "video_codec", "audio_codec"},
    "ReleaseTagName": {"name", "slug"},
    "AssetTagName": {"name", "slug"},
    "ReleasePage": {
        *PAGE, "subtitle", "summary", "dateline_place", "event_place", "event_sign_up_url", "canonical_url", "copyright_holder",
        "usage_terms", "body", "links", "about_urls",
    },
    "MediaAssetPage": {*PAGE, "description"},
    "PressKitPage": {*PAGE, "description"},
    "ItemKey": {"value"},
    "Placement": {"type", "kind", "locale"},
}  # fmt: skip
"""Columns of text that are public."""
WORKING: dict[str, set[str]] = {
    "NewsroomRendition": {"filter_spec", "file", "focal_point_key"},
    "Derivative": {"fingerprint", "name", "mime_type", "vault_name", "shelf_name", "sha256"},
    "ShelfFile": {"leaving_by"},
    "NewsroomImage": {"problem"},
    "NewsroomFile": {"problem"},
    "NewsroomMedia": {"problem"},
    "Partner": {"kinds", "locales"},
    "PartnerKey": {"digest", "prefix"},
    "Endpoint": {"events", "kinds", "lease_by"},
    "Delivery": {"message_id", "event"},
    "ShareCount": {"channel"},
}
"""Columns that have to stay what they are; names of files carry the marker by themselves."""
APPS = ("newsroom", "newsroom_media", "newsroom_releases", "newsroom_library", "newsroom_syndication")
ABSENT = {
    "NewsroomRendition", "ShelfFile", "ReleaseTag", "AssetTag", "ReleaseTagName", "AssetTagName", "Boilerplate", "ShareCount",
    "FeedPing", "PartnerUse", "PlacementTopic", "RelatedRelease", "PersonChannel", "NewsroomChannel", "NewsroomContact",
    "NewsroomMedia", "ThreadPage", "Receipt",
}  # fmt: skip
"""Models without a private column, or whose only one is of the kind of another model here."""


@pytest.fixture
def site(newsroom: Any, make_release: Any, person: Any, topic: Any, make_partner: Any, key_of: Any) -> Any:
    """A newsroom with something in every table, files that are named by the marker, and drafts that are full of it."""
    Heartbeat.objects.create(name="tick", at=timezone.now() + timedelta(hours=1))
    person.email_public = person.phone_public = False
    person.save()
    buffer = io.BytesIO()
    Picture.new("RGB", (64, 48), "teal").save(buffer, "JPEG")
    image = NewsroomImage.objects.create(
        title="Mast", alt="A mast", credit="Åsa Lind", file=ImageFile(buffer, name=f"{MARKER}.jpg")
    )
    paper = NewsroomFile.objects.create(title="Report", file=ContentFile(b"All is well.", f"{MARKER}.txt"))
    release = make_release(
        "New turbines",
        hero=image,
        topics=[topic],
        contacts=[ReleaseContact(person=person)],
        assets=[ReleaseAsset(file=paper)],
    )
    kit = PressKitPage(title="Kit", release=release, live=False)
    kit.rows = [PressKitRow(image=image), PressKitRow(file=paper)]
    for page in (kit, MediaAssetPage(title="The mast", image=image, live=False)):
        newsroom.add_child(instance=page)
        page.save_revision().publish()
    rows_that_nobody_sees(newsroom, release, make_partner, key_of)
    return release


def rows_that_nobody_sees(newsroom: Any, release: Any, make_partner: Any, key_of: Any) -> None:
    """Users, partners, uploads, imports, comments of editors, a draft over the public release, and one that was never public."""
    user = get_user_model().objects.create_superuser(
        MARKER, f"{MARKER}@editor.example", first_name=MARKER, last_name=MARKER
    )
    Frontend.objects.create(newsroom=newsroom, name=MARKER, preview_url=f"https://{MARKER}.example/")
    ImportedRelease.objects.create(newsroom_key=uuid4(), page=release, source=MARKER, external_id=MARKER)
    Upload.objects.create(
        user=user,
        collection=Collection.objects.first(),
        filename=f"{MARKER}.jpg",
        size=1,
        part_size=1,
        vault_name=MARKER,
    )
    partner = make_partner(MARKER, contact_name=MARKER, contact_email=f"{MARKER}@partner.example")
    key_of(partner)
    endpoint = syndication.Endpoint.objects.create(partner=partner, url=f"https://{MARKER}.example/hook")
    syndication.EndpointSecret.objects.create(
        endpoint=endpoint, sealed=MARKER, hint="x", created_at=timezone.now()
    )
    delivery = syndication.Delivery.objects.create(
        endpoint=endpoint, message_id="m", event="e", subject=uuid4(), created_at=timezone.now(),
        next_attempt_at=timezone.now(),
    )  # fmt: skip
    syndication.Attempt.objects.create(delivery=delivery, at=timezone.now(), milliseconds=1)
    EditorsComment.objects.create(page=release, user=user, text=MARKER, contentpath="title")
    release.title = release.summary = f"{MARKER} draft"
    release.save_revision(user=user, log_action=True)
    newsroom.add_child(instance=type(release)(title=f"{MARKER} never", live=False))


def fill() -> set[tuple[str, str]]:
    """Write the marker into every private column; which columns those are."""
    filled = set()
    for model in [model for app in APPS for model in apps.get_app_config(app).get_models()]:
        name = model.__name__
        kept = PUBLIC.get(name, set()) | WORKING.get(name, set())
        columns = [field for field in private_fields(model, kept) if field.model is model]
        if not columns or not model._default_manager.exists():
            assert not columns or name in ABSENT, f"There is no {name}: add one to the site of this test."
            continue
        for row in model._default_manager.all():
            values = {field.attname: private_value(field, row) for field in columns}
            model._default_manager.filter(pk=row.pk).update(**values)
        filled |= {(name, field.attname) for field in columns}
    for log in (ModelLogEntry, PageLogEntry):
        log.objects.update(label=MARKER, data={"private": MARKER})
    return filled


def addresses(known: list[str]) -> list[str]:
    """Everything that is read without a form: REST with formats and fields, pages, feeds, sitemaps, oEmbed, frames, short links."""
    rest = [address for address in rest_addresses(known) if not address.endswith("/events")]
    lists = ("releases", "assets", "press-kits", "topics", "people", "newsrooms")
    rest += [f"/api/v1/{name}?fields=id,metadata" for name in lists[:3]]
    rest += [f"/api/v1/releases/{uid}?fields=share,metadata,body,images,files" for uid in known]
    release = Item.objects.get(type="RELEASE", state="USABLE").uid
    rest += [f"/api/v1/releases{which}?format={name}" for name in FORMATS for which in ("", f"/{release}")]
    rest += [f"/api/v1/{name}?search={MARKER}" for name in lists[:3]]
    documents = Item.objects.filter(document__isnull=False).values_list("document", flat=True)
    paths = [document["path"] for document in documents if document.get("path")]
    rest += [f"/api/v1/items?path={path}" for path in paths]
    rest += [f"/oembed?url=http://testserver{path}" for path in paths]
    pages = [
        *paths,
        "/",
        "/sitemap.xml",
        "/robots.txt",
        "/.well-known/official-statements.json",
        "/healthz",
        "/readyz",
    ]
    pages += [f"/feeds/norrvind/{name}" for name in ("rss.xml", "atom.xml", "feed.json")]
    pages += [f"/sitemaps/norrvind/{name}.xml" for name in ("newsroom", "releases", "media", "press-kits")]
    pages += [f"/embed/{uid}" for uid in known]
    return rest + pages


def test_no_private_column_is_told(client: Any, site: Any, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {
        "GRAPHQL_COST": 10**9,
        "GRAPHQL_TOKENS": 10**6,
        "GRAPHQL_DEPTH": 99,
        "GRAPHQL_ALIASES": 999,
        "GRAPHQL_BODY": 10**7,
        "CHANGES_WAITING": 0,
    }
    filled = fill()
    assert {
        ("Person", "email"), ("Person", "phone"), ("Partner", "contact_email"), ("Endpoint", "url"), ("Upload", "filename"),
        ("NewsroomImage", "found"), ("Frontend", "preview_url"), ("ImportedRelease", "external_id"),
    } <= filled  # fmt: skip
    call_command("reconcile_ledger", verbosity=0)
    assert MARKER in str(list(Revision.objects.values_list("content", flat=True)))
    stored = [*Item.objects.values("document", "card", "title"), *Edition.objects.values("document", "note")]
    assert MARKER not in json.dumps(stored, default=str)
    known = [str(uid) for uid in Item.objects.values_list("uid", flat=True)]
    walker = Walker(client)
    for address in addresses(known):
        walker.ask("GET", address)
    for query in operations("query", known, 1):
        walker.graphql(query)
    asked_back = [leak for leak in walker.leaks if f"search={MARKER}" not in leak[1]]
    assert asked_back == []
    assert walker.statuses[200] > 100
    Person.objects.update(
        email_public=True
    )  # what is allowed to be public is, so that a leak would have been seen
    call_command("reconcile_ledger", verbosity=0)
    walker.ask("GET", "/api/v1/people")
    assert [leak[1] for leak in walker.leaks][-1] == "/api/v1/people"


def test_every_field_of_the_queries_is_walked() -> None:
    roots = schema.graphql_schema.query_type.fields
    asked = " ".join(operations("query", ["00000000-0000-4000-8000-000000000000"], 1))
    assert [name for name in roots if f"{{ {name}" not in asked] == []


def test_media_recordings_have_no_private_column_that_images_have_not() -> None:
    kept = PUBLIC["NewsroomMedia"] | WORKING["NewsroomMedia"]
    assert {field.name for field in private_fields(NewsroomMedia, kept)} <= {
        field.name for field in private_fields(NewsroomImage, PUBLIC["NewsroomImage"])
    }
