"""Who is asking, and what each may see. Every selector takes a `Viewer` as its first argument."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The kinds of reader. Only `PUBLIC` is served from caches."""

    PUBLIC = "PUBLIC"
    PREVIEW = "PREVIEW"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A reader of the newsroom. A preview viewer may see one draft, that of its token, besides what is public."""

    role: Role = Role.PUBLIC
    preview_token: str = ""


PUBLIC = Viewer()
