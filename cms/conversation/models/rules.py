"""By which rules the comments of a newsroom are moderated.

What does not live here: the phases that apply the rules, and how they are kept in memory (`cms/conversation/moderation/`);
the rules of the desk (`desk_rules.py`); the form in which editors change them (`cms/conversation/admin/rules.py`).
"""

from __future__ import annotations

import re
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.coreutils import get_content_languages

from cms.addresses import parse
from cms.conversation.admin.rules import moderation_rules_edit_handler
from cms.conversation.domains import domain_of
from cms.conversation.models.lines import LinesField
from cms.conversation.sequence import next_number
from cms.conversation.signing import check_secret
from cms.errors import OutboundRefused

REACTION = re.compile(r"[a-z][a-z0-9_]{0,29}")
MOST_REACTIONS = 20
SHOWN = ("slow_seconds", "reactions")
"""What the APIs show of the rules of a newsroom with its threads."""


def default_reactions() -> list[str]:
    """The reactions that a new newsroom offers."""
    return ["like", "heart", "insightful"]


def content_languages() -> list[tuple[str, str]]:
    """Every language of the site's content: (code, name in the language of who reads it)."""
    return [(code, gettext(name)) for code, name in get_content_languages().items()]


class EmailPolicy(models.TextChoices):
    """What becomes of the e-mail address that a visitor gives."""

    OFF = "OFF", _("Off: addresses are not confirmed")
    OPTIONAL = "OPTIONAL", _("Optional: visitors get a link to confirm; comments do not wait for it")
    REQUIRED = "REQUIRED", _("Required: comments wait until the address is confirmed")


