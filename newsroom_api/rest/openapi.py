"""OpenAPI 3.1 of the REST API: drf-spectacular reads the views' `query` and `answers` attributes.

`document()` is the whole description; it is what `/api/v1/openapi.json` and `frontend_contract/openapi.yaml` hold.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from newsroom_api.errors import CODES, PROBLEM_TYPE
from newsroom_api.rest.answers import Problem
from newsroom_api.rest.parameters import openapi_parameters

VERSION = "1.0.0"
"""Version of the REST contract. A change that may break a reader raises the first number and the address."""

HEADERS: dict[str, tuple[dict[str, str], str]] = {
    "ETag": ({"type": "string"}, "Strong validator: send it back as `If-None-Match`."),
    "Last-Modified": ({"type": "string"}, "When the content last changed."),
    "Cache-Control": ({"type": "string"}, "How long the answer may be kept."),
    "Surrogate-Key": ({"type": "string"}, "Keys by which a CDN purges the answer."),
    "RateLimit-Policy": ({"type": "string"}, "The quota of an address (RFC 9651 structured field)."),
    "RateLimit": ({"type": "string"}, "What is left of it (RFC 9651 structured field)."),
}
LINK = {"Link": ({"type": "string"}, "Addresses of the next and the previous page (RFC 8288).")}
OF_DOWNLOADS: dict[str, tuple[dict[str, str], str]] = {
    "Accept-Ranges": ({"type": "string"}, "`bytes`: parts may be asked for."),
    "Content-Disposition": ({"type": "string"}, "The name under which to save it."),
}
CONTENT_RANGE = ({"type": "string"}, "Which bytes these are, of how many.")
RANGE = (
    {"type": "string", "pattern": r"^bytes=[0-9]{1,12}-$"},
    "Which bytes to send. With `If-Range` and the `ETag`, an interrupted download goes on safely.",
)

SETTINGS: dict[str, Any] = {
    "OAS_VERSION": "3.1.1",
    "TITLE": "Social newsroom REST API",
    "DESCRIPTION": "Newsrooms, releases, assets, press kits, topics and people, as far as they are public. Everybody may read; nothing "
    "can be written. Errors are problem details (RFC 9457) with a `code`.",
    "VERSION": VERSION,
    "LICENSE": {"name": "BSD-3-Clause", "identifier": "BSD-3-Clause"},
    "CONTACT": {"name": "The operators of this newsroom"},
    "SERVERS": [{"url": "/", "description": "This installation."}],
    "TAGS": [
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
        {"name": "topics", "description": "The tree of topics."},
        {"name": "people", "description": "Spokespersons and press contacts."},
        {"name": "items", "description": "Looking items up by their path, and previews of drafts."},
        {"name": "description", "description": "The API's description of itself."},
    ],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [],
    "SORT_OPERATION_PARAMETERS": False,
}


class NewsroomSchema(AutoSchema):
    """What drf-spectacular asks of a view, answered from the view's own attributes."""

    view: Any

    def get_operation_id(self) -> str:
        return str(self.view.operation)

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_summary(self) -> str:
        return (type(self.view).__doc__ or "").strip().splitlines()[0].rstrip(".")

    def get_description(self) -> str:  # type: ignore[override]
        return " ".join((type(self.view).__doc__ or "").split())

    def get_auth(self) -> list[Any]:
        return [{}]

    def get_override_parameters(self) -> list[Any]:
        view = self.view
        found = [_query_parameter(*details) for details in openapi_parameters(view.query)]
        if "{id}" in self.path:
            shape = {"type": "string", "format": "uuid"}
            found.append(OpenApiParameter("id", shape, OpenApiParameter.PATH, True, "Id of the item."))
        headers = HEADERS | (LINK if view.pages else {}) | (OF_DOWNLOADS if view.ranges else {})
        if not view.cached:
            headers = {name: headers[name] for name in ("Cache-Control", "RateLimit-Policy", "RateLimit")}
        answered = [200, 206] if view.ranges else [200]
        found += [
            OpenApiParameter(name, shape, OpenApiParameter.HEADER, description=description, response=answered)
            for name, (shape, description) in headers.items()
        ]
        if view.ranges:
            shape, description = CONTENT_RANGE
            found.append(
                OpenApiParameter(
                    "Content-Range", shape, OpenApiParameter.HEADER, description=description, response=[206]
                )
            )
            shape, description = RANGE
            found.append(OpenApiParameter("Range", shape, OpenApiParameter.HEADER, description=description))
        seconds = {"type": "integer", "minimum": 0}
        found.append(
            OpenApiParameter(
                "Retry-After",
                seconds,
                OpenApiParameter.HEADER,
                description="Seconds to wait.",
                response=[429],
            )
        )
        return found

    def get_response_serializers(self) -> Any:
        answers: dict[Any, Any] = {
            (200, self.view.media_type): OpenApiResponse(self.view.answer_model, description="The answer.")
        }
        if self.view.ranges:
            answers[(206, self.view.media_type)] = OpenApiResponse(
                self.view.answer_model, description="The bytes that `Range` asks for."
            )
        if self.view.cached:
            answers[304] = OpenApiResponse(description="Nothing has changed since the validators sent.")
        for status in self.view.error_statuses:
            meanings = [
                f"`{code}`: {about.meaning}" for code, about in CODES.items() if about.status == status
            ]
            answers[(status, PROBLEM_TYPE)] = OpenApiResponse(Problem, description=" ".join(meanings))
        return answers


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document of the REST API."""
    from newsroom_api.rest import urls

    with patched_settings(SETTINGS):
        generator: Any = SchemaGenerator(patterns=urls.described)  # type: ignore[no-untyped-call]
        found: dict[str, Any] = generator.get_schema(request=None, public=True)
    components = untitled(found["components"])
    return found | {"components": components}


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
