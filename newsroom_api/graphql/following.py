"""Carrying a subscription out: what happens in a thread, in the shape that a query asks for.

The protocol is GraphQL over SSE in its "distinct connections mode" (github.com/enisdenjo/graphql-sse, PROTOCOL.md):
`next` events with results, `complete` at the end; what is wrong with a request is told in a `next` event too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any, cast
from uuid import UUID

from graphql import ExecutionContext, ExecutionResult, GraphQLError, GraphQLObjectType, execute_sync
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import get_argument_values

from cms.conversation.live.changes import Kind, News
from newsroom_api.graphql.base import Content, RequestContext
from newsroom_api.graphql.documents import Prepared, RequestRefused
from newsroom_api.graphql.errors import error_content
from newsroom_api.graphql.executor import DocumentExecution
from newsroom_api.graphql.requests import Parameters
from newsroom_api.graphql.scalars import parse_id
from newsroom_api.graphql.schema import schema
from newsroom_api.limits import time_limit
from newsroom_api.live.bodies import release_database
from newsroom_api.live.frames import frame

AT_ONCE = 4
"""Results worked out at the same time: each may ask the database, and the streams are many."""
KINDS = {"commentChanged": Kind.COMMENT, "threadChanged": Kind.THREAD}
LOST = "More has changed than is told one by one: read the thread anew. What comes after this is complete."

_places = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Followed:
    """What a subscription follows."""

    kind: Kind
    thread: UUID
    since: int | None


class Operation:
    """A subscription of a reader, within the limits of every query."""

    def __init__(self, prepared: Prepared, asked: Parameters) -> None:
        self.prepared = prepared
        self.asked = asked

    def followed(self) -> Followed | None:
        """What it follows; None when its only field is left out. Raises `RequestRefused` and `InvalidInput`."""
        whole = schema.graphql_schema
        context = ExecutionContext.build(
            whole,
            self.prepared.document,
            raw_variable_values=self.asked.variables,
            operation_name=self.asked.operation_name,
        )
        if isinstance(context, list):
            raise RequestRefused("BAD_USER_INPUT", context)
        root = cast("GraphQLObjectType", whole.subscription_type)
        selections = context.operation.selection_set
        fields = collect_fields(whole, context.fragments, context.variable_values, root, selections)
        nodes = next(iter(fields.values()), None)
        if nodes is None:
            return None
        name = nodes[0].name.value
        given = get_argument_values(root.fields[name], nodes[0], context.variable_values)
        return Followed(KINDS[name], parse_id(given["thread"], field="thread"), given.get("since"))

    def result(self, content: Content) -> dict[str, Any]:
        """What one change says to this reader."""
        with _places:
            try:
                with time_limit():
                    result = execute_sync(
                        schema.graphql_schema,
                        self.prepared.document,
                        root_value=content,
                        context_value=RequestContext(),
                        variable_values=self.asked.variables,
                        operation_name=self.asked.operation_name,
                        execution_context_class=DocumentExecution,
                    )
            finally:
                release_database()
        return content_of(result)


class SubscriptionEvents:
    """`next` for each change of the kind that is followed, `complete` when nothing more will come."""

    is_slow = True

    def __init__(self, kind: Kind, result: Callable[[Content], dict[str, Any]]) -> None:
        self.kind = kind
        self.result = result

    def encode(self, news: News) -> bytes:
        if news.ending is not None:
            return COMPLETE
        if news.lost:
            lost = {"message": LOST, "extensions": {"code": "CHANGES_LOST"}}
            return next_event({"errors": [lost]})
        followed = [change for change in news.changes if change.kind is self.kind]
        return b"".join(next_event(self.result(json.loads(change.text))) for change in followed)


COMPLETE = frame("complete", "")


def next_event(content: dict[str, Any]) -> bytes:
    """A result."""
    return frame("next", json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def content_of(result: ExecutionResult) -> dict[str, Any]:
    """A result as JSON."""
    content: dict[str, Any] = {"data": result.data}
    return {"errors": errors_of(result.errors), **content} if result.errors else content


def errors_of(errors: Iterable[GraphQLError], code: str = "") -> list[dict[str, Any]]:
    """Errors as JSON."""
    return [error_content(error, code) for error in errors]
