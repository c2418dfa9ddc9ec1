"""The panel on the admin's home page: who waits for an answer."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.admin.ui.components import Component

from cms.conversation.admin.counts import MOST, counts_of
from cms.conversation.admin.rows import comment_url, due_sign
from cms.conversation.admin.scope import scope_of, works_on_a_desk
from cms.conversation.models import Case, CaseState

ROWS = 6
EXCERPT = 100


class WaitingPanel(Component):
    """What is overdue and due today, and what is held and reported. Four queries."""

    name = "newsroom_waiting"
    template_name = "newsroom/desk/waiting.html"
    order = 140

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        scope = scope_of(user) if works_on_a_desk(user) else []
        if not scope:
            return {"is_shown": False}
        counts = counts_of(user, scope)
        return {
            "is_shown": True,
            "rows": _urgent([each.page_id for each in scope], {each.page_id: each.title for each in scope}),
            "shows_newsroom": len({each.title for each in scope}) > 1,
            "figures": [
                {
                    "name": name,
                    "count": counts[name],
                    "number": f"{MOST}+" if counts[name] > MOST else counts[name],
                    "url": url,
                }
                for name, url in _links().items()
            ],
        }


def _links() -> dict[str, str]:
    held, reported = (reverse("newsroom_desk_list", args=[name]) for name in ("held", "reported"))
    overdue = f"{reverse('newsroom_desk')}?{urlencode({'waiting': 'overdue'})}"
    return {"overdue": overdue, "held": held, "reported": reported}


def _urgent(pages: list[int], titles: dict[int, str]) -> list[dict[str, Any]]:
    """The cases that are overdue or due before this day ends, the most urgent first."""
    now = timezone.now()
    tomorrow = timezone.localtime(now).date() + dt.timedelta(days=1)
    midnight = timezone.make_aware(dt.datetime.combine(tomorrow, dt.time.min))
    cases = Case.objects.filter(newsroom__in=pages, state=CaseState.OPEN, due_at__lt=midnight)
    shown = cases.annotate(
        excerpt=Substr("comment__plain", 1, EXCERPT + 1),
        writer=F("comment__author_name"),
        title=F("comment__thread__item__title"),
    ).order_by("due_at", "pk")[:ROWS]
    return [
        {
            "url": comment_url(case.comment_id),
            "excerpt": Truncator(case.excerpt).chars(EXCERPT),
            "writer": case.writer,
            "title": case.title,
            "newsroom": titles[case.newsroom_id],
            "due": due_sign(case, now),
        }
        for case in shown
    ]
