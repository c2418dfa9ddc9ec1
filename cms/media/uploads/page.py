"""The page of the admin on which files are dropped; its script does the rest."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.media.content import ACCEPTED
from cms.media.uploads import kinds, selectors


class UploadFiles(WagtailAdminTemplateMixin, View):
    """Upload any number of files of any type, for those who may add some."""

    page_title = gettext_lazy("Upload files")
    header_icon = "upload"
    template_name = "newsroom/media/upload.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not kinds.may_upload(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, {"label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = selectors.collections_for(self.request.user)
        chosen = self.request.GET.get("collection_id", "")
        return {
            **super().get_context_data(**kwargs),
            "collections": [
                (
                    collection.pk,
                    collection.get_indented_name(indentation_start_depth=2),
                    str(collection.pk) == chosen,
                )
                for collection, _types in found
            ],
            "limits": selectors.limits(),
            "accepted": ACCEPTED,
            "settings_of_script": {
                "url": reverse("newsroom_uploads"),
                "limits": selectors.limits(),
                "collections": {collection.pk: types for collection, types in found},
            },
            "words": words(),
        }


def words() -> dict[str, str]:
    """What the script says. Names in braces are filled in by it."""
    return {
        "waiting": _("Waiting"),
        "sending": _("Uploading: {done} of {all}"),
        "paused": _("Paused at {done} of {all}"),
        "stopped": _("Stopped at {done} of {all}"),
        "retrying": _("The connection broke off. Trying again in {seconds} s."),
        "checking": _("Uploaded. Being checked…"),
        "done": _("Done"),
        "refused": _("Not taken"),
        "duplicate": _("Here already"),
        "cancelled": _("Cancelled"),
        "unfinished": _("Not finished. Choose the file again to go on at {done}, or cancel it."),
        "pause": _("Pause"),
        "go_on": _("Go on"),
        "start_again": _("Try again"),
        "of_file": _("{action}: {name}"),
        "progress": _("Upload of {name}"),
        "empty": _("The file is empty (0 bytes). Upload it again from the original."),
        "too_large": _("The file has {size}; files of this type may have {limit}."),
        "not_allowed": _("You may not add files of this type to this collection."),
        "folder": _("{name} is a folder. Drop the files in it."),
        "no_connection": _(
            "The connection to the storage broke off again and again. Check your network, then go on: what has been "
            "uploaded stays."
        ),
        "failed": _("The server could not do this (error {status}). Go on in a minute."),
        "announce_done": _("{name} is uploaded."),
        "announce_refused": _("{name} was not taken: {message}"),
        "announce_stopped": _("{name} has stopped: {message}"),
        "announce_duplicate": _("{name} is here already."),
        "total": _("{done} of {all} files done"),
        "total_refused": _("{done} of {all} files done, {refused} not taken"),
    }
