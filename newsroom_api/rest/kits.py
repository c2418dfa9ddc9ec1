"""The files of a press kit or a release as one archive: sent while it is read, in parts if asked for."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponseBase
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.ledger.document import ItemType
from cms.library.selectors import find_kit
from cms.media.ranges import chunks_response
from newsroom_api import caching
from newsroom_api.caching import item_key
from newsroom_api.errors import CODES, Problem, problem_response
from newsroom_api.rest.base import JsonOnly, PublicView, path_uuid

ZIP = "application/zip"
REFUSALS = {412: "PRECONDITION_FAILED", 416: "RANGE_NOT_SATISFIABLE"}


class ZipOnly(JsonOnly):
    """The answer is an archive."""

    media_type = ZIP


class KitView(PublicView):
    """An archive of an item's whole files, with who made them and what may be done with them in `credits.txt`."""

    type: ClassVar[ItemType]
    content_negotiation_class = ZipOnly
    media_type = ZIP
    answer_model = OpenApiTypes.BINARY
    ranges = is_file = True
    error_statuses = (400, 404, 406, 410, 412, 416, 429, 500, 503)

    def get(self, request: Request, id: str) -> HttpResponseBase:
        self.read(self.query)
        row, kit = find_kit(PUBLIC, path_uuid(id), type=self.type)
        response = chunks_response(
            request._request,
            kit.chunks,
            size=kit.length,
            etag=kit.etag,
            content_type=ZIP,
            modified=caching.seen(row.updated_at).timestamp(),
        )
        if code := REFUSALS.get(response.status_code):
            headers = {name: response[name] for name in ("Content-Range", "ETag") if name in response}
            return problem_response(Problem(code, CODES[code].meaning, headers=headers))
        name = f"{row.content['newsroom']['slug']}-{row.content['slug']}.zip"
        response["Content-Disposition"] = content_disposition_header(True, name) or ""
        return caching.mark_public(response, kit.etag, row.updated_at, [item_key(row.uid)])


class PressKitFilesView(KitView):
    """Download the files of a press kit in one archive, with a `credits.txt`. Interrupted downloads can go on."""

    operation, tag = "download_press_kit", "press-kits"
    type = ItemType.PRESS_KIT


class ReleaseFilesView(KitView):
    """Download the images, recordings and documents of a release in one archive, with a `credits.txt`."""

    operation, tag = "download_release_files", "releases"
    type = ItemType.RELEASE
