"""ninjs 3.1, IPTC's news in JSON (https://iptc.org/std/ninjs/): one object for a document, or for a tombstone.

Names of properties are the standard's. What is withdrawn is `canceled`; a correction is a new `version` whose `edNote`
says what was corrected. Rights are said of the text, and of each file that is shown with it.
"""

from __future__ import annotations

from typing import Any

from cms.syndication.formats import files
from cms.syndication.formats.facts import Content, EditionFacts, newsroom_address, uri, urn
from cms.syndication.formats.files import Shown
from cms.syndication.formats.xml import words_of
from cms.syndication.html import body_html

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
TYPES = {"IMAGE": "picture", "VIDEO": "video", "AUDIO": "audio", "DOCUMENT": "text", "EVENT": "event"}
"""ninjs' type by the kind of an item or file; whatever has no entry is a text or, without one, a component."""
TEXTS = frozenset({"RELEASE", "ASSET", "PRESS_KIT", "DISCUSSION"})
GENRES = {
    "PRESS_RELEASE": "Press release",
    "NEWS": "News",
    "BLOG_POST": "Blog post",
    "STATEMENT": "Official statement",
    "EVENT": "Event notice",
}
WEB = "web"
"""Name of the rendition that is the page of the item on the web."""


def ninjs(facts: EditionFacts, document: Content | None) -> dict[str, Any]:
    """The object of an edition; without a document, that of a tombstone."""
    envelope = {
        "uri": urn(facts.uid),
        "type": TYPES.get(facts.kind) or ("text" if facts.type in TEXTS else "component"),
        "version": str(facts.version),
        "versionCreated": facts.issued_at,
        "standard": STANDARD,
    }
    if document is None:
        return (
            envelope | {"representationType": "partial", "pubStatus": "canceled"} | _given(edNote=facts.note)
        )
    return {
        **envelope,
        "representationType": "full",
        "pubStatus": "usable",
        "firstCreated": document["published_at"],
        "language": document["locale"],
        **_given(edNote=facts.correction),
        **_text(document),
        **_about(document),
        **_rights(files.rights_of(document)),
        **_event(document),
        **_shown(document),
    }


