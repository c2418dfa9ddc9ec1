"""OpenAPI 3.1 of the REST API: drf-spectacular reads the views' `query` and `answers` attributes.

`document()` is the whole description; it is what `/api/v1/openapi.json` and `frontend_contract/openapi.yaml` hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from newsroom_api.errors import CODES, PROBLEM_TYPE
from newsroom_api.rest.answers import Problem
from newsroom_api.rest.inputs import VisitorInputExtension as VisitorInputExtension
from newsroom_api.rest.parameters import openapi_parameters
from newsroom_api.rest.unions import named

KEY = "partner_key"
"""Name of the scheme by which partners are known."""
OF_WRITING = ("COMMENTS_CLOSED", "EDIT_TIME_OVER")
"""Codes that share a status with those of reading, and are of writing alone."""
VERSION = "1.3.0"
"""Version of the REST contract. A change that may break a reader raises the first number and the address."""

HEADERS: dict[str, tuple[dict[str, str], str]] = {
    "ETag": ({"type": "string"}, "Strong validator: send it back as `If-None-Match`."),
    "Last-Modified": ({"type": "string"}, "When the content last changed."),
    "Cache-Control": ({"type": "string"}, "How long the answer may be kept."),
    "Surrogate-Key": ({"type": "string"}, "Keys by which a CDN purges the answer."),
    "RateLimit-Policy": (
        {"type": "string"},
        "The quota of an address, or of a key (RFC 9651 structured field).",
    ),
    "RateLimit": ({"type": "string"}, "What is left of it (RFC 9651 structured field)."),
}
VARY = {"Vary": ({"type": "string"}, "`Accept`: it chooses the format.")}
LINK = {"Link": ({"type": "string"}, "Addresses of the next and the previous page (RFC 8288).")}
PARTS = {"Accept-Ranges": ({"type": "string"}, "`bytes`: parts may be asked for.")}
NAMED = {"Content-Disposition": ({"type": "string"}, "The name under which to save it.")}
OF_WRITES = ("Cache-Control", "RateLimit-Policy", "RateLimit")
"""Those of `HEADERS` that answers have which are never stored."""
REPLAYED = (
    {"type": "string", "const": "true"},
    "The same request had been answered before, and this is that answer again.",
)
CONTENT_RANGE = ({"type": "string"}, "Which bytes these are, of how many.")
RANGE = (
    {"type": "string", "pattern": r"^bytes=[0-9]{1,12}-$"},
    "Which bytes to send. With `If-Range` and the `ETag`, an interrupted download goes on safely.",
)
EDIT_TOKEN, VISITOR_TOKEN, IDEMPOTENCY_KEY = "Edit-Token", "Visitor-Token", "Idempotency-Key"
UPLOAD_TOKEN = "Upload-Token"  # nosec B105 # the name of a header
REQUEST_HEADERS: dict[str, tuple[dict[str, Any], str]] = {
    EDIT_TOKEN: (
        {"type": "string", "minLength": 1, "maxLength": 100},
        "The token of the comment's author: `edit_token` of the answer to the post.",
    ),
    UPLOAD_TOKEN: (
        {"type": "string", "minLength": 1, "maxLength": 200},
        "The token of the upload: `upload_token` of the answer to the offer.",
    ),
    VISITOR_TOKEN: (
        {"type": "string", "minLength": 1, "maxLength": 200},
        "The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well.",
    ),
    IDEMPOTENCY_KEY: (
        {"type": "string", "pattern": r'^("[A-Za-z0-9_.:~+/=-]{1,255}"|[A-Za-z0-9_.:~+/=-]{1,255})$'},
        "A string of your making, such as a UUID (in quotation marks, a string of RFC 9651; or bare): when the answer is lost, send "
        "the same request with the same key, and it is done once. Known for a day.",
    ),
}

SETTINGS: dict[str, Any] = {
    "OAS_VERSION": "3.1.1",
    "TITLE": "Social newsroom REST API",
    "DESCRIPTION": "Newsrooms, releases, assets, press kits, discussions, topics and people, as far as they are public, and what visitors "
    "say about them. Everybody may read, and comment where a thread is open: without an account, with JSON, with tokens in "
    "headers. No cookie counts. Errors are problem details (RFC 9457) with a `code`.",
    "VERSION": VERSION,
    "LICENSE": {"name": "BSD-3-Clause", "identifier": "BSD-3-Clause"},
    "CONTACT": {"name": "The operators of this newsroom"},
    "SERVERS": [{"url": "/", "description": "This installation."}],
    "APPEND_COMPONENTS": {
        "securitySchemes": {
            KEY: {
                "type": "http",
                "scheme": "bearer",
                "description": "The key of a partner, from the newsroom's editors. It narrows changes to what the partner may "
                "carry, and counts requests for itself. A key that does not work is refused everywhere.",
            }
        }
    },
    "TAGS": [
        {"name": "changes", "description": "Everything that happens in public, for copies that stay true."},
        {"name": "newsrooms", "description": "Press rooms: one for each brand and language."},
        {"name": "releases", "description": "Releases and their public history."},
        {
            "name": "assets",
            "description": "Images, videos, sounds and documents with an address of their own.",
        },
        {
            "name": "press-kits",
            "description": "Files that belong together, and their download in one archive.",
        },
        {"name": "discussions", "description": "Subjects that are put up for conversation."},
        {"name": "threads", "description": "The conversations of items: their comments, and posting them."},
        {
            "name": "comments",
            "description": "Single comments: replies, edits, reactions, reports, and all changes.",
        },
        {
            "name": "contributions",
            "description": "Files that visitors sent and editors approved, and sending them.",
        },
        {"name": "topics", "description": "The tree of topics."},
        {"name": "people", "description": "Spokespersons and press contacts."},
        {"name": "items", "description": "Looking items up by their path, and previews of drafts."},
        {"name": "description", "description": "The API's description of itself."},
    ],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [],
    "SORT_OPERATION_PARAMETERS": False,
    "COMPONENT_SPLIT_PATCH": False,
}


class NewsroomSchema(AutoSchema):
    """What drf-spectacular asks of a view, answered from the view's own attributes."""

    view: Any

    @property
    def write(self) -> Any:
        """What this method writes (`writing.Write`); None where it reads."""
        return getattr(self.view, "writes", {}).get(self.method)

    def get_operation_id(self) -> str:
        return str((self.write or self.view).operation)

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_summary(self) -> str:
        if self.write:
            return re.split(r"[.:,;]", self.write.about)[0]
        return (type(self.view).__doc__ or "").strip().splitlines()[0].rstrip(".")

    def get_description(self) -> str:  # type: ignore[override]
        return " ".join((self.write.about if self.write else type(self.view).__doc__ or "").split())

    def get_auth(self) -> list[Any]:
        return [{KEY: []}] if self.view.needs_key else [{}, {KEY: []}]

    def get_request_serializer(self) -> Any:
        if self.write and self.write.takes:
            return {each: {"type": "string", "format": "binary"} for each in self.write.takes}
        if self.write is None or self.write.body is None:
            return None
        return {"application/json": self.write.body}

    def get_override_parameters(self) -> list[Any]:
        return [
            *self._inputs(),
            *self._answered_headers(),
            _header("Retry-After", {"type": "integer", "minimum": 0}, "Seconds to wait.", response=[429]),
        ]

    def _inputs(self) -> list[OpenApiParameter]:
        view, write = self.view, self.write
        found = [] if write else [_query_parameter(*details) for details in openapi_parameters(view.query)]
        if "{id}" in self.path:
            shape = {"type": "string", "format": "uuid"}
            description = f"Id of the {view.identified}."
            found.append(OpenApiParameter("id", shape, OpenApiParameter.PATH, True, description))
        if "{name}" in self.path:
            shape = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,29}$"}
            description = "Name of the reaction."
            found.append(OpenApiParameter("name", shape, OpenApiParameter.PATH, True, description))
        required = write.required_headers if write else (EDIT_TOKEN,)
        for name in write.headers if write else view.request_headers:
            shape, description = REQUEST_HEADERS[name]
            found.append(_header(name, shape, description, required=name in required))
        if not write and view.ranges:
            found.append(_header("Range", *RANGE))
        return found

    def _answered_headers(self) -> list[OpenApiParameter]:
        view, write = self.view, self.write
        if write:
            found = [_header(name, *HEADERS[name], response=[write.status]) for name in OF_WRITES]
            if write.location:
                shape = {"type": "string", "format": "uri"}
                found.append(_header("Location", shape, write.location, response=[write.status]))
            if write.replays:
                found.append(_header("Idempotent-Replayed", *REPLAYED, response=[write.status]))
            return found
        headers = HEADERS | (LINK if view.pages else {}) | (PARTS if view.ranges else {})
        headers |= (NAMED if view.is_file else {}) | (VARY if view.media_types else {})
        if not view.cached:
            headers = {name: headers[name] for name in OF_WRITES}
        answered = [200, 206] if view.ranges else [200]
        refused = [status for status in (412, 416) if view.ranges and status in view.error_statuses]
        found = [
            _header(name, *about, response=answered + (refused if name == "ETag" else []))
            for name, about in headers.items()
        ]
        if view.ranges:
            found.append(_header("Content-Range", *CONTENT_RANGE, response=[206, 416]))
        return found

    def get_response_serializers(self) -> Any:
        view, write = self.view, self.write
        if write:
            answers: dict[Any, Any] = {
                (write.status, "application/json"): OpenApiResponse(write.answer, description="The answer.")
            }
            return answers | _errors(write.error_codes)
        answers = {(200, view.media_type): OpenApiResponse(view.answer_model, description="The answer.")}
        if view.ranges:
            answers[(206, view.media_type)] = OpenApiResponse(
                view.answer_model, description="The bytes that `Range` asks for."
            )
        for media_type in list(view.media_types.values())[1:]:
            shape = {"type": "string"} if media_type.endswith("xml") else {"type": "object"}
            answers[(200, media_type)] = OpenApiResponse(shape, description="The answer.")
        if view.cached:
            answers[304] = OpenApiResponse(description="Nothing has changed since the validators sent.")
        codes = [code for code, about in CODES.items() if about.status in {401, *view.error_statuses}]
        return answers | _errors([code for code in codes if code not in OF_WRITING])


