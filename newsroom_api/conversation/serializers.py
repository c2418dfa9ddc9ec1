"""What visitors send, over either API: which fields there are, what is required, their limits, labels and help texts.

`read_input()` checks it; `new_comment()` and `visitor_of()` turn it into what the services take. Names are those of
REST; GraphQL writes them in camelCase. What does not live here: what is done with it (`cms/conversation/services/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from cms.conversation.identity import visitors
from cms.conversation.models import CommentKind, ReasonCode, Relation
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted
from cms.conversation.services.reporting import NOTE_LENGTH
from newsroom_api.conversation.fields import (
    EARLIER_VISITOR,
    IDENTITY,
    PROOF_OF_WORK,
    BodyText,
    Choice,
    Flag,
    Identifier,
    Line,
    Text,
    email_field,
    optional,
    token_field,
    trap_field,
)
from newsroom_api.errors import FieldError, InvalidFields
from newsroom_api.ratelimits import UNKNOWN_ADDRESS

URL_LENGTH = 500


class VisitorInput(serializers.Serializer[Any]):
    """Something that a visitor sends. Fields that are not known are errors."""

    required_of_visitors: tuple[str, ...] = ()
    """Fields that a form must ask for, although some requests do without them."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            raise serializers.ValidationError({"": ["Send a JSON object."]})
        unknown = [str(name) for name in data if name not in self.fields]
        if unknown:
            known = ", ".join(self.fields)
            message = f"There is no such field here. Known are: {known}."
            raise serializers.ValidationError({name: [message] for name in unknown})
        return dict(super().to_internal_value(data))


class PostComment(VisitorInput):
    """A new comment."""

    required_of_visitors = ("author_name", "email")

    body = BodyText(
        label=_("Comment"),
        help_text=_("Plain text; some HTML is allowed."),
    )
    author_name = optional(
        Line,
        label=_("Name"),
        help_text=_("Shown with the comment."),
    )
    email = email_field(help_text=_("Never shown to anybody."))
    url = optional(Text, max_length=URL_LENGTH, label=_("Website"), help_text=_("Your name will link to it."))
    organisation = optional(
        Line, label=_("Organisation"), help_text=_("Whom you work for or speak for, if anybody.")
    )
    title = optional(Line, label=_("Title"), help_text=_("Your title or position."))
    relation = optional(
        Choice, choices=Relation.choices, label=_("I am"), help_text=_("What you are to the organisation.")
    )
    kind = optional(
        Choice,
        choices=CommentKind.choices,
        label=_("This is"),
        help_text=_("Questions and criticism are answered first."),
    )
    parent = Identifier(  # type: ignore[assignment] # the name is that of the wire
        required=False,
        allow_null=True,
        default=None,
        help_text=_("Id of the comment that this one replies to."),
    )
    visitor_token = token_field(EARLIER_VISITOR)
    identity_token = token_field(IDENTITY)
    proof_of_work = token_field(PROOF_OF_WORK)
    website = trap_field()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Visitors give name and address, unless a site with a log-in may give both."""
        if attrs["identity_token"]:
            return attrs
        words = {
            "author_name": "Give your name; it is shown with the comment.",
            "email": "Give your e-mail address; it is not shown to anybody.",
        }
        missing = {name: [words[name]] for name in self.required_of_visitors if not attrs[name]}
        if missing:
            raise serializers.ValidationError(missing)
        return attrs


class EditComment(VisitorInput):
    """Another text for one's own comment."""

    body = BodyText(label=_("Comment"), help_text=_("Plain text; some HTML is allowed."))


class ReactToComment(VisitorInput):
    """A reaction, given or taken back."""

    name = Text(max_length=30, help_text=_("Name of the reaction, one of those that the newsroom offers."))
    on = Flag(required=False, default=True, help_text=_("False takes the reaction back."))
    visitor_token = token_field(_("The visitor's token: each visitor reacts once in each way."))


class ReportComment(VisitorInput):
    """Notice that a comment breaks the guidelines or the law."""

    reason = Choice(
        choices=ReasonCode.choices, label=_("Reason"), help_text=_("What is wrong with the comment.")
    )
    note = optional(
        Text,
        max_length=NOTE_LENGTH,
        label=_("Explanation"),
        help_text=_("Why you think so: it helps the editors to decide."),
    )
    author_name = optional(Line, label=_("Name"), help_text=_("Never shown to anybody."))
    email = email_field(help_text=_("If you want to hear what was decided. Never shown to anybody."))
    visitor_token = token_field(_("The visitor's token: each visitor reports once."))


class AppealComment(VisitorInput):
    """An objection to the rejection of one's own comment."""

    text = Text(
        max_length=NOTE_LENGTH,
        label=_("Objection"),
        help_text=_("Why the decision should be changed."),
    )


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends something: the visitor as services know them, and the token that says so again next time."""

    visitor: Visitor
    token: str

    def token_after(self, posted: Posted) -> str:
        """The token to keep after a post. Who lost the answer that held their first one gets one of the same visitor."""
        lost = posted.replayed and posted.edit_token and self.visitor.is_new
        return visitors.token_of(posted.comment.visitor) if lost and posted.comment.visitor else self.token


def read_input(kind: type[VisitorInput], given: Any) -> dict[str, Any]:
    """What was sent, checked and with defaults filled in. Raises `InvalidFields`, which names every field at fault."""
    serializer = kind(data=given)
    with translation.override("en"):
        if serializer.is_valid():
            return dict(serializer.validated_data)
        found = [
            FieldError("" if name == "non_field_errors" else str(name), "INVALID_INPUT", str(messages[0]))
            for name, messages in serializer.errors.items()
        ]
    summary = " ".join(f"{error.field}: {error.message}" if error.field else error.message for error in found)
    raise InvalidFields(summary, tuple(found))


def sender_of(token: str, address: str) -> Sender:
    """Who sends from this network address, with a token or with none yet. Raises `InvalidToken`."""
    known = token or visitors.new_token()
    network = "" if address == UNKNOWN_ADDRESS else address
    visitor = Visitor(visitors.read_token(known), visitors.address_hash(network), is_new=not token)
    return Sender(visitor, known)


def new_comment(
    content: dict[str, Any], *, thread: UUID | None = None, item: UUID | None = None
) -> NewComment:
    """The comment that `PostComment` describes, for a thread or for the item that it belongs to."""
    return NewComment(
        body=content["body"],
        author_name=content["author_name"],
        email=content["email"],
        thread=thread,
        item=item,
        parent=content["parent"],
        kind=content["kind"] or CommentKind.OTHER,
        relation=content["relation"],
        url=content["url"],
        organisation=content["organisation"],
        title=content["title"],
        identity_token=content["identity_token"],
        proof_of_work=content["proof_of_work"],
        honeypot=content["website"],
    )
