"""The migration that makes recordings of the videos and sounds that were documents."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from taggit.models import Tag, TaggedItem
from wagtail.models import Collection, Page, ReferenceIndex

from cms.media.models import NewsroomFile, NewsroomMedia
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleaseAsset, ReleasePage

MIGRATION = ("newsroom_releases", "0004_recordings_of_documents")


def migrate() -> None:
    """Run the migration on what the test has put into the database."""
    MigrationRecorder(connection).record_unapplied(*MIGRATION)
    executor = MigrationExecutor(connection)
    assert [str(migration) for migration, _ in executor.migration_plan([MIGRATION])] == [".".join(MIGRATION)]
    executor.migrate([MIGRATION])


def file_named(name: str, **fields: Any) -> NewsroomFile:
    """A document as it was stored before files were read."""
    fields = {
        "title": name,
        "file": f"files/0a/{name}",
        "collection": Collection.get_first_root_node(),
    } | fields
    return NewsroomFile.objects.bulk_create([NewsroomFile(**fields)])[0]


def block(kind: str, file: NewsroomFile, **value: str) -> dict[str, Any]:
    return {"type": kind, "value": {"file": file.pk, **value}, "id": f"{kind}-{file.pk}"}


@pytest.fixture
def release(transactional_db: None) -> ReleasePage:
    root = Page.objects.get(depth=1)
    locale = root.locale
    newsroom = root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", locale=locale))
    page: ReleasePage = newsroom.add_child(instance=ReleasePage(title="New turbines", live=False))
    return page


def store(page: ReleasePage, body: list[dict[str, Any]], files: list[NewsroomFile]) -> dict[str, Any]:
    """The page and its newest revision show the files; returns the revision's content."""
    ReleasePage.objects.filter(pk=page.pk).update(body=body)
    ReleaseAsset.objects.bulk_create(
        [ReleaseAsset(release=page, file=file, sort_order=number) for number, file in enumerate(files)]
    )
    revision = ReleasePage.objects.get(pk=page.pk).save_revision(clean=False)
    for row in revision.content["assets"]:
        del row["media"]  # revisions of that time knew no recordings
    revision.save(update_fields=["content"])
    return revision.content


def test_blocks_rows_and_revisions_point_at_the_recordings(release: ReleasePage) -> None:
    made = timezone.now().replace(year=2020, microsecond=0)
    film = file_named("film.mp4", caption="A rotor.", credit="Åsa", usage_terms="Free.", created_at=made)
    NewsroomFile.objects.filter(pk=film.pk).update(created_at=made)
    sound, paper = file_named("sound.wav"), file_named("facts.pdf")
    tag = Tag.objects.create(name="rotor")
    TaggedItem.objects.create(tag=tag, content_object=film)
    body = [
        {"type": "paragraph", "value": "<p>Text.</p>", "id": "one"},
        block("video", film, title="Film", transcript="Wind."),
        block("audio", sound, caption="Hum."),
        block("document", paper, title="Facts"),
    ]
    before = store(release, body, [film, paper])

    migrate()

    media = {media.title: media for media in NewsroomMedia.objects.all()}
    assert {(one.title, one.type, one.file.name) for one in media.values()} == {
        ("film.mp4", "video", "files/0a/film.mp4"),
        ("sound.wav", "audio", "files/0a/sound.wav"),
    }
    moved = media["film.mp4"]
    assert (moved.uid, moved.caption, moved.credit, moved.usage_terms, moved.created_at) == (
        film.uid,
        "A rotor.",
        "Åsa",
        "Free.",
        made,
    )
    assert [str(tag) for tag in moved.tags.all()] == ["rotor"]
    assert list(NewsroomFile.objects.all()) == [paper]
    page = ReleasePage.objects.get(pk=release.pk)
    expected = [
        body[0],
        block("video", film, title="Film", transcript="Wind."),
        block("audio", sound, caption="Hum."),
        body[3],
    ]
    expected[1]["value"]["file"], expected[2]["value"]["file"] = moved.pk, media["sound.wav"].pk
    assert list(page.body.raw_data) == expected
    assert [(row.media, row.file) for row in page.assets.all()] == [(moved, None), (None, paper)]
    content = page.latest_revision.content
    assert json.loads(content["body"]) == expected
    assert [(row.get("media"), row["file"]) for row in content["assets"]] == [
        (moved.pk, None),
        (None, paper.pk),
    ]
    assert {**content, "body": 0, "assets": 0} == {**before, "body": 0, "assets": 0}
    draft = page.get_latest_revision_as_object()
    assert [row.asset for row in draft.assets.all()] == [moved, paper]
    assert draft.body[1].value["file"] == moved


