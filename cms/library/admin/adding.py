"""Giving an asset of the library a page of its own, from the screen where the asset is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.library.admin.forms import free_slug
from cms.library.models import MediaAssetPage
from cms.media.expiry import edit_address
from cms.media.models import Asset
from cms.newsroom.models import NewsroomPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

FIELDS = {"newsroomimage": "image", "newsroommedia": "media", "newsroomfile": "file"}
"""The field of an asset page that takes an asset of each model."""


def newsrooms_for(user: Any) -> list[NewsroomPage]:
    """The newsrooms in which the user may add pages."""
    rooms = NewsroomPage.objects.order_by("title")
    return [room for room in rooms if room.permissions_for_user(user).can_add_subpage()]


def pages_of(asset: Asset) -> list[MediaAssetPage]:
    """The pages that the asset has already."""
    name = FIELDS[asset._meta.model_name or ""]
    return list(MediaAssetPage.objects.filter(**{name: asset.pk}).order_by("pk"))


class AddAssetPage(WagtailAdminTemplateMixin, TemplateView):
    """Asks for the newsroom, then begins a draft with the asset and its title."""

    template_name = "newsroom/admin/add_asset_page.html"
    page_title = _("A page of its own")
    header_icon = "doc-empty"

    @cached_property
    def asset(self) -> Asset:
        if self.kwargs["model"] not in FIELDS:
            raise Http404
        asset = get_object_or_404(
            apps.get_model("newsroom_media", self.kwargs["model"]), pk=self.kwargs["pk"]
        )
        if AdminURLFinder(self.request.user).get_edit_url(asset) is None:
            raise PermissionDenied
        return asset

    _show_breadcrumbs = True

    def get_page_subtitle(self) -> str:
        return str(self.asset.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        back = {"url": edit_address(self.asset), "label": self.asset.title}
        here = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), back, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rooms = newsrooms_for(self.request.user)
        return super().get_context_data(**kwargs) | {
            "asset": self.asset,
            "rooms": rooms,
            "pages": pages_of(self.asset),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = request.POST.get("newsroom", "")
        room = next((room for room in newsrooms_for(request.user) if str(room.pk) == chosen), None)
        if room is None:
            raise PermissionDenied
        asset, user = self.asset, cast("User", request.user)
        page = MediaAssetPage(
            title=asset.title,
            slug=free_slug(asset.title, room),
            owner=user,
            live=False,
            locale=room.locale,
            **{FIELDS[asset._meta.model_name or ""]: asset},
        )
        room.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
        return redirect("wagtailadmin_pages:edit", page.pk)
