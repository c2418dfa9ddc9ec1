"""What goes wrong on purpose in an admin screen without a form of its own: a message there, never an error page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from cms.errors import NewsroomError


class AdminFailures:
    """Turns a `NewsroomError` of a view of the admin into a message on the screen that the editor came from.

    The view's transaction has been rolled back by then. Wagtail's modal of approvals and its uploader are answered
    as they expect: the first follows `redirect`, the second shows `error_message`.
    """

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        home = reverse("wagtailadmin_home")
        if isinstance(error, ValidationError) and (draft := _draft_saved_meanwhile(request)) is not None:
            messages.warning(
                request, _("It had just been saved as a draft. Look it over, and publish it again.")
            )
            return redirect("wagtailadmin_pages:edit", draft)
        if not isinstance(error, NewsroomError) or not request.path.startswith(home):
            return None
        messages.error(request, error.message)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse(
                {
                    "step": "success",
                    "redirect": _origin(request) or home,
                    "success": False,
                    "error_message": error.message,
                }
            )
        return redirect(_origin(request) or home)


def _draft_saved_meanwhile(request: HttpRequest) -> int | None:
    """The page that a form for a new page saved by itself, in the very moment in which its button was pressed.

    Wagtail then refuses to create it once more, with an error that no form shows.
    """
    match = request.resolver_match
    if match is None or match.view_name != "wagtailadmin_pages:add" or not request.user.is_authenticated:
        return None
    parent = Page.objects.filter(
        pk=match.args[-1] if match.args else match.kwargs.get("parent_page_id")
    ).first()
    if parent is None:
        return None
    drafts = parent.get_children().filter(slug=request.POST.get("slug", ""), owner=request.user, live=False)
    return drafts.values_list("pk", flat=True).first()


def _origin(request: HttpRequest) -> str:
    """The screen that the editor came from, when it is one of this admin and can be shown again."""
    address = request.POST.get("next") or request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return ""
    return "" if request.method == "GET" and request.build_absolute_uri() == address else address
