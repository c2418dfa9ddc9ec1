"""Writes what the readers read: each release in a transaction of its own, so that a run may be broken off
anywhere.

A release is known by (newsroom, source, id). What has not changed at its source is not touched, and what
an editor has
changed or deleted here is left alone.
"""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.errors import NewsroomError
from cms.ledger import services, tasks
from cms.ledger.models import Item
from cms.releases.importing.incoming import BadRow, Contact, ImageReference, Incoming, LeftOut, Row
from cms.releases.importing.indexing import index_page, indexing_by_hand
from cms.releases.importing.languages import Newsrooms
from cms.releases.importing.media import MediaFolder
from cms.releases.importing.prepared import Prepared, Unusable, prepare
from cms.releases.importing.vocabulary import Vocabulary
from cms.releases.models import ImportedRelease, ReleaseAsset, ReleaseContact, ReleasePage

if TYPE_CHECKING:
    from datetime import datetime

    from cms.newsroom.models import NewsroomPage, Person

logger = logging.getLogger(__name__)

SETTLE_AT_ONCE = 100


class Outcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    LEFT_ALONE = "left_alone"
    LEFT_OUT = "left_out"
    FAILED = "failed"


@dataclass(slots=True)
class Report:
    """What a run did."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    failures: list[BadRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    """Names of files in the media folder that were left out, each with the reason."""
    newsrooms: list[str] = field(default_factory=list)
    """Codes of the languages for which a newsroom was created."""
    closed: list[str] = field(default_factory=list)
    """Slugs of newsrooms that are not public."""

    @property
    def rows(self) -> int:
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What the database remembers of a row."""

    digest: str
    published: bool
    page_id: int | None


