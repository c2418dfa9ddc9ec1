"""What is on the shelf: putting files there before they are public, and taking away what no item names.

`prepare` comes before the ledger's lock, `is_prepared` and `copies_of` under it. A file is recorded before it is
put on the shelf and forgotten after it has left, so that a crash leaves nothing there that nobody knows of.
A sweep chooses under the lock, and takes away without it; what somebody is about to publish is left alone.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.conf import newsroom
from cms.errors import StorageUnavailable
from cms.ledger import services
from cms.ledger.document import Envelope
from cms.ledger.models import Facet
from cms.media import derivatives
from cms.media.document import ORIGINAL, SHELF_FACET
from cms.media.models import Asset, Derivative, ShelfFile
from cms.media.refusal import RefusedFile
from cms.media.storage import shelf, vault

LEASE = timedelta(seconds=40)
"""How long a file that is prepared waits to be named by an item."""
SLOWEST = 20_000_000
"""Bytes a second that a storage copies at the least: a large file is waited for so much longer."""
TAKE_OVER = timedelta(seconds=60)
"""After so long, what another sweep has begun to take away is taken away by this one."""
BATCH = 500
"""Most files that one sweep takes away."""
WAIT_SECONDS = 10
"""How long to wait for a file that is just being taken away."""

State = ShelfFile.State
logger = logging.getLogger(__name__)


def prepare(assets: Iterable[Asset], *, publicly: bool = True) -> None:
    """Make the public copies of `assets` that are missing, and, `publicly`, put them on the shelf.

    Raises `RefusedFile` for a file of which no copies can be made, and `StorageUnavailable`; not for a preview,
    which shows what there is.
    """
    assets = list(assets)
    if not publicly:
        _make_what_can_be_made(assets)
        return
    for _attempt in range(2):
        copies = {copy.shelf_name: copy for asset in assets for copy in derivatives.ensure(asset)}
        try:
            while missing := copies.keys() - _hold(copies.keys()):
                for name in sorted(missing):
                    put(copies[name])
            return
        except FileNotFoundError:  # the vault has lost copies: all of these assets are made again
            logger.exception("Public copies are missing in the vault")
            Derivative.objects.filter(asset_uid__in=[asset.uid for asset in assets]).delete()
    raise StorageUnavailable(
        _("Files are missing in the storage. Tell those who run this site."), reason="LOST"
    )


def is_prepared(assets: Iterable[Asset]) -> bool:
    """Whether the public copies of `assets`, as they are now, are on the shelf and stay there."""
    states = [(asset.uid, derivatives.fingerprint(asset)) for asset in assets]
    copies = Derivative.objects.filter(asset_uid__in=[uid for uid, _fingerprint in states]).annotate(
        placed=Exists(ShelfFile.objects.filter(pk=OuterRef("shelf_name"), state=State.PLACED))
    )
    found: dict[tuple[object, str], bool] = {}
    for copy in copies:
        key = (copy.asset_uid, copy.fingerprint)
        found[key] = found.get(key, True) and copy.placed
    return all(found.get(state, False) for state in states)


def copies_of(asset: Asset, envelope: Envelope) -> list[Derivative]:
    """The files that a document shows of an asset: for the public those on the shelf, else all there are.

    While the copies of the newest state are still to be made, those of the state before are shown.
    Raises `StorageUnavailable` when the public has none.
    """
    rows = Derivative.objects.filter(asset_uid=asset.uid).annotate(
        placed=Exists(ShelfFile.objects.filter(pk=OuterRef("shelf_name"), state=State.PLACED))
    )
    states: dict[str, list[Derivative]] = {}
    for row in rows.order_by("-made_at", "-pk"):
        states.setdefault(row.fingerprint, []).append(row)
    current = derivatives.fingerprint(asset)
    for key in sorted(states, key=lambda state: state != current):
        if envelope.preview or all(row.placed for row in states[key]):  # type: ignore[attr-defined]
            return sorted(states[key], key=_in_order)
    if envelope.preview:
        return []
    raise StorageUnavailable(
        _("The files of “%(title)s” are not ready for the public. Try again in a minute.")
        % {"title": asset.title}
    )


def address_of(copy: Derivative, envelope: Envelope) -> str:
    """Where the readers of the document find the file: on the shelf, or for a while in the vault. Absolute."""
    address = str(vault.url(copy.vault_name) if envelope.preview else shelf.url(copy.shelf_name))
    return urljoin(f"{newsroom.BASE_URL}/", address)


def sweep() -> int:
    """Take from the shelf what no item names and nobody is about to publish; returns how many files."""
    now = timezone.now()
    late = Q(state=State.LEAVING, leaving_since__lt=now - TAKE_OVER)
    if not ShelfFile.objects.filter(late | Q(pk__in=_idle(now).values("pk"))).exists():
        return 0
    sweeper = secrets.token_hex(8)
    with transaction.atomic():
        services.lock()
        names = list(_idle(now).values_list("pk", flat=True)[:BATCH])
        names += ShelfFile.objects.filter(late).values_list("pk", flat=True)[:BATCH]
        ShelfFile.objects.filter(pk__in=names).update(
            state=State.LEAVING, leaving_since=now, leaving_by=sweeper
        )
    shelf.remove(names)
    ShelfFile.objects.filter(pk__in=names, state=State.LEAVING, leaving_by=sweeper).delete()
    purge(names)
    return len(names)


def purge(names: Collection[str]) -> None:
    """Tell the CDN, where one is configured, that these files are gone."""
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    batch.add_urls([shelf.url(name) for name in names])
    batch.purge()


def named() -> QuerySet[Facet]:
    """The facets of the names that items give to files on the shelf."""
    return Facet.objects.filter(name=SHELF_FACET)


def _make_what_can_be_made(assets: Iterable[Asset]) -> None:
    for asset in assets:
        try:
            derivatives.ensure(asset)
        except (RefusedFile, StorageUnavailable) as problem:
            logger.warning("A preview lacks the files of %s %s: %s", type(asset).__name__, asset.pk, problem)


def _idle(now: datetime) -> QuerySet[ShelfFile]:
    """Files that no item names and nobody waits to publish."""
    waiting = ShelfFile.objects.filter(state__in=[State.PLACED, State.PLACING], needed_until__lt=now)
    return waiting.filter(~Exists(named().filter(value=Cast(OuterRef("name"), CharField()))))


def _hold(names: Collection[str]) -> set[str]:
    """Which of `names` are on the shelf; these stay there for a while, whether or not items name them."""
    now = timezone.now()
    placed = ShelfFile.objects.filter(pk__in=names, state=State.PLACED)
    ending = placed.filter(needed_until__lt=now + LEASE / 2).filter(
        ~Exists(named().filter(value=OuterRef("name")))
    )
    if ending.exists():
        ending.update(needed_until=now + LEASE)
    return set(placed.values_list("pk", flat=True))


def put(copy: Derivative) -> None:
    """Put a file on the shelf, recorded first; waits while it is just being taken away.

    Raises `StorageUnavailable`, and `FileNotFoundError` where the vault has lost the copy.
    """
    until = timezone.now() + LEASE + timedelta(seconds=copy.size / SLOWEST)
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        row, _created = ShelfFile.objects.get_or_create(pk=copy.shelf_name, defaults={"needed_until": until})
        waiting = ShelfFile.objects.filter(pk=row.pk).exclude(state=State.LEAVING)
        if waiting.update(needed_until=until):
            break
        if time.monotonic() > deadline:
            raise StorageUnavailable(
                _("A file is just being withdrawn. Try again in a minute."), reason="LEAVING"
            )
        time.sleep(0.1)
    shelf.take(
        copy.vault_name,
        copy.shelf_name,
        content_type=copy.mime_type,
        download_name=_download_name(copy),
    )
    ShelfFile.objects.filter(pk=copy.shelf_name, state=State.PLACING).update(state=State.PLACED)


def _download_name(copy: Derivative) -> str | None:
    """The name under which a browser saves the file; None for what it shows by itself."""
    shown = copy.name != ORIGINAL or copy.mime_type.startswith(("video/", "audio/"))
    return None if shown else copy.shelf_name.rsplit("/", 1)[-1]


def _in_order(copy: Derivative) -> tuple[int, str]:
    return derivatives.order_of(copy.name), copy.mime_type
