"""Public reasons for a withdrawal where the editor gave none, in the language of what is withdrawn."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext, gettext_noop, override


class Reason(StrEnum):
    """What has happened to the item, in English."""

    UNPUBLISHED = gettext_noop("The publisher has withdrawn this item.")
    EXPIRED = gettext_noop("This item was published for a limited time, which has ended.")
    DELETED = gettext_noop("The publisher has removed this item.")
    CLOSED = gettext_noop("The newsroom is closed.")
    RESTRICTED = gettext_noop("This item is no longer open to everybody.")
    RIGHTS_ENDED = gettext_noop("The publisher's rights to this item have ended.")


def in_language(reason: str, locale: str) -> str:
    """A reason as readers of the language get it: ours translated where they can be, an editor's as written."""
    if reason not in list(Reason):
        return str(reason)
    with override(locale or "en"):
        return gettext(str(reason))
