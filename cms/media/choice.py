"""A choice of one asset of whatever type, for rows and pages that show one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from cms.media.models import Asset


class AssetChoice(models.Model):
    """Names one asset: an image, a document, or a recording. None once that has been deleted."""

    image = models.ForeignKey(
        "newsroom_media.NewsroomImage",
        verbose_name=_("image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    media = models.ForeignKey(
        "newsroom_media.NewsroomMedia",
        verbose_name=_("video or audio"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    file = models.ForeignKey(
        "newsroom_media.NewsroomFile",
        verbose_name=_("document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def asset(self) -> Asset | None:
        """The one that was chosen."""
        chosen: Asset | None = self.image or self.media or self.file
        return chosen

    def clean(self) -> None:
        super().clean()
        if sum(key is not None for key in (self.image_id, self.media_id, self.file_id)) != 1:
            raise ValidationError(_("Choose one: an image, a video or audio, or a document."))
