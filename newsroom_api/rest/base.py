"""The base of all views of the REST API, and the two kinds of answer that most of them give: lists and whole items.

Stored JSON text is passed through unparsed; it is parsed only where `fields` asks for a part of it.
"""

from __future__ import annotations

import builtins
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, TypeVar
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.access import PUBLIC, Viewer
from cms.conf import newsroom as conf
from cms.conversation import states
from cms.errors import NotFound
from cms.ledger import selectors
from cms.ledger.document import ItemDocument, ItemType
from cms.ledger.paging import PageOf
from cms.ledger.selectors import EditionRow, ItemFilter, Row
from newsroom_api import caching, ratelimits
from newsroom_api.accepting import names_type, preferred_type
from newsroom_api.caching import item_key
from newsroom_api.errors import PROBLEM_TYPE, Problem, problem_of, problem_response
from newsroom_api.rest.answers import (
    MEDIAN_ANSWER_SECONDS,
    METADATA,
    SHARE,
    EditionList,
    additions,
    beside_names,
    edition_text,
)
from newsroom_api.rest.beside import Beside, dump, spliced
from newsroom_api.rest.openapi import NewsroomSchema
from newsroom_api.rest.parameters import Listed, NoQuery, Paged, Query, parse_uuid, read_query
from newsroom_api.viewer import admit, keep_apart

Q = TypeVar("Q", bound=Query)
Wrap = Callable[[Sequence[str], str | None, str | None], str]

logger = logging.getLogger(__name__)


