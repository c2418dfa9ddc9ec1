"""The form in which editors change the rules of a desk: office hours as a table, holidays, due times, people.

The office hours of a week are fourteen fields; a table shows them as what they are.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminTimeInput

from cms.conversation.desk.checklist import DEFAULT
from cms.conversation.desk.public_holidays import countries
from cms.conversation.models import DeskRules, Severity
from cms.conversation.models.desk_rules import WEEKDAYS

DAYS = {
    "monday": _("Monday"),
    "tuesday": _("Tuesday"),
    "wednesday": _("Wednesday"),
    "thursday": _("Thursday"),
    "friday": _("Friday"),
    "saturday": _("Saturday"),
    "sunday": _("Sunday"),
}


def _countries() -> list[tuple[str, Any]]:
    return [("", _("None")), *countries()]


class Somebody(forms.ModelChoiceField):
    """A user, by name."""

    def label_from_instance(self, user: Any) -> str:
        return str(get_user_display_name(user))


class DeskRulesForm(WagtailAdminModelForm):
    """The country is chosen, not spelled out."""

    holiday_country = forms.ChoiceField(
        label=_("Public holidays of"),
        required=False,
        choices=_countries,
        help_text=_("The office is closed on the public holidays of this country."),
    )

    class Meta:
        field_classes: ClassVar = {"escalate_to": Somebody}
        widgets: ClassVar = {
            f"{day}_{end}": AdminTimeInput(format="%H:%M") for day in WEEKDAYS for end in ("opens", "closes")
        }


class FieldTable(MultiFieldPanel):
    """Fields as a table: a row for each thing, a column for each of its values."""

    def __init__(self, *args: Any, columns: Any = (), rows: Any = (), **kwargs: Any) -> None:
        self.columns = columns
        self.rows = rows
        super().__init__([FieldPanel(name) for _label, names in rows for name in names], *args, **kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = Panel.clone_kwargs(self)
        return kwargs | {"columns": self.columns, "rows": self.rows}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "newsroom/desk/field_table.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            table = [
                (
                    label,
                    [
                        (self.form[name], f"{label}, {column}")
                        for name, column in zip(names, self.panel.columns, strict=True)
                    ],
                )
                for label, names in self.panel.rows
            ]
            return super().get_context_data(parent_context) | {"columns": self.panel.columns, "table": table}


def desk_rules_edit_handler() -> TabbedInterface:
    """The tabs of the editor of desk rules."""
    return TabbedInterface(
        [
            ObjectList(_opening(), heading=_("Office hours")),
            ObjectList(_answering(), heading=_("Due times")),
            ObjectList(_approving(), heading=_("Approval and checklist")),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("crisis_hours"), FieldPanel("crisis_alerts")],
                        heading=_("While crisis mode is on"),
                        icon="warning",
                    )
                ],
                heading=_("Crisis"),
            ),
        ],
        base_form_class=DeskRulesForm,
    )


def _opening() -> list[Panel]:
    return [
        FieldPanel("time_zone"),
        FieldTable(
            heading=_("Opening hours"),
            icon="time",
            help_text=_("Leave both times empty on days when nobody is there."),
            columns=[_("opens"), _("closes")],
            rows=[(DAYS[day], [f"{day}_opens", f"{day}_closes"]) for day in WEEKDAYS],
        ),
        MultiFieldPanel(
            [FieldPanel("holiday_country"), FieldPanel("holiday_region")],
            heading=_("Public holidays"),
            icon="calendar",
        ),
        InlinePanel(
            "holidays",
            panels=[FieldPanel("date"), FieldPanel("name")],
            heading=_("Other closed days"),
            label=_("Closed day"),
            icon="calendar-alt",
        ),
    ]


def _answering() -> list[Panel]:
    levels = [(severity.label, severity.value.lower()) for severity in Severity]
    return [
        FieldTable(
            heading=_("Office hours within which an answer is due"),
            icon="history",
            help_text=_("New times are for cases that open or change from now on."),
            columns=[_("question"), _("criticism")],
            rows=[(label, [f"question_hours_{name}", f"criticism_hours_{name}"]) for label, name in levels],
        ),
        MultiFieldPanel(
            [FieldPanel("question_team"), FieldPanel("criticism_team")],
            heading=_("Who gets new cases"),
            icon="group",
        ),
        MultiFieldPanel(
            [FieldPanel("escalate_to"), FieldPanel("show_answer_time")],
            heading=_("When it takes long"),
            icon="warning",
        ),
    ]


def _approving() -> list[Panel]:
    asked = _("Without points of its own, the newsroom asks:")
    return [
        MultiFieldPanel(
            [FieldPanel("answers_need_approval"), FieldPanel("criticism_needs_second_person")],
            heading=_("A second person"),
            icon="user",
        ),
        MultiFieldPanel(
            [
                FieldPanel("use_checklist"),
                HelpPanel(template="newsroom/desk/default_checklist.html", heading=asked),
                InlinePanel("checklist_items", panels=[FieldPanel("text")], label=_("Point")),
            ],
            heading=_("Checklist before an answer is sent"),
            icon="tasks",
        ),
    ]


def default_points() -> list[str]:
    """What is asked where a newsroom has no questions of its own."""
    return [str(text) for text in DEFAULT.values()]


DESK_RULES = desk_rules_edit_handler().bind_to_model(DeskRules)
