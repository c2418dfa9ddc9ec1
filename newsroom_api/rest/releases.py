"""Releases: lists, whole releases, and their public history."""

from __future__ import annotations

from django.http import HttpResponse
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.errors import NotFound
from cms.ledger import selectors
from cms.ledger.document import ItemType
from cms.ledger.paging import PageOf
from cms.ledger.selectors import EditionRow
from cms.releases.document import Release
from newsroom_api.caching import item_key
from newsroom_api.rest.answers import (
    EditionList,
    card_model,
    detail_model,
    edition_text,
    list_model,
    selection_model,
)
from newsroom_api.rest.base import ItemDetailView, ItemListView, PageView, path_uuid
from newsroom_api.rest.parameters import Query, ReleasesQuery, selecting

Card = card_model(Release)
Selection = selection_model(Release)
FIELDS = list(Release.model_fields)


class ReleaseListView(ItemListView):
    """List public releases."""

    operation, tag = "list_releases", "releases"
    type = ItemType.RELEASE
    document = Release
    query = selecting(ReleasesQuery, FIELDS)
    answer_model = list_model("ReleaseList", Card | Selection)


class ReleaseView(ItemDetailView):
    """Read a public release."""

    operation, tag = "read_release", "releases"
    type = ItemType.RELEASE
    query = selecting(Query, FIELDS)
    answer_model = detail_model(Release, Selection)


class ReleaseEditionsView(PageView):
    """List the public history of a release, oldest first, its withdrawal included."""

    operation, tag = "list_release_editions", "releases"
    answer_model = EditionList
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(self.query)
        uid = path_uuid(id)
        state = selectors.version_of(PUBLIC, uid, type=ItemType.RELEASE, withdrawn=True)
        if state is None:
            raise NotFound(f"No public release has the id {uid}.", field="id")
        request_page = query.page_request()

        def build() -> tuple[PageOf[EditionRow], list[str], list[str]]:
            page = selectors.list_editions(PUBLIC, uid, request_page)
            return page, [edition_text(edition) for edition in page.rows], [item_key(uid)]

        return self.page_answer(state, build)
