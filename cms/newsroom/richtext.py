"""Rich text from the editor to public HTML: links of pages resolved through the ledger, everything else sanitised."""

from __future__ import annotations

import nh3
from bs4 import BeautifulSoup

from cms.ledger.models import Item

TAGS = {
    *("p", "br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "a", "abbr", "q", "cite"),
    *("ul", "ol", "li", "blockquote", "pre", "hr", "h2", "h3", "h4"),
}
ATTRIBUTES = {"a": {"href", "title", "hreflang"}, "abbr": {"title"}, "blockquote": {"cite"}, "q": {"cite"}}
SCHEMES = {"http", "https", "mailto", "tel"}
FEATURES = ["bold", "italic", "link", "ol", "ul", "superscript", "subscript"]
"""What editors may use in a text."""


def public_html(source: str) -> str:
    """The HTML that frontends get. A link to a page that is not public is left out, its words stay."""
    if not source:
        return ""
    soup = BeautifulSoup(source, "html.parser")
    for link in soup.find_all("a", attrs={"linktype": True}):
        url = _address_of(str(link.get("id", ""))) if link["linktype"] == "page" else ""
        if url:
            link.attrs = {"href": url}
        else:
            link.unwrap()
    return sanitise(str(soup))


def sanitise(html: str) -> str:
    """HTML with nothing in it that could run, track or deceive."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def plain_text(html: str) -> str:
    """The words of HTML, blocks apart."""
    if "<" not in html and "&" not in html:  # the parser would warn of what looks like a file or an address
        return " ".join(html.split())
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def _address_of(page_id: str) -> str:
    if not page_id.isdigit():
        return ""
    item = Item.objects.filter(source_type="page", source_id=int(page_id), state=Item.State.USABLE).first()
    return str(item.card["url"]) if item and item.card else ""
