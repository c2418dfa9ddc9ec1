"""The input objects of mutations, made of the serializers that check them for both APIs."""

from __future__ import annotations

from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case
from rest_framework import serializers

from cms.conversation.document import CommentKind, Relation
from cms.conversation.models import ReasonCode
from newsroom_api.conversation.serializers import VisitorInput
from newsroom_api.exposure import enum_type

ENUMS: dict[str, Any] = {"kind": CommentKind, "relation": Relation}
IDEMPOTENCY_KEY = (
    "A key of your own choice, new for every new request: the same request with the same key is answered again, and "
    "done once. The header `Idempotency-Key` may say it instead."
)
EDIT_TOKEN = "The token that came with the answer to the post."  # nosec B105 # no secret


def reason_enum() -> Any:
    """The grounds on which a comment may be reported."""
    return enum_type(ReasonCode, "ReasonCode", "A ground of the published guidelines.")


def input_fields(kind: type[VisitorInput]) -> dict[str, graphene.InputField]:
    """An input field for each field of a serializer."""
    return {name: _field(name, field, kind) for name, field in kind().fields.items()}


def given(values: dict[str, Any], *apart: str) -> dict[str, Any]:
    """What a serializer takes of an input object: without null, and without what is `apart` from it."""
    return {name: value for name, value in values.items() if value is not None and name not in apart}


def _field(name: str, field: Any, kind: type[VisitorInput]) -> graphene.InputField:
    parts = [str(field.help_text or field.label)]
    most = getattr(field, "most_characters", None) or getattr(field, "max_length", None)
    if most is not None:
        parts.append(f"At most {most:,} characters.")
    if name in kind.required_of_visitors:
        parts.append("Required, unless `identityToken` says it.")
    return graphene.InputField(
        _type(name, field), required=field.required, description=" ".join(parts), name=to_camel_case(name)
    )


def _type(name: str, field: Any) -> Any:
    if name == "reason":
        return reason_enum()
    if name in ENUMS:
        return enum_type(ENUMS[name])
    if isinstance(field, serializers.UUIDField):
        return graphene.ID
    return graphene.Boolean if isinstance(field, serializers.BooleanField) else graphene.String
