"""Official statements in the schema: what the company says about an address or a topic."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.syndication.statements.document import Statement
from cms.syndication.statements.selectors import count_statements, list_statements, subject_of
from newsroom_api.caching import item_key
from newsroom_api.exposure import object_type
from newsroom_api.graphql.base import Content, argument
from newsroom_api.graphql.connections import (
    connection_field,
    connection_type,
    naming_cursor,
    page_content,
    page_request,
)


class StatementQueries(graphene.ObjectType):
    """Fields of the query type that answer with official statements."""

    official_statements = connection_field(
        connection_type(object_type(Statement), "statements", searchable=False),
        "What is officially said about an address or a topic, the newest first: what holds, what has been superseded, "
        "and what has been withdrawn.",
        about=argument(
            graphene.String,
            "An address on the web (scheme, `www.`, a slash at the end, the fragment and tracking parameters make no "
            "difference), or the id or slug of a topic.",
            required=True,
        ),
    )

    @staticmethod
    def resolve_official_statements(
        _root: None, info: GraphQLResolveInfo, about: str, **paging: Any
    ) -> Content:
        viewer = info.context.viewer
        subject = subject_of(viewer, about)
        with naming_cursor(paging):
            page = list_statements(viewer, page_request(paging), about=subject)
        info.context.keys.update(["list-release", *(item_key(row["id"]) for row in page.rows)])
        return page_content(page, list(page.rows), lambda: count_statements(viewer, about=subject))
