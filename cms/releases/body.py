"""The public form of the blocks of a body.

A field name has one type and one nullability in all blocks, so that they can be queried together.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from pydantic import Field

from cms.ledger.document import Document, Envelope, Html
from cms.media.document import (
    AudioFile,
    DocumentFile,
    ImageFile,
    VideoFile,
    document_file,
    image_file,
    recording_file,
    showable,
)
from cms.media.embeds import stored_embed
from cms.newsroom.document import PersonLink, person_link
from cms.newsroom.richtext import plain_text, public_html, sanitise


class BlockType(StrEnum):
    """What a block of the body is."""

    HEADING = "HEADING"
    PARAGRAPH = "PARAGRAPH"
    QUOTE = "QUOTE"
    FACTS = "FACTS"
    IMAGE = "IMAGE"
    GALLERY = "GALLERY"
    VIDEO = "VIDEO"
    AUDIO = "AUDIO"
    DOCUMENT = "DOCUMENT"
    EMBED = "EMBED"
    TABLE = "TABLE"
    CTA = "CTA"


class BlockDocument(Document):
    """What every block has."""

    id: UUID = Field(
        description="Id of the block: its own in all the world, and stable while the release is edited."
    )

    def words(self) -> str:
        """What search reads."""
        return ""


class HeadingBlock(BlockDocument):
    """A heading inside the text."""

    type: Literal[BlockType.HEADING] = Field(BlockType.HEADING, description="Says that this is a heading.")
    text: str = Field(description="The heading.")
    level: int = Field(description="Its level, 2 to 4: 1 is the title of the release.")

    def words(self) -> str:
        return self.text


class ParagraphBlock(BlockDocument):
    """A piece of running text: paragraphs and lists."""

    type: Literal[BlockType.PARAGRAPH] = Field(
        BlockType.PARAGRAPH, description="Says that this is running text."
    )
    html: Html = Field(description="The text as HTML, sanitised.")

    def words(self) -> str:
        return plain_text(self.html)


class QuoteBlock(BlockDocument):
    """What somebody says."""

    type: Literal[BlockType.QUOTE] = Field(BlockType.QUOTE, description="Says that this is a quote.")
    text: str = Field(description="What is said, without quotation marks.")
    speaker: PersonLink | None = Field(description="Who says it, when that person has an entry of their own.")
    speaker_name: str = Field(description="Name of who says it; empty when nobody is named.")
    speaker_title: str = Field(description="Title of who says it.")

    def words(self) -> str:
        return f"{self.text} {self.speaker_name}"


class FactsBlock(BlockDocument):
    """Facts in short."""

    type: Literal[BlockType.FACTS] = Field(BlockType.FACTS, description="Says that these are facts.")
    title: str = Field(description="Heading; empty when there is none.")
    facts: list[str] = Field(description="The facts, each a sentence or a figure.")

    def words(self) -> str:
        return " ".join([self.title, *self.facts])


class ImageBlock(BlockDocument):
    """An image inside the text."""

    type: Literal[BlockType.IMAGE] = Field(BlockType.IMAGE, description="Says that this is an image.")
    image: ImageFile = Field(description="The image.")
    caption: str = Field(description="The text to print with it.")

    def words(self) -> str:
        return f"{self.caption} {self.image.alt}"


class GalleryBlock(BlockDocument):
    """Several images together."""

    type: Literal[BlockType.GALLERY] = Field(BlockType.GALLERY, description="Says that this is a gallery.")
    title: str = Field(description="Heading; empty when there is none.")
    images: list[ImageFile] = Field(description="The images.")

    def words(self) -> str:
        return " ".join([self.title, *(image.caption for image in self.images)])


class VideoBlock(BlockDocument):
    """A video file."""

    type: Literal[BlockType.VIDEO] = Field(BlockType.VIDEO, description="Says that this is a video.")
    file: VideoFile = Field(description="The file.")
    poster: ImageFile | None = Field(description="Shown before the video plays.")
    title: str = Field(description="Title of the video.")
    caption: str = Field(description="The text to print with it.")
    transcript: str = Field(description="What is said in it.")

    def words(self) -> str:
        return f"{self.title} {self.caption} {self.transcript}"


class AudioBlock(BlockDocument):
    """A sound file."""

    type: Literal[BlockType.AUDIO] = Field(BlockType.AUDIO, description="Says that this is a sound.")
    file: AudioFile = Field(description="The file.")
    title: str = Field(description="Title of the sound.")
    caption: str = Field(description="The text to print with it.")
    transcript: str = Field(description="What is said in it.")

    def words(self) -> str:
        return f"{self.title} {self.caption} {self.transcript}"


class DocumentBlock(BlockDocument):
    """A document to download."""

    type: Literal[BlockType.DOCUMENT] = Field(BlockType.DOCUMENT, description="Says that this is a document.")
    file: DocumentFile = Field(description="The file.")
    title: str = Field(description="Title of the document.")
    caption: str = Field(description="What the document is.")

    def words(self) -> str:
        return f"{self.title} {self.caption}"


class EmbedBlock(BlockDocument):
    """Something from another site. Ask readers for consent before loading it."""

    type: Literal[BlockType.EMBED] = Field(BlockType.EMBED, description="Says that this is an embed.")
    url: str = Field(description="Address of the original.")
    title: str = Field(description="Its title; empty when unknown.")
    caption: str = Field(description="The text to print with it.")
    provider: str = Field(description="Name of the other site; empty when unknown.")
    thumbnail_url: str | None = Field(
        description="A picture of it on the other site, so that loading it tells that site of the reader too."
    )
    html: Html = Field(
        description="A frame that plays it, to be put on the page after consent; empty when there is only the link."
    )
    width: int | None = Field(description="Width of the player in pixels; null when it takes what there is.")
    height: int | None = Field(description="Height of the player in pixels; null when unknown.")

    def words(self) -> str:
        return f"{self.title} {self.caption}"


class TableCell(Document):
    """A cell of a table."""

    text: str = Field(description="What is in the cell.")
    header: bool = Field(description="Whether it heads its row or column.")


class TableRow(Document):
    """A row of a table."""

    cells: list[TableCell] = Field(description="Its cells, from the left.")


class TableBlock(BlockDocument):
    """A table."""

    type: Literal[BlockType.TABLE] = Field(BlockType.TABLE, description="Says that this is a table.")
    caption: str = Field(description="The text to print with it.")
    rows: list[TableRow] = Field(description="Its rows, from the top.")

    def words(self) -> str:
        return " ".join([self.caption, *(cell.text for row in self.rows for cell in row.cells)])


class CtaBlock(BlockDocument):
    """A button."""

    type: Literal[BlockType.CTA] = Field(BlockType.CTA, description="Says that this is a button.")
    text: str = Field(description="The words on it.")
    url: str = Field(description="Where it leads.")

    def words(self) -> str:
        return self.text


Block = Annotated[
    HeadingBlock
    | ParagraphBlock
    | QuoteBlock
    | FactsBlock
    | ImageBlock
    | GalleryBlock
    | VideoBlock
    | AudioBlock
    | DocumentBlock
    | EmbedBlock
    | TableBlock
    | CtaBlock,
    Field(discriminator="type"),
]


def body_blocks(body: Iterable[Any], envelope: Envelope) -> list[Block]:
    """The public blocks of a StreamField value. A block whose image or file was deleted is left out.

    Wagtail copies block ids with the page, to translations too: the item's id makes them unique.
    """
    blocks = (
        _block(child.block_type, child.value, uuid5(envelope.id, str(child.id or number)), envelope)
        for number, child in enumerate(body)
    )
    return [block for block in blocks if block is not None]


def embed_addresses(body: Iterable[Any]) -> list[str]:
    """The addresses of a body's embeds, as far as they are filled in."""
    return [child.value["url"] for child in body if child.block_type == "embed" and child.value["url"]]


