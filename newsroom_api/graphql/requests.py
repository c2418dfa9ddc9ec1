"""Reading a GraphQL request: GraphQL over HTTP (graphql.github.io/graphql-over-http), sections 4 and 5."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, UnreadablePostError
from graphql import GraphQLError

from cms.conf import newsroom as conf
from cms.ledger.filters import check_text
from newsroom_api.graphql.documents import Prepared, RequestRefused, persisted, prepare
from newsroom_api.limits import LimitExceeded

UTF_8 = frozenset({"utf-8", "utf8", "us-ascii"})


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a request asks: `query` is missing where a hash in `extensions` stands for it."""

    query: str | None
    variables: dict[str, Any]
    operation_name: str | None
    extensions: dict[str, Any]

    def prepared(self) -> Prepared:
        """The query to run. Raises `RequestRefused`, `LimitExceeded` and `InvalidInput`."""
        entry = self.extensions.get("persistedQuery")
        if entry is not None:
            if (
                not isinstance(entry, dict)
                or entry.get("version") != 1
                or not isinstance(entry.get("sha256Hash"), str)
            ):
                raise refused('`persistedQuery` is {"version": 1, "sha256Hash": "…"}.')
            return persisted(entry["sha256Hash"].lower(), self.query)
        if self.query is None or not self.query.strip():
            raise refused("The request has no `query`.")
        return prepare(self.query)


def refused(message: str, status: int = 400, code: str = "BAD_REQUEST") -> RequestRefused:
    """A request that is no GraphQL request."""
    return RequestRefused(code, [GraphQLError(message)], status)


def read_get(request: HttpRequest) -> Parameters:
    """The request in the address of a GET: `variables` and `extensions` are JSON."""
    raw = request.META.get("QUERY_STRING", "")
    if len(raw) > conf.GRAPHQL_BODY:
        raise _too_large()
    try:
        unquote(raw, errors="strict")
    except UnicodeDecodeError:
        raise refused("The address is not UTF-8.") from None
    for name in ("query", "operationName", "variables", "extensions"):
        if len(request.GET.getlist(name)) > 1:
            raise refused(f"`{name}` is given more than once.")
    values = {
        name: request.GET.get(name) or None for name in ("query", "operationName", "variables", "extensions")
    }
    for name in ("variables", "extensions"):
        if values[name] is not None:
            values[name] = _json(str(values[name]), f"`{name}`")
    return _parameters(values)


def read_post(request: HttpRequest) -> Parameters:
    """The request in the JSON body of a POST."""
    charset = (request.content_params or {}).get("charset", "utf-8").strip("\"'").lower()
    if request.content_type != "application/json" or charset not in UTF_8:
        message = "Send the request as `Content-Type: application/json`, in UTF-8."
        raise refused(message, 415, "UNSUPPORTED_MEDIA_TYPE")
    if request.headers.get("Content-Encoding", "").strip().lower() not in ("", "identity"):
        raise refused("Send the request as it is, without `Content-Encoding`.", 415, "UNSUPPORTED_MEDIA_TYPE")
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not length.isdecimal() or int(length) > conf.GRAPHQL_BODY:
        raise _too_large()
    try:
        body = request.read(conf.GRAPHQL_BODY + 1)
    except UnreadablePostError:
        raise refused("The body broke off.") from None
    if len(body) > conf.GRAPHQL_BODY:
        raise _too_large()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise refused("The body is not UTF-8.") from None
    content = _json(text, "The body")
    if isinstance(content, list):
        raise refused("The body is a list: requests in batches are not taken.")
    if not isinstance(content, dict):
        raise refused("The body is not a JSON object.")
    return _parameters(content)


def _parameters(values: dict[str, Any]) -> Parameters:
    query, operation_name = values.get("query"), values.get("operationName")
    variables, extensions = values.get("variables"), values.get("extensions")
    for name, value, right in (
        ("query", query, str),
        ("operationName", operation_name, str),
        ("variables", variables, dict),
        ("extensions", extensions, dict),
    ):
        if value is not None and not isinstance(value, right):
            raise refused(f"`{name}` must be a {'string' if right is str else 'JSON object'}.")
    check_text(operation_name, "operationName")
    _check_texts(variables)
    return Parameters(query, variables or {}, operation_name, extensions or {})


def _json(text: str, what: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise refused(f"{what} is not valid JSON.") from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON.")


def _check_texts(value: Any, name: str = "variables") -> None:
    """Raise `InvalidInput`, naming the variable, when a string at any depth holds what is no text."""
    if isinstance(value, str):
        check_text(value, name)
    elif isinstance(value, dict):
        for key, inner in value.items():
            check_text(key, name)
            _check_texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            _check_texts(inner, name)


def _too_large() -> LimitExceeded:
    return LimitExceeded(
        f"The request is larger than the limit of {conf.GRAPHQL_BODY} bytes.",
        limit=conf.GRAPHQL_BODY,
        status=413,
    )
