"""The report of editions, the home page's panel, and translating a newsroom with its releases in the admin."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Locale

from cms.ledger.admin.report import ITEM_TYPES, editions_for
from cms.ledger.document import ItemType
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage

URL = "/admin/reports/newsroom-editions/"


def test_filters_and_export(admin_client, newsroom, make_release):
    release = make_release("Wind")
    release.unpublish()
    rows = admin_client.get(URL, {"action": "WITHDRAWN"}).context["object_list"]
    assert [(row.item.slug, row.note) for row in rows] == [("wind", "The publisher has withdrawn this item.")]
    found = admin_client.get(URL, {"newsroom": str(rows[0].item.newsroom_id)}).context["object_list"]
    assert [row.action for row in found] == ["WITHDRAWN", "ISSUED", "ISSUED"]
    export = b"".join(admin_client.get(URL, {"export": "csv"}).streaming_content).decode()
    assert export.splitlines()[0].startswith("Number,When,What happened,")
    assert len(export.splitlines()) == 4


def test_others_newsrooms_are_not_shown(newsroom, make_release):
    make_release("Wind")
    user = User.objects.create_user("pr")
    user.groups.add(Group.objects.get(name="PR"))
    assert editions_for(user).count() == 2
    GroupPagePermission.objects.filter(page=newsroom.pk).delete()
    assert editions_for(User.objects.get(pk=user.pk)).count() == 0


def test_the_home_page_shows_what_is_missing(admin_client, make_release):
    make_release("Wind")
    html = admin_client.get("/admin/").content.decode()
    assert "no summary, no press contact" in html


def test_translating_a_newsroom_with_its_releases(admin_client, newsroom, make_release):
    make_release("Wind")
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    url = f"/admin/translation/submit/page/{newsroom.pk}/"
    assert admin_client.post(url, {"locales": swedish.pk, "include_subtree": "on"}).status_code == 302
    copy = NewsroomPage.objects.get(locale=swedish)
    assert (copy.slug, copy.live) == ("norrvind-sv", False)
    release = ReleasePage.objects.get(locale=swedish)
    assert (release.slug.startswith("wind"), release.live, release.get_parent().pk) == (True, False, copy.pk)


def test_what_was_deleted_is_named_and_not_linked(admin_client, make_release):
    release = make_release("Wind")
    assert f'href="/admin/pages/{release.pk}/edit/"' in admin_client.get(URL).content.decode()
    release.delete()
    html = admin_client.get(URL).content.decode()
    assert "wind" in html
    assert f"/admin/pages/{release.pk}/edit/" not in html


def test_every_type_of_item_has_a_name():
    assert set(ITEM_TYPES) == set(ItemType)
