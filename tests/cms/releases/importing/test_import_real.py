"""Importing releases that others have published."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage
from cms.releases.importing.formats import guess_format, open_import, read
from cms.releases.importing.service import Importer, Outcome
from cms.releases.models import ImportedRelease


def test_a_sample_of_real_releases(newsroom: NewsroomPage, shared_data: Path, tmp_path: Path) -> None:
    with open_import(shared_data / "releases.jsonl.gz") as stream:
        lines = list(itertools.islice(stream, 0, None, 64))
    sample = tmp_path / "sample.jsonl"
    sample.write_bytes(b"".join(lines))
    with open_import(sample) as stream:
        report = Importer(newsroom, publish=True).run(read(stream, guess_format(stream)))
    assert report.failures == []
    assert report.outcomes == {Outcome.CREATED: len(lines)}
    assert Item.objects.filter(type="RELEASE", state="USABLE").count() == len(lines) == 60
    for line in lines:
        row = json.loads(line)
        page = ImportedRelease.objects.get(external_id=row["id"]).page
        assert page.first_published_at.date().isoformat()[:7] == row["date"][:7]
        page.body.stream_block.clean(page.body)
        page.links.stream_block.clean(page.links)
    with open_import(sample) as stream:
        again = Importer(newsroom, publish=True).run(read(stream, "jsonl"))
    assert again.outcomes == {Outcome.UNCHANGED: len(lines)}


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("wxr/themeunittestdata.wordpress.xml", 56),
        ("feeds/nasa_breaking_news_2021.rss", 2),
        ("ninjs/2.1/tt_text_image_2.json", 1),
        ("ninjs/1.4/ninjsExMediumText1.json", 1),
    ],
)
def test_real_files_of_other_formats(
    newsroom: NewsroomPage, shared_data: Path, path: str, taken: int
) -> None:
    with open_import(shared_data / "payloads" / path) as stream:
        report = Importer(newsroom, dry_run=True).run(read(stream, guess_format(stream)))
    assert report.outcomes[Outcome.CREATED] == taken
