"""Sitemaps (sitemaps.org 0.9) with languages (xhtml:link), images and news (Google's extensions).

They are written as they are read: of thousands of entries, one is in memory besides what has been written.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr  # nosec B406 # nothing is parsed
from xml.sax.xmlreader import AttributesImpl  # nosec B406 # nothing is parsed

from django.utils.encoding import iri_to_uri
from django.utils.xmlutils import SimplerXMLGenerator

from cms.syndication.sitemaps import NewsEntry, SitemapEntry
from newsroom_api.rest.renderers.feed import xml_text

T = TypeVar("T")

SITEMAP = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
IMAGE = {"xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1"}
NEWS = {"xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9"}
XHTML = {"xmlns:xhtml": "http://www.w3.org/1999/xhtml"}
_PLAIN = re.compile(r"[A-Za-z0-9:/._~-]*")
"""Addresses that are URIs as they are."""
NO_ATTRIBUTES: AttributesImpl[str] = AttributesImpl({})
CHINESE = {"zh-hans": "zh-cn", "zh-hant": "zh-tw", "zh-cn": "zh-cn", "zh-tw": "zh-tw"}
"""News sitemaps take ISO 639 languages, and these two names for Chinese."""


def render_index(links: Iterable[tuple[str, datetime | None]]) -> bytes:
    """The index of sitemaps: (address, when it last changed) of each."""
    return _written("sitemapindex", SITEMAP, links, _sitemap)


def render(entries: Iterable[SitemapEntry]) -> bytes:
    """A sitemap. It has thousands of entries: they are put together as text, which takes a third of the generator's time."""
    begin, end = _written(
        "urlset", SITEMAP | IMAGE | XHTML, [None], lambda xml, _: xml.ignorableWhitespace("\n")
    ).split(b"\n</urlset>")
    return b"".join([begin, *(_url(entry).encode() for entry in entries), b"</urlset>", end])


def render_news(entries: Iterable[NewsEntry]) -> bytes:
    """A news sitemap."""
    return _written("urlset", SITEMAP | IMAGE | NEWS, entries, _news)


def _written(
    name: str,
    namespaces: dict[str, str],
    entries: Iterable[T],
    write: Callable[[SimplerXMLGenerator, T], None],
) -> bytes:
    file = io.StringIO()
    xml = SimplerXMLGenerator(file, "utf-8")
    xml.startDocument()
    xml.startElement(name, AttributesImpl(namespaces))
    for entry in entries:
        write(xml, entry)
    xml.endElement(name)
    xml.endDocument()
    return file.getvalue().encode()


def _sitemap(xml: SimplerXMLGenerator, link: tuple[str, datetime | None]) -> None:
    address, changed_at = link
    xml.startElement("sitemap", NO_ATTRIBUTES)
    xml.addQuickElement("loc", iri_to_uri(address))
    if changed_at is not None:
        xml.addQuickElement("lastmod", _moment(changed_at))
    xml.endElement("sitemap")


def _url(entry: SitemapEntry) -> str:
    links = "".join(
        f'<xhtml:link href={quoteattr(_uri(address))} hreflang={quoteattr(language)} rel="alternate"></xhtml:link>'
        for language, address in entry.alternates
    )
    images = "".join(
        f"<image:image><image:loc>{escape(_uri(address))}</image:loc></image:image>"
        for address in entry.images
    )
    place = f"<loc>{escape(_uri(entry.url))}</loc><lastmod>{_moment(entry.changed_at)}</lastmod>"
    return f"<url>{place}{links}{images}</url>"


def _uri(address: str) -> str:
    """An address as XML of machines holds it; most are so already."""
    return address if _PLAIN.fullmatch(address) else str(iri_to_uri(address))


def _news(xml: SimplerXMLGenerator, entry: NewsEntry) -> None:
    xml.startElement("url", NO_ATTRIBUTES)
    _place(xml, entry.url, entry.changed_at)
    xml.startElement("news:news", NO_ATTRIBUTES)
    xml.startElement("news:publication", NO_ATTRIBUTES)
    xml.addQuickElement("news:name", xml_text(entry.publication))
    xml.addQuickElement("news:language", _news_language(entry.language))
    xml.endElement("news:publication")
    xml.addQuickElement("news:publication_date", _moment(entry.published_at))
    xml.addQuickElement("news:title", xml_text(entry.title))
    xml.endElement("news:news")
    _images(xml, entry.images)
    xml.endElement("url")


def _place(xml: SimplerXMLGenerator, address: str, changed_at: datetime) -> None:
    xml.addQuickElement("loc", iri_to_uri(address))
    xml.addQuickElement("lastmod", _moment(changed_at))


def _images(xml: SimplerXMLGenerator, addresses: Iterable[str]) -> None:
    for address in addresses:
        xml.startElement("image:image", NO_ATTRIBUTES)
        xml.addQuickElement("image:loc", iri_to_uri(address))
        xml.endElement("image:image")


def _moment(moment: datetime) -> str:
    """A time as W3C Datetime has it, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


def _news_language(locale: str) -> str:
    return CHINESE.get(locale.lower()) or locale.lower().partition("-")[0]
