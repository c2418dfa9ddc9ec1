"""Who may do what on which desk: a group's rights count where the group works, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import Locale, Page

from cms.conversation.desk.permissions import (
    GROUP_PERMISSIONS,
    Action,
    colleagues,
    may,
    newsroom_uids_of,
    newsrooms_of,
    people_of,
    teams_of,
    works_on,
)
from cms.conversation.desk.teams import open_desk_to_teams
from cms.conversation.models import DeskRules, DeskTeam, Speaker
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Person


@pytest.fixture
def other(newsroom: NewsroomPage) -> NewsroomPage:
    """Another newsroom."""
    root = Page.objects.get(depth=1)
    return root.add_child(instance=NewsroomPage(title="Sydvind", slug="sydvind", locale=newsroom.locale))


@pytest.mark.parametrize("group", ["PR", "Marketing", "Customer service"])
def test_the_groups_of_the_migration(group: str, newsroom: NewsroomPage, make_user: Any) -> None:
    user = make_user("ann", group)
    allowed = {action for action in Action if may(user, action, newsroom.pk)}
    assert allowed == set(GROUP_PERMISSIONS[group])
    assert list(newsrooms_of(user)) == [newsroom]
    assert not user.has_perm("wagtailcore.publish_page")


def test_customer_service_answers_and_hands_over(newsroom: NewsroomPage, cia: Any) -> None:
    assert {action.name for action in Action if may(cia, action, newsroom.pk)} == {
        "VIEW",
        "SUGGEST",
        "ANSWER",
        "HAND_OVER",
    }


def test_a_right_counts_only_where_its_group_works(
    newsroom: NewsroomPage, other: NewsroomPage, make_user: Any
) -> None:
    """Decides in one newsroom, helps in the other: does not decide there."""
    DeskTeam.objects.filter(newsroom=other, group__name="PR").delete()
    DeskTeam.objects.filter(newsroom=newsroom, group__name="Customer service").delete()
    user = make_user("ann", "PR", "Customer service")
    assert may(user, Action.DECIDE, newsroom.pk)
    assert may(user, Action.ANSWER, other.pk)
    assert not may(user, Action.DECIDE, other.pk)
    assert set(newsrooms_of(user)) == {newsroom, other}
    assert list(newsrooms_of(user, Action.DECIDE)) == [newsroom]
    assert teams_of(user) == {newsroom.pk: "PR", other.pk: "CUSTOMER_SERVICE"}
    uids = set(
        Item.objects.filter(source_id__in=[newsroom.pk], source_type="page").values_list("pk", flat=True)
    )
    assert set(newsroom_uids_of(user, Action.DECIDE)) == uids


def test_superusers_may_everything_and_strangers_nothing(newsroom: NewsroomPage, make_user: Any) -> None:
    root = make_user("root", is_superuser=True)
    assert all(may(root, action, newsroom.pk) for action in Action)
    assert works_on(root, newsroom.pk)
    left = make_user("left", "PR", is_active=False)
    for user in (AnonymousUser(), make_user("nils"), left):
        assert not any(may(user, action, newsroom.pk) for action in Action)
        assert not newsrooms_of(user).exists()


def test_a_right_of_the_user_alone_has_no_place(newsroom: NewsroomPage, make_user: Any) -> None:
    user = make_user("nils")
    user.user_permissions.add(Permission.objects.get(codename="decide_case"))
    assert not may(user, Action.DECIDE, newsroom.pk)


def test_a_whole_list_costs_one_query(
    newsroom: NewsroomPage, pia: Any, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert [may(pia, Action.DECIDE, newsroom.pk) for _ in range(3)] == [True] * 3


def test_colleagues(newsroom: NewsroomPage, pia: Any, cia: Any, make_user: Any) -> None:
    make_user("left", "PR", is_active=False)
    both = make_user("ann", "PR", "Customer service")
    assert set(colleagues(newsroom.pk)) == {pia, cia, both}
    assert set(colleagues(newsroom.pk, team="PR")) == {pia, both}
    assert colleagues(newsroom.pk).count() == 3


def test_for_whom_one_may_speak(person: Person, pia: Any, cia: Any, make_user: Any) -> None:
    Speaker.objects.create(person=person, user=cia)
    assert list(people_of(cia)) == [person]
    assert list(people_of(pia)) == []
    Speaker.objects.create(person=person, group=Group.objects.get(name="PR"))
    assert list(people_of(pia)) == [person]
    assert list(people_of(make_user("root", is_superuser=True))) == [person]


def test_a_new_newsroom_has_a_desk(newsroom: NewsroomPage) -> None:
    assert DeskRules.objects.filter(newsroom=newsroom).count() == 1
    assert set(DeskTeam.objects.filter(newsroom=newsroom).values_list("group__name", "team")) == {
        ("PR", "PR"),
        ("Marketing", "MARKETING"),
        ("Customer service", "CUSTOMER_SERVICE"),
    }
    open_desk_to_teams(newsroom)
    assert DeskTeam.objects.filter(newsroom=newsroom).count() == 3


def test_a_translation_has_the_teams_of_its_original(newsroom: NewsroomPage) -> None:
    DeskTeam.objects.filter(newsroom=newsroom).exclude(team="PR").delete()
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    translation = newsroom.copy_for_translation(swedish, copy_parents=True)
    assert list(DeskTeam.objects.filter(newsroom=translation).values_list("team", flat=True)) == ["PR"]
