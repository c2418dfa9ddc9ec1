"""One webhook: how it is, its secrets, its log; testing it, pausing it, letting it go on, deleting it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.log_actions import log

from cms.errors import InvalidInput
from cms.syndication.admin.labels import EVENT_NAMES
from cms.syndication.admin.webhooks import WebhookScreen, newest
from cms.syndication.events import EVENTS, TEST
from cms.syndication.models import DeliveryState, EndpointSecret, EndpointState
from cms.syndication.services import endpoints

LOG_SIZE = 50
GRACE = timedelta(days=7)
"""For how long a secret that is retired in good order still signs beside the new one."""


class Webhook(WebhookScreen):
    """How a webhook is, and the log of what was sent."""

    template_name = "newsroom/webhooks/webhook.html"

    def parents(self) -> Any:
        return super().parents()[:1]

    def heading(self) -> str:
        return self.endpoint.name

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        endpoint = self.endpoint
        state, event = request.GET.get("state", ""), request.GET.get("event", "")
        rows = endpoint.deliveries.all()
        if state in DeliveryState.values:
            rows = rows.filter(state=state)
        if event in (*EVENTS, TEST):
            rows = rows.filter(event=event)
        found, further = newest(rows.prefetch_related("attempts"), request.GET.get("before", ""), LOG_SIZE)
        return self.show(
            endpoint=endpoint,
            now=timezone.now(),
            secrets=endpoint.secrets.all(),
            waiting=endpoint.deliveries.filter(state=DeliveryState.PENDING).count(),
            is_active=endpoint.state == EndpointState.ACTIVE,
            is_disabled=endpoint.state == EndpointState.DISABLED,
            deliveries=[
                (row, EVENT_NAMES.get(row.event, row.event), next(iter(row.attempts.all()), None))
                for row in found
            ],
            further=further,
            states=DeliveryState.choices,
            events=[(code, EVENT_NAMES.get(code, code)) for code in (*EVENTS, TEST)],
            chosen={"state": state, "event": event},
        )


class WebhookDeed(WebhookScreen):
    """Something done at once with a button, after which the webhook's screen shows."""

    action = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            self.do(request)
        except InvalidInput as error:
            messages.error(request, error.message)
        return redirect("newsroom_webhook", pk)

    def do(self, request: HttpRequest) -> None:
        """Do it and tell the user. Raises `InvalidInput`."""
        raise NotImplementedError


class Pause(WebhookDeed):
    """Nothing is sent for a while."""

    def do(self, request: HttpRequest) -> None:
        endpoints.pause(endpoint=self.endpoint, by=request.user)
        messages.success(request, _("Paused. What happens now is kept, and sent when it goes on."))


class Resume(WebhookDeed):
    """Messages are sent again."""

    def do(self, request: HttpRequest) -> None:
        count = endpoints.resume(endpoint=self.endpoint, by=request.user)
        told = ngettext(
            "It goes on. One message is on its way.",
            "It goes on. %(count)s messages are on their way.",
            count,
        )
        messages.success(request, told % {"count": count} if count else _("It goes on. No message waits."))


class Test(WebhookDeed):
    """A test is sent, and what came of it shows."""

    def do(self, request: HttpRequest) -> None:
        attempt = endpoints.send_test(endpoint=self.endpoint, by=request.user)
        words = {"status": attempt.status, "milliseconds": attempt.milliseconds}
        buttons = [
            messages.button(
                reverse("newsroom_webhook_delivery", args=[self.endpoint.pk, attempt.delivery_id]),
                _("See what was sent"),
            )
        ]
        if attempt.failure:
            reason = attempt.get_failure_display()
            status = _(" Its answer: %(status)s.") % words if attempt.status else ""
            messages.error(request, _("The test failed.") + f" {reason}{status}", buttons=buttons)
        else:
            told = _("The test was received: answer %(status)s after %(milliseconds)s ms.") % words
            messages.success(request, told, buttons=buttons)


class SecretAdd(WebhookScreen):
    """A new secret, shown this once: the answer to the button itself, which no cache keeps."""

    action = "change"
    title = gettext_lazy("The new secret")
    icon = "key"
    template_name = "newsroom/webhooks/secret.html"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            secret = endpoints.add_secret(endpoint=self.endpoint, by=request.user)
        except InvalidInput as error:
            messages.error(request, error.message)
            return redirect("newsroom_webhook", pk)
        response = self.show(secret=secret, back=reverse("newsroom_webhook", args=[pk]))
        response["Cache-Control"] = "no-store"
        return response


class SecretRetire(WebhookScreen):
    """Asks when a secret is to sign no more."""

    action = "change"
    title = gettext_lazy("Retire the secret")
    icon = "key"
    template_name = "newsroom/webhooks/retire.html"

    def get(self, request: HttpRequest, pk: int, secret: int) -> HttpResponse:
        row = self._secret(secret)
        return self.show(secret=row, until=timezone.now() + GRACE, back=self._back())

    def post(self, request: HttpRequest, pk: int, secret: int) -> HttpResponse:
        at_once = request.POST.get("when") == "now"
        at = timezone.now() + (timedelta() if at_once else GRACE)
        try:
            endpoints.retire_secret(secret=self._secret(secret), at=at, by=request.user)
        except InvalidInput as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Retired.") if at_once else _("It signs for seven days more."))
        return redirect(self._back())

    def _secret(self, pk: int) -> EndpointSecret:
        return get_object_or_404(EndpointSecret, pk=pk, endpoint=self.endpoint)

    def _back(self) -> str:
        return reverse("newsroom_webhook", args=[self.endpoint.pk])


class Delete(WebhookScreen):
    """Asks before a webhook is deleted."""

    action = "delete"
    title = gettext_lazy("Delete the webhook")
    icon = "bin"
    template_name = "newsroom/desk/confirm_delete.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        count = self.endpoint.deliveries.filter(state=DeliveryState.PENDING).count()
        waiting = ngettext(
            "One message that waits is never sent.", "%(count)s messages that wait are never sent.", count
        )
        question = _(
            "Shall %(name)s be told of nothing any more? Its copies are not corrected, and withdrawn ones stay. "
            "The log goes too."
        )
        words = question % {"name": self.endpoint.name}
        if count:
            words = f"{words} {waiting % {'count': count}}"
        return self.show(question=words, back=reverse("newsroom_webhook", args=[pk]))

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        log(instance=self.endpoint, action="wagtail.delete", user=request.user)
        self.endpoint.delete()
        messages.success(request, _("The webhook is deleted."))
        return redirect("newsroom_webhooks")
