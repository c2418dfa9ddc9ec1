"""Contributions of visitors: lists, single ones, offering one, sending its file, taking it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.http import parse_header_parameters
from pydantic import Field
from rest_framework import exceptions
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation.contributions import own
from cms.conversation.contributions.document import Contribution
from cms.conversation.contributions.offering import offer
from cms.conversation.contributions.receiving import receive
from cms.conversation.contributions.terms import terms_for
from cms.errors import InvalidInput
from cms.ledger.document import Document, ItemType
from cms.media.uploads.problems import TooLarge
from newsroom_api import caching
from newsroom_api.conversation.contributing import (
    Contribute,
    ContributionTerms,
    UploadTicket,
    new_contribution,
    upload_ticket,
)
from newsroom_api.rest.answers import card_model, detail_model, field_names, list_model, selection_model
from newsroom_api.rest.base import ItemDetailView, ItemListView, PublicView, path_uuid
from newsroom_api.rest.openapi import UPLOAD_TOKEN
from newsroom_api.rest.parameters import Identifier, Listed, Query, Slug, selecting
from newsroom_api.rest.writing import (
    EDIT_TOKEN,
    IDEMPOTENCY_KEY,
    VISITOR_TOKEN,
    PayloadTooLarge,
    Write,
    WriteView,
)

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
"""What forms send: it would be the form that is stored, not the file in it."""

Selection = selection_model(Contribution)
FIELDS = field_names(Contribution)


class ContributionsQuery(Listed):
    """Filters of the list of contributions."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    item: Identifier | None = Field(None, description="Id of the item that they were contributed to.")

    def filters(self) -> dict[str, Any]:
        found = super().filters()
        return {"subject" if name == "item" else name: value for name, value in found.items()}


class TermsQuery(Query):
    """Whose terms."""

    newsroom: Slug = Field(description="Slug of the newsroom.")


class ContributionStanding(Document):
    """What became of one's own contribution."""

    id: Identifier = Field(description="Id of the contribution.")
    status: str = Field(description="`AWAITED`, `HELD`, `PUBLISHED` (approved), `REJECTED` or `WITHDRAWN`.")
    message: str = Field(description="What an editor says about it; empty when there is nothing to say.")


class ContributionListView(WriteView, ItemListView):
    """List public contributions: files that visitors sent and editors approved."""

    operation, tag = "list_contributions", "contributions"
    type = ItemType.CONTRIBUTION
    document = Contribution
    query = selecting(ContributionsQuery, FIELDS)
    answer_model = list_model("ContributionList", card_model(Contribution) | Selection)
    writes = {
        "POST": Write(
            operation="contribute",
            about="Offer a file: say what it is, to what it belongs (`newsroom`, `item`, or one's own `comment` with its edit "
            "token), and agree to the terms. The answer says where the file is sent. It is shown when an editor has approved it.",
            answer=UploadTicket,
            body=Contribute,
            status=201,
            headers=(IDEMPOTENCY_KEY, VISITOR_TOKEN, EDIT_TOKEN),
            required_headers=(),
            codes=(
                *("INVALID_TOKEN", "COMMENTS_CLOSED", "NOT_FOUND", "CONFLICT"),
                *("IDEMPOTENCY_KEY_REUSED", "UNAVAILABLE"),
            ),
            location="The contribution's address. It answers once the contribution is approved.",
        )
    }

    def post(self, request: Request) -> HttpResponse:
        content = self.read_body(Contribute)
        sender = self.sender(content)
        edit_token = self.token_if_any(EDIT_TOKEN)
        new = new_contribution(content, edit_token=edit_token)
        offered = offer(new, sender.visitor, key=self.idempotency_key())
        ticket = upload_ticket(offered, sender.token)
        response = self.done(ticket.model_dump(mode="json"), status=201)
        response["Location"] = ticket.upload_url.removesuffix("/file")
        return response


class ContributionView(WriteView, ItemDetailView):
    """Read a public contribution."""

    operation, tag = "read_contribution", "contributions"
    type = ItemType.CONTRIBUTION
    document = Contribution
    query = selecting(Query, FIELDS)
    answer_model = detail_model(Contribution, Selection)
    writes = {
        "DELETE": Write(
            operation="withdraw_contribution",
            about="Take one's own file back, at any time: it is deleted. Doing it again changes nothing and answers the same.",
            answer=ContributionStanding,
            headers=(EDIT_TOKEN,),
            codes=("INVALID_TOKEN", "NOT_FOUND"),
        )
    }

    def delete(self, request: Request, id: str) -> HttpResponse:
        self.read(PublicView.query)
        return self.done(_standing(own.withdraw(path_uuid(id), self.edit_token())))


class ContributionFileView(WriteView):
    """Send the files of contributions."""

    tag = "contributions"
    identified = "contribution"
    http_method_names = ["put", "options"]
    writes = {
        "PUT": Write(
            operation="send_contribution_file",
            about="Send the file of a contribution: its bytes alone. It is checked at once, and then waits for an editor. What is "
            "refused leaves nothing behind, and another file may be sent in its place.",
            answer=ContributionStanding,
            takes=("application/octet-stream", "*/*"),
            headers=(UPLOAD_TOKEN,),
            required_headers=(UPLOAD_TOKEN,),
            codes=(
                *("INVALID_TOKEN", "NOT_FOUND", "CONFLICT", "UNAVAILABLE"),
                *("PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"),
            ),
        )
    }

    def put(self, request: Request, id: str) -> HttpResponse:
        self.read(PublicView.query)
        uid, plain = path_uuid(id), request._request
        ticket = self.token_in(UPLOAD_TOKEN)
        media_type, _parameters = parse_header_parameters(plain.META.get("CONTENT_TYPE", ""))
        if media_type.lower() in FORMS:
            raise exceptions.UnsupportedMediaType(media_type)
        announced = str(plain.META.get("CONTENT_LENGTH") or "")
        try:
            taken = receive(
                uid, ticket, _Pieces(plain), length=int(announced) if announced.isdigit() else None
            )
        except TooLarge as error:
            raise PayloadTooLarge(error.message) from None
        return self.done(_standing(taken))


class ContributionTermsView(PublicView):
    """Read what visitors agree to when they send a file, and what holds for files."""

    operation, tag = "read_contribution_terms", "contributions"
    query = TermsQuery
    answer_model = ContributionTerms
    error_statuses = (400, 404, 406, 429, 500)
    cached = False

    def get(self, request: Request) -> HttpResponse:
        found = terms_for(PUBLIC, self.read(TermsQuery).newsroom)
        shown = ContributionTerms(**{name: getattr(found, name) for name in ContributionTerms.model_fields})
        return caching.mark_private(HttpResponse(shown.model_dump_json(), "application/json"))


class _Pieces:
    """The body of a request, read in pieces."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def read(self, size: int, /) -> bytes:
        try:
            return bytes(self.request.read(size))
        except UnreadablePostError:
            raise InvalidInput("The body broke off. Send the file again.", field="file") from None


def _standing(contribution: Any) -> dict[str, Any]:
    return {"id": str(contribution.uid), "status": contribution.status, "message": contribution.message}
