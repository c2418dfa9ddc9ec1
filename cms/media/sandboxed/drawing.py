"""SVG drawings: what in them could run, load or blow up, and a copy of what is only drawing.

Sources: SVG 2 (W3C), «SVG Integrity» restrictions for images, CSS Syntax 3 §4.3.7 for escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree  # nosec B405 # types and writing; defusedxml parses

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import parse

from cms.media.sandboxed import Finding

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
DEPTH_MAX = 200
DRAWN_MAX = 200_000
"""Elements drawn when every `use` is followed: a few nested ones can stand for millions."""

ACTIVE = frozenset(
    {
        "script",
        "foreignobject",
        "handler",
        "listener",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "source",
    }
    | {"animation", "discard"}
)
DRAWING_NAMES = """
    svg g a defs symbol use title desc style switch view path rect circle ellipse line polyline polygon text tspan
    textPath tref image marker pattern mask clipPath linearGradient radialGradient meshgradient meshrow meshpatch
    hatch hatchpath solidcolor stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence animate animateMotion animateTransform animateColor mpath set font font-face font-face-src
    font-face-name missing-glyph glyph hkern vkern cursor
"""
DRAWING = frozenset(DRAWING_NAMES.split())
HREF_ALLOWED = re.compile(r"(#|data:image/(png|jpe?g|gif|webp)[;,])", re.IGNORECASE)
CSS_URL = re.compile(
    r"url\(\s*[\"']?\s*(?!#|data:(image/(png|jpe?g|gif|webp)|font/|application/(x-)?font))", re.IGNORECASE
)
CSS_WORD = re.compile(
    r"@import|@charset|expression\s*\(|javascript:|-moz-binding|behavior\s*:|image-set\s*\(", re.IGNORECASE
)
CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
CSS_COMMENT = re.compile(r"/\*.*?(\*/|$)", re.DOTALL)
NOT_CSS = frozenset({"d", "points", "id", "class"})
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[-+]?\d+)?)\s*([a-z]*)\s*", re.IGNORECASE)


def look(path: str) -> dict[str, Any]:
    """`{"width", "height", "title", "animated"}` of a drawing in which nothing runs or loads; sizes in pixels or null."""
    root = _checked(path)
    width, height = _size(root)
    title = root.findtext(f"{{{SVG}}}title") or ""
    animated = any(_name(e).startswith("animate") or _name(e) == "set" for e in root.iter())
    return {"width": width, "height": height, "title": title.strip()[:500], "animated": animated}


def clean(source: str, target: str) -> None:
    """Writes the drawing without comments, document type, metadata and the data of drawing programs."""
    root = _checked(source)
    _strip(root)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    ElementTree.ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)


def _checked(path: str) -> ElementTree.Element:
    try:
        root = parse(path, forbid_entities=True, forbid_external=True).getroot()
    except DefusedXmlException:
        raise Finding("entities") from None
    except (ElementTree.ParseError, UnicodeError, LookupError, ValueError) as error:
        raise Finding("malformed", str(error)) from None
    if root is None or root.tag != f"{{{SVG}}}svg":
        raise Finding("no_svg", "" if root is None else _name(root))
    for element, depth in _walk(root):
        if depth > DEPTH_MAX:
            raise Finding("depth", str(DEPTH_MAX))
        _check(element)
    _count_drawn(root)
    return root


def _walk(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, int]]:
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        yield element, depth
        waiting.extend((child, depth + 1) for child in element)


def _check(element: ElementTree.Element) -> None:
    name = _name(element)
    if name.lower() in ACTIVE or _namespace(element.tag).endswith("xhtml"):
        raise Finding("active", f"<{name}>")
    if name == "style" and (found := _css_problem("".join(element.itertext()))):
        raise Finding("style", found)
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2]
        if attribute.lower().startswith("on"):
            raise Finding("handler", attribute)
        if attribute.lower() in {"href", "src", "base"}:
            if value.strip() and not HREF_ALLOWED.match(value.strip()):
                raise Finding("reference", f"{attribute}=“{value.strip()[:80]}”")
        elif attribute.lower() == "attributename":
            changed = value.strip().rpartition(":")[2].lower()
            if changed == "href" or changed.startswith("on"):
                raise Finding("animation", changed)
        elif attribute not in NOT_CSS and (found := _css_problem(value)):
            raise Finding("style", found)


def _css_problem(css: str) -> str:
    if "(" not in css and "@" not in css and ":" not in css and "\\" not in css:
        return ""
    plain = CSS_ESCAPE.sub(_unescape, CSS_COMMENT.sub("", css))
    for pattern in (CSS_URL, CSS_WORD):
        if match := pattern.search(plain):
            return plain[match.start() : match.start() + 80].strip()
    return ""


def _unescape(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"


def _count_drawn(root: ElementTree.Element) -> None:
    """Refuses drawings whose `use` elements contain themselves, or stand for more elements than one can draw."""
    by_id = {e.get("id"): e for e in root.iter() if e.get("id")}
    counted: dict[ElementTree.Element, int] = {}
    open_elements: set[ElementTree.Element] = set()

    def drawn(element: ElementTree.Element) -> int:
        if element in counted:
            return counted[element]
        if element in open_elements:
            raise Finding("use", str(DRAWN_MAX))
        open_elements.add(element)
        total = 1 + sum(drawn(child) for child in element)
        if _name(element) == "use":
            href = element.get("href") or element.get(f"{{{XLINK}}}href") or ""
            target = by_id.get(href.strip().removeprefix("#"))
            total += drawn(target) if target is not None else 0
        open_elements.discard(element)
        if total > DRAWN_MAX:
            raise Finding("use", str(DRAWN_MAX))
        counted[element] = total
        return total

    try:
        drawn(root)
    except RecursionError:
        raise Finding("use", str(DRAWN_MAX)) from None


def _strip(root: ElementTree.Element) -> None:
    for element in list(root.iter()):
        for child in list(element):
            if _namespace(child.tag) != SVG or _name(child) not in DRAWING:
                _remove(element, child)
        for key in list(element.attrib):
            if _namespace(key) not in {"", XLINK, XML}:
                del element.attrib[key]


def _remove(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    """The child's tail is the parent's text and stays."""
    index = list(parent).index(child)
    if child.tail:
        if index:
            before = parent[index - 1]
            before.tail = (before.tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _size(root: ElementTree.Element) -> tuple[int | None, int | None]:
    """Width and height in CSS pixels: the attributes, else the view box; a missing one follows from the box's shape."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        across, down = (float(part) for part in box[2:4]) if len(box) == 4 else (0.0, 0.0)
    except ValueError:
        across = down = 0.0
    if across > 0 and down > 0:
        if width is None and height is None:
            width, height = across, down
        width = height * across / down if width is None and height is not None else width
        height = width * down / across if height is None and width is not None else height
    if width is None or height is None or not 0.5 <= width < 1e6 or not 0.5 <= height < 1e6:
        return None, None
    return round(width), round(height)


def _length(text: str) -> float | None:
    match = LENGTH.fullmatch(text)
    if not match or match[2].lower() not in UNITS:
        return None
    return float(match[1]) * UNITS[match[2].lower()] or None


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
