"""Comments, and what readers do with them: replies, reactions, reports and appeals.

What does not live here: their public form (`cms/conversation/document.py`) and every change of them (`services/`).
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.conversation.models.choices import CommentKind, CommentStatus, ReasonCode, Relation
from cms.conversation.models.threads import Thread


class Comment(models.Model):
    """What somebody said in a thread. Nothing is ever deleted: the status says what became of it."""

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    newsroom = models.ForeignKey("newsroom_ledger.Item", on_delete=models.CASCADE, related_name="+")
    """The thread's newsroom, again: the desk's lists begin with it."""
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    depth = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=20, blank=True)

    kind = models.CharField(_("kind"), max_length=20, choices=CommentKind.choices, default=CommentKind.OTHER)
    status = models.CharField(_("status"), max_length=20, choices=CommentStatus.choices)
    reason = models.CharField(_("ground"), max_length=20, choices=ReasonCode.choices, blank=True)
    """Why it was rejected, out of the published guidelines."""
    message = models.TextField(blank=True)
    """What its author is told about the decision."""

    source = models.TextField(blank=True)
    """The text as it was typed: what an author edits."""
    body = models.TextField(blank=True)
    """The text as safe HTML: what is shown."""
    plain = models.TextField(_("text"), blank=True)
    """The text without markup: what is searched and compared."""
    digest = models.CharField(max_length=64, blank=True)
    """sha256 of the folded plain text: equal for texts that say the same."""

    author_name = models.CharField(_("name"), max_length=100, blank=True)
    organisation = models.CharField(_("organisation"), max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=100, blank=True)
    url = models.URLField(_("web address"), max_length=500, blank=True)
    relation = models.CharField(_("relation"), max_length=20, choices=Relation.choices, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_hash = models.CharField(max_length=64, blank=True)
    """Keyed hash of the address in lower case: finds what one person wrote."""
    email_confirmed_at = models.DateTimeField(null=True)
    mailed = models.BooleanField(default=True)
    """Whether its author still wants e-mail about it."""
    issuer = models.CharField(max_length=255, blank=True)
    """The site that vouches for the author's identity (the `iss` of its token); empty: nobody does."""
    subject = models.CharField(max_length=255, blank=True)
    person = models.ForeignKey("newsroom.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    """Who speaks for the organisation here: makes it an official answer."""
    statement = models.ForeignKey(
        "newsroom_ledger.Item", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    """A statement that an official answer links to."""
    attachments = models.JSONField(default=list)
    """The public documents of its approved contributions, as the ledger has them now."""

    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    """When it was first published: its place in the thread."""
    edited_at = models.DateTimeField(null=True)
    shown = models.BooleanField(default=False)
    """Whether it has a place in public lists: it is published, or was and has replies."""
    pinned = models.BooleanField(default=False)
    reply_count = models.PositiveIntegerField(default=0)
    """Replies that are shown."""
    reactions = models.JSONField(default=dict)
    """Number of reactions by name."""
    reaction_count = models.PositiveIntegerField(default=0)
    report_count = models.PositiveIntegerField(default=0)
    """Reports that nobody has decided yet."""
    answer = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    """The first official answer to it."""
    answered_at = models.DateTimeField(null=True)
    seq = models.BigIntegerField(null=True)
    """Number of its last public change; null as long as it was never public."""

    visitor = models.CharField(max_length=64, blank=True)
    """Random id out of the visitor's token."""
    address_hash = models.CharField(max_length=64, blank=True)
    """Keyed hash of the network address; emptied after some days."""
    token_hash = models.CharField(max_length=64, blank=True)
    """sha256 of the edit token."""
    token_salt = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions: ClassVar = [
            ("moderate_comment", _("Publish, hold and reject comments")),
            ("erase_comment", _("Erase a person and export what is kept of one")),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["thread", "published_at", "uid"], condition=Q(shown=True), name="comment_in_thread"
            ),
            models.Index(
                fields=["thread", "parent", "published_at", "uid"],
                condition=Q(shown=True),
                name="comment_reply",
            ),
            models.Index(
                fields=["thread", "-reaction_count", "-published_at", "-uid"],
                condition=Q(shown=True),
                name="comment_by_reactions",
            ),
            models.Index(
                fields=["thread", "-published_at"],
                condition=Q(shown=True, pinned=True),
                name="comment_pinned",
            ),
            models.Index(fields=["seq", "uid"], condition=Q(seq__isnull=False), name="comment_change"),
            models.Index(fields=["newsroom", "-created_at", "-uid"], name="comment_in_newsroom"),
            models.Index(fields=["newsroom", "status", "-created_at", "-uid"], name="comment_by_status"),
            models.Index(
                fields=["newsroom", "-created_at", "-uid"],
                condition=Q(report_count__gt=0),
                name="comment_reported",
            ),
            models.Index(
                fields=["newsroom", "-created_at", "-uid"],
                condition=Q(answered_at__isnull=False),
                name="comment_answered",
            ),
            models.Index(fields=["thread", "-created_at"], name="comment_newest"),
            models.Index(fields=["email_hash", "-created_at"], name="comment_of_person"),
            # Without a condition: SQLite proves none of a query's parameters, and would read the whole table.
            models.Index(fields=["address_hash", "-created_at"], name="comment_of_address"),
            models.Index(fields=["digest", "-created_at"], name="comment_same_text"),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.plain[:60]}"

    @property
    def is_published(self) -> bool:
        return self.status == CommentStatus.PUBLISHED

    @property
    def is_official(self) -> bool:
        """Whether the organisation says it."""
        return self.person_id is not None


class CommentEdit(models.Model):
    """What a comment said before an edit. Editors see it; the public sees that it was edited."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="edits")
    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    """The editor who changed it; null: its author."""
    source = models.TextField(blank=True)
    body = models.TextField(blank=True)
    plain = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        verbose_name = _("edit of a comment")
        verbose_name_plural = _("edits of comments")

    def __str__(self) -> str:
        return f"{self.comment_id} {self.at}"


class Reaction(models.Model):
    """One visitor's reaction of one kind to one comment."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="given_reactions")
    name = models.CharField(max_length=30)
    visitor = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment", "name", "visitor"], name="reaction_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.comment_id}"


class Report(models.Model):
    """A reader's notice that a comment breaks the guidelines or the law (Digital Services Act, article 16)."""

    class Outcome(models.TextChoices):
        """What came of it."""

        UPHELD = "UPHELD", _("The comment was removed")
        DISMISSED = "DISMISSED", _("The comment stays")

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(_("ground"), max_length=20, choices=ReasonCode.choices)
    note = models.TextField(_("explanation"), blank=True)
    author_name = models.CharField(_("name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_hash = models.CharField(max_length=64, blank=True)
    visitor = models.CharField(max_length=64)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["at"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["comment", "visitor"], condition=Q(outcome=""), name="report_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.comment_id}"


class Appeal(models.Model):
    """An author's objection to a decision on a comment (Digital Services Act, article 20)."""

    class Outcome(models.TextChoices):
        """What came of it."""

        UPHELD = "UPHELD", _("The decision stands")
        REVERSED = "REVERSED", _("The decision was reversed")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="appeals")
    text = models.TextField(_("text"))
    at = models.DateTimeField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    note = models.TextField(blank=True)
    """What the author is told about the decision on the appeal."""
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["at"]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment"], condition=Q(outcome=""), name="appeal_open_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.outcome}"
