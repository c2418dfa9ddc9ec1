"""What readers of the demo send along: pictures drawn for it, offered the way visitors offer them.

One is approved and stands with its comment; another waits on the desk. The texts are with the conversations.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from cms.access import PUBLIC
from cms.conversation.contributions import deciding, offering, receiving, terms
from cms.conversation.services.incoming import Visitor
from cms.newsroom.models import NewsroomPage
from cms.project.demo import drawings
from cms.project.demo.drawings import NIGHT, WINTER

PICTURES = {
    "dark": partial(drawings.wind_farm, NIGHT, [(1180, 640, 190)], 33),
    "thaw": partial(drawings.wind_farm, WINTER, [(430, 650, 210), (1330, 640, 170)], 27),
}


@dataclass(frozen=True)
class Gift:
    """A picture that a reader sends, with what is said of it."""

    picture: str
    """Which of `PICTURES`."""
    filename: str
    title: str
    description: str
    alt: str = ""
    """What the editor writes who approves it; none: it still waits."""
    credit: str = ""
    name: str = ""
    """Who sends it; of a comment's picture, that is the comment's author."""
    age: float = 0
    """Days since it was sent, where it belongs to no comment."""


def add_to_comment(gift: Gift, newsroom: NewsroomPage, comment: UUID, token: str, editor: Any) -> None:
    """The author of a comment adds a picture to it."""
    _send(gift, newsroom, editor, comment=comment, edit_token=token)


def send_for(gift: Gift, newsroom: NewsroomPage, item: UUID, email: str, editor: Any) -> None:
    """A reader sends a picture for an item, without a comment."""
    _send(gift, newsroom, editor, item=item, author_name=gift.name, email=email)


def _send(gift: Gift, newsroom: NewsroomPage, editor: Any, **place: Any) -> None:
    offer = offering.NewContribution(
        filename=gift.filename,
        consent=True,
        terms_version=terms.terms_for(PUBLIC, newsroom.slug).version,
        title=gift.title,
        description=gift.description,
        credit=gift.credit,
        **place,
    )
    offered = offering.offer(offer, Visitor())
    content = PICTURES[gift.picture]()
    uid = offered.contribution.uid
    row = receiving.receive(uid, offered.ticket, io.BytesIO(content), length=len(content))
    if gift.alt:
        texts = deciding.Texts(
            title=row.title, caption=row.description, credit=row.credit, usage_terms="", alt=gift.alt
        )
        deciding.approve(uid, user=editor, texts=texts)
