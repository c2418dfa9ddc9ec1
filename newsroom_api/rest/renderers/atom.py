"""Atom 1.0 (RFC 4287), with pages (RFC 5005), deleted entries (RFC 6721) and threads (RFC 4685)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from newsroom_api.rest.renderers.feed import GENERATOR, Author, Deleted, Entry, Feed, rfc3339, xml_text

ATOM = "http://www.w3.org/2005/Atom"
DELETED = "http://purl.org/atompub/tombstones/1.0"
THREADS = "http://purl.org/syndication/thread/1.0"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = "application/atom+xml"


def render(feed: Feed) -> bytes:
    """The feed as UTF-8."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "at": DELETED, "thr": THREADS})
    root.set(XML_LANG, feed.language)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title, type="text")
    if feed.description:
        _text(root, "subtitle", feed.description, type="text")
    _text(root, "updated", rfc3339(feed.updated))
    _author(root, feed.author)
    _link(root, rel="alternate", type="text/html", href=feed.home)
    for relation, address in feed.links():
        if relation == "hub":
            _link(root, rel=relation, href=address)
        else:
            _link(root, rel=relation, type=TYPE, href=address)
    _text(root, "generator", GENERATOR)
    if feed.icon:
        _text(root, "logo", feed.icon)
    if feed.rights:
        _text(root, "rights", feed.rights, type="text")
    for deleted in feed.deleted:
        _deleted(root, deleted)
    for entry in feed.entries:
        _entry(root, entry)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: Any, entry: Entry) -> None:
    place = etree.SubElement(root, f"{{{ATOM}}}entry")
    place.set(XML_LANG, entry.language)
    _text(place, "id", entry.id)
    _text(place, "title", entry.title, type="text")
    _text(place, "published", rfc3339(entry.published))
    _text(place, "updated", rfc3339(entry.updated))
    _link(place, rel="alternate", type="text/html", href=entry.url)
    for author in entry.authors:
        _author(place, author)
    for category in entry.categories:
        etree.SubElement(
            place, f"{{{ATOM}}}category", term=xml_text(category.term), label=xml_text(category.label)
        )
    if entry.in_reply_to:
        etree.SubElement(place, f"{{{THREADS}}}in-reply-to", ref=entry.in_reply_to)
    for file in entry.files:
        enclosure = {"rel": "enclosure", "type": file.type, "length": str(file.size), "href": file.url}
        _link(place, **enclosure, **({"title": file.title} if file.title else {}))
    if entry.rights:
        _text(place, "rights", entry.rights, type="text")
    if entry.summary:
        _text(place, "summary", entry.summary, type="text")
    _text(place, "content", entry.html, type="html")


def _deleted(root: Any, deleted: Deleted) -> None:
    place = etree.SubElement(root, f"{{{DELETED}}}deleted-entry", ref=deleted.id, when=rfc3339(deleted.at))
    if deleted.reason:
        etree.SubElement(place, f"{{{DELETED}}}comment").text = xml_text(deleted.reason)


def _author(parent: Any, author: Author) -> None:
    place = etree.SubElement(parent, f"{{{ATOM}}}author")
    _text(place, "name", author.name)
    if author.url:
        _text(place, "uri", author.url)


def _link(parent: Any, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", {name: xml_text(value) for name, value in attributes.items()})


def _text(parent: Any, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes).text = xml_text(text)
