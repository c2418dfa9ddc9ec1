"""What a file is, told by its first bytes (and its last, for ZIP), never by its name.

Signatures: WHATWG MIME Sniffing, ISO/IEC 14496-12 (`ftyp` brands), RFC 9559 (EBML), RFC 3533 (Ogg), ISO/IEC 11172-3 (MPEG
audio), ISO/IEC 13818-7 (ADTS). Whether the file is whole and harmless is for the modules of each type.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import puremagic
from django.utils.translation import gettext_noop

from cms.media.document import AssetType

HEAD = 1 << 16
"""Bytes that decide."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is taken: its name for people, and what its files are called and served as.

    `demuxer` is ffmpeg's name for reading it, forced so that a file cannot choose another.
    """

    name: str
    type: AssetType
    content_type: str
    extension: str
    demuxer: str = ""


def _image(name: str, subtype: str, extension: str) -> Format:
    return Format(name, AssetType.IMAGE, f"image/{subtype}", extension)


JPEG = _image("JPEG", "jpeg", "jpg")
PNG = _image("PNG", "png", "png")
GIF = _image("GIF", "gif", "gif")
WEBP = _image("WebP", "webp", "webp")
AVIF = _image("AVIF", "avif", "avif")
HEIC = _image("HEIC", "heic", "heic")
TIFF = _image("TIFF", "tiff", "tif")
SVG = _image("SVG", "svg+xml", "svg")
MP4 = Format("MP4", AssetType.VIDEO, "video/mp4", "mp4", "mov")
M4V = Format("M4V", AssetType.VIDEO, "video/mp4", "m4v", "mov")
MOV = Format("QuickTime", AssetType.VIDEO, "video/quicktime", "mov", "mov")
WEBM = Format("WebM", AssetType.VIDEO, "video/webm", "webm", "matroska")
M4A = Format("M4A", AssetType.AUDIO, "audio/mp4", "m4a", "mov")
MP3 = Format("MP3", AssetType.AUDIO, "audio/mpeg", "mp3", "mp3")
AAC = Format("AAC", AssetType.AUDIO, "audio/aac", "aac", "aac")
WAV = Format("WAV", AssetType.AUDIO, "audio/wav", "wav", "wav")
OGG = Format("Ogg", AssetType.AUDIO, "audio/ogg", "ogg", "ogg")
OPUS = Format("Opus", AssetType.AUDIO, "audio/ogg", "opus", "ogg")
FLAC = Format("FLAC", AssetType.AUDIO, "audio/flac", "flac", "flac")
PDF = Format("PDF", AssetType.DOCUMENT, "application/pdf", "pdf")
ZIP = Format("ZIP", AssetType.DOCUMENT, "application/zip", "zip")
RTF = Format("RTF", AssetType.DOCUMENT, "application/rtf", "rtf")
TEXT = Format("text", AssetType.DOCUMENT, "text/plain", "txt")
CSV = Format("CSV", AssetType.DOCUMENT, "text/csv", "csv")

ACCEPTED = (
    "JPEG, PNG, WebP, GIF, AVIF, HEIC, TIFF, SVG; MP4, MOV, M4V, WebM; MP3, M4A, AAC, WAV, OGG, Opus, FLAC; "
    "PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, RTF, TXT, CSV, ZIP"
)

STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"fLaC", FLAC),
    (b"ID3", MP3),
    (b"{\\rtf", RTF),
)
BRANDS: dict[bytes, Format] = {
    **dict.fromkeys((b"avif", b"avis"), AVIF),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), HEIC),
    **dict.fromkeys((b"M4A ", b"M4B ", b"F4A "), M4A),
    **dict.fromkeys((b"M4V ", b"M4VH", b"M4VP"), M4V),
    b"qt  ": MOV,
    **dict.fromkeys((b"isom", b"mp41", b"mp42", b"avc1", b"hvc1", b"av01", b"dash", b"MSNV", b"XAVC"), MP4),
    **dict.fromkeys((b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9"), MP4),
}
CAMERA_RAW = (b"CR", b"HEAPCCDR")
QUICKTIME_BOXES = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
RUNS = re.compile(rb"<\?(php|=)|<%@|<script[\s>/]|^#!", re.IGNORECASE)
MARKUP = re.compile(
    rb"\s*(<!doctype\s+html|<(html|head|body|script|iframe|style|title|table|a|b|br|p|div|font|img|h1|meta|link)[\s>/])",
    re.IGNORECASE,
)
PLAYLIST = re.compile(rb"\s*(#EXTM3U|ffconcat\s+version|\[playlist\]|\[reference\])", re.IGNORECASE)
WEBM_TYPE = re.compile(
    rb"\x42\x82(\x84|\x40\x04|\x20\0\x04|\x10\0{2}\x04|\x08\0{3}\x04|\x04\0{4}\x04|\x02\0{5}\x04|\x01\0{6}\x04)webm"
)
"""The EBML element DocType, whose length of 4 may be written in one to eight bytes (RFC 8794, section 4)."""
ELEMENT = re.compile(r"<([\w.-]+:)?([\w.-]+)[\s>/]")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A file that is not taken, and what it seems to be, in English, for gettext; empty when nobody knows."""

    name: str


