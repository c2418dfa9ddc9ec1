"""Discussions in the schema: items made for their conversation alone."""

from __future__ import annotations

import graphene

from cms.conversation.document import Discussion
from newsroom_api.graphql.base import ItemsFilter, item_field, items_field


class DiscussionFilter(ItemsFilter, graphene.InputObjectType):
    """Which discussions a list holds. All conditions must hold; what is left out excludes nothing."""

    slug = graphene.String(description="The discussion's own part of its address.")
    topic = graphene.ID(description="Id of a topic: discussions filed under it or under a topic below it.")
    person = graphene.ID(description="Id of a person who hosts it or answers questions in it.")


class DiscussionQueries(graphene.ObjectType):
    """Fields of the query type that answer with discussions."""

    discussion = item_field(Discussion, "A discussion")
    discussions = items_field(Discussion, "discussions", "The public discussions.", DiscussionFilter)
