"""Addresses in social networks and elsewhere: of an organisation, or of a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Channel(Orderable):
    """Base of addresses in social networks and elsewhere."""

    service = models.CharField(
        _("service"), max_length=50, help_text=_("Such as LinkedIn, Mastodon or YouTube.")
    )
    url = models.URLField(_("address"), help_text=_("Address of the profile or page."))

    panels: ClassVar = [FieldPanel("service"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        abstract = True
