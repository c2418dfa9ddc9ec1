"""PDF files: what in them could run, their first page as a picture, and a copy without traces of who made them.

Source: ISO 32000-2 (12.6 actions, 7.11 file specifications, 12.8 digital signatures, 14.3 metadata).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from cms.media.sandboxed import Finding
from cms.media.sandboxed.jpeg import without_traces

ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/ImportData": "launch",
    "/RichMediaExecute": "rich_media",
    "/GoToE": "embedded",
}
KEYS = {"/JS": "javascript", "/RichMediaContent": "rich_media", "/EF": "embedded", "/XFA": "xfa"}
SUSPECT = re.compile(
    rb"/(JS|JavaScript|Launch|ImportData|RichMedia\w*|GoToE|EF|XFA|EmbeddedFile|ByteRange)\b"
)
TRACE = re.compile(rb"/(PieceInfo|LastModified|Metadata|SpiderInfo)\b")
TRACES = ("/PieceInfo", "/LastModified", "/Metadata", "/SpiderInfo")
RATIO_MAX = 6
"""A page is drawn at most so many times as high as it is wide."""


def look(path: str) -> dict[str, Any]:
    """`{"pages", "title", "author", "signed"}` of a PDF in which nothing runs; texts may be empty."""
    with _opened(path) as pdf:
        signed = False
        for part in _parts(pdf, SUSPECT):
            _check(part)
            signed = signed or ("/ByteRange" in part and "/Contents" in part)
        return {
            "pages": _pages(pdf),
            "title": _information(pdf, "/Title"),
            "author": _information(pdf, "/Author"),
            "signed": signed,
        }


def clean(source: str, target: str, title: str, copyright_notice: str, language: str) -> None:
    """Writes the PDF with `title` and `copyright_notice` as its only metadata."""
    with _opened(source) as pdf:
        for part in _parts(pdf, TRACE):
            for key in TRACES:
                if key in part:
                    del part[key]
        for picture in _photographs(pdf):
            parameters: Any = picture.get("/DecodeParms")
            stripped = without_traces(picture.read_raw_bytes())
            picture.write(stripped, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title
            if copyright_notice:
                metadata["dc:rights"] = copyright_notice
                metadata["xmpRights:Marked"] = "True"
        pdf.docinfo["/Title"] = title
        if language and "/Lang" not in pdf.Root:
            pdf.Root["/Lang"] = pikepdf.String(language)
        pdf.save(target, linearize=True, deterministic_id=True)


def first_page(path: str, target: str, width: int) -> dict[str, int]:
    """Draws the first page `width` pixels wide into a PNG or JPEG file; returns `{"width", "height"}`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        page = document[0]
        across, down = page.get_size()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise Finding("malformed", str(error)) from None
    if not (across > 0 and down > 0):
        raise Finding("no_pages")
    # A strip of any length is cut, not drawn: the picture's size is ours to choose, never the file's.
    hidden = max(0.0, down - RATIO_MAX * across)
    picture = page.render(scale=width / across, crop=(0, hidden, 0, 0)).to_pil().convert("RGB")
    picture.save(target, quality=85)
    return {"width": picture.width, "height": picture.height}


@contextlib.contextmanager
def _opened(path: str) -> Iterator[pikepdf.Pdf]:
    try:
        pdf = pikepdf.open(path, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Finding("password") from None
    except (pikepdf.PdfError, OSError) as error:
        raise Finding("malformed", _without_path(str(error))) from None
    with pdf:
        try:
            yield pdf
        except (pikepdf.PdfError, pikepdf.ForeignObjectError) as error:
            raise Finding("malformed", _without_path(str(error))) from None


def _parts(pdf: pikepdf.Pdf, names: re.Pattern[bytes]) -> Iterator[Any]:
    """Every dictionary that may hold one of the names, reachable or not: readers of PDF disagree on what is.

    The names are searched for in each object's text, as qpdf writes it (escapes undone), since that is ten times as fast
    as walking through all of it; a string with the same letters costs a walk and no more.
    """
    for whole in [*pdf.objects, pdf.trailer]:
        if not isinstance(whole, pikepdf.Object):  # null, numbers and other values
            continue
        # A stream's dictionary is searched; what is in the stream is drawn, not done.
        part = whole.stream_dict if isinstance(whole, pikepdf.Stream) else whole
        if names.search(part.unparse(resolved=True)):
            yield from _dictionaries(part)


def _photographs(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """The pictures that are whole JPEG files: with Exif, perhaps, of the camera that took them."""
    for whole in pdf.objects:
        if isinstance(whole, pikepdf.Stream) and whole.get("/Subtype") == "/Image":
            filters = whole.get("/Filter")
            if filters == "/DCTDecode" or (
                isinstance(filters, pikepdf.Array) and filters.as_list() == [pikepdf.Name.DCTDecode]
            ):
                yield whole


def _dictionaries(part: Any) -> Iterator[Any]:
    waiting = [part]
    while waiting:
        part = waiting.pop()
        if isinstance(part, pikepdf.Dictionary):
            yield part
            waiting.extend(child for child in part.as_dict().values() if _direct(child))
        elif isinstance(part, pikepdf.Array):
            waiting.extend(child for child in part.as_list() if _direct(child))


def _direct(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _check(part: Any) -> None:
    for key, what in KEYS.items():
        if key in part:
            raise Finding(what, key[1:])
    action = part.get("/S")
    code = ACTIONS.get(str(action)) if isinstance(action, pikepdf.Name) else None
    if code:
        raise Finding(code, str(action)[1:])
    if part.get("/Type") == "/EmbeddedFile":
        raise Finding("embedded", "EmbeddedFile")


def _pages(pdf: pikepdf.Pdf) -> int:
    if not len(pdf.pages):
        raise Finding("no_pages")
    return len(pdf.pages)


def _information(pdf: pikepdf.Pdf, key: str) -> str:
    try:
        value = pdf.docinfo.get(key)
    except (pikepdf.PdfError, TypeError, ValueError, AttributeError):  # a trailer whose Info is no dictionary
        return ""
    text = str(value) if isinstance(value, pikepdf.String) else ""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())[:500]


def _without_path(text: str) -> str:
    """qpdf begins its messages with the file's path, which is nobody's business."""
    return text.rpartition(": ")[2]
