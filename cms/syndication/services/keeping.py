"""Writing down by what items are found (`ItemKey`): a part of the transaction that makes their editions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cms.conf import newsroom as conf
from cms.errors import InvalidInput
from cms.ledger.document import ItemType
from cms.ledger.models import Edition
from cms.releases.document import ReleaseKind
from cms.syndication.models import ItemKey
from cms.syndication.web_addresses import key_of

CHUNK = 500


def keep_keys(editions: Sequence[Edition]) -> None:
    """Keep the keys of items that have just become public or changed. Those of withdrawn items stay as they were."""
    wanted = {edition.item_id: keys_of(edition.document) for edition in editions if edition.document}
    uids = list(wanted)
    for start in range(0, len(uids), CHUNK):
        _keep({uid: wanted[uid] for uid in uids[start : start + CHUNK]})


def keys_of(document: dict[str, Any]) -> set[tuple[str, str]]:
    """(name, value) of the keys of a document."""
    keys: set[tuple[str, str]] = set()
    url, path = document.get("url"), document.get("path")
    if url and path and url != f"{conf.BASE_URL}{path}":
        keys |= _of_address(ItemKey.Name.URL, url)
    if document["type"] == ItemType.RELEASE and document["kind"] == ReleaseKind.STATEMENT:
        for address in document["about_urls"]:
            keys |= _of_address(ItemKey.Name.ABOUT, address)
        for topic in document["topics"]:
            keys |= {(ItemKey.Name.TOPIC, uid) for uid in (topic["id"], *topic["ancestor_ids"])}
    return {(str(name), str(value)) for name, value in keys}


def _of_address(name: ItemKey.Name, address: str) -> set[tuple[str, str]]:
    try:
        return {(name, key_of(address))}
    except InvalidInput:
        return set()


def _keep(wanted: dict[UUID, set[tuple[str, str]]]) -> None:
    gone: list[int] = []
    missing = {uid: set(keys) for uid, keys in wanted.items()}
    for pk, uid, name, value in ItemKey.objects.filter(item__in=wanted).values_list(
        "pk", "item", "name", "value"
    ):
        if (name, value) in wanted[uid]:
            missing[uid].discard((name, value))
        else:
            gone.append(pk)
    if gone:
        ItemKey.objects.filter(pk__in=gone).delete()
    added = [
        ItemKey(item_id=uid, name=name, value=value) for uid, keys in missing.items() for name, value in keys
    ]
    if added:
        ItemKey.objects.bulk_create(added)
