"""Loads what an answer's links point at: one statement for each level of the query, however many items.

A document holds its links as small embedded objects (`ItemLink`). Where a query asks for no more than those
hold, they are the answer. Where it asks for more, the linked items of all rows of a level are read at once, to
take the place of the links.
An item that is no longer public drops out of lists, and leaves null where null is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast
from uuid import UUID

from graphql import FieldNode, GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.collect_fields import collect_sub_fields

from cms.errors import NotFound
from cms.ledger.document import Document, ItemDocument, ItemLink
from cms.ledger.selectors import items_by_id
from newsroom_api.graphql.shapes import Part, parts

ALWAYS_KNOWN = frozenset({"type", "__typename"})
"""Fields that follow from the GraphQL type alone."""

Content = dict[str, Any]


@dataclass(slots=True)
class Step:
    """What to do with one field that holds links, or documents that do."""

    part: Part
    load: bool
    whole: bool
    below: dict[str, Step] = field(default_factory=dict)


Plan = dict[str, Step]
"""Steps by the name of the field; empty where the documents hold all that is asked."""


@cache
def held_by(link: type[ItemLink]) -> frozenset[str]:
    """GraphQL names of the fields that need no loading."""
    return ALWAYS_KNOWN | parts(link).keys()


@cache
def on_card(document: type[ItemDocument]) -> frozenset[str]:
    """GraphQL names of the fields that lists hold."""
    return ALWAYS_KNOWN | {
        name for name, part in parts(document).items() if part.name in document.card_fields
    }


def selected(
    info: GraphQLResolveInfo, type_name: str, nodes: Sequence[FieldNode]
) -> dict[str, list[FieldNode]]:
    """The fields selected below `nodes` on an object of this type, by name; fragments applied."""
    object_type = cast("GraphQLObjectType", info.schema.type_map[type_name])
    by_name: dict[str, list[FieldNode]] = {}
    fields = collect_sub_fields(info.schema, info.fragments, info.variable_values, object_type, list(nodes))
    for same_key in fields.values():
        by_name.setdefault(same_key[0].name.value, []).extend(same_key)
    return by_name


def needs_whole(info: GraphQLResolveInfo, document: type[ItemDocument], nodes: Sequence[FieldNode]) -> bool:
    """Whether the selection asks for fields that cards do not hold."""
    return not on_card(document).issuperset(selected(info, document.__name__, nodes))


def plan(info: GraphQLResolveInfo, members: Iterable[type[Document]], nodes: Sequence[FieldNode]) -> Plan:
    """What must be loaded below `nodes`, whose value is one of the `members`."""
    wanted: dict[str, tuple[Part, list[FieldNode]]] = {}
    for member in members:
        known = parts(member)
        for name, below in selected(info, member.__name__, nodes).items():
            if name in known and known[name].members:
                wanted.setdefault(name, (known[name], []))[1].extend(below)
    steps = {part.name: _step(info, part, below) for part, below in wanted.values()}
    return {name: step for name, step in steps.items() if step.load or step.below}


def _step(info: GraphQLResolveInfo, part: Part, nodes: list[FieldNode]) -> Step:
    below = plan(info, part.members, nodes)
    target = part.members[0]
    if part.link is None or not issubclass(target, ItemDocument):
        return Step(part, load=False, whole=False, below=below)
    load = not held_by(part.link).issuperset(selected(info, target.__name__, nodes))
    return Step(part, load=load, whole=load and needs_whole(info, target, nodes), below=below)


def load_links(info: GraphQLResolveInfo, contents: Sequence[Content], steps: Plan) -> None:
    """Put items in the place of the links in `contents` that `steps` name, level by level."""
    level = [(content, steps) for content in contents] if steps else []
    while level:
        places = [place for content, below in level for place in _places(content, below)]
        links = [(link, step) for holder, step in places for link in _values(holder[step.part.name])]
        _load(info, links)
        level = []
        for holder, step in places:
            found = [info.context.linked.get(link["id"]) for link in _values(holder[step.part.name])]
            items = [item for item in found if item is not None]
            _replace(holder, step.part, items)
            level += [(item, step.below) for item in items if step.below]


def _places(content: Content, steps: Plan) -> Iterator[tuple[Content, Step]]:
    """Each object inside `content` that holds links to load, with the step to take there."""
    for name, step in steps.items():
        if step.load:
            if content.get(name):
                yield content, step
        else:
            for inner in _values(content.get(name)):
                yield from _places(inner, step.below)


def _values(value: Any) -> list[Content]:
    return value if isinstance(value, list) else [value] if value else []


def _load(info: GraphQLResolveInfo, links: list[tuple[Content, Step]]) -> None:
    """Read the linked items that this request has not read yet, as whole as any of the links needs them."""
    context = info.context
    wholes = {link["id"] for link, step in links if step.whole} - context.wholes
    missing = {link["id"] for link, _ in links} - context.linked.keys() | wholes
    if missing:
        rows = items_by_id(context.viewer, [UUID(uid) for uid in missing], whole=bool(wholes))
        context.linked.update({str(uid): row.content for uid, row in rows.items()})
        context.wholes |= missing if wholes else set()


def _replace(holder: Content, part: Part, items: list[Content]) -> None:
    if part.many:
        holder[part.name] = items
    elif items:
        holder[part.name] = items[0]
    elif part.required:
        raise NotFound(f"The {part.name} of this item is no longer public.")
    else:
        holder[part.name] = None
