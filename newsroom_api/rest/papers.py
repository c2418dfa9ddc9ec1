"""A release as a file to read and print: plain text and PDF. Made when asked for, and kept by Django's cache."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.errors import NotFound
from cms.ledger.document import ItemType
from cms.ledger.selectors import get_item, version_of
from cms.syndication.papers.pdf import pdf_of
from cms.syndication.papers.text import text_of
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.rest.base import JsonOnly, PublicView, path_uuid

KEPT_SECONDS = 24 * 3600
MOST_KEPT = 5_000_000
"""Bytes of what is kept; larger files are made each time."""


class PaperView(PublicView):
    """A release as a file. Its entity tag changes with the release alone."""

    is_file = True
    ending: ClassVar[str]
    error_statuses = (400, 404, 406, 410, 429, 500, 503)

    def get(self, request: Request, id: str) -> HttpResponse:
        self.read(self.query)
        uid = path_uuid(id)
        state = version_of(PUBLIC, uid, type=ItemType.RELEASE)
        if state is None:  # says why
            get_item(PUBLIC, uid, type=ItemType.RELEASE)
            raise NotFound(f"No public release has the id {uid}.", field="id")
        seq, changed_at = state
        etag = caching.make_etag(self.ending, uid, seq)
        response = caching.not_modified(request._request, etag, changed_at)
        if response is None:
            name, content = self.content(etag, uid)
            response = HttpResponse(content, self.media_type)
            response["Content-Disposition"] = content_disposition_header(False, name) or ""
        return caching.mark_public(response, etag, changed_at, [item_key(uid)])

    def content(self, etag: str, uid: Any) -> tuple[str, bytes]:
        """The file's name and its bytes."""
        key = f"newsroom:paper:{etag.strip(chr(34))}"
        kept: tuple[str, bytes] | None = cache.get(key)
        if kept is not None:
            return kept
        document = get_item(PUBLIC, uid, type=ItemType.RELEASE).content
        content, complete = self.make(document)
        made = f"{document['newsroom']['slug']}-{document['slug']}.{self.ending}", content
        if complete and len(content) <= MOST_KEPT:
            cache.set(key, made, KEPT_SECONDS)
        return made

    def make(self, document: dict[str, Any]) -> tuple[bytes, bool]:
        """The bytes, and whether they may be kept."""
        raise NotImplementedError


class TextOnly(JsonOnly):
    """The answer is plain text."""

    media_type = "text/plain"


class PdfOnly(JsonOnly):
    """The answer is a PDF."""

    media_type = "application/pdf"


class ReleaseTextView(PaperView):
    """Read a release as plain text."""

    operation, tag = "read_release_text", "releases"
    content_negotiation_class = TextOnly
    media_type = "text/plain; charset=utf-8"
    answer_model = OpenApiTypes.STR
    ending = "txt"

    def make(self, document: dict[str, Any]) -> tuple[bytes, bool]:
        return text_of(document).encode(), True


class ReleasePdfView(PaperView):
    """Download a release as a PDF. 404 also where no font of the installation has its letters."""

    operation, tag = "download_release_pdf", "releases"
    content_negotiation_class = PdfOnly
    media_type = "application/pdf"
    answer_model = OpenApiTypes.BINARY
    ending = "pdf"

    def make(self, document: dict[str, Any]) -> tuple[bytes, bool]:
        return pdf_of(document)
