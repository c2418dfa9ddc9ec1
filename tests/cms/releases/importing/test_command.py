"""The command: its exit codes, what it tells, and that it can be broken off anywhere."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.ledger.models import Counter, Edition, Item
from cms.newsroom.models import NewsroomPage
from cms.releases.importing.service import Outcome
from cms.releases.management.commands.import_releases import NOTES, OUTCOMES
from cms.releases.models import ImportedRelease, ReleasePage
from tests.processes import ROOT, environment_of

ROWS = 40


def lines(count: int) -> str:
    rows = (
        {
            "id": str(n),
            "title": f"Release {n}",
            "date": "2020-01-02",
            "body_html": "<p>Text</p>",
            "tags": ["a"],
            "language": "en" if n % 2 else "sv",
            "translation_group": f"g{n // 2}",
        }
        for n in range(count)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def run(path: Path, *options: str) -> int:
    try:
        call_command("import_releases", str(path), "--newsroom", "norrvind", *options)
    except CommandError as error:
        return error.returncode
    except SystemExit as error:
        return int(error.code or 0)
    return 0


def test_all_good(newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text(lines(3))
    assert run(tmp_path / "a.jsonl", "--publish") == 0
    assert capsys.readouterr().out.splitlines() == ["      3 created", "Newsrooms created for: sv"]
    assert run(tmp_path / "a.jsonl", "--publish") == 0
    assert capsys.readouterr().out.splitlines() == ["      3 unchanged"]


def test_some_rows_failed(newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "title": "A", "date": "soon"}\n{broken\n')
    assert run(tmp_path / "a.jsonl") == 1
    told = capsys.readouterr()
    assert told.err.startswith("Row 2: The line is not JSON: ")
    assert told.out.splitlines() == [
        "      1 created",
        "      1 failed",
        "Notes:",
        "      1 the date could not be read",
        "      1 without a date: it counts as first published now",
    ]


@pytest.mark.parametrize(
    "content", [b"", b"{broken\n", b"<p>no feed", b"plain words", b'<rss version="2.0"><channel/></rss>']
)
def test_nothing_could_be_read(newsroom: NewsroomPage, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert run(tmp_path / "a") == 2
    assert ImportedRelease.objects.count() == 0


def test_a_file_a_folder_or_a_newsroom_that_is_not_there(newsroom: NewsroomPage, tmp_path: Path) -> None:
    assert run(tmp_path / "missing.jsonl") == 2
    (tmp_path / "a.jsonl").write_text(lines(1))
    assert run(tmp_path / "a.jsonl", "--media", str(tmp_path / "missing")) == 2
    with pytest.raises(CommandError, match=r"There is no newsroom with the slug x\. There are: norrvind\."):
        call_command("import_releases", str(tmp_path / "a.jsonl"), "--newsroom", "x")


def test_files_that_are_left_out_are_told_by_name(
    newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "empty.jpg").touch()
    row = {
        "id": "1",
        "title": "A",
        "date": "2020-01-02",
        "body_html": '<p>x</p><img src="empty.jpg" alt="E">',
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert run(tmp_path / "a.jsonl", "--media", str(tmp_path / "media")) == 0
    told = capsys.readouterr()
    assert told.err.startswith("empty.jpg was left out: The file is empty (0 bytes).")
    assert "      1 files in the media folder were left out" in told.out.splitlines()


def test_quiet(newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text(lines(1))
    assert run(tmp_path / "a.jsonl", "-v0") == 0
    assert capsys.readouterr() == ("", "")


def test_a_dry_run_says_so(
    newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_text(lines(2))
    assert run(tmp_path / "a.jsonl", "--dry-run", "--publish") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Nothing was written: this is what would happen.",
        "      2 created",
    ]
    assert ReleasePage.objects.count() == 0


def test_closed_newsrooms_are_told(
    newsroom: NewsroomPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newsroom.unpublish()
    (tmp_path / "a.jsonl").write_text('{"id": "1", "title": "A", "date": "2020-01-01"}\n')
    assert run(tmp_path / "a.jsonl", "--publish") == 0
    assert "Not public, as these newsrooms are not: norrvind" in capsys.readouterr().out
    assert not Item.objects.filter(type="RELEASE").exists()


def test_an_interrupted_run_tells_how_far_it_came(
    newsroom: NewsroomPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupt(page: ReleasePage) -> None:
        if page.title == "Release 2":
            raise KeyboardInterrupt

    monkeypatch.setattr("cms.releases.importing.service.index_page", interrupt)
    (tmp_path / "a.jsonl").write_text(lines(5))
    assert run(tmp_path / "a.jsonl") == 130
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Interrupted. Run the same command again to go on.",
        "      2 created",
    ]
    assert sorted(ReleasePage.objects.values_list("title", flat=True)) == ["Release 0", "Release 1"]


def test_every_kind_of_note_and_outcome_has_words() -> None:
    package = ROOT / "cms" / "releases" / "importing"
    sources = "".join(path.read_text() for path in package.glob("*.py"))
    assert [kind for kind in NOTES if f'"{kind}"' not in sources] == []
    assert set(OUTCOMES) == set(Outcome)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_run_leaves_no_half_row_and_is_resumed(newsroom: NewsroomPage, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(ROWS))
    for at in (3, 9, 20):
        process = start(tmp_path / "a.jsonl")
        until = time.monotonic() + 120
        while ImportedRelease.objects.count() < at and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert at <= ImportedRelease.objects.count() < ROWS
        assert_whole()
    assert start(tmp_path / "a.jsonl").wait(timeout=180) == 0
    assert_whole()
    assert ImportedRelease.objects.count() == ReleasePage.objects.count() == ROWS
    assert not ImportedRelease.objects.filter(settled=False).exists()
    documents = Item.objects.filter(type="RELEASE").values_list("document", flat=True)
    assert [len(document["translations"]) for document in documents] == [1] * ROWS


def start(path: Path) -> subprocess.Popen[bytes]:
    """The command in a process of its own, on the database of the test."""
    environment = environment_of("tests.cms.ledger.process_settings")
    command = [
        sys.executable,
        "manage.py",
        "import_releases",
        str(path),
        "--newsroom",
        "norrvind",
        "--publish",
        "-v0",
    ]
    return subprocess.Popen(command, env=environment, cwd=ROOT)


def assert_whole() -> None:
    """Every page is remembered, public and in the ledger, and no number is lost or used twice."""
    pages = set(ReleasePage.objects.values_list("pk", flat=True))
    assert pages == set(ReleasePage.objects.live().values_list("pk", flat=True))
    assert pages == set(ImportedRelease.objects.values_list("page_id", flat=True))
    assert pages == set(
        Item.objects.filter(type="RELEASE", state="USABLE").values_list("source_id", flat=True)
    )
    seqs = list(Edition.objects.order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, Counter.objects.get(name=Counter.SEQ).value + 1))
