"""What visitors send, as JSON Schema: drf-spectacular finds the extension by its base class.

The fields, their limits and their descriptions are those of `newsroom_api/conversation/serializers.py`.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from rest_framework import serializers

from newsroom_api.conversation.contributing import Contribute
from newsroom_api.conversation.fields import BodyText, Choice, Flag, Identifier, Line
from newsroom_api.conversation.serializers import PostComment, VisitorInput
from newsroom_api.rest.parameters import NO_NUL

NO_PLACE = {"item": {"type": "null"}, "comment": {"type": "null"}}
"""What says that a contribution belongs to no item, or to no comment."""


class VisitorInputExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """A component for each kind of input."""

    target_class = "newsroom_api.conversation.serializers.VisitorInput"
    match_subclasses = True

    def get_name(self, auto_schema: Any, direction: Any) -> str:
        return str(self._serializer().__class__.__name__)

    def map_serializer(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        return input_schema(self._serializer())

    def _serializer(self) -> VisitorInput:
        made: VisitorInput = self.target() if isinstance(self.target, type) else self.target
        return made


def input_schema(serializer: VisitorInput) -> dict[str, Any]:
    """JSON Schema of an input."""
    fields = serializer.fields
    schema: dict[str, Any] = {
        "type": "object",
        "description": " ".join((type(serializer).__doc__ or "").split()),
        "properties": {name: field_schema(field) for name, field in fields.items()},
        "additionalProperties": False,
    }
    if required := [name for name, field in fields.items() if field.required]:
        schema["required"] = required
    if isinstance(serializer, PostComment):
        schema["if"] = _filled("identity_token")
        schema["else"] = _filled(*serializer.required_of_visitors)
    if isinstance(serializer, Contribute):
        schema["properties"]["consent"]["const"] = True
        schema |= _one_place()
    return schema


def _filled(*names: str) -> dict[str, Any]:
    """That these fields are given and not empty."""
    return {"required": list(names), "properties": {name: {"minLength": 1} for name in names}}


def _one_place() -> dict[str, Any]:
    """That a contribution belongs to one thing alone: what is left out, null or empty is not given."""
    return {
        "if": _only("newsroom", {"pattern": r"\S"}),
        "then": {"properties": _left_out("item", "comment")},
        "else": {
            "if": _only("item", {"type": "string"}),
            "then": {"properties": _left_out("comment")},
            "else": _only("comment", {"type": "string"}),
        },
    }


def _only(name: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {"required": [name], "properties": {name: shape}}


def _left_out(*names: str) -> dict[str, Any]:
    return {name: NO_PLACE[name] for name in names}


def field_schema(field: serializers.Field[Any, Any, Any, Any]) -> dict[str, Any]:
    """JSON Schema of a field, with its label and help text as description."""
    words = [str(field.label) if field.label else "", str(field.help_text or "")]
    described = {"description": ": ".join(filter(None, words)) or "."}
    if isinstance(field, Flag):
        default = {"default": field.default} if isinstance(field.default, bool) else {}
        return {"type": "boolean"} | default | described
    if isinstance(field, Identifier):
        return {"type": ["string", "null"], "format": "uuid"} | described
    if isinstance(field, Choice):
        blank = [""] if field.allow_blank else []
        return {"type": "string", "enum": [*blank, *field.choices]} | described
    schema: dict[str, Any] = {"type": "string", "pattern": NO_NUL} | described
    if field.required:
        schema["minLength"] = 1
    if most := getattr(field, "most_characters", None) or getattr(field, "max_length", None):
        schema["maxLength"] = most
    if isinstance(field, BodyText | Line):  # they are cleaned of what does not show
        del schema["pattern"]
    if isinstance(field, serializers.EmailField):
        schema["format"] = "email"
    return schema
