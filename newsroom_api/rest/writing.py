"""The base of the addresses that visitors write to.

Bodies are JSON of a limited size, and nothing else: no form of another site can send them (no CSRF), and no cookie counts.
Tokens come in headers or in the body, never in addresses, which end up in logs.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.http import parse_header_parameters
from pydantic import BaseModel
from rest_framework import exceptions
from rest_framework.request import Request

from cms.conf import newsroom as conf
from cms.conversation.identity import visitors
from cms.errors import InvalidInput, NewsroomError, RateLimited, TooManyReactions
from newsroom_api import caching, ratelimits
from newsroom_api.conversation.serializers import Sender, VisitorInput, read_input, sender_of
from newsroom_api.errors import CODES, FieldError, Problem, problem_of
from newsroom_api.rest.base import PublicView
from newsroom_api.rest.beside import dump
from newsroom_api.rest.openapi import EDIT_TOKEN, IDEMPOTENCY_KEY, VISITOR_TOKEN

MOST_BYTES = 100_000
"""Of a body. The longest comment, every character of it escaped, has two thirds of that."""
KEY_LENGTH = 255
ALWAYS = ("INVALID_INPUT", "UNAUTHORIZED", "NOT_ACCEPTABLE", "RATE_LIMITED", "INTERNAL")
"""Codes that every address may answer with."""
OF_BODIES = ("PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE")

_QUOTED_KEY = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])+)"')
"""A string of RFC 9651, section 3.3.3, as draft-ietf-httpapi-idempotency-key-header has it."""
_BARE_KEY = re.compile(r"[!#-+\--:<-\[\]-~]+")
"""What many clients send in its place."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class PayloadTooLarge(NewsroomError):
    """The body has more bytes than are read."""

    code = "PAYLOAD_TOO_LARGE"


class CompressedBody(NewsroomError):
    """The body is encoded: what it unpacks to has no limit that can be told before."""

    code = "UNSUPPORTED_MEDIA_TYPE"


__all__ = [
    "EDIT_TOKEN",
    "IDEMPOTENCY_KEY",
    "VISITOR_TOKEN",
    "CompressedBody",
    "PayloadTooLarge",
    "Write",
    "WriteView",
]


@dataclass(frozen=True, slots=True)
class Write:
    """What one method of an address does, for the description of the API."""

    operation: str
    about: str
    """What it does; the first sentence is its summary."""
    answer: Any
    codes: tuple[str, ...]
    """Codes of its errors, besides those of every address."""
    body: type[VisitorInput] | type[BaseModel] | None = None
    takes: tuple[str, ...] = ()
    """Media types of a body that is no JSON but a file."""
    status: int = 200
    headers: tuple[str, ...] = ()
    """Names of the headers that it takes (`openapi.REQUEST_HEADERS`)."""
    required_headers: tuple[str, ...] = (EDIT_TOKEN,)
    """Those of them that must be there."""
    location: str = ""
    """What `Location` in the answer leads to."""
    replays: bool = False
    """Whether a repeated `Idempotency-Key` gets the first answer again."""

    @property
    def error_codes(self) -> tuple[str, ...]:
        """All codes of its errors, in the order of the contract."""
        own = {*ALWAYS, *self.codes, *(OF_BODIES if self.body else ())}
        return tuple(code for code in CODES if code in own)


