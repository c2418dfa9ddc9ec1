"""The ledger's tables: what is public (`Item`), what happened (`Edition`), and what finds it (`Facet`, `Address`, search).

What does not live here: writing them (`services.py`) and reading them (`selectors.py`).
"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Counter(models.Model):
    """One row for each public counter. Locking the row named `seq` orders everything that becomes public."""

    SEQ = "seq"

    name = models.CharField(max_length=60, primary_key=True)
    value = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Item(models.Model):
    """One row for each thing that is or has been public. Filters, orders and search run here, never on pages."""

    class State(models.TextChoices):
        USABLE = "USABLE", _("Public")
        WITHDRAWN = "WITHDRAWN", _("Withdrawn")

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source_type = models.CharField(max_length=60)
    """`page` for every page, else the label of the model."""
    source_id = models.BigIntegerField()
    """A plain integer: tombstones outlive what they were made from."""
    revision_id = models.BigIntegerField(null=True)
    """The page's live revision when the current version was made."""

    type = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, blank=True)
    newsroom = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="items")
    """The item of the newsroom it belongs to; null for newsrooms, people and topics."""
    locale = models.CharField(max_length=20)
    translation_key = models.UUIDField(null=True)
    slug = models.CharField(max_length=255)
    title = models.TextField(blank=True)
    name_key = models.TextField(null=True)  # noqa: DJ001 # "" would be in the index
    """What lists from A to Z are ordered by (`names.py`); null for what is not listed by name."""
    pinned = models.BooleanField(default=False)

    state = models.CharField(max_length=10, choices=State.choices)
    version = models.PositiveIntegerField()
    seq = models.BigIntegerField()
    """The `seq` of the item's newest edition."""
    digest = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    card = models.JSONField(null=True)
    document = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source_type", "source_id"], name="item_source"),
            models.UniqueConstraint(
                fields=["newsroom", "slug"],
                condition=Q(state="USABLE", newsroom__isnull=False),
                name="item_address",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(state="USABLE", type="NEWSROOM"), name="item_newsroom_slug"
            ),
        ]
        indexes = [
            models.Index(
                fields=["type", "-published_at", "-uid"], condition=Q(state="USABLE"), name="item_by_date"
            ),
            models.Index(
                fields=["newsroom", "type", "-published_at", "-uid"],
                condition=Q(state="USABLE"),
                name="item_in_newsroom",
            ),
            models.Index(
                fields=["type", "-updated_at", "-uid"], condition=Q(state="USABLE"), name="item_by_change"
            ),
            models.Index(
                fields=["newsroom", "type", "-updated_at", "-uid"],
                condition=Q(state="USABLE"),
                name="item_change_in_newsroom",
            ),
            models.Index(
                fields=["type", "kind", "-published_at", "-uid"],
                condition=Q(state="USABLE"),
                name="item_by_kind",
            ),
            models.Index(
                fields=["newsroom", "type", "kind", "-published_at", "-uid"],
                condition=Q(state="USABLE"),
                name="item_kind_in_newsroom",
            ),
            models.Index(
                fields=["type", "locale", "-published_at", "-uid"],
                condition=Q(state="USABLE"),
                name="item_by_locale",
            ),
            models.Index(
                fields=["newsroom", "type", "-published_at", "-uid"],
                condition=Q(state="USABLE", pinned=True),
                name="item_pinned",
            ),
            models.Index(
                fields=["type", "name_key", "uid"],
                condition=Q(state="USABLE", name_key__isnull=False),
                name="item_by_name",
            ),
            models.Index(fields=["type", "slug"], name="item_by_slug"),
            models.Index(fields=["newsroom", "slug"], name="item_in_newsroom_by_slug"),
            models.Index(fields=["translation_key"], name="item_translation"),
            models.Index(fields=["seq"], condition=Q(state="USABLE"), name="item_by_seq"),
            models.Index(fields=["-updated_at"], condition=Q(state="WITHDRAWN"), name="item_withdrawn"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.title}"

    @property
    def is_usable(self) -> bool:
        return self.state == self.State.USABLE


class Edition(models.Model):
    """One immutable row for each thing that happened to an item in public."""

    class Action(models.TextChoices):
        ISSUED = "ISSUED", _("Published")
        CORRECTED = "CORRECTED", _("Corrected")
        REFRESHED = "REFRESHED", _("Refreshed")
        WITHDRAWN = "WITHDRAWN", _("Withdrawn")

    seq = models.BigIntegerField(primary_key=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="editions")
    version = models.PositiveIntegerField()
    action = models.CharField(max_length=10, choices=Action.choices)
    document = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    revision_id = models.BigIntegerField(null=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["item", "version"], name="edition_version")]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An edition is never changed.")
        super().save(*args, force_insert=True, **{k: v for k, v in kwargs.items() if k != "force_insert"})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An edition is never deleted.")


class Facet(models.Model):
    """A value by which lists are filtered: a topic (its ancestors too), a tag, a person, a type of asset."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=255)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "value", "item"], name="facet_value")]
        indexes = [models.Index(fields=["item"], name="facet_item")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Address(models.Model):
    """A former or second address of an item: newsroom slug and own slug (empty for the newsroom itself)."""

    newsroom_slug = models.CharField(max_length=255)
    slug = models.CharField(max_length=255, blank=True)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="addresses")
    alias_page_id = models.BigIntegerField(null=True)
    """Set when the address is a Wagtail alias of the item's page: it goes when the alias goes."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["newsroom_slug", "slug"], name="address_path")]

    def __str__(self) -> str:
        return f"/{self.newsroom_slug}/{self.slug}"


class SearchEntry(models.Model):
    """The search index of an item that is public. SQLite has an FTS5 table beside it (see `search/`)."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True, related_name="search")
    config = models.CharField(max_length=20, blank=True)
    """PostgreSQL's text search configuration for the item's language; `vector` is made with it."""
    vector = SearchVectorField(null=True)
    text = models.TextField(blank=True)
    """What snippets are cut from: the beginning of the summary and the body, as plain text."""
    folded = models.TextField(blank=True)
    """The words of `text` in lower case without diacritics, each at the place where it stands in `text`."""

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="search_vector"),
            models.Index(fields=["config"], name="search_config"),
        ]

    def __str__(self) -> str:
        return str(self.item_id)


class Heartbeat(models.Model):
    """The worker's last signs of life, by what it did."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