def _header(
    name: str,
    shape: dict[str, Any],
    description: str,
    *,
    required: bool = False,
    response: list[int] | None = None,
) -> OpenApiParameter:
    """A header of requests, or of the answers with some statuses."""
    return OpenApiParameter(
        name, shape, OpenApiParameter.HEADER, required, description, response=response or False
    )


def _errors(codes: Iterable[str]) -> dict[Any, Any]:
    """The answers with which errors leave the API, by status."""
    meanings: dict[int, list[str]] = {}
    for code in codes:
        meanings.setdefault(CODES[code].status, []).append(f"`{code}`: {CODES[code].meaning}")
    return {
        (status, PROBLEM_TYPE): OpenApiResponse(Problem, description=" ".join(told))
        for status, told in sorted(meanings.items())
    }


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of the REST API."""
    from newsroom_api.rest import urls

    with patched_settings(SETTINGS), translation.override("en"):
        generator: Any = SchemaGenerator(patterns=urls.described)  # type: ignore[no-untyped-call]
        found: dict[str, Any] = generator.get_schema(request=None, public=True)
    components = untitled(found["components"])
    return found | {"components": components | {"schemas": named(components["schemas"])}}


def _query_parameter(name: str, required: bool, shape: dict[str, Any]) -> OpenApiParameter:
    description = shape.pop("description", "")
    commas: dict[str, Any] = (
        {"style": "form", "explode": name != "fields"} if shape.get("type") == "array" else {}
    )
    return OpenApiParameter(name, shape, OpenApiParameter.QUERY, required, description, **commas)


def untitled(schema: Any) -> Any:
    """A JSON schema without the titles that pydantic gives every field: they repeat the names."""
    if isinstance(schema, list):
        return [untitled(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {field: untitled(shape) for field, shape in member.items()}
        if name in ("properties", "$defs", "schemas")
        else untitled(member)
        for name, member in schema.items()
        if not (name == "title" and isinstance(member, str))
    }
