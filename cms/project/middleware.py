"""Which scripts, frames and files the pages of the host site may load."""

from __future__ import annotations

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from cms.media.storage import origins

Directives = dict[str, list[str]]

STRICT: Directives = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:", "https:"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
}
ADMIN: Directives = STRICT | {
    "script-src": ["'self'", "'unsafe-inline'"],  # Wagtail's inline panels start from scripts in the page
    "img-src": ["'self'", "data:", "blob:", "https:"],
    "media-src": ["'self'", "blob:", "https:"],
    "frame-src": [
        "'self'",
        "https:",
    ],  # embedded players; the page that frames a preview says itself whom it frames
}
EXPLORER: Directives = STRICT | {"font-src": ["'self'", "data:"]}
"""For GraphiQL, whose style sheet holds its typefaces; the style elements that it adds are allowed anyway."""


class ContentSecurityPolicy(CSPMiddleware):
    """The policy of each part of the site. A view that sets the header itself keeps what it set."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None:
            parts.config = policy_for(request.path_info)
        return parts


def policy_for(path: str) -> Directives:
    """The directives for an address of this site."""
    stores = origins()
    if path.startswith("/admin/"):
        return with_stores(ADMIN, stores) | {
            "connect-src": ["'self'", *stores],  # large files go straight from the browser to the vault
        }
    return with_stores(EXPLORER if path == reverse("newsroom_graphql") else STRICT, stores)


def with_stores(directives: Directives, stores: list[str]) -> Directives:
    """The directives, with the origins from which the storages' files come."""
    return directives | {
        "img-src": [*directives["img-src"], *stores],
        "media-src": [*directives.get("media-src", ["'self'"]), *stores],
    }
