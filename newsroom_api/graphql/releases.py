"""Releases in the schema."""

from __future__ import annotations

import graphene

from cms.media.document import AssetType
from cms.releases.document import Release, ReleaseKind
from newsroom_api.exposure import enum_type
from newsroom_api.graphql.base import ItemsFilter, item_field, items_field


class ReleaseFilter(ItemsFilter, graphene.InputObjectType):
    """Which releases a list holds. All conditions must hold; what is left out excludes nothing."""

    slug = graphene.String(description="The release's own part of its address.")
    kinds = graphene.List(
        graphene.NonNull(enum_type(ReleaseKind)),
        description="Of one of these kinds; an empty list excludes nothing.",
    )
    topic = graphene.ID(description="Id of a topic: releases filed under it or under a topic below it.")
    tag = graphene.String(description="With this tag, in any case of letters.")
    person = graphene.ID(description="Id of a person whom the release names.")
    pinned = graphene.Boolean(description="Pinned by the editors, or not.")
    asset_type = graphene.InputField(enum_type(AssetType), description="With an asset of this type.")
    file = graphene.ID(description="Id of a file: releases that show it.")


class ReleaseQueries(graphene.ObjectType):
    """Fields of the query type that answer with releases."""

    release = item_field(Release, "A release")
    releases = items_field(Release, "releases", "The public releases.", ReleaseFilter)
