"""Partners in the admin: the list, with how each keeps up, and the form, with what each may carry in plain words."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale

from cms.newsroom.admin.topics import tree_ordered
from cms.newsroom.models import NewsroomPage, Topic
from cms.releases.models import ReleasePage
from cms.syndication.carrying import MOST, behind
from cms.syndication.models import Partner, PartnerUse

OTHERS = (
    ("ASSET", _("Images, videos, sounds and documents with a page of their own")),
    ("PRESS_KIT", _("Press kits")),
    ("DISCUSSION", _("Discussions")),
    ("CONTRIBUTION", _("What visitors contribute")),
    ("NEWSROOM", _("Newsrooms themselves: name, logo, contacts")),
    ("PERSON", _("People")),
    ("TOPIC", _("Topics")),
)
"""Items that are no releases, as a scope's kinds name them."""


class NewsroomChoice(forms.ModelMultipleChoiceField):
    """Newsrooms of several languages often have one title."""

    def label_from_instance(self, newsroom: Any) -> str:
        return f"{newsroom.title} ({newsroom.locale.get_display_name()})"


class PartnerForm(WagtailAdminModelForm):
    """The scope as checkboxes."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only these kinds of items. None chosen: all."),
    )
    locales = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only in these languages. None chosen: all."),
    )

    class Meta:
        field_classes: ClassVar = {"newsrooms": NewsroomChoice}
        widgets: ClassVar = {
            "newsrooms": forms.CheckboxSelectMultiple,
            "topics": forms.CheckboxSelectMultiple,
            "asset_use": forms.RadioSelect,
            "sites": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = [*ReleasePage.Kind.choices, *OTHERS]
        spoken = {*Locale.objects.values_list("language_code", flat=True), *(self.instance.locales or ())}
        languages = get_content_languages().items()
        self.fields["locales"].choices = [(code, name) for code, name in languages if code in spoken]
        topics: Any = self.fields["topics"]
        topics.queryset = tree_ordered(Topic.objects.all())
        newsrooms: Any = self.fields["newsrooms"]
        newsrooms.queryset = NewsroomPage.objects.select_related("locale").order_by("title", "pk")


class StandingPanel(Panel):
    """A partner's keys, and how it keeps up. Both are changed on screens of their own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "newsroom/syndication/standing_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> Any:
            partner = self.instance
            now = timezone.now()
            keys = partner.keys.filter(revoked_at=None).exclude(expires_at__lte=now)
            return super().get_context_data(parent_context) | {
                "partner": partner,
                "keys": list(keys),
                "lost": [
                    words
                    for words, is_lost in (
                        (gettext("newsrooms"), partner.some_newsrooms and not partner.newsrooms.exists()),
                        (gettext("topics"), partner.some_topics and not partner.topics.exists()),
                    )
                    if is_lost
                ],
            }


EDIT_HANDLER = ObjectList(
    [
        StandingPanel(heading=_("Keys and use"), icon="key"),
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldPanel("active"),
                FieldPanel("sites"),
                FieldPanel("contact_name"),
                FieldPanel("contact_email"),
                FieldPanel("terms"),
            ],
            heading=_("Who"),
            icon="group",
        ),
        MultiFieldPanel(
            [
                FieldPanel("newsrooms"),
                FieldPanel("kinds"),
                FieldPanel("topics"),
                FieldPanel("locales"),
                FieldPanel("asset_use"),
                FieldPanel("comments"),
            ],
            heading=_("What it may carry"),
            help_text=_(
                "Each part narrows the others: only what fits all of them is sent. When you change this, the partner's system "
                "begins again from the start, so that nothing is left behind on its sites."
            ),
            icon="list-ul",
        ),
        MultiFieldPanel([FieldPanel("rate_limit")], heading=_("Limit"), icon="history"),
    ],
    base_form_class=PartnerForm,
)


class PartnerIndex(IndexView):
    """Partners with what is known of their keys and their use."""

    def get_base_queryset(self) -> QuerySet[Partner]:
        now = timezone.now()
        working = Q(keys__revoked_at=None) & (Q(keys__expires_at=None) | Q(keys__expires_at__gt=now))
        uses = PartnerUse.objects.filter(partner=OuterRef("pk")).order_by("-day")
        found: QuerySet[Partner] = super().get_base_queryset()
        return found.annotate(
            working_keys=Count("keys", filter=working & Q(keys__isnull=False)),
            fetched_at=Subquery(uses.values("at")[:1]),
            fetched_seq=Subquery(uses.values("seq")[:1]),
        )


def lag(partner: Any) -> str:
    """How far behind a partner is, in words."""
    if partner.fetched_at is None:
        return gettext("Has never fetched")
    count = behind(partner, partner.fetched_seq or 0)
    if not count:
        return gettext("Up to date")
    if count > MOST:
        return gettext("More than %(count)s changes behind") % {"count": MOST}
    return ngettext("%(count)s change behind", "%(count)s changes behind", count) % {"count": count}


def keys_link(partner: Any) -> str:
    """How many keys work, and the way to them."""
    words = ngettext("%(count)s key", "%(count)s keys", partner.working_keys) % {
        "count": partner.working_keys
    }
    return format_html('<a href="{}">{}</a>', reverse("newsroom_partner_keys", args=[partner.pk]), words)


class PartnerViewSet(ModelViewSet):
    """The entry in the menu, and everything below it."""

    model = Partner
    icon = "group"
    menu_label = _("Partners")
    menu_name = "newsroom-partners"
    menu_order = 170
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    url_prefix = "newsroom-partners"
    index_view_class = PartnerIndex
    edit_handler = EDIT_HANDLER
    list_display: ClassVar = [
        "organisation",
        BooleanColumn("active", label=_("Active"), accessor="active", sort_key="active"),
        Column("keys", label=_("Keys"), accessor=keys_link),
        DateColumn("fetched", label=_("Last fetched"), accessor="fetched_at"),
        Column("behind", label=_("Keeps up"), accessor=lag),
    ]
    list_filter: ClassVar = ["active"]
    search_fields: ClassVar = ["organisation", "contact_name", "contact_email"]
    search_backend_name = None


partners = PartnerViewSet("newsroom_partners")
