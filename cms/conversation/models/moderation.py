"""What was decided about comments, by whom or by which phase, and why."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.conversation.models.choices import CommentStatus, ReasonCode
from cms.conversation.models.comments import Comment


class ModerationEvent(models.Model):
    """One change of a comment's status. Never changed, never deleted; `user` is null when a phase decided."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    from_status = models.CharField(max_length=20, choices=CommentStatus.choices, blank=True)
    to_status = models.CharField(max_length=20, choices=CommentStatus.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    phase = models.CharField(max_length=40, blank=True)
    """The phase that decided, or what else did: `author`, `erasure`, `appeal`, `report`."""
    reason = models.CharField(max_length=20, choices=ReasonCode.choices, blank=True)
    message = models.TextField(blank=True)
    """What the author is told."""
    note = models.TextField(blank=True)
    """For colleagues only."""
    trail = models.JSONField(default=list)
    """What each phase said: `[[phase, outcome, milliseconds], …]`."""

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes: ClassVar = [models.Index(fields=["at"], name="moderation_event_at")]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"


class Proposal(models.Model):
    """A colleague's wish to reject criticism, which waits for a second person where the newsroom asks for one."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="proposal")
    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=ReasonCode.choices)
    message = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name = _("proposed rejection")
        verbose_name_plural = _("proposed rejections")

    def __str__(self) -> str:
        return f"{self.reason} {self.comment_id}"
