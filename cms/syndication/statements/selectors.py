"""Reading official statements: releases of the kind STATEMENT, by what they speak of.

A newer statement of the same newsroom on the same subject supersedes an older one. The subject is what is asked for: an
address, or a topic; where nothing is asked for, a common address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from cms.access import Viewer
from cms.errors import NotFound
from cms.ledger.document import ItemType
from cms.ledger.filters import check_text
from cms.ledger.models import Edition, Item
from cms.ledger.paging import PageOf, PageRequest, decode_cursor, encode_cursor, page_of
from cms.releases.document import ReleaseKind
from cms.syndication.models import ItemKey
from cms.syndication.statements.document import StatementStatus
from cms.syndication.web_addresses import key_of

CURSOR = "STATEMENTS"
COLUMNS = ("uid", "state", "newsroom__slug", "locale", "version", "published_at", "updated_at")
OF_DOCUMENT = ("card__title", "card__summary", "card__url", "document__about_urls")
SLUG = re.compile(r"[^\s./:?#]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """What statements are asked for: one kind of key, with any of these values."""

    name: str
    values: tuple[str, ...]


def subject_of(viewer: Viewer, about: str) -> Subject:
    """The subject that `about` means: a topic by its id or slug, else an address.

    Raises `NotFound` for a topic that is not public, and `InvalidInput` for what is neither.
    """
    check_text(about, "about")
    text = about.strip()
    try:
        topics = Q(uid=UUID(text))
    except ValueError:
        if not SLUG.fullmatch(text):
            return Subject(ItemKey.Name.ABOUT, (key_of(text, field="about"),))
        topics = Q(slug=text)
    found = Item.objects.filter(topics, type=ItemType.TOPIC, state=Item.State.USABLE)
    uids = tuple(str(uid) for uid in found.values_list("uid", flat=True)[:100])
    if not uids:
        raise NotFound(
            f"No public topic has the id or slug {text!r}. An address begins with https://.", field="about"
        )
    return Subject(ItemKey.Name.TOPIC, uids)


def list_statements(
    viewer: Viewer, page: PageRequest, *, about: Subject | None = None
) -> PageOf[dict[str, Any]]:
    """A page of statements, the newest first, in one statement of SQL."""
    rows = _statements(about)
    if page.cursor is not None:
        published_at, uid = decode_cursor(page.cursor, CURSOR, datetime)
        side = "gt" if page.backward else "lt"
        rows = rows.filter(
            Q(**{f"published_at__{side}": published_at})
            | Q(published_at=published_at, **{f"uid__{side}": uid})
        )
    rows = rows.order_by("published_at", "uid") if page.backward else rows.order_by("-published_at", "-uid")
    columns = rows.values_list(*COLUMNS, *OF_DOCUMENT, _newer(about), *_withdrawal())[: page.size + 1]
    found = [(_content(row), (row[5], row[0])) for row in columns]
    return page_of(found, page, lambda mark: encode_cursor(CURSOR, *mark))


def _statements(about: Subject | None) -> QuerySet[Item]:
    rows = Item.objects.filter(type=ItemType.RELEASE, kind=ReleaseKind.STATEMENT)
    if about is None:
        return rows
    keys = ItemKey.objects.filter(item=OuterRef("pk"), name=about.name, value__in=about.values)
    return rows.filter(Exists(keys))


def _newer(about: Subject | None) -> Subquery:
    """Id of the newest public statement of the same newsroom on the same subject, where that is a newer one."""
    keys = ItemKey.objects.filter(item=OuterRef("pk"))
    if about is None:
        own = ItemKey.objects.filter(item=OuterRef(OuterRef(OuterRef("pk"))), name=ItemKey.Name.ABOUT)
        keys = keys.filter(name=ItemKey.Name.ABOUT, value__in=own.values("value"))
    else:
        keys = keys.filter(name=about.name, value__in=about.values)
    newer = Item.objects.filter(
        Q(published_at__gt=OuterRef("published_at"))
        | Q(published_at=OuterRef("published_at"), uid__gt=OuterRef("uid")),
        Exists(keys),
        type=ItemType.RELEASE,
        kind=ReleaseKind.STATEMENT,
        state=Item.State.USABLE,
        newsroom=OuterRef("newsroom"),
    )
    return Subquery(newer.order_by("-published_at", "-uid").values("uid")[:1])


def _withdrawal() -> tuple[Subquery, Subquery]:
    """Why and when: the note and the time of the item's newest edition."""
    newest = Edition.objects.filter(seq=OuterRef("seq"))
    return Subquery(newest.values("note")), Subquery(newest.values("issued_at"))


def _content(row: tuple[Any, ...]) -> dict[str, Any]:
    """The content of a `Statement`."""
    uid, state, newsroom, locale, version, published_at, updated_at = row[:7]
    title, summary, url, about_urls, newer, note, issued_at = row[7:]
    withdrawn = state == Item.State.WITHDRAWN
    status = StatementStatus.SUPERSEDED if newer else StatementStatus.CURRENT
    return {
        "id": str(uid),
        "status": str(StatementStatus.WITHDRAWN if withdrawn else status),
        "superseded_by_id": str(newer) if newer else None,
        "newsroom_slug": newsroom or "",
        "locale": locale,
        "version": version,
        "published_at": _time(published_at),
        "updated_at": _time(updated_at),
        "title": title,
        "summary": summary,
        "url": url,
        "about_urls": about_urls or [],
        "reason": note if withdrawn else None,
        "withdrawn_at": _time(issued_at) if withdrawn else None,
    }


def _time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
