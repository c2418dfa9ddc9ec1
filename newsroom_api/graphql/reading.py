"""Resolves fields from stored JSON, and from what was found for it (`graphql/finders.py`)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any


def read(name: str, default: Any, content: Any, _info: Any, **_arguments: Any) -> Any:
    """Resolves a field from stored JSON."""
    return content.get(name, default)


def read_found(name: str, content: Any, _info: Any, **arguments: Any) -> Any:
    """Resolves a field that takes arguments from what was found for these."""
    return content[found_key(name, arguments)]


def found_key(name: str, arguments: Mapping[str, Any]) -> Hashable:
    """Under which key a content holds what was found for a field with these arguments."""
    given = tuple(sorted((key, value) for key, value in arguments.items() if value is not None))
    return (name, *given) if given else name
