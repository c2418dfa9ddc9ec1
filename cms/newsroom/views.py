"""The built-in pages, for newsrooms without a frontend: the document of an item as plain HTML."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cms.errors import InvalidToken
from cms.newsroom.preview import preview_document


@require_safe
@never_cache
@xframe_options_sameorigin
def preview(request: HttpRequest) -> HttpResponse:
    """The draft that the token stands for. Never stored by anybody."""
    try:
        document = preview_document(request.GET.get("token", ""))
    except InvalidToken as error:
        response = render(request, "newsroom/preview/invalid.html", {"message": error.message}, status=403)
    else:
        response = render(
            request, f"newsroom/preview/{document.type.lower()}.html", {"item": document, "is_preview": True}
        )
    response["Cache-Control"] = "no-store"
    return response
