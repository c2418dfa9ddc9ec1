"""Previews of drafts: a link with a token that expires, opens one item, and shows the same document as publishing would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, SignatureExpired
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail_headless_preview.models import HeadlessPreviewMixin, PagePreview

from cms.conf import newsroom as conf
from cms.errors import InvalidToken
from cms.ledger.document import ItemDocument
from cms.ledger.services import envelope_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cms.newsroom.models import NewsroomPage

BUILT_IN = "built-in"


class NewsroomPreviewMixin(HeadlessPreviewMixin):
    """Adds to a page: previews on each frontend of its newsroom, and on the built-in preview page."""

    newsroom: NewsroomPage
    slug: str

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        frontends = [(f"frontend-{row.sort_order or 0}", row.name) for row in self.newsroom.frontends.all()]
        return [*frontends, (BUILT_IN, _("Plain preview"))]

    @property
    def default_preview_mode(self) -> str:
        return self.preview_modes[0][0]

    def serve_preview(self, request: HttpRequest, preview_mode: str) -> HttpResponse:
        """Show the draft in the frontend that the editor chose, with a token that stands for this draft alone."""
        PagePreview.garbage_collect()
        preview = self.create_page_preview()
        query = urlencode({"content_type": self.get_content_type_str(), "token": preview.token})
        address = self._preview_address(preview_mode)
        separator = "&" if urlsplit(address).query else "?"
        return render(
            request, "wagtail_headless_preview/preview.html", {"preview_url": f"{address}{separator}{query}"}
        )

    def _preview_address(self, preview_mode: str) -> str:
        for row in self.newsroom.frontends.all():
            if preview_mode == f"frontend-{row.sort_order or 0}":
                return str(row.preview_url)
        return reverse("newsroom_preview")

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int | None, str, str] | None:
        """The item's address on the web: "View live" in the admin goes to the frontend."""
        address = urlsplit(self.public_address)
        return None, f"{address.scheme}://{address.netloc}", address.path

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponsePermanentRedirect(self.public_address)

    @property
    def public_address(self) -> str:
        """The item's address on the web."""
        raise NotImplementedError


def preview_document(token: str, *, model: type[NewsroomPreviewMixin] | None = None) -> ItemDocument:
    """The document of the draft that `token` stands for.

    Raises `InvalidToken` when the token is malformed, expired, unknown, or for another kind of page than `model`.
    """
    try:
        HeadlessPreviewMixin.get_preview_signer().unsign(token, max_age=conf.PREVIEW_MAX_AGE)
    except SignatureExpired:
        raise InvalidToken(
            "The preview token has expired. Open the preview again in the admin to get a new one.", field="token"
        ) from None
    except (BadSignature, ValueError):
        raise InvalidToken("The preview token is not valid.", field="token") from None
    preview = PagePreview.objects.filter(token=token).first()
    page = preview.as_page() if preview else None
    if page is None or not isinstance(page, model or NewsroomPreviewMixin):
        raise InvalidToken("The preview token is not for this kind of item.", field="token")
    page.prepare()
    return page.document(envelope_of(page))