class ModerationRules(ClusterableModel):
    """The rules of one newsroom. A newsroom without a row is moderated by the defaults."""

    newsroom = models.OneToOneField(
        "newsroom.NewsroomPage",
        verbose_name=_("newsroom"),
        on_delete=models.CASCADE,
        related_name="moderation_rules",
        help_text=_("The newsroom whose comments are moderated by these rules."),
    )
    close_after_days = models.PositiveSmallIntegerField(
        _("close after days"),
        null=True,
        blank=True,
        help_text=_("Days after publication from which on an item takes no comments. Empty: never."),
    )
    slow_seconds = models.PositiveIntegerField(
        _("slow mode"),
        default=0,
        help_text=_("Seconds that one person waits between two comments on one item. 0: no wait."),
    )
    email_policy = models.CharField(
        _("confirmation of e-mail"),
        max_length=20,
        choices=EmailPolicy.choices,
        default=EmailPolicy.OPTIONAL,
        help_text=_("Whether visitors confirm their e-mail address by a link that is sent to it."),
    )
    hold_first_time = models.BooleanField(
        _("hold first comments"),
        default=False,
        help_text=_("Hold the comments of people of whom none has been published here yet."),
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("trusted after"),
        default=3,
        help_text=_(
            "Published comments after which people who have confirmed who they are pass by the spam and toxicity "
            "checks, unless one was rejected lately. 0: nobody does."
        ),
    )

    shortest = models.PositiveSmallIntegerField(
        _("shortest comment"),
        default=0,
        help_text=_("Comments with fewer letters and digits are held. 0: none is too short."),
    )
    hold_capitals = models.BooleanField(
        _("hold shouting"), default=False, help_text=_("Hold comments that are almost all in capitals.")
    )
    most_links = models.PositiveSmallIntegerField(
        _("most links"), default=2, help_text=_("Comments with more links are held.")
    )
    banned_domains = LinesField(
        _("banned domains"),
        default=list,
        blank=True,
        help_text=_(
            "One a line, such as example.com. Comments with a link there, or to a host below it, are rejected."
        ),
    )
    proof_of_work = models.BooleanField(
        _("proof of work"),
        default=False,
        help_text=_(
            "Have each visitor's browser solve a small task first (ALTCHA). It costs spammers, not people."
        ),
    )
    check_spam = models.BooleanField(
        _("hold spam"), default=True, help_text=_("Hold what the spam classifier takes for spam.")
    )
    check_toxicity = models.BooleanField(
        _("hold toxic comments"),
        default=True,
        help_text=_("Hold what the toxicity classifier takes for an attack on people."),
    )
    external_url = models.CharField(
        _("external moderation"),
        max_length=500,
        blank=True,
        help_text=_(
            "Address of a service that is asked about every comment. It gets the text, the name and the "
            "organisation, never e-mail or network addresses. When it does not answer, the comment is held."
        ),
    )
    external_secret = models.CharField(
        _("secret of the external moderation"),
        max_length=200,
        blank=True,
        help_text=_(
            "Signs the requests (Standard Webhooks): whsec_ and 24 to 64 bytes in Base64. It is not shown again."
        ),
    )

    reactions = LinesField(
        _("reactions"),
        default=default_reactions,
        blank=True,
        help_text=_("One a line, in small letters, such as like. Empty: there are no reactions."),
    )
    attachments = models.BooleanField(
        _("attachments"),
        default=False,
        help_text=_(
            "Let visitors add images, recordings and documents. Each is shown when an editor approves it."
        ),
    )
    contribution_terms = models.TextField(
        _("terms for contributions"),
        blank=True,
        max_length=1000,
        help_text=_("What visitors agree to when they send a file. Leave empty for the usual terms."),
    )
    moderate_edits = models.BooleanField(
        _("moderate edits"),
        default=True,
        help_text=_("Check a comment again when its author edits it. Without, edits show at once."),
    )

    version = models.UUIDField(default=uuid.uuid4, editable=False)
    """Another one after every change: what processes have made of the rules belongs to a version."""
    updated_at = models.DateTimeField(auto_now=True)

    edit_handler = moderation_rules_edit_handler()

    class Meta:
        verbose_name = _("moderation rules")
        verbose_name_plural = _("moderation rules")
        default_permissions = ("change", "view")

    def __str__(self) -> str:
        return str(self.newsroom)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Rules and word lists change together, and get a version of their own.

        What everybody is shown of them is public news: it gets a number (`cms/conversation/sequence.py`).
        """
        self.version = uuid.uuid4()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version", "updated_at"}
        with transaction.atomic():
            before = ModerationRules.objects.filter(pk=self.pk).values_list(*SHOWN).first()
            super().save(*args, **kwargs)
            if before != (self.slow_seconds, self.reactions):
                next_number()

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        for name, cleaner in (
            ("banned_domains", self._clean_domains),
            ("reactions", self._clean_reactions),
            ("external_url", self._clean_external_url),
            ("external_secret", self._clean_external_secret),
        ):
            try:
                cleaner()
            except ValidationError as error:
                errors[name] = error
        if errors:
            raise ValidationError(errors)

    def _clean_domains(self) -> None:
        domains = []
        for line in self.banned_domains:
            domain = domain_of(line)
            if not domain:
                raise ValidationError(
                    _("“%(line)s” is no domain. Write it as example.com."), params={"line": line}
                )
            domains.append(domain)
        self.banned_domains = list(dict.fromkeys(domains))

    def _clean_reactions(self) -> None:
        for name in self.reactions:
            if not REACTION.fullmatch(name):
                message = _(
                    "“%(name)s” must be at most 30 small letters a to z, digits and _, and begin with a letter."
                )
                raise ValidationError(message, params={"name": name})
        if len(self.reactions) > MOST_REACTIONS:
            raise ValidationError(_("At most %(limit)s reactions."), params={"limit": MOST_REACTIONS})

    def _clean_external_url(self) -> None:
        if not self.external_url:
            self.external_secret = ""  # nosec B105 # none
            return
        try:
            target = parse(self.external_url)
        except OutboundRefused as error:
            raise ValidationError(error.message) from None
        if target.scheme != "https" and not target.allowed:
            raise ValidationError(_("The address must begin with https://: comments are not public yet."))

    def _clean_external_secret(self) -> None:
        if self.external_url and not self.external_secret:
            raise ValidationError(_("The external moderation needs a secret that signs the requests."))
        if self.external_secret:
            check_secret(self.external_secret)


class WordList(models.Model):
    """Words that comments in one language, or in any, are rejected or held for."""

    rules = ParentalKey(ModerationRules, on_delete=models.CASCADE, related_name="word_lists")
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        choices=content_languages,
        help_text=_(
            "What is an insult in one language is an innocent word in another. Empty: all languages."
        ),
    )
    banned = LinesField(
        _("banned words"),
        default=list,
        blank=True,
        help_text=_(
            "One word or phrase a line. Comments with one are rejected. word* also means every longer word that "
            "begins so, *word every one that ends so. Upper and lower case are the same."
        ),
    )
    suspect = LinesField(
        _("suspect words"),
        default=list,
        blank=True,
        help_text=_("As above; comments with one are held for an editor."),
    )

    class Meta:
        verbose_name = _("word list")
        verbose_name_plural = _("word lists")
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_language_display() or str(_("All languages"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The rules that it belongs to get another version."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            ModerationRules.objects.filter(pk=self.rules_id).update(version=uuid.uuid4())

    def clean(self) -> None:
        super().clean()
        for field, lines in (("banned", self.banned), ("suspect", self.suspect)):
            for line in lines:
                if not re.search(r"\w{2}", line) and not re.search(r"[^\W\da-zA-Z]", line):
                    message = _("“%(line)s” is too short: a word has two letters or more.")
                    raise ValidationError({field: ValidationError(message, params={"line": line})})

    def speaks(self, language: str) -> bool:
        """Whether the list is for comments in a language: `sv` is for `sv-SE`, and none is for all."""
        return not self.language or self.language.split("-")[0] == language.split("-")[0]
