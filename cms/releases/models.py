"""Releases: press releases, news, blog posts, statements and event notices.

What does not live here: their public form (`document.py`) and how editors fill them in (`admin/`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtailmedia.edit_handlers import MediaChooserPanel

from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerPage
from cms.media.choice import AssetChoice
from cms.media.files import ShowsFiles
from cms.media.models import Asset
from cms.newsroom.commenting import Discussed
from cms.newsroom.models import Person, Topic
from cms.newsroom.preview import NewsroomPreviewMixin
from cms.releases import document
from cms.releases.admin.panels import release_edit_handler
from cms.releases.blocks import AddressesBlock, BodyBlock, LinksBlock

SUMMARY_LENGTH = 280


class ReleaseTagName(TagBase):
    """A free word by which releases are found."""

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class ReleaseTag(ItemBase):
    """A tag on a release."""

    tag = models.ForeignKey(ReleaseTagName, on_delete=models.CASCADE, related_name="releases")
    content_object = ParentalKey("ReleasePage", on_delete=models.CASCADE, related_name="tagged_items")


class ReleasePage(NewsroomPreviewMixin, ShowsFiles, Discussed, LedgerPage):  # type: ignore[misc]
    """A release of any kind. It lives directly below its newsroom."""

    class Kind(models.TextChoices):
        PRESS_RELEASE = "PRESS_RELEASE", _("Press release")
        NEWS = "NEWS", _("News")
        BLOG_POST = "BLOG_POST", _("Blog post")
        STATEMENT = "STATEMENT", _("Statement")
        EVENT = "EVENT", _("Event")

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.PRESS_RELEASE,
        help_text=_(
            "A statement is the official position on something that happened; an event has a time and a place."
        ),
    )
    subtitle = models.CharField(
        _("subtitle"), max_length=255, blank=True, help_text=_("A second line below the title.")
    )
    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_("What happened, in at most 280 characters. Shown in lists, feeds and social media."),
    )
    dateline_place = models.CharField(
        _("place"),
        max_length=100,
        blank=True,
        help_text=_("The place that the text is dated from, such as: Göteborg."),
    )
    dateline_date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text=_("The date in the dateline. Leave empty to use the day of publication."),
    )
    byline = models.ForeignKey(
        Person,
        verbose_name=_("byline"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who wrote it, when the author is named."),
    )
    hero = models.ForeignKey(
        "newsroom_media.NewsroomImage",
        verbose_name=_("main image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Shown at the top and in lists."),
    )
    body = StreamField(
        BodyBlock(), verbose_name=_("body"), blank=True, help_text=_("The text, block by block.")
    )
    boilerplate = models.ForeignKey(
        "newsroom.Boilerplate",
        verbose_name=_("boilerplate"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Leave empty to use the newsroom's own."),
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="+", help_text=_("What it is about.")
    )
    tags = ClusterTaggableManager(
        through=ReleaseTag,
        verbose_name=_("tags"),
        blank=True,
        help_text=_("Free words by which it may be found, separated by commas."),
    )
    links = StreamField(
        LinksBlock(), verbose_name=_("links"), blank=True, help_text=_("Further reading on other sites.")
    )
    about_urls = StreamField(
        AddressesBlock(),
        verbose_name=_("what the statement is about"),
        blank=True,
        help_text=_("For statements: addresses of the articles or posts that it answers."),
    )
    event_start = models.DateTimeField(
        _("starts"), null=True, blank=True, help_text=_("When the event starts.")
    )
    event_end = models.DateTimeField(_("ends"), null=True, blank=True, help_text=_("When the event ends."))
    event_place = models.CharField(
        _("where"), max_length=255, blank=True, help_text=_("Where the event takes place.")
    )
    event_sign_up_url = models.URLField(
        _("sign-up address"), blank=True, help_text=_("Where to sign up for the event.")
    )
    pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("Keep it at the top of the newsroom.")
    )
    canonical_url = models.URLField(
        _("canonical address"),
        blank=True,
        help_text=_("Address of the original, when it was first published somewhere else."),
    )
    copyright_holder = models.CharField(
        _("copyright holder"),
        max_length=255,
        blank=True,
        help_text=_("Who owns the text. Leave empty for the newsroom."),
    )
    usage_terms = models.TextField(
        _("usage terms"), blank=True, max_length=1000, help_text=_("What others may do with the text.")
    )
    social_image = models.ForeignKey(
        "newsroom_media.NewsroomImage",
        verbose_name=_("image in social media"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Leave empty to use the main image."),
    )

    parent_page_types: ClassVar[list[str]] = ["newsroom.NewsroomPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = release_edit_handler()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    @property
    def public_address(self) -> str:
        return self.canonical_url or super().public_address

    def clean(self) -> None:
        super().clean()
        if self.event_start and self.event_end and self.event_end < self.event_start:
            raise ValidationError({"event_end": _("The event ends before it starts.")})

    def shown_assets(self) -> Iterator[Asset]:
        return document.assets_of(self)

    def document(self, envelope: Envelope) -> document.Release:
        return document.release_document(self, envelope)


class ReleaseContact(Orderable):
    """A press contact of a release."""

    release = ParentalKey(ReleasePage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = [FieldPanel("person")]


class ReleaseAsset(Orderable, AssetChoice):
    """An image, a recording or a document that comes with a release."""

    release = ParentalKey(ReleasePage, on_delete=models.CASCADE, related_name="assets")

    panels: ClassVar = [FieldPanel("image"), MediaChooserPanel("media"), FieldPanel("file")]


class RelatedRelease(Orderable):
    """Another release that readers of this one should see."""

    release = ParentalKey(ReleasePage, on_delete=models.CASCADE, related_name="related")
    target = models.ForeignKey(
        ReleasePage, verbose_name=_("release"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("target")]


class ImportedRelease(models.Model):
    """Remembers which release came from where, so that importing a file again changes nothing."""

    newsroom_key = models.UUIDField()
    """The translation key of the newsroom: shared by the newsroom's languages."""
    source = models.CharField(max_length=255)
    external_id = models.CharField(max_length=500)
    translation_group = models.CharField(max_length=500, blank=True)
    page = models.ForeignKey(ReleasePage, on_delete=models.SET_NULL, null=True, related_name="+")
    """Null when an editor has deleted the release: it is not brought back."""
    url = models.TextField(blank=True)
    """Where it was before, for redirects."""
    digest = models.CharField(max_length=64)
    revision_id = models.BigIntegerField(null=True)
    """The revision that the import made; a later one is an editor's."""
    published = models.BooleanField(default=False)
    """Whether the import has published it."""
    settled = models.BooleanField(default=True)
    """False until the items that show something of it have been refreshed."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["newsroom_key", "source", "external_id"], name="imported_release_id"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["newsroom_key", "source", "translation_group"], name="imported_release_group"
            ),
            models.Index(
                fields=["newsroom_key"], condition=models.Q(settled=False), name="imported_release_unsettled"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.external_id}"
