"""People whom the press may turn to, or who are quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerModel
from cms.media.files import ShowsFiles
from cms.media.models import Asset
from cms.newsroom import document
from cms.newsroom.models.channels import Channel
from cms.newsroom.models.topics import Topic


class Person(ShowsFiles, LedgerModel, ClusterableModel):
    """A spokesperson, a press contact or somebody quoted. Public when a published item names them."""

    class Role(models.TextChoices):
        SPOKESPERSON = "SPOKESPERSON", _("Spokesperson")
        PRESS_CONTACT = "PRESS_CONTACT", _("Press contact")
        OTHER = "OTHER", _("Other")

    name = models.CharField(_("name"), max_length=255, help_text=_("Full name, as readers see it."))
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("Title or position, such as: Head of Press.")
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=255,
        blank=True,
        help_text=_("The organisation that the person speaks for."),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role.choices,
        default=Role.PRESS_CONTACT,
        help_text=_("What the person does for the press."),
    )
    photo = models.ForeignKey(
        "newsroom_media.NewsroomImage",
        verbose_name=_("photo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("A portrait that the press may use."),
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("E-mail address; public only when you say so.")
    )
    email_public = models.BooleanField(
        _("show the e-mail address"),
        default=False,
        help_text=_("Tick to let everybody see the e-mail address."),
    )
    phone = models.CharField(
        _("telephone"),
        max_length=50,
        blank=True,
        help_text=_("Telephone number; public only when you say so."),
    )
    phone_public = models.BooleanField(
        _("show the telephone number"),
        default=False,
        help_text=_("Tick to let everybody see the telephone number."),
    )
    topics = models.ManyToManyField(
        Topic,
        verbose_name=_("topics"),
        blank=True,
        related_name="+",
        help_text=_("What the person can speak about."),
    )

    facet = "person"

    class Meta(LedgerModel.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}" if self.title else self.name

    def shown_assets(self) -> Iterator[Asset]:
        if self.photo:
            yield self.photo

    def document(self, envelope: Envelope) -> document.Person:
        return document.person_document(self, envelope)


class PersonChannel(Channel):
    """Where else a person speaks."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="channels")
