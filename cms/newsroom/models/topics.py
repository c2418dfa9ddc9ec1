"""Topics, the subjects that items are filed under."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerModel
from cms.newsroom import document


class Topic(LedgerModel):
    """A subject; topics form a tree."""

    name = models.CharField(_("name"), max_length=100, help_text=_("Name of the topic, as readers see it."))
    slug = models.SlugField(
        _("slug"), max_length=100, allow_unicode=True, help_text=_("The topic's part of a web address.")
    )
    description = models.TextField(
        _("description"),
        blank=True,
        max_length=500,
        help_text=_("What is filed under the topic, in a sentence."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent topic"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text=_("The wider topic that it belongs to."),
    )

    facet = "topic"

    class Meta(LedgerModel.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["locale", "slug"], name="topic_slug")]

    def __str__(self) -> str:
        return " › ".join(topic.name for topic in (*self.ancestors(), self))

    def name_in_tree(self) -> str:
        """The name, indented by how deep the topic stands."""
        return "\u2003\u2003" * len(self.ancestors()) + self.name

    name_in_tree.short_description = _("name")  # type: ignore[attr-defined]

    def ancestors(self) -> list[Topic]:
        """The topics above this one, from the top."""
        above: list[Topic] = []
        topic = self.parent
        while topic is not None and topic not in above:
            above.insert(0, topic)
            topic = topic.parent
        return above

    def clean(self) -> None:
        super().clean()
        if self.pk and self.parent and (self.parent.pk == self.pk or self in self.parent.ancestors()):
            raise ValidationError({"parent": _("A topic cannot be below itself.")})

    def document(self, envelope: Envelope) -> document.Topic:
        return document.topic_document(self, envelope)
