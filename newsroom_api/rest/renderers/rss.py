"""RSS 2.0 with Atom's links, Dublin Core, content:encoded and Media RSS.

Sources: the RSS Advisory Board's specification and its Best Practices Profile, Media RSS 1.5.1.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from django.utils.encoding import iri_to_uri
from lxml import etree

from newsroom_api.rest.renderers.feed import GENERATOR, Attachment, Entry, Feed, main_file, rfc3339, xml_text

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
NAMESPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "media": MEDIA}


def render(feed: Feed) -> bytes:
    """The feed as UTF-8."""
    root = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = etree.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", iri_to_uri(feed.home))
    _text(channel, "description", feed.description or feed.title)
    for relation, address in feed.links():
        link = etree.SubElement(channel, f"{{{ATOM}}}link", rel=relation, href=xml_text(address))
        if relation != "hub":
            link.set("type", "application/rss+xml")
    _text(channel, "language", feed.language)
    if feed.rights:
        _text(channel, "copyright", feed.rights)
    if feed.entries:
        _text(channel, "pubDate", rfc822(max(entry.published for entry in feed.entries)))
    _text(channel, "lastBuildDate", rfc822(feed.updated))
    _text(channel, "generator", GENERATOR)
    _text(channel, "docs", "https://www.rssboard.org/rss-specification")
    if feed.icon:
        image = etree.SubElement(channel, "image")
        for name, text in (("url", feed.icon), ("title", feed.title), ("link", feed.home)):
            _text(image, name, text)
    for entry in feed.entries:
        _item(channel, entry)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def rfc822(moment: datetime) -> str:
    """A time as RSS has it: RFC 822 with a year of four digits."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _item(channel: Any, entry: Entry) -> None:
    item = etree.SubElement(channel, "item")
    _text(item, "title", entry.title)
    _text(item, "link", iri_to_uri(entry.url))
    _text(item, "guid", entry.id, isPermaLink="false")
    _text(item, "pubDate", rfc822(entry.published))
    _text(item, f"{{{ATOM}}}updated", rfc3339(entry.updated))
    for author in entry.authors:
        _text(item, f"{{{DC}}}creator", author.name)
    for category in entry.categories:
        _text(item, "category", category.label)
    if entry.summary:
        _text(item, "description", entry.summary)
    _text(item, f"{{{CONTENT}}}encoded", entry.html)
    _text(item, f"{{{DC}}}language", entry.language)
    if entry.rights:
        _text(item, f"{{{DC}}}rights", entry.rights)
    main = main_file(entry.files)
    if main is not None:
        etree.SubElement(item, "enclosure", url=xml_text(main.url), length=str(main.size), type=main.type)
    for file in entry.files:
        _media(item, file, is_default=file is main)
    if entry.image:
        etree.SubElement(item, f"{{{MEDIA}}}thumbnail", url=xml_text(entry.image))


def _media(item: Any, file: Attachment, *, is_default: bool) -> None:
    content = etree.SubElement(
        item,
        f"{{{MEDIA}}}content",
        url=xml_text(file.url),
        type=file.type,
        medium=file.medium,
        fileSize=str(file.size),
    )
    measures = {
        "width": file.width,
        "height": file.height,
        "duration": file.duration and round(file.duration),
    }
    for name, value in measures.items():
        if value:
            content.set(name, str(value))
    if is_default:
        content.set("isDefault", "true")
    for name, text in (("title", file.title), ("description", file.description)):
        if text:
            _text(content, f"{{{MEDIA}}}{name}", text, type="plain")
    if file.credit:
        _text(content, f"{{{MEDIA}}}credit", file.credit)
    if file.rights:
        _text(content, f"{{{MEDIA}}}copyright", file.rights)
    if file.license_url:
        _text(content, f"{{{MEDIA}}}license", file.license_url, href=xml_text(file.license_url))
    if file.thumbnail:
        etree.SubElement(content, f"{{{MEDIA}}}thumbnail", url=xml_text(file.thumbnail))


def _text(parent: Any, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, name, attributes).text = xml_text(text)
