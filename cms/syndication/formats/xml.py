"""Writing XML: elements in one line each, text without the characters that XML cannot hold, HTML as XHTML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference."""


def clean(text: Any) -> str:
    """A text as XML can hold it."""
    return NOT_XML.sub("", str(text))


class Writer:
    """Makes elements of one namespace."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def root(self, name: str, **attributes: Any) -> Any:
        """The outermost element."""
        root = etree.Element(f"{{{self.namespace}}}{name}", nsmap={None: self.namespace})
        _set(root, attributes)
        return root

    def add(self, parent: Any, name: str, text: Any = None, **attributes: Any) -> Any:
        """A new last child; attributes without a value are left out."""
        element = etree.SubElement(parent, f"{{{self.namespace}}}{name}")
        if text is not None:
            element.text = clean(text)
        _set(element, attributes)
        return element

    def add_texts(self, parent: Any, **texts: Any) -> None:
        """A child for each text that is not empty."""
        for name, text in texts.items():
            if text:
                self.add(parent, name, text)


def _set(element: Any, attributes: dict[str, Any]) -> None:
    for name, value in attributes.items():
        if value not in (None, ""):
            element.set(name, clean(value))


def xhtml(html: str, *, title: str, locale: str) -> Any:
    """An XHTML document with this HTML in its body."""
    page = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML})
    page.set(XML_LANG, locale)
    page.set("lang", locale)
    head = etree.SubElement(page, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}title").text = clean(title)
    body = lxml_html.fragment_fromstring(clean(html), create_parent="body")
    lxml_html.html_to_xhtml(body)
    page.append(body)
    return page


def words_of(html: str) -> str:
    """The words of HTML, blocks apart: `richtext.plain_text` for whole texts, ten times as fast."""
    tree = lxml_html.fragment_fromstring(clean(html), create_parent="div")
    return " ".join(" ".join(tree.itertext()).split())


def as_text(root: Any) -> str:
    """The document, with its declaration."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(root, encoding="unicode"))
