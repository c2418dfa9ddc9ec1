"""Who a key belongs to: one statement, with all of the partner's scope. Giving and taking keys is in `services/keys.py`."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Exists, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from cms.access import Role, Scope, Viewer
from cms.errors import InvalidKey
from cms.ledger.models import Item
from cms.ledger.statements import Parameter, Statement
from cms.newsroom.models import Topic
from cms.syndication.models import Partner, PartnerKey
from cms.syndication.services.use import touch_key

KEY = re.compile(r"(nrk_[A-Za-z0-9]{8})_[A-Za-z0-9_-]{43}")
USED_EVERY = timedelta(minutes=1)
"""How often the use of a key is written down."""
WRONG = "The key is not valid: it is wrong, or has been revoked. Ask the newsroom for another."
NOBODY = "0" * 64


def viewer_of_key(key: str) -> Viewer:
    """The partner that a key belongs to. Raises `InvalidKey`; that it has expired is told to its owner alone."""
    shape = KEY.fullmatch(key)
    rows = _statement().run({"prefix": shape[1]}) if shape else []
    is_right = hmac.compare_digest(digest_of(key), rows[0][0] if rows else NOBODY)
    if shape is None or not rows or not is_right:
        raise InvalidKey(WRONG)
    _digest, pk, expires_at, revoked_at, used_at, partner, is_active, limit, *scope = rows[0]
    now = timezone.now()
    if revoked_at is not None or not is_active:
        raise InvalidKey(WRONG)
    if expires_at is not None and expires_at <= now:
        raise InvalidKey(f"The key expired at {_written(expires_at)}. Ask the newsroom for another.")
    is_fresh = used_at is not None and used_at > now - USED_EVERY
    if not is_fresh:
        touch_key(pk, now, before=now - USED_EVERY)
    return Viewer(
        role=Role.PARTNER,
        partner=partner,
        key=shape[1],
        rate_limit=limit,
        scope=_scope(*scope),
        is_fresh=is_fresh,
    )


def scope_of(partner: Partner) -> Scope:
    """What a partner may carry."""
    (row,) = _scopes(Partner.objects.filter(pk=partner.pk), "").values_list(*SCOPE_COLUMNS)
    return _scope(*row)


def digest_of(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


class Joined(Aggregate):
    """The values of a group as one text, with commas between; null of none."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


SCOPE_COLUMNS = (
    *("kinds", "locales", "asset_use", "comments", "some_newsrooms", "some_topics"),
    *("newsroom_pages", "newsroom_items", "topic_uids"),
)


@lru_cache
def _statement() -> Statement:
    keys = PartnerKey.objects.filter(prefix=Parameter("prefix", TextField()))
    own = ("digest", "pk", "expires_at", "revoked_at", "last_used_at")
    partners = ("partner_id", "partner__active", "partner__rate_limit")
    scope = [name if name in ANNOTATED else f"partner__{name}" for name in SCOPE_COLUMNS]
    return Statement(_scopes(keys, "partner__").values_list(*own, *partners, *scope))


ANNOTATED = ("newsroom_pages", "newsroom_items", "topic_uids")


def _scopes(rows: QuerySet[Any], path: str) -> QuerySet[Any]:
    """Rows with what their partners have chosen of newsrooms and topics, each as one text."""
    homes: Any = Partner.newsrooms.through
    subjects: Any = Partner.topics.through
    chosen = homes.objects.filter(partner=OuterRef(f"{path}pk"))
    pages = chosen.order_by().values("partner").annotate(all=Joined(Cast("newsroompage", TextField())))
    mine = homes.objects.filter(partner=OuterRef(OuterRef(f"{path}pk")), newsroompage=OuterRef("source_id"))
    named = Concat(Cast("uid", TextField()), Value(":"), "slug")
    items = Item.objects.filter(Exists(mine), source_type="page").order_by().values("source_type")
    topics = Topic.objects.filter(
        pk__in=subjects.objects.filter(partner=OuterRef(OuterRef(f"{path}pk"))).values("topic")
    )
    uids = (
        topics.order_by().annotate(one=Value(1)).values("one").annotate(all=Joined(Cast("uid", TextField())))
    )
    return rows.annotate(
        newsroom_pages=Subquery(pages.values("all")),
        newsroom_items=Subquery(items.annotate(all=Joined(named)).values("all")),
        topic_uids=Subquery(uids.values("all")),
    )


def _scope(
    kinds: list[str],
    locales: list[str],
    asset_use: str,
    comments: bool,
    some_newsrooms: bool,
    some_topics: bool,
    pages: str | None,
    items: str | None,
    topics: str | None,
) -> Scope:
    named = [each.partition(":") for each in _each(items)]
    homes = frozenset(UUID(uid) for uid, _colon, _slug in named)
    subjects = frozenset(map(UUID, _each(topics)))
    chosen = [sorted(kinds), sorted(locales), asset_use, comments, some_newsrooms, some_topics]
    mark = json.dumps([*chosen, sorted(_each(pages)), sorted(map(str, subjects))])
    return Scope(
        newsrooms=homes if some_newsrooms or pages else None,
        kinds=frozenset(kinds) or None,
        topics=subjects if some_topics or subjects else None,
        locales=frozenset(locales) or None,
        asset_use=asset_use,
        comments=bool(comments),
        slugs=frozenset(slug for _uid, _colon, slug in named),
        version=hashlib.sha256(mark.encode()).hexdigest()[:16],
    )


def _each(joined: str | None) -> Iterable[str]:
    return joined.split(",") if joined else ()


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
