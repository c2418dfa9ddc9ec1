"""Abstract bases of everything that the ledger makes public. Their `save()` writes the edition.

A domain's model derives from `LedgerPage` (pages) or `LedgerModel` (shared things that are items: people,
topics)
and says what is public in `document()`. What documents show without its being an item (an image) derives
from `shared.Shared`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TranslatableMixin

from cms.ledger import services
from cms.ledger.sources import SourceKey

if TYPE_CHECKING:
    from datetime import datetime

    from wagtail.models import Locale

    from cms.ledger.document import Envelope, ItemDocument


LIVE_FIELDS = frozenset(
    {
        "live",
        "expired",
        "live_revision",
        "live_revision_id",
        "first_published_at",
        "alias_of",
        "alias_of_id",
        "slug",
        "title",
    }
)
"""Columns of a page that change what is public even when only they are written."""

PREPARATIONS = 3
"""How often files are prepared before the lock for one publication."""


@contextmanager
def locked_and_prepared(source: Publishable | None) -> Iterator[None]:
    """A transaction that holds the ledger's lock, with the files of `source` ready for the public if it is open.

    They are prepared before the lock is taken. Where so long has passed until it was had that they have been
    cleared away, they are prepared again; under the lock only when somebody else's transaction is open.
    """
    for attempt in range(PREPARATIONS):
        shown = source is not None and services.is_open(source)
        if source is not None and shown:
            source.prepare()
        with transaction.atomic():
            services.lock()
            if source is not None and shown and not source.is_prepared():
                if attempt + 1 < PREPARATIONS:
                    continue
                source.prepare()
            yield
        return


class Publishable:
    """What the ledger asks of a thing that may become an item."""

    pk: Any

    @property
    def source_key(self) -> SourceKey:
        """Identifies the thing in `Item.source_type` and `Item.source_id`."""
        raise NotImplementedError

    @property
    def newsroom_key(self) -> SourceKey | None:
        """The newsroom that the item belongs to: closing that closes the item. None belongs to all."""
        return None

    @property
    def first_public_at(self) -> datetime | None:
        """When it was first public, where the thing itself knows (an import keeps the original date)."""
        return None

    @property
    def new_uid(self) -> uuid.UUID:
        """The id that the item gets when it is first issued."""
        return uuid.uuid4()

    @property
    def hidden_reason(self) -> str:
        """Why the thing cannot be public though it is live, in words for the public; empty when nothing keeps it."""
        return ""

    def document(self, envelope: Envelope) -> ItemDocument:
        """The public form, built from this very instance, saved or not. Pure: no writes, no outbound
        requests."""
        raise NotImplementedError

    def is_public(self) -> bool:
        """Whether it may be shown to everybody now, its newsroom aside."""
        raise NotImplementedError

    def prepare(self, *, publicly: bool = True) -> None:
        """Slow work that the document needs: its public files are made and, `publicly`, put where all may
        read them. Done before the ledger's lock is taken. Raises `StorageUnavailable` and `InvalidInput`."""

    def is_prepared(self) -> bool:
        """Whether what `prepare` did still holds. Quick: asked under the lock."""
        return True


class LedgerPage(Publishable, Page):
    """Base of pages that become items. `save()` issues or withdraws in the transaction that writes the
    page."""

    correction_note = models.TextField(
        _("correction note"),
        blank=True,
        max_length=1000,
        help_text=_(
            "What was wrong and what is right now. Public: readers and partners see it with the item."
        ),
    )
    withdrawal_reason = models.TextField(
        _("reason for withdrawal"),
        blank=True,
        max_length=1000,
        help_text=_("Why the item is no longer published. Public: whoever asks for the item sees it."),
    )

    exclude_fields_in_copy: ClassVar[list[str]] = ["correction_note", "withdrawal_reason"]
    parents_newsroom: ClassVar[bool] = True
    """Whether the parent page is the newsroom of the item."""
    first_published_at: datetime | None

    class Meta:
        abstract = True

    @property
    def source_key(self) -> SourceKey:
        return SourceKey("page", self.pk)

    @property
    def newsroom_key(self) -> SourceKey | None:
        parent = self.get_parent() if self.parents_newsroom else None
        return SourceKey("page", parent.pk) if parent else None

    @property
    def first_public_at(self) -> datetime | None:
        return self.first_published_at

    @property
    def is_open(self) -> bool:
        """Whether the page is live, and neither it nor a page above it is under a view restriction."""
        return bool(self.live) and not self.get_view_restrictions().exists()

    def is_public(self) -> bool:
        return self.is_open and not self.alias_of_id

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        fields = kwargs.get("update_fields")
        if fields is not None and not LIVE_FIELDS.intersection(fields):  # a draft or a tree operation
            services.lock_first()
            return super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        if self._state.adding and self.go_live_at and self.go_live_at > timezone.now():
            self.live = False  # Wagtail adds what is scheduled at once as live, and takes it back afterwards
        if self._state.adding and (not self.live or self._is_unfinished_copy):
            return super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        if self.live and fields is None:
            self.withdrawal_reason = ""
            if not self.first_published_at:  # as `publish` does, next
                self.first_published_at = timezone.now()
        with locked_and_prepared(self):
            result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
            services.settle(self.source_key)
        return result

    @property
    def _is_unfinished_copy(self) -> bool:
        """Wagtail saves a copy that stays live with its original's revision first: it is public with its
        own, next."""
        return bool(self.live_revision_id) and not self.alias_of_id

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        if connection.in_atomic_block:  # an approval: its files come before the lock, too
            revised = revision.as_object()
            revised.live = not (revised.go_live_at and revised.go_live_at > timezone.now())
            if services.is_open(revised):
                revised.prepare()
            services.lock()
        return super().publish(revision, *args, **kwargs)

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        services.lock_first()
        return super().unpublish(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            services.lock()
            return super().delete(*args, **kwargs)

    def add_child(self, **kwargs: Any) -> Any:
        """Adding a page locks the row of its parent; the ledger's lock comes before."""
        with transaction.atomic():
            services.lock()
            return super().add_child(**kwargs)

    def move(self, *args: Any, **kwargs: Any) -> Any:
        """A move locks the rows of two parents; two moves at once may take them crosswise."""
        with transaction.atomic():
            services.lock()
            return super().move(*args, **kwargs)


class LedgerModel(Publishable, TranslatableMixin, models.Model):
    """Base of shared things that are items: public when a current document names them, or an editor says
    so."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public = models.BooleanField(
        _("always public"),
        default=False,
        help_text=_("Show it even when no published item names it."),
    )

    facet: ClassVar[str] = ""
    """Name of the facet that items which name it carry."""

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with locked_and_prepared(self):
            super().save(*args, **kwargs)
            services.settle(self.source_key)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            services.lock()
            return super().delete(*args, **kwargs)

    @property
    def source_key(self) -> SourceKey:
        return SourceKey(self._meta.label_lower, self.pk)

    @property
    def new_uid(self) -> uuid.UUID:
        return self.uid

    @classmethod
    def expected_pks(cls) -> set[int]:
        """Those that should be public, for comparing with the ledger."""
        named = services.named_by(cls.facet)
        things = cls._default_manager.values_list("pk", "uid", "public")
        return {pk for pk, uid, always in things if always or str(uid) in named}

    def is_public(self) -> bool:
        return self.public or services.is_named(self.facet, self.uid)

    def copy_for_translation(self, locale: Locale, exclude_fields: list[str] | None = None) -> Self:
        """A copy in another language is another item."""
        copy: Self = super().copy_for_translation(locale, exclude_fields)
        copy.uid = uuid.uuid4()
        return copy
