"""What comments may be: the choices that several models share, in the words that editors see."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentKind(models.TextChoices):
    """What a comment is meant as, in its author's view."""

    QUESTION = "QUESTION", _("Question")
    PRAISE = "PRAISE", _("Praise")
    CRITICISM = "CRITICISM", _("Criticism")
    OTHER = "OTHER", _("Other")


class Relation(models.TextChoices):
    """What its author is to the organisation, in the author's own words."""

    JOURNALIST = "JOURNALIST", _("Journalist")
    BLOGGER = "BLOGGER", _("Blogger")
    CUSTOMER = "CUSTOMER", _("Customer")
    INVESTOR = "INVESTOR", _("Investor")
    EMPLOYEE = "EMPLOYEE", _("Employee")
    OTHER = "OTHER", _("Other")


class CommentStatus(models.TextChoices):
    """Where a comment stands. Only what is published is public."""

    PUBLISHED = "PUBLISHED", _("Published")
    HELD = "HELD", _("Held")
    REJECTED = "REJECTED", _("Rejected")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn by its author")
    ERASED = "ERASED", _("Erased")


class ReasonCode(models.TextChoices):
    """Why a comment is reported or rejected: the grounds that the published guidelines name."""

    SPAM = "SPAM", _("Spam")
    ADVERTISING = "ADVERTISING", _("Advertising")
    ABUSE = "ABUSE", _("Insults or harassment")
    HATE = "HATE", _("Hatred against a group")
    THREAT = "THREAT", _("Threat or call for violence")
    ILLEGAL = "ILLEGAL", _("Illegal content")
    PERSONAL_DATA = "PERSONAL_DATA", _("Personal data of others")
    IMPERSONATION = "IMPERSONATION", _("Pretends to be somebody else")
    COPYRIGHT = "COPYRIGHT", _("Infringes copyright")
    OFF_TOPIC = "OFF_TOPIC", _("Has nothing to do with the subject")
    DUPLICATE = "DUPLICATE", _("Says the same again")
    OTHER = "OTHER", _("Another ground of the guidelines")


NEED_ANSWER = (CommentKind.QUESTION, CommentKind.CRITICISM)
"""Kinds that open a case on the desk."""
