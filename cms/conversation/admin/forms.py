"""What people fill in about a comment or its case. What it leads to: `decisions.py` and `bulk.py`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateTimeInput

from cms.conversation.desk.cases import NOTE_LENGTH
from cms.conversation.models import CommentKind, Outcome, ReasonCode, Severity, Team
from cms.newsroom.commenting import ThreadMode

MESSAGE_LENGTH = 2000
"""Most characters of what an author is told."""


def note_field(*, required: bool = False, label: Any = None) -> forms.CharField:
    """A note that only the desk sees."""
    return forms.CharField(
        label=label or _("Internal note"),
        required=required,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only the desk sees it."),
    )


class Colleague(forms.ModelChoiceField):
    """Somebody who works on the desk, by name."""

    def label_from_instance(self, user: Any) -> str:
        return str(get_user_display_name(user))


class NoForm(forms.Form):
    """Nothing to fill in."""


class RejectForm(forms.Form):
    """Why a comment is refused, and what its author is told."""

    reason = forms.ChoiceField(
        label=_("Ground"),
        choices=[("", _("Choose a ground of the guidelines")), *ReasonCode.choices],
        help_text=_("The author is told the ground. Criticism as such is none."),
    )
    message = forms.CharField(
        label=_("Message to the author"),
        required=False,
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Say in your own words what was wrong, and what would be right."),
    )
    note = note_field()


class KindForm(forms.Form):
    """What a comment is meant as."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CommentKind.choices)


class BrakeForm(forms.Form):
    """How strict the thread is."""

    brake = forms.ChoiceField(
        label=_("Comments on this item"),
        required=False,
        choices=[
            ("", _("As its page says")),
            *(choice for choice in ThreadMode.choices if choice[0] != ThreadMode.OPEN),
        ],
        help_text=_("Makes this thread stricter than its page says, at once."),
    )
    slow_seconds = forms.IntegerField(
        label=_("Slow mode, in seconds"),
        required=False,
        min_value=0,
        max_value=24 * 3600,
        help_text=_("How long one person waits between two comments here. Empty: as the newsroom."),
    )


class AppealForm(forms.Form):
    """What becomes of an author's objection."""

    appeal = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            ("REVERSED", _("Reverse the rejection: the comment becomes public")),
            ("UPHELD", _("The rejection stands")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Message to the author"),
        required=False,
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The author is told the decision and this."),
    )


class NoteForm(forms.Form):
    """Something for colleagues to know."""

    note = note_field(required=True)


class OptionalNoteForm(forms.Form):
    """Nothing but a note, if any."""

    note = note_field()


class CaseForm(forms.Form):
    """A change of a case, which remembers what the user saw."""

    seen = forms.CharField(widget=forms.HiddenInput)


class AssignForm(CaseForm):
    """To whom a case is given."""

    owner = Colleague(label=_("Owner"), queryset=None, required=False, empty_label=_("Nobody"))
    note = note_field()

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = colleagues  # type: ignore[attr-defined]


class HandOverForm(AssignForm):
    """To which team a case goes, and to whom of it."""

    team = forms.ChoiceField(label=_("Team"), choices=Team.choices)
    field_order = ("team", "owner", "note")


class SeverityForm(CaseForm):
    """How much harm silence would do."""

    severity = forms.ChoiceField(
        label=_("Severity"), choices=Severity.choices, help_text=_("The due time follows.")
    )
    note = note_field()


class DueForm(CaseForm):
    """Until when an answer is promised."""

    due_at = forms.DateTimeField(label=_("Due"), widget=AdminDateTimeInput)
    note = note_field()


class CloseForm(CaseForm):
    """How a case ends."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices)
    note = note_field(label=_("How it ended"))
