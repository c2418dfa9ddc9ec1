"""Answering on the screen of a comment: the form, and what can be done with an answer. The rules: `desk/answers.py`."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Case, When
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.conversation.admin.deeds import Deed, Given, Subject
from cms.conversation.desk import answers
from cms.conversation.desk.cases import NOTE_LENGTH
from cms.conversation.desk.checklist import points_of
from cms.conversation.desk.due import Desk, desk_of
from cms.conversation.desk.permissions import Action, people_of
from cms.conversation.desk.templates import templates_for
from cms.conversation.models import Answer, AnswerTemplate, Outcome
from cms.errors import Conflict
from cms.ledger.models import Item
from cms.newsroom.models import Person

MOST_STATEMENTS = 50


class AnswerForm(forms.Form):
    """An answer, as it is written."""

    answer = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The draft that is gone on with."""
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """When the draft was last changed, as the user saw it."""
    person: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who answers"),
        queryset=None,
        empty_label=None,
        help_text=gettext_lazy("Shown with name and title, and a badge."),
    )
    template: Any = forms.ModelChoiceField(
        label=gettext_lazy("Template"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Begin without a template"),
    )
    body = forms.CharField(
        label=gettext_lazy("Answer"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Public. Empty lines make paragraphs; web addresses become links."),
    )
    statement: Any = forms.ModelChoiceField(
        label=gettext_lazy("Statement"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("No statement"),
        help_text=gettext_lazy("An official statement that the answer links to."),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"),
        choices=[(outcome.value, outcome.label) for outcome in answers.OUTCOMES],
        help_text=gettext_lazy("How the case ends with this answer."),
    )
    checklist = forms.MultipleChoiceField(
        label=gettext_lazy("Before it is sent"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, subject: Subject, desk: Desk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["person"].queryset = speakers_for(subject.user, subject.comment.language)
        templates = templates_for(subject.comment)
        fields["template"].queryset = AnswerTemplate.objects.filter(pk__in=[each.pk for each in templates])
        fields["template"].choices = [("", _("Begin without a template"))] + [
            (each.pk, each.title) for each in templates
        ]
        fields["statement"].queryset = statements_of(subject)
        fields["statement"].label_from_instance = _title
        points = points_of(desk.rules)
        fields["checklist"].choices = [(point.key, point.text) for point in points]
        for name, is_needed in (("template", templates), ("checklist", points), ("outcome", subject.case)):
            if not is_needed:
                fields[name].required = False
                fields[name].widget = fields[name].hidden_widget()


class ReturnForm(forms.Form):
    """What the writer of an answer is to change."""

    answer = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Note to the writer"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("What is to be changed; only the desk sees it."),
    )


class WhichForm(forms.Form):
    """Which answer is meant."""

    answer = forms.IntegerField(widget=forms.HiddenInput)


def speakers_for(user: Any, language: str = "") -> Any:
    """In whose name a user may write: those for whom the user may speak; for who only suggests, all who speak.

    People as they are shown in a language, that of the comment, come first.
    """
    people = people_of(user)
    if not (user.is_superuser or people.exists()):
        people = Person.objects.filter(speakers__isnull=False).distinct()
    other = Case(When(locale__language_code=language, then=0), default=1)
    return people.annotate(other=other).order_by("other", "name", "pk")


def statements_of(subject: Subject) -> Any:
    """The public statements of the comment's newsroom, the newest first."""
    return Item.objects.filter(
        newsroom=subject.comment.newsroom_id, type="RELEASE", kind="STATEMENT", state=Item.State.USABLE
    ).order_by("-published_at", "-uid")


def answer_panel(subject: Subject) -> Given:
    """What the template shows of the answers to a comment: those there are, and the form for the next."""
    desk = desk_of(subject.newsroom_id)
    rows = subject.comment.answers.select_related(
        "person", "statement", "written_by", "approved_by", "sent_comment", "comment__newsroom"
    )
    found = list(rows)
    waiting = next((each for each in found if each.state == Answer.State.SUBMITTED), None)
    draft = next((each for each in reversed(found) if each.state in answers.OPEN), None)
    may_approve = waiting is not None and answers.may_send(subject.user, waiting, desk)
    return {
        "sent": [each for each in found if each.state == Answer.State.SENT],
        "waiting": waiting,
        "draft": draft,
        "may_approve": may_approve,
        "is_own": bool(waiting and waiting.written_by_id == subject.user.pk),
        "points": points_of(desk.rules),
        "needs_approval": desk.rules.answers_need_approval,
        "may_send": not desk.rules.answers_need_approval and subject.may(Action.ANSWER),
        "desk": desk,
    }


def answer_form(subject: Subject, panel: Given, data: Any = None) -> AnswerForm:
    """The form for an answer: with the draft that there is, else empty."""
    draft: Answer | None = panel["draft"]
    initial: Given = {"outcome": Outcome.ANSWERED}
    if draft is not None:
        initial = {
            "answer": draft.pk,
            "seen": draft.updated_at.isoformat(),
            "person": draft.person_id,
            "body": draft.body,
            "statement": draft.statement_id,
            "outcome": draft.outcome,
            "checklist": draft.checklist,
            "template": draft.template_id,
        }
    return AnswerForm(data, subject=subject, desk=panel["desk"], prefix="answer", initial=initial)


def save(subject: Subject, given: Given) -> str:
    """Keep the draft."""
    _save(subject, given)
    return _("The draft is saved.")


@transaction.atomic
def submit(subject: Subject, given: Given) -> str:
    """Keep it, and ask a colleague to send it."""
    answers.submit(user=subject.user, answer=_save(subject, given))
    return _("The answer waits for a colleague’s approval.")


@transaction.atomic
def send(subject: Subject, given: Given) -> str:
    """Keep it, and send it."""
    answers.send(user=subject.user, answer=_save(subject, given))
    return _("The answer is published.")


def approve(subject: Subject, given: Given) -> str:
    """Send what a colleague has submitted."""
    answers.approve(user=subject.user, answer=_answer(subject, given["answer"]))
    return _("The answer is published.")


def give_back(subject: Subject, given: Given) -> str:
    """Return what a colleague has submitted."""
    answers.return_to_writer(user=subject.user, answer=_answer(subject, given["answer"]), note=given["note"])
    return _("The answer is returned to its writer.")


def discard(subject: Subject, given: Given) -> str:
    """Throw the draft away."""
    answers.discard(user=subject.user, answer=_answer(subject, given["answer"]))
    return _("The draft is thrown away.")


def _save(subject: Subject, given: Given) -> Answer:
    """Write the draft: a new one, or the one that the form began with."""
    written = {
        "person": given["person"],
        "body": given["body"],
        "outcome": given["outcome"] or Outcome.ANSWERED,
        "statement": given["statement"],
        "checklist": given["checklist"],
    }
    if not given["answer"]:
        return answers.write_draft(
            user=subject.user, comment=subject.comment, template=given["template"], **written
        )
    answer = _answer(subject, given["answer"])
    with suppress(ValueError):
        answer.updated_at = parse_datetime(given["seen"]) or answer.created_at
    return answers.change_draft(user=subject.user, answer=answer, **written)


def _answer(subject: Subject, pk: int) -> Answer:
    answer = (
        subject.comment.answers.select_related("comment__newsroom", "written_by", "person")
        .filter(pk=pk)
        .first()
    )
    if answer is None:
        raise Conflict(_("This answer has been thrown away in the meantime."))
    return answer


def _title(item: Item) -> str:
    return item.title


ANSWER_DEEDS: dict[str, Deed] = {
    "answer_save": Deed(Action.SUGGEST, AnswerForm, save),
    "answer_submit": Deed(Action.SUGGEST, AnswerForm, submit),
    "answer_send": Deed(Action.ANSWER, AnswerForm, send),
    "answer_approve": Deed(Action.SUGGEST, WhichForm, approve),
    "answer_return": Deed(Action.SUGGEST, ReturnForm, give_back),
    "answer_discard": Deed(Action.SUGGEST, WhichForm, discard),
}
"""By the name that the form sends. Who may do what in which case, `desk.answers` says."""
