"""Who works on which newsroom's desk: a new newsroom is opened to the teams, as its pages are (`cms/newsroom/teams.py`).

What the groups may do on desks comes from a migration (`permissions.GROUP_PERMISSIONS`) and is changed in Wagtail's
group settings.
"""

from __future__ import annotations

from django.contrib.auth.models import Group

from cms.conversation.models.desk_people import DeskTeam
from cms.conversation.models.desk_rules import DeskRules, Team
from cms.newsroom.models import NewsroomPage

TEAMS = {"PR": Team.PR, "Marketing": Team.MARKETING, "Customer service": Team.CUSTOMER_SERVICE}
"""The groups of the migration, and as which team each works on a desk."""


def open_desk_to_teams(newsroom: NewsroomPage) -> None:
    """Give a new newsroom a desk: rules, and the groups of the newsroom that it translates, else the migration's."""
    DeskRules.objects.get_or_create(newsroom=newsroom)
    original = newsroom.get_translations().order_by("pk").first()
    if original is not None:
        grants = list(DeskTeam.objects.filter(newsroom=original.pk).values_list("group_id", "team"))
    else:
        groups = Group.objects.filter(name__in=TEAMS).values_list("pk", "name")
        grants = [(group_id, TEAMS[name]) for group_id, name in groups]
    for group_id, team in grants:
        DeskTeam.objects.get_or_create(newsroom=newsroom, group_id=group_id, defaults={"team": team})