class Importer:
    """One run into one newsroom and its translations."""

    def __init__(
        self,
        newsroom: NewsroomPage,
        *,
        publish: bool = False,
        dry_run: bool = False,
        canonical: bool = False,
        media: MediaFolder | None = None,
    ) -> None:
        self.key: UUID = newsroom.translation_key
        self.publish = publish
        self.dry_run = dry_run
        self.canonical = canonical
        self.media = media or MediaFolder(None)
        self.newsrooms = Newsrooms(newsroom, publish=publish)
        self.vocabulary = Vocabulary()
        self.locales: dict[str, Locale] = {}
        self.slugs: dict[int, set[str]] = {}
        self.seen: dict[tuple[str, str], int] = {}
        """Ids of this run, with the line of each: of two rows with one id, the first is taken, in every
        run."""
        self.report = Report()
        rows = ImportedRelease.objects.filter(newsroom_key=self.key)
        self.known = {
            (source, external_id): Known(digest, published, page_id)
            for source, external_id, digest, published, page_id in rows.values_list(
                "source", "external_id", "digest", "published", "page_id"
            )
        }

    def run(
        self, rows: Iterable[Row | BadRow | LeftOut], *, after_row: Callable[[], object] = lambda: None
    ) -> Report:
        """Import the rows, then refresh what shows something of them. `after_row` is called after each."""
        try:
            with tasks.holding_refreshes(), indexing_by_hand():
                for row in rows:
                    self.report.outcomes[self._take(row)] += 1
                    after_row()
                self._settle()
        finally:
            self.report.newsrooms = list(self.newsrooms.created)
            self.report.closed = list(self.newsrooms.not_public()) if self.publish else []
            self.report.refused = dict(self.media.refused)
            self.report.notes["image_refused"] += len(self.media.refused)
            self.report.notes = +self.report.notes
        return self.report

    def _take(self, row: Row | BadRow | LeftOut) -> Outcome:
        if isinstance(row, BadRow):
            self.report.failures.append(row)
            return Outcome.FAILED
        if isinstance(row, LeftOut):
            self.report.left_out.append(row)
            return Outcome.LEFT_OUT
        try:
            self._refuse_repeated(row)
            return self._import(row.incoming)
        except (ValueError, NewsroomError, DatabaseError, OSError) as error:
            reason = str(error)
        except ValidationError as error:
            reason = " ".join(error.messages)
        except (
            Exception
        ) as error:  # a row must never end the run: what nobody thought of is logged with its trace
            logger.exception("Row %d could not be imported.", row.line)
            reason = f"{type(error).__name__}: {error}"
        self.vocabulary.forget()
        self.report.failures.append(BadRow(row.line, reason or "The row cannot be imported."))
        return Outcome.FAILED

    def _refuse_repeated(self, row: Row) -> None:
        key = (row.incoming.source, row.incoming.external_id)
        first = self.seen.setdefault(key, row.line)
        if first != row.line:
            raise Unusable(f"Its id is that of row {first} too, which was taken: {key[1]}")

    def _import(self, incoming: Incoming) -> Outcome:
        digest = incoming.digest()
        known = self.known.get((incoming.source, incoming.external_id))
        if known and known.page_id is None:
            return Outcome.LEFT_ALONE
        if known and known.digest == digest and (known.published or not self._publishes(incoming)):
            return Outcome.UNCHANGED
        code = self.newsrooms.code_for(incoming.language)
        prepared = prepare(incoming, find_image=partial(self._image, incoming), canonical=self.canonical)
        if incoming.draft and self.publish:
            prepared.notes.append("kept_as_draft")
        if self.dry_run:
            self.newsrooms.plan_for(code)
            outcome = Outcome.UPDATED if known else Outcome.CREATED
            self.known[incoming.source, incoming.external_id] = Known(digest, self._publishes(incoming), 0)
        else:
            outcome = self._write(incoming, prepared, digest, self.newsrooms.page_for(code))
        self.report.notes.update(prepared.notes if outcome is not Outcome.LEFT_ALONE else [])
        return outcome

    def _publishes(self, incoming: Incoming) -> bool:
        return self.publish and not incoming.draft

    def _image(self, incoming: Incoming, reference: ImageReference) -> int | None:
        """The image in the media folder: what the row says of it (a path) goes with what the text says."""
        listed = next((image for image in incoming.images if image.src == reference.src), None)
        if listed is not None:
            reference = ImageReference(
                src=reference.src,
                alt=reference.alt or listed.alt,
                caption=reference.caption or listed.caption,
                path=listed.path,
            )
        return self.media.image(reference)

    def _write(self, incoming: Incoming, prepared: Prepared, digest: str, parent: NewsroomPage) -> Outcome:
        outcome = self._write_again_when_locked(incoming, prepared, digest, parent)
        publishes = self._publishes(incoming)
        self.known[incoming.source, incoming.external_id] = Known(digest, publishes, 0)
        return outcome

    def _write_again_when_locked(
        self, incoming: Incoming, prepared: Prepared, digest: str, newsroom: NewsroomPage
    ) -> Outcome:
        for attempt in range(1, tasks.ATTEMPTS):
            try:
                return self._write_once(incoming, prepared, digest, newsroom)
            except OperationalError:  # a dead-lock, or a database that is busy
                self.vocabulary.forget()
                time.sleep(attempt * 0.1)
        return self._write_once(incoming, prepared, digest, newsroom)

    def _write_once(
        self, incoming: Incoming, prepared: Prepared, digest: str, newsroom: NewsroomPage
    ) -> Outcome:
        with transaction.atomic():
            services.lock()  # before any page row, as all who publish do
            row = ImportedRelease.objects.filter(
                newsroom_key=self.key, source=incoming.source, external_id=incoming.external_id
            ).first()
            if row is None:
                row = ImportedRelease(
                    newsroom_key=self.key, source=incoming.source, external_id=incoming.external_id
                )
                page = self._create(incoming, prepared, newsroom)
                outcome = Outcome.CREATED
            elif row.page is None or row.page.latest_revision_id != row.revision_id:
                return Outcome.LEFT_ALONE
            else:
                page = row.page.get_latest_revision_as_object()
                outcome = Outcome.PUBLISHED if row.digest == digest else Outcome.UPDATED
                self._update(page, prepared, newsroom)
            self._publish(page, row, incoming)
            row.page_id = page.pk
            row.digest, row.url, row.translation_group = digest, incoming.url, incoming.translation_group
            row.settled = outcome is Outcome.CREATED and not row.translation_group
            row.save()
            return outcome

    def _create(self, incoming: Incoming, prepared: Prepared, newsroom: NewsroomPage) -> ReleasePage:
        page = ReleasePage(live=False, locale_id=newsroom.locale_id)
        page.slug = self._free_slug(newsroom.pk, prepared.slug)
        key = self._translation_key(incoming, newsroom.locale_id)
        if key is not None:
            page.translation_key = key
        self._fill(page, prepared)
        Page.objects.get(pk=newsroom.pk).add_child(instance=page)
        return page

    def _update(self, page: ReleasePage, prepared: Prepared, newsroom: NewsroomPage) -> None:
        if page.locale_id != newsroom.locale_id:
            raise ValueError(
                "The release has changed its language. Delete it here, and import it as a new one."
            )
        self._fill(page, prepared)
        ReleasePage.objects.filter(pk=page.pk).update(
            first_published_at=page.first_published_at, go_live_at=page.go_live_at
        )

    def _publish(self, page: ReleasePage, row: ImportedRelease, incoming: Incoming) -> None:
        revision = page.save_revision(clean=False)
        row.revision_id = revision.pk
        if self._publishes(incoming):
            revision.publish()
            row.published = True
            page = ReleasePage.objects.get(pk=page.pk)
        index_page(page)

    def _fill(self, page: ReleasePage, prepared: Prepared) -> None:
        locale = self._locale(page.locale_id)
        page.title = page.draft_title = prepared.title
        page.subtitle, page.summary, page.kind = prepared.subtitle, prepared.summary, prepared.kind
        page.canonical_url = prepared.canonical_url
        page.copyright_holder, page.usage_terms = prepared.copyright_holder, prepared.usage_terms
        page.body = json.dumps(prepared.body)
        page.links = json.dumps(prepared.links)
        page.first_published_at, page.go_live_at = _dates(prepared.published_at)
        page.topics = self.vocabulary.topics(prepared.topics, locale)
        people = [self.vocabulary.person(contact, locale) for contact in prepared.contacts]
        page.contacts = [  # type: ignore[misc]
            ReleaseContact(person=person, sort_order=n) for n, person in enumerate(dict.fromkeys(people))
        ]
        page.byline = self._author(prepared.byline, locale)
        page.assets = [ReleaseAsset(image_id=pk, sort_order=n) for n, pk in enumerate(prepared.images)]  # type: ignore[misc]
        page.hero_id = prepared.images[0] if prepared.images else None
        page.tags.clear()
        page.tags.add(*prepared.tags)

    def _author(self, name: str, locale: Locale) -> Person | None:
        from cms.newsroom.models import Person

        return self.vocabulary.person(Contact(name=name), locale, role=Person.Role.OTHER) if name else None

    def _locale(self, pk: int) -> Locale:
        if str(pk) not in self.locales:
            self.locales[str(pk)] = Locale.objects.get(pk=pk)
        return self.locales[str(pk)]

    def _free_slug(self, parent_id: int, slug: str) -> str:
        """`slug`, or with the first free number behind it."""
        if parent_id not in self.slugs:
            children = ReleasePage.objects.child_of(Page.objects.get(pk=parent_id))
            self.slugs[parent_id] = set(children.values_list("slug", flat=True))
        taken, free, number = self.slugs[parent_id], slug, 1
        while free in taken:
            number += 1
            free = f"{slug}-{number}"
        taken.add(free)
        return free

    def _translation_key(self, incoming: Incoming, locale_id: int) -> UUID | None:
        """The key that the release shares with those of its group; None when this language is there
        already."""
        if not incoming.translation_group:
            return None
        group = ImportedRelease.objects.filter(
            newsroom_key=self.key,
            source=incoming.source,
            translation_group=incoming.translation_group,
            page__isnull=False,
        )
        pages = list(group.order_by("pk").values_list("page__translation_key", "page__locale_id"))
        if not pages:
            return None
        if locale_id in {locale for _, locale in pages}:
            self.report.notes["translation_doubled"] += 1
            return None
        key: UUID = pages[0][0]
        return key

    def _settle(self) -> None:
        """Refresh the items that show something of what was written: translations, related releases.
        Idempotent."""
        while not self.dry_run:
            unsettled = ImportedRelease.objects.filter(newsroom_key=self.key, settled=False)
            batch = list(unsettled.order_by("source", "translation_group", "pk")[:SETTLE_AT_ONCE])
            if not batch:
                return
            items = Item.objects.filter(
                source_type="page", source_id__in=[row.page_id for row in batch if row.page_id]
            )
            tasks.refresh_dependents.call([str(uid) for uid in items.values_list("uid", flat=True)])
            ImportedRelease.objects.filter(pk__in=[row.pk for row in batch]).update(settled=True)


def _dates(published_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """(first published, goes live): a date to come is an embargo."""
    if published_at is not None and published_at > timezone.now():
        return None, published_at
    return published_at, None
