"""The fields of what visitors send: strict in their types, with the limits of the domain and in its words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from cms.conversation.text import BODY_RULES, clean_line
from cms.errors import InvalidInput

LINE = 100
"""Most characters of a name, an organisation or a title."""
TOKEN_LENGTH = 8192
"""Most characters of a token or of a proof of work."""
EMAIL_LENGTH = 254

NOT_AN_EMAIL = "This is not an e-mail address. Write one such as name@example.com."
EARLIER_VISITOR = _("The visitor's token from an earlier answer, if there was one.")
IDENTITY = _("A signed token (JWT) of a site with its own log-in: name and e-mail may come from there.")
PROOF_OF_WORK = _("The solution of the form's challenge (ALTCHA), where the newsroom asks for one.")


class Text(serializers.CharField):
    """A string: numbers and booleans are none."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            raise serializers.ValidationError("This is not a string.")
        return str(super().to_internal_value(data))


class Line(Text):
    """A name, an organisation or a title: one line, cleaned, of at most `LINE` characters after that."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.most_characters = LINE

    def to_internal_value(self, data: Any) -> str:
        value = super().to_internal_value(data)
        try:
            return clean_line(value, field=self.field_name or "", most=LINE)
        except InvalidInput as error:
            raise serializers.ValidationError(error.message) from None


class BodyText(Text):
    """The text of a comment. What it may hold is checked where it is cleaned (`cms/conversation/text.py`)."""

    def __init__(self, **options: Any) -> None:
        blank = "body has nothing in it that can be read; write some text."
        super().__init__(trim_whitespace=False, error_messages={"blank": blank}, **options)
        self.most_characters = BODY_RULES.most_characters

    def to_internal_value(self, data: Any) -> str:
        value = super().to_internal_value(data)
        length, most = len(value) - value.count("\r\n"), self.most_characters
        if length > most:
            raise serializers.ValidationError(
                f"body has {length:,} characters; it may have at most {most:,}."
            )
        return value


class Flag(serializers.BooleanField):
    """True or false: words and numbers are neither."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            raise serializers.ValidationError("This is neither true nor false.")
        return data


class Choice(serializers.ChoiceField):
    """One of some words; the error names them all."""

    def to_internal_value(self, data: Any) -> str:
        if data == "" and self.allow_blank:
            return ""
        if not isinstance(data, str) or data not in self.choices:
            known = ", ".join(map(str, self.choices))
            raise serializers.ValidationError(f"{data!r} is unknown. Known are: {known}."[:1000])
        return data


class Identifier(serializers.UUIDField):
    """An id, in its usual form alone."""

    def to_internal_value(self, data: Any) -> UUID:
        if isinstance(data, UUID):
            return data
        try:
            uid = UUID(data) if isinstance(data, str) else None
        except ValueError:
            uid = None
        if uid is None or str(uid) != data.lower():
            raise serializers.ValidationError("This is not an id: ids are UUIDs.")
        return uid


def email_field(**options: Any) -> serializers.EmailField:
    """An e-mail address, which may be left out."""
    messages: dict[str, Any] = {
        "invalid": NOT_AN_EMAIL,
        "max_length": f"An e-mail address has at most {EMAIL_LENGTH} characters.",
    }
    return serializers.EmailField(
        max_length=EMAIL_LENGTH,
        required=False,
        allow_blank=True,
        default="",
        label=_("E-mail"),
        error_messages=messages,
        **options,
    )


def optional(kind: Any, **options: Any) -> Any:
    """A field that may be left out, or empty."""
    return kind(required=False, allow_blank=True, default="", **options)


def token_field(about: Any) -> Any:
    """A token or a proof of work, which may be left out; `about` says which."""
    return optional(Text, max_length=TOKEN_LENGTH, help_text=about)


def trap_field() -> Any:
    """A field that people do not see, and programs fill in."""
    return optional(
        Text,
        label=_("Leave this empty"),
        help_text=_("A trap for programs: hide it from people and send it as it is filled in."),
    )
