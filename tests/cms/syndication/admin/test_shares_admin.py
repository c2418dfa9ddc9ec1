"""What editors see of shared links."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Page

from cms.syndication.models import ShareCount
from cms.syndication.shares.texts import short_url
from tests.items import item_of

REPORT = "/admin/newsroom/shared-links/"


@pytest.fixture
def editor(client, newsroom):
    user = User.objects.create_user("editor", password="editor")
    user.groups.add(Group.objects.get(name="PR"))
    client.force_login(user)
    return user


def count(page, channel, number, *, days_ago=0):
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days_ago)
    ShareCount.objects.create(item=item_of(page), channel=channel, day=day, count=number)


def test_an_editor_sees_words_links_and_visits_of_a_release(client, editor, make_release):
    page = make_release("New turbines")
    count(page, "X", 7)
    count(page, "X", 5, days_ago=200)
    count(page, "OTHER", 1)
    answer = client.get(f"{REPORT}{page.pk}/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert [(name, row.recent, row.total) for name, row in answer.context["counts"]] == [
        ("X", 7, 12),
        ("Without a channel", 1, 1),
    ]
    assert answer.context["total"] == 13
    assert f"{short_url(item_of(page).uid)}?via=bluesky" in text


def test_an_editor_copies_elements_for_other_pages(client, editor, make_release, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": "https://press.example"}
    body = [("quote", {"text": "We “waited” <long>.", "speaker_name": "Åsa Lind"})]
    page = make_release("Wind & water", slug="wind", body=body)
    uid, block = item_of(page).uid, item_of(page).document["body"][0]["id"]
    answer = client.get(f"{REPORT}{page.pk}/")
    link = '<a href="https://press.example/norrvind/wind">Wind &amp; water</a>'
    assert [(snippet.name, snippet.html) for snippet in answer.context["snippets"]] == [
        ("The whole release", f'<newsroom-release release="{uid}">{link}</newsroom-release>'),
        (
            "The release in short",
            f'<newsroom-release release="{uid}" view="summary">{link}</newsroom-release>',
        ),
        (
            "Its conversation, with a form for comments",
            f'<newsroom-thread item="{uid}">{link}</newsroom-thread>',
        ),
        (
            "The quote “We “waited” <long>.”",
            f'<newsroom-quote release="{uid}" block="{block}">{link}</newsroom-quote>',
        ),
        (
            "The newest releases of Norrvind",
            '<newsroom-releases newsroom="norrvind" count="5"><a href="https://press.example/norrvind">Norrvind</a>'
            "</newsroom-releases>",
        ),
    ]
    assert answer.context["script"].startswith('<script type="module" src="https://press.example/embed/')
    assert "integrity=&quot;sha384-" in answer.content.decode()
    page.unpublish()
    assert client.get(f"{REPORT}{page.pk}/").context["snippets"] == []


def test_of_a_withdrawn_release_the_visits_stay(client, editor, make_release):
    page = make_release("New turbines")
    count(page, "X", 7)
    page.unpublish()
    answer = client.get(f"{REPORT}{page.pk}/")
    assert "The release is not public now." in answer.content.decode()
    assert answer.context["total"] == 7


def test_the_report_has_the_most_followed_first(client, editor, make_release, django_assert_max_num_queries):
    for number in range(3):
        count(make_release(f"Release {number}"), "FACEBOOK", number + 1)
    answer = client.get(REPORT)
    assert [(row.title, row.recent) for row in answer.context["rows"]] == [
        ("Release 2", 3),
        ("Release 1", 2),
        ("Release 0", 1),
    ]
    assert answer.context["channels"] == [("Facebook", 6)]


def test_what_is_not_theirs_is_not_shown_to_editors(client, editor, make_release):
    page = make_release("New turbines")
    count(page, "X", 7)
    stranger = User.objects.create_user("stranger", password="stranger")
    group = Group.objects.create(name="Elsewhere")
    group.permissions.add(*Group.objects.get(name="PR").permissions.filter(codename="access_admin"))
    root = Page.objects.get(depth=1)
    elsewhere = root.add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    GroupPagePermission.objects.create(group=group, page=elsewhere, permission_type="change")
    stranger.groups.add(group)
    client.force_login(stranger)
    assert client.get(f"{REPORT}{page.pk}/").status_code == 302  # away, with a message
    assert client.get(REPORT).context["rows"] == []


def test_nobody_else_sees_anything(client, make_release):
    page = make_release("New turbines")
    for address in (REPORT, f"{REPORT}{page.pk}/"):
        assert client.get(address)["Location"].startswith("/admin/login/")


def test_public_releases_have_a_way_there_and_drafts_have_not(client, editor, make_release):
    page, draft = make_release("New turbines"), make_release("Draft", publish=False)
    assert f"{REPORT}{page.pk}/" in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f"{REPORT}{draft.pk}/" not in client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
