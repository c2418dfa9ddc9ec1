"""Every answer of the REST API that a test of this process gets is held against the OpenAPI description.

`watch()` looks on where Django gives answers: to its test client and to live servers. What does not fit is kept in `FOUND`, and
`tests/conftest.py` lets the test fail that asked. Unknown addresses and methods are none of the description's, but answer problems
like all others. Servers that tests start as processes of their own are not seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema_rs
from django.core.handlers.base import BaseHandler

from newsroom_api.rest import openapi

PREFIX = "/api/v1"
FOUND: list[str] = []
"""What did not fit, since the test began."""
OF_HTTP = {
    "accept-ranges", "access-control-allow-headers", "access-control-allow-methods", "access-control-allow-origin",
    "access-control-expose-headers", "access-control-max-age", "allow", "connection", "content-encoding", "content-language",
    "content-length", "content-security-policy", "content-type", "cross-origin-opener-policy", "cross-origin-resource-policy", "date", "permissions-policy",
    "referrer-policy", "server", "vary", "www-authenticate", "x-accel-buffering", "x-content-type-options", "x-frame-options",
}  # fmt: skip
"""Headers whose meaning is no operation's own."""
OF_ERRORS = {"cache-control", "ratelimit", "ratelimit-policy", "retry-after"}
"""Headers of problems, told once for all of them in the contract's README."""
PROBLEM = "application/problem+json"
UNDESCRIBED = {f"{PREFIX}/docs", f"{PREFIX}/openapi.json"}
"""A page for people, and the description itself."""


def watch() -> None:
    """Look at every answer from now on."""
    answer, answer_async = BaseHandler.get_response, BaseHandler.get_response_async

    def get_response(handler: BaseHandler, request: Any) -> Any:
        response = answer(handler, request)
        look(request, response)
        return response

    async def get_response_async(handler: BaseHandler, request: Any) -> Any:
        response = await answer_async(handler, request)
        look(request, response)
        return response

    BaseHandler.get_response = get_response  # type: ignore[method-assign]
    BaseHandler.get_response_async = get_response_async  # type: ignore[method-assign]


def look(request: Any, response: Any) -> None:
    """Note what does not fit the description."""
    path = request.path_info.rstrip("/")
    if not path.startswith(PREFIX) or path in UNDESCRIBED or request.method == "OPTIONS":
        return
    if fault := fault_of(request.method, path, response):
        FOUND.append(f"{request.method} {path} ({response.status_code}): {fault}")


def fault_of(method: str, path: str, response: Any) -> str | None:
    """Why an answer does not fit; None when it does."""
    place = operation_of("GET" if method == "HEAD" else method, path)
    described = place and openapi.document()["paths"][place[0]][place[1]]["responses"]
    status = str(response.status_code)
    media_type = response.get("Content-Type", "").partition(";")[0].strip()
    if place is None:
        if status not in (
            "401",
            "404",
            "405",
            "500",
        ):  # 401: a key that does not work is refused before all else
            return "There is no such operation."
        return body_fault("problem", None, PROBLEM, response)
    if status not in described:
        return "The status is not described."
    known = {name.lower() for name in described[status].get("headers", {})} | OF_HTTP
    known |= OF_ERRORS if status >= "400" else set()
    if method == "HEAD" or status == "304":
        known |= {name.lower() for name in described["200"].get("headers", {})}
    if stray := sorted({name.lower() for name in response.headers} - known):
        return f"The headers {', '.join(stray)} are not described."
    content = {name.partition(";")[0]: name for name in described[status].get("content", ())}
    if not content:
        return None if not getattr(response, "content", b"") else "A body is not described."
    if media_type not in content:
        return f"{media_type} is not described."
    if method == "HEAD" or response.streaming or not media_type.endswith("json"):
        return None
    return body_fault(place[0], (place[1], status), content[media_type], response)


def body_fault(path: str, answer: tuple[str, str] | None, media_type: str, response: Any) -> str | None:
    """Why a body does not fit its schema."""
    try:
        content = json.loads(response.content)
    except ValueError:
        return "The body is no JSON."
    error = next(validator(path, answer, media_type).iter_errors(content), None)
    if error is None:
        return None
    where = "/".join(map(str, error.instance_path))
    return f"{where}: {error.message[:400]}"


@cache
def validator(path: str, answer: tuple[str, str] | None, media_type: str) -> Any:
    """What judges bodies of an answer, made once."""
    if answer is None:
        schema: dict[str, Any] = {"$ref": "#/components/schemas/Problem"}
    else:
        operation, status = answer
        content = components()["paths"][path][operation]["responses"][status]["content"]
        schema = content[media_type]["schema"]
    whole = {**schema, "components": {"schemas": components()["components"]["schemas"]}}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


@cache
def components() -> dict[str, Any]:
    """The description as JSON has it."""
    return dict(json.loads(json.dumps(openapi.document(), default=str)))


@cache
def addresses() -> list[tuple[Callable[[str], Any], str, set[str]]]:
    """What matches each address, the address, and its methods; addresses without parameters first."""
    found = []
    for path, operations in openapi.document()["paths"].items():
        pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))
        found.append((pattern.fullmatch, path, {name.upper() for name in operations}))
    return sorted(found, key=lambda each: (each[1].count("{"), -len(each[1])))


def operation_of(method: str, path: str) -> tuple[str, str] | None:
    """The described operation at an address: path and method."""
    for matches, described, methods in addresses():
        if matches(path):
            return (described, method.lower()) if method in methods else None
    return None
