"""Templates of answers: which suit a comment, and filling one in."""

from __future__ import annotations

import html
from typing import Any

from django.db.models import Q
from django.utils import timezone, translation
from django.utils.formats import date_format

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.placeholders import fill
from cms.conversation.models.comments import Comment
from cms.conversation.models.desk import Case
from cms.conversation.models.desk_rules import AnswerTemplate
from cms.newsroom.models import Person


def templates_for(comment: Comment, *, language: str = "") -> list[AnswerTemplate]:
    """Templates for answering a comment in a language (the comment's): the newsroom's own first, then by order."""
    base = (language or comment.language).split("-")[0].lower()
    newsroom = Q(newsroom=comment.newsroom.source_id) | Q(newsroom=None)
    kind = Q(kind=comment.kind) | Q(kind="")
    rows = AnswerTemplate.objects.filter(newsroom, kind, language__istartswith=base)
    suiting = [row for row in rows if row.language.split("-")[0].lower() == base]
    return sorted(
        suiting, key=lambda row: (row.newsroom_id is None, not row.kind, row.sort_order or 0, row.pk)
    )


def text_of(template: AnswerTemplate, *, comment: Comment, person: Person) -> str:
    """The text of a template with its placeholders filled in, as the source of an answer.

    Values are text, not markup: they are escaped, so that a visitor's name stays a name.
    """
    values = {
        "name": comment.author_name,
        "title_of_item": comment.thread.item.title,
        "person": person.name,
        "newsroom": comment.newsroom.title,
        "due": _due(comment, template.language) if "{due}" in template.body else "",
    }
    return fill(template.body, {name: html.escape(value, quote=False) for name, value in values.items()})


def _due(comment: Comment, language: str) -> str:
    """When the answer is due, in the newsroom's time zone; the present moment for what is due or has no case."""
    case: Any = Case.objects.filter(comment=comment).first()
    due = max(case.due_at, timezone.now()) if case else timezone.now()
    zone = desk_of(comment.newsroom.source_id).rules.time_zone
    with translation.override(language), timezone.override(zone):
        return date_format(timezone.localtime(due), "DATETIME_FORMAT")
