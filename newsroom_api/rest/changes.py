"""Everything that happened in public, in order, for those who keep a copy: a snapshot to begin with, then what is new."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated
from urllib.parse import parse_qsl, urlencode

from django.http import HttpResponse
from pydantic import BeforeValidator, Field, WithJsonSchema
from rest_framework.request import Request

from cms.conf import newsroom as conf
from cms.ledger.document import ItemType
from cms.media.document import AssetType
from cms.releases.document import ReleaseKind
from cms.syndication.selectors import Asked, Change, ChangePage, Filters, ask_changes, list_changes
from cms.syndication.services.use import record_use
from cms.syndication.waiting import waiting
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.base import PublicView
from newsroom_api.rest.beside import dump
from newsroom_api.rest.changes_answers import ChangeList
from newsroom_api.rest.parameters import Identifier, LanguageTag, Opaque, Query, Slug
from newsroom_api.viewer import admit_again

SIZE, SIZE_MAX = 100, 500
WAIT_MAX = 25
"""Seconds."""

Kind = StrEnum("Kind", {str(kind): str(kind) for kind in (*ReleaseKind, *AssetType)})  # type: ignore[misc]


def whole(text: str | int, least: int, most: int) -> int:
    """A whole number within limits. Raises `ValueError`."""
    if not re.fullmatch(r"\d{1,9}", str(text)) or not least <= int(text) <= most:
        raise ValueError(f"This is not a whole number from {least} to {most}.")
    return int(text)


PageSize = Annotated[
    int,
    BeforeValidator(lambda text: whole(text, 1, SIZE_MAX), json_schema_input_type=str),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": SIZE_MAX, "default": SIZE}),
]
Seconds = Annotated[
    int,
    BeforeValidator(lambda text: whole(text, 0, WAIT_MAX), json_schema_input_type=str),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": WAIT_MAX, "default": 0}),
]


class FollowQuery(Query):
    """From where on, and what of it."""

    after: Opaque | None = Field(
        None,
        description="Where to go on: taken from `next` of the page before. Without it, a snapshot of what is public begins.",
    )
    wait: Seconds | None = Field(
        None, description="Seconds for which an empty answer is held back, until something happens."
    )
    page_size: PageSize | None = Field(None, description="How many changes a page holds.")
    newsroom: Slug | None = Field(None, description="Slug of a newsroom: its items, and itself.")
    type: tuple[ItemType, ...] | None = Field(
        None, description="Types of item; repeat it for any of several."
    )
    kind: tuple[Kind, ...] | None = Field(
        None, description="Kinds of release, and types of file; repeat it for any of several."
    )
    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    locale: LanguageTag | None = Field(None, description="Language of the items, as a BCP 47 tag.")

    def filters(self) -> Filters:
        """What is asked for, in one order."""
        return Filters(
            newsroom=self.newsroom,
            types=tuple(sorted({str(each) for each in self.type or ()})),
            kinds=tuple(sorted({str(each) for each in self.kind or ()})),
            topic=self.topic,
            locale=self.locale,
        )


class ChangesView(PublicView):
    """Follow everything that happens in public. Without `after` it begins with a snapshot: the newest edition of each item.
    Then come all editions since, in the order in which they were issued, none twice and none left out. What was withdrawn, or
    has left the scope of a partner's key, has a null `document`. `next` never ends: keep it, and ask there again."""

    operation, tag = "list_changes", "changes"
    query = FollowQuery
    answer_model = ChangeList
    error_statuses = (400, 403, 404, 406, 429, 500)
    pages = True

    def get(self, request: Request) -> HttpResponse:
        query = self.read(FollowQuery)
        asked = ask_changes(self.viewer, query.filters(), query.after)
        size = query.page_size or SIZE
        if query.wait and request.method != "HEAD":
            return self.wait(query, asked, size)
        links: list[str] = []

        def build() -> tuple[str, Iterable[str]]:
            page = list_changes(self.viewer, asked, size=size)
            links.append(self.following(page))
            keys = dict.fromkeys(item_key(row.item) for row in page.rows)
            return self.told(page, links[0]), ["changes", *keys]

        parts = (asked.newest, self.viewer.scope.version, request.META.get("QUERY_STRING", ""))
        modified = None if self.viewer.partner else asked.changed_at
        response = self.answer(caching.make_etag("changes", *parts), modified, build)
        if links:
            response["Link"] = f'<{links[0]}>; rel="next"'
        return response

    def wait(self, query: FollowQuery, asked: Asked, size: int) -> HttpResponse:
        """The page once there is something in it. Another request may get another answer: it is not stored."""

        def ask(cursor: str) -> Asked:
            self.viewer = admit_again(self.request._request)
            return ask_changes(self.viewer, query.filters(), cursor)

        page = list_changes(self.viewer, asked, size=size)
        page = waiting.next_page(self.viewer, page, size=size, seconds=query.wait or 0, ask=ask)
        link = self.following(page)
        response = caching.mark_private(HttpResponse(self.told(page, link), "application/json"))
        response["Link"] = f'<{link}>; rel="next"'
        return response

    def told(self, page: ChangePage, link: str) -> str:
        """The JSON of a page, written down as fetched."""
        results = ",".join([change_text(row) for row in page.rows])
        text = f'{{"results":[{results}],"next":{dump(link)},"has_more":{dump(page.has_more)}}}'
        if self.request.method == "HEAD":
            return text
        record_use(
            self.viewer,
            editions=len(page.rows),
            size=len(text),
            seq=page.next.seq,
            is_snapshot=page.next.is_snapshot,
            has_more=page.has_more,
        )
        return text

    def following(self, page: ChangePage) -> str:
        """The address at which to go on."""
        pairs = parse_qsl(self.request.META.get("QUERY_STRING", ""))
        query = [(name, value) for name, value in pairs if name != "after"]
        query.append(("after", str(page.next)))
        return f"{conf.BASE_URL}{self.request.path.rstrip('/')}?{urlencode(query)}"


def change_text(row: Change) -> str:
    """The JSON of a change; its document as it is stored."""
    issued_at = row.issued_at.isoformat().replace("+00:00", "Z")
    newsroom = f'"{row.newsroom}"' if row.newsroom else "null"
    return (
        f'{{"seq":{row.seq},"action":"{row.action}","item":"{row.item}","type":"{row.type}",'
        f'"kind":{json.dumps(row.kind or None)},"newsroom":{newsroom},"version":{row.version},'
        f'"note":{dump(row.note)},"issued_at":"{issued_at}","document":{row.document or "null"}}}'
    )