def recognise(path: Path) -> Format | Unknown:
    """The format of a file that is not empty. A ZIP may still prove to be an Office document, an MP4 to be sound alone."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return _binary(head) or _text(head) or Unknown(_seems(head))


def _binary(head: bytes) -> Format | Unknown | None:
    if head.startswith((b"II*\0", b"MM\0*")) and head[8:].startswith(CAMERA_RAW):
        return Unknown(gettext_noop("camera raw image"))
    for start, format_ in STARTS:
        if head.startswith(start):
            return format_
    if head[:4] in {b"RIFF", b"RF64"}:
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12], Unknown(_seems(head)))
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in QUICKTIME_BOXES:
        return MOV
    if head.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if WEBM_TYPE.search(head[:128]) else Unknown(gettext_noop("Matroska video (MKV)"))
    if head.startswith(b"OggS"):
        return _ogg(head)
    if b"%PDF-" in head[:1024] and b"<" not in head[: head.index(b"%PDF-")]:
        return PDF
    return _mpeg_audio(head)


def _by_brand(head: bytes) -> Format | Unknown:
    """The major brand decides, then the first compatible one that is known."""
    end = min(int.from_bytes(head[:4], "big"), 256)
    brands = [head[8:12], *(head[i : i + 4] for i in range(16, end, 4))]
    if brands[0] in {b"mif1", b"msf1", b"miaf"} and b"avif" in brands:
        return AVIF
    known = next((BRANDS[brand] for brand in brands if brand in BRANDS), None)
    return known or Unknown(f"MP4 of the kind “{head[8:12].decode('ascii', 'replace').strip()}”")


def _ogg(head: bytes) -> Format | Unknown:
    first = head[27 + head[26] :][:8] if len(head) > 27 else b""
    if first == b"OpusHead":
        return OPUS
    if first.startswith((b"\x01vorbis", b"\x7fFLAC", b"Speex")):
        return OGG
    return Unknown(gettext_noop("Ogg video"))


def _mpeg_audio(head: bytes) -> Format | None:
    """Frames without a header before them: two in a row, since eleven set bits alone are no signature."""
    for format_, length in ((AAC, _adts_length), (MP3, _layer3_length)):
        first = length(head)
        if first and length(head[first:]):
            return format_
    return None


def _adts_length(head: bytes) -> int:
    if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0


def _layer3_length(head: bytes) -> int:
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sampling = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in {0, 15} or sampling == 3:
        return 0
    mpeg1 = version == 3
    rates = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    low_rates = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    frequency = (44100, 48000, 32000)[sampling] // {3: 1, 2: 2, 0: 4}[version]
    bits = (rates if mpeg1 else low_rates)[rate - 1] * 1000
    return (144 if mpeg1 else 72) * bits // frequency + (head[2] >> 1 & 1)


def _text(head: bytes) -> Format | Unknown | None:
    text = _decoded(head)
    if text is None:
        return None
    plain = text.encode()
    if _first_element(text) == "svg":
        return SVG
    if MARKUP.match(plain):
        return Unknown(gettext_noop("web page (HTML)"))
    if plain.lstrip().startswith((b"<?xml", b"<!DOCTYPE", b"<!--")):
        return Unknown("XML")
    if RUNS.search(plain):
        return Unknown(gettext_noop("program or script"))
    if PLAYLIST.match(plain):
        return Unknown(gettext_noop("playlist, which names other files"))
    return CSV if _is_csv(text) else TEXT


def _first_element(text: str) -> str:
    """Local name of the first element of XML; empty when this is none. Each step finds an end, so no text is slow."""
    at = 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif text.startswith("<!DOCTYPE", at):
            declared, end = text.find("[", at), text.find(">", at)
            at = _after(text, ">", _after(text, "]", at) if 0 <= declared < end else at)
        else:
            match = ELEMENT.match(text, at)
            return match[2] if match else ""


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _decoded(head: bytes) -> str | None:
    """The text, when it is one: UTF-8, UTF-16 with its mark, else Windows-1252 without control characters."""
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        # A character may be cut at the end of the head: at most three bytes of UTF-8, one of UTF-16.
        for cut in range(4 if len(head) == HEAD else 1):
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return None if re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text) else text
    return None


def _is_csv(text: str) -> bool:
    """The same number of fields, two or more, in each of the first ten rows, by one of the usual separators."""
    lines = text.splitlines()[:11]
    lines = lines[:-1] if len(lines) > 10 else lines
    for separator in ",;\t|":
        try:
            rows = [row for row in csv.reader(lines, delimiter=separator, strict=True) if row]
        except csv.Error:
            continue
        if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            return True
    return False


def _seems(head: bytes) -> str:
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    return matches[0].name if matches and matches[0].confidence >= 0.2 else ""