def _block(kind: str, value: Any, uid: UUID, envelope: Envelope) -> Block | None:
    match kind:
        case "heading":
            return HeadingBlock(id=uid, text=value["text"], level=int(value["level"] or 2))
        case "paragraph":
            return ParagraphBlock(id=uid, html=public_html(value.source))
        case "quote":
            return _quote(value, uid, envelope)
        case "facts":
            return FactsBlock(
                id=uid, title=value["title"] or "", facts=[str(fact) for fact in value["facts"]]
            )
        case "image" if showable(value["image"]):
            caption = value["caption"] or value["image"].caption
            return ImageBlock(id=uid, image=image_file(value["image"], envelope), caption=caption)
        case "gallery":
            images = [image_file(image, envelope) for image in value["images"] if showable(image)]
            return GalleryBlock(id=uid, title=value["title"] or "", images=images)
        case "video" if showable(value["file"]):
            poster = image_file(value["poster"], envelope) if showable(value["poster"]) else None
            return VideoBlock(id=uid, poster=poster, **_recording(value, envelope))
        case "audio" if showable(value["file"]):
            return AudioBlock(id=uid, **_recording(value, envelope))
        case "document" if showable(value["file"]):
            file = document_file(value["file"], envelope)
            return DocumentBlock(
                id=uid, file=file, title=value["title"] or file.title, caption=value["caption"] or ""
            )
        case "embed":
            return _embed(value, uid)
        case "table":
            return TableBlock(id=uid, caption=value["caption"] or "", rows=_rows(value["table"] or {}))
        case "cta":
            return CtaBlock(id=uid, text=value["text"], url=value["url"])
    return None


def _quote(value: Any, uid: UUID, envelope: Envelope) -> QuoteBlock:
    speaker = person_link(value["speaker"], envelope) if value["speaker"] else None
    return QuoteBlock(
        id=uid,
        text=value["text"],
        speaker=speaker,
        speaker_name=value["speaker_name"] or (speaker.name if speaker else ""),
        speaker_title=value["speaker_title"] or (speaker.title if speaker else ""),
    )


def _recording(value: Any, envelope: Envelope) -> dict[str, Any]:
    file = recording_file(value["file"], envelope)
    return {
        "file": file,
        "title": value["title"] or file.title,
        "caption": value["caption"] or file.caption,
        "transcript": value["transcript"] or file.transcript,
    }


def _embed(value: Any, uid: UUID) -> EmbedBlock:
    """What is known of the embed from when it was saved; nothing is fetched here."""
    known = stored_embed(value["url"])
    return EmbedBlock(
        id=uid,
        url=value["url"],
        title=value["title"] or (known.title if known else ""),
        caption=value["caption"] or "",
        provider=known.provider_name if known else "",
        thumbnail_url=(known.thumbnail_url or None) if known else None,
        html=known.html if known else "",
        width=known.width if known else None,
        height=known.height if known else None,
    )


def _rows(table: dict[str, Any]) -> list[TableRow]:
    head_row = bool(table.get("first_row_is_table_header"))
    head_column = bool(table.get("first_col_is_header"))
    return [
        TableRow(
            cells=[
                TableCell(
                    text=plain_text(sanitise(str(cell or ""))),
                    header=(head_row and number == 0) or (head_column and column == 0),
                )
                for column, cell in enumerate(row)
            ]
        )
        for number, row in enumerate(table.get("data") or [])
    ]
