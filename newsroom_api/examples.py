"""A small press room that does not exist, from which the examples of the contract are made.

Nothing is read from the database: the documents are built here, so that the examples change only with the contract.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from cms.errors import InvalidInput, NotFound, RateLimited, Withdrawn
from cms.ledger.document import Correction, ItemDocument
from cms.library.document import Image, PressKit, Video
from cms.media.document import ImageFields, Rendition
from cms.newsroom.document import (
    Boilerplate,
    Channel,
    Colours,
    Newsroom,
    NewsroomLink,
    Person,
    PersonLink,
    PersonRole,
    ThreadMode,
    Topic,
    TopicLink,
    TranslationLink,
)
from cms.releases.body import DocumentBlock, FactsBlock, HeadingBlock, ImageBlock, ParagraphBlock, QuoteBlock
from cms.releases.document import Dateline, Link, Release, ReleaseKind, ReleaseLink, Rights, Seo
from cms.syndication.shares.texts import share_content
from newsroom_api.errors import problem_of
from newsroom_api.file_examples import HERO, SHEET, SHELF
from newsroom_api.rest.answers import ItemEdition
from newsroom_api.talk_examples import FEEDS, SITE, talk_examples, uid, with_thread

PUBLISHED = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
CORRECTED = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ENVELOPE: dict[str, Any] = {
    "version": 1,
    "locale": "en",
    "published_at": PUBLISHED,
    "updated_at": PUBLISHED,
    "corrections": [],
}
CONTACT: dict[str, Any] = {
    "name": "Åsa Lind",
    "title": "Head of Press",
    "organisation": "Norrvind AB",
    "email": "asa.lind@norrvind.example",
    "phone": None,
    "role": PersonRole.PRESS_CONTACT,
    "photo": None,
}
WIND = TopicLink(id=uid("wind"), slug="wind-power", name="Wind power", ancestor_ids=[uid("energy")])
ABOUT = Boilerplate(
    title="About Norrvind", html="<p>Norrvind builds and runs wind farms in northern Sweden.</p>"
)
TRANSLATION = TranslationLink(id=uid("sv"), locale="sv", slug="vindpark-i-drift")
NEWSROOM = Newsroom(
    **ENVELOPE,
    id=uid("newsroom"),
    slug="norrvind",
    path="/norrvind",
    url=SITE,
    name="Norrvind",
    tagline="Wind power from the north",
    about="<p>News from Norrvind.</p>",
    logo=None,
    contacts=[PersonLink(id=uid("person"), **CONTACT)],
    channels=[Channel(service="LinkedIn", url="https://social.example/norrvind")],
    boilerplate=ABOUT,
    comment_mode=ThreadMode.PREMODERATED,
    comment_guidelines="<p>Keep to the subject.</p>",
    colours=Colours(primary="#0a5c36", accent=None),
    translations=[],
)
PERSON = Person(
    **ENVELOPE,
    id=uid("person"),
    **CONTACT,
    channels=[],
    topics=[WIND],
)
TOPIC = Topic(
    **ENVELOPE,
    id=WIND.id,
    slug=WIND.slug,
    name=WIND.name,
    description="Turbines, parks and the grid.",
    parent=TopicLink(id=uid("energy"), slug="energy", name="Energy", ancestor_ids=[]),
    ancestor_ids=WIND.ancestor_ids,
)
RELEASE = Release(
    **ENVELOPE
    | {
        "version": 2,
        "updated_at": CORRECTED,
        "corrections": [
            Correction(version=2, note="The park has twelve turbines, not eleven.", at=CORRECTED)
        ],
    },
    id=uid("release"),
    newsroom=NewsroomLink(id=NEWSROOM.id, slug="norrvind", name="Norrvind", locale="en"),
    kind=ReleaseKind.PRESS_RELEASE,
    slug="wind-farm-in-operation",
    path="/norrvind/wind-farm-in-operation",
    url=f"{SITE}/wind-farm-in-operation",
    title="Wind farm at Stora Blåsberget in operation",
    subtitle="Power for 30,000 homes",
    summary="The twelve turbines at Stora Blåsberget have begun to deliver power to the grid.",
    dateline=Dateline(place="Umeå", date=date(2026, 5, 4)),
    byline=None,
    hero=HERO,
    body=[
        ParagraphBlock(id=uid("b1"), html="<p>The first power reached the grid at six this morning.</p>"),
        HeadingBlock(id=uid("b2"), text="Twelve turbines", level=2),
        ImageBlock(id=uid("b3"), image=HERO, caption=HERO.caption),
        QuoteBlock(
            id=uid("b4"),
            text="We have waited for this wind.",
            speaker=PersonLink(id=uid("person"), **CONTACT),
            speaker_name="Åsa Lind",
            speaker_title="Head of Press",
        ),
        FactsBlock(id=uid("b5"), title="In short", facts=["12 turbines", "72 MW"]),
        DocumentBlock(id=uid("b6"), file=SHEET, title="Fact sheet", caption="The park in figures."),
    ],
    boilerplate=ABOUT,
    contacts=[PersonLink(id=uid("person"), **CONTACT)],
    images=[HERO],
    files=[SHEET],
    topics=[WIND],
    tags=["Västerbotten", "wind"],
    links=[Link(text="The permit", url="https://authority.example/permit")],
    related=[ReleaseLink(id=uid("earlier"), slug="building-begins", title="Building begins")],
    translations=[TRANSLATION],
    event=None,
    about_urls=[],
    pinned=False,
    rights=Rights(copyright_holder="Norrvind AB", usage_terms="Free for editorial use."),
    seo=Seo(title="Wind farm in operation", description="Twelve turbines deliver power.", image=HERO),
    comment_choice=ThreadMode.OPEN,
)
PLACE: dict[str, Any] = {
    "newsroom": RELEASE.newsroom,
    "topics": [WIND],
    "translations": [],
    "comment_choice": None,
}
IMAGE = Image(
    **ENVELOPE | PLACE | {name: getattr(HERO, name) for name in ImageFields.model_fields},
    id=uid("asset"),
    file_id=HERO.id,
    slug="turbines-at-dawn",
    path="/norrvind/turbines-at-dawn",
    url=f"{SITE}/turbines-at-dawn",
    description="<p>The park at Stora Blåsberget on the morning of its first day.</p>",
    tags=["press image"],
)
VIDEO = Video(
    **ENVELOPE | PLACE,
    id=uid("video-asset"),
    file_id=uid("video"),
    slug="the-first-turn",
    path="/norrvind/the-first-turn",
    url=f"{SITE}/the-first-turn",
    title="The first turn",
    description="",
    tags=[],
    caption="The rotor of the first turbine begins to turn.",
    credit="Karin Ek/Norrvind",
    copyright_holder="Norrvind AB",
    usage_terms="Free for editorial use with credit.",
    license_url="",
    expires_at=datetime(2028, 5, 4, 0, 0, tzinfo=UTC),
    digital_source_type="digitalCapture",
    ai_generated=False,
    keywords=[],
    created_on=date(2026, 5, 2),
    created_at=datetime(2026, 5, 3, 16, 0, tzinfo=UTC),
    sha256="d7" * 32,
    renditions=[
        Rendition(
            name="original",
            href=f"{SHELF}/recordings/d7d7d7d7/the-first-turn.mp4",
            content_type="video/mp4",
            width=1920,
            height=1080,
            size_in_bytes=18_402_113,
            sha256="d7" * 32,
            duration=24.5,
            bitrate=6_008_853,
            video_codec="h264",
            audio_codec="aac",
            poi=None,
        )
    ],
    duration=24.5,
    transcript="",
    poster=None,
    width=1920,
    height=1080,
)
PRESS_KIT = PressKit(
    **ENVELOPE | PLACE,
    id=uid("press-kit"),
    slug="press-kit",
    path="/norrvind/press-kit",
    url=f"{SITE}/press-kit",
    title="Press kit: Stora Blåsberget",
    description="<p>Pictures and figures for the opening of the park.</p>",
    cover=HERO,
    files=[HERO, SHEET],
    file_count=2,
    release=ReleaseLink(id=RELEASE.id, slug=RELEASE.slug, title=RELEASE.title),
)
EDITIONS = [
    ItemEdition(seq=41, version=1, action="ISSUED", note="", at=PUBLISHED, digest="5f" * 32),
    ItemEdition(
        seq=44,
        version=2,
        action="CORRECTED",
        note=RELEASE.corrections[0].note,
        at=CORRECTED,
        digest="a7" * 32,
    ),
]
CALM = {"official_statement": None, "median_answer_seconds": 5400}


def examples() -> dict[str, tuple[str, Any]]:
    """Name of each example to (component of the OpenAPI description, content)."""
    return {
        **talk_examples(),
        "release": ("Release", _whole_release()),
        "release-list": ("ReleaseList", _page([with_thread("release", RELEASE.card())])),
        "release-search": (
            "ReleaseList",
            _page([{"snippet": "<mark>Twelve</mark> turbines", **with_thread("release", RELEASE.card())}]),
        ),
        "release-fields": (
            "ReleaseSelection",
            {
                **RELEASE.model_dump(mode="json", include={"id", "title", "path"}),
                "share": share_content(_json(RELEASE), site=SITE),
            },
        ),
        "edition-list": ("EditionList", _page([_json(edition) for edition in EDITIONS])),
        "asset": ("Image", with_thread("asset", _json(IMAGE))),
        "asset-list": (
            "AssetList",
            _page([with_thread("asset", IMAGE.card()), with_thread("video-asset", VIDEO.card())]),
        ),
        "press-kit": ("PressKit", with_thread("press-kit", _json(PRESS_KIT))),
        "press-kit-list": ("PressKitList", _page([with_thread("press-kit", PRESS_KIT.card())])),
        "newsroom": ("Newsroom", _json(NEWSROOM) | CALM | FEEDS),
        "newsroom-list": ("NewsroomList", _page([NEWSROOM.card() | CALM | FEEDS])),
        "person": ("Person", _json(PERSON)),
        "person-list": ("PersonList", _page([PERSON.card()])),
        "topic": ("Topic", _json(TOPIC)),
        "topic-list": ("TopicList", _page([TOPIC.card()])),
        "item-moved": (
            "ItemLocation",
            {"moved_to": RELEASE.path, "item": _whole_release()},
        ),
        "problem-invalid-input": (
            "Problem",
            _problem(InvalidInput("A page holds 1 to 100 items.", field="page_size")),
        ),
        "problem-not-found": (
            "Problem",
            _problem(NotFound("Nothing public is at /norrvind/x.", field="path")),
        ),
        "problem-gone": ("Problem", _problem(_withdrawn())),
        "problem-rate-limited": (
            "Problem",
            _problem(RateLimited("600 requests a minute are allowed.", retry_after=23)),
        ),
    }


def _withdrawn() -> Withdrawn:
    return Withdrawn(
        "The item has been withdrawn.",
        reason="The figures were wrong.",
        withdrawn_at="2026-05-05T07:00:00Z",
        field="id",
    )


def _whole_release() -> dict[str, Any]:
    """The release as its own address shows it."""
    return with_thread("release", _json(RELEASE))


def _json(document: ItemDocument | ItemEdition) -> dict[str, Any]:
    return document.model_dump(mode="json")


def _page(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {"results": results, "next": None, "previous": None}


def _problem(error: Exception) -> Any:
    return json.loads(json.dumps(problem_of(error).as_json()))
