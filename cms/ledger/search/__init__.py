"""Full-text search over items: one function to index and one to query, per database."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from cms.ledger.document import Texts
from cms.ledger.models import Item


def index(item: Item, texts: Texts) -> None:
    """Make the item findable by its words."""


def remove(uids: Collection[UUID]) -> None:
    """Make the items unfindable."""
