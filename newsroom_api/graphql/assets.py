"""Assets and press kits in the schema."""

from __future__ import annotations

import graphene

from cms.library.document import Asset, PressKit
from cms.media.document import AssetType
from newsroom_api.exposure import enum_type
from newsroom_api.graphql.base import ItemsFilter, item_field, items_field


class AssetFilter(ItemsFilter, graphene.InputObjectType):
    """Which assets a list holds. All conditions must hold; what is left out excludes nothing."""

    slug = graphene.String(description="The asset's own part of its address.")
    kinds = graphene.List(
        graphene.NonNull(enum_type(AssetType)),
        name="fileTypes",
        description="Of one of these types; an empty list excludes nothing.",
    )
    topic = graphene.ID(description="Id of a topic: assets filed under it or under a topic below it.")
    tag = graphene.String(description="With this tag, in any case of letters.")
    file = graphene.ID(
        description="Id of a file, as releases and press kits show it: the assets that hold it."
    )


class PressKitFilter(ItemsFilter, graphene.InputObjectType):
    """Which press kits a list holds. All conditions must hold; what is left out excludes nothing."""

    slug = graphene.String(description="The kit's own part of its address.")
    release = graphene.ID(description="Id of the release that the kit belongs to.")
    topic = graphene.ID(description="Id of a topic: kits filed under it or under a topic below it.")
    asset_type = graphene.InputField(enum_type(AssetType), description="With a file of this type.")
    file = graphene.ID(description="Id of a file: kits that hold it.")


class AssetQueries(graphene.ObjectType):
    """Fields of the query type that answer with assets and press kits."""

    asset = item_field(Asset, "An asset")
    assets = items_field(
        Asset,
        "assets",
        "The public assets: images, videos, sounds and documents with an address of their own.",
        AssetFilter,
    )
    press_kit = item_field(PressKit, "A press kit")
    press_kits = items_field(PressKit, "press kits", "The public press kits.", PressKitFilter)
