"""What a partner's scope lets through: of files in a document, and of what it may ask for. Which editions, is in `standing.py`."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from cms.access import Scope
from cms.errors import Forbidden
from cms.ledger.document import ItemType
from cms.media.document import AssetType
from cms.syndication.models import AssetUse

MADE_OF_FILES = (ItemType.ASSET, ItemType.PRESS_KIT, ItemType.CONTRIBUTION)
"""Items that are nothing without their files."""
HELD_BY = {"IMAGE": "image", "VIDEO": "file", "AUDIO": "file", "DOCUMENT": "file", "GALLERY": "images"}
"""Blocks that are nothing without a file, and the field that has it."""
AI_MARKS = ('"ai_generated":true', '"ai_generated": true')
"""How stored JSON says that AI made a file, in either database."""


def cut(text: str, scope: Scope) -> str:
    """The JSON of a document without the files that the partner may not use; as it is, where it may use them all."""
    if scope.asset_use == AssetUse.ALL:
        return text
    if scope.asset_use == AssetUse.WITHOUT_AI and not any(mark in text for mark in AI_MARKS):
        return text
    document = with_files_for(json.loads(text), scope.asset_use)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def with_files_for(document: dict[str, Any], use: str) -> dict[str, Any]:
    """A document with those of its files alone that somebody with this use of files may have."""
    if use == AssetUse.ALL:
        return document
    cut_document: dict[str, Any] = _without(document, use)
    if cut_document["type"] == ItemType.PRESS_KIT:
        cut_document["file_count"] = len(cut_document["files"])
    return cut_document


def _without(value: Any, use: str) -> Any:
    """A JSON value without the files in it that may not be used: null in place of one, nothing in a list."""
    if isinstance(value, list):
        kept = (_without(member, use) for member in value)
        return [member for member in kept if member is not None]
    if not isinstance(value, dict):
        return value
    if _is_file_inside(value) and (use == AssetUse.NONE or value["ai_generated"]):
        return None
    whole = {name: _without(member, use) for name, member in value.items()}
    if use == AssetUse.NONE and whole.get("thumbnail_url"):
        whole["thumbnail_url"] = None
    needed = HELD_BY.get(whole.get("type", "")) if "renditions" not in whole else None
    return None if needed in whole and not whole[needed] else whole


def _is_file_inside(value: dict[str, Any]) -> bool:
    """Whether it is a file of an item. An asset, which is an item itself, is let through or kept back as a whole."""
    return "renditions" in value and "ai_generated" in value and value.get("type") != ItemType.ASSET


def check_asked(
    scope: Scope,
    *,
    newsroom: str | None,
    is_my_newsroom: bool,
    types: Collection[str],
    kinds: Collection[str],
    topics: Collection[Any],
    locale: str | None,
) -> None:
    """Whether a partner may ask for this. `topics` are the topic asked for and all above it.

    Raises `Forbidden`, which names the scope.
    """
    if newsroom is not None and scope.newsrooms is not None and not is_my_newsroom:
        raise _outside("newsroom", newsroom, scope.slugs)
    if scope.kinds is not None:
        for asked in types:
            if asked not in known_types(scope.kinds):
                raise _outside("type", asked, scope.kinds)
        for asked in kinds:
            if asked not in scope.kinds and not (asked in FILES and scope.kinds & OF_FILES):
                raise _outside("kind", asked, scope.kinds)
    if scope.asset_use == AssetUse.NONE and (refused := set(types) & set(MADE_OF_FILES)):
        raise Forbidden(
            f"{', '.join(sorted(refused))} is outside the scope of this key, which has no files.",
            field="type",
        )
    if topics and scope.topics is not None and not scope.topics & set(topics):
        raise _outside("topic", str(next(iter(topics))), map(str, scope.topics))
    if locale is not None and scope.locales is not None and locale not in scope.locales:
        raise _outside("locale", locale, scope.locales)


def check_newsroom(scope: Scope, slug: str | None) -> None:
    """Whether a partner may ask for this newsroom. Raises `Forbidden`, which names the scope."""
    if slug is not None and scope.newsrooms is not None and slug not in scope.slugs:
        raise _outside("newsroom", slug, scope.slugs)


FILES = frozenset(map(str, AssetType))
"""Kinds of files."""
OF_FILES = frozenset({ItemType.ASSET, ItemType.CONTRIBUTION})
"""Types of item whose kinds are those of files."""


def known_types(kinds: Collection[str]) -> set[str]:
    """The types of the items that a scope of kinds holds."""
    types = {kind for kind in kinds if kind in ItemType.__members__}
    return types | ({ItemType.RELEASE} if set(kinds) - types else set())


def _outside(field: str, asked: str, mine: Any) -> Forbidden:
    has = ", ".join(sorted(mine)) or "none that is public"
    return Forbidden(f"{field} {asked} is outside the scope of this key, which has: {has}.", field=field)
