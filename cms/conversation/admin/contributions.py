"""The desk's screens for what visitors contribute: a list, and all that can be decided about one. The rules: `contributions/`."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from cms.conversation.admin.forms import RejectForm
from cms.conversation.admin.listing import DeskAccess
from cms.conversation.admin.rows import comment_url
from cms.conversation.admin.scope import scope_of, works_on_a_desk
from cms.conversation.contributions import deciding, files, taking
from cms.conversation.contributions.deciding import RELATED, Texts
from cms.conversation.contributions.letters import is_confirmed
from cms.conversation.desk.permissions import Action, may
from cms.conversation.models import Contribution, ContributionStatus, EmailPolicy
from cms.conversation.moderation.rules import rules_of
from cms.errors import Conflict, InvalidCursor, NewsroomError
from cms.ledger.paging import decode_cursor, encode_cursor
from cms.media.document import AssetType
from cms.media.models import Derivative
from cms.media.storage import vault
from cms.releases.models import ReleasePage

PAGE_SIZE = 30
EVERYTHING = "all"
TABS = {
    ContributionStatus.HELD.value: gettext_lazy("Held"),
    ContributionStatus.PUBLISHED.value: gettext_lazy("Approved"),
    ContributionStatus.REJECTED.value: gettext_lazy("Rejected"),
    EVERYTHING: gettext_lazy("All"),
}
SMALL = "small"


class ApproveForm(forms.Form):
    """What is public with the file."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    caption = forms.CharField(
        label=gettext_lazy("Description"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    alt = forms.CharField(
        label=gettext_lazy("Alternative text"),
        max_length=500,
        help_text=gettext_lazy("What the image shows, for those who cannot see it."),
    )
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        max_length=255,
        help_text=gettext_lazy("Who made it, as it is printed beside it."),
    )
    copyright_holder = forms.CharField(label=gettext_lazy("Copyright holder"), required=False, max_length=255)
    usage_terms = forms.CharField(
        label=gettext_lazy("Usage terms"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What others may do with it. Public."),
    )
    license_url = forms.URLField(
        label=gettext_lazy("Licence address"), required=False, max_length=200, assume_scheme="https"
    )

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if contribution.asset_kind != AssetType.IMAGE:
            del self.fields["alt"]


class ReleaseForm(forms.Form):
    """Which release."""

    release: Any = forms.ModelChoiceField(
        label=gettext_lazy("Release"),
        queryset=ReleasePage.objects.none(),
        help_text=gettext_lazy(
            "The file is added to its files in a new draft. Nothing is published until the release is."
        ),
    )

    def __init__(self, *args: Any, releases: list[ReleasePage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["release"]
        field.queryset = ReleasePage.objects.filter(pk__in=[each.pk for each in releases])


class ContributionList(DeskAccess, View):
    """What was contributed: what waits first, oldest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        status = request.GET.get("status", ContributionStatus.HELD.value)
        if status not in TABS:
            raise Http404
        scope = scope_of(request.user)
        rows = Contribution.objects.filter(newsroom__in=[each.uid for each in scope])
        rows = rows.exclude(status=ContributionStatus.AWAITED)
        if status != EVERYTHING:
            rows = rows.filter(status=status)
        oldest_first = status == ContributionStatus.HELD
        rows = _after(request, rows, oldest_first).select_related(*RELATED)
        sign = "" if oldest_first else "-"
        page = list(rows.order_by(f"{sign}created_at", f"{sign}uid")[: PAGE_SIZE + 1])
        more, shown = len(page) > PAGE_SIZE, page[:PAGE_SIZE]
        pictures = previews_of(shown)
        context = {
            "rows": [{"contribution": each, "picture": pictures.get(each.pk, "")} for each in shown],
            "statuses": [
                {
                    "label": label,
                    "url": f"{reverse('newsroom_desk_contributions')}?status={name}",
                    "is_current": name == status,
                }
                for name, label in TABS.items()
            ],
            "next": encode_cursor("contributions", shown[-1].created_at, shown[-1].uid) if more else "",
            "status": status,
            "header_title": _("Contributions"),
            "header_icon": "upload",
            "breadcrumbs_items": [
                {"url": reverse("newsroom_desk"), "label": _("Desk")},
                {"url": "", "label": _("Contributions")},
            ],
        }
        return TemplateResponse(request, "newsroom/desk/contributions.html", context)


class ContributionScreen(DeskAccess, View):
    """A contribution, and what can be done with it."""

    def get(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        return self._show(contribution_for(request.user, uid), {})

    def post(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        contribution = contribution_for(request.user, uid)
        if not may(request.user, Action.MODERATE, contribution.newsroom.source_id):
            raise PermissionDenied
        name = request.POST.get("do", "")
        form = self._forms(contribution, name, request.POST).get(name)
        if form is None:
            raise Http404
        if not form.is_valid():
            messages.error(request, _("It was not done. See what is missing below."))
            return self._show(contribution, {name: form}, status=422)
        try:
            told = self._do(contribution, name, form.cleaned_data)
        except NewsroomError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            messages.error(request, error.message)
            status = 409 if isinstance(error, Conflict) else 422
            return self._show(contribution_for(request.user, uid), {name: form}, status=status)
        messages.success(request, told)
        return redirect(contribution_url(uid))

    def _do(self, contribution: Contribution, name: str, given: dict[str, Any]) -> str:
        user: Any = self.request.user
        if name == "approve":
            named = {field.name: given.get(field.name, "") for field in fields(Texts)}
            done = deciding.approve(contribution.uid, user=user, texts=Texts(**named))
            if not done.is_public():
                return _("It is approved, and becomes public with what it belongs to.")
            return _("It is approved and public.")
        if name == "reject":
            deciding.reject(contribution.uid, user=user, **given)
            return _("It is rejected.")
        release = taking.add_to_release(contribution.uid, given["release"], user=user)
        return _("It is among the files of the draft of “%(title)s”.") % {"title": release.title}

    def _forms(self, contribution: Contribution, chosen: str = "", data: Any = None) -> dict[str, forms.Form]:
        """What can be done with it, each with its form."""
        if not may(self.request.user, Action.MODERATE, contribution.newsroom.source_id):
            return {}

        def given(name: str) -> dict[str, Any]:
            return {"data": data if name == chosen else None, "prefix": name}

        found: dict[str, forms.Form] = {}
        if contribution.is_kept and (contribution.asset or contribution.vault_name):
            found["approve"] = ApproveForm(
                **given("approve"), contribution=contribution, initial=_initial(contribution)
            )
        if contribution.status == ContributionStatus.PUBLISHED and contribution.asset:
            releases = taking.releases_for(self.request.user, contribution)
            found["release"] = ReleaseForm(**given("release"), releases=releases)
        if contribution.status in (ContributionStatus.HELD, ContributionStatus.PUBLISHED):
            found["reject"] = RejectForm(**given("reject"))
        return found

    def _show(
        self, contribution: Contribution, filled_in: dict[str, forms.Form], *, status: int = 200
    ) -> HttpResponse:
        shown = self._forms(contribution) | filled_in
        required = rules_of(contribution.newsroom_id).email_policy == EmailPolicy.REQUIRED
        name = str(contribution.asset.file.name) if contribution.asset else contribution.vault_name
        may_moderate = may(self.request.user, Action.MODERATE, contribution.newsroom.source_id)
        context = {
            "contribution": contribution,
            "file_url": vault.url(name) if name else "",
            "picture": previews_of([contribution]).get(contribution.pk, ""),
            "is_confirmed": is_confirmed(contribution),
            "must_confirm": required and not is_confirmed(contribution),
            "is_public": contribution.is_public(),
            "comment_url": comment_url(contribution.comment_id) if contribution.comment_id else "",
            "is_used": files.used_elsewhere(contribution),
            "events": contribution.events.select_related("user"),
            "forms": shown,
            "filled_in": next(iter(filled_in), ""),
            "sees_email": may_moderate,
            "header_title": str(contribution) or _("Contribution"),
            "header_icon": "upload",
            "breadcrumbs_items": [
                {"url": reverse("newsroom_desk"), "label": _("Desk")},
                {"url": reverse("newsroom_desk_contributions"), "label": _("Contributions")},
                {"url": "", "label": str(contribution)},
            ],
            "media": sum((form.media for form in shown.values()), forms.Media()),
        }
        return TemplateResponse(self.request, "newsroom/desk/contribution.html", context, status=status)


class ContributionsItem(MenuItem):
    """The list in the desk's menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_on_a_desk(request.user)


def add_to_menu() -> MenuItem:
    """The entry of the desk's menu."""
    return ContributionsItem(
        gettext_lazy("Contributions"),
        reverse("newsroom_desk_contributions"),
        name="newsroom-desk-contributions",
        icon_name="upload",
        order=35,
        attrs={"data-newsroom-desk-count": "contributions"},
    )


def contribution_url(uid: UUID) -> str:
    """The screen of a contribution."""
    return reverse("newsroom_desk_contribution", args=[uid])


def contribution_for(user: Any, uid: UUID) -> Contribution:
    """A contribution to a newsroom whose desk the user sees; anybody else's is not there."""
    rows = Contribution.objects.select_related(*RELATED).exclude(status=ContributionStatus.AWAITED)
    contribution = get_object_or_404(rows, uid=uid)
    if not may(user, Action.VIEW, contribution.newsroom.source_id):
        raise Http404
    return contribution


def previews_of(contributions: list[Contribution]) -> dict[int, str]:
    """Private addresses of pictures for these, by their ids: good for a while, for editors alone. One query."""
    found: dict[int, str] = {}
    assets = {each.asset.uid: each.pk for each in contributions if each.asset}
    copies = Derivative.objects.filter(asset_uid__in=assets).filter(Q(name=SMALL) | Q(name="poster"))
    for uid, name in copies.values_list("asset_uid", "vault_name"):
        found[assets[uid]] = vault.url(name)
    for each in contributions:
        if each.pk not in found and each.vault_name and each.asset_kind == AssetType.IMAGE:
            found[each.pk] = vault.url(each.vault_name)
    return found


def _initial(contribution: Contribution) -> dict[str, Any]:
    """What the editor begins with: the contributor's words, or what is public already."""
    asset: Any = contribution.asset
    if asset is not None:
        return {field.name: getattr(asset, field.name, "") for field in fields(Texts)}
    return {
        "title": contribution.title,
        "caption": contribution.description,
        "credit": contribution.credit,
        "copyright_holder": contribution.credit,
        "usage_terms": "",
    }


def _after(request: HttpRequest, rows: Any, oldest_first: bool) -> Any:
    """The rows after the cursor of the request."""
    cursor = request.GET.get("after", "")
    if not cursor:
        return rows
    try:
        moment, uid = decode_cursor(cursor, "contributions", datetime)
    except InvalidCursor:
        messages.warning(request, _("This page is not there any more. Here is the first one."))
        return rows
    side = "gt" if oldest_first else "lt"
    beyond = Q(**{f"created_at__{side}": moment}) | Q(created_at=moment, **{f"uid__{side}": uid})
    return rows.filter(beyond)
