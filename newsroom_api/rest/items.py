"""Looking an item up by its path, previews of drafts, and the beginning of the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.conversation import states
from cms.conversation.document import Discussion
from cms.ledger import selectors
from cms.ledger.document import ItemDocument, ItemType
from cms.library.document import Asset, PressKit
from cms.newsroom.document import Newsroom, Person, Topic
from cms.newsroom.preview import preview_document
from cms.releases.document import Release
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.conversation.drafts import thread_to_come
from newsroom_api.rest.answers import THREAD, Index, ItemLocation, PreviewedItem, additions
from newsroom_api.rest.base import PublicView
from newsroom_api.rest.beside import Beside, dump, spliced
from newsroom_api.rest.parameters import PathQuery, PreviewQuery

SHAPES: dict[ItemType, type[ItemDocument]] = {
    ItemType.RELEASE: Release,
    ItemType.NEWSROOM: Newsroom,
    ItemType.PERSON: Person,
    ItemType.TOPIC: Topic,
    ItemType.ASSET: Asset,
    ItemType.PRESS_KIT: PressKit,
    ItemType.DISCUSSION: Discussion,
}


class ItemByPathView(PublicView):
    """Look up what is at a path. A former or second address answers the item too, and `moved_to` says where it is now."""

    operation, tag = "find_item", "items"
    query = PathQuery
    answer_model = ItemLocation
    error_statuses = (400, 404, 406, 410, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        path = self.read(PathQuery).path
        state = states.state_of_all(PUBLIC)

        def build() -> tuple[str, Iterable[str]]:
            found = selectors.resolve_path(PUBLIC, path, raw=True)
            uid = found.row.uid
            beside = Beside([uid], additions(SHAPES[ItemType(found.row.type)]), is_crisis=state.is_crisis)
            item = spliced(found.row.content, beside.of(uid, found.row.content))
            text = f'{{"moved_to":{dump(found.moved_to)},"item":{item}}}'
            return text, [item_key(uid), *beside.keys]

        return self.answer(caching.make_etag("path", state.version, path), state.changed_at, build)


class PreviewView(PublicView):
    """Read the draft that a preview token stands for, as it would be published. Never stored by caches."""

    operation, tag = "read_preview", "items"
    query = PreviewQuery
    answer_model = PreviewedItem
    error_statuses = (400, 403, 406, 429, 500)
    cached = False

    def get(self, request: Request) -> HttpResponse:
        document = preview_document(self.read(PreviewQuery).token)
        beside = Beside([document.id], additions(type(document)))
        members = dict(beside.of(document.id, document.model_dump_json()))
        if members.get(THREAD) == "null":
            members[THREAD] = dump(self.thread_to_come(document.model_dump(mode="json")))
        text = spliced(document.model_dump_json(), members)
        return caching.mark_private(HttpResponse(text, "application/json"))

    @staticmethod
    def thread_to_come(draft: dict[str, Any]) -> dict[str, Any]:
        """The thread that the draft will have."""
        newsroom = UUID(draft["newsroom"]["id"])
        row = selectors.items_by_id(PUBLIC, [newsroom]).get(newsroom)
        return thread_to_come(PUBLIC, draft, row.content if row else draft["newsroom"])


class IndexView(PublicView):
    """Say where the parts of the API are."""

    operation, tag = "read_index", "description"
    answer_model = Index

    def get(self, request: Request) -> HttpResponse:
        self.read(self.query)
        begin = f"{conf.BASE_URL}/api/v1"
        names = {name: name.replace("_", "-") for name in Index.model_fields}
        names |= {"openapi": "openapi.json", "comment_changes": "comments/changes"}
        index = Index(**{name: f"{begin}/{part}" for name, part in names.items()})
        etag = caching.make_etag("index")
        return self.answer(etag, caching.code_changed_at(), lambda: (index.model_dump_json(), ["index"]))
