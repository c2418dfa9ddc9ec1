"""Threads: the conversation of one item. A `ThreadPage` is an item made for its conversation alone.

What does not live here: comments (`comments.py`), and how a thread's mode is worked out (`cms/conversation/modes.py`).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.conversation import document
from cms.conversation.admin.panels import thread_page_edit_handler
from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerPage
from cms.media.files import ShowsFiles
from cms.media.models import Asset
from cms.newsroom.commenting import Discussed, ThreadMode
from cms.newsroom.models import Person, Topic
from cms.newsroom.preview import NewsroomPreviewMixin
from cms.newsroom.richtext import FEATURES


class Thread(models.Model):
    """The conversation of one item. Made when the item is first public; public as long as the item is."""

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.OneToOneField("newsroom_ledger.Item", on_delete=models.CASCADE, related_name="thread")
    newsroom = models.ForeignKey("newsroom_ledger.Item", on_delete=models.CASCADE, related_name="+")
    """The item of the newsroom that the item belongs to."""

    mode = models.CharField(max_length=20, choices=ThreadMode.choices)
    """What holds now: the strictest of all that is said below, by the newsroom, and by its crisis mode."""
    chosen = models.CharField(max_length=20, blank=True)
    """What the item says; empty: as the newsroom."""
    brake = models.CharField(
        _("comments"),
        max_length=20,
        blank=True,
        choices=[choice for choice in ThreadMode.choices if choice[0] != ThreadMode.OPEN],
        help_text=_("Makes this thread stricter than its page says, at once. Empty: as the page says."),
    )
    slow_seconds = models.PositiveIntegerField(
        _("slow mode"),
        null=True,
        blank=True,
        help_text=_("Seconds that one person waits between two comments here. Empty: as the newsroom."),
    )
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    next_change_at = models.DateTimeField(null=True, db_index=True)
    """When time alone will next change the mode."""
    question_and_answer = models.BooleanField(default=False)

    comment_count = models.PositiveIntegerField(default=0)
    question_count = models.PositiveIntegerField(default=0)
    praise_count = models.PositiveIntegerField(default=0)
    criticism_count = models.PositiveIntegerField(default=0)
    other_count = models.PositiveIntegerField(default=0)
    answered_count = models.PositiveIntegerField(default=0)
    """Published comments that have an official answer."""
    reaction_count = models.PositiveIntegerField(default=0)
    last_activity_at = models.DateTimeField(null=True)
    """When a comment was last published here; the item's publication before the first."""
    seq = models.BigIntegerField(default=0)
    """Number of the last public change of the thread."""
    changed_at = models.DateTimeField()
    """When that was."""

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        indexes: ClassVar = [
            models.Index(fields=["newsroom", "-last_activity_at", "-uid"], name="thread_by_activity"),
            models.Index(fields=["-last_activity_at", "-uid"], name="thread_by_any_activity"),
            models.Index(fields=["seq"], name="thread_change"),
        ]

    def __str__(self) -> str:
        return str(self.item)


class ThreadPage(NewsroomPreviewMixin, ShowsFiles, Discussed, LedgerPage):  # type: ignore[misc]
    """A subject put up for discussion, with somebody who hosts it. It lives directly below its newsroom."""

    opening = RichTextField(
        _("opening text"),
        features=FEATURES,
        help_text=_("What the conversation is about, and what you ask of readers."),
    )
    host = models.ForeignKey(
        Person,
        verbose_name=_("host"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who leads the conversation."),
    )
    question_and_answer = models.BooleanField(
        _("questions and answers"),
        default=False,
        help_text=_("Readers ask and the experts below answer: unanswered questions come last."),
    )
    opens_at = models.DateTimeField(
        _("opens at"),
        null=True,
        blank=True,
        help_text=_("Before, everybody may read and nobody comment. Empty: at once."),
    )
    closes_at = models.DateTimeField(
        _("closes at"),
        null=True,
        blank=True,
        help_text=_("From then on everybody may read and nobody comment."),
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="+", help_text=_("What it is about.")
    )

    parent_page_types: ClassVar[list[str]] = ["newsroom.NewsroomPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = thread_page_edit_handler()

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("The discussion must close after it opens.")})

    def shown_assets(self) -> Iterator[Asset]:
        for person in (self.host, *(row.person for row in self.experts.all())):
            if person:
                yield from person.shown_assets()

    def document(self, envelope: Envelope) -> document.Discussion:
        return document.discussion_document(self, envelope)


class ThreadExpert(Orderable):
    """Somebody who answers questions in a discussion."""

    page = ParentalKey(ThreadPage, on_delete=models.CASCADE, related_name="experts")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar[list[Any]] = [FieldPanel("person")]
