"""Who works on which desk, and who may speak for whom.

What does not live here: what a group may do (Django's permissions, read by `cms/conversation/desk/permissions.py`).
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.conversation.models.desk_rules import Team


class DeskTeam(models.Model):
    """A group that works on a newsroom's desk, as one of its teams. It gives the group's rights their scope."""

    newsroom = models.ForeignKey(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        related_name="desk_teams",
        help_text=_("The newsroom on whose desk the group works."),
    )
    team = models.CharField(
        _("team"), max_length=20, choices=Team.choices, help_text=_("As which team the group works.")
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("group"),
        on_delete=models.CASCADE,
        related_name="desk_teams",
        help_text=_("The group of users. What they may do is set on the group."),
    )

    class Meta:
        verbose_name = _("team of a desk")
        verbose_name_plural = _("teams of desks")
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["newsroom", "group"],
                name="desk_team_once",
                violation_error_message=_("This group works on this desk already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.newsroom}: {self.get_team_display()} ({self.group})"


class Speaker(models.Model):
    """Who may answer as a person: a user, or everybody in a group."""

    person = models.ForeignKey(
        "newsroom.Person",
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="speakers",
        help_text=_("The person in whose name answers are given."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who may speak for the person: a user, or else a group."),
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("group"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Everybody in this group may speak for the person."),
    )

    class Meta:
        verbose_name = _("right to speak for a person")
        verbose_name_plural = _("rights to speak for people")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, group__isnull=True)
                | Q(user__isnull=True, group__isnull=False),
                name="speaker_user_or_group",
                violation_error_message=_("Choose either a user or a group."),
            ),
            models.UniqueConstraint(fields=["person", "user"], name="speaker_user_once"),
            models.UniqueConstraint(fields=["person", "group"], name="speaker_group_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.user or self.group}"
