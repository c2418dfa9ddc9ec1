"""schema.org JSON-LD of a document, as search engines read it (https://developers.google.com/search/docs/appearance/structured-data).

A release is a `NewsArticle`, a blog post a `BlogPosting`; an event notice is an `Event` besides. A newsroom is an `Organization`,
an asset the media object that it is, a press kit a `CollectionPage`, a discussion a `DiscussionForumPosting` with comments.
Objects of files are made in `media_objects.py`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cms.newsroom.richtext import plain_text
from cms.syndication.formats import files
from cms.syndication.formats.facts import Content, newsroom_address, urn
from cms.syndication.formats.media_objects import given, images_of, media_object, media_objects

Node = dict[str, Any]

CONTEXT = "https://schema.org"
ARTICLES = {"BLOG_POST": "BlogPosting"}
"""Types of releases by kind; all others are `NewsArticle`."""
SECTIONS = {
    "PRESS_RELEASE": "Press release",
    "NEWS": "News",
    "BLOG_POST": "Blog",
    "STATEMENT": "Official statement",
    "EVENT": "Event",
}
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element, or a line of a script, is written as JSON's escape."""


def structured_data(
    document: Content, thread: Content | None = None, comments: Sequence[Content] = ()
) -> Node | list[Node]:
    """The JSON-LD of a document: one object, or a list of several. Of a thread: what discussions show of it."""
    match document["type"]:
        case "NEWSROOM":
            found: list[Node] = [_organization(document)]
        case "ASSET":
            found = [_asset(document)]
        case "PRESS_KIT":
            found = [_press_kit(document)]
        case "DISCUSSION":
            found = [_discussion(document, thread, comments)]
        case _:
            found = [*_event(document), _article(document)]
    nodes = [{"@context": CONTEXT, **node} for node in found]
    return nodes[0] if len(nodes) == 1 else nodes


