"""Single messages of a webhook with every attempt, and sending messages again: one, or all of a time."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput

from cms.errors import InvalidInput
from cms.syndication.admin.labels import EVENT_NAMES
from cms.syndication.admin.webhooks import WebhookScreen, may
from cms.syndication.events import TEST
from cms.syndication.models import Delivery, DeliveryState, EndpointState
from cms.syndication.services import endpoints

ALL = (DeliveryState.DELIVERED, DeliveryState.FAILED, DeliveryState.CANCELLED)
MINUTE = timedelta(minutes=1)
"""The form knows whole minutes: what has just happened belongs to the time that it offers."""
NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.CANCELLED)


class DeliveryScreen(WebhookScreen):
    """A message: what was sent, what came back, how long it took."""

    template_name = "newsroom/webhooks/delivery.html"

    def heading(self) -> str:
        event = self._delivery().event
        return str(EVENT_NAMES.get(event, event))

    def get(self, request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
        row = self._delivery()
        attempts = [
            {"row": attempt, "sent": _pretty(attempt.sent_body)} for attempt in row.attempts.order_by("-pk")
        ]
        waits = row.state == DeliveryState.PENDING
        is_off = self.endpoint.state == EndpointState.DISABLED
        return self.show(
            endpoint=self.endpoint,
            delivery=row,
            attempts=attempts,
            waits=waits,
            may_repeat=not waits and not is_off and row.event != TEST,
        )

    def post(self, request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
        """Send it again."""
        if not may(request.user, "change"):
            return HttpResponse(status=403)
        return _repeat(self, Delivery.objects.filter(pk=self._delivery().pk))

    def _delivery(self) -> Delivery:
        return get_object_or_404(Delivery, pk=self.kwargs["delivery"], endpoint=self.endpoint)


class RangeForm(forms.Form):
    """Of which time, and which messages."""

    begin = forms.DateTimeField(
        label=gettext_lazy("From"), widget=AdminDateTimeInput, help_text=gettext_lazy("When it happened.")
    )
    end = forms.DateTimeField(label=gettext_lazy("Until"), widget=AdminDateTimeInput)
    which = forms.ChoiceField(
        label=gettext_lazy("Which messages"),
        choices=[
            ("failed", gettext_lazy("Those that were not delivered")),
            ("all", gettext_lazy("All, those that were delivered too")),
        ],
        initial="failed",
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        begin, end = cleaned.get("begin"), cleaned.get("end")
        if isinstance(begin, datetime) and isinstance(end, datetime) and end <= begin:
            self.add_error("end", _("The end must be later than the beginning."))
        return cleaned


class Redeliver(WebhookScreen):
    """Send again what happened in a time: asks which, says how many, and does it when that is confirmed."""

    action = "change"
    title = gettext_lazy("Deliver again")
    icon = "rotate"
    template_name = "newsroom/webhooks/redeliver.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(form=RangeForm(initial={"end": timezone.now() + MINUTE}), endpoint=self.endpoint)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = RangeForm(request.POST)
        if not form.is_valid():
            return self.show(form=form, endpoint=self.endpoint, status=422)
        given = form.cleaned_data
        states = ALL if given["which"] == "all" else NOT_DELIVERED
        deliveries = endpoints.in_range(self.endpoint, given["begin"], given["end"], states)
        if "confirmed" not in request.POST:
            return self.show(form=form, endpoint=self.endpoint, count=deliveries.count(), asks=True)
        return _repeat(self, deliveries)


def _repeat(screen: WebhookScreen, deliveries: Any) -> HttpResponse:
    try:
        count = endpoints.redeliver(endpoint=screen.endpoint, deliveries=deliveries, by=screen.request.user)
    except InvalidInput as error:
        messages.error(screen.request, error.message)
    else:
        told = ngettext("One message is sent again.", "%(count)s messages are sent again.", count)
        messages.success(screen.request, told % {"count": count})
    return redirect("newsroom_webhook", screen.endpoint.pk)


def _pretty(body: str) -> str:
    """JSON with lines and indents, for people."""
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except ValueError:
        return body
