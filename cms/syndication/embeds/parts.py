"""What syndication adds to the built-in pages: where oEmbed tells how to show them elsewhere."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from cms.conf import newsroom as conf
from cms.newsroom.parts import Part

TYPES = {"json": "application/json+oembed", "xml": "text/xml+oembed"}


def discovery_part(
    request: HttpRequest, item: dict[str, Any], newsroom: dict[str, Any], *, is_preview: bool
) -> Part | None:
    """The discovery links of oEmbed, in the head and as `Link` headers; none for drafts."""
    if is_preview:
        return None
    found = [(type_, oembed_url(item, format_)) for format_, type_ in TYPES.items()]
    links = [f'<{url}>; rel="alternate"; type="{type_}"' for type_, url in found]
    return Part({"oembed_links": found}, head="newsroom/pages/_oembed.html", links=links)


def oembed_url(item: dict[str, Any], format_: str) -> str:
    """Where oEmbed answers about an item."""
    address = f"{conf.BASE_URL}{item['path']}"
    return f"{conf.BASE_URL}/oembed?{urlencode({'url': address, 'format': format_})}"
