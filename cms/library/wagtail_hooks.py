"""What the media library adds to Wagtail's admin: pages for assets, and a menu of what the press room offers."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageListingViewSet

from cms.library.admin.adding import AddAssetPage, newsrooms_for, pages_of
from cms.library.models import MediaAssetPage, PressKitPage
from cms.media.models import Asset


class AssetPages(PageListingViewSet):
    """All media assets, of every newsroom."""

    icon = "image"
    menu_label = gettext_lazy("Media assets")
    menu_name = "asset-pages"
    menu_order = 160
    add_to_admin_menu = True
    model = MediaAssetPage


class PressKits(PageListingViewSet):
    """All press kits, of every newsroom."""

    icon = "folder-open-inverse"
    menu_label = gettext_lazy("Press kits")
    menu_name = "press-kits"
    menu_order = 161
    add_to_admin_menu = True
    model = PressKitPage


@hooks.register("register_admin_viewset")
def add_listings() -> list[PageListingViewSet]:
    return [AssetPages("newsroom-assets"), PressKits("newsroom-press-kits")]


@hooks.register("register_admin_urls")
def add_asset_page_urls() -> list[URLPattern]:
    address = "newsroom-assets/add/<str:model>/<int:pk>/"
    return [path(address, AddAssetPage.as_view(), name="newsroom_add_asset_page")]


@hooks.register("newsroom_asset_links")
def link_to_pages(asset: Asset, user: Any) -> list[tuple[str, str]]:
    """Beside an asset: its pages, or the way to one."""
    pages = pages_of(asset)
    links = [
        (_("Its page: %(title)s") % {"title": page.title}, reverse("wagtailadmin_pages:edit", args=[page.pk]))
        for page in pages
    ]
    if newsrooms_for(user) and not pages:
        address = reverse("newsroom_add_asset_page", args=[asset._meta.model_name, asset.pk])
        links.append((_("Give it a page of its own"), address))
    return links
