"""Who is asking, as far as a request says: the public, or somebody with a preview token.

Cookies and sessions are ignored: the APIs give everybody the same answers.
"""

from __future__ import annotations

from uuid import UUID

from cms.access import PUBLIC, Role, Viewer
from cms.conversation.models import ThreadPage
from cms.errors import InvalidToken
from cms.ledger.document import ItemType
from cms.library.models import MediaAssetPage, PressKitPage
from cms.newsroom.models import NewsroomPage
from cms.newsroom.preview import NewsroomPreviewMixin, Preview, open_preview
from cms.releases.models import ReleasePage

PREVIEWED: dict[ItemType, type[NewsroomPreviewMixin]] = {
    ItemType.NEWSROOM: NewsroomPage,
    ItemType.RELEASE: ReleasePage,
    ItemType.ASSET: MediaAssetPage,
    ItemType.PRESS_KIT: PressKitPage,
    ItemType.DISCUSSION: ThreadPage,
}
"""The pages whose drafts may be previewed."""


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
