"""What visitors contribute: one file each, with what they say of it and what they agreed to.

What does not live here: taking files in, deciding about them and showing them (`cms/conversation/contributions/`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.conversation.contributions import document
from cms.conversation.models.choices import CommentStatus, ReasonCode
from cms.conversation.models.comments import Comment
from cms.ledger.document import Envelope
from cms.ledger.models import Item
from cms.ledger.publishing import LedgerModel
from cms.ledger.reasons import Reason
from cms.ledger.sources import SourceKey
from cms.media.choice import AssetChoice
from cms.media.files import ShowsFiles
from cms.media.models import Asset, NewsroomFile, NewsroomImage
from cms.newsroom.models import NewsroomPage


class ContributionStatus(models.TextChoices):
    """Where a contribution stands. Only what is approved can be public."""

    AWAITED = "AWAITED", _("Its file has not come yet")
    HELD = "HELD", _("Held")
    PUBLISHED = "PUBLISHED", _("Approved")
    REJECTED = "REJECTED", _("Rejected")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn by its contributor")
    ERASED = "ERASED", _("Erased")


class Contribution(ShowsFiles, AssetChoice, LedgerModel):
    """A file that a visitor sent. It has an asset when an editor has approved it, and none in quarantine."""

    public = None  # type: ignore[assignment] # left out: it is public as long as what it belongs to is

    newsroom = models.ForeignKey("newsroom_ledger.Item", on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(
        "newsroom_ledger.Item", on_delete=models.CASCADE, null=True, related_name="contributions"
    )
    """What it was contributed to: the item of its comment's thread, or the one that was named; null for a newsroom."""
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, null=True, related_name="contributions")

    status = models.CharField(_("status"), max_length=20, choices=ContributionStatus.choices)
    reason = models.CharField(_("ground"), max_length=20, choices=ReasonCode.choices, blank=True)
    message = models.TextField(blank=True)
    """What its contributor is told about the decision."""
    title = models.CharField(_("title"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    credit = models.CharField(_("credit"), max_length=255, blank=True)
    """Who made it, in its contributor's words: what the editor begins with."""
    terms = models.TextField(_("agreed to"), blank=True)
    """The text that its contributor agreed to."""
    consented_at = models.DateTimeField(_("agreed at"))

    author_name = models.CharField(_("name"), max_length=100, blank=True)
    organisation = models.CharField(_("organisation"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_hash = models.CharField(max_length=64, blank=True)
    email_confirmed_at = models.DateTimeField(null=True)

    filename = models.CharField(_("file"), max_length=255, blank=True)
    """As its contributor named it, cleaned."""
    vault_name = models.CharField(max_length=255, blank=True)
    """Where it is in quarantine; empty once an asset has it, and when it is gone."""
    asset_kind = models.CharField(max_length=10, blank=True)
    """An `AssetType`."""
    mime_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    """In bytes."""
    sha256 = models.CharField(max_length=64, blank=True)

    created_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    """When its file came."""
    decided_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    """When it was first approved; null: the ledger has never heard of it."""

    visitor = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    """Keyed hash of the network address; emptied after some days."""
    token_hash = models.CharField(max_length=64, blank=True)
    """sha256 of the edit token."""
    token_salt = models.CharField(max_length=32, blank=True)

    class Meta(LedgerModel.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["newsroom", "status", "created_at", "uid"], name="contribution_by_status"),
            models.Index(fields=["status", "created_at"], name="contribution_waiting"),
            models.Index(fields=["email_hash"], name="contribution_of_person"),
            models.Index(fields=["address_hash", "created_at"], name="contribution_of_address"),
        ]

    def __str__(self) -> str:
        return self.title or self.filename

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What was never approved is none of the ledger's business: visitors do not wait for its lock."""
        if self.approved_at is None:
            super(LedgerModel, self).save(*args, **kwargs)
        else:
            super().save(*args, **kwargs)

    @classmethod
    def expected_pks(cls) -> set[int]:
        """Those that should be public, as far as it is quickly told."""
        return set(
            cls.objects.filter(
                models.Q(comment=None) | models.Q(comment__status=CommentStatus.PUBLISHED),
                models.Q(item=None) | models.Q(item__state=Item.State.USABLE),
                models.Q(image__isnull=False) | models.Q(media__isnull=False) | models.Q(file__isnull=False),
                status=ContributionStatus.PUBLISHED,
                newsroom__state=Item.State.USABLE,
            ).values_list("pk", flat=True)
        )

    @property
    def newsroom_key(self) -> SourceKey:
        return SourceKey(self.newsroom.source_type, self.newsroom.source_id)

    @cached_property
    def home(self) -> NewsroomPage:
        """The page of its newsroom."""
        page: NewsroomPage = NewsroomPage.objects.get(pk=self.newsroom.source_id)
        return page

    @property
    def hidden_reason(self) -> str:
        if self.status in (ContributionStatus.WITHDRAWN, ContributionStatus.ERASED):
            return "Its contributor has withdrawn it."
        if self.status == ContributionStatus.PUBLISHED and self.asset and self.asset.is_expired():
            return Reason.RIGHTS_ENDED
        return Reason.UNPUBLISHED

    @property
    def is_kept(self) -> bool:
        """Whether there is anything to decide about."""
        return self.status in (
            ContributionStatus.HELD,
            ContributionStatus.PUBLISHED,
            ContributionStatus.REJECTED,
        )

    def is_public(self) -> bool:
        return bool(
            self.status == ContributionStatus.PUBLISHED
            and self.asset
            and not self.asset.is_expired()
            and (self.comment is None or self.comment.is_published)
            and (self.item is None or self.item.is_usable)
        )

    def shown_assets(self) -> Iterator[Asset]:
        if self.asset:
            yield self.asset

    def hold_asset(self, asset: Asset | None) -> None:
        """Have this asset, or none."""
        self.image = self.media = self.file = None
        if isinstance(asset, NewsroomImage):
            self.image = asset
        elif isinstance(asset, NewsroomFile):
            self.file = asset
        else:
            self.media = asset  # type: ignore[assignment] # what is neither is a recording

    def document(self, envelope: Envelope) -> document.Contribution:
        return document.contribution_document(self, envelope)


class ContributionEvent(models.Model):
    """Something that happened to a contribution."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    from_status = models.CharField(max_length=20, choices=ContributionStatus.choices, blank=True)
    to_status = models.CharField(max_length=20, choices=ContributionStatus.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    phase = models.CharField(max_length=40, blank=True)
    """What else than an editor's decision it was: `author`, `appeal`, `erasure`, `release`."""
    reason = models.CharField(max_length=20, choices=ReasonCode.choices, blank=True)
    message = models.TextField(blank=True)
    """What its contributor is told."""
    note = models.TextField(blank=True)
    """For colleagues only; with an appeal, what its contributor says."""

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        verbose_name = _("event of a contribution")
        verbose_name_plural = _("events of contributions")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"
