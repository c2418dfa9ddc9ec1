"""Newsrooms, with their contacts, channels, and the sites that show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from cms.ledger.admin.panels import CorrectionPanel
from cms.ledger.document import Envelope
from cms.ledger.publishing import LedgerPage
from cms.media.admin.publishing import FilesPageForm
from cms.media.files import ShowsFiles
from cms.media.models import Asset
from cms.newsroom import document
from cms.newsroom.commenting import ThreadMode
from cms.newsroom.models.boilerplates import Boilerplate
from cms.newsroom.models.channels import Channel
from cms.newsroom.models.people import Person
from cms.newsroom.preview import NewsroomPreviewMixin
from cms.newsroom.richtext import FEATURES
from cms.newsroom.teams import open_to_teams

colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six hexadecimal digits, such as #0a5c36.")
)

OWN_ADDRESSES = frozenset(
    {
        "admin",
        "api",
        "conversation",
        "embed",
        "feeds",
        "graphql",
        "healthz",
        "media",
        "newsroom",
        "oembed",
        "readyz",
        "s",
        "sitemaps",
        "static",
        "vault",
    }
)
"""How addresses of the site itself begin: a newsroom there would never be reached."""


class NewsroomPage(NewsroomPreviewMixin, ShowsFiles, LedgerPage):
    """A brand's press room in one language. Its releases are the pages below it."""

    tagline = models.CharField(
        _("tagline"),
        max_length=255,
        blank=True,
        help_text=_("One line that says what the newsroom is about."),
    )
    about = RichTextField(
        _("about"), blank=True, features=FEATURES, help_text=_("About the organisation, for journalists.")
    )
    logo = models.ForeignKey(
        "newsroom_media.NewsroomImage",
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The logo that the press may use."),
    )
    boilerplate = models.ForeignKey(
        Boilerplate,
        verbose_name=_("boilerplate"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Ends every release that has no boilerplate of its own."),
    )
    public_url = models.URLField(
        _("public address"),
        blank=True,
        help_text=_(
            "Address of the newsroom on the web, where readers find it. Releases are one step below it."
        ),
    )
    comment_mode = models.CharField(
        _("comments"),
        max_length=20,
        choices=ThreadMode.choices,
        default=ThreadMode.PREMODERATED,
        help_text=_("Who may comment, unless a release says otherwise."),
    )
    comment_guidelines = RichTextField(
        _("comment guidelines"),
        blank=True,
        features=FEATURES,
        help_text=_("What you ask of those who comment."),
    )
    primary_colour = models.CharField(
        _("main colour"), max_length=7, blank=True, validators=[colour], help_text=_("As #rrggbb.")
    )
    accent_colour = models.CharField(
        _("second colour"), max_length=7, blank=True, validators=[colour], help_text=_("As #rrggbb.")
    )

    parents_newsroom = False
    subpage_types: ClassVar[list[str]] = [
        "newsroom_releases.ReleasePage",
        "newsroom_library.MediaAssetPage",
        "newsroom_library.PressKitPage",
        "newsroom_conversation.ThreadPage",
    ]

    base_form_class = FilesPageForm
    content_panels: ClassVar = [
        CorrectionPanel(),
        TitleFieldPanel("title", heading=_("Name"), help_text=_("Name of the newsroom, as readers see it.")),
        FieldPanel("tagline"),
        FieldPanel("about"),
        FieldPanel("logo"),
        MultipleChooserPanel(
            "contacts",
            chooser_field_name="person",
            label=_("Contact"),
            heading=_("Press contacts"),
            help_text=_("Whom the press may turn to. New releases start with them."),
        ),
        InlinePanel("channels", label=_("Channel"), heading=_("Social channels")),
        FieldPanel("boilerplate"),
        MultiFieldPanel(
            [FieldPanel("comment_mode"), FieldPanel("comment_guidelines")], heading=_("Comments")
        ),
    ]
    promote_panels: ClassVar = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("public_url")], heading=_("Address")),
        MultiFieldPanel([FieldPanel("primary_colour"), FieldPanel("accent_colour")], heading=_("Colours")),
        InlinePanel(
            "frontends",
            label=_("Frontend"),
            heading=_("Previews"),
            help_text=_(
                "Sites on which editors may preview. Without one, a plain built-in preview is shown."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")

    @property
    def public_address(self) -> str:
        """Where readers find the newsroom, without a final slash."""
        return (self.public_url or document.site_address(f"/{self.slug}")).rstrip("/")

    @property
    def newsroom(self) -> NewsroomPage:
        return self

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """A new newsroom is opened to its teams in the transaction that creates it."""
        if not self._state.adding:
            return super().save(*args, **kwargs)
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            open_to_teams(self)
        return result

    def clean(self) -> None:
        super().clean()
        namesakes = NewsroomPage.objects.filter(slug=self.slug).exclude(pk=self.pk)
        if self.slug and namesakes.exists():
            raise ValidationError(
                {"slug": _("Another newsroom has this slug. Every newsroom needs one of its own.")}
            )
        if self.slug in OWN_ADDRESSES:
            raise ValidationError(
                {"slug": _("Addresses that begin with this slug are the site's own. Choose another one.")}
            )

    def shown_assets(self) -> Iterator[Asset]:
        if self.logo:
            yield self.logo
        for row in self.contacts.all():
            yield from row.person.shown_assets()

    def document(self, envelope: Envelope) -> document.Newsroom:
        return document.newsroom_document(self, envelope)


class NewsroomChannel(Channel):
    """Where else the organisation speaks."""

    newsroom = ParentalKey(NewsroomPage, on_delete=models.CASCADE, related_name="channels")


class NewsroomContact(Orderable):
    """Whom the press may turn to."""

    newsroom = ParentalKey(NewsroomPage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = [FieldPanel("person")]


class Frontend(Orderable):
    """A site that shows the newsroom and can show previews."""

    newsroom = ParentalKey(NewsroomPage, on_delete=models.CASCADE, related_name="frontends")
    name = models.CharField(_("name"), max_length=50, help_text=_("Such as: Web, or Mobile app."))
    preview_url = models.URLField(
        _("preview address"), help_text=_("Where previews open; the preview's token is added to it.")
    )

    panels: ClassVar = [FieldPanel("name"), FieldPanel("preview_url")]
