"""A document as one piece of HTML, for whatever carries text without a frontend: feeds, ninjs, e-mail, printed pages.

Everything is made from the document's JSON. The HTML is plain: no classes, no scripts, nothing that loads from other sites
than the files' own; addresses are absolute; embeds are links. What does not live here: the built-in pages (templates of
`cms/newsroom`), which are laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import nh3
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cms.newsroom.richtext import ATTRIBUTES, SCHEMES, TAGS
from cms.newsroom.templatetags.newsroom_pages import extension, machine, original, size

Content = Mapping[str, Any]

EMPTY = SafeString("")
PICTURE_SIZE = "medium"
"""The named size in which images are shown."""


def body_html(document: Content) -> SafeString:
    """All that a document has to say below its title, in its own language: corrections first, rights last."""
    with translation.override(document["locale"]):
        return joined(part(document) for part in PARTS)


def blocks_html(document: Content) -> SafeString:
    """The text alone: the blocks of a release, the description of an asset or a kit, the opening of a discussion."""
    with translation.override(document["locale"]):
        return _text(document)


def block_html(block: Content, base: str = "") -> SafeString:
    """One block of a body; `base` is the address that relative links are relative to."""
    return BLOCKS[block["type"]](block, base)


def clean_html(html: str, base: str) -> SafeString:
    """HTML of a document, with absolute addresses. It was sanitised when the document was made, and is once more."""

    def absolute(tag: str, name: str, value: str) -> str:
        return urljoin(base, value) if name in ("href", "cite") and base else value

    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        attribute_filter=absolute,
    )
    return mark_safe(cleaned)  # nosec B308, B703 # sanitised by nh3


def joined(parts: Iterable[str]) -> SafeString:
    """The parts that say something, a line each."""
    return format_html_join("\n", "{}", ((part,) for part in parts if part))


def _text(document: Content) -> SafeString:
    base = document.get("url", "")
    texts = [clean_html(document.get(name) or "", base) for name in ("description", "opening", "about")]
    return joined([*texts, *(block_html(block, base) for block in document.get("body") or ())])


def _corrections(document: Content) -> SafeString:
    notes = document.get("corrections") or ()
    if not notes:
        return EMPTY
    title = _("Correction") if len(notes) == 1 else _("Corrections")
    lines = ((machine(note["at"]), moment(note["at"]), note["note"]) for note in notes)
    rows = format_html_join("", '<li><time datetime="{}">{}</time> {}</li>', lines)
    return format_html("<section><h2>{}</h2><ul>{}</ul></section>", title, rows)


def _lead(document: Content) -> SafeString:
    """Subtitle, byline, picture, dateline."""
    byline, dateline = document.get("byline"), document.get("dateline") or {}
    by = _("By %(name)s") % {"name": byline["name"]} if byline else ""
    if byline and byline["title"]:
        by = f"{by}, {byline['title']}"
    place = ""
    if dateline.get("place"):
        place = f"{dateline['place']}, {_day(dateline['date'])}"
    hero = document.get("hero")
    return joined(
        [
            _line("<p><strong>{}</strong></p>", document.get("subtitle")),
            _line("<p>{}</p>", document.get("summary")),
            _line("<p>{}</p>", by),
            _figure(_picture(hero), hero["caption"], hero) if hero else EMPTY,
            _line("<p><em>{}</em></p>", place),
        ]
    )


def _event(document: Content) -> SafeString:
    event = document.get("event")
    if not event:
        return EMPTY
    lines = [
        (label, moment(event[name]))
        for label, name in ((_("Starts"), "start"), (_("Ends"), "end"))
        if event[name]
    ]
    if event["place"]:
        lines.append((_("Where"), event["place"]))
    facts = format_html_join("", "<dt>{}</dt><dd>{}</dd>", lines)
    return joined(
        [
            format_html("<dl>{}</dl>", facts) if lines else EMPTY,
            _link(event["sign_up_url"], _("Sign up")) if event["sign_up_url"] else EMPTY,
        ]
    )


def _about(document: Content) -> SafeString:
    urls = [(url, url) for url in document.get("about_urls") or ()]
    return _section(_("What this statement answers"), _links(urls)) if urls else EMPTY


def _boilerplate(document: Content) -> SafeString:
    standing = document.get("boilerplate")
    if not standing:
        return EMPTY
    return _section(standing["title"], clean_html(standing["html"], document.get("url", "")))


def _contacts(document: Content) -> SafeString:
    people = document.get("contacts") or ()
    return _section(_("Contact"), joined(_person(person) for person in people)) if people else EMPTY


def _person(person: Content) -> SafeString:
    what = ", ".join(word for word in (person["title"], person["organisation"]) if word)
    phone, email = person["phone"], person["email"]
    lines = [
        format_html("<strong>{}</strong>", person["name"]),
        format_html("{}", what),
        format_html('<a href="tel:{}">{}</a>', phone.replace(" ", ""), phone) if phone else EMPTY,
        format_html('<a href="mailto:{}">{}</a>', email, email) if email else EMPTY,
    ]
    return format_html(
        "<p>{}</p>", format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines if line))
    )


def _downloads(document: Content) -> SafeString:
    """The files that a release or a kit offers, or the file that an asset is."""
    files = [*(document.get("images") or ()), *(document.get("files") or ())]
    if "renditions" in document:
        return _own_file(document)
    rows = format_html_join("", "<li>{}</li>", ((_file(file, file["title"]),) for file in files))
    return _section(_("To download"), format_html("<ul>{}</ul>", rows)) if files else EMPTY


def _own_file(asset: Content) -> SafeString:
    kind = asset["file_type"]
    players: dict[str, Callable[[Content], SafeString]] = {
        "IMAGE": _picture,
        "VIDEO": _video,
        "AUDIO": _audio,
    }
    caption = _line("<p>{}</p>", asset["caption"])
    figure = _figure(players[kind](asset), asset["caption"], asset) if kind in players else caption
    transcript = _transcript(asset.get("transcript") or "")
    return joined([figure, format_html("<p>{}</p>", _file(asset, asset["title"])), transcript])


def _further(document: Content) -> SafeString:
    links = [(link["url"], link["text"]) for link in document.get("links") or ()]
    return _section(_("Further reading"), _links(links)) if links else EMPTY


def _rights(document: Content) -> SafeString:
    rights = document.get("rights") or document
    holder, terms = rights.get("copyright_holder"), rights.get("usage_terms")
    words = [f"© {holder}" if holder else "", terms or ""]
    return _line("<p><small>{}</small></p>", ". ".join(word for word in words if word))


PARTS: tuple[Callable[[Content], SafeString], ...] = (
    _corrections,
    _lead,
    _event,
    _text,
    _about,
    _downloads,
    _boilerplate,
    _contacts,
    _further,
    _rights,
)


def _heading(block: Content, base: str) -> SafeString:
    tag = f"h{min(max(int(block['level']), 2), 4)}"
    return format_html("<{}>{}</{}>", tag, block["text"], tag)


def _paragraph(block: Content, base: str) -> SafeString:
    return clean_html(block["html"], base)


def _quote(block: Content, base: str) -> SafeString:
    said = format_html("<blockquote><p>{}</p></blockquote>", block["text"])
    who = ", ".join(word for word in (block["speaker_name"], block["speaker_title"]) if word)
    return format_html("<figure>{}{}</figure>", said, _line("<figcaption>{}</figcaption>", who))


def _facts(block: Content, base: str) -> SafeString:
    rows = format_html_join("", "<li>{}</li>", ((fact,) for fact in block["facts"]))
    return _section(block["title"], format_html("<ul>{}</ul>", rows) if block["facts"] else EMPTY)


def _image(block: Content, base: str) -> SafeString:
    return _figure(_picture(block["image"]), block["caption"], block["image"])


def _gallery(block: Content, base: str) -> SafeString:
    return _section(
        block["title"], joined(_figure(_picture(image), image["caption"], image) for image in block["images"])
    )


def _recording(block: Content, base: str) -> SafeString:
    file = block["file"]
    player = _video(file, block.get("poster")) if block["type"] == "VIDEO" else _audio(file)
    words = ": ".join(word for word in (block["title"], block["caption"]) if word)
    return joined([_figure(player, words, file), _transcript(block["transcript"])])


def _document(block: Content, base: str) -> SafeString:
    link = format_html("<p>{}</p>", _file(block["file"], block["title"]))
    return joined([link, _line("<p>{}</p>", block["caption"])])


def _embed(block: Content, base: str) -> SafeString:
    name = ": ".join(word for word in (block["provider"], block["title"] or block["url"]) if word)
    return joined([_link(block["url"], name), _line("<p>{}</p>", block["caption"])])


def _table(block: Content, base: str) -> SafeString:
    def cell(place: Content, scope: str) -> SafeString:
        if place["header"]:
            return format_html('<th scope="{}">{}</th>', scope, place["text"])
        return format_html("<td>{}</td>", place["text"])

    rows = []
    for number, row in enumerate(block["rows"]):
        heads = number == 0 and all(place["header"] for place in row["cells"])
        cells = joined(cell(place, "col" if heads else "row") for place in row["cells"])
        rows.append(format_html("<tr>{}</tr>", cells))
    caption = _line("<caption>{}</caption>", block["caption"])
    return format_html("<table>{}<tbody>{}</tbody></table>", caption, joined(rows))


def _cta(block: Content, base: str) -> SafeString:
    return _link(block["url"], block["text"])


BLOCKS: dict[str, Callable[[Content, str], SafeString]] = {
    "HEADING": _heading,
    "PARAGRAPH": _paragraph,
    "QUOTE": _quote,
    "FACTS": _facts,
    "IMAGE": _image,
    "GALLERY": _gallery,
    "VIDEO": _recording,
    "AUDIO": _recording,
    "DOCUMENT": _document,
    "EMBED": _embed,
    "TABLE": _table,
    "CTA": _cta,
}


def _line(form: str, words: str | None) -> SafeString:
    return format_html(form, words) if words else EMPTY


def _section(title: str, inner: SafeString) -> SafeString:
    return format_html("<section>{}{}</section>", _line("<h2>{}</h2>", title), inner)


def _link(url: str, words: str) -> SafeString:
    """A link of its own line; what is no web address is only its words."""
    if urlsplit(url).scheme not in SCHEMES:
        return _line("<p>{}</p>", words)
    return format_html('<p><a href="{}">{}</a></p>', url, words)


def _links(links: Iterable[tuple[str, str]]) -> SafeString:
    rows = format_html_join("", "<li>{}</li>", ((_link(url, words),) for url, words in links))
    return format_html("<ul>{}</ul>", rows)


def _figure(inner: SafeString, caption: str, file: Content) -> SafeString:
    """What is shown with its caption, its credit, and whether AI made it."""
    if not inner:
        return EMPTY
    words = format_html_join(" ", "{}", ((word,) for word in (caption, _credit(file), _origin(file)) if word))
    return format_html("<figure>{}{}</figure>", inner, _line("<figcaption>{}</figcaption>", words))


def _credit(file: Content) -> SafeString:
    return _line("<small>{}</small>", file["credit"])


def _origin(file: Content) -> SafeString:
    if not file["ai_generated"]:
        return EMPTY
    made = {
        "trainedAlgorithmicMedia": _("Made by generative AI"),
        "compositeWithTrainedAlgorithmicMedia": _("Edited with generative AI"),
    }
    return _line("<small>{}</small>", made.get(file["digital_source_type"]) or _("Made by an algorithm"))


def _picture(image: Content) -> SafeString:
    shown = size(dict(image), PICTURE_SIZE)
    if shown is None:
        return EMPTY
    return format_html(
        '<img src="{}" alt="{}"{}>', shown["href"], image["alt"], _measures(shown["width"], shown["height"])
    )


def _video(file: Content, poster: Content | None = None) -> SafeString:
    whole = original(dict(file))
    if whole is None:
        return EMPTY
    picture = size(dict(poster), PICTURE_SIZE) if poster else file["poster"]
    return format_html(
        '<video controls preload="none"{}{}><source src="{}" type="{}">{}</video>',
        format_html(' poster="{}"', picture["href"]) if picture else EMPTY,
        _measures(whole["width"], whole["height"]),
        whole["href"],
        whole["content_type"],
        _file(file, file["title"]),
    )


def _audio(file: Content) -> SafeString:
    whole = original(dict(file))
    if whole is None:
        return EMPTY
    return format_html(
        '<audio controls preload="none"><source src="{}" type="{}">{}</audio>',
        whole["href"],
        whole["content_type"],
        _file(file, file["title"]),
    )


def _file(file: Content, title: str) -> SafeString:
    """A link to a whole file, with its kind and size."""
    whole = original(dict(file))
    if whole is None:
        return format_html("{}", title)
    about = ", ".join(word for word in (extension(whole), filesizeformat(whole["size_in_bytes"])) if word)
    return format_html('<a href="{}">{}</a> ({})', whole["href"], title or file["title"], about)


def _transcript(words: str) -> SafeString:
    if not words:
        return EMPTY
    paragraphs = mark_safe(linebreaks(words, autoescape=True))  # nosec B308, B703 # escaped by it
    return format_html("<details><summary>{}</summary>{}</details>", _("Transcript"), paragraphs)


def moment(value: str) -> str:
    """A time of a document in the words of the language."""
    found = parse_datetime(value)
    return date_format(localtime(found), "DATETIME_FORMAT") if found else value


def _day(value: str) -> str:
    found = parse_date(value)
    return date_format(found, "DATE_FORMAT") if found else value


def _measures(width: int | None, height: int | None) -> SafeString:
    return format_html(' width="{}" height="{}"', width, height) if width and height else EMPTY
