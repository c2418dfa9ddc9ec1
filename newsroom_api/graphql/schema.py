"""The schema: the query type, put together from the domains."""

from __future__ import annotations

import graphene
from graphql import lexicographic_sort_schema, print_schema

from newsroom_api.graphql.assets import AssetQueries
from newsroom_api.graphql.base import item_types
from newsroom_api.graphql.contributions import ContributionQueries
from newsroom_api.graphql.conversation import ConversationQueries
from newsroom_api.graphql.discussions import DiscussionQueries
from newsroom_api.graphql.history import HistoryQueries
from newsroom_api.graphql.mutations import Mutation
from newsroom_api.graphql.newsrooms import NewsroomQueries
from newsroom_api.graphql.people import PeopleQueries
from newsroom_api.graphql.releases import ReleaseQueries
from newsroom_api.graphql.statements import StatementQueries
from newsroom_api.graphql.subscriptions import Subscription


class Query(
    NewsroomQueries,
    ReleaseQueries,
    AssetQueries,
    DiscussionQueries,
    ContributionQueries,
    PeopleQueries,
    ConversationQueries,
    HistoryQueries,
    StatementQueries,
    graphene.ObjectType,
):
    """What may be read. Everything here is public; a preview token opens one draft besides."""


schema = graphene.Schema(query=Query, mutation=Mutation, subscription=Subscription, types=item_types())


def sdl() -> str:
    """The schema in the GraphQL schema language: the same text for the same schema."""
    return print_schema(lexicographic_sort_schema(schema.graphql_schema)) + "\n"
