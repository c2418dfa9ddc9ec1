"""Who may do what on which newsroom's desk.

A group's model permissions say what its members may do, and its `DeskTeam` rows say where. A right counts only where
one and the same group has both: who decides in one newsroom and helps in another decides in the first alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cms.conversation.models.desk_people import DeskTeam, Speaker
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Person

APP = "newsroom_conversation"


class Action(StrEnum):
    """What one may be allowed to do on a desk; the value is the codename of the Django permission."""

    VIEW = "view_case"
    """See the desk: comments, cases and notes."""
    ANSWER = "answer_case"
    """Send official answers, and close what has been answered."""
    SUGGEST = "suggest_answer"
    """Write drafts of answers and submit them."""
    HAND_OVER = "hand_over_case"
    """Take, assign and hand over cases, and set their severity."""
    DECIDE = "decide_case"
    """Approve and return answers, and close cases without a public answer."""
    MODERATE = "moderate_comment"
    """Publish, hold and reject comments."""
    CRISIS = "change_crisis"
    """Switch crisis mode."""
    RULES = "change_deskrules"
    """Change the rules of the desk."""
    ERASE = "erase_comment"
    """Erase what is kept about a person."""


GROUP_PERMISSIONS: dict[str, tuple[Action, ...]] = {
    "PR": tuple(Action),
    "Marketing": (Action.VIEW, Action.SUGGEST),
    "Customer service": (Action.VIEW, Action.SUGGEST, Action.ANSWER, Action.HAND_OVER),
}
"""What the groups of the migration may do on a desk."""

_CACHE = "_newsroom_desk_rights"


def rights_of(user: Any) -> Mapping[int, frozenset[Action]]:
    """What a user may do, by the id of the newsroom's page. One query; kept on the user, as Django keeps permissions.

    Of superusers it holds nothing: they may do everything everywhere.
    """
    known: dict[int, frozenset[Action]] | None = getattr(user, _CACHE, None)
    if known is None:
        found: dict[int, set[Action]] = defaultdict(set)
        if user.is_active and not user.is_superuser:
            rows = DeskTeam.objects.filter(
                group__user=user,
                group__permissions__content_type__app_label=APP,
                group__permissions__codename__in=[action.value for action in Action],
            )
            for newsroom_id, codename in rows.values_list("newsroom", "group__permissions__codename"):
                found[newsroom_id].add(Action(codename))
        known = {newsroom_id: frozenset(actions) for newsroom_id, actions in found.items()}
        setattr(user, _CACHE, known)
    return known


def may(user: Any, action: Action, newsroom_id: int) -> bool:
    """Whether a user may do something on a newsroom's desk."""
    if user.is_active and user.is_superuser:
        return True
    return action in rights_of(user).get(newsroom_id, frozenset())


def check(user: Any, action: Action, newsroom_id: int) -> None:
    """Raise `PermissionDenied` unless the user may do it there."""
    if not may(user, action, newsroom_id):
        raise PermissionDenied(_("You do not have permission to do this on the desk of this newsroom."))


def newsrooms_of(user: Any, action: Action = Action.VIEW) -> QuerySet[NewsroomPage]:
    """The newsrooms on whose desks a user may do something."""
    newsrooms: QuerySet[NewsroomPage] = NewsroomPage.objects.all()
    if user.is_active and user.is_superuser:
        return newsrooms
    return newsrooms.filter(
        pk__in=[newsroom_id for newsroom_id, actions in rights_of(user).items() if action in actions]
    )


def newsroom_uids_of(user: Any, action: Action = Action.VIEW) -> list[UUID]:
    """The same as public ids, by which comments and threads know their newsroom."""
    items = Item.objects.filter(source_type="page", source_id__in=newsrooms_of(user, action).values("pk"))
    return list(items.values_list("pk", flat=True))


def teams_of(user: Any) -> dict[int, str]:
    """As which team a user works, by the id of the newsroom's page; the first where there are several."""
    rows = DeskTeam.objects.filter(group__user=user).order_by("-pk")
    return dict(rows.values_list("newsroom", "team"))


def colleagues(newsroom_id: int, *, team: str = "") -> QuerySet[Any]:
    """The active users who work on a newsroom's desk (in a team), by name."""
    rows = DeskTeam.objects.filter(newsroom=newsroom_id)
    groups = (rows.filter(team=team) if team else rows).values("group")
    users = get_user_model()._default_manager.filter(is_active=True, groups__in=groups)
    return users.distinct().order_by("last_name", "first_name", get_user_model().USERNAME_FIELD)


def works_on(user: Any, newsroom_id: int) -> bool:
    """Whether a case of the newsroom may be given to a user."""
    return bool(user.is_active) and (user.is_superuser or newsroom_id in teams_of(user))


def may_speak_for(user: Any, person: Person) -> bool:
    """Whether a user may answer as a person."""
    return people_of(user, [person]).exists()


def people_of(user: Any, among: Iterable[Person] | None = None) -> QuerySet[Person]:
    """The people as whom a user may answer: those of whose speakers it is one; for superusers, all."""
    people = (
        Person.objects.all() if among is None else Person.objects.filter(pk__in=[each.pk for each in among])
    )
    if not user.is_active:
        return people.none()
    if user.is_superuser:
        return people
    speaking = Speaker.objects.filter(Q(user=user) | Q(group__user=user))
    return people.filter(pk__in=speaking.values("person"))
