"""Errors on the wire: one table of codes, for REST (RFC 9457 problem details) and GraphQL (`extensions`).

`problem_of()` maps an exception to a `Problem`; `problem_response()` sends it. The exceptions are in `cms/errors.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import bad_request as html_bad_request
from django.views.defaults import server_error as html_server_error
from rest_framework import exceptions as drf

from cms.errors import Busy, InvalidKey, NewsroomError, RateLimited, StorageUnavailable, Withdrawn

PROBLEM_TYPE = "application/problem+json"
WIRE = (
    *("/api/", "/graphql", "/feeds/", "/sitemap", "/news-sitemap.xml", "/robots.txt"),
    *("/oembed", "/.well-known/official-statements.json"),
)
"""How the addresses of the wire begin."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the contract: the HTTP status it goes with, and what it means."""

    status: int
    meaning: str


CODES: dict[str, Code] = {
    "INVALID_INPUT": Code(
        400, "A parameter or field is unknown, missing, of the wrong type or out of range."
    ),
    "INVALID_CURSOR": Code(400, "The cursor is not one that this list gave. Start again without it."),
    "UNAUTHORIZED": Code(401, "The partner's key is missing, wrong, expired or revoked."),
    "INVALID_TOKEN": Code(403, "A token is malformed, expired, wrong, or for something else."),
    "COMMENTS_CLOSED": Code(403, "Nobody may comment or react there, or not now."),
    "EDIT_TIME_OVER": Code(403, "The time in which authors may edit a comment is over."),
    "FORBIDDEN": Code(403, "You may not do this."),
    "NOT_FOUND": Code(404, "Nothing public answers to this id, slug, path or address."),
    "METHOD_NOT_ALLOWED": Code(405, "The address does not know the method; `Allow` says which."),
    "NOT_ACCEPTABLE": Code(406, "The answer does not exist in any media type of `Accept`."),
    "CONFLICT": Code(409, "It has been done already, or what it is about has changed in the meantime."),
    "GONE": Code(
        410, "The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when."
    ),
    "PRECONDITION_FAILED": Code(412, "The file is not in the state that `If-Match` names."),
    "PAYLOAD_TOO_LARGE": Code(413, "The request's body has more bytes than are read."),
    "UNSUPPORTED_MEDIA_TYPE": Code(415, "The request's `Content-Type` is not understood."),
    "RANGE_NOT_SATISFIABLE": Code(416, "The file has no such bytes; `Content-Range` says how many it has."),
    "IDEMPOTENCY_KEY_REUSED": Code(422, "The `Idempotency-Key` came with another request before."),
    "RATE_LIMITED": Code(429, "Wait as many seconds as `Retry-After` says."),
    "INTERNAL": Code(500, "The fault is ours. Try again later."),
    "NOT_IMPLEMENTED": Code(501, "The answer does not come in the `format` asked for."),
    "UNAVAILABLE": Code(503, "The service cannot answer now. Try again later."),
}


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one input."""

    field: str
    code: str
    message: str

    def as_json(self) -> dict[str, str]:
        return {"field": self.field, "code": self.code, "message": self.message}


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as the wire tells it."""

    code: str
    detail: str = ""
    errors: tuple[FieldError, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further members, such as `reason` and `withdrawn_at` of GONE, `retry_after` of RATE_LIMITED."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        return CODES[self.code].status

    def as_json(self) -> dict[str, Any]:
        """The RFC 9457 object."""
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "errors": [error.as_json() for error in self.errors],
            **self.extra,
        }

    def extensions(self) -> dict[str, Any]:
        """The `extensions` of a GraphQL error."""
        return {"code": self.code, "errors": [error.as_json() for error in self.errors], **self.extra}


class InvalidFields(NewsroomError):
    """Several inputs are wrong at once."""

    code = "INVALID_INPUT"

    def __init__(self, message: str, errors: tuple[FieldError, ...]) -> None:
        super().__init__(message, field=errors[0].field if errors else "")
        self.errors = errors


def problem_of(error: BaseException) -> Problem:
    """The problem that an exception stands for. What nobody foresaw is INTERNAL, without a word more."""
    if isinstance(error, NewsroomError):
        return _newsroom_problem(error)
    if isinstance(error, drf.APIException):
        return _framework_problem(error)
    if isinstance(error, Http404):
        return Problem("NOT_FOUND", "There is nothing at this address.")
    if isinstance(error, PermissionDenied):
        return Problem("FORBIDDEN", CODES["FORBIDDEN"].meaning)
    return Problem("INTERNAL", CODES["INTERNAL"].meaning)


def problem_response(problem: Problem) -> HttpResponse:
    """The problem as `application/problem+json`. Never stored: what is missing may be public in a second."""
    response = HttpResponse(json.dumps(problem.as_json(), ensure_ascii=False), PROBLEM_TYPE, problem.status)
    for name, value in problem.headers.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Django's `handler500`: a problem under the addresses of the wire, Django's page elsewhere."""
    if request.path_info.startswith(WIRE):
        return problem_response(problem_of(Exception()))
    return html_server_error(request)


def bad_request(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Django's `handler400`, for requests that never came to a view, by their host or their sheer number of parameters."""
    if request.path_info.startswith(WIRE):
        return problem_response(Problem("INVALID_INPUT", "The request could not be read."))
    return html_bad_request(request, *args, **kwargs)


def _newsroom_problem(error: NewsroomError) -> Problem:
    if isinstance(error, StorageUnavailable):
        return Problem("UNAVAILABLE", CODES["UNAVAILABLE"].meaning)
    code = error.code if error.code in CODES else "INVALID_INPUT"
    if isinstance(error, InvalidFields):
        return Problem(code, error.message, error.errors)
    errors = (FieldError(error.field, code, error.message),) if error.field else ()
    if isinstance(error, Withdrawn):
        extra = {"reason": error.reason, "withdrawn_at": error.withdrawn_at}
        return Problem(code, error.message, errors, extra)
    if isinstance(error, InvalidKey):
        return Problem(code, error.message, errors, headers={"WWW-Authenticate": _challenge(error)})
    if isinstance(error, RateLimited | Busy):
        headers = {"Retry-After": str(error.retry_after)}
        return Problem(code, error.message, errors, {"retry_after": error.retry_after}, headers)
    return Problem(code, error.message, errors)


def _challenge(error: InvalidKey) -> str:
    """What a key is asked for with (RFC 6750, section 3): the error only where there was a key."""
    return 'Bearer realm="newsroom"' + ("" if error.is_missing else ', error="invalid_token"')


def _framework_problem(error: drf.APIException) -> Problem:
    match error:
        case drf.MethodNotAllowed():
            return Problem("METHOD_NOT_ALLOWED", CODES["METHOD_NOT_ALLOWED"].meaning)
        case drf.NotAcceptable():
            return Problem("NOT_ACCEPTABLE", CODES["NOT_ACCEPTABLE"].meaning)
        case drf.UnsupportedMediaType():
            return Problem("UNSUPPORTED_MEDIA_TYPE", CODES["UNSUPPORTED_MEDIA_TYPE"].meaning)
        case drf.NotFound():
            return Problem("NOT_FOUND", "There is nothing at this address.")
        case drf.PermissionDenied() | drf.AuthenticationFailed() | drf.NotAuthenticated():
            return Problem("FORBIDDEN", CODES["FORBIDDEN"].meaning)
        case drf.ParseError() | drf.ValidationError():
            return Problem("INVALID_INPUT", "The request could not be read.")
    return Problem("INTERNAL", CODES["INTERNAL"].meaning)
