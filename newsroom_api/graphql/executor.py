"""Executes what the exposed documents answer by themselves without the general machinery of graphql-core.

A list of 20 releases has some 400 fields, nearly all of them values in a dict that were checked when they were
stored. Those are copied here; every other field, and whatever could be an error, goes the general way.
"""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from graphql import (
    ExecutionContext,
    FieldNode,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.error import located_error
from graphql.execution.execute import get_field_def
from graphql.pyutils import Path

from newsroom_api.graphql.reading import read


class Copied(NamedTuple):
    """A field whose value is copied from the document."""

    nodes: list[FieldNode]
    name: str = ""
    default: Any = None
    required: bool = False
    object_type: GraphQLObjectType | None = None
    """None for values, and lists of values."""
    plain: bool = False
    """Whether this field is copied at all."""


class DocumentExecution(ExecutionContext):
    """graphql-core's execution, with a short cut for the fields of documents."""

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        fields: dict[str, list[FieldNode]],
    ) -> dict[str, Any]:
        if type(source_value) is not dict:
            return super().execute_fields(parent_type, source_value, path, fields)  # type: ignore[return-value]
        results: dict[str, Any] = {}
        for key, field in self._copied(parent_type, fields):
            value = source_value.get(field.name, field.default) if field.plain else None
            if not field.plain or (value is None and field.required):
                result = self.execute_field(
                    parent_type, source_value, field.nodes, Path(path, key, parent_type.name)
                )
                results[key] = result
            elif field.object_type is None or value is None:
                results[key] = value
            else:
                below = Path(path, key, parent_type.name)
                results[key] = self._objects_or_null(field, field.object_type, value, below)
        return results

    def _objects_or_null(self, field: Copied, kind: GraphQLObjectType, value: Any, path: Path) -> Any:
        try:
            return self._objects(field, kind, value, path)
        except Exception as raised:
            error = located_error(raised, field.nodes, path.as_list())
            if field.required:
                raise error from raised
            self.collected_errors.add(error, path)
            return None

    def _objects(self, field: Copied, kind: GraphQLObjectType, value: Any, path: Path) -> Any:
        below = self.collect_subfields(kind, field.nodes)
        if isinstance(value, list):
            return [
                self.execute_fields(kind, each, Path(path, index, None), below)
                for index, each in enumerate(value)
            ]
        return self.execute_fields(kind, value, path, below)

    def _copied(
        self, parent_type: GraphQLObjectType, fields: dict[str, list[FieldNode]]
    ) -> list[tuple[str, Copied]]:
        """How each field is answered; worked out once for each selection of a request."""
        known: dict[int, Any] = self.__dict__.setdefault("_newsroom_copied", {})
        entry = known.get(id(fields))
        if entry is None:
            steps = [(key, self._step(parent_type, nodes)) for key, nodes in fields.items()]
            entry = known[id(fields)] = (fields, steps)  # holding `fields` keeps its id from being used again
        steps_known: list[tuple[str, Copied]] = entry[1]
        return steps_known

    def _step(self, parent_type: GraphQLObjectType, nodes: list[FieldNode]) -> Copied:
        definition = get_field_def(self.schema, parent_type, nodes[0])
        resolve = definition.resolve if definition else None
        if (
            not isinstance(resolve, partial)
            or resolve.func is not read
            or definition is None
            or definition.args
        ):
            return Copied(nodes)
        name, default = resolve.args
        required, kind = is_non_null_type(definition.type), get_named_type(definition.type)
        if is_leaf_type(kind):
            return Copied(nodes, name, default, required, plain=True)
        if isinstance(kind, GraphQLObjectType):
            return Copied(nodes, name, default, required, kind, plain=True)
        return Copied(nodes)
