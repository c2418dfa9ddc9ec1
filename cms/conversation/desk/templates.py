"""Templates of answers: which suit a comment, in which order they are offered, and filling one in."""

from __future__ import annotations

import html
from typing import Any

from django.db import transaction
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils import timezone, translation
from django.utils.formats import date_format

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.placeholders import fill
from cms.conversation.models.comments import Comment
from cms.conversation.models.desk import Case
from cms.conversation.models.desk_rules import AnswerTemplate
from cms.newsroom.models import Person

IN_ORDER: tuple[OrderBy, OrderBy] = (F("sort_order").asc(nulls_last=True), F("pk").asc())
"""How the templates of one newsroom, language and kind stand among themselves: new ones come last."""


def beside(template: AnswerTemplate) -> QuerySet[AnswerTemplate]:
    """Those among which a template stands, itself included, in order."""
    newsroom = Q(newsroom=template.newsroom_id) if template.newsroom_id else Q(newsroom=None)
    rows = AnswerTemplate.objects.filter(newsroom, language=template.language, kind=template.kind)
    return rows.order_by(*IN_ORDER)


@transaction.atomic
def move(template: AnswerTemplate, *, up: bool) -> bool:
    """Let it change places with the one before it, or after it. Whether there was one."""
    rows = list(beside(template).select_for_update())
    place = rows.index(template)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return False
    rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows):
        row.sort_order = number
    AnswerTemplate.objects.bulk_update(rows, ["sort_order"])
    return True


def templates_for(comment: Comment, *, language: str = "") -> list[AnswerTemplate]:
    """Templates for answering a comment in a language (the comment's): the newsroom's own first, then by order."""
    base = (language or comment.language).split("-")[0].lower()
    newsroom = Q(newsroom=comment.newsroom.source_id) | Q(newsroom=None)
    kind = Q(kind=comment.kind) | Q(kind="")
    rows = AnswerTemplate.objects.filter(newsroom, kind, language__istartswith=base).order_by(*IN_ORDER)
    suiting = [row for row in rows if row.language.split("-")[0].lower() == base]
    return sorted(suiting, key=lambda row: (row.newsroom_id is None, not row.kind))


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
