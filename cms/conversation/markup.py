"""The markup that visitors may use, and the sanitiser that lets nothing else through (nh3, which is ammonia).

What does not live here: paragraphs (`paragraphs.py`), and what becomes of a body as a whole (`text.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import urlsplit

import nh3

ELEMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "a": ("href", "title"),
        "abbr": ("title",),
        "acronym": ("title",),
        "b": (),
        "blockquote": ("cite",),
        "cite": (),
        "code": (),
        "del": ("datetime",),
        "em": (),
        "i": (),
        "q": ("cite",),
        "strike": (),
        "strong": (),
    }
)
"""Element → its attributes: design.md, section 8. Paragraphs and line breaks are made of what is typed."""

URL_SCHEMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"href": ("http", "https", "mailto"), "cite": ("http", "https")}
)
"""Attribute → the schemes that an address in it may have; none may be relative."""

LINK_REL = "nofollow ugc noopener"

BLOCKS = frozenset(
    {
        *(
            "p",
            "br",
            "hr",
            "pre",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
        ),
        *(
            "address",
            "article",
            "aside",
            "details",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
        ),
        *("main", "nav", "section", "summary"),
    }
)
"""Elements that part paragraphs when a visitor pastes them. They are let in, and none but `p` and `br` comes out."""

Attributes = list[tuple[str, str | None]]
"""What `html.parser` gives for the attributes of a tag."""

# A "<" that begins no whole tag or comment is a sign that somebody wrote: "5 < 6", "<3", "<me@example.org>". A parser
# would take all that follows for a tag. What is left as it is, the sanitiser judges; nothing gets safe by this.
_TAG = r"</?[a-z][\w-]*(?::[\w-]+)?(?:[\s/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)?>"
TAG_OR_SIGN = re.compile(f"{_TAG}|<", re.IGNORECASE | re.ASCII)
COMMENT_TAG_OR_SIGN = re.compile(f"<!--(?s:.*?)-->|{_TAG}|<", re.IGNORECASE | re.ASCII)


def _rewritten(url: str) -> str | None:
    """A relative address is lost, but for one that lacks nothing but the scheme."""
    return f"https://{url}" if url[:4].lower() == "www." else None


def _own_path(url: str) -> str | None:
    return url if is_path(url) else None


def is_path(url: str) -> bool:
    """Whether this is a path on this site; `//host` and `/\\host` are other sites to a browser."""
    return re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", url) is not None


def _checked(element: str, attribute: str, value: str) -> str | None:
    """nh3 looks at the schemes of `href`, not at those of `cite`."""
    if attribute != "cite":
        return value
    try:
        return value if urlsplit(value).scheme in URL_SCHEMES["cite"] else None
    except ValueError:
        return None


# Without "*", ammonia lets `title` and `lang` stand on every element.
_ATTRIBUTES = {"*": set[str]()} | {element: set(attributes) for element, attributes in ELEMENTS.items()}
_SCHEMES = set(URL_SCHEMES["href"])

INCOMING = nh3.Cleaner(
    tags={*ELEMENTS, *BLOCKS},
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    url_relative=_rewritten,
    link_rel=None,
)
"""For what a visitor sent."""

OUTGOING = nh3.Cleaner(
    tags={*ELEMENTS, "p", "br"},
    attributes=_ATTRIBUTES,
    attribute_filter=_checked,
    url_schemes=_SCHEMES,
    url_relative="deny",
    link_rel=LINK_REL,
)
"""The last step before anything is stored."""

OUTGOING_WITH_PATHS = nh3.Cleaner(
    tags={*ELEMENTS, "p", "br"},
    attributes=_ATTRIBUTES,
    attribute_filter=_checked,
    url_schemes=_SCHEMES,
    url_relative=_own_path,
    link_rel=LINK_REL,
)
"""The same where the server itself has put in links to its own pages."""


def start_tag(name: str, attributes: Mapping[str, str]) -> str:
    """`<name attribute="value">`, escaped."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def escape_loose(source: str) -> str:
    """The source with every `<` escaped that begins no tag and no comment."""
    if "<" not in source:
        return source
    commented = (
        source.rfind("-->") + 1
    )  # after the last end there is no comment; looking for one each time takes long
    head = COMMENT_TAG_OR_SIGN.sub(_escape_sign, source[: commented + 2]) if commented else ""
    return head + TAG_OR_SIGN.sub(_escape_sign, source[commented + 2 if commented else 0 :])


def _escape_sign(found: re.Match[str]) -> str:
    return "&lt;" if found[0] == "<" else found[0]
