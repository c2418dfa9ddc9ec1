"""schema.org JSON-LD of a document, as search engines read it (https://developers.google.com/search/docs/appearance/structured-data).

A release is a `NewsArticle`, a blog post a `BlogPosting`; an event notice is an `Event` besides. A newsroom is an `Organization`,
an asset the media object that it is, a press kit a `CollectionPage`, a discussion a `DiscussionForumPosting`. Comments stand below what
they are about.
Objects of files are made in `media_objects.py`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

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


class Around(NamedTuple):
    """What a page knows besides its document. All of it may be missing."""

    newsroom: Content | None = None
    """The whole document of the item's newsroom: its address and logo are there."""
    thread: Content | None = None
    comments: Sequence[Content] = ()
    """Some comments of the thread."""


def structured_data(document: Content, around: Around) -> Node | list[Node]:
    """The JSON-LD of a document: one object, or a list of several."""
    publisher = None if document["type"] == "NEWSROOM" else _publisher(document, around.newsroom)
    match document["type"]:
        case "NEWSROOM":
            found: list[Node] = [_organization(document)]
        case "ASSET":
            found = [_asset(document)]
        case "PRESS_KIT":
            found = [_press_kit(document)]
        case "DISCUSSION":
            found = [_discussion(document)]
        case _:
            found = [*_event(document), _article(document)]
    for node in found if publisher else ():
        if node["@type"] == "Event":
            node["organizer"] = publisher
        else:
            node["publisher"] = publisher
            node.setdefault("author", publisher)
            node.update(_conversation(around))
    nodes = [{"@context": CONTEXT, **node} for node in found]
    return nodes[0] if len(nodes) == 1 else nodes


def script_text(data: Any) -> str:
    """JSON to be printed as it is inside `<script type="application/ld+json">`: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "".join(ESCAPES.get(character, character) for character in text)


def _publisher(document: Content, newsroom: Content | None) -> Node:
    logo = files.picture(newsroom["logo"], "small") if newsroom else None
    shown = given(width=logo["width"], height=logo["height"]) if logo else {}
    return {
        "@type": "Organization",
        "name": document["newsroom"]["name"],
        "url": newsroom["url"] if newsroom else newsroom_address(document),
        **given(logo={"@type": "ImageObject", "url": logo["href"], **shown} if logo else None),
    }


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
    """The person who is named; where nobody is, the organisation speaks."""
    person = document.get("byline") or document.get("host")
    return {"author": _person(person)} if person else {}


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
        **_author(document),
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
        **given(
            description=plain_text(kit["description"]),
            image=images_of(cover),
            hasPart=[media_object(shown.file, page=kit["url"]) for shown in files.shown_files(kit)],
        ),
    }


def _discussion(document: Content) -> Node:
    return {
        "@type": "DiscussionForumPosting",
        **_work(document),
        "headline": document["title"],
        "text": plain_text(document["opening"]) or document["title"],
        **_author(document),
        "mainEntityOfPage": document["url"],
    }


def _conversation(around: Around) -> Node:
    """How much is said about a work, and some of it. Nothing where nobody may comment."""
    if around.thread is None:
        return {}
    count = around.thread["comment_count"]
    return {
        "commentCount": count,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": f"{CONTEXT}/CommentAction",
            "userInteractionCount": count,
        },
        **given(comment=[_comment(each) for each in around.comments if each["state"] == "PUBLISHED"]),
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
