"""Who is asking, as far as a request says: the public, a partner with its key, or somebody with a preview token.

Cookies and sessions are ignored: the APIs give everybody the same answers.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

from cms.access import PUBLIC, Role, Viewer
from cms.conversation.models import ThreadPage
from cms.errors import InvalidKey, InvalidToken
from cms.ledger.document import ItemType
from cms.library.models import MediaAssetPage, PressKitPage
from cms.newsroom.models import NewsroomPage
from cms.newsroom.preview import NewsroomPreviewMixin, Preview, open_preview
from cms.releases.models import ReleasePage
from cms.syndication.keys import viewer_of_key
from newsroom_api import caching, ratelimits

PREVIEWED: dict[ItemType, type[NewsroomPreviewMixin]] = {
    ItemType.NEWSROOM: NewsroomPage,
    ItemType.RELEASE: ReleasePage,
    ItemType.ASSET: MediaAssetPage,
    ItemType.PRESS_KIT: PressKitPage,
    ItemType.DISCUSSION: ThreadPage,
}
"""The pages whose drafts may be previewed."""


def admit(request: HttpRequest) -> Viewer:
    """Who sends a request: a partner where it brings a key, else the public; counted against its limit.

    Raises `InvalidKey` for a key that does not work, which counts against the address, and `RateLimited`.
    """
    key = key_in(request)
    if key is None:
        ratelimits.spend(request)
        return PUBLIC
    try:
        viewer = viewer_of_key(key)
    except InvalidKey:
        ratelimits.spend(request)
        raise
    ratelimits.spend_key(request, viewer)
    return viewer


def admit_again(request: HttpRequest) -> Viewer:
    """Who sends a request that has been admitted, as it is by now. Raises `InvalidKey`."""
    key = key_in(request)
    return PUBLIC if key is None else viewer_of_key(key)


def key_in(request: HttpRequest) -> str | None:
    """The key in `Authorization: Bearer` (RFC 6750); None without one. Other schemes are for whoever stands before us."""
    scheme, _space, credentials = str(request.META.get("HTTP_AUTHORIZATION", "")).strip().partition(" ")
    return credentials.strip() if scheme.lower() == "bearer" else None


def keep_apart(request: HttpRequest, response: HttpResponseBase) -> None:
    """Tell caches that answers depend on the key, and that those of a key are for its owner alone."""
    patch_vary_headers(response, ["Authorization"])
    if key_in(request) is not None:
        caching.mark_keyed(response)


def viewer_of(preview_token: str | None) -> Viewer:
    """The public, unless the request brings a preview token."""
    return PUBLIC if preview_token is None else Viewer(role=Role.PREVIEW, preview_token=preview_token)


def previewed(viewer: Viewer, type: ItemType, *, id: UUID | None = None, path: str | None = None) -> Preview:
    """The draft that the viewer's token opens.

    Raises `InvalidToken` when the token is malformed, expired, or for anything but what is asked for.
    """
    preview = open_preview(viewer.preview_token, model=PREVIEWED[type])
    address = getattr(preview.document, "path", None)
    if (id is not None and preview.document.id != id) or (path is not None and address != path):
        raise InvalidToken("The preview token is not for this item.", field="token")
    return preview
