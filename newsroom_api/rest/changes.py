"""Everything that happened in public, in order, for those who keep a copy: a snapshot to begin with, then what is new."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from django.http import HttpResponse
from django.utils import timezone
from pydantic import BeforeValidator, Field, WithJsonSchema
from rest_framework.request import Request

from cms.conf import newsroom as conf
from cms.ledger.document import ItemType
from cms.media.document import AssetType
from cms.releases.document import ReleaseKind
from cms.syndication.formats import FORMATS, EditionFacts, render, render_page
from cms.syndication.selectors import Asked, Change, ChangePage, Filters, ask_changes, list_changes
from cms.syndication.services.use import record_use
from cms.syndication.waiting import waiting
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.beside import dump
from newsroom_api.rest.changes_answers import ChangeList
from newsroom_api.rest.formats import JSON, Formatted, formatted, rfc3339
from newsroom_api.rest.parameters import Identifier, LanguageTag, Opaque, Query, Slug
from newsroom_api.viewer import admit_again

NEWSML = "newsml"
SIZE, SIZE_MAX = 100, 500
WAIT_MAX = 25
"""Seconds."""

Kind = StrEnum("Kind", {str(kind): str(kind) for kind in (*ReleaseKind, *AssetType)})  # type: ignore[misc]


def whole(text: str | int, least: int, most: int) -> int:
    """A whole number within limits. Raises `ValueError`."""
    if not re.fullmatch(r"[0-9]{1,9}", str(text)) or not least <= int(text) <= most:
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


class ChangesView(Formatted):
    """Follow everything that happens in public. Without `after` it begins with a snapshot: the newest edition of each item.
    Then come all editions since, in the order in which they were issued, none twice and none left out. What was withdrawn, or
    has left the scope of a partner's key, has a null `document`. `next` never ends: keep it, and ask there again.

    In ninjs each result is the item itself, what is gone as `canceled`; of a NewsML-G2 message `Link` says where to go on."""

    operation, tag = "list_changes", "changes"
    query = formatted(FollowQuery)
    media_types: ClassVar = {JSON: "application/json"} | {
        name: one.page_media_type for name, one in FORMATS.items()
    }
    answer_model = ChangeList
    error_statuses = (400, 403, 404, 406, 429, 500)
    pages = True

    def get(self, request: Request) -> HttpResponse:
        query: Any = self.read(self.query)
        self.wanted = self.format_of(query)
        asked = ask_changes(self.viewer, query.filters(), query.after)
        size = query.page_size or SIZE
        if query.wait and request.method != "HEAD":
            return self.varying(query, self.wait(query, asked, size))
        links: list[str] = []

        def build() -> tuple[str, Iterable[str]]:
            page = list_changes(self.viewer, asked, size=size)
            links.append(self.following(page))
            keys = dict.fromkeys(item_key(row.item) for row in page.rows)
            return self.told(page, links[0]), ["changes", *keys]

        parts = (asked.newest, self.viewer.scope.version, self.wanted, request.META.get("QUERY_STRING", ""))
        modified = None if self.viewer.partner else asked.changed_at
        response = self.answer(
            caching.make_etag("changes", *parts), modified, build, media_type=self.media_types[self.wanted]
        )
        if links:
            response["Link"] = f'<{links[0]}>; rel="next"'
        return self.varying(query, response)

    def wait(self, query: Any, asked: Asked, size: int) -> HttpResponse:
        """The page once there is something in it. Another request may get another answer: it is not stored."""

        def ask(cursor: str) -> Asked:
            self.viewer = admit_again(self.request._request)
            return ask_changes(self.viewer, query.filters(), cursor)

        page = list_changes(self.viewer, asked, size=size)
        page = waiting.next_page(self.viewer, page, size=size, seconds=query.wait or 0, ask=ask)
        link = self.following(page)
        response = HttpResponse(self.told(page, link), self.media_types[self.wanted])
        caching.mark_private(response)
        response["Link"] = f'<{link}>; rel="next"'
        return response

    def told(self, page: ChangePage, link: str) -> str:
        """The text of a page, written down as fetched."""
        text = self.text(page, link)
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

    def text(self, page: ChangePage, link: str) -> str:
        """The page in the format asked for."""
        if self.wanted == NEWSML:
            return render_page(NEWSML, [edition_of(row) for row in page.rows], sent=rfc3339(timezone.now()))[
                1
            ]
        write = change_text if self.wanted == JSON else partial(edition_text, self.wanted)
        results = ",".join([write(row) for row in page.rows])
        ends = {"next": link, "has_more": page.has_more, "snapshot": page.is_snapshot}
        return f'{{"results":[{results}],{dump(ends)[1:]}'

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


def edition_of(row: Change) -> tuple[EditionFacts, Any]:
    """A change as the formats of others take it. What is no longer shown is a withdrawal in them."""
    facts = EditionFacts(
        uid=str(row.item),
        type=row.type,
        kind=row.kind,
        version=row.version,
        action=row.action if row.document else "WITHDRAWN",
        issued_at=rfc3339(row.issued_at),
        note=row.note,
        seq=row.seq,
    )
    return facts, json.loads(row.document) if row.document else None


def edition_text(wanted: str, row: Change) -> str:
    """A change in a format of others."""
    return render(wanted, *edition_of(row))[1]
