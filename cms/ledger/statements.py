"""SQL that is compiled once and run many times.

Django builds the SQL of a queryset anew for each request, which costs several times what running it costs. Here a
queryset is built once, with a `Parameter` wherever a value varies; each run only puts the values in their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connections
from django.db.models import Expression, Field, QuerySet


class Parameter(Expression):
    """Stands in a queryset for a value that each run of its statement gives."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]


class Statement:
    """The SQL of a queryset of rows (`values_list`), ready to run with values for its parameters."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        self.using = rows.db
        compiler = rows.query.get_compiler(self.using)
        self.sql, self.parameters = compiler.as_sql()
        columns = [column for column, _, _ in compiler.select]
        self.converters = [
            (place, functions, column)
            for place, (functions, column) in compiler.get_converters(columns).items()
        ]

    def run(self, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """All rows. `values` are by the names of the parameters."""
        connection = connections[self.using]
        return self._rows(self.sql, [self._bound(given, values, connection) for given in self.parameters])

    def run_each(self, many: Sequence[Mapping[str, Any]]) -> Sequence[Sequence[Any]]:
        """The rows for each of `many` values, all in one statement and in no order."""
        if not many:
            return []
        connection = connections[self.using]
        sql = " UNION ALL ".join(
            f"SELECT * FROM ({self.sql}) AS each_{number}"  # nosec B608 # compiled by Django
            for number in range(len(many))
        )
        bound = [self._bound(given, values, connection) for values in many for given in self.parameters]
        return self._rows(sql, bound)

    def _rows(self, sql: str, bound: Sequence[Any]) -> Sequence[Sequence[Any]]:
        connection = connections[self.using]
        with connection.cursor() as cursor:
            cursor.execute(sql, bound)
            rows: Sequence[Sequence[Any]] = cursor.fetchall()
        if not self.converters:
            return rows
        converted = [list(row) for row in rows]
        for row in converted:
            for place, functions, column in self.converters:
                for function in functions:
                    row[place] = function(row[place], column, connection)
        return converted

    @staticmethod
    def _bound(given: Any, values: Mapping[str, Any], connection: Any) -> Any:
        if isinstance(given, Parameter):
            return given.output_field.get_db_prep_value(values[given.name], connection)
        return given
