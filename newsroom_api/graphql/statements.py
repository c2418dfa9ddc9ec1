"""Official statements in the schema: what the company says about an address or a topic."""

from __future__ import annotations

import graphene
from graphql import GraphQLResolveInfo

from cms.ledger.paging import PageRequest
from cms.syndication.statements.document import Statement
from cms.syndication.statements.selectors import list_statements, subject_of
from newsroom_api.caching import item_key
from newsroom_api.exposure import object_type
from newsroom_api.graphql.base import Content, argument

MOST = 100


class StatementQueries(graphene.ObjectType):
    """Fields of the query type that answer with official statements."""

    official_statements = graphene.List(
        graphene.NonNull(object_type(Statement)),
        description="What is officially said about an address or a topic, the newest first: what holds, what has been "
        f"superseded, and what has been withdrawn. The newest {MOST}; REST has pages.",
        about=argument(
            graphene.String,
            "An address on the web (scheme, `www.`, a slash at the end, the fragment and tracking parameters make no "
            "difference), or the id or slug of a topic.",
            required=True,
        ),
    )

    @staticmethod
    def resolve_official_statements(_root: None, info: GraphQLResolveInfo, about: str) -> list[Content]:
        viewer = info.context.viewer
        page = list_statements(viewer, PageRequest(first=MOST), about=subject_of(viewer, about))
        info.context.keys.update(["list-release", *(item_key(row["id"]) for row in page.rows)])
        return list(page.rows)
