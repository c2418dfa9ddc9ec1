"""Short links: they lead to the canonical address, and count by channel who came."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from cms.access import PUBLIC
from cms.errors import NotFound, Withdrawn
from cms.newsroom.views import render_page
from cms.syndication.services.counting import note_visit, write_visits
from cms.syndication.shares.channels import channel_named
from cms.syndication.shares.selectors import find_short_link


class CountedRedirect(HttpResponseRedirect):
    """A redirect that is counted once it has been sent."""

    def close(self) -> None:
        write_visits()
        super().close()


@require_safe
def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """302 to the item's canonical address; 404 for an unknown code, 410 for a withdrawn item.

    Never stored: a copy in a cache would hide visits, and lead on after a withdrawal. `via` names the channel. HEAD, and
    browsers that load ahead, are no visits. No cookie is set, and nothing of the request is kept.
    """
    try:
        led = find_short_link(PUBLIC, code)
    except Withdrawn as error:
        context: dict[str, Any] = {"reason": error.reason, "withdrawn_at": error.withdrawn_at}
        response = render_page(request, "withdrawn", context, status=410)
    except NotFound:
        response = render_page(request, "missing", {}, status=404)
    else:
        response = CountedRedirect(iri_to_uri(led.url))
        if request.method == "GET" and not _loads_ahead(request):
            note_visit(led.uid, channel_named(request.GET.get("via", "")))
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _loads_ahead(request: HttpRequest) -> bool:
    purpose = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    return "prefetch" in purpose.lower()
