"""The public form of newsrooms, people and topics."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from cms.conf import newsroom as conf
from cms.ledger.document import Columns, Document, Envelope, Html, ItemDocument, ItemLink, ItemType, Texts
from cms.ledger.services import envelope_of, translations_of
from cms.media.document import ImageFile, image_file, showable
from cms.newsroom.richtext import plain_text, public_html

if TYPE_CHECKING:
    from cms.newsroom.models import Boilerplate as BoilerplateModel
    from cms.newsroom.models import Channel as ChannelModel
    from cms.newsroom.models import NewsroomPage
    from cms.newsroom.models import Person as PersonModel
    from cms.newsroom.models import Topic as TopicModel


class ThreadMode(StrEnum):
    """Who may comment, and when comments show."""

    OPEN = "OPEN"
    PREMODERATED = "PREMODERATED"
    CLOSED = "CLOSED"
    OFF = "OFF"


COMMENT_CHOICE = "Who may comment, where the item says otherwise than its newsroom; null: as the newsroom."


class PersonRole(StrEnum):
    """What a person does for the press."""

    SPOKESPERSON = "SPOKESPERSON"
    PRESS_CONTACT = "PRESS_CONTACT"
    OTHER = "OTHER"


class Channel(Document):
    """An address in a social network or elsewhere."""

    service: str = Field(description="Name of the service, such as `LinkedIn`.")
    url: str = Field(description="Address of the profile or page.")


class Boilerplate(Document):
    """The standing text about the organisation that ends a release."""

    source_model = "newsroom.Boilerplate"

    title: str
    html: Html = Field(description="The text as HTML.")


class NewsroomLink(ItemLink):
    """The newsroom of an item."""

    slug: str = Field(description="The newsroom's part of every address in it.")
    name: str = Field(description="Name of the newsroom.")
    locale: str = Field(description="Language of the newsroom, as a BCP 47 tag.")


class TranslationLink(ItemLink):
    """The same item in another language."""

    locale: str = Field(description="Language, as a BCP 47 tag.")
    slug: str = Field(description="Its own part of the address.")


class TopicLink(ItemLink):
    """A topic of an item."""

    slug: str = Field(description="The topic's part of an address.")
    name: str = Field(description="Name of the topic.")
    ancestor_ids: list[UUID] = Field(description="Ids of the topics above it, from the top.")


class PersonLink(ItemLink):
    """A person whom an item names."""

    name: str = Field(description="Full name.")
    title: str = Field(description="Title or position.")
    organisation: str = Field(description="Organisation.")
    email: str | None = Field(description="Public e-mail address, if any.")
    phone: str | None = Field(description="Public telephone number, if any.")
    role: PersonRole = Field(description="What the person does for the press.")
    photo: ImageFile | None = Field(description="Portrait.")


class Colours(Document):
    """The newsroom's colours, for frontends that show several newsrooms."""

    primary: str | None = Field(description="Main colour as `#rrggbb`.")
    accent: str | None = Field(description="Second colour as `#rrggbb`.")


