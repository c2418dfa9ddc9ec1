"""What switching crisis mode on or off will do, in plain words and figures, before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.conversation.desk.due import desk_of
from cms.conversation.models import Case, CaseState, Comment, CommentStatus, CrisisPeriod, Thread
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode
from cms.newsroom.models import NewsroomPage


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that will happen; `details` are listed below it."""

    words: str
    icon: str
    details: tuple[str, ...] = ()


def effects_of_on(
    newsroom: NewsroomPage, *, statement: Item | None, items: Collection[Item], now: dt.datetime
) -> list[Effect]:
    """What follows when it is switched on now. Five queries."""
    return [_held(newsroom), _pinned(newsroom, statement, items), _hastened(newsroom, now), _told(newsroom)]


def effects_of_off(newsroom: NewsroomPage, period: CrisisPeriod) -> list[Effect]:
    """What follows when it is switched off now. Five queries."""
    waiting = Comment.objects.filter(newsroom__source_id=newsroom.pk, status=CommentStatus.HELD).count()
    found = [
        Effect(_("Every thread takes comments again as its page says."), "comment"),
        Effect(
            ngettext(
                "%(count)s comment that is held now stays held until an editor decides.",
                "%(count)s comments that are held now stay held until an editor decides.",
                waiting,
            )
            % {"count": waiting},
            "no-view",
        ),
        Effect(_("Open cases keep their due times."), "time"),
    ]
    if period.statement is not None:
        words = _("“%(title)s” is no longer shown as the official statement. It stays public.")
        found.append(Effect(words % {"title": period.statement.title}, "thumbtack-crossed"))
    return [*found, _told(newsroom)]


def _held(newsroom: NewsroomPage) -> Effect:
    open_now = Thread.objects.filter(
        newsroom__source_id=newsroom.pk, mode=ThreadMode.OPEN, item__state=Item.State.USABLE
    ).count()
    words = ngettext(
        "All new comments are held for an editor. %(count)s thread now shows comments at once.",
        "All new comments are held for an editor. %(count)s threads now show comments at once.",
        open_now,
    )
    return Effect(words % {"count": open_now}, "no-view")


def _pinned(newsroom: NewsroomPage, statement: Item | None, items: Collection[Item]) -> Effect:
    if statement is None:
        words = _("No statement is shown. You can choose one later, while crisis mode is on.")
        return Effect(words, "thumbtack-crossed")
    words = ngettext(
        "“%(title)s” is shown as the official statement on the newsroom and on %(count)s item.",
        "“%(title)s” is shown as the official statement on the newsroom and on %(count)s items.",
        len(items),
    )
    if not items:
        words = _("“%(title)s” is shown as the official statement on the newsroom.")
    return Effect(
        words % {"title": statement.title, "count": len(items)},
        "thumbtack",
        tuple(item.title for item in items),
    )


def _hastened(newsroom: NewsroomPage, now: dt.datetime) -> Effect:
    desk = desk_of(newsroom.pk)
    due_at = desk.crisis_due_at(now)
    later = Case.objects.filter(newsroom=newsroom, state=CaseState.OPEN, due_at__gt=due_at).count()
    words = ngettext(
        "%(count)s open case is due sooner: by %(time)s.",
        "%(count)s open cases are due sooner: by %(time)s.",
        later,
    )
    if not later:
        words = _("No open case is due sooner than it is already.")
    hours = ngettext(
        "New questions and criticism are due within %(hours)s hour, day and night.",
        "New questions and criticism are due within %(hours)s hours, day and night.",
        desk.rules.crisis_hours,
    )
    shown = date_format(due_at.astimezone(desk.hours.zone), "DATETIME_FORMAT")
    told = words % {"count": later, "time": f"{shown} ({desk.rules.time_zone})"}
    return Effect(told, "time", (hours % {"hours": desk.rules.crisis_hours},))


def _told(newsroom: NewsroomPage) -> Effect:
    addresses = desk_of(newsroom.pk).rules.alert_addresses()
    if not addresses:
        return Effect(_("Nobody is told by e-mail: the rules of the desk name no addresses."), "mail")
    words = ngettext(
        "%(count)s address is told by e-mail:", "%(count)s addresses are told by e-mail:", len(addresses)
    )
    return Effect(words % {"count": len(addresses)}, "mail", tuple(addresses))
