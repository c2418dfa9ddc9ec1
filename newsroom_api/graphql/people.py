"""People and topics in the schema."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.errors import InvalidInput, NotFound
from cms.ledger.document import ItemType
from cms.ledger.filters import ItemFilter, Order
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import get_item, list_items
from cms.newsroom.document import Person, Topic
from newsroom_api.exposure import object_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    filter_of,
    item_connection,
    items_page,
    locale_argument,
    name_order_argument,
    one,
    search_argument,
)
from newsroom_api.graphql.scalars import parse_id


class PersonFilter(graphene.InputObjectType):
    """Which people a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of a newsroom: whom it, or something in it, names.")
    topic = graphene.ID(description="Id of a topic: who can speak about it, or about a topic below it.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")


class TopicFilter(graphene.InputObjectType):
    """Which topics a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of a newsroom: what something in it is filed under.")
    topic = graphene.ID(description="Id of a topic: what is below it in the tree.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")


class PeopleQueries(graphene.ObjectType):
    """Fields of the query type that answer with people and topics."""

    person = graphene.Field(
        lambda: object_type(Person),
        description="A person by id.",
        id=argument(graphene.ID, "The id.", required=True),
    )
    people = connection_field(
        item_connection(Person, "people"),
        "The people whom public items name, by name.",
        filter=argument(PersonFilter, "Which of them."),
        search=search_argument(),
        order_by=name_order_argument(),
    )
    topic = graphene.Field(
        lambda: object_type(Topic),
        description="A topic by its id, or by its slug and language.",
        id=argument(graphene.ID, "Its id."),
        slug=argument(graphene.String, "Its part of an address; goes with `locale`."),
        locale=locale_argument(),
    )
    topics = connection_field(
        item_connection(Topic, "topics"),
        "The topics that public items are filed under, by name.",
        filter=argument(TopicFilter, "Which of them."),
        search=search_argument(),
        order_by=name_order_argument(),
    )

    @staticmethod
    def resolve_person(_root: None, info: GraphQLResolveInfo, id: str) -> Content:
        return one(info, get_item(info.context.viewer, parse_id(id), type=ItemType.PERSON))

    @staticmethod
    def resolve_people(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = None,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.PERSON, filter)
        return items_page(info, wanted, paging, search=search, order=order_by)

    @staticmethod
    def resolve_topic(
        _root: None,
        info: GraphQLResolveInfo,
        id: str | None = None,
        slug: str | None = None,
        locale: str | None = None,
    ) -> Content:
        if id is not None and slug is None and locale is None:
            return one(info, get_item(info.context.viewer, parse_id(id), type=ItemType.TOPIC))
        if id is None and slug is not None and locale is not None:
            wanted = ItemFilter(type=ItemType.TOPIC, slug=slug, locale=locale)
            for row in list_items(info.context.viewer, wanted, PageRequest(first=1), whole=True).rows:
                return one(info, row)
            raise NotFound(f"No public topic in {locale} has the slug {slug!r}.", field="slug")
        raise InvalidInput("Give `id`, or `slug` and `locale`: one of the two.", field="id")

    @staticmethod
    def resolve_topics(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = None,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.TOPIC, filter)
        return items_page(info, wanted, paging, search=search, order=order_by)
