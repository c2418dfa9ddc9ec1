"""The rules of moderation, as every process keeps them for some seconds.

What does not live here: what the rules are (`cms/conversation/models/rules.py`).
"""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Subquery
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.conf import newsroom as conf
from cms.conversation.models import ModerationRules, WordList
from cms.ledger.models import Item

_kept: dict[int | UUID, tuple[float, ModerationRules]] = {}


def rules_of(newsroom: int | UUID) -> ModerationRules:
    """The rules of a newsroom, given by its page's id or by its item's; the defaults where it has none.

    Every process keeps them for RULES_SECONDS, with their word lists, so that posting asks nothing of the database
    for them; the process that changes them sees the change at once. What comes back is shared: it is not to be changed.
    """
    now = time.monotonic()
    until, rules = _kept.get(newsroom, (0.0, None))
    if rules is None or now >= until:
        rules = _read(newsroom, rules)
        _kept[newsroom] = (now + conf.RULES_SECONDS, rules)
    return rules


@receiver([post_save, post_delete], sender=ModerationRules)
@receiver([post_save, post_delete], sender=WordList)
def _forget(**kwargs: Any) -> None:
    """Have this process read all rules anew: now, and once the change is committed."""
    _kept.clear()
    transaction.on_commit(_kept.clear, robust=True)


def _read(newsroom: int | UUID, known: ModerationRules | None) -> ModerationRules:
    """What is known stays as long as its version does: what was worked out of its word lists is kept with it."""
    page: Any = newsroom
    if isinstance(newsroom, UUID):
        page = Subquery(Item.objects.filter(pk=newsroom).values("source_id")[:1])
    rules: ModerationRules | None = ModerationRules.objects.filter(newsroom_id=page).first()
    if rules is None:
        return ModerationRules()
    if known is not None and known.version == rules.version:
        return known
    rules.word_lists = list(rules.word_lists.all())
    return rules
