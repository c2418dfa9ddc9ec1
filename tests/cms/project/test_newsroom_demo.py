"""The demo: complete, made once, and only where the settings say that it is a demo."""

from __future__ import annotations

import io
import struct
import wave
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from cms.access import PUBLIC
from cms.conf import SETTINGS
from cms.conversation.models import Case, Comment, Contribution, Thread
from cms.errors import NotFound, Withdrawn
from cms.ledger.models import Edition, Item
from cms.ledger.selectors import resolve_path
from cms.library.models import MediaAssetPage, PressKitPage
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia, ShelfFile
from cms.media.recordings import probe
from cms.newsroom.models import NewsroomPage
from cms.project.demo import (
    drawings,
    english,
    english_media,
    english_stories,
    recordings,
    swedish,
    swedish_media,
    swedish_stories,
)
from cms.releases.models import ReleasePage

BLOCKS = {
    "HEADING",
    "PARAGRAPH",
    "QUOTE",
    "FACTS",
    "IMAGE",
    "GALLERY",
    "VIDEO",
    "AUDIO",
    "DOCUMENT",
    "EMBED",
    "TABLE",
    "CTA",
}
LEAK = "/norrvind/om-oljelackaget-pa-kvarnasen"


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, made once for this module, with one small size of images; taken back at its end."""
    small = dict.fromkeys(SETTINGS["IMAGE_SIZES"].default, "max-64x64")
    ours = {
        "NEWSROOM_VAULT_ROOT": tmp_path_factory.mktemp("vault"),
        "NEWSROOM_SHELF_ROOT": tmp_path_factory.mktemp("shelf"),
        "NEWSROOM_DEMO": True,
        "NEWSROOM": {**settings.NEWSROOM, "IMAGE_SIZES": small},
    }
    with django_db_blocker.unblock(), override_settings(**ours), transaction.atomic():
        call_command("newsroom_demo", password="for this test", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(built, db):
    """The demo; what a test changes is taken back after it."""


def document(path):
    return resolve_path(PUBLIC, path).row.content


def test_refuses_outside_the_demo(db):
    for flag in (False, None):
        with (
            override_settings(NEWSROOM_DEMO=flag),
            pytest.raises(CommandError, match="runs in the demo only"),
        ):
            call_command("newsroom_demo")
    assert NewsroomPage.objects.count() == 0
    assert get_user_model().objects.count() == 0


def test_everything_is_there(demo, client):
    public = [item.document for item in Item.objects.filter(type="RELEASE", state="USABLE")]
    assert {item["kind"] for item in public} == set(ReleasePage.Kind.values)
    assert {block["type"] for item in public for block in item["body"]} == BLOCKS
    assert {item["newsroom"]["slug"]: item["locale"] for item in public} == {
        "norrvind": "sv",
        "norrvind-en": "en",
    }
    assert all(item["hero"]["alt"] and item["hero"]["credit"] and item["contacts"] for item in public)
    assert all(image.alt for image in NewsroomImage.objects.all())
    assert {item["slug"] for item in public if item["pinned"]} == {
        "norrvind-tar-langmyrhojden-i-drift",
        "langmyrhojden-wind-farm-begins-operation",
    }
    for item in public:
        assert client.get(item["path"]).status_code == 200
    assert len(public) == len(swedish_stories.STORIES) - 3 + len(english_stories.STORIES) - 1
    assert Site.objects.get(is_default_site=True).root_page.slug == "norrvind"


def test_statement_is_corrected_in_public(demo):
    statement = document(LEAK)
    assert [correction["note"] for correction in statement["corrections"]] == [
        swedish_stories.STORIES[4].correction[2]
    ]
    before, after = Edition.objects.filter(item=statement["id"], action__in=["ISSUED", "CORRECTED"])
    assert ("40 liter" in str(before.document), "70 liter" in str(before.document["body"])) == (True, False)
    assert "40 liter" not in str(after.document["body"])
    assert after.issued_by.username == "pr"


def test_what_is_withdrawn_held_back_and_in_review(demo):
    with pytest.raises(Withdrawn) as gone:
        resolve_path(PUBLIC, "/norrvind/norrvind-koper-andel-i-storasen")
    assert gone.value.reason == swedish_stories.PURCHASE.withdrawn
    scheduled = ReleasePage.objects.filter(go_live_at__isnull=False)
    assert [page.locale.language_code for page in scheduled.order_by("path")] == ["sv", "en"]
    for page in scheduled:
        assert page.approved_schedule
        assert page.go_live_at > timezone.now() + timedelta(days=3)
        with pytest.raises(NotFound):
            resolve_path(PUBLIC, f"/{page.newsroom.slug}/{page.slug}")
    review = ReleasePage.objects.get(slug="en-natt-i-driftcentralen")
    assert (review.live, review.owner.username, review.workflow_in_progress) == (False, "marketing", True)
    changed = ReleasePage.objects.get(slug="ellagret-klarade-sitt-forsta-prov")
    assert changed.has_unpublished_changes
    assert document(f"/norrvind/{changed.slug}")["title"] == swedish_stories.STORAGE.title


def test_languages_are_linked_both_ways_and_people_keep_what_is_internal(demo):
    pages = {page.slug: page for page in NewsroomPage.objects.all()}
    assert pages["norrvind"].translation_key == pages["norrvind-en"].translation_key
    keys = {story.key for story in swedish_stories.STORIES} & {story.key for story in english_stories.STORIES}
    assert keys == {"opening", "ice", "leak", "quarter", "contract"}
    for key in keys:
        here, there = (
            ReleasePage.objects.get(slug=story.slug, locale__language_code=text.locale)
            for text in (swedish.NEWSROOM, english.NEWSROOM)
            for story in text.stories
            if story.key == key
        )
        assert here.translation_key == there.translation_key
    everything = str(list(Item.objects.values_list("document", flat=True)))
    assert "karin.akerlund@norrvind.example" in everything
    for person in swedish.NEWSROOM.people:
        assert (person.email in everything, person.phone in everything) == (
            person.email_public,
            person.phone_public,
        )


def test_assets_of_every_type_have_pages(demo, client):
    public = [item.document for item in Item.objects.filter(type="ASSET", state="USABLE")]
    for locale in ("sv", "en"):
        types = [item["file_type"] for item in public if item["locale"] == locale]
        assert {each: types.count(each) for each in types} == {
            "IMAGE": 5,
            "VIDEO": 1,
            "AUDIO": 1,
            "DOCUMENT": 1,
        }
        assert (
            len({item["slug"] for item in public if item["locale"] == locale and item.get("animated")}) == 1
        )
    for item in public:
        assert client.get(item["path"]).status_code == 200
        assert len(item["translations"]) == (item["locale"] == "en")  # the worker brings the other way round
        assert item["credit"]
    originals = {
        one["content_type"] for item in public for one in item["renditions"] if one["name"] == "original"
    }
    assert originals == {
        "image/jpeg",
        "image/gif",
        "image/svg+xml",
        "video/webm",
        "audio/wav",
        "application/pdf",
    }
    assert {(item["slug"], item["digital_source_type"]) for item in public if item["ai_generated"]} == {
        ("visionsbild-storhallan", "trainedAlgorithmicMedia"),
        ("impression-storhallan", "trainedAlgorithmicMedia"),
    }


def test_asset_under_embargo_is_nowhere_public(demo):
    pages = MediaAssetPage.objects.filter(go_live_at__isnull=False).order_by("path")
    assert [page.slug for page in pages] == ["storhallan-en-vinterkvall", "storhallan-on-a-winter-evening"]
    for page in pages:
        assert timedelta(days=4) < page.go_live_at - timezone.now() < timedelta(days=6)
        with pytest.raises(NotFound):
            resolve_path(PUBLIC, f"/{page.newsroom.slug}/{page.slug}")
    assert not ShelfFile.objects.filter(name__contains="storhallan-en-vinterkvall").exists()
    assert not ShelfFile.objects.filter(name__contains="storhallan-on-a-winter-evening").exists()


def test_rights_that_end_soon(demo):
    for path in (
        "/norrvind/langmyrhojden-under-stormen-ragna",
        "/norrvind-en/langmyrhojden-during-storm-ragna",
    ):
        ends = datetime.fromisoformat(document(path)["expires_at"])
        assert timedelta(days=9) < ends - timezone.now() <= timedelta(days=10)
    assert NewsroomImage.objects.exclude(expires_at=None).count() == 2


def test_press_kits(demo, client):
    assert PressKitPage.objects.count() == len(swedish_media.KITS) + len(english_media.KITS) == 4
    about = document("/norrvind/norrvind-i-bild-och-siffror")
    assert [file["type"] for file in about["files"]] == ["IMAGE"] * 6 + ["VIDEO", "DOCUMENT"]
    assert (about["release"], about["file_count"]) == (None, 8)
    opening = document("/norrvind-en/press-material-langmyrhojden")
    assert opening["release"]["slug"] == "langmyrhojden-wind-farm-begins-operation"
    assert opening["translations"][0]["slug"] == "pressmaterial-langmyrhojden-i-drift"
    text = client.get("/norrvind-en/langmyrhojden-wind-farm-begins-operation").content.decode()
    assert '<a class="u-url p-name" href="/norrvind-en/press-material-langmyrhojden">' in text


def test_second_run_changes_nothing(demo, django_assert_max_num_queries):
    def state():
        return (
            list(Page.objects.order_by("pk").values_list("pk", "latest_revision")),
            list(Edition.objects.values_list("seq", flat=True)),
            list(get_user_model().objects.values_list("username", "password")),
            [model.objects.count() for model in (NewsroomImage, NewsroomFile, NewsroomMedia)],
        )

    before, output = state(), io.StringIO()
    with django_assert_max_num_queries(5):
        call_command("newsroom_demo", password="another", stdout=output)
    assert state() == before
    assert output.getvalue() == "The demo content is there already; nothing was changed.\n"
    assert authenticate(username="admin", password="for this test").is_superuser
    groups = {
        user.username: [group.name for group in user.groups.all()] for user in get_user_model().objects.all()
    }
    assert groups == {"admin": [], "pr": ["PR"], "marketing": ["Marketing"], "service": ["Customer service"]}


def test_sound_and_document_are_what_their_names_say():
    with wave.open(io.BytesIO(recordings.sound())) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getnframes()) == (1, 16_000, 96_000)
    document = recordings.document("Fakta (1)", ["Åre"])
    start = int(document.split(b"startxref\n")[1].split()[0])
    assert document[start : start + 4] == b"xref"
    assert rb"(Fakta \(1\)) Tj" in document
    for number, offset in enumerate(document[start:].split(b"\n")[3:9], start=1):
        assert document[int(offset[:10]) :].startswith(b"%d 0 obj" % number)


def test_recordings_are_what_uploads_may_be(tmp_path):
    for name, content, expected in (
        ("film.webm", recordings.film(), ("video/webm", 4.0, 640, 360, "vp8", "")),
        ("sound.wav", recordings.sound(), ("audio/wav", 6.0, None, None, "", "pcm_s16le")),
    ):
        (tmp_path / name).write_bytes(content)
        found = probe(tmp_path / name)
        assert (
            found.content_type,
            found.duration,
            found.width,
            found.height,
            found.video_codec,
            found.audio_codec,
        ) == expected


def test_rotor_turns_and_joins_on_to_itself():
    with Image.open(io.BytesIO(drawings.turning_rotor())) as picture:
        assert (picture.format, picture.size, picture.n_frames, picture.info["loop"]) == (
            "GIF",
            (640, 360),
            16,
            0,
        )


def test_film_is_webm_of_vp8_key_frames():
    film = recordings.film()
    assert film.startswith(b"\x1a\x45\xdf\xa3")
    assert b"\x42\x82\x01\0\0\0\0\0\0\x04webm" in film[:100]
    assert film.count(b"\x9d\x01\x2a" + struct.pack("<HH", *recordings.FILM_SIZE)) == recordings.FRAMES
    first = film.index(b"\x9d\x01\x2a") - 3
    frame = film[first : film.index(b"\xa3\x01", first)]
    padded = frame + b"\0" * (len(frame) % 2)
    riff = (
        b"RIFF" + struct.pack("<I", 12 + len(padded)) + b"WEBPVP8 " + struct.pack("<I", len(frame)) + padded
    )
    with Image.open(io.BytesIO(riff)) as picture:
        picture.load()
        assert picture.size == recordings.FILM_SIZE


def test_readers_send_pictures(demo):
    rows = Contribution.objects.all()
    assert sorted(rows.values_list("newsroom__slug", "status", "comment__pinned")) == [
        ("norrvind", "HELD", None),
        ("norrvind", "PUBLISHED", True),
        ("norrvind-en", "HELD", None),
        ("norrvind-en", "PUBLISHED", True),
    ]
    shown = Comment.objects.get(author_name="Ingrid Granlund").attachments
    assert [(each["title"], each["file"]["credit"]) for each in shown] == [
        ("Seen from our steps", "Ingrid Granlund")
    ]
    assert Item.objects.filter(type="CONTRIBUTION", state="USABLE").count() == 2


def test_readers_talk_and_the_desk_has_work(demo):
    assert Comment.objects.filter(status="HELD").count() == 2
    assert set(Comment.objects.filter(report_count=1).values_list("author_name", flat=True)) == {
        "Best Deals",
        "Fyndhörnan",
    }
    assert Comment.objects.filter(status="PUBLISHED", depth__gte=3).exists()
    answered = Comment.objects.filter(answered_at__isnull=False)
    assert set(answered.values_list("answer__author_name", flat=True)) == {
        "Daniel Tesfaye",
        "Karin Åkerlund",
        "Lars Hedström",
        "Mariam Rostami",
    }
    waiting = Case.objects.filter(state="OPEN")
    assert waiting.filter(due_at__lt=timezone.now()).exists()
    assert set(waiting.exclude(owner=None).values_list("owner__username", flat=True)) == {"pr", "service"}
    for slug, count in (("norrvind", 2), ("norrvind-en", 4)):
        questions = Thread.objects.get(newsroom__slug=slug, item__type="DISCUSSION")
        assert (questions.question_and_answer, questions.question_count) == (True, count)
