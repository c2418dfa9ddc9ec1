"""Reading IPTC IIM, the older block of press photos (https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cms.media.metadata.values import Readings, clean_keywords, cleaned, moment

Datasets = Mapping[tuple[int, int], list[bytes]]
"""(record, dataset) to its values, in the order of the file."""

CODED_CHARACTER_SET = (1, 90)
UTF_8_MARKS = (b"\x1b%G", b"\x1b%/G", b"\x1b%/H", b"\x1b%/I")  # ISO 2022 escapes

TEXTS = {
    "title": (2, 5),
    "headline": (2, 105),
    "caption": (2, 120),
    "credit": (2, 110),
    "copyright_notice": (2, 116),
    "instructions": (2, 40),
}
KEYWORDS = (2, 25)
BYLINE = (2, 80)
DATE_CREATED, TIME_CREATED = (2, 55), (2, 60)
RELEASE_DATE, RELEASE_TIME = (2, 30), (2, 35)


def read_iim(datasets: Datasets) -> Readings:
    """What an IIM block says.

    Text is UTF-8 where CodedCharacterSet says so (ESC % G), and where it says nothing but the bytes are valid UTF-8;
    else Windows-1252, which is what programs without the mark wrote.
    """
    marked = any(mark in UTF_8_MARKS for mark in datasets.get(CODED_CHARACTER_SET, []))

    def values(key: tuple[int, int]) -> list[str]:
        return [decoded(value, marked_utf8=marked) for value in datasets.get(key, [])]

    texts = {name: cleaned(name, next(iter(values(key)), "")) for name, key in TEXTS.items()}
    return Readings(
        **texts,
        byline=cleaned("byline", ", ".join(values(BYLINE)[:10])),
        keywords=clean_keywords(values(KEYWORDS)),
        created_at=_moment(values(DATE_CREATED), values(TIME_CREATED)),
        release_at=_moment(values(RELEASE_DATE), values(RELEASE_TIME)),
    )


def decoded(value: bytes, *, marked_utf8: bool = False) -> str:
    """The text of bytes that may be UTF-8 or Windows-1252. Marked UTF-8 may be cut within its last character."""
    for cut in range(4 if marked_utf8 else 1):
        try:
            return value[: len(value) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
    return value.decode("cp1252", "replace")


def _moment(dates: list[str], times: list[str]) -> datetime | None:
    """CCYYMMDD and HHMMSS±HHMM as one time; a part that is missing or broken is left out."""
    day = next(iter(dates), "").strip("\0 ").replace("-", "")
    time = next(iter(times), "").strip("\0 ").replace(":", "")
    return (moment(f"{day}T{time}") if time else None) or moment(day if len(day) == 8 else "")