class JsonOnly(BaseContentNegotiation):
    """The answer is JSON; whoever takes none is told so.

    Generated clients that want a file may name the type of our errors alone: that says nothing of the file.
    """

    media_type = "application/json"

    def select_parser(self, request: Request, parsers: Iterable[Any]) -> None:
        return None

    def select_renderer(
        self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        accept = request.META.get("HTTP_ACCEPT", "").strip() or "*/*"  # an empty one wishes for nothing
        asked = request._request
        if accept != "*/*" and not (
            preferred_type(asked, self.known(request)) or names_type(asked, PROBLEM_TYPE)
        ):
            raise exceptions.NotAcceptable
        return next(iter(renderers)), self.media_type

    def known(self, request: Request) -> list[str]:
        """The media types that there are."""
        return [self.media_type]


class PublicView(APIView):
    """A view that everybody may read, partners with their key too. Errors of every kind leave it as problem details."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    content_negotiation_class: Any = JsonOnly
    http_method_names = ["get", "head", "options"]

    schema = NewsroomSchema()

    query: ClassVar[type[Query]] = NoQuery
    """What the address takes after the question mark."""
    operation: ClassVar[str]
    """Name of the operation in the OpenAPI description, and so in generated clients."""
    tag: ClassVar[str]
    answer_model: ClassVar[Any]
    """The shape of the answer."""
    media_type: ClassVar[str] = "application/json"
    needs_key: ClassVar[bool] = False
    """Whether it is for partners alone."""
    media_types: ClassVar[dict[str, str]] = {}
    """Where there are several formats: the media type of each, by its name."""
    ranges: ClassVar[bool] = False
    """Whether a part of the answer may be asked for."""
    is_file: ClassVar[bool] = False
    """Whether the answer has a name under which it is saved."""
    error_statuses: ClassVar[tuple[int, ...]] = (400, 406, 429, 500)
    cached: ClassVar[bool] = True
    pages: ClassVar[bool] = False
    request_headers: ClassVar[tuple[str, ...]] = ()
    """Names of the headers that the address takes (`openapi.REQUEST_HEADERS`)."""
    identified: ClassVar[str] = "item"
    """What the id in the address is one of."""

    viewer: Viewer = PUBLIC
    """Who asks."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.viewer = admit(request._request)

    def read(self, model: type[Q]) -> Q:
        """The query of this request. Raises `InvalidInput`."""
        return read_query(model, self.request.META.get("QUERY_STRING", ""))

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Which methods there are."""
        response = HttpResponse(status=204, headers={"Allow": ", ".join(self.allowed_methods)})
        del response["Content-Type"]
        return response

    def get_exception_handler(self) -> Callable[[Exception, Any], HttpResponse]:
        return self.explain

    def explain(self, error: Exception, context: Any) -> HttpResponse:
        """The problem that an exception stands for; an unforeseen one goes to the log, and nothing of it out."""
        problem = self.problem(error)
        if problem.code == "INTERNAL":
            logger.error("Internal error: %s", self.request.path, exc_info=error)
            got_request_exception.send(sender=type(self), request=self.request._request)
        response = problem_response(problem)
        if problem.code == "METHOD_NOT_ALLOWED":
            response["Allow"] = ", ".join(self.allowed_methods)
        return response

    def problem(self, error: Exception) -> Problem:
        """The problem that an exception stands for at this address."""
        return problem_of(error)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """The headers of every answer."""
        ratelimits.show(self.request._request, response)
        keep_apart(self.request._request, response)
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def answer(
        self,
        etag: str,
        modified: datetime | None,
        build: Callable[[], tuple[str, Iterable[str]]],
        *,
        media_type: str = "application/json",
    ) -> HttpResponse:
        """A cacheable answer: 304 where the reader has it already, else what `build` says: (text, surrogate keys)."""
        request: HttpRequest = self.request._request
        response = caching.not_modified(request, etag, modified)
        keys: Iterable[str] = ()
        if response is None:
            text, keys = build()
            response = HttpResponse(text, media_type)
        return caching.mark_public(response, etag, modified, keys)

    def link_to(self, cursor: str | None) -> str:
        """The address of another page of this list; without a cursor, of its beginning."""
        query = [(k, v) for k, v in parse_qsl(self.request.META.get("QUERY_STRING", "")) if k != "cursor"]
        if cursor is not None:
            query.append(("cursor", cursor))
        address = f"{conf.BASE_URL}{self.request.path.rstrip('/')}"
        return f"{address}?{urlencode(query)}" if query else address


class PageView(PublicView):
    """A view that answers a page of a list: `{results, next, previous}`, and the same in `Link` (RFC 8288)."""

    query: ClassVar[type[Paged]] = Paged
    pages = True

    def page_answer(
        self,
        state: tuple[Any, datetime | None],
        build: Callable[[], tuple[PageOf[Any], list[str], list[str]]],
        *,
        media_type: str = "application/json",
        wrap: Wrap | None = None,
    ) -> HttpResponse:
        """The page that `build` reads: (page, text of each row, surrogate keys). `state` is what it is a function of.

        `wrap` makes one text of the rows and the addresses of the next and the previous page.
        """
        version, modified = state
        links: list[str] = []

        def content() -> tuple[str, list[str]]:
            page, results, keys = build()
            after = self.link_to("n" + page.cursors[-1]) if page.has_next and page.cursors else None
            before = self.link_to("p" + page.cursors[0]) if page.has_previous and page.cursors else None
            links.extend(f'<{url}>; rel="{rel}"' for rel, url in (("next", after), ("prev", before)) if url)
            return (wrap or as_page)(results, after, before), keys

        etag = caching.make_etag(
            "list", version, self.request.path, self.request.META.get("QUERY_STRING", "")
        )
        response = self.answer(etag, modified, content, media_type=media_type)
        if links:
            response["Link"] = ", ".join(links)
        return response


class ItemListView(PageView):
    """A list of public items."""

    document: ClassVar[builtins.type[ItemDocument]]
    type: ClassVar[ItemType]
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        query: Any = self.read(self.query)
        if not set(beside_names(self.document, query.fields)) - {SHARE} and not asks_metadata(query.fields):
            return self.page_answer(selectors.last_change(PUBLIC), lambda: self.build(query))
        state = states.state_of_all(PUBLIC)
        return self.page_answer(
            (state.version, state.changed_at), lambda: self.build(query, is_crisis=state.is_crisis)
        )

    def build(self, query: Any, *, is_crisis: bool = False) -> tuple[PageOf[Row], list[str], list[str]]:
        """The page that the query asks for: cards, or parts of whole items where `fields` names more than cards have."""
        fields: tuple[str, ...] | None = query.fields
        whole = bool(set(fields or ()) - self.document.card_fields - set(additions(self.document)))
        page = list_page(self.type, query, whole=whole)
        beside = Beside(
            [row.uid for row in page.rows], beside_names(self.document, fields), is_crisis=is_crisis
        )
        if asks_metadata(fields):
            beside.add_metadata(page.rows)
        results = [
            row_text(row, fields, beside.of(row.uid, row.content), with_snippet=query.search is not None)
            for row in page.rows
        ]
        keys = [item_key(row.uid) for row in page.rows]
        return page, results, [f"list-{self.type.lower()}", *keys, *beside.keys]


class ItemEditionsView(PageView):
    """The public history of an item."""

    type: ClassVar[ItemType]
    answer_model = EditionList
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(self.query)
        uid = path_uuid(id)
        state = selectors.version_of(PUBLIC, uid, type=self.type, withdrawn=True)
        if state is None:
            what = self.type.lower().replace("_", " ")
            raise NotFound(f"No public {what} has the id {uid}.", field="id")
        request_page = query.page_request()

        def build() -> tuple[PageOf[EditionRow], list[str], list[str]]:
            page = selectors.list_editions(PUBLIC, uid, request_page)
            return page, [edition_text(edition) for edition in page.rows], [item_key(uid)]

        return self.page_answer(state, build)


class ItemDetailView(PublicView):
    """A public item, whole. Its entity tag changes with the item and what it is shown with alone.

    What changes without a number of the item's own, such as the statement of a crisis, is part of the tag itself.
    """

    type: ClassVar[ItemType]
    document: ClassVar[builtins.type[ItemDocument]]
    error_statuses = (400, 404, 406, 410, 429, 500)

    def get(self, request: Request, id: str) -> HttpResponse:
        query: Any = self.read(self.query)
        uid = path_uuid(id)
        names = beside_names(self.document, query.fields)
        state = states.state_of_item(PUBLIC, uid, type=self.type)
        if state is None:  # says why
            selectors.get_item(PUBLIC, uid, type=self.type, raw=True)
            raise NotFound(f"No public item has the id {uid}.", field="id")
        unnumbered = bool(names and state.is_crisis) or MEDIAN_ANSWER_SECONDS in names
        beside = Beside([uid], names, is_crisis=state.is_crisis) if unnumbered else None
        version = state.version if set(names) - {SHARE} else state.version[:1]
        changed_at = state.changed_at
        if asks_metadata(query.fields):  # shows the newsroom too
            everything = states.state_of_all(PUBLIC)
            version, changed_at = everything.version, everything.changed_at
        shown = dump(beside.of(uid)) if beside else ""
        etag = caching.make_etag("item", uid, version, shown, request.META.get("QUERY_STRING", ""))

        def build() -> tuple[str, Iterable[str]]:
            row = selectors.get_item(PUBLIC, uid, type=self.type, raw=True)
            around = beside or Beside([uid], names, is_crisis=False)
            if asks_metadata(query.fields):
                around.add_metadata([row])
            return row_text(row, query.fields, around.of(uid, row.content)), [item_key(uid), *around.keys]

        return self.answer(etag, None if unnumbered else changed_at, build)


def as_page(results: Sequence[str], after: str | None, before: str | None) -> str:
    """The JSON of a page: JSON of its rows, and where the next and the previous page are."""
    ends = f'"next":{json.dumps(after)},"previous":{json.dumps(before)}'
    return f'{{"results":[{",".join(results)}],{ends}}}'


def list_page(type_: ItemType, query: Listed, *, whole: bool) -> PageOf[Row]:
    """The page of items that a query asks for, as JSON text."""
    return selectors.list_items(
        PUBLIC,
        ItemFilter(type=type_, **query.filters()),
        query.page_request(),
        search=query.search or "",
        order=query.order,
        whole=whole,
        raw=True,
    )


def asks_metadata(fields: Iterable[str] | None) -> bool:
    """Whether the metadata of pages is asked for: it is made only then."""
    return METADATA in (fields or ())


def row_text(
    row: Row,
    fields: Iterable[str] | None,
    beside: Mapping[str, str],
    *,
    with_snippet: bool = False,
) -> str:
    """The JSON of an item: as it is stored, or only `fields`; with what it is shown with besides its document, and
    the passage found where it was searched for.

    Of the items of a list with several shapes, each has those of `fields` that its shape has.
    """
    text: str = row.content
    if fields is not None:
        content = json.loads(text)
        text = dump({name: content[name] for name in dict.fromkeys(fields) if name in content})
    snippet = {"snippet": dump(row.snippet)} if with_snippet else {}
    return spliced(text, beside, before=snippet) if beside or snippet else text


def path_uuid(text: str) -> UUID:
    """The id in an address. Raises `NotFound`: what is no UUID is nobody's id."""
    try:
        return parse_uuid(text)
    except ValueError:
        raise NotFound("No public item has this id: it is not a UUID.", field="id") from None
