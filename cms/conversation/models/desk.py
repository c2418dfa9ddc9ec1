"""What the desk works on: cases with their history, answers, and times of crisis.

What does not live here: how the desk works (`desk_rules.py`), and everything that happens to a case
(`cms/conversation/desk/`).
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.conversation.models.choices import CommentKind
from cms.conversation.models.desk_rules import AnswerTemplate, Severity, Team


class CaseState(models.TextChoices):
    """Whether somebody still waits for an answer."""

    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed")


class Outcome(models.TextChoices):
    """How a case ended. That there was no comment is no outcome."""

    ANSWERED = "ANSWERED", _("Answered")
    APOLOGISED = "APOLOGISED", _("Apologised")
    COMPENSATED = "COMPENSATED", _("Compensated")
    CORRECTED = "CORRECTED", _("Corrected")
    MOOT = "MOOT", _("No answer asked for, or taken back by its author")


class Case(models.Model):
    """A comment that needs an answer. It is open until it has got one."""

    comment = models.OneToOneField(
        "newsroom_conversation.Comment",
        verbose_name=_("comment"),
        on_delete=models.CASCADE,
        related_name="case",
        help_text=_("The comment that needs an answer."),
    )
    newsroom = models.ForeignKey(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        related_name="cases",
        help_text=_("The newsroom whose desk answers."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=CommentKind.choices, help_text=_("What the comment is.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="cases",
        help_text=_("Who sees to it that there is an answer."),
    )
    team = models.CharField(
        _("team"), max_length=20, choices=Team.choices, help_text=_("The team that the case is with.")
    )
    severity = models.CharField(
        _("severity"),
        max_length=10,
        choices=Severity.choices,
        default=Severity.NORMAL,
        help_text=_("How much harm silence would do. It sets the time in which an answer is due."),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=CaseState.choices,
        default=CaseState.OPEN,
        help_text=_("Whether somebody still waits for an answer."),
    )
    opened_at = models.DateTimeField(_("opened"), help_text=_("When the comment came in."))
    due_at = models.DateTimeField(_("due"), help_text=_("When an answer is due."))
    escalated_at = models.DateTimeField(
        _("escalated"), null=True, blank=True, help_text=_("When somebody was told that it is overdue.")
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, help_text=_("When it was closed."))
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=Outcome.choices, blank=True, help_text=_("How the case ended.")
    )
    reopened = models.PositiveSmallIntegerField(
        _("times reopened"), default=0, help_text=_("How often the case was opened again.")
    )
    first_answered_at = models.DateTimeField(
        _("first answered"), null=True, blank=True, help_text=_("When the first official answer went out.")
    )
    answer_seconds = models.PositiveBigIntegerField(
        _("time to answer"),
        null=True,
        blank=True,
        help_text=_("Seconds from the comment to the first official answer."),
    )
    answer_office_seconds = models.PositiveBigIntegerField(
        _("time to answer in office hours"),
        null=True,
        blank=True,
        help_text=_("Seconds of office hours from the comment to the first official answer."),
    )

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ("view",)
        permissions = [
            ("answer_case", _("Answer officially")),
            ("suggest_answer", _("Suggest answers")),
            ("hand_over_case", _("Assign cases and hand them over")),
            ("decide_case", _("Approve answers, and close and reopen cases")),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="OPEN", closed_at__isnull=True, outcome="")
                | (Q(state="CLOSED", closed_at__isnull=False) & ~Q(outcome="")),
                name="case_closed_with_outcome",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["newsroom", "due_at", "id"], condition=Q(state="OPEN"), name="case_open_by_due"
            ),
            models.Index(
                fields=["newsroom", "team", "due_at", "id"], condition=Q(state="OPEN"), name="case_open_team"
            ),
            models.Index(fields=["owner", "due_at", "id"], condition=Q(state="OPEN"), name="case_open_owner"),
            models.Index(
                fields=["due_at"],
                condition=Q(state="OPEN", escalated_at__isnull=True),
                name="case_to_escalate",
            ),
            models.Index(fields=["newsroom", "-opened_at", "-id"], name="case_by_opening"),
            models.Index(
                fields=["newsroom", "first_answered_at"],
                condition=Q(first_answered_at__isnull=False),
                name="case_by_first_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == CaseState.OPEN


class CaseEvent(models.Model):
    """One thing that happened to a case: its history, which nobody changes."""

    class Action(models.TextChoices):
        OPENED = "OPENED", _("Opened")
        ASSIGNED = "ASSIGNED", _("Assigned")
        HANDED_OVER = "HANDED_OVER", _("Handed over")
        ESCALATED = "ESCALATED", _("Escalated")
        SEVERITY = "SEVERITY", _("Severity changed")
        DUE = "DUE", _("Due time changed")
        NOTE = "NOTE", _("Note")
        ANSWERED = "ANSWERED", _("Answered")
        CLOSED = "CLOSED", _("Closed")
        REOPENED = "REOPENED", _("Reopened")

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="events", db_index=False
    )
    at = models.DateTimeField(_("time"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who did it; empty when it happened by itself."),
    )
    action = models.CharField(_("action"), max_length=20, choices=Action.choices)
    data = models.JSONField(
        _("details"), default=dict, blank=True, help_text=_("What changed, from what to what.")
    )
    note = models.TextField(_("internal note"), blank=True, help_text=_("Only the desk sees it."))

    class Meta:
        verbose_name = _("event of a case")
        verbose_name_plural = _("events of cases")
        ordering: ClassVar = ["at", "id"]
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["case", "at", "id"], name="case_event_in_order")]

    def __str__(self) -> str:
        return f"{self.case}: {self.get_action_display()}"


class Answer(models.Model):
    """An official answer, from its draft to the published reply."""

    class State(models.TextChoices):
        DRAFT = "DRAFT", _("Draft")
        SUBMITTED = "SUBMITTED", _("Waits for approval")
        RETURNED = "RETURNED", _("Returned to its writer")
        SENT = "SENT", _("Sent")

    comment = models.ForeignKey(
        "newsroom_conversation.Comment",
        verbose_name=_("comment"),
        on_delete=models.CASCADE,
        related_name="answers",
        help_text=_("The comment that it answers."),
    )
    case = models.ForeignKey(
        Case,
        verbose_name=_("case"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        help_text=_("The case that it closes; praise may be answered without one."),
    )
    person = models.ForeignKey(
        "newsroom.Person",
        verbose_name=_("person"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text=_("Who answers, with name and title."),
    )
    body = models.TextField(_("text"), help_text=_("The answer, as everybody will read it."))
    statement = models.ForeignKey(
        "newsroom_ledger.Item",
        verbose_name=_("statement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("An official statement that the answer links to."),
    )
    template = models.ForeignKey(
        AnswerTemplate,
        verbose_name=_("template"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The template that it began with."),
    )
    checklist = models.JSONField(
        _("checklist"), default=list, blank=True, help_text=_("The points that its writer has ticked.")
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=20,
        choices=Outcome.choices,
        default=Outcome.ANSWERED,
        help_text=_("With what outcome it closes the case."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    return_note = models.TextField(
        _("note to the writer"), blank=True, help_text=_("Why it was returned; only the desk sees it.")
    )
    sent_comment = models.OneToOneField(
        "newsroom_conversation.Comment",
        verbose_name=_("published reply"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="official_answer",
    )
    created_at = models.DateTimeField(_("begun"))
    updated_at = models.DateTimeField(_("last changed"))
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering: ClassVar = ["created_at", "id"]
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["submitted_at"], condition=Q(state="SUBMITTED"), name="answer_to_approve")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"


class CrisisPeriod(models.Model):
    """A time of crisis in a newsroom. One without an end is crisis mode itself; the others are its log."""

    newsroom = models.ForeignKey(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        related_name="crisis_periods",
    )
    reason = models.TextField(_("reason"), help_text=_("What has happened; only the desk sees it."))
    statement = models.ForeignKey(
        "newsroom_ledger.Item",
        verbose_name=_("statement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The official statement that is pinned to the newsroom and to the chosen items."),
    )
    items = models.ManyToManyField(
        "newsroom_ledger.Item",
        verbose_name=_("items"),
        blank=True,
        related_name="+",
        help_text=_("Releases and other items that show the statement too."),
    )
    started_at = models.DateTimeField(_("switched on"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("switched on by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("switched off"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("switched off by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    end_note = models.TextField(
        _("note at the end"), blank=True, help_text=_("How it ended; only the desk sees it.")
    )

    class Meta:
        verbose_name = _("time of crisis")
        verbose_name_plural = _("times of crisis")
        ordering: ClassVar = ["-started_at", "-id"]
        default_permissions = ("view",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["newsroom"], condition=Q(ended_at__isnull=True), name="crisis_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.newsroom} {self.started_at:%Y-%m-%d}"
