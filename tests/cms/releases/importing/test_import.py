"""Importing into newsrooms: what is written, and that writing it again changes nothing."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image as Picture
from wagtail.models import Locale, ReferenceIndex

from cms.ledger.models import Edition, Item
from cms.ledger.tasks import holding_refreshes
from cms.media.models import NewsroomImage
from cms.newsroom.models import NewsroomPage, Person, Topic
from cms.releases.importing.incoming import BadRow, Contact, ImageReference, Incoming, Row
from cms.releases.importing.media import MediaFolder
from cms.releases.importing.service import Importer, Outcome, Report
from cms.releases.models import ImportedRelease, ReleasePage

DAY = datetime(2019, 5, 1, 8, tzinfo=UTC)


def a_release(**fields: Any) -> Incoming:
    defaults: dict[str, Any] = {
        "external_id": "1",
        "source": "old",
        "language": "en",
        "title": "New turbines",
        "html": "<p>Body</p>",
        "published_at": DAY,
    }
    return Incoming(**defaults | fields)


def import_rows(newsroom: NewsroomPage, *incoming: Incoming, **options: Any) -> Report:
    importer = Importer(newsroom, **{"publish": True} | options)
    return importer.run([Row(number, row) for number, row in enumerate(incoming, start=1)])


def everything() -> tuple[int, ...]:
    """Counts of whatever an import may write."""
    models = (ReleasePage, NewsroomPage, Person, Topic, Edition, Item, ImportedRelease, Locale, NewsroomImage)
    return tuple(model.objects.count() for model in models)


def test_a_whole_release(newsroom: NewsroomPage) -> None:
    report = import_rows(
        newsroom,
        a_release(
            url="https://old.example/2019/nya-turbiner-pa-plats.html",
            subtitle="Sub",
            summary="Sum",
            kind="news",
            tags=("Wind", "wind", "El"),
            topics=("Wind power", "wind power"),
            authors=("Åsa Lind",),
            contacts=(
                Contact("Press desk", "press", "press@old.example"),
                Contact("Bo Ek", "Engineer", "bo@old.example"),
            ),
            links=(("More", "https://old.example/more"),),
            copyright_holder="Norrvind",
            usage_terms="Free",
        ),
    )
    assert report.outcomes == {Outcome.CREATED: 1}
    document = Item.objects.get(type="RELEASE").document
    shown = ("title", "subtitle", "summary", "kind", "slug", "locale", "published_at", "tags", "links")
    assert {name: document[name] for name in shown} == {
        "title": "New turbines",
        "subtitle": "Sub",
        "summary": "Sum",
        "kind": "NEWS",
        "slug": "nya-turbiner-pa-plats",
        "locale": "en",
        "published_at": "2019-05-01T08:00:00Z",
        "tags": ["el", "wind"],
        "links": [{"text": "More", "url": "https://old.example/more"}],
    }
    assert document["byline"]["name"] == "Åsa Lind"
    assert [(person["name"], person["email"], person["title"]) for person in document["contacts"]] == [
        ("Press desk", "press@old.example", ""),
        ("Bo Ek", None, "Engineer"),
    ]
    assert [topic["slug"] for topic in document["topics"]] == ["wind-power"]
    assert document["body"][0]["html"] == "<p>Body</p>"
    assert document["rights"] == {"copyright_holder": "Norrvind", "usage_terms": "Free"}
    assert Person.objects.get(name="Bo Ek").email == "bo@old.example"


def test_the_original_date_is_the_date_of_publication_everywhere(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release())
    page, item = ReleasePage.objects.get(), Item.objects.get(type="RELEASE")
    assert (page.first_published_at, item.published_at, page.live) == (DAY, DAY, True)
    assert page.live_revision_id == page.latest_revision_id
    assert ImportedRelease.objects.get().revision_id == page.live_revision_id


def test_a_date_to_come_is_an_embargo(newsroom: NewsroomPage) -> None:
    later = timezone.now().replace(microsecond=0) + timezone.timedelta(days=3)
    import_rows(newsroom, a_release(published_at=later))
    page = ReleasePage.objects.get()
    assert (page.live, page.go_live_at, page.first_published_at) == (False, later, None)
    assert page.latest_revision.approved_go_live_at == later
    assert not Item.objects.filter(type="RELEASE").exists()


def test_drafts_stay_drafts(newsroom: NewsroomPage) -> None:
    report = import_rows(newsroom, a_release(), publish=False)
    assert not ReleasePage.objects.get().live
    report = import_rows(newsroom, a_release(external_id="2", draft=True))
    assert report.notes == {"kept_as_draft": 1}
    assert [page.live for page in ReleasePage.objects.all()] == [False, False]
    assert not Item.objects.filter(type="RELEASE").exists()


def test_drafts_are_published_by_a_second_run_with_publish(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release(), publish=False)
    assert import_rows(newsroom, a_release()).outcomes == {Outcome.PUBLISHED: 1}
    assert Item.objects.get(type="RELEASE").published_at == DAY
    assert import_rows(newsroom, a_release()).outcomes == {Outcome.UNCHANGED: 1}


def test_a_second_run_changes_nothing(newsroom: NewsroomPage) -> None:
    rows = [
        a_release(),
        a_release(external_id="2", language="sv", translation_group="g"),
        a_release(external_id="3", translation_group="g"),
    ]
    import_rows(newsroom, *rows)
    before = everything()
    editions = list(Edition.objects.values_list("seq", flat=True))
    assert import_rows(newsroom, *rows).outcomes == {Outcome.UNCHANGED: 3}
    assert everything() == before
    assert list(Edition.objects.values_list("seq", flat=True)) == editions


def test_a_changed_row_updates_the_release(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release(tags=("a",)))
    page = ReleasePage.objects.get()
    report = import_rows(
        newsroom, a_release(title="Newer turbines", tags=("b",), published_at=DAY.replace(day=2))
    )
    assert report.outcomes == {Outcome.UPDATED: 1}
    item = Item.objects.get(type="RELEASE")
    assert (item.source_id, item.slug, item.version) == (page.pk, page.slug, 2)
    assert (item.document["title"], item.document["tags"]) == ("Newer turbines", ["b"])
    assert item.published_at == DAY.replace(day=2)
    assert (
        item.document["body"][0]["id"] == Edition.objects.filter(item=item).first().document["body"][0]["id"]
    )


def test_what_an_editor_has_changed_or_deleted_is_left_alone(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release(), a_release(external_id="2", title="Second"))
    edited = ReleasePage.objects.get(slug="new-turbines")
    edited.title = "By an editor"
    edited.save_revision().publish()
    ReleasePage.objects.get(slug="second").delete()
    report = import_rows(newsroom, a_release(title="Changed"), a_release(external_id="2", title="Changed"))
    assert report.outcomes == {Outcome.LEFT_ALONE: 2}
    assert [page.title for page in ReleasePage.objects.all()] == ["By an editor"]


def test_languages_go_to_newsrooms_of_their_own_and_versions_are_translations(newsroom: NewsroomPage) -> None:
    report = import_rows(
        newsroom,
        a_release(external_id="en", translation_group="g"),
        a_release(external_id="sv", translation_group="g", language="sv-SE", title="Nya turbiner"),
        a_release(external_id="zh", translation_group="g", language="zh", title="新风机"),
        a_release(external_id="gb", translation_group="g", language="en-GB", title="Again"),
    )
    assert report.newsrooms == ["sv", "zh-hans"]
    assert report.notes == {"translation_doubled": 1}
    pages = {page.slug: page for page in ReleasePage.objects.all()}
    assert sorted(pages) == ["again", "new-turbines", "nya-turbiner", "新风机"]
    keys = [pages[slug].translation_key for slug in ("new-turbines", "nya-turbiner", "新风机")]
    assert len(set(keys)) == 1
    swedish = NewsroomPage.objects.get(slug="norrvind-sv")
    assert (swedish.live, swedish.translation_key) == (True, newsroom.translation_key)
    assert pages["nya-turbiner"].get_parent().pk == swedish.pk
    document = Item.objects.get(slug="new-turbines").document
    assert [link["locale"] for link in document["translations"]] == ["sv", "zh-hans"]
    assert not ImportedRelease.objects.filter(settled=False).exists()


def test_releases_wait_for_their_translations_to_be_settled_once(newsroom: NewsroomPage) -> None:
    languages = ["en", "sv", "da", "fi", "de", "fr"]
    rows = [a_release(external_id=code, language=code, translation_group="g") for code in languages]
    import_rows(newsroom, *rows)
    english = Item.objects.get(type="RELEASE", locale="en")
    assert [edition.action for edition in english.editions.all()] == ["ISSUED", "REFRESHED"]
    assert len(english.document["translations"]) == 5


def test_held_refreshes_are_not_queued(newsroom: NewsroomPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from cms.ledger import tasks

    queued: list[Any] = []
    monkeypatch.setattr(tasks.transaction, "on_commit", lambda work: queued.append(work))
    with holding_refreshes():
        tasks.enqueue_with_transaction(tasks.refresh_dependents, ["x"])
        tasks.enqueue_with_transaction(tasks.settle_below, 1)
    assert len(queued) == 1
    tasks.enqueue_with_transaction(tasks.refresh_dependents, ["x"])
    assert len(queued) == 2


def test_unknown_languages_and_unusable_rows_fail_and_the_rest_goes_on(newsroom: NewsroomPage) -> None:
    report = import_rows(
        newsroom,
        a_release(external_id="a", language="tlh-x"),
        a_release(external_id=""),
        a_release(external_id="c", title="", html=""),
        a_release(external_id="d", html="x" * 900_001),
        a_release(external_id="e"),
        a_release(external_id="e", title="Twice"),
        a_release(external_id="f", source="s" * 300),
    )
    assert report.failures[:5] == [
        BadRow(1, "The language 'tlh-x' is not one of this site's languages."),
        BadRow(2, "The row has neither an id nor an address, so it could not be found again."),
        BadRow(3, "The row has neither a title nor a text."),
        BadRow(4, "The text is longer than 900,000 characters."),
        BadRow(6, "Its id is that of row 5 too, which was taken: e"),
    ]
    assert report.outcomes[Outcome.CREATED] == ReleasePage.objects.count()
    assert ReleasePage.objects.filter(title="New turbines").exists()


def test_a_missing_title_and_date(newsroom: NewsroomPage) -> None:
    before = timezone.now()
    report = import_rows(newsroom, a_release(title="", published_at=None, html="<p>First words of it.</p>"))
    assert report.notes == {"title_made": 1, "date_missing": 1}
    page = ReleasePage.objects.get()
    assert (page.title, page.slug) == ("First words of it.", "first-words-of-it")
    assert before <= page.first_published_at <= timezone.now()


def test_what_is_too_long_is_cut_at_a_word_and_kept_whole_in_the_text(newsroom: NewsroomPage) -> None:
    long = ("word " * 100).strip()
    report = import_rows(
        newsroom, a_release(title=f"T {long}", subtitle=f"S {long}", summary=f"U {long}", tags=("x" * 150,))
    )
    assert report.notes == {"title_cut": 1, "subtitle_cut": 1, "summary_cut": 1, "tag_cut": 1}
    page = ReleasePage.objects.get()
    assert (len(page.title), len(page.subtitle), len(page.summary)) == (252, 252, 277)
    assert page.title.endswith(" word…")
    assert page.body.raw_data[0]["value"] == "".join(f"<p>{letter} {long}</p>" for letter in "TSU")
    assert [len(tag.name) for tag in page.tags.all()] == [100]


def test_a_long_summary_that_is_in_the_text_is_not_repeated(newsroom: NewsroomPage) -> None:
    long = ("word " * 80).strip()
    import_rows(newsroom, a_release(summary=long, html=f"<p>{long}</p>"))
    assert [block["value"] for block in ReleasePage.objects.get().body.raw_data] == [f"<p>{long}</p>"]


def test_slugs_are_unique_in_their_newsroom(newsroom: NewsroomPage, make_release: Any) -> None:
    make_release("New turbines")
    import_rows(
        newsroom,
        a_release(),
        a_release(external_id="2"),
        a_release(external_id="3", title="☃", url="https://a/20.html"),
    )
    assert sorted(ReleasePage.objects.values_list("slug", flat=True)) == [
        "new-turbines",
        "new-turbines-2",
        "new-turbines-3",
        "release",
    ]


def test_canonical_addresses_are_kept_when_asked_for(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release(url="https://old.example/a"), canonical=True)
    assert ReleasePage.objects.get().canonical_url == "https://old.example/a"


def test_a_dry_run_writes_nothing(newsroom: NewsroomPage, tmp_path: Path) -> None:
    Picture.new("RGB", (40, 30)).save(tmp_path / "a.png")
    before = everything()
    rows = [
        a_release(topics=("T",), authors=("Åsa Lind",), language="sv", images=(ImageReference("a.png"),)),
        a_release(external_id=""),
    ]
    report = import_rows(newsroom, *rows, dry_run=True, media=MediaFolder(tmp_path, dry_run=True))
    assert report.outcomes == {Outcome.CREATED: 1, Outcome.FAILED: 1}
    assert report.newsrooms == ["sv"]
    assert everything() == before


def test_images_beside_the_file_are_imported_once(newsroom: NewsroomPage, tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    Picture.new("RGB", (40, 30)).save(folder / "a.png")
    (folder / "copy of a.png").write_bytes((folder / "a.png").read_bytes())
    Picture.new("RGB", (40, 30), "red").save(tmp_path / "secret.png")
    sources = {"https://old.example/u/a.png": "Turbine", "../secret.png": "S"}
    html = "<p>x</p>" + "".join(f'<img src="{src}" alt="{alt}">' for src, alt in sources.items())
    rows = [
        a_release(html=html, images=(ImageReference("a.png"),)),
        a_release(external_id="2", images=(ImageReference("copy of a.png"),)),
    ]
    report = import_rows(newsroom, *rows, media=MediaFolder(folder, publish=True))
    image = NewsroomImage.objects.get()
    assert (image.alt, image.width, image.mime_type) == ("Turbine", 40, "image/png")
    first, second = ReleasePage.objects.order_by("pk")
    assert [block["type"] for block in first.body.raw_data] == ["paragraph", "image", "paragraph"]
    assert first.body.raw_data[1]["value"] == {"image": image.pk, "caption": ""}
    assert second.hero_id == image.pk
    hero = Item.objects.get(type="RELEASE", source_id=second.pk).document["hero"]
    assert hero["sha256"] == next(one["sha256"] for one in hero["renditions"] if one["name"] == "original")
    assert report.refused == {}


@pytest.mark.parametrize("dry_run", [False, True])
def test_files_that_are_refused_are_told_by_name_and_left_out(
    newsroom: NewsroomPage, tmp_path: Path, dry_run: bool
) -> None:
    (tmp_path / "u").mkdir()
    (tmp_path / "u" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n no picture")
    (tmp_path / "page.jpg").write_text("<html><body>Not an image</body></html>")
    (tmp_path / "notes.png").write_text("Words.")
    names = ("u/broken.png", "page.jpg", "notes.png")
    html = "<p>x</p>" + "".join(f'<img src="{name}" alt="A">' for name in names)
    media = MediaFolder(tmp_path, publish=True, dry_run=dry_run)
    report = import_rows(newsroom, a_release(html=html), dry_run=dry_run, media=media)
    assert report.outcomes == {Outcome.CREATED: 1}
    assert list(report.refused) == list(names)
    assert "web page (HTML)" in report.refused["page.jpg"]
    assert report.refused["notes.png"] == "This is a document. Upload it under Documents."
    assert report.notes["image_refused"] == 3
    assert NewsroomImage.objects.count() == 0
    if not dry_run:
        assert [block["type"] for block in ReleasePage.objects.get().body.raw_data] == ["paragraph"]


def test_the_indexes_hold_what_was_imported(newsroom: NewsroomPage) -> None:
    import_rows(newsroom, a_release(contacts=(Contact("Åsa Lind"),)))
    page = ReleasePage.objects.get()
    references = ReferenceIndex.get_references_to(Person.objects.get())
    assert [row.object_id for row in references] == [str(page.pk)]
    assert [found.pk for found in ReleasePage.objects.search("turbines")] == [page.pk]


def test_a_row_that_fails_while_it_is_written_leaves_nothing(
    newsroom: NewsroomPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = itertools.count()

    def fails_once(page: ReleasePage) -> None:
        if next(calls) == 0:
            raise RuntimeError("disk full")

    monkeypatch.setattr("cms.releases.importing.service.index_page", fails_once)
    rows = [
        a_release(topics=("T",), contacts=(Contact("Åsa Lind"),)),
        a_release(external_id="2", topics=("T",)),
    ]
    report = import_rows(newsroom, *rows)
    assert report.failures == [BadRow(1, "RuntimeError: disk full")]
    assert [page.slug for page in ReleasePage.objects.all()] == ["new-turbines-2"]
    assert (Person.objects.count(), Topic.objects.count(), ImportedRelease.objects.count()) == (0, 1, 1)
