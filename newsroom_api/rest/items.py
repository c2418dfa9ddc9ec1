"""Looking an item up by its path, previews of drafts, and the beginning of the API."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.http import HttpResponse
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.ledger import selectors
from cms.newsroom.preview import preview_document
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.answers import Index, ItemLocation, PreviewedItem
from newsroom_api.rest.base import PublicView
from newsroom_api.rest.parameters import PathQuery, PreviewQuery


class ItemByPathView(PublicView):
    """Look up what is at a path. A former or second address answers the item too, and `moved_to` says where it is now."""

    operation, tag = "find_item", "items"
    query = PathQuery
    answer_model = ItemLocation
    error_statuses = (400, 404, 406, 410, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        path = self.read(PathQuery).path
        seq, modified = selectors.last_change(PUBLIC)

        def build() -> tuple[str, Iterable[str]]:
            found = selectors.resolve_path(PUBLIC, path, raw=True)
            text = (
                f'{{"moved_to":{json.dumps(found.moved_to, ensure_ascii=False)},"item":{found.row.content}}}'
            )
            return text, [item_key(found.row.uid)]

        return self.answer(caching.make_etag("path", seq, path), modified, build)


class PreviewView(PublicView):
    """Read the draft that a preview token stands for, as it would be published. Never stored by caches."""

    operation, tag = "read_preview", "items"
    query = PreviewQuery
    answer_model = PreviewedItem
    error_statuses = (400, 403, 406, 429, 500)
    cached = False

    def get(self, request: Request) -> HttpResponse:
        document = preview_document(self.read(PreviewQuery).token)
        return caching.mark_private(HttpResponse(document.model_dump_json(), "application/json"))


class IndexView(PublicView):
    """Say where the parts of the API are."""

    operation, tag = "read_index", "description"
    answer_model = Index

    def get(self, request: Request) -> HttpResponse:
        self.read(self.query)
        begin = f"{conf.BASE_URL}/api/v1"
        names = {name: name.replace("_", "-") for name in Index.model_fields} | {"openapi": "openapi.json"}
        index = Index(**{name: f"{begin}/{part}" for name, part in names.items()})
        etag = caching.make_etag("index")
        return self.answer(etag, caching.code_changed_at(), lambda: (index.model_dump_json(), ["index"]))
