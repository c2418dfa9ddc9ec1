"""What a release will be, decided before anything is written: limits kept, words saved, slug and kind
chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.utils.text import slugify

from cms.releases.importing.html import Conversion, ImageFinder, html_blocks, text_blocks
from cms.releases.importing.inline import MARKUP, is_web_address
from cms.releases.models import SUMMARY_LENGTH, ReleasePage

if TYPE_CHECKING:
    from cms.releases.importing.incoming import Contact, Incoming

TITLE_LENGTH = SUBTITLE_LENGTH = LINK_LENGTH = 255
TAG_LENGTH = 100
SLUG_LENGTH = 100
ADDRESS_LENGTH = 200
NAMELESS_TITLE = 80
BODY_LIMIT = 900_000
"""Characters of a body; a document's texts end at a million."""

KINDS = {
    ReleasePage.Kind.NEWS: {"news", "nyhet", "nyheter", "article", "actuality", "nieuws", "nachricht"},
    ReleasePage.Kind.BLOG_POST: {"blog", "blog post", "blogpost", "blogg", "blogginlägg", "post"},
    ReleasePage.Kind.STATEMENT: {"statement", "uttalande", "stellungnahme", "declaration", "position"},
}
"""The source's word for a kind to ours; all others are press releases. An event needs a time, which no
format carries."""

NUMBERED = re.compile(r"^(?:\d[\d.-]*|index|default|article|node|news|detail|document\w*)?$")


class Unusable(ValueError):
    """The row can be read, but is no release; the message says why."""


@dataclass(slots=True)
class Prepared:
    """The values of a page, and what was changed to make them fit, by kind."""

    title: str
    subtitle: str
    summary: str
    kind: str
    slug: str
    published_at: datetime | None
    body: list[dict[str, Any]]
    links: list[dict[str, Any]]
    tags: list[str]
    topics: list[str]
    contacts: list[Contact]
    byline: str
    canonical_url: str
    copyright_holder: str
    usage_terms: str
    images: list[int]
    notes: list[str] = field(default_factory=list)


def prepare(
    incoming: Incoming, *, find_image: ImageFinder = lambda image: None, canonical: bool = False
) -> Prepared:
    """Decide what the page will hold. Raises `Unusable`."""
    if not incoming.external_id:
        raise Unusable("The row has neither an id nor an address, so it could not be found again.")
    if len(incoming.external_id) > 500:
        raise Unusable("The id is longer than 500 characters.")
    if max(len(incoming.html), len(incoming.text)) > BODY_LIMIT:
        raise Unusable(f"The text is longer than {BODY_LIMIT:,} characters.")
    body = _converted(incoming, find_image)
    written = _words(body)
    notes = [*incoming.notes, *body.notes]
    title, lead = _title(incoming, written, notes)
    subtitle = _fitting(incoming.subtitle, SUBTITLE_LENGTH, "subtitle_cut", written, lead, notes)
    summary = _fitting(incoming.summary, SUMMARY_LENGTH, "summary_cut", written, lead, notes)
    if incoming.published_at is None:
        notes.append("date_missing")
    blocks = ([{"type": "paragraph", "value": "".join(lead)}] if lead else []) + body.blocks
    found = {
        image.src: pk
        for image in incoming.images
        if image.src not in body.images and (pk := find_image(image))
    }
    key = f"{incoming.source}#{incoming.external_id}"
    return Prepared(
        title=title,
        subtitle=subtitle,
        summary=summary,
        kind=_kind(incoming.kind),
        slug=slug_of(incoming.url, title),
        published_at=incoming.published_at,
        body=_numbered(blocks, f"{key}/body"),
        links=_numbered(_links(incoming, body, {*body.images, *found}, notes), f"{key}/links"),
        tags=_tags(incoming, notes),
        topics=list(incoming.topics),
        contacts=[contact for contact in incoming.contacts if contact.name],
        byline=_byline(incoming, notes),
        canonical_url=_canonical(incoming, notes) if canonical else "",
        copyright_holder=cut(incoming.copyright_holder, 255),
        usage_terms=cut(incoming.usage_terms, 1000),
        images=list(found.values()),
        notes=notes,
    )


def cut(text: str, length: int) -> str:
    """`text` in at most `length` characters, cut at a word where there is one."""
    if len(text) <= length:
        return text
    short = text[: length - 1]
    if not text[length - 1].isspace():
        head = short.rpartition(" ")[0]
        short = head if len(head) > length // 2 else short
    return short.rstrip(" ,;:–-") + "…"


