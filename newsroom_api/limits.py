"""What a GraphQL request may cost: measured on the parsed document, before anything is validated or executed.

Points: a field that answers with an object costs 1, plainer ones nothing. A page of n costs n times one more
than what is selected of each item; a list of links that must be loaded counts as a page of `LINKS_PER_LIST`;
a mutation costs `MUTATION_POINTS`; each
object of the introspection costs `INTROSPECTION_POINTS`. Fragments count wherever they are spread.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    is_list_type,
)
from graphql.type import SchemaMetaFieldDef, TypeMetaFieldDef

from cms.conf import newsroom as conf
from cms.errors import NewsroomError
from newsroom_api.graphql.lookahead import held_by
from newsroom_api.graphql.shapes import all_parts, documents

LINKS_PER_LIST = 10
MUTATION_POINTS = 150
INTROSPECTION_POINTS = 10
INTROSPECTION_DEPTH = 20
INTROSPECTION_LISTS = frozenset({"fields", "interfaces", "possibleTypes", "inputFields"})
INTROSPECTION_NESTING = 2
"""How many of those lists may stand inside each other: the schema is a graph, and has no end."""


class LimitExceeded(NewsroomError):
    """The request is larger than a limit allows; `limit` and `actual` are in the limit's own unit."""

    code = "LIMIT_EXCEEDED"

    def __init__(self, message: str, *, limit: int, actual: int | None = None, status: int = 400) -> None:
        super().__init__(message)
        self.limit = limit
        self.actual = actual
        self.status = status


@dataclass(slots=True)
class Measure:
    """The size of a selection: levels, points, nesting of introspection lists, and response keys by field."""

    depth: int = 0
    cost: int = 0
    nesting: int = 0
    keys: dict[str, set[str]] = field(default_factory=dict)

    def add(self, other: Measure) -> None:
        self.depth = max(self.depth, other.depth)
        self.nesting = max(self.nesting, other.nesting)
        self.cost += other.cost
        for name, keys in other.keys.items():
            self.keys.setdefault(name, set()).update(keys)


