"""GraphQL errors as the wire tells them: message, locations, path, and extensions.

Those have a `code`; where an input is at fault, its name in `field`; and in `errors` all inputs that are, each as
`{field, code, message}`.
"""

from __future__ import annotations

import logging
from typing import Any

from graphene.utils.str_converters import to_camel_case
from graphql import GraphQLError

from cms.errors import NewsroomError
from newsroom_api.errors import InvalidFields, problem_of
from newsroom_api.limits import LimitExceeded

logger = logging.getLogger(__name__)

MEANINGS = {
    "GRAPHQL_PARSE_FAILED": "The query is not GraphQL.",
    "GRAPHQL_VALIDATION_FAILED": "The query does not fit the schema: an unknown field, a wrong argument.",
    "BAD_USER_INPUT": "A variable does not have the type that the query gives it.",
    "OPERATION_RESOLUTION_FAILED": "No operation of the request has the name in `operationName`.",
    "BAD_REQUEST": "The request is no GraphQL request: malformed JSON, no query, a wrong parameter.",
    "LIMIT_EXCEEDED": "The query is larger than a limit allows; `limit` and `actual` give the figures.",
    "PERSISTED_QUERY_NOT_FOUND": "No query of this hash is known. Send it once with its text.",
    "PERSISTED_QUERY_HASH_MISMATCH": "The hash is not the sha256 of the query.",
}
"""Codes of GraphQL alone. Those shared with REST are in `newsroom_api/errors.py`."""

ARGUMENTS = {"token": "previewToken", "Idempotency-Key": "idempotencyKey"}  # nosec B105 # names, no secret
"""Names of inputs in the domain that are called something else here."""


SERVERS_FAULT = ("INTERNAL", "UNAVAILABLE")


def error_content(error: GraphQLError, code: str = "") -> dict[str, Any]:
    """The JSON form of an error. `code` is for errors of the request; those of fields tell their own.

    `classification` says whose fault it is, in the words of graphql-java and Spring, which clients and testers know.
    """
    content = _content(error, code)
    fault = "INTERNAL_ERROR" if content["extensions"]["code"] in SERVERS_FAULT else "BAD_REQUEST"
    return {**content, "extensions": {**content["extensions"], "classification": fault}}


def _content(error: GraphQLError, code: str) -> dict[str, Any]:
    content: dict[str, Any] = {"message": error.message}
    if error.locations:
        content["locations"] = [location.formatted for location in error.locations]
    if error.path:
        content["path"] = error.path
    original = error.original_error
    if code and not isinstance(original, NewsroomError):
        return {**content, "extensions": {"code": code, **(error.extensions or {})}}
    if isinstance(original, GraphQLError | None):
        return {**content, "extensions": {"code": "BAD_USER_INPUT", **(error.extensions or {})}}
    return {**content, **_told(original)}


def _input(name: str) -> str:
    """What an input of the domain is called here."""
    return ARGUMENTS.get(name) or to_camel_case(name)


def _renamed(message: str, field: str) -> str:
    """A message that may begin with the name of the input, which it calls what it is called here."""
    return _input(field) + message.removeprefix(field) if message.startswith(f"{field} ") else message


def _told(error: Exception) -> dict[str, Any]:
    """Message and extensions of what a resolver raised. The unforeseen is logged, not told."""
    if isinstance(error, LimitExceeded):
        figures = {"limit": error.limit} | ({} if error.actual is None else {"actual": error.actual})
        return {"message": error.message, "extensions": {"code": error.code, **figures}}
    problem = problem_of(error)
    if not isinstance(error, NewsroomError):
        logger.error("A resolver failed.", exc_info=error)
    extensions: dict[str, Any] = {"code": problem.code}
    message = problem.detail
    if problem.errors:
        faults = [
            {**each.as_json(), "field": _input(each.field), "message": _renamed(each.message, each.field)}
            for each in problem.errors
        ]
        extensions |= {"field": faults[0]["field"], "errors": faults}
        message = _renamed(message, problem.errors[0].field)
    if isinstance(error, InvalidFields):
        message = " ".join(": ".join(filter(None, (each["field"], each["message"]))) for each in faults)
    extensions |= {to_camel_case(name): value for name, value in problem.extra.items()}
    return {"message": message, "extensions": extensions}
