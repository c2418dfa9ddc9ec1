"""Images and files of the newsroom, with their rights. Files are stored under addresses that cannot be guessed."""

from __future__ import annotations

import mimetypes
import uuid
from pathlib import PurePath
from typing import ClassVar

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.conf import newsroom
from cms.ledger.shared import Shared
from cms.media.document import AssetType


def unguessable_path(kind: str, title: str, filename: str) -> str:
    """Where an upload is stored: a random folder, then a name made from its title, never the uploader's own."""
    name = slugify(title)[:60] or "file"
    return f"{kind}/{uuid.uuid4().hex}/{name}{PurePath(filename).suffix.lower()[:10]}"


def file_path(instance: NewsroomFile, filename: str) -> str:
    """Where an uploaded file is stored."""
    return unguessable_path("files", instance.title, filename)


class Rights(Shared):
    """Who made it, who owns it, and what others may do with it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Who made it, as it must be printed beside it.")
    )
    copyright_holder = models.CharField(
        _("copyright holder"), max_length=255, blank=True, help_text=_("Who owns the copyright.")
    )
    usage_terms = models.TextField(
        _("usage terms"),
        blank=True,
        max_length=1000,
        help_text=_("What others may do with it, such as: free for editorial use."),
    )
    license_url = models.URLField(
        _("licence address"), blank=True, help_text=_("Address of the full licence, where there is one.")
    )
    digital_source_type = models.CharField(
        _("made by"),
        max_length=60,
        blank=True,
        choices=[
            ("", _("Not stated")),
            ("digitalCapture", _("Camera")),
            ("digitalCreation", _("Drawn or composed by people")),
            ("compositeWithTrainedAlgorithmicMedia", _("Edited with generative AI")),
            ("trainedAlgorithmicMedia", _("Made by generative AI")),
        ],
        help_text=_("How it came about, in IPTC's terms. Say so when AI made it or a part of it."),
    )

    class Meta:
        abstract = True


# `alt` takes the place of `description`.
SHARED_IMAGE_FIELDS = tuple(name for name in Image.admin_form_fields if name != "description")


class NewsroomImage(Rights, AbstractImage):
    """An image with the texts and rights that press images need."""

    alt = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What the image shows, for those who cannot see it."),
    )
    caption = models.TextField(
        _("caption"), blank=True, max_length=2000, help_text=_("The text to print below the image.")
    )

    admin_form_fields = (
        *SHARED_IMAGE_FIELDS,
        "alt",
        "caption",
        "credit",
        "copyright_holder",
        "usage_terms",
        "license_url",
        "digital_source_type",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions: ClassVar = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        return self.alt

    def get_upload_to(self, filename: str) -> str:
        return unguessable_path("originals", self.title, filename)

    def make_renditions(self) -> dict[str, NewsroomRendition]:
        """The image in each named size; sizes that are missing are made now."""
        sizes = newsroom.IMAGE_SIZES
        made = self.get_renditions(*sizes.values())
        return {name: made[spec] for name, spec in sizes.items()}


class NewsroomRendition(AbstractRendition):
    """An image in one size."""

    image = models.ForeignKey(NewsroomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def get_upload_to(self, filename: str) -> str:
        return unguessable_path("images", self.image.title, filename)

    @property
    def mime_type(self) -> str:
        return mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"


class NewsroomFile(Rights, AbstractDocument):
    """A document, a sound or a video to download."""

    file = models.FileField(_("file"), upload_to=file_path)
    description = models.TextField(
        _("description"), blank=True, max_length=2000, help_text=_("What the file is, in a sentence or two.")
    )

    admin_form_fields = (
        *Document.admin_form_fields,
        "description",
        "credit",
        "copyright_holder",
        "usage_terms",
        "license_url",
        "digital_source_type",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        permissions: ClassVar = [("choose_document", "Can choose document")]

    @property
    def asset_type(self) -> AssetType:
        """What the file is, by its content type."""
        family = self.content_type.partition("/")[0]
        return {"video": AssetType.VIDEO, "audio": AssetType.AUDIO, "image": AssetType.IMAGE}.get(
            family, AssetType.DOCUMENT
        )
