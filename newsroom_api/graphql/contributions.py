"""Contributions of visitors in the schema. Their files are sent to REST, at the address in the ticket."""

from __future__ import annotations

from functools import partial
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.conversation.contributions import own
from cms.conversation.contributions.document import Contribution
from cms.conversation.contributions.offering import offer
from cms.conversation.contributions.terms import terms_for
from cms.ledger.document import ItemType
from cms.ledger.filters import ItemFilter, Order
from cms.ledger.selectors import get_item
from newsroom_api.conversation import serializers
from newsroom_api.conversation.contributing import (
    Contribute,
    ContributionTerms,
    UploadTicket,
    new_contribution,
    upload_ticket,
)
from newsroom_api.exposure import enum_type, object_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    item_connection,
    items_page,
    one,
    search_argument,
)
from newsroom_api.graphql.inputs import EDIT_TOKEN, IDEMPOTENCY_KEY, given, input_fields
from newsroom_api.graphql.reading import read
from newsroom_api.graphql.scalars import parse_id


class ContributionQueries(graphene.ObjectType):
    """Fields of the query type that answer with contributions."""

    contribution = graphene.Field(
        lambda: object_type(Contribution),
        description="A contribution by its id.",
        id=argument(graphene.ID, "Its id.", required=True),
    )
    contributions = connection_field(
        item_connection(Contribution, "contributions"),
        "The public contributions: files that visitors sent and editors approved.",
        newsroom=argument(graphene.String, "Slug of a newsroom: those sent to it alone."),
        item=argument(graphene.ID, "Id of an item: those contributed to it alone."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )
    contribution_terms = graphene.Field(
        lambda: graphene.NonNull(object_type(ContributionTerms)),
        description="What visitors agree to when they send a file to a newsroom, and what holds for files.",
        newsroom=argument(graphene.String, "Slug of the newsroom.", required=True),
    )

    @staticmethod
    def resolve_contribution(_root: None, info: GraphQLResolveInfo, id: str) -> Content:
        return one(info, get_item(info.context.viewer, parse_id(id), type=ItemType.CONTRIBUTION))

    @staticmethod
    def resolve_contributions(
        _root: None,
        info: GraphQLResolveInfo,
        newsroom: str | None = None,
        item: str | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        subject = None if item is None else parse_id(item, field="item")
        wanted = ItemFilter(type=ItemType.CONTRIBUTION, newsroom=newsroom, subject=subject)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)

    @staticmethod
    def resolve_contribution_terms(_root: None, info: GraphQLResolveInfo, newsroom: str) -> Content:
        found = terms_for(info.context.viewer, newsroom)
        return {name: getattr(found, name) for name in ContributionTerms.model_fields}


class ContributeInput(graphene.InputObjectType):
    """A file to contribute: to a newsroom, to an item, or to one's own comment."""

    locals().update(input_fields(Contribute))
    edit_token = graphene.InputField(graphene.String, description=f"With `comment`. {EDIT_TOKEN}")
    idempotency_key = graphene.InputField(graphene.String, description=IDEMPOTENCY_KEY)


class WithdrawContributionInput(graphene.InputObjectType):
    """One's own contribution, to be taken back."""

    id = graphene.InputField(graphene.ID, required=True, description="Id of the contribution.")
    edit_token = graphene.InputField(
        graphene.String, required=True, description="The token that came with the upload ticket."
    )


class ContributePayload(graphene.ObjectType):
    """Where the file is sent."""

    class Meta:
        default_resolver = read

    ticket = graphene.Field(
        lambda: graphene.NonNull(object_type(UploadTicket)),
        description="Where the file goes, and with which tokens.",
        resolver=partial(read, "ticket", None),
    )


class WithdrawContributionPayload(graphene.ObjectType):
    """A contribution that was taken back."""

    class Meta:
        default_resolver = read

    contribution_id = graphene.ID(required=True, description="Id of the contribution.")


class ContributionMutations(graphene.ObjectType):
    """Fields of the mutation type about contributions."""

    contribute = graphene.Field(
        ContributePayload,
        description="Offer a file and agree to the terms. The file is sent next, to the address in the ticket; it is shown when "
        "an editor has approved it.",
        input=graphene.Argument(graphene.NonNull(ContributeInput), description="What is sent."),
    )
    withdraw_contribution = graphene.Field(
        WithdrawContributionPayload,
        description="Take one's own file back, at any time: it is deleted.",
        input=graphene.Argument(graphene.NonNull(WithdrawContributionInput), description="What is sent."),
    )

    @staticmethod
    def resolve_contribute(_root: None, info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(Contribute, given(input, "edit_token", "idempotency_key"))
        sender = serializers.sender_of(content["visitor_token"], info.context.address)
        key = input.get("idempotency_key")
        offered = offer(
            new_contribution(content, edit_token=input.get("edit_token") or ""),
            sender.visitor,
            key=str(info.context.idempotency_key if key is None else key),
        )
        return {"ticket": upload_ticket(offered, sender.token).model_dump(mode="json")}

    @staticmethod
    def resolve_withdraw_contribution(
        _root: None, _info: GraphQLResolveInfo, input: dict[str, Any]
    ) -> Content:
        found = own.withdraw(parse_id(input["id"]), input["edit_token"])
        return {"contribution_id": str(found.uid)}
