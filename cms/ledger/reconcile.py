"""Comparing what is live with the ledger, both ways, and making up what is missing.

Safe at any time and as often as one likes: each difference is looked at again under the ledger's lock and
settled in a
transaction of its own. What a bulk `update()` or a crash has left behind is found here.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageViewRestriction

from cms.ledger.models import Address, Counter, Item
from cms.ledger.sources import SourceKey, page_models, shared_models
from cms.ledger.tasks import settle_safely


@dataclass(slots=True)
class Differences:
    """What was looked at again, and what could not be settled."""

    withdrawn: list[SourceKey] = field(default_factory=list)
    settled: list[SourceKey] = field(default_factory=list)
    failed: dict[SourceKey, str] = field(default_factory=dict)
    editions: int = 0


class LivePage(NamedTuple):
    """A page of ours that is live and that no view restriction covers."""

    pk: int
    path: str
    revision_id: int | None
    alias_of: int | None
    is_newsroom: bool


logger = logging.getLogger(__name__)


def reconcile(*, quick: bool = False) -> Differences:
    """Settle whatever differs between the pages (and people, topics) and the ledger.

    `quick` compares ids, live revisions and newsrooms alone. Otherwise every document is built again and
    compared, and
    facets, search entries and addresses are written again.
    """
    found = Differences()
    before = _last_seq()
    pages = list(_live_pages())
    expected = _expected_pages(pages)
    public = dict(
        Item.objects.filter(state="USABLE", source_type="page").values_list("source_id", "revision_id")
    )
    found.withdrawn = [SourceKey("page", pk) for pk in public.keys() - expected.keys()]
    _settle(found.withdrawn, found)
    unedited: set[SourceKey] = set()
    homes = dict(Item.objects.filter(source_type="page").values_list("source_id", "newsroom__source_id"))
    for page, newsroom in expected.values():
        key = SourceKey("page", page.pk)
        if public.get(page.pk, -1) == page.revision_id:
            unedited.add(key)
        if key not in unedited or homes.get(page.pk) != newsroom or not quick:
            found.settled.append(key)
    found.settled += _aliases_to_settle(pages, expected, quick=quick)
    _settle(found.settled, found, unedited=unedited, repairing=not quick)
    things = _things_to_settle(quick=quick)
    _settle(things, found, unedited=set(things), repairing=not quick)
    found.settled += things
    found.editions = _last_seq() - before
    return found


def _settle(
    keys: Iterable[SourceKey],
    found: Differences,
    *,
    unedited: Collection[SourceKey] = (),
    repairing: bool = False,
) -> None:
    for key in keys:
        try:
            settle_safely(key, refreshing=key in unedited, repairing=repairing)
        except Exception as error:
            logger.exception("Could not settle %s %s", *key)
            found.failed[key] = str(error)


def _live_pages() -> Iterable[LivePage]:
    """Newsrooms first, then the order of the tree."""
    types = {ContentType.objects.get_for_model(model).pk: model for model in page_models()}
    newsrooms = {pk for pk, model in types.items() if not model.parents_newsroom}
    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    rows = Page.objects.filter(live=True, content_type__in=types).order_by("path")
    pages = [
        LivePage(pk, path, revision_id, alias_of, type_id in newsrooms)
        for pk, path, revision_id, alias_of, type_id in rows.values_list(
            "pk", "path", "live_revision_id", "alias_of_id", "content_type_id"
        )
        if not path.startswith(closed)
    ]
    return sorted(pages, key=lambda page: not page.is_newsroom)


def _expected_pages(pages: list[LivePage]) -> dict[int, tuple[LivePage, int | None]]:
    """By id: the pages that must be public, each with the id of its newsroom's page."""
    newsrooms = {page.path: page.pk for page in pages if page.is_newsroom and page.alias_of is None}
    expected: dict[int, tuple[LivePage, int | None]] = {}
    for page in pages:
        home = None if page.is_newsroom else newsrooms.get(page.path[: -Page.steplen])
        if page.alias_of is None and (page.is_newsroom or home is not None):
            expected[page.pk] = (page, home)
    return expected


def _aliases_to_settle(
    pages: list[LivePage], expected: dict[int, tuple[LivePage, int | None]], *, quick: bool
) -> list[SourceKey]:
    """Aliases that are live without a second address, or the other way about."""
    newsrooms = {page.path for page in pages if page.is_newsroom and page.pk in expected}
    wanted = {
        page.pk
        for page in pages
        if page.alias_of in expected and (page.is_newsroom or page.path[: -Page.steplen] in newsrooms)
    }
    known = {
        pk for pk in Address.objects.values_list("alias_page_id", flat=True).distinct() if pk is not None
    }
    gone = known - set(Page.objects.filter(pk__in=known).values_list("pk", flat=True))
    Address.objects.filter(alias_page_id__in=gone).delete()
    unsettled = wanted ^ (known - gone) if quick else wanted | (known - gone)
    return [SourceKey("page", pk) for pk in sorted(unsettled)]


def _things_to_settle(*, quick: bool) -> list[SourceKey]:
    """People and topics that should be public and are not, or the other way about; all of them unless
    `quick`."""
    found: list[SourceKey] = []
    for model in shared_models():
        label = model._meta.label_lower
        wanted = model.expected_pks()
        public = set(
            Item.objects.filter(source_type=label, state="USABLE").values_list("source_id", flat=True)
        )
        found += [SourceKey(label, pk) for pk in sorted(wanted ^ public if quick else wanted | public)]
    return found


def _last_seq() -> int:
    return Counter.objects.filter(name=Counter.SEQ).values_list("value", flat=True).first() or 0
