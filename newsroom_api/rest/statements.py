"""Official statements: what the company says about an address or a topic, and the well-known file of the newest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from pydantic import Field
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.ledger.paging import PageOf, PageRequest
from cms.ledger.selectors import last_change
from cms.syndication.statements.document import Statement
from cms.syndication.statements.selectors import list_statements, subject_of
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.answers import list_model
from newsroom_api.rest.base import PageView, PublicView
from newsroom_api.rest.beside import dump
from newsroom_api.rest.parameters import Opaque, Paged

NEWEST = 100
"""Statements in the well-known file."""


class StatementsQuery(Paged):
    """Which statements a list holds."""

    about: Opaque | None = Field(
        None,
        description="An address on the web (scheme, `www.`, a slash at the end, the fragment and tracking parameters make "
        "no difference), or the id or slug of a topic: statements about it or what is below it. All, when it is not given.",
    )


class StatementListView(PageView):
    """List official statements, the newest first: those that hold, superseded ones and withdrawn ones."""

    operation, tag = "list_official_statements", "releases"
    query = StatementsQuery
    answer_model = list_model("StatementList", Statement)
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        query = self.read(StatementsQuery)

        def build() -> tuple[PageOf[dict[str, Any]], list[str], list[str]]:
            about = subject_of(PUBLIC, query.about) if query.about else None
            page = list_statements(PUBLIC, query.page_request(), about=about)
            keys = [item_key(row["id"]) for row in page.rows]
            return page, [dump(row) for row in page.rows], ["list-release", *keys]

        return self.page_answer(last_change(PUBLIC), build)


class WellKnownView(PublicView):
    """The newest official statements, at an address that everybody can guess."""

    operation, tag = "official_statements_file", "releases"

    def get(self, request: Request) -> HttpResponse:
        self.read(self.query)
        seq, changed_at = last_change(PUBLIC)

        def build() -> tuple[str, Iterable[str]]:
            page = list_statements(PUBLIC, PageRequest(first=min(NEWEST, conf.PAGE_SIZE_MAX)))
            begin = f"{conf.BASE_URL}/api/v1/official-statements"
            after = f"{begin}?cursor=n{page.cursors[-1]}" if page.has_next else None
            content = {
                "publisher": conf.BASE_URL,
                "updated_at": changed_at.isoformat().replace("+00:00", "Z") if changed_at else None,
                "about": f"{begin}{{?about}}",
                "statements": page.rows,
                "next": after,
            }
            return dump(content), ["list-release", *(item_key(row["id"]) for row in page.rows)]

        return self.answer(caching.make_etag("official-statements", seq), changed_at, build)
