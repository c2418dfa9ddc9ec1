"""Screens of webhooks: the list, the form, and what they have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.log_actions import log

from cms.conversation.admin.newsroom_screens import PanelForm
from cms.errors import OutboundRefused
from cms.ledger.admin.screens import Crumbs, Screen
from cms.media.document import AssetType
from cms.newsroom.models import NewsroomPage
from cms.releases.document import ReleaseKind
from cms.syndication.admin.labels import EVENT_CHOICES, KIND_LABELS
from cms.syndication.deliveries.sending import check_address
from cms.syndication.models import DeliveryState, Endpoint

PERMISSION = "newsroom_syndication.{}_endpoint"
PAGE_SIZE = 50


def may(user: Any, action: str) -> bool:
    """Whether a user may `add`, `change`, `delete` or `view` webhooks."""
    return bool(user.has_perm(PERMISSION.format(action)))


def may_see(user: Any) -> bool:
    """Whether webhooks are in the user's menu."""
    return may(user, "view") or may(user, "change")


class WebhookScreen(Screen):
    """A screen for people who may do `action` with webhooks; `pk` in the address is the webhook's."""

    action: ClassVar[str] = "view"
    title: ClassVar[Any] = gettext_lazy("Webhooks")
    icon = "link-external"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        allowed = may_see(request.user) if self.action == "view" else may(request.user, self.action)
        if not allowed:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def endpoint(self) -> Endpoint:
        """The webhook of the address."""
        if not hasattr(self, "_endpoint"):
            rows = Endpoint.objects.select_related("partner")
            self._endpoint = get_object_or_404(rows, pk=self.kwargs["pk"])
        return self._endpoint

    def parents(self) -> Crumbs:
        crumbs: Crumbs = [{"url": reverse("newsroom_webhooks"), "label": _("Webhooks")}]
        if "pk" in self.kwargs:
            url = reverse("newsroom_webhook", args=[self.endpoint.pk])
            crumbs.append({"url": url, "label": self.endpoint.name})
        return crumbs

    def show(self, **given: Any) -> HttpResponse:
        return super().show(may_change=may(self.request.user, "change"), **given)


class WebhookList(WebhookScreen):
    """All webhooks, with how they are."""

    template_name = "newsroom/webhooks/list.html"

    def parents(self) -> Crumbs:
        return []

    def get(self, request: HttpRequest) -> HttpResponse:
        pending = Count("deliveries", filter=Q(deliveries__state=DeliveryState.PENDING))
        rows = Endpoint.objects.select_related("partner").annotate(waiting=pending).order_by("name", "pk")
        page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
        return self.show(rows=page, may_add=may(request.user, "add"))


class WebhookForm(WagtailAdminModelForm):
    """Events and kinds are chosen, not typed; the address is one that may be asked."""

    events = forms.MultipleChoiceField(
        choices=EVENT_CHOICES, required=False, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        choices=[(kind.value, KIND_LABELS[kind.value]) for kind in (*ReleaseKind, *AssetType)],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("events", "kinds"):
            field: Any = Endpoint._meta.get_field(name)
            self.fields[name].label = capfirst(field.verbose_name)
            self.fields[name].help_text = field.help_text
        self.fields["newsrooms"].queryset = NewsroomPage.objects.order_by("title", "pk")
        self.fields["newsrooms"].required = False

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"].strip()
        try:
            check_address(url, field="url")
        except OutboundRefused as error:
            raise forms.ValidationError(error.message) from None
        return url

    def save(self, commit: bool = True) -> Endpoint:
        """Only what the form has: an endpoint that is there is in workers' hands."""
        if self.instance.pk is None:
            instance: Endpoint = super().save(commit)
            return instance
        chosen = [name for name in self.cleaned_data if name != "newsrooms"]
        self.instance.save(update_fields=chosen)
        self._save_m2m()
        return self.instance


EDIT_HANDLER = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("url"), FieldPanel("partner"), FieldPanel("owner_email")],
            heading=gettext_lazy("The receiver"),
        ),
        MultiFieldPanel(
            [FieldPanel("events"), FieldPanel("payload")], heading=gettext_lazy("What it is told")
        ),
        MultiFieldPanel(
            [FieldPanel("newsrooms", widget=forms.CheckboxSelectMultiple), FieldPanel("kinds")],
            heading=gettext_lazy("Only some of it"),
        ),
    ],
    base_form_class=WebhookForm,
).bind_to_model(Endpoint)


class WebhookAdd(PanelForm, WebhookScreen):
    """A new webhook."""

    action = "add"
    title = gettext_lazy("New webhook")

    def instance(self) -> Endpoint:
        return Endpoint()

    def panel(self) -> Panel:
        return EDIT_HANDLER

    @transaction.atomic
    def save(self, form: Any) -> Endpoint:
        is_new = form.instance.pk is None
        self.saved: Endpoint = form.save()
        action = "wagtail.create" if is_new else "wagtail.edit"
        log(instance=self.saved, action=action, user=self.request.user, content_changed=form.has_changed())
        return self.saved

    def success_url(self) -> str:
        return reverse("newsroom_webhook", args=[self.saved.pk])

    def told(self, instance: Any) -> str:
        return _("Saved. Now make a secret, give it to whoever runs the receiver, and send a test.")

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        return {
            "help": [
                _(
                    "A webhook tells another system at once when something is published, corrected or withdrawn, so "
                    "that its copy stays true."
                )
            ]
        }


class WebhookEdit(WebhookAdd):
    """A webhook's settings."""

    action = "change"
    title = gettext_lazy("Settings")

    def instance(self) -> Endpoint:
        return self.endpoint

    def told(self, instance: Any) -> str:
        return _("Saved.")

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        return {}


def newest(rows: QuerySet[Any], before: str, size: int) -> tuple[list[Any], int | None]:
    """The newest rows with smaller ids than `before`, and the id to go on with; by keyset."""
    if before.isascii() and before.isdigit():
        rows = rows.filter(pk__lt=int(before[:18]))
    found = list(rows.order_by("-pk")[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None
