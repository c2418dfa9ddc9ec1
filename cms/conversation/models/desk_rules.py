"""How a newsroom's desk works: its office hours and due times, its checklist and its templates.

What does not live here: the cases that the desk works on (`desk.py`), who works on them (`desk_people.py`) and the rules
of moderation (`rules.py`).
"""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, validate_email
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.coreutils import get_content_languages
from wagtail.models import Orderable

from cms.conversation.desk.placeholders import problem_with
from cms.conversation.desk.public_holidays import problems_with
from cms.conversation.models.choices import CommentKind
from cms.conversation.sequence import next_number

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Team(models.TextChoices):
    """Who works on a case."""

    PR = "PR", _("PR")
    MARKETING = "MARKETING", _("Marketing")
    CUSTOMER_SERVICE = "CUSTOMER_SERVICE", _("Customer service")


class Severity(models.TextChoices):
    """How much harm silence would do."""

    LOW = "LOW", _("Low")
    NORMAL = "NORMAL", _("Normal")
    HIGH = "HIGH", _("High")
    URGENT = "URGENT", _("Urgent")


def time_zones() -> list[tuple[str, str]]:
    """Every time zone of the IANA database, by name."""
    return [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones())]


def _time(label: Any, hour: int | None) -> models.TimeField[Any, Any]:
    default = None if hour is None else dt.time(hour)
    return models.TimeField(label, null=True, blank=True, default=default)


def _hours(label: Any, default: int) -> models.PositiveSmallIntegerField[Any, Any]:
    return models.PositiveSmallIntegerField(
        label,
        default=default,
        validators=[MinValueValidator(1)],
        help_text=_("Office hours within which an answer is due."),
    )


