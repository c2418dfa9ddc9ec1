"""Scalars that pass stored values through, and check what comes in.

graphene's own refuse the strings that stored JSON holds; these parse on input only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import graphene
from annotated_types import Le
from graphql import GraphQLError, StringValueNode, ValueNode
from pydantic import AwareDatetime

from cms.errors import InvalidInput

LARGEST_EXACT = 2**53 - 1
"""The largest integer that JSON readers in JavaScript keep exact."""


class DateTime(graphene.Scalar):
    """A moment, as RFC 3339 writes it: `2026-03-01T09:00:00Z`. Answers are in UTC."""

    @staticmethod
    def serialize(value: Any) -> str:
        return value if isinstance(value, str) else value.isoformat().replace("+00:00", "Z")

    @staticmethod
    def parse_value(value: Any) -> dt.datetime:
        try:
            moment = dt.datetime.fromisoformat(value)
            if moment.tzinfo is None or len(value) < len("2026-03-01T09:00Z"):
                raise ValueError
            return moment.astimezone(dt.UTC)
        except (TypeError, ValueError, OverflowError):
            raise GraphQLError(
                f"DateTime cannot represent {value!r}: write 2026-03-01T09:00:00Z, or another offset."
            ) from None

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> dt.datetime:
        return cls.parse_value(node.value if isinstance(node, StringValueNode) else None)


class Date(graphene.Scalar):
    """A day, as ISO 8601 writes it: `2026-03-01`."""

    @staticmethod
    def serialize(value: Any) -> str:
        return value if isinstance(value, str) else value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> dt.date:
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            raise GraphQLError(f"Date cannot represent {value!r}: write a day as in 2026-03-01.") from None

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> dt.date:
        return cls.parse_value(node.value if isinstance(node, StringValueNode) else None)


class BigInt(graphene.Scalar):
    """A whole number that may exceed the 32 bits of `Int`, up to 9,007,199,254,740,991."""

    @staticmethod
    def serialize(value: Any) -> int:
        return int(value)

    @staticmethod
    def parse_value(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_EXACT:
            raise GraphQLError(f"BigInt cannot represent {value!r}.")
        return value

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> int:
        text = getattr(node, "value", "")
        return cls.parse_value(int(text) if str(text).lstrip("-").isdigit() else None)


SCALARS: dict[Any, type[graphene.Scalar]] = {
    str: graphene.String,
    int: graphene.Int,
    float: graphene.Float,
    bool: graphene.Boolean,
    UUID: graphene.ID,
    AwareDatetime: DateTime,
    dt.date: Date,
}


def scalar(annotation: Any, limits: Iterable[Any]) -> type[graphene.Scalar]:
    """The scalar of a document's field. An integer beyond 32 bits says so by an upper limit, `le`."""
    upper = (limit.le for limit in limits if isinstance(limit, Le))
    large = annotation is int and any(isinstance(most, int) and most > 2**31 for most in upper)
    return BigInt if large else SCALARS[annotation]


def parse_id(value: str, *, field: str = "id") -> UUID:
    """The UUID that an `ID` argument holds. Raises `InvalidInput` for anything else."""
    try:
        uid = UUID(value)
    except ValueError:
        uid = None
    if uid is None or str(uid) != value.lower():
        raise InvalidInput(f"{value!r} is not an id: ids are UUIDs, as in the field `id`.", field=field)
    return uid
