"""JSON Lines: one release a line, as plain text or gzip.

The fields are `source, id, url, language, title, subtitle, summary, date, type, categories, tags, authors,
contacts[{name, role, email, phone}], images[{src, alt, caption, path}], translation_group, body_html,
body_text, licence`;
missing ones are null or left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from cms.releases.importing.incoming import (
    ROW_LIMIT,
    BadRow,
    Contact,
    ImageReference,
    Incoming,
    Row,
    moment,
    one_line,
    storable,
)

BYTES_LIMIT = ROW_LIMIT * 4


def read_jsonl(stream: IO[bytes]) -> Iterator[Row | BadRow]:
    """The rows of a file, one at a time: the file is never held whole."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield BadRow(number, f"The line is longer than {BYTES_LIMIT:,} bytes.")
        elif line.strip():
            yield _row(number, line)


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Every line; None for one that is too long to be held."""
    while line := stream.readline(BYTES_LIMIT + 1):
        if len(line) <= BYTES_LIMIT:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(BYTES_LIMIT)
        yield None


def _row(number: int, line: bytes) -> Row | BadRow:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return BadRow(number, f"The line is not UTF-8: {error.reason} at byte {error.start}.")
    except RecursionError:
        return BadRow(number, "The line is not JSON that can be read: it is nested too deeply.")
    except ValueError as error:
        return BadRow(number, f"The line is not JSON: {error}.")
    if not isinstance(found, dict):
        return BadRow(number, "The line is not a JSON object.")
    try:
        return Row(number, incoming_of(storable(found)))
    except (TypeError, AttributeError, ValueError, RecursionError) as error:
        return BadRow(number, f"A field has the wrong type: {error}.")


def incoming_of(row: dict[str, Any]) -> Incoming:
    """A row in the neutral shape."""
    written = one_line(row.get("date"))
    published_at = moment(written)
    return Incoming(
        external_id=one_line(row.get("id")) or one_line(row.get("url")),
        source=one_line(row.get("source")) or "jsonl",
        url=one_line(row.get("url")),
        language=one_line(row.get("language")),
        title=one_line(row.get("title")),
        subtitle=one_line(row.get("subtitle")),
        summary=one_line(row.get("summary")),
        published_at=published_at,
        kind=one_line(row.get("type")),
        tags=_words(row.get("tags")),
        topics=_words(row.get("categories")),
        authors=_words(row.get("authors")),
        contacts=tuple(
            Contact(
                name=one_line(entry.get("name")),
                role=one_line(entry.get("role")),
                email=one_line(entry.get("email")),
                phone=one_line(entry.get("phone")),
            )
            for entry in row.get("contacts") or []
        ),
        images=tuple(
            ImageReference(
                src=one_line(entry.get("src")),
                alt=one_line(entry.get("alt")),
                caption=one_line(entry.get("caption")),
                path=one_line(entry.get("path")),
            )
            for entry in row.get("images") or []
        ),
        translation_group=one_line(row.get("translation_group")),
        html=_text(row.get("body_html")),
        text=_text(row.get("body_text")),
        usage_terms=one_line(row.get("licence")),
        notes=("date_unreadable",) if written and published_at is None else (),
    )


def _words(value: Any) -> tuple[str, ...]:
    if value is not None and not isinstance(value, list):
        raise TypeError(f"a list was expected, not {type(value).__name__}")
    return tuple(word for member in value or [] if (word := one_line(member)))


def _text(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value or ""
