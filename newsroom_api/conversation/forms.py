"""What a form for comments has to know, in the reader's language: fields, limits, labels, and what the newsroom asks for.

Both APIs answer with `CommentForm`. What does not live here: checking what comes in (`serializers.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.utils import translation
from pydantic import Field
from rest_framework import serializers
from wagtail.coreutils import get_content_languages

from cms.access import Viewer
from cms.conversation.identity import altcha
from cms.conversation.policies import policy_of
from cms.conversation.text import BODY_RULES
from cms.errors import InvalidInput
from cms.ledger.document import Document, Html
from cms.newsroom.document import ThreadMode
from newsroom_api.conversation.fields import BodyText, Choice
from newsroom_api.conversation.serializers import PostComment, ReportComment, VisitorInput

TRAP = "website"
TECHNICAL = frozenset({"parent", "visitor_token", "identity_token", "proof_of_work"})
"""Fields that programs fill in, and no people."""


class FieldType(StrEnum):
    """What goes into a field of a form."""

    LINE = "LINE"
    TEXT = "TEXT"
    MARKUP = "MARKUP"
    EMAIL = "EMAIL"
    URL = "URL"
    CHOICE = "CHOICE"
    TRAP = "TRAP"


class EmailPolicy(StrEnum):
    """What becomes of the e-mail address that a visitor gives."""

    OFF = "OFF"
    OPTIONAL = "OPTIONAL"
    REQUIRED = "REQUIRED"


class FieldChoice(Document):
    """A value that may be chosen."""

    value: str = Field(description="What is sent.")
    label: str = Field(description="What people read, in the language of the form.")


class FormField(Document):
    """A field of a form."""

    name: str = Field(description="Name of the input that takes it.")
    label: str = Field(description="What people read beside it, in the language of the form.")
    help: str = Field(description="A hint, in the language of the form.")
    type: FieldType = Field(description="What goes into it.")
    required: bool = Field(description="Whether it must be filled in.")
    max_length: int | None = Field(description="Most characters, where there is a limit.")
    choices: list[FieldChoice] = Field(description="What may be chosen; empty where anything may be written.")


class MarkupElement(Document):
    """An HTML element that the text of a comment may hold."""

    name: str = Field(description="Name of the element.")
    attributes: list[str] = Field(description="Its attributes; others are left out.")


class UrlSchemes(Document):
    """Which addresses an attribute may hold."""

    attribute: str = Field(description="Name of the attribute.")
    schemes: list[str] = Field(description="Schemes of addresses; others are left out.")


class CommentMarkup(Document):
    """What the text of a comment may hold. Everything else is left out; plain text gets paragraphs and links."""

    elements: list[MarkupElement] = Field(description="HTML elements.")
    url_schemes: list[UrlSchemes] = Field(description="Addresses, by attribute.")
    max_length: int = Field(description="Most characters, markup included; a line end counts as one.")


class CommentForm(Document):
    """What a form for comments has to know."""

    locale: str = Field(description="Language of labels and hints, as a BCP 47 tag.")
    mode: ThreadMode = Field(description="Who may comment now, and when comments show.")
    fields: list[FormField] = Field(description="The fields for a comment, in their order.")
    report_fields: list[FormField] = Field(description="The fields for a report of a comment.")
    markup: CommentMarkup = Field(description="What the text may hold.")
    reactions: list[str] = Field(description="Names of the reactions that may be given to comments.")
    slow_seconds: int = Field(description="Seconds that one person must wait between two comments; 0: none.")
    edit_minutes: int = Field(description="Minutes for which a comment may be edited by its author.")
    email_policy: EmailPolicy = Field(description="What becomes of the e-mail address.")
    proof_of_work: bool = Field(description="Whether a proof of work must be sent with a comment.")
    challenge: str | None = Field(
        description="The task for the proof of work, as ALTCHA's widget takes it: JSON. Null when none is asked for."
    )
    attachments: bool = Field(description="Whether files may be added.")
    guidelines: Html = Field(description="What the newsroom asks of those who comment.")


def comment_form(
    viewer: Viewer,
    *,
    newsroom: str | None = None,
    thread: UUID | None = None,
    locale: str | None = None,
    name: Callable[[str], str] = str,
) -> CommentForm:
    """The form of a newsroom, by its slug, or of a thread. `name` writes names as the API does.

    Raises `InvalidInput` and `NotFound`. A challenge is made anew each time: such an answer is not to be kept.
    """
    policy = policy_of(viewer, newsroom=newsroom, thread=thread)
    language = _language(locale) if locale is not None else policy.locale
    with translation.override(language):
        fields, report_fields = _fields(PostComment, name), _fields(ReportComment, name)
    return CommentForm(
        locale=language,
        mode=ThreadMode(policy.mode),
        fields=fields,
        report_fields=report_fields,
        markup=CommentMarkup(
            elements=[
                MarkupElement(name=element, attributes=sorted(attributes))
                for element, attributes in sorted(BODY_RULES.elements.items())
            ],
            url_schemes=[
                UrlSchemes(attribute=attribute, schemes=sorted(schemes))
                for attribute, schemes in sorted(BODY_RULES.url_schemes.items())
            ],
            max_length=BODY_RULES.most_characters,
        ),
        reactions=list(policy.reactions),
        slow_seconds=policy.slow_seconds,
        edit_minutes=policy.edit_minutes,
        email_policy=EmailPolicy(policy.email_policy),
        proof_of_work=policy.proof_of_work,
        challenge=json.dumps(altcha.challenge()) if policy.proof_of_work else None,
        attachments=policy.attachments,
        guidelines=policy.guidelines,
    )


def _language(locale: str) -> str:
    known: dict[str, str] = {code.lower(): code for code in get_content_languages()}
    if locale.lower() not in known:
        raise InvalidInput(f"{locale!r} is unknown. Known are: {', '.join(known.values())}.", field="locale")
    return known[locale.lower()]


def _fields(kind: type[VisitorInput], name: Callable[[str], str]) -> list[FormField]:
    """The fields that people fill in, in the language that is active."""
    serializer = kind()
    return [
        FormField(
            name=name(each),
            label=str(field.label or ""),
            help=str(field.help_text or ""),
            type=_type(each, field),
            required=field.required or each in kind.required_of_visitors,
            max_length=getattr(field, "most_characters", None) or getattr(field, "max_length", None),
            choices=[
                FieldChoice(value=str(value), label=str(label))
                for value, label in getattr(field, "choices", {}).items()
            ],
        )
        for each, field in serializer.fields.items()
        if each not in TECHNICAL
    ]


def _type(name: str, field: serializers.Field) -> FieldType:  # type: ignore[type-arg]
    if name in (TRAP, "url"):
        return FieldType.TRAP if name == TRAP else FieldType.URL
    if isinstance(field, Choice):
        return FieldType.CHOICE
    if isinstance(field, BodyText):
        return FieldType.MARKUP
    if isinstance(field, serializers.EmailField):
        return FieldType.EMAIL
    return FieldType.TEXT if name == "note" else FieldType.LINE
