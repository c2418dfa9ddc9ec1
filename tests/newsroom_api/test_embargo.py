"""Nothing of what is not public shows on any public route: the same site answers the same with and without it.

Fifty items that are not public (drafts, scheduled, in a restricted newsroom) carry a marker word in every field.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.ledger.models import Heartbeat, Item
from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.newsroom.models import NewsroomPage, Person, Topic
from cms.releases.models import ReleaseContact, ReleasePage
from cms.syndication.shares.codes import code_of

MARKER = "zzyxembargo"
SITE = "http://testserver"
LISTS = ("newsrooms", "releases", "assets", "press-kits", "topics", "people")
FILTERED = (("assets", "file"), ("assets", "topic"), ("press-kits", "file"), ("press-kits", "release"))
FEEDS = ("rss.xml", "atom.xml", "feed.json")
SECTIONS = ("newsroom", "releases", "media", "press-kits", "discussions")
INTROSPECTION = "{__schema{types{name description fields{name description}}}}"


def marked(number: int) -> dict[str, Any]:
    """Fields of a hidden release, the marker in each."""
    return {
        "title": f"{MARKER} title {number}",
        "slug": f"{MARKER}-{number}",
        "subtitle": f"{MARKER} subtitle",
        "summary": f"{MARKER} summary",
        "dateline_place": MARKER,
        "body": json.dumps([{"type": "paragraph", "value": f"<p>{MARKER} body</p>"}]),
        "links": json.dumps(
            [{"type": "link", "value": {"text": MARKER, "url": f"https://{MARKER}.example/"}}]
        ),
        "event_place": MARKER,
        "copyright_holder": MARKER,
        "usage_terms": MARKER,
        "seo_title": MARKER,
        "search_description": MARKER,
        "canonical_url": f"https://{MARKER}.example/",
        "correction_note": MARKER,
        "withdrawal_reason": MARKER,
    }


@pytest.fixture
def public(
    make_release: Any, make_asset_page: Any, make_image: Any, newsroom: Any, person: Person, topic: Topic
) -> list[ReleasePage]:
    """What everybody may see: two releases, one of them withdrawn; an image of the other, and a press kit of it."""
    image = make_image("Vindkraft")
    first = make_release(
        "Vindpark i drift",
        slug="vindpark",
        topics=[topic],
        contacts=[ReleaseContact(person=person)],
        hero=image,
    )
    make_asset_page("Vindkraft", image=image)
    kit = PressKitPage(title="Vindkraft i bild", release=first, live=False)
    kit.rows = [PressKitRow(image=image)]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    withdrawn = make_release("Old news", slug="old-news")
    withdrawn.withdrawal_reason = "Wrong."
    withdrawn.unpublish()
    Heartbeat.objects.create(name="tick", at=timezone.now() + timedelta(hours=1))  # alive all the time
    return [first, withdrawn]


def hide(newsroom: NewsroomPage, locale: Any, make_image: Any) -> list[Any]:
    """Add the fifty items, and a person, a topic and an image that only they show; then assets and press kits."""
    person = Person.objects.create(
        name=f"{MARKER} person", title=MARKER, email=f"{MARKER}@a.example", locale=locale
    )
    topic = Topic.objects.create(
        name=f"{MARKER} topic", slug=f"{MARKER}-topic", description=MARKER, locale=locale
    )
    closed = newsroom.get_parent().add_child(
        instance=NewsroomPage(
            title=f"{MARKER} newsroom", slug=f"{MARKER}-newsroom", live=False, locale=locale
        )
    )
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    closed.save_revision().publish()
    image = make_image(f"{MARKER} image", alt=MARKER, caption=MARKER, credit=MARKER)
    pages = [closed]
    for number in range(50):
        kind, parent = number % 3, newsroom if number % 3 else closed
        page = ReleasePage(live=False, locale=locale, hero=image, **marked(number))
        page.topics = [topic]
        page.contacts = [ReleaseContact(person=person)]
        if kind == 1:
            page.go_live_at = timezone.now() + timedelta(days=1)
        parent.add_child(instance=page)
        revision = page.save_revision()
        if kind != 2:
            revision.publish()
        pages.append(page)
    for kind, parent in ((0, closed), (1, newsroom), (2, newsroom)):
        pages += [hide_asset(kind, parent, image, topic), hide_kit(kind, parent, image, topic)]
    return [*pages, person, topic, image]


def hide_asset(kind: int, parent: NewsroomPage, image: Any, topic: Topic) -> MediaAssetPage:
    """Add an asset, as `hide` does releases: in a newsroom that is not public, scheduled, or a draft."""
    page = MediaAssetPage(
        title=f"{MARKER} asset {kind}",
        slug=f"{MARKER}-asset-{kind}",
        description=f"<p>{MARKER}</p>",
        image=image,
        live=False,
        locale=parent.locale,
    )
    page.topics = [topic]
    page.tags.add(MARKER)
    return put(page, kind, parent)


def hide_kit(kind: int, parent: NewsroomPage, image: Any, topic: Topic) -> PressKitPage:
    """The same with a press kit."""
    page = PressKitPage(
        title=f"{MARKER} kit {kind}",
        slug=f"{MARKER}-kit-{kind}",
        description=f"<p>{MARKER}</p>",
        live=False,
        locale=parent.locale,
    )
    page.topics = [topic]
    page.rows = [PressKitRow(image=image)]
    return put(page, kind, parent)


def put(page: Any, kind: int, parent: NewsroomPage) -> Any:
    if kind == 1:
        page.go_live_at = timezone.now() + timedelta(days=1)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if kind != 2:
        revision.publish()
    return page


def routes(hidden: list[Any], uids: list[str]) -> list[tuple[str, str]]:
    """Every public address: (method, address), with what a stranger may guess of hidden things in all places."""
    words = [MARKER, "vindpark", f"{MARKER}-1", f'"{MARKER} title 1"', f"{MARKER[:5]}*"]
    slugs = [
        "vindpark",
        "old-news",
        f"{MARKER}-0",
        f"{MARKER}-1",
        f"{MARKER}-2",
        f"{MARKER}-newsroom",
        f"{MARKER}-topic",
        f"{MARKER}-asset-1",
        f"{MARKER}-kit-2",
    ]
    guesses = [
        *uids,
        *(str(thing.uid) for thing in hidden if hasattr(thing, "uid")),
        *(str(n) for n in range(1, 60)),
    ]
    rest = ["/api/v1", "/api/v1/openapi.json", "/api/v1/docs", "/api/", "/healthz", "/readyz"]
    rest += [f"/api/v1/{name}?search={quote(word)}" for name in LISTS for word in words]
    rest += [f"/api/v1/{name}?newsroom={MARKER}-newsroom" for name in LISTS]
    rest += [
        f"/api/v1/{name}{query}"
        for name in LISTS
        for query in ("", "?page_size=100", "?order_by=UPDATED", "?x=1")
    ]
    rest += [f"/api/v1/{name}/{guess}" for name in LISTS for guess in guesses]
    rest += [f"/api/v1/{name}/{guess}/editions" for name in LISTS[1:4] for guess in guesses]
    rest += [f"/api/v1/press-kits/{guess}.zip" for guess in guesses]
    rest += [f"/api/v1/releases/{guess}/kit.zip" for guess in guesses]
    rest += [
        f"/api/v1/releases?{name}={guess}"
        for name in ("topic", "person", "file")
        for guess in (*guesses[:8], *guesses[-64:-59])
    ]
    rest += [
        f"/api/v1/{name}?{by}={guess}" for name, by in FILTERED for guess in (*guesses[:4], *guesses[-64:-59])
    ]
    rest += [f"/api/v1/releases?slug={slug}" for slug in slugs] + [f"/api/v1/releases?tag={MARKER}"]
    rest += [f"/api/v1/items?path=/{slug}" for slug in slugs]
    rest += [
        f"/api/v1/items?path=/{room}/{slug}" for room in ("norrvind", f"{MARKER}-newsroom") for slug in slugs
    ]
    rest += [
        f"/api/v1/{name}{path}?{query}"
        for name in LISTS[1:4]
        for path in ("", *(f"/{guess}" for guess in guesses[:4]))
        for query in ("format=ninjs", "format=newsml", "fields=metadata")
    ]
    rest += ["/api/v1/changes", "/api/v1/changes?page_size=2", f"/api/v1/changes?newsroom={MARKER}-newsroom"]
    rest += [f"/api/v1/changes?topic={guess}" for guess in (*guesses[:8], *guesses[-64:-59])]
    rest += [f"/api/v1/preview?token=id={page.pk}:1abcde:x" for page in hidden[:5]]
    rest += [f"/feeds/{room}/{name}" for room in ("norrvind", slugs[5], "none") for name in FEEDS]
    rest += [f"/feeds/norrvind/{name}?{query}" for name in FEEDS for query in (f"tag={MARKER}", "kind=NEWS")]
    rest += [f"/feeds/threads/{guess}/atom.xml" for guess in guesses[:8]]
    rest += [f"/sitemaps/{room}/{name}.xml" for room in ("norrvind", slugs[5]) for name in SECTIONS]
    rest += ["/news-sitemap.xml", f"/sitemap.xml?newsroom={slugs[5]}", "/robots.txt", "/feeds/", "/sitemaps/"]
    rest += [f"/api/v1/releases/{guess}/release.txt" for guess in guesses]
    rest += [f"/api/v1/releases/{guess}/release.pdf" for guess in (*guesses[:12], *guesses[-64:-59])]
    rest += ["/.well-known/official-statements.json", "/api/v1/official-statements"]
    rest += [
        f"/api/v1/official-statements?about={about}"
        for about in (*slugs, *uids[:4], f"https://{MARKER}.example/")
    ]
    rest += [
        f"/oembed?url={SITE}/{room}/{slug}" for room in ("norrvind", f"{MARKER}-newsroom") for slug in slugs
    ]
    rest += [f"/oembed?url=https://{MARKER}.example/", f"/oembed?url={SITE}/norrvind/vindpark&format=xml"]
    rest += [f"/embed/{guess}" for guess in guesses] + [f"/embed/threads/{guess}" for guess in guesses[:8]]
    rest += [f"/s/{code_of(UUID(guess))}" for guess in guesses if len(guess) == 36]
    pages = ["/", "/norrvind", "/norrvind/", "/newsroom/preview/", "/feed", "/sitemap.xml"]
    pages += [f"/{slug}" for slug in slugs] + [
        f"/{room}/{slug}" for room in ("norrvind", slugs[5]) for slug in slugs
    ]
    return [("GET", address) for address in (*rest, *pages)]


def queries(uids: list[str]) -> list[str]:
    """GraphQL: every way to ask for items, right and wrong."""
    fields = "edges{cursor node{id}} totalCount pageInfo{hasNextPage endCursor}"
    asked = [
        INTROSPECTION,
        f"{{newsrooms{{{fields}}}}}",
        f"{{topics{{{fields}}}}}",
        f"{{people{{{fields}}}}}",
    ]
    asked += [f"{{assets{{{fields}}}}}", f"{{pressKits{{{fields}}}}}"]
    asked += ["{assets{nodes{id title releases{id title}}}}", f'{{assets(search:"{MARKER}"){{{fields}}}}}']
    asked += [f'{{asset(newsroom:"norrvind",slug:"{MARKER}-asset-1"){{id}}}}']
    asked += [f'{{pressKit(newsroom:"norrvind",slug:"{MARKER}-kit-1"){{id}}}}']
    asked += [f"{{releases{{{fields}}}}}", f'{{releases(search:"{MARKER}"){{{fields}}}}}']
    asked += [
        f'{{newsroom(slug:"{MARKER}-newsroom"){{id}}}}',
        f'{{item(path:"/norrvind/{MARKER}-1"){{__typename}}}}',
    ]
    asked += [f"{{{MARKER[:4]}}}", "{releases{edges{node{tittle}}}}", "{", ""]
    asked += [f'{{node(id:"{uid}"){{id}}}}' for uid in uids]
    return asked


def answers(client: Any, hidden: list[Any], uids: list[str]) -> dict[str, tuple[int, bytes]]:
    """(status, content with all headers) of every route. What tells the moment of the request is left out."""
    found = {}
    for method, address in routes(hidden, uids):
        response = client.generic(method, address)
        found[address] = (response.status_code, _seen(response))
    for query in queries(uids):
        response = client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")
        found[query] = (response.status_code, _seen(response))
    return found


def _seen(response: Any) -> bytes:
    """Content and headers, but for what differs between any two requests: nonces and cross-site tokens."""
    body = response.getvalue()
    content = re.sub(rb'(nonce-|nonce="|csrfmiddlewaretoken" value=")[^"\']+', rb"\1", body)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return re.sub(rb"nonce-[^']+", b"", headers.encode()) + b"\n" + content


def test_no_public_route_tells_of_what_is_not_public(client, public, newsroom, locale, make_image):
    uids = [str(uid) for uid in Item.objects.values_list("uid", flat=True)]
    client.raise_request_exception = False
    nobody = [Person(name="x"), Topic(name="x")]
    hidden = hide(newsroom, locale, make_image)
    assert ReleasePage.objects.filter(title__contains=MARKER).count() == 50
    assert sorted(str(uid) for uid in Item.objects.values_list("uid", flat=True)) == sorted(uids)
    with_hidden = answers(client, [*hidden, *nobody], uids)
    for address, (status, content) in with_hidden.items():
        told = content.replace(quote(address).encode(), b"").decode(errors="replace")  # archives are no text
        assert status < 500, (address, told[:500])
        assert MARKER not in _without_the_question(told, address), (address, told[:500])
    for thing in reversed(hidden):
        thing.delete()
    without = answers(client, [*hidden, *nobody], uids)
    different = [address for address in with_hidden if with_hidden[address] != without.get(address)]
    assert different == []


def _without_the_question(told: str, address: str) -> str:
    """The answer without the words of the question that it repeats (an error may name the slug asked for)."""
    asked = set(re.findall(rf"{MARKER}[\w-]*", address))
    for word in sorted(asked, key=len, reverse=True):
        told = told.replace(word, "")
    return told