def script_text(data: Any) -> str:
    """JSON to be printed as it is inside `<script type="application/ld+json">`: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "".join(ESCAPES.get(character, character) for character in text)


def _publisher(document: Content) -> Node:
    newsroom = document["newsroom"]
    return {"@type": "Organization", "name": newsroom["name"], "url": newsroom_address(document)}


def _person(person: Content) -> Node:
    organisation = (
        {"@type": "Organization", "name": person["organisation"]} if person["organisation"] else None
    )
    return {
        "@type": "Person",
        "name": person["name"],
        **given(identifier=urn(person["id"]), jobTitle=person["title"], worksFor=organisation),
    }


def _author(document: Content) -> Node:
    """A person where one is named, else the organisation."""
    person = document.get("byline") or document.get("host")
    return _person(person) if person else _publisher(document)


def _work(document: Content) -> Node:
    """What every work of a newsroom says of itself."""
    return {
        "@id": document["url"],
        "url": document["url"],
        "identifier": urn(document["id"]),
        "version": document["version"],
        "inLanguage": document["locale"],
        "datePublished": document["published_at"],
        "dateModified": document["updated_at"],
        "publisher": _publisher(document),
        **given(correction=_corrections(document), keywords=_keywords(document), about=_about(document)),
    }


def _corrections(document: Content) -> list[Node]:
    return [
        {"@type": "CorrectionComment", "text": each["note"], "datePublished": each["at"]}
        for each in document["corrections"]
    ]


def _keywords(document: Content) -> list[str]:
    words = [*(document.get("tags") or ()), *(document.get("keywords") or ())]
    return list(dict.fromkeys(words))


def _about(document: Content) -> list[Node]:
    topics: list[Node] = [
        {"@type": "Thing", "name": topic["name"], "identifier": urn(topic["id"])}
        for topic in document.get("topics") or ()
    ]
    return [*topics, *({"@type": "WebPage", "url": url} for url in document.get("about_urls") or ())]


def _article(document: Content) -> Node:
    rights = document["rights"]
    holder, terms = rights["copyright_holder"], rights["usage_terms"]
    return {
        "@type": ARTICLES.get(document["kind"], "NewsArticle"),
        **_work(document),
        "headline": document["title"],
        "author": _author(document),
        "mainEntityOfPage": {"@type": "WebPage", "@id": document["url"]},
        "isAccessibleForFree": True,
        "articleSection": SECTIONS[document["kind"]],
        **given(
            alternativeHeadline=document["subtitle"],
            description=document["summary"] or document["seo"]["description"],
            image=images_of(document["seo"]["image"] or document["hero"]),
            dateline=_dateline(document),
            copyrightHolder={"@type": "Organization", "name": holder} if holder else None,
            copyrightNotice=files.copyright_notice(rights),
            copyrightYear=int(document["published_at"][:4]),
            usageInfo={"@type": "CreativeWork", "text": terms} if terms else None,
            associatedMedia=media_objects(document),
        ),
    }


def _dateline(document: Content) -> str:
    dateline = document["dateline"]
    return f"{dateline['place']}, {dateline['date']}" if dateline["place"] else ""


def _event(document: Content) -> list[Node]:
    """The event that a notice announces; none as long as nobody knows when it is."""
    event = document.get("event")
    if not event or not event["start"]:
        return []
    mode = "OfflineEventAttendanceMode" if event["place"] else "OnlineEventAttendanceMode"
    online = {"@type": "VirtualLocation", "url": event["sign_up_url"] or document["url"]}
    place = {"@type": "Place", "name": event["place"], "address": event["place"]}
    return [
        {
            "@type": "Event",
            "@id": f"{document['url']}#event",
            "name": document["title"],
            "startDate": event["start"],
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "eventAttendanceMode": f"{CONTEXT}/{mode}",
            "location": place if event["place"] else online,
            "organizer": _publisher(document),
            "url": event["sign_up_url"] or document["url"],
            **given(
                endDate=event["end"],
                description=document["summary"],
                image=images_of(document["seo"]["image"] or document["hero"]),
            ),
        }
    ]


def _organization(newsroom: Content) -> Node:
    logo = files.picture(newsroom["logo"], "small")
    contacts = [
        {
            "@type": "ContactPoint",
            "contactType": "press",
            **given(name=person["name"], email=person["email"], telephone=person["phone"]),
        }
        for person in newsroom["contacts"]
        if person["email"] or person["phone"]
    ]
    return {
        "@type": "Organization",
        "@id": newsroom["url"],
        "name": newsroom["name"],
        "url": newsroom["url"],
        "identifier": urn(newsroom["id"]),
        **given(
            slogan=newsroom["tagline"],
            description=plain_text(newsroom["about"]) or newsroom["tagline"],
            logo=logo["href"] if logo else None,
            sameAs=[channel["url"] for channel in newsroom["channels"]],
            contactPoint=contacts,
        ),
    }


def _asset(asset: Content) -> Node:
    about = plain_text(asset["description"]) or asset["caption"]
    node = media_object(files.as_file(asset), page=asset["url"])
    work = _work(asset)
    return {**node, **work, **given(description=about, mainEntityOfPage=asset["url"])}


def _press_kit(kit: Content) -> Node:
    cover = kit["cover"]
    return {
        "@type": "CollectionPage",
        **_work(kit),
        "name": kit["title"],
        "author": _publisher(kit),
        **given(
            description=plain_text(kit["description"]),
            image=images_of(cover),
            hasPart=[media_object(shown.file, page=kit["url"]) for shown in files.shown_files(kit)],
        ),
    }


def _discussion(document: Content, thread: Content | None, comments: Sequence[Content]) -> Node:
    text = plain_text(document["opening"])
    count = thread["comment_count"] if thread else 0
    return {
        "@type": "DiscussionForumPosting",
        **_work(document),
        "headline": document["title"],
        "text": text or document["title"],
        "author": _author(document),
        "mainEntityOfPage": document["url"],
        "commentCount": count,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": f"{CONTEXT}/CommentAction",
            "userInteractionCount": count,
        },
        **given(comment=[_comment(each) for each in comments if each["state"] == "PUBLISHED"]),
    }


def _comment(comment: Content) -> Node:
    author = comment["author"]
    return {
        "@type": "Comment",
        "@id": comment["url"],
        "url": comment["url"],
        "text": plain_text(comment["body"]),
        "datePublished": comment["published_at"],
        "author": {"@type": "Person", "name": author["name"], **given(url=author["url"])},
        **given(dateModified=comment["edited_at"]),
    }
