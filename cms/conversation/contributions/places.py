"""To what one may contribute: a newsroom, a public item, or one's own comment."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from cms.access import PUBLIC, Viewer
from cms.conversation.models import Comment, CommentStatus, Thread
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services.authors import own_comment
from cms.conversation.services.submitting import find_thread
from cms.errors import CommentsClosed, Conflict, InvalidInput
from cms.ledger.models import Item
from cms.ledger.selectors import find_newsroom
from cms.newsroom.commenting import ThreadMode


@dataclass(frozen=True, slots=True)
class Place:
    """To what a contribution belongs."""

    newsroom: Item
    item: Item | None = None
    comment: Comment | None = None
    thread: Thread | None = None


def find_place(
    *,
    newsroom: str | None = None,
    item: UUID | None = None,
    comment: UUID | None = None,
    edit_token: str = "",
) -> Place:
    """Where it is to go. Raises `InvalidInput`, `NotFound`, `InvalidToken`, `CommentsClosed`, and `Conflict` for a
    comment that is not there any more.
    """
    if sum(given is not None for given in (newsroom, item, comment)) != 1:
        raise InvalidInput("Give `newsroom`, `item` or `comment`: one of the three.", field="newsroom")
    if newsroom is not None:
        return _open(Place(newsroom_by_slug(PUBLIC, newsroom)))
    if item is not None:
        return _open(_in_thread(find_thread(thread=None, item=item), None))
    own = own_comment(comment, edit_token)  # type: ignore[arg-type] # one of the three is given
    if own.status not in (CommentStatus.PUBLISHED, CommentStatus.HELD):
        raise Conflict(
            "This comment is no longer there, so that nothing can be added to it.", field="comment"
        )
    return _open(_in_thread(find_thread(thread=own.thread_id, item=None), own))


def newsroom_by_slug(viewer: Viewer, slug: str) -> Item:
    """The item of a public newsroom. Raises `NotFound`."""
    return Item.objects.defer("document", "card").get(pk=find_newsroom(viewer, slug).uid)


def _in_thread(thread: Thread, comment: Comment | None) -> Place:
    if thread.mode == ThreadMode.CLOSED:
        raise CommentsClosed("Nothing is taken here any more: the conversation is closed.")
    return Place(thread.newsroom, thread.item, comment, thread)


def _open(place: Place) -> Place:
    if not rules_of(place.newsroom.pk).attachments:
        raise CommentsClosed("This newsroom takes no files.")
    return place
