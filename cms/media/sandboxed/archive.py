"""ZIP files and what is made of them: Office documents, OpenDocument, EPUB. Names and sizes are read, hardly any content.

Sources: PKWARE APPNOTE 6.3.10; ECMA-376-2 (OPC: content types, relationships); OpenDocument 1.3 part 2; EPUB 3.3 OCF.
"""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape  # nosec B406 # writes XML, parses none

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cms.media.sandboxed import Finding

FILES_MAX = 10_000
UNPACKED_MAX = 8 << 30
RATIO_MAX = 100
RATIO_FROM = 64 << 20
"""Bytes unpacked from which a file may not be more than RATIO_MAX times smaller packed: text of that size never is."""
PART_MAX = 4 << 20
"""Bytes of a part of an Office document that is read."""

OFFICE = {
    "word/": ("docx", "wordprocessingml.document.main+xml"),
    "xl/": ("xlsx", "spreadsheetml.sheet.main+xml"),
    "ppt/": ("pptx", "presentationml.presentation.main+xml"),
}
MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.graphics": "odg",
    "application/epub+zip": "epub",
}
MACROS = re.compile(r"(^|/)vba(Project|Data)[^/]*$|^Basic/|^Scripts/|(^|/)activeX/", re.IGNORECASE)
PROGRAMS = re.compile(
    r"\.(exe|dll|com|bat|cmd|msi|msp|scr|pif|cpl|vb|vbe|vbs|js|jse|ws|wsf|wsh|hta|ps1|psm1|lnk|scf|url|reg|jar|apk|ipa|"
    r"app|dmg|pkg|deb|rpm|sh|bash|command|desktop|php\d?|phtml|phar|jsp|aspx?|cgi|py|pl|rb|elf|so|iso|img|vhdx?|"
    r"docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|ppsm|svg|svgz|html?|xhtml|mht|mhtml|swf)$",
    re.IGNORECASE,
)
LOADS = re.compile(r"/(attachedTemplate|oleObject|frame|subDocument)$")
PROPERTIES = {
    "docProps/core.xml": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    ),
    "docProps/app.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
    "docProps/custom.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    ),
    "meta.xml": (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>'
        "<dc:title>{title}</dc:title></office:meta></office:document-meta>"
    ),
}
"""The parts that tell who made a document, where and with what, and what the public copy has in their place."""
BEGINNING = (1980, 1, 1, 0, 0, 0)
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def look(path: str) -> dict[str, Any]:
    """`{"kind", "files", "unpacked", "title"}`: kind is `zip`, `docx`, `odt`, `epub`…; unpacked is in bytes."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            kind = _kind(archive, {entry.filename for entry in entries})
            return {
                "kind": kind,
                "files": sum(not entry.is_dir() for entry in entries),
                "unpacked": sum(entry.file_size for entry in entries),
                "title": _title(archive) if kind != "zip" else "",
            }
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        UnicodeError,
        ValueError,
    ) as error:
        raise Finding("malformed", str(error)) from None


def clean(source: str, target: str, title: str) -> None:
    """Writes an Office document or an OpenDocument with its title as its only property, and without dates of its parts."""
    look(source)
    try:
        with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
            for entry in archive.infolist():
                part = zipfile.ZipInfo(entry.filename, BEGINNING)
                part.compress_type = entry.compress_type
                if text := PROPERTIES.get(entry.filename):
                    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
                    copy.writestr(part, head + text.format(title=escape(title)))
                    continue
                part.file_size = entry.file_size
                with archive.open(entry) as read, copy.open(part, "w") as written:
                    shutil.copyfileobj(read, written, 1 << 20)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as error:
        raise Finding("malformed", str(error)) from None


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > FILES_MAX:
        raise Finding("files", f"{len(entries)}")
    for entry in entries:
        name = entry.orig_filename
        if name.startswith(("/", "\\")) or re.search(r"(^|[/\\])\.\.([/\\]|$)|^[A-Za-z]:|[\x00-\x1f]", name):
            raise Finding("name", repr(name)[1:81])
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Finding("link", name)
        if entry.flag_bits & 0x1:
            raise Finding("password", name)
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    # What overlaps counts once for the file and many times for who unpacks it.
    if (
        unpacked > UNPACKED_MAX
        or (unpacked > RATIO_FROM and unpacked > RATIO_MAX * packed)
        or _overlap(entries)
    ):
        raise Finding("bomb", f"{unpacked >> 20}")


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(start + size > following for (start, size), (following, _size) in pairwise(places))


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        kind = MIMETYPES.get(_part(archive, "mimetype").decode("ascii", "replace").strip())
        if kind is None:
            raise Finding("kind", "mimetype")
        if ("META-INF/container.xml" if kind == "epub" else "content.xml") not in names:
            raise Finding("incomplete", kind.upper())
        _refuse(names, MACROS, "macros")
        if kind == "epub":
            _refuse(names, re.compile(r"\.js$", re.IGNORECASE), "program")
        return kind
    if "[Content_Types].xml" in names:
        return _office(archive, names)
    _refuse(names, PROGRAMS, "program")
    if "META-INF/MANIFEST.MF" in names:
        raise Finding("program", "META-INF/MANIFEST.MF")
    return "zip"


def _office(archive: zipfile.ZipFile, names: set[str]) -> str:
    types = _part(archive, "[Content_Types].xml").decode("utf-8", "replace")
    if re.search("macroEnabled|vbaProject|activeX", types, re.IGNORECASE):
        raise Finding("macros", "[Content_Types].xml")
    _refuse(names, MACROS, "macros")
    for folder, (kind, main) in OFFICE.items():
        if main in types and any(name.startswith(folder) for name in names) and "_rels/.rels" in names:
            for name in sorted(names):
                if name.endswith(".rels"):
                    _check_relationships(_part(archive, name))
            return kind
    raise Finding("incomplete", "Office")


def _check_relationships(text: bytes) -> None:
    """Templates and objects that Office would fetch from elsewhere when the document is opened. Links are harmless."""
    try:
        for relationship in fromstring(text, forbid_dtd=True):
            outside = relationship.get("TargetMode") == "External"
            if outside and LOADS.search(relationship.get("Type", "")):
                raise Finding("loads", relationship.get("Target", ""))
    except (SyntaxError, DefusedXmlException) as error:
        raise Finding("malformed", str(error)) from None


def _refuse(names: set[str], pattern: re.Pattern[str], code: str) -> None:
    found = next((name for name in sorted(names) if pattern.search(name)), None)
    if found:
        raise Finding(code, found)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        text = part.read(PART_MAX + 1)
    if len(text) > PART_MAX:
        raise Finding("bomb", f"{PART_MAX >> 20}")
    return text


def _title(archive: zipfile.ZipFile) -> str:
    name = next((n for n in ("docProps/core.xml", "meta.xml") if n in archive.namelist()), None)
    if name is None:
        return ""
    try:
        found = next(fromstring(_part(archive, name), forbid_dtd=True).iter(DC_TITLE), None)
    except (SyntaxError, DefusedXmlException):
        return ""
    return " ".join((found.text or "").split())[:500] if found is not None else ""
