"""PDF: what runs or hides something is refused; the public copy tells nothing of its making."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from cms.media.papers import Paper, first_page, look_at_paper, public_paper
from cms.media.refusal import RefusedFile

Change = Callable[[pikepdf.Pdf], Any]


def paper(folder: Path, change: Change = lambda pdf: None, *, pages: int = 1, **save: Any) -> Path:
    """A PDF of A5 pages, changed by a function before it is saved."""
    pdf = pikepdf.new()
    for _number in range(pages):
        pdf.add_blank_page(page_size=(420, 595))
    change(pdf)
    path = folder / "paper.pdf"
    pdf.save(path, **save)
    return path


def action(**entries: Any) -> Dictionary:
    return Dictionary(Type=Name.Action, **entries)


def open_action(**entries: Any) -> Change:
    return lambda pdf: pdf.Root.__setattr__("OpenAction", action(**entries))


def chained(pdf: pikepdf.Pdf) -> None:
    script = pdf.make_indirect(action(S=Name.JavaScript, JS=pikepdf.Stream(pdf, b"app.alert(1)")))
    pdf.Root.OpenAction = action(S=Name.URI, URI=String("https://norrvind.example"), Next=script)


def on_annotation(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, A=action(S=Name.Launch, F=String("cmd.exe")))
    pdf.pages[0].Annots = Array([note])


def unreachable(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PieceX = Array([Array([Dictionary(K=Array([action(S=Name.JavaScript)]))])])


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["run.exe"] = b"MZ"


def rich_media(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, RichMediaContent=Dictionary())])


def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pikepdf.Stream(pdf, b"<xdp/>"))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (open_action(S=Name.JavaScript, JS=String("app.alert(1)")), "contains a script"),
        (chained, "contains a script"),
        (unreachable, "contains a script"),
        (on_annotation, r"can start programs or load data \(Launch\)"),
        (open_action(S=Name.GoToE), "has other files attached"),
        (attached, "has other files attached"),
        (rich_media, "contains an interactive film"),
        (form, "is an XFA form"),
        (lambda pdf: pdf.pages.__delitem__(0), "has no pages"),
    ],
)
def test_what_runs_or_hides_is_refused_by_name(tmp_path: Path, change: Change, found: str) -> None:
    path = paper(tmp_path, change, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with pytest.raises(RefusedFile, match=found) as raised:
        look_at_paper(path)
    assert raised.value.field == "file"
    with pytest.raises(RefusedFile, match=found):
        public_paper(path, tmp_path / "public.pdf", title="T")
    assert not (tmp_path / "public.pdf").exists()


def test_a_name_with_escapes_is_the_same_name(tmp_path: Path) -> None:
    path = paper(tmp_path, open_action(S=Name.JavaScript, JS=String("x")))
    path.write_bytes(
        path.read_bytes().replace(b"/JavaScript", b"/J#61v#61Script").replace(b"/JS ", b"/J#53 ")
    )
    with pytest.raises(RefusedFile, match="contains a script"):
        look_at_paper(path)


def test_the_word_javascript_in_a_text_harms_nobody(tmp_path: Path) -> None:
    assert look_at_paper(
        paper(tmp_path, lambda pdf: pdf.docinfo.__setitem__("/Title", "/JavaScript /JS"))
    ) == Paper(pages=1, title="/JavaScript /JS", author="", signed=False)


def test_a_password_is_refused_unless_it_only_restricts(tmp_path: Path) -> None:
    closed = paper(tmp_path, encryption=pikepdf.Encryption(owner="b", user="a"))
    with pytest.raises(RefusedFile, match="opens only with a password"):
        look_at_paper(closed)
    restricted = paper(tmp_path, encryption=pikepdf.Encryption(owner="b", user=""))
    assert look_at_paper(restricted).pages == 1


def test_pages_title_and_author_are_read(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Årsredovisning\n2026"
        pdf.docinfo["/Author"] = "Åsa Lind"

    assert look_at_paper(paper(tmp_path, change, pages=3)) == Paper(
        pages=3, title="Årsredovisning 2026", author="Åsa Lind", signed=False
    )


def test_the_public_copy_has_title_and_copyright_alone(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for key in ("/Title", "/Author", "/Creator", "/Producer", "/Keywords", "/SourcePath"):
            pdf.docinfo[key] = "C:/Users/asa"
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["Åsa Lind"]
            metadata["xmp:CreatorTool"] = "Word of asa"
        pdf.pages[0].PieceInfo = Dictionary(InDesign=Dictionary(Path=String("/home/asa")))
        pdf.pages[0].Metadata = pikepdf.Stream(pdf, b"asa")

    source, target = paper(tmp_path, change), tmp_path / "public.pdf"
    public_paper(source, target, title="Årsredovisning", copyright_notice="© Norrvind", language="sv")
    with pikepdf.open(target) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Årsredovisning"}
        assert pdf.Root.Lang == "sv"
        with pdf.open_metadata() as metadata:
            found = dict(metadata)
        everything = b"".join(
            whole.read_bytes() if isinstance(whole, pikepdf.Stream) else whole.unparse(resolved=True)
            for whole in pdf.objects
            if isinstance(whole, pikepdf.Object)
        )
    assert found["{http://purl.org/dc/elements/1.1/}title"] == "Årsredovisning"
    assert found["{http://purl.org/dc/elements/1.1/}rights"] == "© Norrvind"
    assert "{http://purl.org/dc/elements/1.1/}creator" not in found
    assert b"asa" not in everything.lower()
    assert look_at_paper(target) == Paper(pages=1, title="Årsredovisning", author="", signed=False)


def test_photographs_in_the_public_copy_have_no_exif(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif.get_ifd(0x8825)[1] = "N"
    photograph = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (40, 30), "teal").save(
        photograph, "JPEG", exif=exif, comment=b"Hemma", icc_profile=profile
    )

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary())
        for name, filters in {"Im1": Name.DCTDecode, "Im2": Array([Name.DCTDecode])}.items():
            stream = pikepdf.Stream(pdf, photograph.getvalue())
            stream.stream_dict = Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=40,
                Height=30,
                ColorSpace=Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=filters,
            )
            pdf.pages[0].Resources.XObject[f"/{name}"] = pdf.make_indirect(stream)

    source, target = paper(tmp_path, change), tmp_path / "public.pdf"
    assert b"Kamera" in source.read_bytes()
    public_paper(source, target, title="T")
    content = target.read_bytes()
    assert b"Kamera" not in content
    assert b"Hemma" not in content
    with pikepdf.open(target) as pdf:
        for stream in pdf.pages[0].Resources.XObject.values():
            with Image.open(io.BytesIO(stream.read_raw_bytes())) as picture:
                assert (picture.size, dict(picture.getexif()), picture.info["icc_profile"]) == (
                    (40, 30),
                    {},
                    profile,
                )
                assert picture.convert("RGB").getpixel((5, 5)) == Image.open(photograph).getpixel((5, 5))


def test_a_signed_paper_is_copied_unchanged(tmp_path: Path) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        signature = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String(b"\0" * 64))
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, V=pdf.make_indirect(signature), T=String("s")))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    source, target = paper(tmp_path, sign), tmp_path / "public.pdf"
    assert look_at_paper(source).signed
    public_paper(source, target, title="T")
    assert target.read_bytes() == source.read_bytes()


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG")])
def test_the_first_page_is_drawn_as_wide_as_asked(tmp_path: Path, suffix: str, kind: str) -> None:
    target = tmp_path / f"page{suffix}"
    assert first_page(paper(tmp_path), target, 300) == (300, 425)
    with Image.open(target) as picture:
        assert (picture.size, picture.format) == ((300, 425), kind)
        assert min(picture.convert("L").tobytes()) > 250


def test_the_picture_of_a_strip_is_cut(tmp_path: Path) -> None:
    strip = paper(tmp_path, lambda pdf: pdf.pages[0].__setattr__("MediaBox", Array([0, 0, 10, 14400])))
    assert first_page(strip, tmp_path / "page.png", 100) == (100, 600)
    with pytest.raises(ValueError, match="16 to 2000"):
        first_page(strip, tmp_path / "page.png", 5000)


def _bomb(folder: Path) -> Path:
    """An object stream of 512 MB in half a megabyte: it must be unpacked to be read."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _megabyte in range(512)) + packer.flush()
    body = b"%PDF-1.5\n"
    stream = len(body)
    body += b"2 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed
    body += b"\nendstream endobj\n"
    table = len(body)
    rows = (
        b"\0\0\0\0\0"
        + b"\2\0\0\2\0"
        + b"\1"
        + stream.to_bytes(3, "big")
        + b"\0"
        + b"\1"
        + table.to_bytes(3, "big")
        + b"\0"
    )
    body += b"3 0 obj<</Type/XRef/Size 4/W[1 3 1]/Root 1 0 R/Length %d>>stream\n" % len(rows) + rows
    body += b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % table
    path = folder / "bomb.pdf"
    path.write_bytes(body)
    return path


