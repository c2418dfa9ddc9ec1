"""Previews of drafts: a link whose token expires, opens one item, and shows what publishing would.

Building a preview publishes nothing: it stores the draft with its token (`PagePreview`), and files that stay private.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.core.signing import BadSignature, SignatureExpired
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_headless_preview.models import HeadlessPreviewMixin, PagePreview
from wagtail_headless_preview.signals import preview_update

from cms.conf import newsroom as conf
from cms.errors import InvalidToken
from cms.ledger.document import ItemDocument
from cms.ledger.services import envelope_of
from cms.newsroom import seen

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cms.newsroom.models import NewsroomPage

BUILT_IN = "built-in"
"""The preview mode that needs no frontend."""

PRUNED_AT_ONCE = 100
"""How many of the oldest tokens one call of `prune_previews` looks at, so that its cost is bounded."""


class NewsroomPreviewMixin(HeadlessPreviewMixin):
    """Adds to a page: previews on each frontend of its newsroom, and on the built-in preview page."""

    path: str
    steplen: int
    slug: str
    prepare: Callable[..., None]

    @property
    def newsroom(self) -> NewsroomPage:
        """The newsroom that the page is in, directly below it; or that it is."""
        known = seen.newsrooms() if self.path else None
        path = self.path[: -self.steplen]
        if known is not None and path in known:
            return cast("NewsroomPage", known[path])
        home: NewsroomPage = self.get_parent().specific
        if known is not None:
            known[path] = home
        return home

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        placed = bool(self.path)  # the form for a new page asks before the page is in its newsroom
        names = [row.name for row in self.newsroom.frontends.all()] if placed else []
        return [
            *((f"frontend-{number}", name) for number, name in enumerate(names)),
            (BUILT_IN, _("Plain preview")),
        ]

    @property
    def default_preview_mode(self) -> str:
        return str(self.preview_modes[0][0])

    def create_page_preview(self) -> PagePreview:
        """Store the draft under a token of its own: editors who preview at once do not see each other's."""
        what = (
            f"id={self.pk}" if self.pk else f"parent_id={self.get_parent().pk};page_type={self._meta.label}"
        )
        self.prepare(publicly=False)
        if self.newsroom is not self:
            self.newsroom.prepare(publicly=False)
        token = self.get_preview_signer().sign(f"{what};nonce={secrets.token_urlsafe(9)}")
        return PagePreview.objects.create(
            token=token, content_type=self.content_type, content_json=self.to_json()
        )

    def serve_preview(self, request: HttpRequest, preview_mode: str) -> HttpResponse:
        """Show the draft in the frontend that the editor chose, with a token for this draft alone."""
        prune_previews()
        preview = self.create_page_preview()
        preview_update.send(sender=HeadlessPreviewMixin, token=preview.token)
        query = urlencode({"content_type": self.get_content_type_str(), "token": preview.token})
        address = self._preview_address(preview_mode)
        separator = "&" if urlsplit(address).query else "?"
        response = render(
            request, "wagtail_headless_preview/preview.html", {"preview_url": f"{address}{separator}{query}"}
        )
        response["Content-Security-Policy"] = framing_only(address)
        return response

    def _preview_address(self, preview_mode: str) -> str:
        for number, row in enumerate(self.newsroom.frontends.all()):
            if preview_mode == f"frontend-{number}":
                return str(row.preview_url)
        return reverse("newsroom_preview")

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int | None, str, str] | None:
        """The item's address on the web: "View live" in the admin goes there."""
        address = urlsplit(self.public_address)
        return None, f"{address.scheme}://{address.netloc}", address.path

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponsePermanentRedirect(self.public_address)

    @property
    def public_address(self) -> str:
        """The item's address on the web: below that of its newsroom."""
        return f"{self.newsroom.public_address}/{self.slug}"


def framing_only(address: str) -> str:
    """The policy of the page that frames a preview: nothing but that frame, wherever its frontend is.

    Wagtail answers a preview as the page itself, so the host site cannot know that it is one.
    """
    parts = urlsplit(address)
    source = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"
    return f"default-src 'none'; frame-src {source}; style-src 'unsafe-inline'; frame-ancestors 'self'"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a token opens."""

    document: ItemDocument
    linked: dict[UUID, ItemDocument]
    """The items that the draft leads to and that may not be public yet: whom and what it names, and its newsroom."""


def preview_document(token: str, *, model: type[NewsroomPreviewMixin] | None = None) -> ItemDocument:
    """The document of the draft that `token` stands for. Errors as of `open_preview`."""
    return open_preview(token, model=model).document


def open_preview(token: str, *, model: type[NewsroomPreviewMixin] | None = None) -> Preview:
    """The draft that `token` stands for, with what it leads to.

    Raises `InvalidToken` when the token is malformed, expired, unknown, for another kind of page than
    `model`, or for a draft that has been deleted since.
    """
    try:
        HeadlessPreviewMixin.get_preview_signer().unsign(token, max_age=conf.PREVIEW_MAX_AGE)
    except SignatureExpired:
        raise InvalidToken(
            "The preview token has expired. Open the preview again in the admin to get a new one.",
            field="token",
        ) from None
    except (BadSignature, ValueError):
        raise InvalidToken("The preview token is not valid.", field="token") from None
    preview = PagePreview.objects.filter(token=token).first()
    kind = preview.content_type.model_class() if preview else None
    if preview is None or kind is None or not issubclass(kind, model or NewsroomPreviewMixin):
        raise InvalidToken("The preview token is not for this kind of item.", field="token")
    page = _draft(preview, kind)
    if page is None:
        raise InvalidToken("What the preview token is for has been deleted.", field="token")
    envelope = envelope_of(page, preview=True)
    document = cast("ItemDocument", page.document(envelope))
    waiting = [*envelope.named.values(), *([] if page.newsroom is page else [page.newsroom])]
    linked: dict[UUID, ItemDocument] = {}
    while waiting:
        thing = waiting.pop()
        around = envelope_of(thing, preview=True)
        if around.id not in linked:
            linked[around.id] = thing.document(around)
            waiting += around.named.values()
    return Preview(document=document, linked=linked)


def prune_previews() -> int:
    """Delete the oldest stored drafts whose tokens open nothing any more; returns how many. Safe at any time.

    Each new preview calls it, so that what is stored stays near what was previewed within `PREVIEW_MAX_AGE`.
    """
    oldest = PagePreview.objects.order_by("pk").values_list("pk", "token")[:PRUNED_AT_ONCE]
    shut = [pk for pk, token in oldest if not _opens(token)]
    deleted: int = PagePreview.objects.filter(pk__in=shut).delete()[0]
    return deleted


def _opens(token: str) -> bool:
    try:
        HeadlessPreviewMixin.get_preview_signer().unsign(
            token, max_age=timedelta(seconds=conf.PREVIEW_MAX_AGE)
        )
    except BadSignature:
        return False
    return True


def _draft(preview: PagePreview, kind: type[Any]) -> Any:
    """The stored draft at its present place in the tree; None when it, or the place of a new one, is gone."""
    page = kind.from_json(preview.content_json)
    if page is None:
        return None
    saved = page.id is not None
    if saved:
        place = Page.objects.filter(pk=page.id).values("path", "depth").first()
        if place is None:
            return None
        page.pk, page.path, page.depth = page.id, place["path"], place["depth"]
    parent_path = page.path[: -kind.steplen]
    return page if Page.objects.filter(path=parent_path).exists() else None
