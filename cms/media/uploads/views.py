"""Uploads over HTTP: JSON for the browser's script (errors as RFC 9457), and the page of the admin that runs it.

The JSON addresses are not below the admin's: there, an expired session would be answered with the form to log in.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.localization import get_localized_response
from wagtail.log_actions import LogContext

from cms.errors import InvalidInput, NewsroomError, StorageUnavailable
from cms.media.uploads import selectors, services
from cms.media.uploads.problems import PartsMissing, QuotaReached, TooLarge, UploadGone

STATUSES: dict[type[NewsroomError], HTTPStatus] = {
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    QuotaReached: HTTPStatus.CONFLICT,
    PartsMissing: HTTPStatus.CONFLICT,
    UploadGone: HTTPStatus.NOT_FOUND,
    InvalidInput: HTTPStatus.BAD_REQUEST,
    StorageUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
ADDRESSES_AT_ONCE = 100
BODY_MAX = 100_000

View = Callable[..., HttpResponse]


def problem(status: HTTPStatus, detail: str, **more: Any) -> JsonResponse:
    """An error as a problem of RFC 9457."""
    body = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail, **more}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def for_editors(view: View) -> View:
    """In the editor's language, for those who may use the admin; every error is a problem."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied as error:
            return problem(HTTPStatus.FORBIDDEN, str(error) or _("You may not do this."), code="FORBIDDEN")
        except NewsroomError as error:
            status = next(status for kind, status in STATUSES.items() if isinstance(error, kind))
            return problem(status, error.message, code=error.code, missing=getattr(error, "numbers", []))

    @never_cache
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            detail = _("You are not logged in any more. Log in in another tab, then go on here.")
            return problem(HTTPStatus.UNAUTHORIZED, detail, code="LOGIN_NEEDED")
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return problem(HTTPStatus.FORBIDDEN, _("You may not do this."), code="FORBIDDEN")
        with LogContext(user=request.user):
            return get_localized_response(answer, request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "POST"])
@for_editors
def uploads(request: HttpRequest) -> HttpResponse:
    """GET: the user's unfinished uploads, and a token for the next requests. POST: begin one, or go on with it."""
    if request.method == "GET":
        return JsonResponse({"uploads": selectors.listed(request.user), "csrf_token": get_token(request)})
    asked = _body(request)
    upload = services.create(
        user=request.user,
        name=_text(asked, "name"),
        size=_number(asked, "size"),
        modified=_number(asked, "modified", 0),
        collection_id=_number(asked, "collection"),
        fresh=asked.get("fresh") is True,
    )
    return JsonResponse(selectors.details(upload), status=HTTPStatus.CREATED)


@require_http_methods(["GET", "DELETE"])
@for_editors
def upload(request: HttpRequest, uid: UUID) -> HttpResponse:
    """GET: what is there of it, or became of it. DELETE: cancel it."""
    found = selectors.upload_of(request.user, uid)
    if request.method == "DELETE":
        services.abort(found)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return JsonResponse(selectors.details(found))


@require_http_methods(["POST"])
@for_editors
def addresses(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Where to PUT the parts `{"parts": [1, 2]}`: `{"addresses": {"1": …}}`."""
    numbers = _body(request).get("parts")
    if (
        not isinstance(numbers, list)
        or not 1 <= len(numbers) <= ADDRESSES_AT_ONCE
        or not all(type(number) is int for number in numbers)
    ):
        raise InvalidInput(_("`parts` must be a list of 1 to 100 numbers."), field="parts")
    found = services.addresses(selectors.upload_of(request.user, uid), numbers)
    return JsonResponse({"addresses": found})


@require_http_methods(["PUT"])
@for_editors
def part(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Take a part: the body is its bytes, read in pieces."""
    length = request.headers.get("Content-Length", "")
    if not length.isdecimal():
        return problem(HTTPStatus.LENGTH_REQUIRED, _("A part needs a Content-Length."), code="INVALID_INPUT")
    services.receive_part(selectors.upload_of(request.user, uid), number, request, int(length))  # type: ignore[arg-type]
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@require_http_methods(["POST"])
@for_editors
def complete(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All parts are sent. `{"keep": true}` takes a file that is there already."""
    keep = _body(request).get("keep") is True
    done = services.complete(selectors.upload_of(request.user, uid), keep_duplicate=keep)
    return JsonResponse(selectors.summary(done), status=HTTPStatus.ACCEPTED)


def _body(request: HttpRequest) -> dict[str, Any]:
    if int(request.headers.get("Content-Length") or 0) > BODY_MAX:
        raise TooLarge(_("The request has more than 100 kB."))
    try:
        found = json.loads(request.body or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InvalidInput(_("The request must be a JSON object."))
    return found


def _number(asked: dict[str, Any], name: str, default: int | None = None) -> int:
    value = asked.get(name, default)
    if type(value) is not int or not 0 <= value < 2**63:
        raise InvalidInput(_("`%(name)s` must be a whole number, 0 or more.") % {"name": name}, field=name)
    return value


def _text(asked: dict[str, Any], name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str) or not value:
        raise InvalidInput(_("`%(name)s` must be a text.") % {"name": name}, field=name)
    return value