class Newsroom(ItemDocument):
    """A brand's press room in one language."""

    source_model = "newsroom.NewsroomPage"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "slug",
        "path",
        "url",
        "name",
        "tagline",
        "logo",
        "translations",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"locale", "slug", "url", "name", "boilerplate"})

    type: Literal[ItemType.NEWSROOM] = Field(ItemType.NEWSROOM, description="Says that this is a newsroom.")
    slug: str = Field(description="The newsroom's part of every address in it.")
    path: str = Field(description="Its address in this installation: `/slug`.")
    url: str = Field(description="Its address on the web.")
    name: str = Field(description="Name of the newsroom.")
    tagline: str
    about: Html
    logo: ImageFile | None
    contacts: list[PersonLink] = Field(description="Whom the press may turn to.")
    channels: list[Channel] = Field(description="Where else the organisation speaks.")
    boilerplate: Boilerplate | None = Field(description="The standing text that its releases end with.")
    comment_mode: ThreadMode
    comment_guidelines: Html
    colours: Colours = Field(description="Its colours.")
    translations: list[TranslationLink] = Field(description="The newsroom in other languages.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.name, by_name=True)

    def facets(self) -> set[tuple[str, str]]:
        return {("person", str(person.id)) for person in self.contacts}

    def texts(self) -> Texts:
        names = " ".join(person.name for person in self.contacts)
        return Texts(title=self.name, lead=self.tagline, names=names, body=plain_text(self.about))


class Person(ItemDocument):
    """A spokesperson, a press contact, or somebody quoted."""

    source_model = "newsroom.Person"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "name",
        "title",
        "organisation",
        "email",
        "phone",
        "role",
        "photo",
        "channels",
        "topics",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset(
        {"name", "title", "organisation", "email", "phone", "role", "photo"}
    )

    type: Literal[ItemType.PERSON] = Field(ItemType.PERSON, description="Says that this is a person.")
    name: str
    title: str
    organisation: str
    email: str | None
    phone: str | None
    role: PersonRole
    photo: ImageFile | None
    channels: list[Channel] = Field(description="Where else the person speaks.")
    topics: list[TopicLink] = Field(description="What the person can speak about.")

    def columns(self) -> Columns:
        return Columns(slug="", title=self.name, by_name=True)

    def facets(self) -> set[tuple[str, str]]:
        return topic_facets(self.topics)

    def texts(self) -> Texts:
        return Texts(title=self.name, lead=f"{self.title} {self.organisation}")


class Topic(ItemDocument):
    """A subject in the tree of topics."""

    source_model = "newsroom.Topic"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "slug",
        "name",
        "description",
        "parent",
        "ancestor_ids",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"slug", "name", "ancestor_ids"})

    type: Literal[ItemType.TOPIC] = Field(ItemType.TOPIC, description="Says that this is a topic.")
    slug: str
    name: str
    description: str
    parent: TopicLink | None
    ancestor_ids: list[UUID] = Field(description="Ids of the topics above it, from the top.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.name, by_name=True)

    def facets(self) -> set[tuple[str, str]]:
        return topic_facets([self.parent]) if self.parent else set()

    def texts(self) -> Texts:
        return Texts(title=self.name, lead=self.description)


def topic_facets(topics: list[TopicLink]) -> set[tuple[str, str]]:
    """The topics and all above them: a list of a topic shows what is filed under its subtopics too."""
    return {("topic", str(uid)) for topic in topics for uid in (topic.id, *topic.ancestor_ids)}


def newsroom_document(page: NewsroomPage, envelope: Envelope) -> Newsroom:
    """The public form of a newsroom."""
    return Newsroom(
        **envelope.fields(),
        locale=page.locale.language_code,
        slug=page.slug,
        path=f"/{page.slug}",
        url=page.public_address,
        name=page.title,
        tagline=page.tagline,
        about=public_html(page.about),
        logo=image_file(page.logo, envelope) if showable(page.logo) else None,
        contacts=[person_link(row.person, envelope) for row in page.contacts.all()],
        channels=channels(page.channels.all()),
        boilerplate=boilerplate(page.boilerplate),
        comment_mode=ThreadMode(page.comment_mode),
        comment_guidelines=public_html(page.comment_guidelines),
        colours=Colours(primary=page.primary_colour or None, accent=page.accent_colour or None),
        translations=translation_links(page),
    )


def person_document(person: PersonModel, envelope: Envelope) -> Person:
    """The public form of a person: an internal address or number never gets here."""
    return Person(
        **envelope.fields(),
        **person_fields(person, envelope),
        locale=person.locale.language_code,
        channels=channels(person.channels.all()),
        topics=[topic_link(topic, envelope) for topic in person.topics.all()] if person.pk else [],
    )


def topic_document(topic: TopicModel, envelope: Envelope) -> Topic:
    """The public form of a topic."""
    ancestors = topic.ancestors()
    return Topic(
        **envelope.fields(),
        locale=topic.locale.language_code,
        slug=topic.slug,
        name=topic.name,
        description=topic.description,
        parent=topic_link(ancestors[-1], envelope) if ancestors else None,
        ancestor_ids=[ancestor.uid for ancestor in ancestors],
    )


def newsroom_link(page: NewsroomPage) -> NewsroomLink:
    """A newsroom as its items name it."""
    return NewsroomLink(
        id=envelope_of(page).id, slug=page.slug, name=page.title, locale=page.locale.language_code
    )


def person_link(person: PersonModel, envelope: Envelope) -> PersonLink:
    """A person as other items name them; naming makes the person public."""
    envelope.named[person.uid] = person
    return PersonLink(id=person.uid, **person_fields(person, envelope))


def topic_link(topic: TopicModel, envelope: Envelope) -> TopicLink:
    """A topic as other items name it; naming makes it, and what is above it, public."""
    ancestors = topic.ancestors()
    envelope.named.update({named.uid: named for named in (*ancestors, topic)})
    return TopicLink(id=topic.uid, slug=topic.slug, name=topic.name, ancestor_ids=[a.uid for a in ancestors])


def person_fields(person: PersonModel, envelope: Envelope) -> dict[str, object]:
    """What every mention of a person shows."""
    return {
        "name": person.name,
        "title": person.title,
        "organisation": person.organisation,
        "email": person.email if person.email and person.email_public else None,
        "phone": person.phone if person.phone and person.phone_public else None,
        "role": PersonRole(person.role),
        "photo": image_file(person.photo, envelope) if showable(person.photo) else None,
    }


def channels(rows: Iterable[ChannelModel]) -> list[Channel]:
    """Addresses elsewhere, in the editor's order."""
    return [Channel(service=row.service, url=row.url) for row in rows]


def boilerplate(source: BoilerplateModel | None) -> Boilerplate | None:
    """The standing text, if there is one."""
    return Boilerplate(title=source.title, html=public_html(source.text)) if source else None


def translation_links(page: NewsroomPage) -> list[TranslationLink]:
    """The same page in other languages, as far as they are public."""
    return [
        TranslationLink(id=item.uid, locale=item.locale, slug=item.slug) for item in translations_of(page)
    ]


def site_address(path: str) -> str:
    """An absolute address on this site."""
    return f"{conf.BASE_URL}{path}"
