"""Partners: sites that carry what a newsroom publishes, with what they may carry, and their keys."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class AssetUse(models.TextChoices):
    """What a partner may do with images, recordings and documents."""

    ALL = "ALL", _("All files")
    WITHOUT_AI = "WITHOUT_AI", _("All but what AI has made")
    NONE = "NONE", _("No files: texts alone")


class Partner(models.Model):
    """A site, or several of one organisation, that carries items. An empty part of its scope excludes nothing."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.CharField(
        _("organisation"), max_length=120, help_text=_("Who the partner is. Only editors see it.")
    )
    sites = models.TextField(
        _("sites"),
        blank=True,
        max_length=2000,
        help_text=_("Addresses of the sites that show what you publish, one a line."),
    )
    contact_name = models.CharField(
        _("contact"), max_length=120, blank=True, help_text=_("Whom to turn to when something is wrong.")
    )
    contact_email = models.EmailField(
        _("contact's e-mail"),
        blank=True,
        help_text=_("Told when deliveries to the partner have stopped. Never public."),
    )
    terms = models.TextField(
        _("agreed terms"),
        blank=True,
        max_length=10_000,
        help_text=_("What you have agreed upon: what the partner may show, for how long, how it names you."),
    )
    active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Unticked, all its keys stop working at once, and nothing is delivered to it."),
    )

    newsrooms = models.ManyToManyField(
        "newsroom.NewsroomPage",
        verbose_name=_("newsrooms"),
        blank=True,
        related_name="+",
        help_text=_("Only what these publish. None chosen: all newsrooms."),
    )
    kinds = models.JSONField(
        _("kinds"), default=list, blank=True, help_text=_("Only these kinds of items. None chosen: all.")
    )
    topics = models.ManyToManyField(
        "newsroom.Topic",
        verbose_name=_("topics"),
        blank=True,
        related_name="+",
        help_text=_("Only what is filed under these topics, or under topics below them. None chosen: all."),
    )
    locales = models.JSONField(
        _("languages"), default=list, blank=True, help_text=_("Only in these languages. None chosen: all.")
    )
    asset_use = models.CharField(
        _("use of files"),
        max_length=12,
        choices=AssetUse.choices,
        default=AssetUse.ALL,
        help_text=_("Files that the partner may not use are left out of what it gets."),
    )
    comments = models.BooleanField(
        _("comments"), default=True, help_text=_("Whether the partner is told of comments.")
    )
    rate_limit = models.PositiveIntegerField(
        _("requests a minute"),
        default=600,
        validators=[MinValueValidator(1)],
        help_text=_(
            "How many requests each key may make in a minute; more are refused until the next minute."
        ),
    )
    some_newsrooms = models.BooleanField(default=False, editable=False)
    """Whether newsrooms were chosen: when the last of them is deleted, the scope is empty and not all there is."""
    some_topics = models.BooleanField(default=False, editable=False)
    """The same of topics."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["organisation"]

    def __str__(self) -> str:
        return self.organisation


class PartnerKey(models.Model):
    """A key by which a partner is known. The key itself is shown once, and only its hash is kept."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="keys")
    name = models.CharField(
        _("name"),
        max_length=80,
        blank=True,
        help_text=_("What the key is for, such as the system that uses it."),
    )
    prefix = models.CharField(max_length=20, unique=True)
    """The beginning of the key, by which people tell keys apart."""
    digest = models.CharField(max_length=64)
    """sha256 of the whole key, in hexadecimal: 256 random bits need no slow hash."""
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField(
        _("expires"), null=True, blank=True, help_text=_("When it stops working by itself. Empty: never.")
    )
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    """To the minute."""

    class Meta:
        verbose_name = _("key")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.prefix
