"""What syndication hears: of the ledger, in the transaction that issues or withdraws, and of what scopes are made of."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import m2m_changed

from cms.ledger.models import Edition
from cms.ledger.services import editions_issued
from cms.syndication.models import Partner
from cms.syndication.services.keeping import keep_keys
from cms.syndication.services.placing import place
from cms.syndication.websub import note_editions


def connect() -> None:
    """Listen."""
    editions_issued.connect(place_editions, dispatch_uid="newsroom_syndication_place_editions")
    for name in ("newsrooms", "topics"):
        m2m_changed.connect(
            remember_choice,
            sender=getattr(Partner, name).through,
            dispatch_uid=f"newsroom_syndication_{name}",
        )
    editions_issued.connect(keep_keys_of, dispatch_uid="newsroom_syndication_keep_keys")


def place_editions(editions: list[Edition], **kwargs: Any) -> None:
    """Write down where each edition stands, so that a partner's part of the history is one query."""
    place(editions)
    note_editions(editions)  # reads where they stand


def remember_choice(instance: Any, action: str, sender: Any, reverse: bool, **kwargs: Any) -> None:
    """Whether a partner's newsrooms or topics are some or all. What a deletion takes away is no choice of all."""
    if reverse or action not in ("post_add", "post_remove", "post_clear"):
        return
    name = "some_newsrooms" if sender is Partner.newsrooms.through else "some_topics"
    setattr(instance, name, sender.objects.filter(partner=instance).exists())
    Partner.objects.filter(pk=instance.pk).update(**{name: getattr(instance, name)})


def keep_keys_of(editions: list[Edition], **kwargs: Any) -> None:
    """Write down by what items are found, so that withdrawn ones are still."""
    keep_keys(editions)
