"""Looks ahead in a query: what must be read for the fields below one, before any of them is resolved.

What does not live here: reading it (`links.py`, `finders.py`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from graphql import FieldNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLResolveInfo
from graphql.execution.collect_fields import collect_sub_fields
from graphql.execution.values import get_argument_values

from cms.ledger.document import Document, ItemDocument
from newsroom_api.graphql.reading import found_key
from newsroom_api.graphql.shapes import METADATA, VARIANTS, Part, all_parts, parts, shapes

ALWAYS_KNOWN = frozenset({"type", "__typename"})
"""Fields that follow from the GraphQL type alone."""

Content = dict[str, Any]


@dataclass(slots=True)
class Step:
    """What to do with one field that holds links, or documents that do, or that is found."""

    part: Part
    load: bool
    whole: bool
    below: Plan = field(default_factory=dict)
    arguments: dict[str, Any] = field(default_factory=dict)
    """Of a field that is found: there is a step for each set of arguments."""
    counted: bool = False
    """Of a page: whether its `totalCount` is asked for."""
    single: bool = False
    """Whether there can be one of it in the whole answer."""

    @property
    def key(self) -> Any:
        """Where a content holds it."""
        return found_key(self.part.name, self.arguments) if self.part.found else self.part.name


Plan = dict[Hashable, Step]
"""Steps by the key of the field; empty where the documents hold all that is asked."""


@cache
def held_by(part: Part) -> frozenset[str]:
    """GraphQL names of the fields of a link that need no loading; none where the link does not tell its type."""
    unknown = part.link is None or part.members[0] in VARIANTS
    return frozenset() if unknown else ALWAYS_KNOWN | parts(cast("type[Document]", part.link)).keys()


@cache
def on_card(document: type[ItemDocument]) -> frozenset[str]:
    """GraphQL names of the fields that lists hold."""
    on = {name for name, part in parts(document).items() if part.name in document.card_fields}
    return ALWAYS_KNOWN | on | (all_parts(document).keys() - parts(document).keys() - {METADATA.name})


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


def node_selections(info: GraphQLResolveInfo, name: str, nodes: Sequence[FieldNode]) -> list[FieldNode]:
    """The selections on the nodes of the connections of type `name` that `nodes` ask for, by `nodes` and `edges`."""
    on_page = selected(info, f"{name}Connection", nodes)
    edges = on_page.get("edges", [])
    through_edges = selected(info, f"{name}Edge", edges).get("node", []) if edges else []
    return [*on_page.get("nodes", []), *through_edges]


def needs_whole(info: GraphQLResolveInfo, document: type[ItemDocument], nodes: Sequence[FieldNode]) -> bool:
    """Whether the selection asks for fields that cards do not hold."""
    members = cast("tuple[type[ItemDocument], ...]", shapes(document))
    return any(not on_card(member).issuperset(selected(info, member.__name__, nodes)) for member in members)


def plan(
    info: GraphQLResolveInfo,
    members: Iterable[type[Document]],
    nodes: Sequence[FieldNode],
    *,
    single: bool = False,
) -> Plan:
    """What must be loaded below `nodes`, whose value is one of the `members`; `single`: there is one such value."""
    wanted: dict[str, tuple[Part, str, dict[int, FieldNode]]] = {}
    for member in (shape for each in members for shape in shapes(each)):
        known = all_parts(member)
        for name, below in selected(info, member.__name__, nodes).items():
            if name in known and (known[name].members or known[name].found):
                part, _, found = wanted.get(name, (known[name], "", {}))
                both = tuple(dict.fromkeys(part.members + known[name].members))
                merged = found | {id(node): node for node in below}
                wanted[name] = (part._replace(members=both), member.__name__, merged)
    steps = [
        step
        for name, (part, owner, below) in wanted.items()
        for step in _steps(info, part, name, owner, list(below.values()), single)
    ]
    return {step.key: step for step in steps if step.load or step.below}


def _steps(
    info: GraphQLResolveInfo, part: Part, name: str, owner: str, nodes: list[FieldNode], single: bool
) -> list[Step]:
    """The step of a field; of one that is found, a step for each set of arguments."""
    if not part.found:
        return [_step(info, part, nodes, single)]
    definition = cast("GraphQLObjectType | GraphQLInterfaceType", info.schema.type_map[owner]).fields[name]
    by_arguments: dict[Hashable, tuple[dict[str, Any], list[FieldNode]]] = {}
    for node in nodes:
        arguments = get_argument_values(definition, node, info.variable_values)
        by_arguments.setdefault(found_key(name, arguments), (arguments, []))[1].append(node)
    return [_found_step(info, part, arguments, same, single) for arguments, same in by_arguments.values()]


def _found_step(
    info: GraphQLResolveInfo, part: Part, arguments: dict[str, Any], nodes: list[FieldNode], single: bool
) -> Step:
    counted, on_members = False, nodes
    if part.page:
        name = part.members[0].__name__
        counted = "totalCount" in selected(info, f"{name}Connection", nodes)
        on_members = node_selections(info, name, nodes)
    items = [member for member in part.members if issubclass(member, ItemDocument)]
    return Step(
        part,
        load=True,
        whole=any(needs_whole(info, item, nodes) for item in items),
        below=plan(info, part.members, on_members, single=single and not part.many and not part.page),
        arguments=arguments,
        counted=counted,
        single=single,
    )


def _step(info: GraphQLResolveInfo, part: Part, nodes: list[FieldNode], single: bool) -> Step:
    below = plan(info, part.members, nodes, single=single and not part.many)
    target = part.members[0]
    if part.link is None or not issubclass(target, ItemDocument):
        return Step(part, load=False, whole=False, below=below)
    names = {name for shape in shapes(target) for name in selected(info, shape.__name__, nodes)}
    load = not held_by(part).issuperset(names)
    return Step(part, load=load, whole=load and needs_whole(info, target, nodes), below=below)