def _maze(folder: Path) -> Path:
    """Half a million objects."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    )
    body += b"".join(b"%d 0 obj<</JS[1 2 3 %d 0 R]>>endobj\n" % (i, i + 1) for i in range(3, 500_000))
    path = folder / "maze.pdf"
    path.write_bytes(body + b"trailer<</Root 1 0 R>>\n%%EOF\n")
    return path


@pytest.mark.parametrize("make", [_bomb, _maze])
def test_hostile_papers_end_soon_and_small(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    started = time.monotonic()
    with pytest.raises(RefusedFile):
        look_at_paper(path)
    # 2 s of processor time; the wall's is longer where other work shares it.
    assert time.monotonic() - started < 20


def test_broken_papers_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(RefusedFile, match="damaged") as raised:
        look_at_paper(path)
    assert str(tmp_path) not in raised.value.message
    with pytest.raises(RefusedFile, match="damaged"):
        first_page(path, tmp_path / "page.png", 300)


def test_real_papers(shared_data: Path, tmp_path: Path) -> None:
    media = shared_data / "media"
    assert look_at_paper(media / "guidelines-iggsa-shared.pdf").pages == 9
    assert first_page(media / "guidelines-iggsa-shared.pdf", tmp_path / "page.png", 400) == (400, 518)
    malformed = media / "duplicate_xref_entry.pdf"
    assert look_at_paper(malformed) == Paper(pages=2, title="test", author="", signed=False)
    public_paper(malformed, tmp_path / "public.pdf", title="Test")
    assert look_at_paper(tmp_path / "public.pdf").pages == 2
    with pytest.raises(RefusedFile, match="contains a script"):
        look_at_paper(media / "pdf_with_javascript.pdf")
