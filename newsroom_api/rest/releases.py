"""Releases: lists, whole releases, their public history, and their files in one archive."""

from __future__ import annotations

from cms.ledger.document import ItemType
from cms.releases.document import Release
from newsroom_api.rest.answers import (
    ShownRelease,
    card_model,
    detail_model,
    field_names,
    list_model,
    selection_model,
)
from newsroom_api.rest.base import ItemEditionsView
from newsroom_api.rest.formats import FormattedDetailView, FormattedListView, formatted
from newsroom_api.rest.parameters import Query, ReleasesQuery, selecting

Card = card_model(Release)
Selection = selection_model(Release)
FIELDS = field_names(Release)


class ReleaseListView(FormattedListView):
    """List public releases. With `file`: where a file is used."""

    operation, tag = "list_releases", "releases"
    type = ItemType.RELEASE
    document = Release
    query = formatted(selecting(ReleasesQuery, FIELDS))
    answer_model = list_model("ReleaseList", Card | Selection)


class ReleaseView(FormattedDetailView):
    """Read a public release."""

    operation, tag = "read_release", "releases"
    type = ItemType.RELEASE
    document = Release
    query = formatted(selecting(Query, FIELDS))
    answer_model = detail_model(ShownRelease, Selection)


class ReleaseEditionsView(ItemEditionsView):
    """List the public history of a release, oldest first, its withdrawal included."""

    operation, tag = "list_release_editions", "releases"
    type = ItemType.RELEASE