def slug_of(url: str, title: str) -> str:
    """The last part of an address where it says something, else the title."""
    try:
        last = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    except ValueError:
        last = ""
    stem = re.sub(r"\.(?:html?|php|aspx?|jsp|cfm)$", "", last, flags=re.IGNORECASE)
    stem = re.sub(r"\.[a-z]{2}(?:-[a-z]{2})?$", "", stem)
    slug = slugify(stem, allow_unicode=True)
    if NUMBERED.match(slug) or len(slug) < 4:
        slug = slugify(title, allow_unicode=True)
    if len(slug) > SLUG_LENGTH:
        head = slug[:SLUG_LENGTH].rpartition("-")[0]
        slug = head if len(head) > SLUG_LENGTH // 2 else slug[:SLUG_LENGTH]
    return slug.strip("-_") or "release"


def _converted(incoming: Incoming, find_image: ImageFinder) -> Conversion:
    if incoming.html.strip():
        return html_blocks(incoming.html, base=incoming.url, find_image=find_image)
    return text_blocks(incoming.text)


def _words(body: Conversion) -> str:
    """The words of the running text, to see whether a summary is in it."""
    texts = [
        value if isinstance(value, str) else value.get("text", "")
        for value in (b["value"] for b in body.blocks)
    ]
    return " ".join(unescape(MARKUP.sub(" ", " ".join(texts))).split())


def _title(incoming: Incoming, written: str, notes: list[str]) -> tuple[str, list[str]]:
    """The title, and the paragraphs in which an over-long one is kept."""
    lead: list[str] = []
    if incoming.title:
        return _fitting(incoming.title, TITLE_LENGTH, "title_cut", written, lead, notes), lead
    made = cut(incoming.summary or written, NAMELESS_TITLE)
    if not made:
        raise Unusable("The row has neither a title nor a text.")
    notes.append("title_made")
    return made, lead


def _fitting(text: str, length: int, note: str, written: str, lead: list[str], notes: list[str]) -> str:
    """`text` within `length`; the whole of it goes to the first paragraphs unless the body has it."""
    if len(text) > length:
        notes.append(note)
        if text not in written:
            lead.append(f"<p>{escape(text, quote=False)}</p>")
    return cut(text, length)


def _kind(word: str) -> str:
    normal = word.casefold().replace("_", " ").replace("-", " ").strip()
    return next(
        (str(kind) for kind, words in KINDS.items() if normal in words), str(ReleasePage.Kind.PRESS_RELEASE)
    )


def _tags(incoming: Incoming, notes: list[str]) -> list[str]:
    """Lower case, without doubles, in the source's order."""
    tags = dict.fromkeys(cut(tag.lower(), TAG_LENGTH) for tag in incoming.tags if tag)
    if any(len(tag) > TAG_LENGTH for tag in incoming.tags):
        notes.append("tag_cut")
    return list(tags)


def _byline(incoming: Incoming, notes: list[str]) -> str:
    """The author, when it is one person's name: a log-in or a list of authors is no byline."""
    names = list(dict.fromkeys(incoming.authors))
    if (
        len(names) == 1
        and re.fullmatch(r"[^\d@/|,;:<>]{2,100}", names[0])
        and " " in names[0]
        and " and " not in names[0]
    ):
        return names[0]
    if names:
        notes.append("authors_left_out")
    return ""


def _canonical(incoming: Incoming, notes: list[str]) -> str:
    if is_web_address(incoming.url) and len(incoming.url) <= ADDRESS_LENGTH:
        return incoming.url
    notes.append("canonical_left_out")
    return ""


def _links(incoming: Incoming, body: Conversion, shown: set[str], notes: list[str]) -> list[dict[str, Any]]:
    """The release's links: its own, those without a place in the text, and images that are nowhere
    `shown`."""
    images = [(image.alt or image.caption, image.src) for image in incoming.images if image.src not in shown]
    rows: dict[str, str] = {}
    for text, url in [*incoming.links, *body.links, *images]:
        if is_web_address(url):
            rows.setdefault(
                url, cut(text or unquote(urlsplit(url).path.rpartition("/")[2]) or url, LINK_LENGTH)
            )
        elif url:
            notes.append("link_left_out")
    return [{"type": "link", "value": {"text": text, "url": url}} for url, text in rows.items()]


def _numbered(blocks: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Blocks with ids that stay the same when the row is imported again."""
    return [
        {**block, "id": str(uuid5(NAMESPACE_URL, f"{key}/{number}"))} for number, block in enumerate(blocks)
    ]
