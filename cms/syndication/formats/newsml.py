"""NewsML-G2 2.35, IPTC's XML for news (https://iptc.org/standards/newsml-g2/): a `newsItem` for an edition, a `newsMessage`
for several. Conformance level power; codes are those of IPTC's catalogue 41.

A text is inline XHTML; an asset is remote content. Files inside a text are links that say what they are and under which
rights. What is withdrawn is `stat:canceled`, a correction has `sig:correction` and an `edNote`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cms.newsroom.richtext import plain_text
from cms.syndication.formats import files
from cms.syndication.formats.facts import Content, EditionFacts, newsroom_address, site_name, uri, urn
from cms.syndication.formats.files import Shown
from cms.syndication.formats.xml import XML_LANG, Writer, as_text, xhtml
from cms.syndication.html import body_html

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
CATALOGUE = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
NATURES = {"IMAGE": "picture", "VIDEO": "video", "AUDIO": "audio"}
"""`itemClass` by the kind of an item or file; all others are texts."""
RENDITIONS = {"original": "rnd:highRes", "medium": "rnd:preview", "thumbnail": "rnd:thumbnail"}
"""IPTC's names of sizes; others have only ours, as a title."""
GENRES = {"PRESS_RELEASE": "Press release", "STATEMENT": "Official statement", "BLOG_POST": "Blog post"}

write = Writer(NAMESPACE)


def news_item(facts: EditionFacts, document: Content | None) -> str:
    """The `newsItem` of an edition; without a document, that of a tombstone."""
    return as_text(_item(facts, document))


def news_message(editions: Sequence[tuple[EditionFacts, Content | None]], sent: str) -> str:
    """The `newsMessage` of several editions, in their order. `sent` is RFC 3339."""
    root = write.root("newsMessage")
    header = write.add(root, "header")
    write.add(header, "sent", sent)
    write.add(header, "sender", site_name())
    items = write.add(root, "itemSet")
    for facts, document in editions:
        items.append(_item(facts, document))
    return as_text(root)


def _item(facts: EditionFacts, document: Content | None) -> Any:
    root = write.root(
        "newsItem",
        guid=urn(facts.uid),
        version=facts.version,
        standard="NewsML-G2",
        standardversion="2.35",
        conformance="power",
    )
    if document is not None:
        root.set(XML_LANG, document["locale"])
    write.add(root, "catalogRef", href=CATALOGUE)
    if document is not None:
        _rights(root, files.rights_of(document))
    _item_meta(root, facts, document)
    if document is not None:
        _content_meta(root, document)
        _content_set(root, document)
    return root


def _rights(parent: Any, rights: Content) -> None:
    """Who owns it, what others may do with it, and until when."""
    holder, terms = rights.get("copyright_holder"), rights.get("usage_terms")
    license_url, until = rights.get("license_url"), rights.get("expires_at")
    if not (holder or terms or license_url or until):
        return
    info = write.add(parent, "rightsInfo", validto=until)
    if holder:
        write.add(write.add(info, "copyrightHolder"), "name", holder)
        write.add(info, "copyrightNotice", files.copyright_notice(rights))
    if terms or license_url:
        write.add(info, "usageTerms", terms or "", href=uri(license_url or ""))


def _item_meta(root: Any, facts: EditionFacts, document: Content | None) -> None:
    meta = write.add(root, "itemMeta")
    write.add(meta, "itemClass", qcode=f"ninat:{NATURES.get(facts.kind, 'text')}")
    _provider(meta, document)
    write.add(meta, "versionCreated", facts.issued_at)
    if document is None:
        write.add(meta, "pubStatus", qcode="stat:canceled")
        write.add_texts(meta, edNote=facts.note)
        return
    write.add(meta, "firstCreated", document["published_at"])
    write.add(meta, "pubStatus", qcode="stat:usable")
    write.add_texts(meta, fileName=document.get("slug"), title=_title(document), edNote=facts.correction)
    if facts.correction:
        write.add(meta, "signal", qcode="sig:correction")
    if document.get("url"):
        write.add(meta, "altRep", uri(document["url"]), contenttype="text/html")
    write.add_texts(meta, expires=files.rights_of(document).get("expires_at"))
    _links(meta, document)


def _provider(meta: Any, document: Content | None) -> None:
    newsroom = (document or {}).get("newsroom")
    if document is None or newsroom is None:
        write.add(meta, "provider", literal=site_name())
        return
    write.add(write.add(meta, "provider", uri=uri(newsroom_address(document))), "name", newsroom["name"])


def _links(meta: Any, document: Content) -> None:
    """The files inside the item, and the items that it points at."""
    for shown in files.shown_files(document):
        _file_link(meta, shown)
    for link in [*(document.get("related") or ()), document.get("release")]:
        if link:
            write.add(meta, "link", rel="irel:seeAlso", residref=urn(link["id"]), title=link["title"])


