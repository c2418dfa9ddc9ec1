"""Standing texts about the organisation."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin

from cms.ledger.shared import Shared
from cms.newsroom.richtext import FEATURES


class Boilerplate(Shared, TranslatableMixin):
    """A standing text about the organisation."""

    title = models.CharField(
        _("title"), max_length=255, help_text=_("Heading of the text, such as: About Norrvind.")
    )
    text = RichTextField(
        _("text"), features=FEATURES, help_text=_("The standing text about the organisation.")
    )

    panels: ClassVar = [FieldPanel("title"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title
