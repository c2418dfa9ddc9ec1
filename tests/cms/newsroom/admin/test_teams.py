"""What each group may do, in its newsrooms and in others."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Locale, Page, WorkflowPage

from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage

ROLES = ["PR", "Marketing", "Customer service"]


@pytest.fixture
def user(db):
    def make(role):
        user = User.objects.create_user(role, password="x")
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def other(newsroom, locale):
    """A newsroom that a superuser has taken from all groups."""
    root = Page.objects.filter(depth=1).first()
    page = root.add_child(instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=locale))
    GroupPagePermission.objects.filter(page=page.pk).delete()
    return page


ALLOWED = {
    "PR": {"write", "submit", "publish", "unpublish", "edit", "delete"},
    "Marketing": {"write", "submit own"},
    "Customer service": set(),
}


def abilities(user, newsroom, release):
    """What the user may do with a public release of somebody else, and with a draft of their own."""
    draft = newsroom.add_child(instance=ReleasePage(title="Own", slug="own", live=False, owner=user))
    there, here, own = (page.permissions_for_user(user) for page in (newsroom, release, draft))
    found = {
        "write": there.can_add_subpage(),
        "publish": here.can_publish(),
        "unpublish": here.can_unpublish(),
        "edit": here.can_edit(),
        "delete": here.can_delete(),
        "submit": here.can_edit() and here.can_submit_for_moderation(),
        "submit own": own.can_edit() and own.can_submit_for_moderation() and not here.can_edit(),
    }
    return {name for name, allowed in found.items() if allowed}


@pytest.mark.parametrize("role", ROLES)
def test_in_their_newsroom(user, newsroom, make_release, role):
    assert abilities(user(role), newsroom, make_release()) == ALLOWED[role]


@pytest.mark.parametrize("role", ROLES)
def test_in_another_newsroom(user, newsroom, make_release, other, role):
    assert abilities(user(role), other, make_release(parent=other)) == set()


@pytest.mark.parametrize("role", ROLES)
def test_outside_newsrooms(user, newsroom, role):
    root = Page.objects.filter(depth=1).first()
    permissions = root.permissions_for_user(user(role))
    assert not permissions.can_add_subpage()
    assert not permissions.can_publish_subpage()


@pytest.mark.parametrize(
    ("role", "people", "images"), [("PR", 200, 200), ("Marketing", 302, 200), ("Customer service", 302, 302)]
)
def test_what_newsrooms_share(client, user, role, people, images):
    client.force_login(user(role))
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/snippets/newsroom/person/add/").status_code == people
    assert client.get("/admin/images/").status_code == images


@pytest.mark.parametrize(("role", "status"), [("PR", 200), ("Marketing", 200), ("Customer service", 302)])
def test_who_sees_the_report(client, user, newsroom, role, status):
    client.force_login(user(role))
    assert client.get("/admin/reports/newsroom-editions/").status_code == status


def test_marketing_submits_and_pr_approves(client, user, newsroom, make_release):
    assert WorkflowPage.objects.get(page=newsroom.pk).workflow.name == "Approval by PR"
    author = user("Marketing")
    draft = newsroom.add_child(instance=ReleasePage(title="Own", slug="own", live=False, owner=author))
    draft.save_revision(user=author)
    state = draft.get_workflow().start(draft, author)
    approver = user("PR")
    assert draft.current_workflow_task.get_actions(draft, author) == []
    assert "approve" in [name for name, *_rest in draft.current_workflow_task.get_actions(draft, approver)]
    state.current_task_state.approve(user=approver)
    draft.refresh_from_db()
    assert draft.live


def test_a_translated_newsroom_has_the_same_teams(newsroom, other):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    for page, groups in ((newsroom, {"PR", "Marketing"}), (other, set())):
        copy = page.copy_for_translation(swedish)
        granted = GroupPagePermission.objects.filter(page=copy.pk).values_list("group__name", flat=True)
        assert set(granted) == groups


def test_what_a_superuser_takes_away_stays_away(newsroom):
    GroupPagePermission.objects.filter(page=newsroom.pk).delete()
    newsroom.title = "Norrvind AB"
    newsroom.save_revision().publish()
    assert not GroupPagePermission.objects.filter(page=newsroom.pk).exists()