def _file_link(meta: Any, shown: Shown) -> None:
    file, whole = shown.file, files.whole(shown.file)
    link = write.add(
        meta,
        "link",
        rel="irel:seeAlso",
        href=uri(whole["href"]) if whole else None,
        residref=urn(file["id"]),
        contenttype=whole["content_type"] if whole else None,
        size=whole["size_in_bytes"] if whole else None,
        title=shown.title or files.name_of(file),
    )
    write.add(link, "itemClass", qcode=f"ninat:{NATURES.get(file['type'], 'text')}")
    _rights(link, file)
    _made_by(link, file)
    write.add_texts(
        link, creditline=file["credit"], description=shown.caption or file["caption"] or file.get("alt")
    )


def _made_by(parent: Any, file: Content) -> None:
    """How it came about: AI is said here."""
    if source := file.get("digital_source_type"):
        write.add(parent, "digitalSourceType", uri=files.SOURCES + source)


def _content_meta(root: Any, document: Content) -> None:
    meta = write.add(root, "contentMeta")
    icon = files.picture(document.get("hero") or document.get("cover"), "thumbnail")
    if icon:
        write.add(
            meta,
            "icon",
            href=uri(icon["href"]),
            contenttype=icon["content_type"],
            size=icon["size_in_bytes"],
            rendition="rnd:thumbnail",
        )
    own = files.own_file(document) or {}
    write.add(meta, "contentCreated", own.get("created_on") or document["published_at"])
    write.add(meta, "contentModified", document["updated_at"])
    _made_by(meta, own)
    _who_and_where(meta, document)
    write.add(meta, "language", tag=document["locale"])
    _about(meta, document)


def _who_and_where(meta: Any, document: Content) -> None:
    place = (document.get("dateline") or {}).get("place")
    if place:
        write.add(write.add(meta, "located", literal=place), "name", place)
    if newsroom := document.get("newsroom"):
        source = write.add(meta, "infoSource", uri=uri(newsroom_address(document)))
        write.add(source, "name", newsroom["name"])
    if person := document.get("byline") or document.get("host"):
        write.add(write.add(meta, "creator", uri=urn(person["id"])), "name", person["name"])


def _about(meta: Any, document: Content) -> None:
    if genre := GENRES.get(document.get("kind") or ""):
        write.add(write.add(meta, "genre", literal=document["kind"]), "name", genre)
    for word in dict.fromkeys([*(document.get("tags") or ()), *(document.get("keywords") or ())]):
        write.add(meta, "keyword", word)
    for topic in document.get("topics") or ():
        write.add(
            write.add(meta, "subject", type="cpnat:abstract", uri=urn(topic["id"])), "name", topic["name"]
        )
    _event(meta, document)
    write.add_texts(meta, slugline=document.get("slug"), headline=_title(document))
    write.add_texts(meta, headline=document.get("subtitle"), dateline=_dateline(document))
    byline = document.get("byline") or document.get("host")
    write.add_texts(meta, by=byline["name"] if byline else "", creditline=document.get("credit"))
    summary = document.get("summary") or document.get("caption") or document.get("tagline")
    write.add_texts(meta, description=summary)
    if files.own_file(document):
        write.add_texts(meta, description=plain_text(document["description"]))


def _event(meta: Any, document: Content) -> None:
    """The event that a notice announces: its name, its time and its place in words, as a subject can tell them."""
    event = document.get("event")
    if not event:
        return
    subject = write.add(meta, "subject", type="cpnat:event", uri=urn(document["id"]))
    write.add(subject, "name", _title(document))
    when = "/".join(time for time in (event["start"], event["end"]) if time)
    words = ", ".join(word for word in (when, event["place"]) if word)
    write.add_texts(subject, definition=words)


def _dateline(document: Content) -> str:
    dateline = document.get("dateline") or {}
    return f"{dateline['place']}, {dateline['date']}" if dateline.get("place") else ""


def _content_set(root: Any, document: Content) -> None:
    own = files.own_file(document)
    if own:
        _remote_content(root, own["renditions"])
        return
    html = body_html(document)
    if not html:
        return
    inline = write.add(write.add(root, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    inline.append(xhtml(str(html), title=_title(document), locale=document["locale"]))


def _remote_content(root: Any, renditions: Iterable[Content]) -> None:
    content = write.add(root, "contentSet")
    for each in renditions:
        seconds = each["duration"]
        write.add(
            content,
            "remoteContent",
            rendition=RENDITIONS.get(each["name"]),
            href=uri(each["href"]),
            contenttype=each["content_type"],
            size=each["size_in_bytes"],
            title=each["name"],
            width=each["width"],
            height=each["height"],
            duration=round(seconds) if seconds else None,
            durationunit="timeunit:seconds" if seconds else None,
        )


def _title(document: Content) -> str:
    return str(document.get("title") or document.get("name") or "")
