"""Loads what an answer's links point at: one statement for each level of the query, however many items.

A document holds its links as small embedded objects (`ItemLink`). Where a query asks for no more than those
hold, they are the answer. Where it asks for more, the linked items of all rows of a level are read at once, to
take the place of the links.
An item that is no longer public drops out of lists, and leaves null where null is allowed.
The releases that show an asset's file are links the other way round: found and read at once, for all assets of a level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast
from uuid import UUID

from graphql import FieldNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.collect_fields import collect_sub_fields
from graphql.execution.values import get_argument_values

from cms.errors import NotFound
from cms.ledger.document import Document, ItemDocument, ItemType
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import items_by_id
from cms.ledger.usage import items_showing
from cms.releases.document import Release
from newsroom_api.caching import item_key
from newsroom_api.graphql.shapes import USAGE, VARIANTS, Part, all_parts, parts, shapes

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
    most: int = 0
    """For the releases that show a file: how many to find. They are no part of the document."""


Plan = dict[str, Step]
"""Steps by the name of the field; empty where the documents hold all that is asked."""


@cache
def held_by(part: Part) -> frozenset[str]:
    """GraphQL names of the fields of a link that need no loading; none where the link does not tell its type."""
    unknown = part.link is None or part.members[0] in VARIANTS
    return frozenset() if unknown else ALWAYS_KNOWN | parts(cast("type[Document]", part.link)).keys()


@cache
def on_card(document: type[ItemDocument]) -> frozenset[str]:
    """GraphQL names of the fields that lists hold."""
    on = {name for name, part in parts(document).items() if part.name in document.card_fields}
    return ALWAYS_KNOWN | on | (all_parts(document).keys() - parts(document).keys())


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
    members = cast("tuple[type[ItemDocument], ...]", shapes(document))
    return any(not on_card(member).issuperset(selected(info, member.__name__, nodes)) for member in members)


def plan(info: GraphQLResolveInfo, members: Iterable[type[Document]], nodes: Sequence[FieldNode]) -> Plan:
    """What must be loaded below `nodes`, whose value is one of the `members`."""
    wanted: dict[str, tuple[Part, dict[int, FieldNode]]] = {}
    for member in (shape for each in members for shape in shapes(each)):
        known = all_parts(member)
        for name, below in selected(info, member.__name__, nodes).items():
            if name in known and known[name].members:
                part, found = wanted.get(name, (known[name], {}))
                both = tuple(dict.fromkeys(part.members + known[name].members))
                wanted[name] = (part._replace(members=both), found | {id(node): node for node in below})
    steps = {part.name: _step(info, part, list(below.values())) for part, below in wanted.values()}
    return {name: step for name, step in steps.items() if step.load or step.below}


def _step(info: GraphQLResolveInfo, part: Part, nodes: list[FieldNode]) -> Step:
    below = plan(info, part.members, nodes)
    target = part.members[0]
    if part == USAGE:
        return Step(part, True, needs_whole(info, Release, nodes), below, _most(info, nodes))
    if part.link is None or not issubclass(target, ItemDocument):
        return Step(part, load=False, whole=False, below=below)
    names = {name for shape in shapes(target) for name in selected(info, shape.__name__, nodes)}
    load = not held_by(part).issuperset(names)
    return Step(part, load=load, whole=load and needs_whole(info, target, nodes), below=below)


def _most(info: GraphQLResolveInfo, nodes: list[FieldNode]) -> int:
    """The largest `first` of these fields. Raises `InvalidInput` for one that no page may have."""
    asset = cast("GraphQLInterfaceType", info.schema.type_map["Asset"])
    definition = asset.fields[USAGE.name]
    given = [get_argument_values(definition, node, info.variable_values) for node in nodes]
    return max(PageRequest(first=arguments.get("first")).size for arguments in given)


def load_links(info: GraphQLResolveInfo, contents: Sequence[Content], steps: Plan) -> None:
    """Put items in the place of the links in `contents` that `steps` name, level by level."""
    level = [(content, steps) for content in contents] if steps else []
    while level:
        places = [place for content, below in level for place in _places(content, below)]
        _find_usage(info, [place for place in places if place[1].most])
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
            if step.most or content.get(name):
                yield content, step
        else:
            for inner in _values(content.get(name)):
                yield from _places(inner, step.below)


def _find_usage(info: GraphQLResolveInfo, places: list[tuple[Content, Step]]) -> None:
    """Put links to the releases that show their files into these assets; the releases are read with it."""
    if not places:
        return
    context = info.context
    context.keys.add("list-release")
    files = {UUID(holder["file_id"]) for holder, _ in places}
    most, whole = max(step.most for _, step in places), any(step.whole for _, step in places)
    found = items_showing(context.viewer, files, type=ItemType.RELEASE, first=most, whole=whole)
    rows = {str(row.uid): row for shown in found.values() for row in shown}
    context.keys.update(map(item_key, rows))
    for uid in rows.keys() - context.wholes:
        context.linked[uid] = rows[uid].content
    context.wholes |= rows.keys() if whole else set()
    for holder, step in places:
        holder[step.part.name] = [{"id": str(row.uid)} for row in found[UUID(holder["file_id"])]]


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
