"""The public form of releases. What is not built here is not public."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from django.utils import timezone
from pydantic import AwareDatetime, Field

from cms.ledger.document import (
    Columns,
    Document,
    Envelope,
    ItemDocument,
    ItemLink,
    ItemType,
    Texts,
    walk,
)
from cms.ledger.filters import composed
from cms.ledger.models import Item
from cms.media.document import (
    AssetType,
    File,
    FileDocument,
    ImageFile,
    any_file,
    image_file,
    showable,
    without_mark,
)
from cms.newsroom.document import (
    COMMENT_CHOICE,
    Boilerplate,
    NewsroomLink,
    PersonLink,
    ThreadMode,
    TopicLink,
    TranslationLink,
    boilerplate,
    newsroom_link,
    person_link,
    topic_facets,
    topic_link,
    translation_links,
)
from cms.releases.body import Block, body_blocks

if TYPE_CHECKING:
    from cms.media.models import Asset, NewsroomImage
    from cms.releases.models import ReleasePage


class ReleaseKind(StrEnum):
    """What a release is."""

    PRESS_RELEASE = "PRESS_RELEASE"
    NEWS = "NEWS"
    BLOG_POST = "BLOG_POST"
    STATEMENT = "STATEMENT"
    EVENT = "EVENT"


class Dateline(Document):
    """Where and when the text is dated from."""

    place: str = Field(description="The place; empty when not given.")
    date: dt.date = Field(description="The date.")


class Event(Document):
    """When and where an event takes place."""

    start: AwareDatetime | None = Field(description="When it starts.")
    end: AwareDatetime | None = Field(description="When it ends.")
    place: str = Field(description="Where it takes place.")
    sign_up_url: str | None = Field(description="Where to sign up.")


class Link(Document):
    """Further reading on another site."""

    text: str = Field(description="The words of the link.")
    url: str = Field(description="Its address.")


class Rights(Document):
    """Who owns the text, and what others may do with it."""

    copyright_holder: str = Field(description="Who owns the copyright.")
    usage_terms: str = Field(description="What others may do with the text.")


class Seo(Document):
    """What search engines and social media show."""

    title: str = Field(description="Title for search engines.")
    description: str = Field(description="Description for search engines.")
    image: ImageFile | None = Field(description="Image for social media.")


class ReleaseLink(ItemLink):
    """A related release."""

    slug: str = Field(description="Its own part of the address.")
    title: str = Field(description="Its title.")


class Release(ItemDocument):
    """A press release, news item, blog post, statement or event notice."""

    source_model = "newsroom_releases.ReleasePage"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "newsroom",
        "kind",
        "slug",
        "path",
        "url",
        "title",
        "subtitle",
        "summary",
        "dateline",
        "byline",
        "hero",
        "topics",
        "tags",
        "event",
        "pinned",
        "translations",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"locale", "slug", "url", "title"})

    kinds = ReleaseKind
    asset_types = AssetType

    type: Literal[ItemType.RELEASE] = Field(ItemType.RELEASE, description="Says that this is a release.")
    newsroom: NewsroomLink = Field(description="The newsroom that published it.")
    kind: ReleaseKind
    slug: str = Field(description="Its own part of the address.")
    path: str = Field(description="Its address in this installation: `/newsroom/slug`.")
    url: str = Field(description="Its address on the web, the canonical one where the editor gave one.")
    title: str = Field(description="The title.")
    subtitle: str
    summary: str
    dateline: Dateline = Field(description="Where and when the text is dated from.")
    byline: PersonLink | None
    hero: ImageFile | None
    body: list[Block]
    boilerplate: Boilerplate | None = Field(description="The standing text about the organisation.")
    contacts: list[PersonLink] = Field(description="Whom the press may turn to.")
    images: list[ImageFile] = Field(description="Images to download.")
    files: list[File] = Field(description="Videos, sounds and documents to download.")
    topics: list[TopicLink]
    tags: list[str]
    links: list[Link]
    related: list[ReleaseLink] = Field(
        description="Other releases that readers should see, as far as they are public."
    )
    translations: list[TranslationLink] = Field(description="The release in other languages.")
    event: Event | None = Field(description="For events: when and where.")
    about_urls: list[str]
    pinned: bool
    comment_choice: ThreadMode | None = Field(description=COMMENT_CHOICE)
    rights: Rights = Field(description="Who owns the text, and what others may do with it.")
    seo: Seo = Field(description="What search engines and social media show.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.title, kind=self.kind, pinned=self.pinned)

    def facets(self) -> set[tuple[str, str]]:
        inside = list(walk(self))
        return (
            topic_facets(self.topics)
            | {("tag", composed(tag).casefold()) for tag in self.tags}
            | {("person", str(part.id)) for part in inside if isinstance(part, PersonLink)}
            | {("asset", part.type) for part in inside if isinstance(part, FileDocument)}  # type: ignore[attr-defined]
        )

    def texts(self) -> Texts:
        people = {part.name for part in walk(self) if isinstance(part, PersonLink)}
        return Texts(
            title=self.title,
            lead=" ".join([self.subtitle, self.summary, *self.tags]),
            names=" ".join([*sorted(people), *(topic.name for topic in self.topics)]),
            body=" ".join(words for block in self.body if (words := block.words())),
        )


def release_document(page: ReleasePage, envelope: Envelope) -> Release:
    """The public form of a release."""
    newsroom = page.newsroom
    files = [any_file(row.asset, envelope) for row in page.assets.all() if showable(row.asset)]
    return Release(
        **envelope.fields(),
        locale=page.locale.language_code,
        newsroom=newsroom_link(newsroom),
        kind=ReleaseKind(page.kind),
        slug=page.slug,
        path=f"/{newsroom.slug}/{page.slug}",
        url=page.public_address,
        title=page.title,
        subtitle=page.subtitle,
        summary=page.summary,
        dateline=Dateline(place=page.dateline_place, date=page.dateline_date or _day(envelope)),
        byline=person_link(page.byline, envelope) if page.byline else None,
        hero=image_file(page.hero, envelope) if showable(page.hero) else None,
        body=body_blocks(page.body, envelope),
        boilerplate=boilerplate(page.boilerplate or newsroom.boilerplate),
        contacts=[person_link(row.person, envelope) for row in page.contacts.all()],
        images=[file for file in files if isinstance(file, ImageFile)],
        files=[file for file in files if not isinstance(file, ImageFile)],
        topics=[topic_link(topic, envelope) for topic in page.topics.all()],
        tags=sorted(tag.name for tag in page.tags.all()),
        links=[Link(text=block.value["text"], url=block.value["url"]) for block in page.links],
        related=_related(page),
        translations=translation_links(page),
        event=_event(page),
        about_urls=[str(block.value) for block in page.about_urls],
        pinned=page.pinned,
        comment_choice=page.comment_choice,
        rights=Rights(
            copyright_holder=without_mark(page.copyright_holder) or newsroom.title,
            usage_terms=page.usage_terms,
        ),
        seo=_seo(page, envelope),
    )


def assets_of(page: ReleasePage) -> Iterator[Asset]:
    """Every asset that the document of a release may show."""
    people = [page.byline, *(row.person for row in page.contacts.all())]
    yield from (person.photo for person in people if person and person.photo)
    yield from (image for image in (page.hero, page.social_image) if image)
    yield from (row.asset for row in page.assets.all() if row.asset)
    for block in page.body:
        yield from assets_in(block.block_type, block.value)


def assets_in(block_type: str, value: Any) -> Iterator[Asset]:
    """Every asset that a block of the body may show."""
    if block_type in ("video", "audio", "document") and value["file"]:
        yield value["file"]
    yield from images_in(block_type, value)


def images_in(block_type: str, value: Any) -> Iterator[NewsroomImage]:
    """Every image that a block of the body may show."""
    if block_type == "image" and value["image"]:
        yield value["image"]
    elif block_type == "gallery":
        yield from (image for image in value["images"] if image)
    elif block_type == "video" and value["poster"]:
        yield value["poster"]
    elif block_type == "quote" and value["speaker"] and value["speaker"].photo:
        yield value["speaker"].photo


def _day(envelope: Envelope) -> dt.date:
    """The day of the site's own time zone: the admin runs in that of each editor, the worker in none's."""
    return envelope.published_at.astimezone(timezone.get_default_timezone()).date()


def _related(page: ReleasePage) -> list[ReleaseLink]:
    ids = [row.target_id for row in page.related.all()]
    items = {
        item.source_id: item
        for item in Item.objects.filter(source_type="page", source_id__in=ids, state=Item.State.USABLE)
    }
    return [
        ReleaseLink(id=items[pk].uid, slug=items[pk].slug, title=items[pk].title) for pk in ids if pk in items
    ]


def _event(page: ReleasePage) -> Event | None:
    if page.kind != ReleaseKind.EVENT:
        return None
    return Event(
        start=page.event_start,
        end=page.event_end,
        place=page.event_place,
        sign_up_url=page.event_sign_up_url or None,
    )


def _seo(page: ReleasePage, envelope: Envelope) -> Seo:
    image = next((image for image in (page.social_image, page.hero) if showable(image)), None)
    return Seo(
        title=page.seo_title or page.title,
        description=page.search_description or page.summary,
        image=image_file(image, envelope) if image else None,
    )