def _given(**values: Any) -> dict[str, Any]:
    """What there is of these: nothing empty is written."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _title(document: Content) -> str:
    return str(document.get("title") or document.get("name") or "")


def _text(document: Content) -> dict[str, Any]:
    """Headlines, descriptions and the body: as HTML, and as plain text."""
    title, subtitle = _title(document), document.get("subtitle") or ""
    html = str(body_html(document))
    plain = words_of(html)
    counts = {"charCount": len(plain), "wordCount": len(plain.split())}
    bodies = [
        {"role": "main", "contentType": "text/html", **counts, "value": html},
        {"role": "plain", "contentType": "text/plain", **counts, "value": plain},
    ]
    summary = document.get("summary") or document.get("caption") or document.get("tagline") or ""
    return _given(
        title=title,
        headlines=[
            {"role": role, "contentType": "text/plain", "value": words}
            for role, words in (("main", title), ("subtitle", subtitle))
            if words
        ],
        descriptions=[
            {"role": role, "contentType": "text/plain", "value": words}
            for role, words in (("summary", summary), ("alt", document.get("alt") or ""))
            if words
        ],
        bodies=bodies if plain else [],
        slugline=document.get("slug"),
    )


def _about(document: Content) -> dict[str, Any]:
    """Who, where, and what it is about."""
    newsroom, dateline = document.get("newsroom"), document.get("dateline") or {}
    place = dateline.get("place") or ""
    kind = document.get("kind") or ""
    byline = document.get("byline") or document.get("host")
    publisher = (
        {"name": newsroom["name"], "uri": uri(newsroom_address(document)), "rel": "publisher"}
        if newsroom
        else None
    )
    return _given(
        people=_people(document),
        organisations=[publisher] if publisher else [],
        infoSources=[{"name": newsroom["name"], "role": "publisher"}] if newsroom else [],
        by=byline["name"] if byline else document.get("credit"),
        located=place,
        places=[{"name": place, "rel": "dateline"}] if place else [],
        genres=[{"name": GENRES[kind], "literal": kind}] if kind in GENRES else [],
        subjects=_subjects(document),
    )


def _people(document: Content) -> list[dict[str, Any]]:
    found = []
    for rel in ("byline", "host", "contacts", "experts"):
        value = document.get(rel) or []
        for person in value if isinstance(value, list) else [value]:
            found.append(_person(person, rel.removesuffix("s")))
    return found


def _person(person: Content, rel: str) -> dict[str, Any]:
    ways = (("email", person["email"]), ("phone", person["phone"]))
    return {
        "name": person["name"],
        "rel": rel,
        "uri": urn(person["id"]),
        **_given(
            contactInfo=[{"type": way, "role": "press", "value": value} for way, value in ways if value]
        ),
    }


def _subjects(document: Content) -> list[dict[str, Any]]:
    topics = [
        {"name": topic["name"], "rel": "topic", "uri": urn(topic["id"]), "literal": topic["slug"]}
        for topic in document.get("topics") or ()
    ]
    tags = dict.fromkeys([*(document.get("tags") or ()), *(document.get("keywords") or ())])
    statements = [
        {"name": address, "rel": "statementAbout", "literal": address}
        for address in document.get("about_urls") or ()
    ]
    return [*topics, *({"name": tag, "rel": "tag", "literal": tag} for tag in tags), *statements]


def _rights(rights: Content) -> dict[str, Any]:
    """Who owns it, and what others may do with it, until when, and whether AI made it."""
    license_url, source = rights.get("license_url"), rights.get("digital_source_type")
    return _given(
        copyrightHolder=rights.get("copyright_holder"),
        copyrightNotice=files.copyright_notice(rights),
        usageTerms=rights.get("usage_terms"),
        expires=rights.get("expires_at"),
        rightsInfo={"linkedRights": uri(license_url)} if license_url else None,
        digitalSourceType={"name": source, "uri": files.SOURCES + source} if source else None,
    )


def _event(document: Content) -> dict[str, Any]:
    """When and where an event takes place."""
    event = document.get("event")
    if not event:
        return {}
    dates = _given(startDate=event["start"], endDate=event["end"])
    details = _given(dates=dates or None, organiser={"name": document["newsroom"]["name"]})
    named = {"name": _title(document), "rel": "announces", "uri": urn(document["id"])}
    places = [{"name": event["place"], "rel": "venue"}] if event["place"] else []
    dateline = _about(document).get("places", [])
    sign_up = event["sign_up_url"]
    return {
        "events": [named],
        "eventDetails": details,
        **_given(places=[*dateline, *places]),
        **_given(altIds=[{"role": "signUp", "value": sign_up}] if sign_up else []),
    }


def _shown(document: Content) -> dict[str, Any]:
    """The page of the item, its own files, and the files that it shows."""
    page = document.get("url") or ""
    renditions = [{"name": WEB, "href": uri(page), "contentType": "text/html"}] if page else []
    own = files.own_file(document)
    renditions += _renditions(own) if own else []
    day = own["created_on"] if own else None
    related = [
        {"name": link["title"], "rel": "related", "uri": urn(link["id"]), "type": "text"}
        for link in [*(document.get("related") or ()), document.get("release")]
        if link
    ]
    return _given(
        contentCreated=f"{day}T00:00:00Z" if day else None,
        renditions=renditions,
        associations=[*(_association(shown) for shown in files.shown_files(document)), *related],
    )


def _association(shown: Shown) -> dict[str, Any]:
    """A file inside an item, with its rights: partners show it under them."""
    file = shown.file
    texts = (
        ("caption", shown.caption or file["caption"]),
        ("alt", file.get("alt") or ""),
        ("transcript", file.get("transcript") or ""),
    )
    return {
        "name": shown.title or files.name_of(file),
        "rel": shown.role,
        "uri": urn(file["id"]),
        "type": TYPES[file["type"]],
        "pubStatus": "usable",
        **_given(
            title=file["title"],
            by=file["credit"],
            descriptions=[
                {"role": role, "contentType": "text/plain", "value": words} for role, words in texts if words
            ],
            subjects=[{"name": word, "rel": "tag", "literal": word} for word in file["keywords"]],
            renditions=_renditions(file),
        ),
        **_rights(file),
    }


def _renditions(file: Content) -> list[dict[str, Any]]:
    """The files of an asset under ninjs' names. Several formats of one size have one name."""
    return [_rendition(each, file["title"]) for each in file["renditions"]]


def _rendition(rendition: Content, title: str) -> dict[str, Any]:
    bitrate = rendition["bitrate"]
    return {
        "name": rendition["name"],
        "href": uri(rendition["href"]),
        "contentType": rendition["content_type"],
        "sizeInBytes": rendition["size_in_bytes"],
        **_given(
            title=title,
            width=rendition["width"],
            height=rendition["height"],
            duration=rendition["duration"],
            videoCodec=rendition["video_codec"],
            bitrate=f"{round(bitrate / 1000)} kbps" if bitrate else None,
            poi=dict(rendition["poi"]) if rendition["poi"] else None,
        ),
    }
