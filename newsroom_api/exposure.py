"""Documents as GraphQL types: fields, nullability and descriptions come from the pydantic models alone.

Answers are read from the stored JSON, never parsed. A link to an item is exposed as that item's own type;
`graphql/links.py` puts the item in the link's place when more is asked than the link holds.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, partial
from typing import Any, Literal, get_args, get_origin

import graphene
from pydantic.fields import FieldInfo

from cms.conversation.document import Comment, Thread
from cms.ledger.document import Document, ItemDocument
from newsroom_api.graphql.found import found_fields
from newsroom_api.graphql.meanings import MEANINGS
from newsroom_api.graphql.reading import read
from newsroom_api.graphql.scalars import scalar
from newsroom_api.graphql.shapes import VARIANTS, Part, parts, shape_of, without_null


def _exposed(part: Part, annotation: Any, info: FieldInfo) -> Any:
    """The GraphQL type of a field or of what its list holds, wrapped in `NonNull` and `List`."""
    required, inner = without_null(annotation)
    if get_origin(inner) is list:
        shape = graphene.List(_exposed(part, get_args(inner)[0], info))
    elif part.members:
        shape = output_type(part.members[0]) if len(part.members) == 1 else union_type(part.members)
    elif get_origin(inner) is Literal or issubclass(inner, StrEnum):
        chosen: type[StrEnum] = type(get_args(inner)[0]) if get_args(inner) else inner
        shape = enum_type(chosen)
    else:
        shape = scalar(inner, info.metadata)
    return graphene.NonNull(shape) if required else shape


def fields(document: type[Document]) -> dict[str, graphene.Field]:
    """A GraphQL field for each field of `document`."""
    return {
        part.name: graphene.Field(
            partial(_exposed, part, info.annotation, info),
            description=document.describe(part.name),
            deprecation_reason=document.deprecation(part.name),
            resolver=partial(read, part.name, None if info.is_required() else info.default),
        )
        for part, info in zip(parts(document).values(), document.model_fields.values(), strict=True)
    }


def output_type(document: type[Document]) -> Any:
    """The GraphQL type of a document: an interface for items of several shapes."""
    return interface_type(document) if document in VARIANTS else object_type(document)


@cache
def object_type(document: type[Document]) -> Any:
    """The GraphQL object type of a document."""
    interfaces: list[Any] = [Node, Item] if issubclass(document, ItemDocument) else []
    interfaces += [Node] if document in (Thread, Comment) else []
    interfaces += [interface_type(item) for item in VARIANTS if issubclass(document, item)]
    return _type(document, graphene.ObjectType, interfaces)


@cache
def interface_type(document: type[Document]) -> Any:
    """The GraphQL interface of an item of several shapes."""
    return _type(document, graphene.Interface, [Node, Item], resolve_type=Node.resolve_type)


def _type(document: type[Document], base: Any, interfaces: list[Any], **more: Any) -> Any:
    meta = type("Meta", (), {"description": document.__doc__, "interfaces": interfaces})
    own = {**fields(document), **found_fields(document, _found_type), **more}
    return type(document.__name__, (base,), {**own, "Meta": meta})


def _found_type(wanted: Any) -> Any:
    """The GraphQL type of what is found: of one of these documents, or of an enum."""
    if not isinstance(wanted, tuple):
        return enum_type(wanted)
    return output_type(wanted[0]) if len(wanted) == 1 else Item


@cache
def enum_type(enum: Any, name: str | None = None, description: str | None = None) -> Any:
    """The GraphQL enum of a Python enum."""
    about = description or enum.__doc__
    return graphene.Enum.from_enum(
        enum, name, description=lambda value: MEANINGS[enum][value] if value else about
    )


@cache
def union_type(members: tuple[type[Document], ...]) -> type[graphene.Union]:
    """The union of documents, named by their last word; the `type` in the stored JSON tells which it is."""
    (name,) = {re.findall("[A-Z][a-z]*", member.__name__)[-1] for member in members}
    by_type = {str(member.model_fields["type"].default): object_type(member) for member in members}
    meta = {
        "types": tuple(by_type.values()),
        "description": f"One of several kinds of {name.lower()}: see its `type`.",
    }
    resolve = staticmethod(lambda content, _info: by_type[content["type"]])
    return type(name, (graphene.Union,), {"Meta": type("Meta", (), meta), "resolve_type": resolve})


class Node(graphene.Interface):
    """Something with an id, by which `node` finds it again."""

    id = graphene.ID(required=True, description="The id.")

    @classmethod
    def resolve_type(cls, content: dict[str, Any], _info: Any) -> Any:
        return object_type(shape_of(content)) if "type" in content else None


class Item(graphene.Interface):
    """Anything that is public in its own right: a release, a newsroom, a person, a topic, an asset, a press kit or a discussion."""

    class Meta:
        interfaces = (Node,)

    locals().update(fields(ItemDocument))
    resolve_type = Node.resolve_type
