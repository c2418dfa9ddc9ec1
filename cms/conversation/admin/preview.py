"""What the author of a comment would be told of its rejection: the mail itself, before it is decided."""

from __future__ import annotations

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.conversation.characters import cleaned
from cms.conversation.identity.letters import Kind, compose
from cms.conversation.identity.reasons import PEOPLE, Reasons
from cms.conversation.models import Comment, CommentStatus, ReasonCode

NOBODY = "preview@newsroom.invalid"
"""In place of the author's address: links in a preview stop nobody's mail."""


def rejection_letter(comment: Comment, *, reason: str, message: str) -> str:
    """The text of the mail, in the newsroom's language."""
    with translation.override(comment.newsroom.locale):
        ground = str(ReasonCode(reason).label) if reason in ReasonCode.values else ""
        checks = comment.events.filter(user=None, to_status=CommentStatus.HELD).exclude(
            phase__in=["", *PEOPLE]
        )
        reasons = Reasons(
            event=0,
            at=timezone.now(),
            was_public=comment.published_at is not None,
            ground=ground,
            is_illegal=reason == ReasonCode.ILLEGAL,
            message=cleaned(message),
            was_reported=comment.report_count > 0,
            decided_by_machine=False,
            found_by_machine=checks.exists(),
        )
        appeal = _("(the link for this comment)")
    letter = compose(
        Kind.REJECTED,
        comment,
        about="",
        to=NOBODY,
        subject=lambda item: item,
        reasons=reasons,
        appeal=appeal,
        text=cleaned(comment.plain),
    )
    return letter.text.rpartition("\n-- \n")[0].strip()
