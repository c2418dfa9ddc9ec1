"""The screens on which keys are made, replaced and revoked. A key is shown once, in the answer that makes it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput

from cms.errors import InvalidInput
from cms.ledger.admin.screens import Crumbs, Screen
from cms.syndication.models import Partner, PartnerKey
from cms.syndication.services.keys import ROTATION, issue_key, revoke_key, rotate_key


class KeyForm(forms.ModelForm):
    """A new key."""

    class Meta:
        model = PartnerKey
        fields = ("name", "expires_at")
        widgets: ClassVar = {"expires_at": AdminDateTimeInput}

    def clean_expires_at(self) -> Any:
        at = self.cleaned_data["expires_at"]
        if at is not None and at <= timezone.now():
            raise forms.ValidationError(_("A key cannot expire in the past."))
        return at


class PartnerScreen(Screen):
    """A screen about `self.partner`, for those who may change partners."""

    icon = "key"
    partner: Partner

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("newsroom_syndication.change_partner"):
            raise PermissionDenied
        self.partner = get_object_or_404(Partner, pk=kwargs.pop("partner"))
        return super().dispatch(request, *args, **kwargs)

    def parents(self) -> Crumbs:
        own = reverse("newsroom_partners:edit", args=[self.partner.pk])
        return [
            {"url": reverse("newsroom_partners:index"), "label": _("Partners")},
            {"url": own, "label": self.partner.organisation},
        ]

    def heading(self) -> str:
        return f"{self.title}: {self.partner.organisation}"

    def show(self, **given: Any) -> HttpResponse:
        return super().show(partner=self.partner, **given)


class KeysScreen(PartnerScreen):
    """A partner's keys, and the form for another."""

    title = gettext_lazy("Keys")
    template_name = "newsroom/syndication/keys.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(KeyForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = KeyForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("No key was made. See what is wrong below."))
            return self._show(form, status=422)
        key, row = issue_key(partner=self.partner, user=request.user, **form.cleaned_data)
        return self._show(KeyForm(), key=key, made=row)

    def _show(self, form: Any, *, status: int = 200, key: str = "", made: Any = None) -> HttpResponse:
        keys = self.partner.keys.select_related("created_by")
        response = self.show(status=status, form=form, keys=keys, key=key, made=made, now=timezone.now())
        response["Cache-Control"] = "no-store"
        return response


class KeyDeed(KeysScreen):
    """Asks before something is done with one key."""

    template_name = "newsroom/syndication/keys.html"
    question: ClassVar[Any]
    explanation: ClassVar[Any]
    submit: ClassVar[Any]
    row: PartnerKey

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:  # type: ignore[override]
        return self.show(
            template="newsroom/syndication/key_confirm.html",
            question=self.question % {"key": self._row(pk).prefix},
            explanation=self.explanation,
            submit=self.submit,
            back=self._back(),
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # type: ignore[override]
        try:
            return self.do(self._row(pk))
        except InvalidInput as error:
            messages.error(request, error.message)
            return redirect(self._back())

    def do(self, row: PartnerKey) -> HttpResponse:
        """What is done with the key."""
        raise NotImplementedError

    def _row(self, pk: int) -> PartnerKey:
        return get_object_or_404(self.partner.keys, pk=pk)

    def _back(self) -> str:
        return reverse("newsroom_partner_keys", args=[self.partner.pk])


class RevokeScreen(KeyDeed):
    """A key is taken away."""

    title = gettext_lazy("Revoke key")
    question = gettext_lazy("Revoke the key %(key)s?")
    explanation = gettext_lazy(
        "It stops working at once, and cannot be brought back. A system that still uses it gets nothing more: no new releases, "
        "no corrections and no withdrawals."
    )
    submit = gettext_lazy("Yes, revoke it")

    def do(self, row: PartnerKey) -> HttpResponse:
        revoke_key(key=row, user=self.request.user)
        messages.success(self.request, _("The key %(key)s is revoked.") % {"key": row.prefix})
        return redirect(self._back())


class RotateScreen(KeyDeed):
    """A key is replaced by another."""

    title = gettext_lazy("Replace key")
    question = gettext_lazy("Replace the key %(key)s by a new one?")
    explanation = gettext_lazy(
        "You get a new key at once. The old one goes on working for seven days, so that the partner can change over without a "
        "gap; then it expires by itself."
    )
    submit = gettext_lazy("Yes, make a new key")

    def do(self, row: PartnerKey) -> HttpResponse:
        key, made = rotate_key(key=row, keep=ROTATION, user=self.request.user)
        return self._show(KeyForm(), key=key, made=made)
