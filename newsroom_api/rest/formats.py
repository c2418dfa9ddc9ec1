"""Items in the formats of others: by `format`, else by `Accept`. The formats are in `cms/syndication/formats`.

An item that has been withdrawn is answered with 200 in them: there the withdrawal is a version of its own, `canceled`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from pydantic import Field, create_model
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation import states
from cms.errors import NotFound
from cms.ledger import selectors
from cms.ledger.paging import PageOf
from cms.ledger.selectors import Row
from cms.ledger.tombstones import find_tombstone
from cms.syndication.formats import FORMATS, EditionFacts, facts_of, render, render_page
from newsroom_api import caching
from newsroom_api.accepting import preferred_type
from newsroom_api.caching import item_key
from newsroom_api.rest.base import ItemDetailView, ItemListView, JsonOnly, PublicView, list_page, path_uuid
from newsroom_api.rest.parameters import Query

Q = TypeVar("Q", bound=Query)

JSON = "json"
NAMES = (JSON, *FORMATS)

_NAMED = re.compile(r"(^|&)format=")
"""Whether a raw query names a format: it is not parsed before its errors can be told."""


def formatted(query: type[Q]) -> type[Q]:
    """The same query with `format`."""
    choices: Any = Literal[NAMES]
    told = " ".join(f"`{name}`: {about.about}" for name, about in FORMATS.items())
    description = (
        f"In which format. `{JSON}`: the documents of this API. {told} Without it, `Accept` says which. "
        f"`fields` chooses among those of `{JSON}`: other formats are whole."
    )
    fields: dict[str, Any] = {"format": (choices | None, Field(None, description=description))}
    return create_model(query.__name__, __base__=query, __doc__=query.__doc__, **fields)


class AnyFormat(JsonOnly):
    """The answer is in one of the formats of its view; whoever takes none is told so, unless `format` names one."""

    def select_renderer(
        self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        if _NAMED.search(request.META.get("QUERY_STRING", "")):
            return next(iter(renderers)), self.media_type
        return super().select_renderer(request, renderers, format_suffix)

    def known(self, request: Request) -> list[str]:
        return list(request.parser_context["view"].media_types.values())


class Formatted(PublicView):
    """What lists and details have in common."""

    content_negotiation_class = AnyFormat

    def format_of(self, query: Any) -> str:
        """The name of the format that the request asks for."""
        wanted: str | None = query.format
        if wanted is None:
            types = {media_type: name for name, media_type in self.media_types.items()}
            preferred = preferred_type(self.request._request, list(types))
            wanted = types.get(preferred or "", JSON)
        return wanted

    def varying(self, query: Any, response: HttpResponse) -> HttpResponse:
        """The answer, marked for caches as one of several where `Accept` chose it."""
        if query.format is None:
            patch_vary_headers(response, ["Accept"])
        return response


class FormattedDetailView(Formatted, ItemDetailView):
    """A public item in any format."""

    media_types = {JSON: "application/json"} | {name: one.media_type for name, one in FORMATS.items()}

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(self.query)
        wanted = self.format_of(query)
        response = super().get(request, id) if wanted == JSON else self.edition(wanted, path_uuid(id))
        return self.varying(query, response)

    def edition(self, wanted: str, uid: UUID) -> HttpResponse:
        """The newest edition of the item, a tombstone included."""
        state = states.state_of_item(PUBLIC, uid, type=self.type)
        if state is None:
            return self.tombstone(wanted, uid)
        etag = caching.make_etag("edition", wanted, uid, state.version[0])

        def build() -> tuple[str, Iterable[str]]:
            row = selectors.get_item(PUBLIC, uid, type=self.type)
            return render(wanted, facts_of(row.content), row.content)[1], [item_key(uid)]

        return self.answer(etag, state.changed_at, build, media_type=self.media_types[wanted])

    def tombstone(self, wanted: str, uid: UUID) -> HttpResponse:
        """The edition that withdrew the item. Raises `NotFound`."""
        found = find_tombstone(PUBLIC, uid, type=self.type)
        if found is None:
            raise NotFound(f"No public {_name(self.type)} has the id {uid}.", field="id")
        facts = EditionFacts(
            uid=str(uid),
            type=found.type,
            kind=found.kind,
            version=found.version,
            action="WITHDRAWN",
            issued_at=rfc3339(found.withdrawn_at),
            note=found.reason,
            seq=found.seq,
        )
        etag = caching.make_etag("edition", wanted, uid, found.seq)
        return self.answer(
            etag,
            found.withdrawn_at,
            lambda: (render(wanted, facts, None)[1], [item_key(uid)]),
            media_type=self.media_types[wanted],
        )


class FormattedListView(Formatted, ItemListView):
    """A list of public items in any format: whole, since other formats know no cards."""

    media_types = {JSON: "application/json"} | {name: one.page_media_type for name, one in FORMATS.items()}

    def get(self, request: Request) -> HttpResponse:
        query = self.read(self.query)
        wanted = self.format_of(query)
        response = super().get(request) if wanted == JSON else self.editions(wanted, query)
        return self.varying(query, response)

    def editions(self, wanted: str, query: Any) -> HttpResponse:
        """The page that the query asks for. A NewsML-G2 message has no place for the next page: `Link` says it."""
        version, changed_at = selectors.last_change(PUBLIC)
        sent = rfc3339(changed_at or datetime.fromtimestamp(0, UTC))

        def build() -> tuple[PageOf[Row], list[str], list[str]]:
            page = list_page(self.type, query, whole=True)
            documents = [json.loads(row.content) for row in page.rows]
            keys = [f"list-{self.type.lower()}", *(item_key(row.uid) for row in page.rows)]
            return page, _texts(wanted, documents, sent), keys

        return self.page_answer(
            ((version, wanted), changed_at),
            build,
            media_type=self.media_types[wanted],
            wrap=_message if wanted == "newsml" else None,
        )


def _texts(wanted: str, documents: Sequence[dict[str, Any]], sent: str) -> list[str]:
    """JSON of each, or all of them as one message."""
    if wanted == "newsml":
        return [render_page(wanted, [(facts_of(each), each) for each in documents], sent=sent)[1]]
    return [render(wanted, facts_of(each), each)[1] for each in documents]


def _message(results: Sequence[str], after: str | None, before: str | None) -> str:
    return results[0]


def rfc3339(moment: datetime) -> str:
    """A time as documents write it."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _name(type_: str) -> str:
    return type_.lower().replace("_", " ")