class DeskRules(ClusterableModel):
    """The rules of one newsroom's desk. A newsroom without a row works by the defaults."""

    newsroom = models.OneToOneField(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        related_name="desk_rules",
        help_text=_("The newsroom whose desk works by these rules."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        choices=time_zones,
        default="UTC",
        help_text=_("The time zone of the office hours."),
    )
    monday_opens = _time(_("Monday, from"), 8)
    monday_closes = _time(_("Monday, to"), 17)
    tuesday_opens = _time(_("Tuesday, from"), 8)
    tuesday_closes = _time(_("Tuesday, to"), 17)
    wednesday_opens = _time(_("Wednesday, from"), 8)
    wednesday_closes = _time(_("Wednesday, to"), 17)
    thursday_opens = _time(_("Thursday, from"), 8)
    thursday_closes = _time(_("Thursday, to"), 17)
    friday_opens = _time(_("Friday, from"), 8)
    friday_closes = _time(_("Friday, to"), 17)
    saturday_opens = _time(_("Saturday, from"), None)
    saturday_closes = _time(_("Saturday, to"), None)
    sunday_opens = _time(_("Sunday, from"), None)
    sunday_closes = _time(_("Sunday, to"), None)
    holiday_country = models.CharField(
        _("public holidays of"),
        max_length=2,
        blank=True,
        help_text=_("Country code of two letters (ISO 3166-1), such as SE. Its public holidays are closed."),
    )
    holiday_region = models.CharField(
        _("region"),
        max_length=20,
        blank=True,
        help_text=_("Code of a part of the country with holidays of its own, such as BY in DE."),
    )

    question_team = models.CharField(
        _("team for questions"),
        max_length=20,
        choices=Team.choices,
        default=Team.PR,
        help_text=_("Who gets new questions."),
    )
    criticism_team = models.CharField(
        _("team for criticism"),
        max_length=20,
        choices=Team.choices,
        default=Team.PR,
        help_text=_("Who gets new criticism."),
    )
    question_hours_low = _hours(_("question, low severity"), 24)
    question_hours_normal = _hours(_("question, normal severity"), 8)
    question_hours_high = _hours(_("question, high severity"), 4)
    question_hours_urgent = _hours(_("question, urgent"), 1)
    criticism_hours_low = _hours(_("criticism, low severity"), 16)
    criticism_hours_normal = _hours(_("criticism, normal severity"), 6)
    criticism_hours_high = _hours(_("criticism, high severity"), 2)
    criticism_hours_urgent = _hours(_("criticism, urgent"), 1)
    escalate_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("overdue cases go to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who is told by e-mail when a case is overdue. Without anybody, the PR team is told."),
    )

    answers_need_approval = models.BooleanField(
        _("a second person approves answers"),
        default=False,
        help_text=_("Tick to have every answer approved by somebody other than its writer, who may decide."),
    )
    use_checklist = models.BooleanField(
        _("ask the checklist"),
        default=True,
        help_text=_("Tick to have every point of the checklist ticked before an answer is sent."),
    )
    criticism_needs_second_person = models.BooleanField(
        _("a second person rejects criticism"),
        default=False,
        help_text=_("Tick to have criticism rejected only when a second person agrees."),
    )
    show_answer_time = models.BooleanField(
        _("show the time to answer"),
        default=False,
        help_text=_("Tick to let everybody see the median time in which the newsroom answers."),
    )

    crisis_hours = models.PositiveSmallIntegerField(
        _("hours to answer in a crisis"),
        default=2,
        validators=[MinValueValidator(1)],
        help_text=_("While crisis mode is on, answers are due within so many hours, day and night."),
    )
    crisis_alerts = models.TextField(
        _("tell about a crisis"),
        blank=True,
        help_text=_("E-mail addresses, one a line, that are told when crisis mode is switched on or off."),
    )

    class Meta:
        verbose_name = _("desk rules")
        verbose_name_plural = _("desk rules")
        default_permissions = ("change", "view")
        permissions = [("change_crisis", _("Switch crisis mode on and off"))]

    def __str__(self) -> str:
        return str(self.newsroom)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What the rules show to everybody is public news: it gets a number (`cms/conversation/sequence.py`)."""
        with transaction.atomic():
            shown = DeskRules.objects.filter(pk=self.pk).values_list("show_answer_time", flat=True).first()
            super().save(*args, **kwargs)
            if bool(shown) != self.show_answer_time:
                next_number()

    def opening(self, weekday: int) -> tuple[dt.time, dt.time] | None:
        """When the office opens and closes on a weekday (0 = Monday); None when it stays closed."""
        name = WEEKDAYS[weekday]
        opens, closes = getattr(self, f"{name}_opens"), getattr(self, f"{name}_closes")
        return None if opens is None or closes is None else (opens, closes)

    def hours_for(self, kind: str, severity: str) -> int:
        """Office hours within which a case is due. Whatever is no criticism counts as a question."""
        name = "criticism" if kind == CommentKind.CRITICISM else "question"
        hours: int = getattr(self, f"{name}_hours_{severity.lower()}")
        return hours

    def team_for(self, kind: str) -> str:
        """The team that gets new cases of a kind."""
        return self.criticism_team if kind == CommentKind.CRITICISM else self.question_team

    def alert_addresses(self) -> list[str]:
        """Whom to tell about a crisis: each address once."""
        return list(dict.fromkeys(filter(None, (line.strip() for line in self.crisis_alerts.splitlines()))))

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        for name in WEEKDAYS:
            opens, closes = getattr(self, f"{name}_opens"), getattr(self, f"{name}_closes")
            if (opens is None) != (closes is None):
                errors[f"{name}_closes"] = _("Give both times, or neither when the office is closed.")
            elif opens is not None and closes <= opens:
                errors[f"{name}_closes"] = _(
                    "The office closes after it opens, on the same day. Give hours past midnight to the next day."
                )
        if not errors and not any(self.opening(day) for day in range(7)):
            errors["monday_opens"] = _("The office must be open on at least one day of the week.")
        for address in self.alert_addresses():
            try:
                validate_email(address)
            except ValidationError:
                errors["crisis_alerts"] = _("“%(address)s” is no e-mail address.") % {"address": address}
        if self.holiday_country or self.holiday_region:
            self.holiday_country = self.holiday_country.upper()
            errors |= problems_with(self.holiday_country, self.holiday_region)
        if errors:
            raise ValidationError(errors)


class Holiday(models.Model):
    """A day on which the office is closed, besides the public holidays of the country."""

    rules = ParentalKey(DeskRules, on_delete=models.CASCADE, related_name="holidays")
    date = models.DateField(_("date"), help_text=_("The day on which the office is closed."))
    name = models.CharField(
        _("name"), max_length=100, blank=True, help_text=_("What the day is, such as: company day.")
    )

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        ordering: ClassVar = ["date"]
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rules", "date"],
                name="desk_holiday_once",
                violation_error_message=_("This day is in the list already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.name}".strip()


class ChecklistItem(Orderable):
    """A question that the writer of an answer asks before it is sent."""

    rules = ParentalKey(DeskRules, on_delete=models.CASCADE, related_name="checklist_items")
    text = models.CharField(
        _("question"), max_length=200, help_text=_("Such as: Does it say what happens next?")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("point of the checklist")
        verbose_name_plural = _("points of the checklist")
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class AnswerTemplate(Orderable):
    """A text to begin an answer with."""

    newsroom = models.ForeignKey(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answer_templates",
        help_text=_("The newsroom that uses it; leave empty for all newsrooms."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=CommentKind.choices,
        blank=True,
        help_text=_("The kind of comment that it answers; leave empty for every kind."),
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        help_text=_("Language code of the text, such as en or sv."),
    )
    title = models.CharField(_("title"), max_length=100, help_text=_("Name of the template in lists."))
    body = models.TextField(
        _("text"),
        help_text=_(
            "May hold {name} (of the visitor), {title_of_item}, {person} (who answers), {newsroom} and {due}."
        ),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("answer template")
        verbose_name_plural = _("answer templates")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if problem := problem_with(self.body):
            errors["body"] = problem
        if self.language.split("-")[0] not in get_content_languages():
            errors["language"] = _("“%(code)s” is no language of the site. Give a code such as en or sv.") % {
                "code": self.language
            }
        if errors:
            raise ValidationError(errors)
