"""Whether vault and shelf are apart (at `check --deploy`), and whether they do and refuse what they must (`probe`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import urllib3
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.files.storage import storages

from cms.errors import StorageUnavailable
from cms.media.storage import shelf, vault
from cms.media.storage.base import SHELF_CACHE_CONTROL

TEXT = b"This file shows that the storage works. It may be deleted.\n"
SECONDS = 10


@register(Tags.security, deploy=True)
def check_places(**kwargs: Any) -> list[CheckMessage]:
    """What is private must not lie where everybody may read."""
    private, public = vault.place, shelf.place
    if not (private.startswith(public) or public.startswith(private)):
        return []
    return [
        Error(
            "Vault and shelf are the same place, or one lies inside the other: private files would be public.",
            hint="Give them different folders (VAULT_ROOT, SHELF_ROOT), buckets (S3_VAULT_BUCKET, S3_SHELF_BUCKET) "
            "or prefixes (S3_VAULT_PREFIX, S3_SHELF_PREFIX).",
            id="newsroom_media.E001",
        )
    ]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried: what is right, or what is wrong and what to do."""

    good: bool
    words: str


def probe() -> list[Finding]:
    """Put, read, copy and remove a file, as this site and as a stranger. Leaves nothing behind."""
    found = [Finding(False, f"{problem.msg} {problem.hint}") for problem in check_places()]
    name = f"newsroom-check/{uuid4().hex}/check.txt"
    for part in (_of_vault, _of_shelf, _remove):
        try:
            found += part(name)
        except StorageUnavailable as error:
            found.append(Finding(False, f"{error.message} ({error.reason}; the log says more)"))
        except FileNotFoundError:
            found.append(Finding(False, "A file that was just stored is not there."))
    return found


def _of_vault(name: str) -> Iterator[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "check.txt"
        source.write_bytes(TEXT)
        vault.keep(source, name, content_type="text/plain")
    with vault.local_copy(name) as path:
        same = path.read_bytes() == TEXT
    yield Finding(same, "The vault keeps files." if same else "The vault gives back other bytes than it got.")
    place: Any = storages["newsroom_vault"]
    if place.plain_base:
        opened = _status(place.url(name)) == 200
        yield Finding(
            opened,
            "Presigned addresses open files of the vault."
            if opened
            else "A presigned address does not open its file: see S3_PUBLIC_ENDPOINT_URL and S3_REGION.",
        )
        closed = _status(place.plain_base + name) != 200
        yield Finding(
            closed,
            "Strangers cannot read the vault."
            if closed
            else "EVERYBODY CAN READ THE VAULT: take away the bucket's public policy or ACL.",
        )
        yield _listing(place, "vault")


def _of_shelf(name: str) -> Iterator[Finding]:
    shelf.take(name, name, content_type="text/plain", download_name="check.txt")
    listed = name in shelf.names()
    yield Finding(
        listed, "The shelf takes files and lists them." if listed else "The shelf does not list what it took."
    )
    status, cache_control = _answer(shelf.url(name))
    if status != 200:
        yield Finding(
            False, f"Readers get {status or 'no answer'} from the shelf at {shelf.base} instead of 200."
        )
    else:
        yield Finding(True, "Readers get files from the shelf.")
        yield Finding(
            cache_control == SHELF_CACHE_CONTROL,
            f"Files of the shelf are served with Cache-Control: {cache_control or 'nothing'}.",
        )
    place: Any = storages["newsroom_shelf"]
    if place.plain_base:
        yield _listing(place, "shelf")


def _listing(place: Any, what: str) -> Finding:
    bucket = place.plain_base.removesuffix(f"{place.location}/") if place.location else place.plain_base
    closed = _status(f"{bucket}?list-type=2&max-keys=1") != 200
    return Finding(
        closed,
        f"Strangers cannot list the {what}."
        if closed
        else f"EVERYBODY CAN LIST THE {what.upper()}: the policy may allow s3:GetObject at most, never s3:ListBucket.",
    )


def _remove(name: str) -> Iterator[Finding]:
    shelf.remove([name])
    vault.remove([name])
    yield Finding(True, "Vault and shelf delete files.")


def _status(address: str) -> int:
    return _answer(address)[0]


def _answer(address: str) -> tuple[int, str]:
    """Status (0 when nothing answers) and Cache-Control of an anonymous GET."""
    try:
        response = urllib3.request("GET", address, timeout=SECONDS, retries=False)
    except urllib3.exceptions.HTTPError:
        return 0, ""
    return response.status, response.headers.get("Cache-Control", "")
