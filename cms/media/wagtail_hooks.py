"""What media adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.media.admin import publishing, screens
from cms.media.admin.dashboard import RightsPanel
from cms.media.uploads import kinds
from cms.media.uploads.page import UploadFiles


class UploadMenuItem(MenuItem):
    """The page for uploading, for those who may add something."""

    def is_shown(self, request: Any) -> bool:
        return kinds.may_upload(request.user)


@hooks.register("register_admin_menu_item")
def add_upload_to_menu() -> MenuItem:
    return UploadMenuItem(
        _("Upload files"),
        reverse("newsroom_upload_files"),
        name="newsroom-upload",
        icon_name="upload",
        order=290,
    )


@hooks.register("register_admin_urls")
def add_upload_urls() -> list[URLPattern]:
    return [path("upload-files/", UploadFiles.as_view(), name="newsroom_upload_files")]


hooks.register("register_admin_urls", screens.list_urls, order=-1)  # before Wagtail's, at the same addresses
hooks.register("insert_global_admin_js", screens.script)
hooks.register("insert_global_admin_css", screens.styles)
hooks.register("construct_document_chooser_queryset", screens.choosable)
hooks.register("after_create_page", publishing.tell_of_ending_rights)
hooks.register("after_edit_page", publishing.tell_of_ending_rights)


@hooks.register("construct_homepage_panels")
def add_rights_panel(request: Any, panels: list[Any]) -> None:
    panels.append(RightsPanel())
