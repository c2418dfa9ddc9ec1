"""Topics as a tree: their order in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Concat

if TYPE_CHECKING:
    from cms.newsroom.models import Topic

LEVELS = 5
"""How deep the order of the tree is exact; below, topics stand with their fifth ancestor's."""

SEPARATOR = "\x1f"
"""Sorts before everything that a name may hold."""


def tree_ordered(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """The topics as they stand in the tree: each below its parent, siblings by name."""
    above = ["__".join(["parent"] * level) for level in range(1, LEVELS + 1)]
    parts = [
        Case(
            When(**{f"{path}__isnull": False}, then=Concat(F(f"{path}__name"), Value(SEPARATOR))),
            default=Value(""),
        )
        for path in reversed(above)
    ]
    return (
        topics.select_related(above[-1])
        .annotate(tree_path=Concat(*parts, F("name")))
        .order_by("tree_path", "pk")
    )


def topics_for(page: Any, parent: Any) -> QuerySet[Topic]:
    """The topics that the form of a page offers: those in its language, and those that it has already."""
    chosen = [topic.pk for topic in page.topics.all()] if page.pk else []
    locale_id = page.locale_id or parent.locale_id  # the preview of a new page sets none
    topics = apps.get_model("newsroom", "Topic")._default_manager
    return tree_ordered(topics.filter(Q(locale=locale_id) | Q(pk__in=chosen)))
