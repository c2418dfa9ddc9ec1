"""Who is asking, and what each may see. Every selector takes a `Viewer` as its first argument."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """The kinds of reader. Only `PUBLIC` is served from caches that many share."""

    PUBLIC = "PUBLIC"
    PREVIEW = "PREVIEW"
    PARTNER = "PARTNER"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a partner may carry. None of a part: all there is; an empty one: nothing."""

    newsrooms: frozenset[UUID] | None = None
    """Ids of the items of newsrooms. What belongs to no newsroom (people, topics) is in no such scope."""
    kinds: frozenset[str] | None = None
    """Kinds of release, and types of other items."""
    topics: frozenset[UUID] | None = None
    """Ids of topics; what is filed under one below them counts."""
    locales: frozenset[str] | None = None
    asset_use: str = "ALL"
    """`ALL`, `WITHOUT_AI` or `NONE`: which files may be shown."""
    comments: bool = True
    slugs: frozenset[str] = frozenset()
    """Slugs of `newsrooms`, for words and for looking them up."""
    version: str = ""
    """Changes when somebody chooses otherwise; what was read by another version is not to be gone on with."""


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader of the newsroom. A preview viewer may see one draft, that of its token, besides what is public.

    A partner sees nothing that is not public either: its scope narrows what it is given.
    """

    role: Role = Role.PUBLIC
    preview_token: str = ""
    partner: int | None = None
    """Number of the partner."""
    key: str = ""
    """The beginning of the key that it came with, by which people tell keys apart."""
    rate_limit: int = 0
    """Requests a minute that the key may make."""
    scope: Scope = EVERYTHING
    is_fresh: bool = True
    """Whether the use of the key was written down less than a minute ago."""


PUBLIC = Viewer()
