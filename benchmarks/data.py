"""The data that is measured: one newsroom with as many releases as wanted, of the size of real ones.

A release is published through the ledger; the others are made from its document, with words, topics, tags and times
of their own, and written in bulk. Random, but the same in every run.
"""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

SYLLABLES = [
    "vind",
    "kraft",
    "sol",
    "stål",
    "berg",
    "ström",
    "mark",
    "havs",
    "nät",
    "bolag",
    "skog",
    "bruk",
    "års",
    "rapport",
    "möte",
    "energi",
    "mil",
    "väg",
    "hus",
    "bygg",
]
KINDS = ["PRESS_RELEASE"] * 12 + ["NEWS"] * 5 + ["BLOG_POST"] * 2 + ["EVENT"]
PARAGRAPHS = 9
WORDS_IN_A_PARAGRAPH = 75
BATCH = 500
TAG_COUNT = 200
RARE_TAG = "sällsynt"
RARE_WORD = "zinkgruva"
"""One release in a thousand carries them."""


def fill(count: int, newsrooms: int = 1) -> None:
    """Make `count` releases, spread over the newsrooms. The database is migrated and empty."""
    from cms.ledger.models import Edition, Facet, Item
    from cms.ledger.services import search

    dice = random.Random(8)
    homes, topics, people = _published(newsrooms)
    pattern = Item.objects.filter(type="RELEASE").order_by("seq").first()
    words = _vocabulary(dice)
    began = datetime(2010, 1, 1, tzinfo=UTC)
    for start in range(1, count + 1, BATCH):
        items: list[Item] = []
        documents = []
        for number in range(start, min(start + BATCH, count + 1)):
            home = homes[number % len(homes)]
            document = _document(
                pattern, number, home, words, dice, began + timedelta(minutes=70 * number), topics, people
            )
            documents.append(document)
            items.append(_item(document, number, home))
        Item.objects.bulk_create(items)
        Edition.objects.bulk_create(
            Edition(
                seq=item.seq,
                item=item,
                version=1,
                action="ISSUED",
                digest=item.digest,
                issued_at=item.updated_at,
            )
            for item in items
        )
        Facet.objects.bulk_create(
            [
                Facet(item=item, name=name, value=value)
                for item, document in zip(items, documents, strict=True)
                for name, value in document.facets()
            ],
            batch_size=2000,
        )
        for item, document in zip(items, documents, strict=True):
            search.index(item, document.texts())


def _published(newsrooms: int) -> tuple[list[Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """Newsrooms, topics and people as items, and a release that names them: made the way editors make them."""
    from wagtail.models import Locale, Page

    from cms.ledger.models import Item
    from cms.newsroom.models import NewsroomPage, Person, Topic
    from cms.releases.models import ReleaseContact, ReleasePage

    locale = Locale.objects.get_or_create(language_code="sv")[0]
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    pages = [
        root.add_child(
            instance=NewsroomPage(title=f"Norrvind {n}", slug=f"norrvind-{n}", live=True, locale=locale)
        )
        for n in range(newsrooms)
    ]
    people = [
        Person.objects.create(
            name=f"Talesperson {n}",
            title="Presschef",
            email=f"p{n}@example.org",
            email_public=True,
            locale=locale,
        )
        for n in range(6)
    ]
    topics = [Topic.objects.create(name=f"Ämne {n}", slug=f"amne-{n}", locale=locale) for n in range(10)]
    release = ReleasePage(
        title="Mönster",
        summary="S" * 200,
        locale=locale,
        live=False,
        body=[("heading", {"text": "Rubrik", "level": "2"})][:0]
        + [("paragraph", "<p>Text.</p>")] * PARAGRAPHS,
    )
    release.topics = topics
    release.contacts = [ReleaseContact(person=person) for person in people]
    pages[0].add_child(instance=release)
    release.save_revision().publish()
    document = Item.objects.get(type="RELEASE").document
    homes = list(Item.objects.filter(type="NEWSROOM").order_by("slug"))
    return homes, document["topics"], document["contacts"]


def _vocabulary(dice: random.Random) -> list[str]:
    return ["".join(dice.sample(SYLLABLES, dice.choice((1, 2, 2, 3)))) for _ in range(6000)]


def _words(words: list[str], count: int, dice: random.Random) -> str:
    """Common words often, rare ones seldom."""
    return " ".join(words[int(len(words) * dice.random() ** 3)] for _ in range(count))


def _document(
    pattern: Any,
    number: int,
    home: Any,
    words: list[str],
    dice: random.Random,
    at: datetime,
    topics: Any,
    people: Any,
) -> Any:
    from cms.releases.document import Release

    slug = f"release-{number}"
    content = dict(pattern.document)
    content |= {
        "id": str(uuid.UUID(int=dice.getrandbits(128), version=4)),
        "published_at": at,
        "updated_at": at,
        "newsroom": {"id": home.uid, "slug": home.slug, "name": home.title, "locale": home.locale},
        "kind": dice.choice(KINDS),
        "slug": slug,
        "path": f"/{home.slug}/{slug}",
        "url": f"http://localhost:8000/{home.slug}/{slug}",
        "title": _words(words, 8, dice).capitalize(),
        "summary": _words(words, 28, dice).capitalize()[:280],
        "topics": dice.sample(topics, 2),
        "contacts": dice.sample(people, 2),
        "tags": sorted(
            {f"tagg-{int(TAG_COUNT * dice.random() ** 2)}" for _ in range(3)}
            | ({RARE_TAG} if number % 1000 == 7 else set())
        ),
        "pinned": number % 2000 == 11,
    }
    content["body"] = [
        block
        | {
            "id": str(uuid.UUID(int=dice.getrandbits(128), version=4)),
            "html": f"<p>{_words(words, WORDS_IN_A_PARAGRAPH, dice)}.</p>",
        }
        for block in content["body"]
    ]
    if number % 1000 == 7:
        content["body"][3]["html"] = f"<p>Vid {RARE_WORD} i Göteborg.</p>"
    return Release.model_validate(content)


def _item(document: Any, number: int, home: Any) -> Any:
    from cms.ledger.models import Item

    columns = document.columns()
    return Item(
        uid=document.id,
        source_type="bench",
        source_id=number,
        type="RELEASE",
        kind=columns.kind,
        newsroom=home,
        locale=document.locale,
        slug=columns.slug,
        title=columns.title,
        pinned=columns.pinned,
        state="USABLE",
        version=1,
        seq=1_000 + number,
        digest=document.digest(),
        published_at=document.published_at,
        updated_at=document.updated_at,
        card=document.card(),
        document=document.model_dump(mode="json"),
    )
