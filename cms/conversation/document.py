"""The public form of threads, comments and discussions. What is not named here is not public.

A discussion is an item, with a document in the ledger. Threads and comments are no items: their shapes are filled
from their rows by the selectors, which read nothing but what is named here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.conversation.contributions.document import Contribution
from cms.ledger.document import Columns, Document, Envelope, Html, ItemDocument, ItemType, Texts
from cms.newsroom.document import (
    COMMENT_CHOICE,
    NewsroomLink,
    PersonLink,
    ThreadMode,
    TopicLink,
    TranslationLink,
    newsroom_link,
    person_link,
    topic_facets,
    topic_link,
    translation_links,
)
from cms.newsroom.richtext import plain_text, public_html

if TYPE_CHECKING:
    from cms.conversation.models import ThreadPage

COMMENTABLE = (ItemType.RELEASE, ItemType.ASSET, ItemType.PRESS_KIT, ItemType.DISCUSSION)
"""The items that have a thread."""


class CommentKind(StrEnum):
    """What a comment is meant as, in its author's view."""

    QUESTION = "QUESTION"
    PRAISE = "PRAISE"
    CRITICISM = "CRITICISM"
    OTHER = "OTHER"


class Relation(StrEnum):
    """What the author of a comment is to the organisation, in the author's own words."""

    JOURNALIST = "JOURNALIST"
    BLOGGER = "BLOGGER"
    CUSTOMER = "CUSTOMER"
    INVESTOR = "INVESTOR"
    EMPLOYEE = "EMPLOYEE"
    OTHER = "OTHER"


class CommentState(StrEnum):
    """Whether a comment that has been public still is. What never was public is nowhere."""

    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"
    REMOVED = "REMOVED"


class CommentCounts(Document):
    """Published comments by kind."""

    question: int = Field(description="Questions.")
    praise: int = Field(description="Praise.")
    criticism: int = Field(description="Criticism.")
    other: int = Field(description="Other comments.")


class Thread(Document):
    """The conversation of an item."""

    id: UUID = Field(description="Id of the thread: a random UUID, the same in every API.")
    item_id: UUID = Field(description="Id of the item that it belongs to.")
    mode: ThreadMode = Field(description="Who may comment now, and when comments show.")
    comment_count: int = Field(description="Published comments.")
    counts: CommentCounts = Field(description="Published comments by kind.")
    answered_count: int = Field(description="Published comments that have an official answer.")
    reaction_count: int = Field(description="Reactions to all of them.")
    last_activity_at: AwareDatetime | None = Field(
        description="When a comment was last published; before the first, when the item was."
    )
    opens_at: AwareDatetime | None = Field(description="From when on comments are taken, if that is set.")
    closes_at: AwareDatetime | None = Field(description="Until when comments are taken, if that is set.")
    question_and_answer: bool = Field(description="Whether readers ask here and named experts answer.")


class ReactionCount(Document):
    """Reactions of one kind to a comment."""

    name: str = Field(description="Name of the reaction, such as `like`.")
    count: int = Field(description="How many visitors reacted so.")


class CommentAuthor(Document):
    """Who wrote a comment, as its author said; nobody's e-mail address."""

    name: str = Field(description="Name.")
    url: str | None = Field(
        description='The author\'s web address, if any: link to it with rel="nofollow ugc".'
    )
    organisation: str = Field(description="Organisation, if any.")
    title: str = Field(description="Title or position, if any.")
    relation: Relation | None = Field(
        description="What the author is to the organisation, in the author's own words."
    )
    verified: bool = Field(description="Whether a site with a log-in vouches for the author.")
    official: bool = Field(description="Whether the author speaks for the organisation: show a badge.")
    person_id: UUID | None = Field(description="For official answers: id of the person who speaks.")


class AnsweredBy(Document):
    """Who answered a comment for the organisation."""

    name: str = Field(description="Name.")
    title: str = Field(description="Title or position.")
    person_id: UUID | None = Field(description="Id of the person.")
    comment_id: UUID = Field(description="Id of the answer.")