class WriteView(PublicView):
    """A view that visitors write to, and may read."""

    http_method_names = [*PublicView.http_method_names, "post", "patch", "delete"]

    writes: ClassVar[dict[str, Write]] = {}
    """What it does besides reading, by method."""
    named: ClassVar[dict[str, str]] = {"thread": "id", "edit_token": EDIT_TOKEN, "before": "cursor"}
    """What services call the inputs of these addresses: their name to ours."""

    admitted: bool = False
    """Whether the address may ask at all: a limit that is met later is that of comments."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.admitted = True

    def problem(self, error: Exception) -> Problem:
        """The problem, with the inputs named as they are here."""
        problem = problem_of(error)
        names = dict(self.named)
        if VISITOR_TOKEN in self.request.headers:
            names[visitors.FIELD] = VISITOR_TOKEN
        errors = tuple(
            FieldError(names.get(each.field, each.field), each.code, each.message) for each in problem.errors
        )
        headers = dict(problem.headers)
        if isinstance(error, TooManyReactions):
            headers |= {
                "RateLimit-Policy": f'"reactions";q={conf.REACTIONS_PER_ADDRESS};w=86400',
                "RateLimit": f'"reactions";r=0;t={error.retry_after}',
            }
        elif isinstance(error, RateLimited) and self.admitted:
            headers |= {
                "RateLimit-Policy": f'"comments";q={conf.COMMENTS_PER_MINUTE};w={ratelimits.WINDOW}',
                "RateLimit": f'"comments";r=0;t={error.retry_after}',
            }
        return replace(problem, errors=errors, headers=headers)

    def read_body(self, kind: type[VisitorInput]) -> dict[str, Any]:
        """The body of this request, checked. Raises `InvalidInput`, `InvalidFields`, `PayloadTooLarge`; 415."""
        self.read(PublicView.query)
        return read_input(kind, parse_body(read_bytes(self.request._request)))

    def edit_token(self) -> str:
        """The author's token. Raises `InvalidInput` when there is none: whether it is right is said later."""
        return self.token_in(EDIT_TOKEN)

    def visitor_token(self) -> str:
        """The visitor's token in the header. Raises `InvalidInput` when there is none."""
        return self.token_in(VISITOR_TOKEN)

    def token_in(self, name: str) -> str:
        """The token in a header. Raises `InvalidInput` when there is none."""
        if name not in self.request.headers:
            raise InvalidInput(f"The header {name} is required.", field=name)
        return self.token_if_any(name)

    def token_if_any(self, name: str) -> str:
        """The token in a header that may be left out: empty, then. Raises `InvalidInput` for a header without one."""
        given: str | None = self.request.headers.get(name)
        if given is not None and not given.strip():
            raise InvalidInput(f"The header {name} is empty: give the token, or leave it out.", field=name)
        return (given or "").strip()

    def sender(self, content: dict[str, Any] | None = None) -> Sender:
        """Who sends. The token comes in the header or in the body. Raises `InvalidInput` and `InvalidToken`."""
        header = self.token_if_any(VISITOR_TOKEN)
        given: str = (content or {}).get(visitors.FIELD, "")
        if header and given and header != given:
            raise InvalidInput(
                f"{VISITOR_TOKEN} and visitor_token differ. Send one of the two.", field=VISITOR_TOKEN
            )
        return sender_of(header or given, ratelimits.client_address(self.request._request))

    def idempotency_key(self) -> str:
        """The key of this request; empty without one. Raises `InvalidInput`."""
        given: str | None = self.request.headers.get(IDEMPOTENCY_KEY)
        return "" if given is None else parse_key(given)

    def done(self, content: Any, *, status: int = 200, replayed: bool = False) -> HttpResponse:
        """The answer to a write: for who sent it alone, and never stored."""
        response = HttpResponse(dump(content), "application/json", status)
        if replayed:
            response["Idempotent-Replayed"] = "true"
        return caching.mark_private(response)


def read_bytes(request: HttpRequest, *, most: int = MOST_BYTES) -> bytes:
    """The body of a request. One that is too large is refused before it is read; what is no JSON, before that."""
    media_type, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    charset = parameters.get("charset", "utf-8").lower()
    if media_type.lower() != "application/json" or charset not in ("utf-8", "utf8"):
        raise exceptions.UnsupportedMediaType(media_type)
    if (coding := request.headers.get("Content-Encoding", "").strip().lower()) not in ("", "identity"):
        raise CompressedBody(
            f"The body is encoded ({coding[:20]}). Send it as it is, without Content-Encoding."
        )
    announced = str(request.META.get("CONTENT_LENGTH") or "")
    if announced.isdigit() and int(announced) > most:
        raise _too_large(most)
    try:
        content: bytes = request.read(most + 1)
    except UnreadablePostError:
        raise InvalidInput("The body broke off.") from None
    if len(content) > most:
        raise _too_large(most)
    return content


def parse_body(content: bytes) -> dict[str, Any]:
    """JSON (RFC 8259) as it should be: UTF-8, no name twice, no NaN, no half of a surrogate pair. Raises `InvalidInput`."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidInput("The body is not UTF-8.") from None
    if not text.strip():
        raise InvalidInput("The body is empty. Send a JSON object.")
    try:
        parsed = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InvalidInput(f"The body is not JSON: line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise InvalidInput("The body is nested too deeply. Send one JSON object.") from None
    except ValueError:
        raise InvalidInput("The body has a number that nobody needs.") from None
    if not isinstance(parsed, dict):
        raise InvalidInput("The body is JSON, and no object. Send a JSON object.")
    return parsed


def parse_key(given: str) -> str:
    """The key in an `Idempotency-Key`, in quotation marks or bare. Raises `InvalidInput`."""
    text = given.strip(" \t")
    quoted = _QUOTED_KEY.fullmatch(text)
    key = re.sub(r'\\(["\\])', r"\1", quoted[1]) if quoted else text
    if not quoted and not _BARE_KEY.fullmatch(text):
        raise InvalidInput(
            'This is no idempotency key. Send a string such as "8e03978e-40d5-43dd-bc93-6894a57f9324".',
            field=IDEMPOTENCY_KEY,
        )
    if len(key) > KEY_LENGTH:
        raise InvalidInput(
            f"An idempotency key has at most {KEY_LENGTH} characters; this one has {len(key)}.",
            field=IDEMPOTENCY_KEY,
        )
    return key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if _SURROGATE.search(name):
            raise InvalidInput("A name in the body has half of a surrogate pair.")
        if name in found:
            raise InvalidInput("The field is there twice.", field=name)
        if isinstance(value, str) and _SURROGATE.search(value):
            raise InvalidInput("The text has half of a surrogate pair.", field=name)
        found[name] = value
    return found


def _refuse_constant(name: str) -> Any:
    raise InvalidInput(f"The body is not JSON: there is no {name} in JSON.")


def _too_large(most: int) -> PayloadTooLarge:
    return PayloadTooLarge(f"The body has more than {most:,} bytes.")