def test_what_wagtail_knows_of_their_use_moves_with_them(release: ReleasePage) -> None:
    film = file_named("film.mp4")
    store(release, [block("video", film)], [film])
    ReferenceIndex.create_or_update_for_object(ReleasePage.objects.get(pk=release.pk))
    row = ReferenceIndex.objects.get(model_path="assets.item.file")
    row.pk, row.model_path, row.content_path = None, "body.video.file", f"body.video-{film.pk}.file"
    row.content_path_hash = ReferenceIndex._get_content_path_hash(row.content_path)
    row.save()

    migrate()

    moved = NewsroomMedia.objects.get()
    assert ReferenceIndex.get_references_to(film).count() == 0
    found = {(row.model_path, row.content_path_hash) for row in ReferenceIndex.get_references_to(moved)}
    page = ReleasePage.objects.get(pk=release.pk)
    ReferenceIndex.create_or_update_for_object(page)
    assert found == {
        (row.model_path, row.content_path_hash) for row in ReferenceIndex.get_references_to(moved)
    }
    assert {path for path, _ in found} == {"body.video.file", "assets.item.media"}


def test_block_takes_the_type_of_its_file(release: ReleasePage) -> None:
    sound, paper = file_named("sound.mp3"), file_named("facts.pdf")
    store(
        release,
        [
            block("video", sound, title="Hum", poster="7"),
            block("audio", paper, title="Facts", transcript="x"),
        ],
        [],
    )

    migrate()

    assert [(one["type"], one["value"]) for one in ReleasePage.objects.get(pk=release.pk).body.raw_data] == [
        ("audio", {"file": NewsroomMedia.objects.get().pk, "title": "Hum"}),
        ("document", {"file": paper.pk, "title": "Facts"}),
    ]


def test_document_that_is_shown_as_one_stays(release: ReleasePage) -> None:
    film = file_named("film.mp4")
    store(release, [block("document", film), block("video", film)], [])
    store(release, [block("video", film)], [])

    migrate()

    moved = NewsroomMedia.objects.get()
    assert NewsroomFile.objects.get() == film
    assert (moved.file.name, moved.uid == film.uid) == (film.file.name, False)
    revisions = [json.loads(one.content["body"]) for one in release.revisions.order_by("pk")]
    assert [[(one["type"], one["value"]["file"]) for one in body] for body in revisions] == [
        [("document", film.pk), ("video", moved.pk)],
        [("video", moved.pk)],
    ]


def test_nothing_to_move(release: ReleasePage) -> None:
    paper = file_named("facts.pdf")
    before = store(release, [block("document", paper)], [paper])
    migrate()
    assert (NewsroomMedia.objects.count(), list(NewsroomFile.objects.all())) == (0, [paper])
    assert ReleasePage.objects.get(pk=release.pk).latest_revision.content == before


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.mp4", "video"), ("a.WEBM", "video"), ("a.wav", "audio"), ("a.jpg", "document"), ("a", "document")],
)
def test_kind_of(name: str, kind: str) -> None:
    assert import_module("cms.releases.migrations.0004_recordings_of_documents").kind_of(name) == kind
