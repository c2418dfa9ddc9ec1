"""The blocks of a release's body, as editors see them. Their public form is in `document.py`."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from cms.newsroom.richtext import FEATURES


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text."""

    text = blocks.CharBlock(label=_("Heading"), max_length=255)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Subsection")), ("4", _("Small heading"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")


class PersonChooserBlock(SnippetChooserBlock):
    """A person of the newsroom's list, offered in the language of whoever opens the editor.

    Wagtail's own block puts its words together once, in the language of the first who does.
    """

    @cached_property
    def widget(self) -> Any:
        chooser = super().widget
        chooser.choose_one_text = _("Choose a person")
        chooser.choose_another_text = _("Choose another person")
        chooser.link_to_chosen_text = _("Edit this person")
        return chooser

    def deconstruct(self) -> Any:
        """In migrations it is Wagtail's: what is stored is the same."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


class QuoteBlock(blocks.StructBlock):
    """What somebody says."""

    text = blocks.TextBlock(label=_("Quote"), help_text=_("Without quotation marks; the frontend sets them."))
    speaker = PersonChooserBlock(
        "newsroom.Person", label=_("Speaker"), required=False, help_text=_("A person in the newsroom's list.")
    )
    speaker_name = blocks.CharBlock(
        label=_("Speaker's name"),
        required=False,
        max_length=255,
        help_text=_("For somebody who is not in the list."),
    )
    speaker_title = blocks.CharBlock(label=_("Speaker's title"), required=False, max_length=255)

    class Meta:
        icon = "openquote"
        label = _("Quote")


class FactsBlock(blocks.StructBlock):
    """Facts in short."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=255)
    facts = blocks.ListBlock(blocks.TextBlock(label=_("Fact")), label=_("Facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Facts")


class ImageBlock(blocks.StructBlock):
    """An image inside the text."""

    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.TextBlock(
        label=_("Caption"), required=False, help_text=_("Leave empty to use the image's own caption.")
    )

    class Meta:
        icon = "image"
        label = _("Image")


class GalleryBlock(blocks.StructBlock):
    """Several images together."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=255)
    images = blocks.ListBlock(ImageChooserBlock(label=_("Image")), label=_("Images"), min_num=1)

    class Meta:
        icon = "image"
        label = _("Gallery")


class VideoBlock(blocks.StructBlock):
    """A video file."""

    file = VideoChooserBlock(label=_("Video"))
    poster = ImageChooserBlock(
        label=_("Poster"), required=False, help_text=_("Shown before the video plays.")
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    caption = blocks.TextBlock(label=_("Caption"), required=False)
    transcript = blocks.TextBlock(
        label=_("Transcript"), required=False, help_text=_("What is said, for those who cannot hear it.")
    )

    class Meta:
        icon = "media"
        label = _("Video")


class AudioBlock(blocks.StructBlock):
    """A sound file."""

    file = AudioChooserBlock(label=_("Sound"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    caption = blocks.TextBlock(label=_("Caption"), required=False)
    transcript = blocks.TextBlock(
        label=_("Transcript"), required=False, help_text=_("What is said, for those who cannot hear it.")
    )

    class Meta:
        icon = "media"
        label = _("Audio")


class FileBlock(blocks.StructBlock):
    """A document to download."""

    file = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=255,
        help_text=_("Leave empty to use the document's own title."),
    )
    caption = blocks.TextBlock(label=_("Description"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")


class EmbedBlock(blocks.StructBlock):
    """Something from another site."""

    url = blocks.URLBlock(
        label=_("Address"), help_text=_("Address of the video, podcast or post on its own site.")
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    caption = blocks.TextBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "media"
        label = _("Embed")


class TabularBlock(blocks.StructBlock):
    """A table."""

    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    table = TableBlock(label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")


class CallToActionBlock(blocks.StructBlock):
    """A button."""

    text = blocks.CharBlock(label=_("Text"), max_length=100)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Button")


class BodyBlock(blocks.StreamBlock):
    """The text of a release."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=FEATURES, icon="pilcrow")
    quote = QuoteBlock()
    facts = FactsBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    audio = AudioBlock()
    document = FileBlock()
    embed = EmbedBlock()
    table = TabularBlock()
    cta = CallToActionBlock()


class LinkBlock(blocks.StructBlock):
    """A link to further reading."""

    text = blocks.CharBlock(label=_("Text"), max_length=255)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")


class LinksBlock(blocks.StreamBlock):
    """Links to further reading."""

    link = LinkBlock()


class AddressesBlock(blocks.StreamBlock):
    """Addresses on the web."""

    url = blocks.URLBlock(label=_("Address"))
