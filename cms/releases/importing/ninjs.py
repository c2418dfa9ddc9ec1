"""ninjs, IPTC's news in JSON: versions 1, 2 and 3; one object, an array of them, or one a line.

Source: https://iptc.org/standards/ninjs/. Version 1 writes `headline`, `body_xhtml`; 2 and 3 write arrays
(`headlines`,
`bodies`) whose members have a role. Pictures, sounds and videos that stand alone are no releases and are
left out.
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
    LeftOut,
    Row,
    UnreadableFile,
    moment,
    one_line,
    storable,
)

NOT_RELEASES = {"picture", "audio", "video", "graphic", "component"}
FILE_LIMIT = ROW_LIMIT * 40
WITHDRAWN = {"canceled", "cancelled", "withheld", "withdrawn"}


def read_ninjs(stream: IO[bytes]) -> Iterator[Row | BadRow | LeftOut]:
    """The text items of a file. Raises `UnreadableFile` when it is no JSON at all."""
    whole = stream.read(FILE_LIMIT + 1)
    if len(whole) > FILE_LIMIT:
        raise UnreadableFile(f"The file is longer than {FILE_LIMIT:,} bytes. Write one item a line instead.")
    try:
        text = whole.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"The file is not UTF-8: {error.reason} at byte {error.start}.") from None
    for number, found in _objects(text):
        if isinstance(found, BadRow):
            yield found
        elif not isinstance(found, dict):
            yield BadRow(number, "The item is not a JSON object.")
        elif found.get("type") in NOT_RELEASES:
            yield LeftOut(number, f"The item is a {found['type']}, not a text.")
        else:
            yield _row(number, found)


def _objects(text: str) -> Iterator[tuple[int, Any]]:
    """The items with their numbers (in JSON Lines, the numbers of their lines)."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        if (
            len(lines) < 2
            or not lines[0][1].lstrip().startswith("{")
            or not lines[0][1].rstrip().endswith("}")
        ):
            raise UnreadableFile(f"The file is not JSON: {error}.") from None
        for number, line in lines:
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as problem:
                yield number, BadRow(number, f"The line is not JSON: {problem}.")
    else:
        yield from enumerate(whole if isinstance(whole, list) else [whole], start=1)


def _row(number: int, item: dict[str, Any]) -> Row | BadRow | LeftOut:
    if item.get("pubstatus") in WITHDRAWN:
        return LeftOut(number, f"The item's status is {item['pubstatus']}.")
    try:
        return Row(number, incoming_of(storable(item)))
    except (TypeError, AttributeError, ValueError, RecursionError) as error:
        return BadRow(number, f"A property has the wrong type: {error}.")


def incoming_of(item: dict[str, Any]) -> Incoming:
    """An item in the neutral shape."""
    html, text = _bodies(item)
    written = item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated")
    published_at = moment(written)
    return Incoming(
        external_id=one_line(item.get("uri")),
        source="ninjs",
        url=one_line(item.get("url")) or _web(item.get("uri")),
        language=one_line(item.get("language")),
        title=_main(item, "headlines", "headline", "main") or one_line(item.get("title")),
        subtitle=_by_role(item.get("headlines"), "sub", "subtitle"),
        summary=_main(item, "descriptions", "description_text", "summary", "text", "caption"),
        published_at=published_at,
        kind=next(
            (one_line(genre.get("name")) for genre in item.get("genres") or item.get("genre") or []), ""
        ),
        tags=tuple(one_line(word) for word in item.get("keywords") or []),
        topics=tuple(
            name
            for row in item.get("subjects") or item.get("subject") or []
            if (name := one_line(row.get("name")))
        ),
        authors=tuple(filter(None, [one_line(item.get("by") or item.get("byline"))])),
        contacts=_contacts(item),
        images=tuple(_images(item.get("associations"))),
        html=html,
        text=text,
        copyright_holder=one_line(item.get("copyrightholder")),
        usage_terms=one_line(item.get("usageterms")),
        notes=("date_unreadable",) if written and published_at is None else (),
    )


def _main(item: dict[str, Any], plural: str, single: str, *roles: str) -> str:
    rows = item.get(plural) or []
    first = one_line(rows[0].get("value")) if rows else ""
    return _by_role(rows, *roles) or first or one_line(item.get(single))


def _by_role(rows: Any, *roles: str) -> str:
    found = {one_line(row.get("role")).lower(): one_line(row.get("value")) for row in reversed(rows or [])}
    return next((found[role] for role in roles if found.get(role)), "")


def _bodies(item: dict[str, Any]) -> tuple[str, str]:
    """(HTML, plain text) of the body."""
    html = str(item.get("body_xhtml") or item.get("body_html") or "")
    text = str(item.get("body_text") or "")
    for body in item.get("bodies") or []:
        value = str(body.get("value") or "")
        kind = f"{body.get('contenttype', '')} {body.get('role', '')}".lower()
        if "html" in kind or ("plain" not in kind and value.lstrip().startswith("<")):
            html = html or value
        else:
            text = text or value
    return html, text


def _contacts(item: dict[str, Any]) -> tuple[Contact, ...]:
    """The people whom version 2 and 3 mark as contacts."""
    people = item.get("people") or item.get("person") or []
    return tuple(
        Contact(
            name=one_line(person.get("name")),
            email=one_line(person.get("email")),
            role=one_line(person.get("rel")),
        )
        for person in people
        if "contact" in one_line(person.get("rel")).lower()
    )


def _images(associations: Any) -> Iterator[ImageReference]:
    members = list(associations.values()) if isinstance(associations, dict) else associations or []
    for member in members:
        if isinstance(member, dict) and member.get("type") in ("picture", "graphic"):
            renditions = member.get("renditions") or []
            sizes = list(renditions.values()) if isinstance(renditions, dict) else renditions
            widest: dict[str, Any] = max(sizes, key=lambda size: int(size.get("width") or 0), default={})
            if href := one_line(widest.get("href")):
                caption = _main(member, "descriptions", "description_text", "caption", "text")
                yield ImageReference(
                    src=href, alt=_main(member, "headlines", "headline", "main") or caption, caption=caption
                )


def _web(uri: Any) -> str:
    address = one_line(uri)
    return address if address.startswith(("http://", "https://")) else ""
