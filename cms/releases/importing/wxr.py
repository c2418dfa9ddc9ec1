"""WordPress eXtended RSS, the export of a WordPress site (WXR 1.0 to 1.2, with Polylang's languages).

Posts and custom post types are releases; pages, menus and attachments are not. Source of the format:
https://developer.wordpress.org/ (`wp-admin/includes/export.php`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from cms.newsroom.richtext import plain_text
from cms.releases.importing.incoming import (
    BadRow,
    ImageReference,
    Incoming,
    LeftOut,
    Row,
    UnreadableFile,
    moment,
    one_line,
    storable,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # nosec B405 # a type: defusedxml parses

NOT_RELEASES = {
    "attachment",
    "nav_menu_item",
    "page",
    "revision",
    "custom_css",
    "customize_changeset",
    "feedback",
}
NOT_KEPT = {"trash", "auto-draft", "inherit"}
NO_DATE = "0000-00-00 00:00:00"
NO_TOPIC = {"uncategorized", "okategoriserade", "allgemein", "non classé", "sin categoría"}
"""Names that WordPress gives to having no category."""

BLOCK_EDITOR = "<!-- wp:"
SHORTCODES = re.compile(r"\[/?(?:caption|wp_caption|embed|audio|video|playlist|gallery)\b[^\]]*\]")
GALLERY = re.compile(r"\[(?:gallery|playlist|audio|video)\b")
PRE = re.compile(r"(<pre\b.*?</pre>)", re.IGNORECASE | re.DOTALL)
BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
LINE_BREAK = re.compile(r"(?<=[^>\s])[ \t]*\r?\n[ \t]*(?=[^<\s])")


@dataclass(slots=True)
class Site:
    """What the posts of an export share."""

    link: str = ""
    language: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, str] = field(default_factory=dict)


def read_wxr(stream: IO[bytes]) -> Iterator[Row | BadRow | LeftOut]:
    """The posts of an export, numbered from 1. Raises `UnreadableFile` when there is none."""
    site = Site()
    try:
        for element in _elements(stream):
            _learn(site, element)
    except DefusedXmlException as error:
        raise UnreadableFile(
            f"The file declares entities, which is refused: {type(error).__name__}."
        ) from None
    except ParseError:
        pass  # the posts before the break are read below, and the break is reported there
    stream.seek(0)
    number = 0
    try:
        for element in _elements(stream):
            if element.tag == "item":
                number += 1
                yield _row(number, _fields(element), element, site)
                element.clear()
    except ParseError as error:
        if not number:
            raise UnreadableFile(f"The file is not XML: {error}.") from None
        yield BadRow(error.position[0], f"The file is broken from here on: {error}.")


def _elements(stream: IO[bytes]) -> Iterator[Element]:
    events = iterparse(stream, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    return (element for _event, element in events)


def _name(tag: str) -> str:
    """An element's name with the prefix that WordPress writes, whatever the version in the namespace."""
    if not tag.startswith("{"):
        return tag
    space, _, local = tag[1:].partition("}")
    for part, prefix in (
        ("/excerpt", "excerpt"),
        ("/content", "content"),
        ("purl.org/dc", "dc"),
        ("/export", "wp"),
    ):
        if part in space:
            return f"{prefix}:{local}"
    return local


def _fields(element: Element) -> dict[str, str]:
    return {
        _name(child.tag): storable(child.text or "") for child in element if _name(child.tag) != "category"
    }


def _learn(site: Site, element: Element) -> None:
    """Authors, attachments and the site's own language."""
    name = _name(element.tag)
    if name == "wp:author":
        author = _fields(element)
        site.authors[author.get("wp:author_login", "")] = one_line(author.get("wp:author_display_name"))
    elif name == "item":
        post = _fields(element)
        if post.get("wp:post_type") == "attachment":
            site.attachments[post.get("wp:post_id", "")] = one_line(post.get("wp:attachment_url"))
        element.clear()
    elif name == "channel":
        channel = _fields(element)
        site.link, site.language = one_line(channel.get("link")), one_line(channel.get("language"))


def _row(number: int, post: dict[str, str], element: Element, site: Site) -> Row | LeftOut:
    kind, status = post.get("wp:post_type", "post") or "post", post.get("wp:status", "publish")
    if kind in NOT_RELEASES or kind.startswith("wp_"):
        return LeftOut(number, f"The entry is of WordPress's type {kind}.")
    if status in NOT_KEPT:
        return LeftOut(number, f"The post's status is {status}.")
    terms = [
        (child.get("domain", ""), child.get("nicename", ""), one_line(storable(child.text)))
        for child in element.findall("category")
    ]
    written = next(
        (
            value
            for value in (post.get("wp:post_date_gmt", ""), post.get("wp:post_date", ""))
            if _is_date(value)
        ),
        "",
    )
    written = (
        f"{written}Z"
        if written and written == post.get("wp:post_date_gmt")
        else written or post.get("pubDate", "")
    )
    published_at = moment(written)
    creator = one_line(post.get("dc:creator"))
    content = post.get("content:encoded", "")
    notes = ["gallery_left_out"] if GALLERY.search(content) else []
    return Row(
        number,
        Incoming(
            external_id=one_line(post.get("guid"))
            or one_line(post.get("wp:post_id"))
            or one_line(post.get("link")),
            source=site.link or "wordpress",
            url=one_line(post.get("link")),
            language=next((slug for domain, slug, _ in terms if domain == "language"), site.language),
            title=plain_text(post.get("title", "")),
            summary=plain_text(post.get("excerpt:encoded", "")),
            published_at=published_at,
            kind="news" if kind == "post" else kind,
            tags=tuple(name for domain, _, name in terms if domain == "post_tag" and name),
            topics=tuple(
                name for domain, _, name in terms if domain == "category" and name.casefold() not in NO_TOPIC
            ),
            authors=tuple(filter(None, [site.authors.get(creator) or creator])),
            images=tuple(_featured(element, site)),
            translation_group=next((slug for domain, slug, _ in terms if domain == "post_translations"), ""),
            html=paragraphs(SHORTCODES.sub(" ", content)),
            draft=status not in ("publish", "future") or bool(post.get("wp:post_password")),
            notes=(*notes, *(["date_unreadable"] if written and published_at is None else [])),
        ),
    )


def _is_date(written: str) -> bool:
    return bool(written.strip()) and written.strip() != NO_DATE


def _featured(element: Element, site: Site) -> Iterator[ImageReference]:
    """The post's featured image."""
    for child in element:
        if _name(child.tag) == "wp:postmeta":
            meta = _fields(child)
            src = site.attachments.get(meta.get("wp:meta_value", ""), "")
            if meta.get("wp:meta_key") == "_thumbnail_id" and src:
                yield ImageReference(src=src)


def paragraphs(content: str) -> str:
    """What WordPress does when it shows a post of its classic editor: blank lines part paragraphs
    (`wpautop`)."""
    if BLOCK_EDITOR in content:
        return content
    parts = PRE.split(content)
    for number in range(0, len(parts), 2):
        parts[number] = LINE_BREAK.sub("<br>", BLANK_LINE.sub("<br><br>", parts[number]))
    return "".join(parts)
