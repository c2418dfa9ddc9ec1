"""The questions that the writer of an answer asks before it is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.conversation.models.desk_rules import DeskRules
from cms.errors import InvalidInput

DEFAULT = {
    "humble": gettext_lazy("Is it humble?"),
    "owns": gettext_lazy("Does it own the mistake?"),
    "next": gettext_lazy("Does it say what happens next?"),
    "no_blame": gettext_lazy("Does it blame nobody?"),
}
"""What is asked where a newsroom has no questions of its own."""


@dataclass(frozen=True, slots=True)
class Point:
    """A question; `key` is what an answer keeps when it is ticked."""

    key: str
    text: str


def points_of(rules: DeskRules) -> list[Point]:
    """The questions of a newsroom, in order; none when its checklist is switched off."""
    if not rules.use_checklist:
        return []
    own = [Point(str(item.pk), item.text) for item in rules.checklist_items.all()] if rules.pk else []
    return own or [Point(key, str(text)) for key, text in DEFAULT.items()]


def ticked(rules: DeskRules, keys: Iterable[str]) -> list[str]:
    """The keys among `keys` that are the newsroom's. Raises `InvalidInput` for any other."""
    chosen, known = list(dict.fromkeys(keys)), {point.key for point in points_of(rules)}
    if unknown := [key for key in chosen if key not in known]:
        raise InvalidInput(
            _("The checklist has changed: there is no point “%(key)s”. Load the page again.")
            % {"key": unknown[0]},
            field="checklist",
        )
    return chosen


def check_complete(rules: DeskRules, keys: Iterable[str]) -> None:
    """Raise `InvalidInput`, naming the points that are not ticked."""
    chosen = set(keys)
    missing = [point.text for point in points_of(rules) if point.key not in chosen]
    if missing:
        raise InvalidInput(_("Not ticked yet: %(point)s") % {"point": " ".join(missing)}, field="checklist")
