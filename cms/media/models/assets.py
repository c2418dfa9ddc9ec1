"""Images, documents, video and audio with their rights.

What does not live here: reading files (`intake.py`) and the public copies made of them (`copies.py`).
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index
from wagtailmedia.models import AbstractMedia

from cms.ledger import tasks as ledger_tasks
from cms.ledger.shared import Shared
from cms.media.document import AssetType
from cms.media.models.paths import file_path, media_path, poster_path, unguessable_path

AI_SOURCES = frozenset(
    {"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia"}
)
"""Values of `digital_source_type` that say: AI made it, or a part of it."""


class Asset(Shared):
    """Who made it, who owns it, what others may do with it and until when; and what was found in its file."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    caption = models.TextField(
        _("caption"), blank=True, max_length=2000, help_text=_("The text to print with it.")
    )
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
    expires_at = models.DateTimeField(
        _("may be used until"),
        null=True,
        blank=True,
        help_text=_("When your rights to it end. From then on nothing public shows it. Empty: no end."),
    )
    created_on = models.DateField(
        _("made on"), null=True, blank=True, help_text=_("The day on which it was made.")
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
            ("algorithmicMedia", _("Made by an algorithm without AI training")),
        ],
        help_text=_("How it came about, in IPTC's terms. Say so when AI made it or a part of it."),
    )
    mime_type = models.CharField(max_length=100, blank=True, editable=False)
    """What the file is, by its content."""
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    """Of the file as it was uploaded, in hexadecimal; empty until it has been read."""
    found = models.JSONField(default=list, blank=True, editable=False)
    """What was read in the file and is offered to the editor: `[{field, value, source}]`."""
    problem = models.TextField(blank=True, editable=False)
    """Why no public copies can be made of the file; empty when they can."""
    expiry_told_at = models.DateTimeField(null=True, editable=False)
    """When the editors were told that `expires_at` is near."""

    taken_upload: Any = None
    """The uploaded file that a form has read already, until it is stored."""

    asset_type: ClassVar[AssetType]
    SHARED_FIELDS: ClassVar = (
        "caption",
        "credit",
        "copyright_holder",
        "usage_terms",
        "license_url",
        "expires_at",
        "created_on",
        "digital_source_type",
    )

    file: models.FileField
    file_size: Any
    title: str
    created_at: datetime

    class Meta:
        abstract = True

    @property
    def is_ai_generated(self) -> bool:
        """Whether AI made it, or a part of it."""
        return self.digital_source_type in AI_SOURCES

    def is_expired(self, at: datetime | None = None) -> bool:
        """Whether the rights to it have ended."""
        return self.expires_at is not None and self.expires_at <= (at or timezone.now())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file is read before it is stored: what is refused never gets into the vault."""
        from cms.media import intake, tasks

        intake.read_upload(self)
        with transaction.atomic():
            super().save(*args, **kwargs)
            ledger_tasks.enqueue_with_transaction(tasks.make_public_copies, self._meta.label_lower, self.pk)


class NewsroomImage(Asset, AbstractImage):
    """An image with the texts and rights that press images need."""

    asset_type = AssetType.IMAGE

    alt = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What the image shows, for those who cannot see it. Needed before it is published."),
    )
    animated = models.BooleanField(default=False, editable=False)

    # `alt` takes the place of `description`.
    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "alt",
        *Asset.SHARED_FIELDS,
    )
    search_fields: ClassVar = [
        *AbstractImage.search_fields,
        index.SearchField("alt"),
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("expires_at"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions: ClassVar = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def focal(self) -> tuple[float, float] | None:
        """What must stay in sight: fractions of width and height from the top left."""
        if self.focal_point_x is None or self.focal_point_y is None:
            return None
        return min(self.focal_point_x / self.width, 1.0), min(self.focal_point_y / self.height, 1.0)

    def get_upload_to(self, filename: str) -> str:
        return unguessable_path("originals", self.title, filename)


class NewsroomRendition(AbstractRendition):
    """An image in a size that the admin shows. Stays in the vault; the public's sizes are `Derivative`s."""

    image = models.ForeignKey(NewsroomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def get_upload_to(self, filename: str) -> str:
        return unguessable_path("images", self.image.title, filename)


class NewsroomFile(Asset, AbstractDocument):
    """A document to download."""

    asset_type = AssetType.DOCUMENT

    file = models.FileField(_("file"), upload_to=file_path)
    page_count = models.PositiveIntegerField(null=True, editable=False)

    admin_form_fields = (*Document.admin_form_fields, *Asset.SHARED_FIELDS)
    search_fields: ClassVar = [
        *AbstractDocument.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("expires_at"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions: ClassVar = [("choose_document", "Can choose document")]

    @property
    def content_type(self) -> str:
        return self.mime_type or super().content_type


class NewsroomMedia(Asset, AbstractMedia):
    """A video or a sound."""

    file = models.FileField(_("file"), upload_to=media_path)
    thumbnail = models.FileField(
        _("poster"),
        upload_to=poster_path,
        blank=True,
        help_text=_("Shown before the recording plays. Leave empty to use a picture from the video."),
    )
    type = models.CharField(_("type"), max_length=255, choices=[("audio", _("Audio")), ("video", _("Video"))])
    transcript = models.TextField(
        _("transcript"), blank=True, help_text=_("What is said in it, for those who cannot hear it.")
    )
    video_codec = models.CharField(max_length=40, blank=True, editable=False)
    audio_codec = models.CharField(max_length=40, blank=True, editable=False)
    bitrate = models.PositiveIntegerField(null=True, editable=False)
    """Bits a second."""
    file_size = models.PositiveBigIntegerField(null=True, editable=False)
    """In bytes."""

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "thumbnail",
        "tags",
        "transcript",
        *Asset.SHARED_FIELDS,
    )
    search_fields: ClassVar = [
        *AbstractMedia.search_fields,
        index.FilterField("id"),
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("expires_at"),
    ]

    class Meta(AbstractMedia.Meta):
        verbose_name = _("video or audio")
        verbose_name_plural = _("video and audio")

    @property
    def asset_type(self) -> AssetType:  # type: ignore[override]
        return AssetType.AUDIO if self.type == "audio" else AssetType.VIDEO
