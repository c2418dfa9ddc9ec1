"""Which elements of HTML are blocks, which are kept, and which go with all that is in them."""

from __future__ import annotations

from cms.releases.importing.inline import MARKS

HEADINGS = {"h1": "2", "h2": "2", "h3": "3", "h4": "4", "h5": "4", "h6": "4"}
"""Headings to the levels of the heading block: level 1 is the release's title."""

MEDIA = {"img", "iframe", "video", "audio", "object", "embed"}
LISTS = {"ul", "ol"}
BLOCKS = {
    *[
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "address",
        "center",
        "form",
        "fieldset",
    ],
    *[
        "figure",
        "figcaption",
        "table",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "hr",
        "details",
        "summary",
    ],
    *HEADINGS,
    *MEDIA,
    *LISTS,
}
KEPT = {
    *BLOCKS,
    *MARKS,
    *["a", "br", "q", "source", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "option"],
}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "iframe": {"src", "title"},
    **{name: {"src", "title"} for name in ("video", "audio", "source", "embed")},
    "object": {"data"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
NOT_QUOTABLE = ["table", "ul", "ol", "figure", "pre", *HEADINGS, *MEDIA]
"""What a quote cannot hold, being plain text: around these a blockquote is only a box."""

UNSEEN = {"script", "style", "template", "title"}