def check_document(schema: GraphQLSchema, document: DocumentNode) -> None:
    """Raise `LimitExceeded` for too many operations, directives or aliases, and for too great a depth."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) > 1:
        message = f"A request holds one operation; this one holds {len(operations)}."
        raise LimitExceeded(message, limit=1, actual=len(operations))
    meter = Meter(schema, document, {})
    depth = meter.total().depth
    if depth > conf.GRAPHQL_DEPTH:
        message = f"The query is {depth} levels deep; the limit is {conf.GRAPHQL_DEPTH}."
        raise LimitExceeded(message, limit=conf.GRAPHQL_DEPTH, actual=depth)
    if meter.directives > conf.GRAPHQL_DIRECTIVES:
        message = f"The query has {meter.directives} directives; the limit is {conf.GRAPHQL_DIRECTIVES}."
        raise LimitExceeded(message, limit=conf.GRAPHQL_DIRECTIVES, actual=meter.directives)


def check_cost(cost: int) -> None:
    """Raise `LimitExceeded` when the points are too many."""
    if cost > conf.GRAPHQL_COST:
        message = f"The query costs {cost} points; the limit is {conf.GRAPHQL_COST}. Ask for smaller pages."
        raise LimitExceeded(message, limit=conf.GRAPHQL_COST, actual=cost)


@contextmanager
def time_limit() -> Iterator[None]:
    """Refuse further database statements once the request has had its time."""
    seconds = conf.GRAPHQL_SECONDS
    until = time.monotonic() + seconds

    def in_time(execute: Any, *arguments: Any) -> Any:
        if time.monotonic() >= until:
            raise LimitExceeded(f"The query took longer than the limit of {seconds} seconds.", limit=seconds)
        return execute(*arguments)

    with connection.execute_wrapper(in_time):
        yield


def _defaults(document: DocumentNode) -> dict[str, int]:
    """The whole numbers that variables are when a request does not say."""
    return {
        definition.variable.name.value: int(definition.default_value.value)
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode)
        for definition in node.variable_definitions
        if isinstance(definition.default_value, IntValueNode)
    }


class Meter:
    """Measures a document, each of its selections once however often its fragments are spread."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self.schema = schema
        self.variables = {**_defaults(document), **variables}
        self.definitions = document.definitions
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.directives = 0
        self.measured: dict[tuple[int, str], Measure] = {}
        self.spreading: set[str] = set()

    def total(self) -> Measure:
        """The measure of the document's operation."""
        total = Measure()
        for node in self.definitions:
            if isinstance(node, OperationDefinitionNode):
                self.directives += len(node.directives)
                total.add(self.of(node.selection_set, self.schema.get_root_type(node.operation)))
        return total

    def of(self, selections: SelectionSetNode, parent: Any) -> Measure:
        """The measure of a selection on an object of type `parent` (None where the document is wrong)."""
        key = (id(selections), getattr(parent, "name", ""))
        if key not in self.measured:
            self.measured[key] = self._measure(selections, parent)
        return self.measured[key]

    def _measure(self, selections: SelectionSetNode, parent: Any) -> Measure:
        total = Measure()
        repeats: Counter[str] = Counter()
        for node in selections.selections:
            self.directives += len(node.directives)
            if isinstance(node, FieldNode):
                repeats[node.name.value] += 1
                total.add(self._field(node, parent))
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                on = self.schema.get_type(condition.name.value) if condition else parent
                total.add(self.of(node.selection_set, on))
            elif isinstance(node, FragmentSpreadNode):
                total.add(self._fragment(node.name.value))
        for name, keys in total.keys.items():
            times = max(len(keys), repeats[name])
            if times > conf.GRAPHQL_ALIASES:
                limit = conf.GRAPHQL_ALIASES
                message = f"The field `{name}` is asked for {times} times in one place; the limit is {limit}."
                raise LimitExceeded(message, limit=limit, actual=times)
        return total

    def _fragment(self, name: str) -> Measure:
        fragment = self.fragments.get(name)
        if fragment is None or name in self.spreading:  # validation tells of both
            return Measure()
        self.spreading.add(name)
        try:
            return self.of(fragment.selection_set, self.schema.get_type(fragment.type_condition.name.value))
        finally:
            self.spreading.discard(name)

    def _field(self, node: FieldNode, parent: Any) -> Measure:
        name = node.name.value
        definition = self._definition(name, parent)
        kind = get_named_type(definition.type) if definition else None
        below = self.of(node.selection_set, kind) if node.selection_set else Measure()
        measure = Measure(depth=below.depth + 1, keys={name: {node.alias.value if node.alias else name}})
        if getattr(kind, "name", "").startswith("__"):
            return self._introspection(name, parent, below, measure)
        if definition is not None and is_composite_type(kind):
            measure.cost = self._cost(node, definition, parent, below)
        return measure

    def _definition(self, name: str, parent: Any) -> GraphQLField | None:
        if parent is self.schema.query_type and name in ("__schema", "__type"):
            return SchemaMetaFieldDef if name == "__schema" else TypeMetaFieldDef
        if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            found: GraphQLField | None = parent.fields.get(name)
            return found
        return None

    def _introspection(self, name: str, parent: Any, below: Measure, measure: Measure) -> Measure:
        measure.cost = INTROSPECTION_POINTS + below.cost if below.keys else 0
        measure.nesting = below.nesting + (name in INTROSPECTION_LISTS)
        if measure.nesting > INTROSPECTION_NESTING or below.depth > INTROSPECTION_DEPTH:
            message = (
                f"Introspection goes {INTROSPECTION_DEPTH} levels deep, with {INTROSPECTION_NESTING} of "
                f"{', '.join(sorted(INTROSPECTION_LISTS))} inside each other; this one goes further."
            )
            raise LimitExceeded(message, limit=INTROSPECTION_DEPTH, actual=below.depth)
        if parent is self.schema.query_type:
            measure.depth = 1
        return measure

    def _cost(self, node: FieldNode, definition: GraphQLField, parent: Any, below: Measure) -> int:
        if parent.name.endswith(("Connection", "Edge")):
            return below.cost
        if parent is self.schema.mutation_type:
            return MUTATION_POINTS + below.cost
        if "first" in definition.args:
            return self._page_size(node) * (1 + below.cost)
        shape = definition.type.of_type if isinstance(definition.type, GraphQLNonNull) else definition.type
        if is_list_type(shape) and self._loads(node.name.value, parent, below):
            return LINKS_PER_LIST * (1 + below.cost)
        return 1 + below.cost

    def _loads(self, name: str, parent: Any, below: Measure) -> bool:
        document = documents().get(parent.name)
        part = all_parts(document).get(name) if document else None
        return bool(part and part.found) or bool(
            part and part.link and not held_by(part).issuperset(below.keys)
        )

    def _page_size(self, node: FieldNode) -> int:
        """The size asked for, as far as it is allowed; what is not allowed is refused later."""
        for argument in node.arguments:
            if argument.name.value in ("first", "last"):
                value: Any = None
                if isinstance(argument.value, IntValueNode):
                    value = int(argument.value.value)
                elif isinstance(argument.value, VariableNode):
                    value = self.variables.get(argument.value.name.value)
                if isinstance(value, int):
                    return max(1, min(value, int(conf.PAGE_SIZE_MAX)))
        return int(conf.PAGE_SIZE)
