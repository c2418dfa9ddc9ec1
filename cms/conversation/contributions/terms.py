"""What visitors agree to when they send a file: the newsroom's own text, or the usual one in its language."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.conversation.contributions.places import newsroom_by_slug
from cms.conversation.moderation.rules import rules_of
from cms.media.content import ACCEPTED

VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Terms:
    """What a form for contributions has to know of a newsroom."""

    open: bool
    """Whether the newsroom takes contributions."""
    text: str
    version: str
    """Names this very text: it is sent with the consent to it."""
    most_bytes: int
    accepted: str
    """The types of files, in words."""
    proof_of_work: bool
    most_per_comment: int


MOST_PER_COMMENT = 4


def terms_for(viewer: Viewer, newsroom: str) -> Terms:
    """What holds in a newsroom, by its slug. Raises `NotFound`."""
    item = newsroom_by_slug(viewer, newsroom)
    rules = rules_of(item.pk)
    text = terms_text(item.pk, item.locale)
    with translation.override("en"):
        accepted = str(ACCEPTED)
    return Terms(
        open=rules.attachments,
        text=text,
        version=version_of(text),
        most_bytes=conf.CONTRIBUTION_BYTES,
        accepted=accepted,
        proof_of_work=rules.proof_of_work,
        most_per_comment=MOST_PER_COMMENT,
    )


def terms_text(newsroom: UUID, locale: str) -> str:
    """The text that holds in a newsroom now."""
    with translation.override(locale):
        return rules_of(newsroom).contribution_terms.strip() or _(
            "I made this myself, or have the permission of who did and of everybody who can be recognised in it. The "
            "newsroom and all who report on its subject may publish it free of charge, with my name beside it. I may "
            "take it back at any time; what has been published elsewhere by then stays there."
        )


def version_of(text: str) -> str:
    """Names a text: another text has another version."""
    return hashlib.sha256(text.encode()).hexdigest()[:VERSION_LENGTH]