class Comment(Document):
    """A comment. Of one that is public no more, only its place in the thread is left."""

    id: UUID = Field(description="Id of the comment: a random UUID, the same in every API.")
    thread_id: UUID = Field(description="Id of its thread.")
    item_id: UUID = Field(description="Id of the item whose thread it is.")
    parent_id: UUID | None = Field(
        description="Id of the comment that it replies to; null at the top of the thread."
    )
    depth: int = Field(description="How many comments it stands below: 0 at the top of the thread.")
    state: CommentState = Field(description="Whether it is still public.")
    kind: CommentKind = Field(description="What it is meant as.")
    author: CommentAuthor | None = Field(description="Who wrote it; null when it is public no more.")
    body: Html = Field(
        description="The text as HTML, safe to show as it is; empty when it is public no more."
    )
    language: str = Field(description="Language of the thread, as a BCP 47 tag.")
    published_at: AwareDatetime = Field(description="When it was first published.")
    edited_at: AwareDatetime | None = Field(description="When its author last changed it, if ever.")
    pinned: bool = Field(description="Whether an editor keeps it at the top.")
    reply_count: int = Field(description="Replies to it, directly.")
    reactions: list[ReactionCount] = Field(description="Reactions to it by name, the most frequent first.")
    reaction_count: int = Field(description="Reactions to it.")
    answered_at: AwareDatetime | None = Field(
        description="When the organisation first answered it, if it did."
    )
    answered_by: AnsweredBy | None = Field(description="Who answered it for the organisation.")
    statement_id: UUID | None = Field(
        description="For official answers: id of the statement that it links to."
    )
    attachments: list[Contribution] = Field(
        description="What its author added to it, as far as an editor has approved it."
    )
    url: str = Field(
        description="Its address on the web: that of the item, with the comment's id in `comment` and as `#comment-…`: "
        "show the part of the thread that it is in."
    )
    seq: int = Field(
        le=2**53 - 1, description="Number of its last public change: the order of the list of changes."
    )


class Discussion(ItemDocument):
    """A subject put up for discussion: an item made for its conversation alone."""

    source_model = "newsroom_conversation.ThreadPage"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "newsroom",
        "slug",
        "path",
        "url",
        "title",
        "host",
        "question_and_answer",
        "opens_at",
        "closes_at",
        "topics",
        "comment_choice",
        "translations",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"locale", "slug", "url", "title"})

    type: Literal[ItemType.DISCUSSION] = Field(
        ItemType.DISCUSSION, description="Says that this is a discussion."
    )
    newsroom: NewsroomLink = Field(description="The newsroom that hosts it.")
    slug: str = Field(description="Its own part of the address.")
    path: str = Field(description="Its address in this installation: `/newsroom/slug`.")
    url: str = Field(description="Its address on the web.")
    title: str = Field(description="What it is about.")
    opening: Html
    host: PersonLink | None
    experts: list[PersonLink] = Field(description="Who answers questions.")
    question_and_answer: bool
    opens_at: AwareDatetime | None
    closes_at: AwareDatetime | None
    topics: list[TopicLink]
    comment_choice: ThreadMode | None = Field(description=COMMENT_CHOICE)
    translations: list[TranslationLink] = Field(description="The discussion in other languages.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.title)

    def facets(self) -> set[tuple[str, str]]:
        people = [*self.experts, *([self.host] if self.host else [])]
        return topic_facets(self.topics) | {("person", str(person.id)) for person in people}

    def texts(self) -> Texts:
        people = [*self.experts, *([self.host] if self.host else [])]
        names = " ".join([*(person.name for person in people), *(topic.name for topic in self.topics)])
        return Texts(title=self.title, names=names, body=plain_text(self.opening))


def discussion_document(page: ThreadPage, envelope: Envelope) -> Discussion:
    """The public form of a discussion."""
    newsroom = page.newsroom
    return Discussion(
        **envelope.fields(),
        locale=page.locale.language_code,
        newsroom=newsroom_link(newsroom),
        slug=page.slug,
        path=f"/{newsroom.slug}/{page.slug}",
        url=page.public_address,
        title=page.title,
        opening=public_html(page.opening),
        host=person_link(page.host, envelope) if page.host else None,
        experts=[person_link(row.person, envelope) for row in page.experts.all()],
        question_and_answer=page.question_and_answer,
        opens_at=page.opens_at,
        closes_at=page.closes_at,
        topics=[topic_link(topic, envelope) for topic in page.topics.all()],
        comment_choice=page.comment_choice,
        translations=translation_links(page),
    )
