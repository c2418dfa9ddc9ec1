"""What visitors send to contribute a file, over either API, and what they get back. The file itself goes to REST."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import AwareDatetime, Field

from cms.conf import newsroom as conf
from cms.conversation.contributions import tickets
from cms.conversation.contributions.offering import (
    CREDIT_LENGTH,
    DESCRIPTION_LENGTH,
    NAME_LENGTH,
    TITLE_LENGTH,
    NewContribution,
    Offered,
)
from cms.ledger.document import Document
from newsroom_api.conversation.fields import (
    EARLIER_VISITOR,
    IDENTITY,
    PROOF_OF_WORK,
    Flag,
    Identifier,
    Line,
    Text,
    email_field,
    optional,
    token_field,
    trap_field,
)
from newsroom_api.conversation.serializers import VisitorInput

VERSION_LENGTH = 100


class Contribute(VisitorInput):
    """A file to contribute: to a newsroom, to an item, or to one's own comment. The file is sent next."""

    newsroom = optional(
        Text, max_length=255, help_text=_("Slug of the newsroom; or give `item` or `comment`.")
    )
    item = Identifier(
        required=False, allow_null=True, default=None, help_text=_("Id of the item that it is about.")
    )
    comment = Identifier(
        required=False,
        allow_null=True,
        default=None,
        help_text=_("Id of one's own comment, whose edit token goes with it."),
    )
    file_name = Text(
        max_length=NAME_LENGTH, label=_("File"), help_text=_("Name of the file, with its extension.")
    )
    title = optional(Text, max_length=TITLE_LENGTH, label=_("Title"), help_text=_("What it is."))
    description = optional(
        Text, max_length=DESCRIPTION_LENGTH, label=_("Description"), help_text=_("What it shows or says.")
    )
    credit = optional(
        Text,
        max_length=CREDIT_LENGTH,
        label=_("Made by"),
        help_text=_("Who made it, as it is to be printed beside it; your name when it is left out."),
    )
    author_name = optional(Line, label=_("Name"), help_text=_("Shown with the file."))
    email = email_field(help_text=_("Never shown to anybody."))
    organisation = optional(
        Line, label=_("Organisation"), help_text=_("Whom you work for or speak for, if anybody.")
    )
    consent = Flag(label=_("I agree to the terms"), help_text=_("True: its sender agrees to the terms."))
    terms_version = Text(
        max_length=VERSION_LENGTH, help_text=_("Version of the terms that its sender was shown.")
    )
    visitor_token = token_field(EARLIER_VISITOR)
    identity_token = token_field(IDENTITY)
    proof_of_work = token_field(PROOF_OF_WORK)
    website = trap_field()


class ContributionTerms(Document):
    """What a form for contributions has to know of a newsroom."""

    open: bool = Field(description="Whether the newsroom takes files.")
    text: str = Field(description="What is agreed to, as plain text: show it.")
    version: str = Field(description="Version of the text: send it with the consent.")
    most_bytes: int = Field(description="Most bytes of a file.")
    accepted: str = Field(description="The types of files that are taken, in words.")
    proof_of_work: bool = Field(description="Whether a proof of work is asked for.")
    most_per_comment: int = Field(description="Most files of a comment.")


class UploadTicket(Document):
    """Where the file goes, and with which tokens."""

    id: UUID = Field(description="Id of the contribution. It is public once an editor has approved it.")
    upload_url: str = Field(
        description="Send the file there: PUT, its bytes alone as the body, with its `Content-Type`."
    )
    upload_token: str = Field(description="Goes with it in the header `Upload-Token`.")
    expires_at: AwareDatetime = Field(description="Until when the token works.")
    most_bytes: int = Field(description="Most bytes of the file.")
    edit_token: str = Field(
        description="With it the contribution is taken back, at any time. Shown once: keep it."
    )
    visitor_token: str = Field(description="The visitor's token: keep it, and send it along next time.")


def new_contribution(content: dict[str, Any], *, edit_token: str) -> NewContribution:
    """What `Contribute` describes, as the service takes it."""
    return NewContribution(
        filename=content["file_name"],
        consent=content["consent"],
        terms_version=content["terms_version"],
        title=content["title"],
        description=content["description"],
        credit=content["credit"],
        author_name=content["author_name"],
        email=content["email"],
        organisation=content["organisation"],
        newsroom=content["newsroom"] or None,
        item=content["item"],
        comment=content["comment"],
        edit_token=edit_token,
        identity_token=content["identity_token"],
        proof_of_work=content["proof_of_work"],
        honeypot=content["website"],
    )


def upload_ticket(offered: Offered, visitor_token: str) -> UploadTicket:
    """The answer to an offer."""
    uid = offered.contribution.uid
    return UploadTicket(
        id=uid,
        upload_url=f"{conf.BASE_URL}/api/v1/contributions/{uid}/file",
        upload_token=offered.ticket,
        expires_at=tickets.expires_at(timezone.now()),
        most_bytes=conf.CONTRIBUTION_BYTES,
        edit_token=offered.edit_token,
        visitor_token=visitor_token,
    )
