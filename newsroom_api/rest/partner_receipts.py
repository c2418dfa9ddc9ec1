"""Receipts of partners: which versions of items their sites show. Those of visitors' comments are in `receipts.py`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from rest_framework.request import Request

from cms.errors import InvalidKey
from cms.syndication.services.receipts import Shown, UnknownEntries, acknowledge
from newsroom_api.errors import FieldError, InvalidFields, Problem
from newsroom_api.rest.base import PublicView
from newsroom_api.rest.changes_answers import ReceiptResults
from newsroom_api.rest.parameters import parse_uuid
from newsroom_api.rest.writing import Write, WriteView, parse_body, read_bytes

MOST = 500
MOST_BYTES = 1_200_000
"""Of a body: as many entries with the longest addresses."""
ADDRESS = re.compile(r"https?://[!-~]{1,1900}")
"""An absolute address by RFC 3986: ASCII, everything else percent-encoded."""


def _identifier(value: object) -> UUID:
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        raise ValueError("This is not an id: ids are UUIDs.")
    return parse_uuid(value)


def _version(value: object) -> object:
    """JSON has one kind of number: 2.0 is 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _address(value: object) -> str | None:
    if value is None or (isinstance(value, str) and ADDRESS.fullmatch(value)):
        return value
    raise ValueError("This is not an address that begins with http:// or https:// and has no spaces.")


class PartnerReceipt(BaseModel):
    """That a version of an item is shown; of a withdrawn one, that the item is shown no more."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    item: Annotated[
        UUID, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "format": "uuid"})
    ] = Field(description="Id of the item, from `item` of a change.")
    version: Annotated[int, BeforeValidator(_version)] = Field(
        ge=1, le=2**31 - 1, description="Its version, from `version` of a change."
    )
    url: Annotated[
        str | None,
        BeforeValidator(_address),
        WithJsonSchema({"type": ["string", "null"], "pattern": f"^{ADDRESS.pattern}$"}),
    ] = Field(None, description="Where it is shown.")


class SendReceipts(BaseModel):
    """Which versions of items a partner shows now."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    receipts: list[PartnerReceipt] = Field(
        min_length=1,
        max_length=MOST,
        description=f"Up to {MOST} entries; of one item, the newest version counts.",
    )


class ReceiptsView(WriteView):
    """Acknowledge versions."""

    tag = "changes"
    needs_key = True
    writes: ClassVar[dict[str, Write]] = {
        "POST": Write(
            operation="acknowledge",
            about="Acknowledge versions: tell the newsroom which versions you show, and that you have taken down what was "
            "withdrawn. Sending the same again changes nothing; an older version than the one known is ignored. When an entry "
            "is wrong, nothing is recorded.",
            answer=ReceiptResults,
            body=SendReceipts,
            codes=(),
        )
    }

    def post(self, request: Request) -> HttpResponse:
        if self.viewer.partner is None:
            raise InvalidKey(
                "Receipts are of partners: send your key as `Authorization: Bearer`.", is_missing=True
            )
        self.read(PublicView.query)
        sent = read_receipts(parse_body(read_bytes(request._request, most=MOST_BYTES)))
        done = acknowledge(
            viewer=self.viewer,
            entries=[Shown(entry.item, entry.version, entry.url or "") for entry in sent.receipts],
        )
        results = [
            {"item": str(each.item), "version": each.version, "outcome": str(each.outcome)} for each in done
        ]
        return self.done({"results": results})

    def problem(self, error: Exception) -> Problem:
        problem = super().problem(error)
        if not isinstance(error, UnknownEntries):
            return problem
        errors = tuple(
            FieldError(f"receipts[{place}].{name}", "NOT_FOUND", message)
            for place, (name, message) in error.wrong.items()
        )
        return replace(problem, errors=errors)


def read_receipts(content: dict[str, Any]) -> SendReceipts:
    """What was sent, checked. Raises `InvalidFields`, which names the entries at fault."""
    try:
        return SendReceipts.model_validate(content)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        wrong = tuple(FieldError(_named(each["loc"]), "INVALID_INPUT", _told(each)) for each in details)
    raise InvalidFields(" ".join(f"{each.field}: {each.message}" for each in wrong[:5]), wrong)


def _named(place: tuple[int | str, ...]) -> str:
    """`receipts[3].version`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def _told(details: Any) -> str:
    match details["type"]:
        case "missing":
            return "The field is required."
        case "extra_forbidden":
            return "There is no such field here."
        case "model_type" | "dict_type":
            return "This is not a JSON object."
        case "list_type":
            return "This is not a list."
        case "too_short" | "too_long":
            return f"A request has 1 to {MOST} receipts."
    return str(details["msg"]).removeprefix("Value error, ")
