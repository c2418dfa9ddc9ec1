"""What the templates of the built-in pages need to show comments."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.conversation.models import CommentKind, Relation

register = template.Library()

DAY = 24 * 60 * 60


@register.filter
def as_node(comment: dict[str, Any]) -> dict[str, Any]:
    """A comment alone, without its replies."""
    return {"comment": comment, "replies": [], "more": 0}


@register.filter
def kind_name(kind: str) -> str:
    """The kind of a comment in words; empty for one that says nothing."""
    return "" if kind == CommentKind.OTHER else str(CommentKind(kind).label)


@register.filter
def relation_name(relation: str | None) -> str:
    """What an author is to the organisation, in words."""
    return str(Relation(relation).label) if relation and relation != Relation.OTHER else ""


@register.filter
def reaction_words(reaction: dict[str, Any]) -> str:
    """A reaction with its count in words; newsrooms name reactions as they like."""
    count = reaction["count"]
    match reaction["name"]:
        case "like":
            words = ngettext("%(count)d like", "%(count)d likes", count)
        case "heart":
            words = ngettext("%(count)d heart", "%(count)d hearts", count)
        case "insightful":
            words = ngettext("%(count)d finds it insightful", "%(count)d find it insightful", count)
        case name:
            return f"{name.replace('_', ' ')}: {count}"
    return words % {"count": count}


@register.filter
def reaction_count(name: str, count: int) -> str:
    """The same by name and count."""
    return reaction_words({"name": name, "count": count})


@register.filter
def reaction_name(name: str) -> str:
    """What a reaction is called; those that a newsroom has named itself are called so."""
    match name:
        case "like":
            return _("Like")
        case "heart":
            return _("Heart")
        case "insightful":
            return _("Insightful")
        case _own:
            return name.replace("_", " ")


@register.filter
def waiting_time(seconds: int) -> str:
    """About how long, in the largest unit that fits: minutes, hours or days."""
    if seconds < 90 * 60:
        number = max(1, round(seconds / 60))
        return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}
    if seconds < 2 * DAY:
        number = round(seconds / 3600)
        return ngettext("%(number)d hour", "%(number)d hours", number) % {"number": number}
    number = round(seconds / DAY)
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


@register.filter
def mode_words(mode: str) -> str:
    """What a thread's mode means for those who want to comment."""
    return {
        "OPEN": _("Comments show when they pass the automatic checks."),
        "PREMODERATED": _("An editor reads every comment before it shows."),
        "CLOSED": _("The conversation is closed: earlier comments stay, and no new ones are taken."),
        "OFF": _("There are no comments here."),
    }[mode]
