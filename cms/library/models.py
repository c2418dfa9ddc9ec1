"""The media library: assets with an address of their own, and press kits.

What does not live here: the files themselves (`cms/media`) and their public form (`document.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase, TagBase
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerPage
from cms.ledger.reasons import Reason
from cms.library import document
from cms.library.admin.panels import asset_edit_handler, press_kit_edit_handler
from cms.media.admin.rows import row_panels
from cms.media.choice import AssetChoice
from cms.media.files import ShowsFiles
from cms.media.models import Asset
from cms.newsroom.commenting import Discussed
from cms.newsroom.models import Topic
from cms.newsroom.preview import NewsroomPreviewMixin
from cms.newsroom.richtext import FEATURES


class AssetTagName(TagBase):
    """A free word by which assets are found."""

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class AssetTag(ItemBase):
    """A tag on an asset."""

    tag = models.ForeignKey(AssetTagName, on_delete=models.CASCADE, related_name="assets")
    content_object = ParentalKey("MediaAssetPage", on_delete=models.CASCADE, related_name="tagged_items")


class MediaAssetPage(NewsroomPreviewMixin, ShowsFiles, AssetChoice, Discussed, LedgerPage):  # type: ignore[misc]
    """An image, video, sound or document with an address of its own. It lives directly below its newsroom."""

    description = RichTextField(
        _("description"),
        blank=True,
        features=FEATURES,
        help_text=_("What it shows and when it may be of use, for journalists."),
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="+", help_text=_("What it is about.")
    )
    tags = ClusterTaggableManager(
        through=AssetTag,
        verbose_name=_("tags"),
        blank=True,
        help_text=_("Free words by which it may be found, separated by commas."),
    )

    parent_page_types: ClassVar[list[str]] = ["newsroom.NewsroomPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = asset_edit_handler()

    class Meta:
        verbose_name = _("media asset")
        verbose_name_plural = _("media assets")

    @property
    def hidden_reason(self) -> str:
        """There must be something to show, and the rights to it must not have ended."""
        if self.asset is None:
            return Reason.DELETED
        return Reason.RIGHTS_ENDED if self.asset.is_expired() else ""

    def is_public(self) -> bool:
        return super().is_public() and not self.hidden_reason

    def shown_assets(self) -> Iterator[Asset]:
        if self.asset:
            yield self.asset

    def document(self, envelope: Envelope) -> document.Asset:
        return document.asset_document(self, envelope)


class PressKitPage(NewsroomPreviewMixin, ShowsFiles, Discussed, LedgerPage):  # type: ignore[misc]
    """Assets that belong together, to be downloaded together. It lives directly below its newsroom."""

    description = RichTextField(
        _("description"), blank=True, features=FEATURES, help_text=_("What is in the kit, and for whom.")
    )
    release = models.ForeignKey(
        "newsroom_releases.ReleasePage",
        verbose_name=_("release"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The release that the kit belongs to. Leave empty for a kit of the newsroom."),
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="+", help_text=_("What it is about.")
    )

    parent_page_types: ClassVar[list[str]] = ["newsroom.NewsroomPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = press_kit_edit_handler()

    class Meta:
        verbose_name = _("press kit")
        verbose_name_plural = _("press kits")

    def shown_assets(self) -> Iterator[Asset]:
        yield from (row.asset for row in self.rows.all() if row.asset)

    def document(self, envelope: Envelope) -> document.PressKit:
        return document.press_kit_document(self, envelope)


class PressKitRow(Orderable, AssetChoice):
    """An asset in a press kit."""

    kit = ParentalKey(PressKitPage, on_delete=models.CASCADE, related_name="rows")

    panels: ClassVar[list[Any]] = row_panels()
