"""JPEG pictures inside other files: their segments without what cameras and programs wrote into them.

Source: ISO/IEC 10918-1, annex B. The picture itself is not decoded; orientation is the file's around it to say.
"""

from __future__ import annotations

START = b"\xff\xd8"
SCAN = 0xDA
ADOBE, APP0, APP2, APP15, COMMENT = 0xEE, 0xE0, 0xE2, 0xEF, 0xFE
ICC = b"ICC_PROFILE\0"


def without_traces(data: bytes) -> bytes:
    """The picture without Exif, XMP, IPTC, thumbnails, further pictures and comments; unchanged when it is no whole JPEG.

    What decides over its colours stays: JFIF, the ICC profile and Adobe's mark.
    """
    if not data.startswith(START):
        return data
    kept, at = [START], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == SCAN:
            return b"".join([*kept, data[at:]])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not _tells(kind, data[at + 4 : end]):
            kept.append(data[at:end])
        at = end
    return data


def _tells(kind: int, content: bytes) -> bool:
    if kind == APP2:
        return not content.startswith(ICC)
    return kind == COMMENT or (APP0 < kind <= APP15 and kind != ADOBE)
