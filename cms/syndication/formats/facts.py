"""What an edition says besides its document: everything that the formats need of an item that is no longer there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri

from cms.conf import newsroom as conf

Content = Mapping[str, Any]

CORRECTED = "CORRECTED"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFacts:
    """An edition without its document. Times are RFC 3339 in UTC, as documents hold them."""

    uid: str
    """Id of the item."""
    type: str
    """What the item is (`ItemType`)."""
    kind: str = ""
    """Kind of a release, type of an asset; else empty."""
    version: int
    """The version of the item that the edition made."""
    action: str
    """What happened (`Edition.Action`)."""
    issued_at: str
    """When."""
    note: str = ""
    """The public note of a correction, or the reason of a withdrawal."""
    seq: int | None = None
    """The number of the edition, where it is known."""

    @property
    def correction(self) -> str:
        """What the edition corrected; empty when it was no correction."""
        return self.note if self.action == CORRECTED else ""


def facts_of(document: Content) -> EditionFacts:
    """The facts of the edition that made a document, as far as it tells them itself."""
    corrections = document["corrections"]
    note = corrections[-1]["note"] if corrections and _is_of(corrections[-1], document) else ""
    corrected = bool(corrections) and _is_of(corrections[-1], document)
    action = CORRECTED if corrected else "ISSUED" if document["version"] == 1 else "REFRESHED"
    return EditionFacts(
        uid=document["id"],
        type=document["type"],
        kind=document.get("kind")
        or document.get("file_type")
        or (document.get("file") or {}).get("type")
        or "",
        version=document["version"],
        action=action,
        issued_at=document["updated_at"],
        note=note,
    )


def _is_of(correction: Content, document: Content) -> bool:
    return bool(correction["version"] == document["version"])


def urn(uid: str) -> str:
    """The name of something in all the world, the same whatever site carries it (RFC 9562)."""
    return f"urn:uuid:{uid}"


def uri(address: str) -> str:
    """An address as an URI: international ones in their ASCII form."""
    return iri_to_uri(address) or ""


def newsroom_address(document: Content) -> str:
    """The address of the newsroom of an item: items are below it, unless an editor gave another canonical address."""
    below, _, slug = document.get("url", "").rpartition("/")
    return below if slug and slug == document["slug"] else f"{conf.BASE_URL}/{document['newsroom']['slug']}"


def site_name() -> str:
    """The host of this site: who speaks where no newsroom is named."""
    return urlsplit(conf.BASE_URL).hostname or conf.BASE_URL
