"""Every format to the neutral shape, and what each refuses."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cms.releases.importing.formats import guess_format, open_import, read
from cms.releases.importing.incoming import (
    BadRow,
    Contact,
    ImageReference,
    Incoming,
    LeftOut,
    Row,
    UnreadableFile,
    moment,
)

DATA = Path(__file__).parents[3] / "data" / "importing"


def rows(name: str) -> list[Row | BadRow | LeftOut]:
    with open_import(DATA / name) as stream:
        guessed = guess_format(stream)
        return list(read(stream, guessed))


def rows_of(content: bytes, name: str = "") -> list[Row | BadRow | LeftOut]:
    stream = io.BytesIO(content)
    return list(read(stream, name or guess_format(stream)))


def test_json_lines() -> None:
    row = {
        "source": "old.example",
        "id": "7",
        "url": "https://old.example/7",
        "language": "sv",
        "title": " Ny  park ",
        "date": "2020-05-01",
        "tags": ["Vind", None],
        "contacts": [{"name": "Åsa Lind", "role": "press", "email": "press@old.example"}],
        "images": [{"src": "https://old.example/a.jpg", "alt": "En park"}],
        "translation_group": "g7",
        "body_html": "<p>A\u0000b</p>",
    }
    assert rows_of(json.dumps(row).encode()) == [
        Row(
            1,
            Incoming(
                external_id="7",
                source="old.example",
                url="https://old.example/7",
                language="sv",
                title="Ny park",
                published_at=datetime(2020, 5, 1, tzinfo=UTC),
                tags=("Vind",),
                contacts=(Contact("Åsa Lind", "press", "press@old.example"),),
                images=(ImageReference("https://old.example/a.jpg", "En park"),),
                translation_group="g7",
                html="<p>Ab</p>",
            ),
        )
    ]


def test_bad_lines_are_told_by_number_and_the_rest_is_read() -> None:
    good = b'{"id": "1", "title": "A"}'
    lines = [
        good,
        b"{oops",
        b"\xff\xfe\xfa",
        b"",
        b"[1]",
        b'{"tags": "x"}',
        b'{"contacts": ["x"]}',
        b'{"title": "\\ud800B"}',
    ]
    found = rows_of(b"\n".join(lines), "jsonl")
    assert [type(row).__name__ for row in found] == ["Row", *["BadRow"] * 5, "Row"]
    assert [row.line for row in found] == [1, 2, 3, 5, 6, 7, 8]
    assert [row.reason for row in found if isinstance(row, BadRow)] == [
        "The line is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1).",
        "The line is not UTF-8: invalid start byte at byte 0.",
        "The line is not a JSON object.",
        "A field has the wrong type: a list was expected, not str.",
        "A field has the wrong type: 'str' object has no attribute 'get'.",
    ]
    assert isinstance(found[-1], Row)
    assert found[-1].incoming.title == "B"


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.releases.importing.jsonl.BYTES_LIMIT", 100)
    found = rows_of(b'{"id": "1", "x": "' + b"y" * 500 + b'"}\n{"id": "2"}\n', "jsonl")
    assert found[0] == BadRow(1, "The line is longer than 100 bytes.")
    assert found[1] == Row(2, Incoming(external_id="2", source="jsonl"))
    assert len(found) == 2


def test_deeply_nested_json_is_a_bad_row() -> None:
    found = rows_of(b'{"id": "1"}\n{"a": ' + b"[" * 100_000 + b"\n", "jsonl")
    assert found[1] == BadRow(2, "The line is not JSON that can be read: it is nested too deeply.")


def test_gzip_that_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = b"".join(b'{"id": "%d", "title": "%s"}\n' % (n, str(hash(str(n))).encode()) for n in range(5000))
    path.write_bytes(gzip.compress(lines)[:-2000])
    with open_import(path) as stream:
        found = list(read(stream, guess_format(stream)))
    assert isinstance(found[-1], BadRow)
    assert found[-1].reason.startswith("The file breaks off: ")
    assert all(isinstance(row, Row) for row in found[:-1])
    assert len(found) > 100


def test_wordpress() -> None:
    swedish, english, attachment, page = rows("site.wxr.xml")
    assert isinstance(swedish, Row)
    first = swedish.incoming
    assert first.external_id == "https://press.norrvind.example/?p=7"
    assert (first.source, first.language, first.translation_group) == (
        "https://press.norrvind.example",
        "sv",
        "pll_1",
    )
    assert first.published_at == datetime(2021, 3, 1, 8, tzinfo=UTC)
    assert (first.authors, first.topics, first.tags, first.kind) == (
        ("Åsa Lind",),
        ("Vindkraft",),
        ("Älvsbyn",),
        "news",
    )
    assert first.summary == "Fjorton turbiner ger el åt tiotusen hem."
    assert first.images == (ImageReference("https://press.norrvind.example/u/hero.jpg"),)
    assert first.html.startswith("Första stycket med <strong>fetstil</strong>\npå två rader.<br><br>")
    assert "[caption" not in first.html
    assert isinstance(english, Row)
    assert (english.incoming.draft, english.incoming.kind) == (True, "press_release")
    assert attachment == LeftOut(3, "The entry is of WordPress's type attachment.")
    assert page == LeftOut(4, "The entry is of WordPress's type page.")


def test_wordpress_that_breaks_off_keeps_what_came_before() -> None:
    whole = (DATA / "site.wxr.xml").read_bytes()
    found = rows_of(whole[: whole.index(b"<title>Om oss")])
    assert [type(row).__name__ for row in found] == ["Row", "Row", "LeftOut", "BadRow"]
    assert found[-1].line > 50


def test_rss() -> None:
    first, second = rows("news.rss")
    assert isinstance(first, Row)
    assert first.incoming == Incoming(
        external_id="tag:norrvind.example,2020:1",
        source="https://norrvind.example/news",
        url="https://norrvind.example/news/blades-arrive.html",
        language="en-us",
        title="Blades & towers arrive",
        summary="The first blades came by ship.",
        published_at=datetime(2020, 5, 5, 8, 30, tzinfo=UTC),
        kind="news",
        tags=("Transport", "transport"),
        authors=("Åsa Lind",),
        html=(
            '<h3>By ship</h3><p>The first <a href="/ship">blades</a> came by ship.</p><script>alert(1)</script>'
        ),
    )
    assert isinstance(second, Row)
    assert second.incoming.html == "<p>Only a description, as HTML.</p>"
    assert second.incoming.external_id.startswith("sha256:")


def test_atom() -> None:
    (entry,) = rows("news.atom")
    assert isinstance(entry, Row)
    incoming = entry.incoming
    assert (incoming.external_id, incoming.source, incoming.language) == (
        "urn:norrvind:1",
        "urn:norrvind:feed",
        "sv",
    )
    assert (incoming.title, incoming.summary) == ("Ny chef", "En ny chef börjar.")
    assert incoming.published_at == datetime(2022, 1, 2, 2, 4, 5, tzinfo=UTC)
    assert "<em>ny</em> chef" in incoming.html


def test_ninjs_3() -> None:
    (row,) = rows("item.ninjs.json")
    assert isinstance(row, Row)
    assert row.incoming == Incoming(
        external_id="https://norrvind.example/items/31",
        source="ninjs",
        url="https://norrvind.example/items/31",
        language="nb-NO",
        title="Vindpark åpnet i Skien",
        subtitle="Femten nye møller",
        summary="Parken gir strøm til ti tusen hjem.",
        published_at=datetime(2019, 8, 9, 9, 30, 4, tzinfo=UTC),
        tags=("Vind", "vind"),
        topics=("Energi",),
        authors=("Åsa Lind",),
        contacts=(Contact("Kari Nord", "contact", "press@norrvind.example"),),
        images=(ImageReference("https://norrvind.example/l.jpg", "Møllene"),),
        html="<p>Parken ble <b>åpnet</b> i dag.</p>",
        text="Parken ble åpnet i dag.",
        copyright_holder="Norrvind AS",
        usage_terms="Free for editorial use.",
    )


def test_ninjs_1_in_an_array() -> None:
    old, picture, cancelled = rows("old-item.ninjs.json")
    assert isinstance(old, Row)
    assert (old.incoming.title, old.incoming.html) == ("Old item", "<p>Body of version one.</p>")
    assert picture == LeftOut(2, "The item is a picture, not a text.")
    assert cancelled == LeftOut(3, "The item's status is canceled.")


def test_ninjs_one_item_a_line() -> None:
    line = '{"uri": "urn:%d", "headlines": [{"value": "T"}]}'
    found = rows_of(f"{line % 1}\n{{broken\n{line % 3}\n".encode(), "ninjs")
    assert [(row.line, type(row).__name__) for row in found] == [(1, "Row"), (2, "BadRow"), (3, "Row")]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title>
<item><guid>1</guid><title>&c;</title></item></channel></rss>"""
OUTSIDE = BOMB.replace(b'<!ENTITY a "lol">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize("content", [BOMB, OUTSIDE])
@pytest.mark.parametrize("name", ["rss", "atom", "wxr"])
def test_entities_are_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile, match="The file declares entities, which is refused"):
        rows_of(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"nothing of ours", ""),
        (b"", ""),
        (b"<p>no feed", "rss"),
        (b"<p>no export", "wxr"),
        (b"{", "ninjs"),
        (b"\xff{", "ninjs"),
    ],
)
def test_what_is_no_import_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile):
        rows_of(content, name)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-11-01", datetime(2024, 11, 1, tzinfo=UTC)),
        ("2019-03-17T10:49:00-05:00", datetime(2019, 3, 17, 15, 49, tzinfo=UTC)),
        ("Tue, 05 May 2020 10:30:00 +0200", datetime(2020, 5, 5, 8, 30, tzinfo=UTC)),
        ("2024-13-45", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_moments(written: str | None, found: datetime | None) -> None:
    assert moment(written) == found
