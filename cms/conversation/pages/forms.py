"""The forms of the built-in pages, in the language of the page: what is wrong is said beside each field.

The services check everything again; the words here are those for people.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.conversation.models import CommentKind, ReasonCode, Relation
from cms.conversation.services.reporting import NOTE_LENGTH
from cms.conversation.services.submitting import LINE
from cms.conversation.text import BODY_RULES, clean_line, clean_text, clean_url, read_body
from cms.errors import InvalidInput

EMAIL_LENGTH = 254
URL_LENGTH = 500
UNREADABLE = gettext_lazy("There is nothing in it that can be read.")


class VisitorForm(forms.Form):
    """A form whose fields name their hint and their error to assistive technology; the first wrong one gets the focus."""

    use_required_attribute = False  # errors come from us, in the page's language

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["label_suffix"] = ""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}_hint"
            if field.required:
                field.widget.attrs["aria-required"] = "true"

    def show_errors(self) -> None:
        """Tie errors to their fields, before the form is shown."""
        for number, name in enumerate(name for name in self.fields if name in self.errors):
            attrs = self.fields[name].widget.attrs
            attrs["aria-invalid"] = "true"
            attrs["aria-describedby"] = f"{attrs.get('aria-describedby', '')} id_{name}_error".strip()
            if number == 0:
                attrs["autofocus"] = True

    def _line(self, name: str) -> str:
        try:
            return clean_line(self.cleaned_data[name], field=name, most=LINE)
        except InvalidInput:
            raise forms.ValidationError(UNREADABLE) from None


def _text(
    longest: int, label: Any, hint: Any = "", *, required: bool = False, **attrs: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=longest,
        required=required,
        widget=forms.TextInput(attrs=attrs),
    )


def _body() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("Plain text. Empty lines make paragraphs, and addresses become links."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


def check_body(text: str) -> None:
    """Raises `ValidationError` in words for the author."""
    length, most = len(text) - text.count("\r\n"), BODY_RULES.most_characters
    if length > most:
        raise forms.ValidationError(
            _("Your text has %(length)d characters; at most %(longest)d are possible."),
            params={"length": length, "longest": most},
        )
    try:
        read_body(text)
    except InvalidInput:
        raise forms.ValidationError(UNREADABLE) from None


class CommentForm(VisitorForm):
    """A new comment."""

    author_name = _text(
        LINE,
        gettext_lazy("Name"),
        gettext_lazy("Shown with the comment."),
        required=True,
        autocomplete="name",
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Never shown to anybody."),
        max_length=EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    body = _body()
    kind = forms.ChoiceField(
        label=gettext_lazy("This is"),
        help_text=gettext_lazy("Questions and criticism are answered first."),
        choices=CommentKind.choices,
        initial=CommentKind.OTHER,
        required=False,
    )
    organisation = _text(
        LINE,
        gettext_lazy("Organisation"),
        gettext_lazy("Whom you work for or speak for, if anybody."),
        autocomplete="organization",
    )
    title = _text(
        LINE,
        gettext_lazy("Title"),
        gettext_lazy("Your title or position."),
        autocomplete="organization-title",
    )
    url = _text(
        URL_LENGTH,
        gettext_lazy("Website"),
        gettext_lazy("Your name will link to it."),
        autocomplete="url",
        inputmode="url",
    )
    relation = forms.ChoiceField(
        label=gettext_lazy("I am"),
        help_text=gettext_lazy("What you are to the organisation."),
        choices=[("", gettext_lazy("I do not want to say")), *Relation.choices],
        required=False,
    )
    parent = forms.UUIDField(required=False, widget=forms.HiddenInput)

    MAIN = ("author_name", "email", "body", "kind")
    """Fields that are shown at once; the others are about the author and can be left out."""

    @property
    def main_fields(self) -> list[Any]:
        return [self[name] for name in self.MAIN]

    @property
    def other_fields(self) -> list[Any]:
        return [self[name] for name in ("organisation", "title", "url", "relation")]

    @property
    def has_others(self) -> bool:
        """Whether something about the author is filled in or wrong: then it is not folded away."""
        return any(field.errors or field.value() for field in self.other_fields)

    def clean_author_name(self) -> str:
        return self._line("author_name")

    def clean_organisation(self) -> str:
        return self._line("organisation")

    def clean_title(self) -> str:
        return self._line("title")

    def clean_url(self) -> str:
        given = self.cleaned_data["url"]
        address = given if "://" in given or not given else f"https://{given}"
        try:
            return clean_url(address, field="url")
        except InvalidInput:
            raise forms.ValidationError(
                _("This is no address of a website. Write one such as https://www.example.org/.")
            ) from None

    def clean_body(self) -> str:
        text: str = self.cleaned_data["body"]
        check_body(text)
        return text


class EditForm(VisitorForm):
    """Another text for one's own comment."""

    body = _body()

    def clean_body(self) -> str:
        text: str = self.cleaned_data["body"]
        check_body(text)
        return text


class KeyForm(VisitorForm):
    """What proves that a comment is one's own."""

    comment = forms.CharField(
        label=gettext_lazy("Address of the comment"),
        help_text=gettext_lazy("Its link, which ends with a long number."),
        max_length=2000,
    )
    key = forms.CharField(
        label=gettext_lazy("Key"),
        help_text=gettext_lazy("You were shown it when you had sent the comment."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ReportForm(VisitorForm):
    """Notice that a comment breaks the guidelines or the law."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong with the comment?"),
        choices=[("", gettext_lazy("Choose a reason")), *ReasonCode.choices],
    )
    note = forms.CharField(
        label=gettext_lazy("Explanation"),
        help_text=gettext_lazy("Why you think so: it helps the editors to decide."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    author_name = _text(
        LINE, gettext_lazy("Name"), gettext_lazy("Never shown to anybody."), autocomplete="name"
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("If you want to hear what was decided. Never shown to anybody."),
        required=False,
        max_length=EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_author_name(self) -> str:
        return self._line("author_name")

    def clean_note(self) -> str:
        text = self.cleaned_data["note"]
        try:
            return clean_text(text, field="note", most=NOTE_LENGTH)
        except InvalidInput:
            raise forms.ValidationError(
                _("Your text has %(length)d characters; at most %(longest)d are possible."),
                params={"length": len(text), "longest": NOTE_LENGTH},
            ) from None
