"""Who may comment on what is published in a newsroom: the choice that pages give their editors.

What does not live here: the conversation itself (`cms.conversation`).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.newsroom import document


class ThreadMode(models.TextChoices):
    """Who may comment, and when comments show."""

    OPEN = "OPEN", _("Open: comments show when they pass the automatic checks")
    PREMODERATED = "PREMODERATED", _("Moderated: comments show when an editor has approved them")
    CLOSED = "CLOSED", _("Closed: earlier comments stay, no new ones")
    OFF = "OFF", _("Off: no comments at all")


class Discussed(models.Model):
    """A page with a conversation of its own."""

    comment_mode = models.CharField(
        _("comments"),
        max_length=20,
        choices=ThreadMode.choices,
        blank=True,
        help_text=_("Who may comment on this page. Leave empty to do as the newsroom does."),
    )

    class Meta:
        abstract = True

    @property
    def comment_choice(self) -> document.ThreadMode | None:
        """The page's own choice, as its document shows it; None: as the newsroom."""
        return document.ThreadMode(self.comment_mode) if self.comment_mode else None
