"""Unpublishing and deleting in the admin ask for a public reason, and say what happens."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from cms.ledger.models import Edition, Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage


@pytest.fixture
def editor(admin_client):
    return admin_client


@pytest.fixture
def release(make_release):
    return make_release()


def withdrawals():
    rows = Edition.objects.filter(action="WITHDRAWN").order_by("seq")
    return [(row.item.type, row.note) for row in rows]


@pytest.mark.parametrize("action", ["unpublish", "delete"])
class TestOne:
    def test_the_screen_says_what_happens(self, editor, release, action):
        html = editor.get(f"/admin/pages/{release.pk}/{action}/").content.decode()
        assert html.count('<textarea name="withdrawal_reason"') == 1
        field = html[html.index('name="withdrawal_reason"') :]
        assert "required" in field[: field.index(">")]
        form = html[html.index(f'action="/admin/pages/{release.pk}/{action}/"') :]
        assert 'name="withdrawal_reason"' in form[: form.index("</form>")]
        assert "says from then on that it was withdrawn" in html

    def test_without_a_reason_nothing_is_done(self, editor, release, action):
        url = f"/admin/pages/{release.pk}/{action}/"
        response = editor.post(url, {"next": "/admin/", "withdrawal_reason": " "}, follow=True)
        assert response.redirect_chain == [(f"{url}?reason=missing&next=%2Fadmin%2F", 302)]
        assert "Write a reason. Nothing has been withdrawn yet." in response.content.decode()
        assert ReleasePage.objects.get(pk=release.pk).live
        assert withdrawals() == []

    def test_the_reason_is_public(self, editor, release, action):
        data = {"withdrawal_reason": "The figures were wrong."}
        assert editor.post(f"/admin/pages/{release.pk}/{action}/", data).status_code == 302
        assert withdrawals() == [("RELEASE", "The figures were wrong.")]

    def test_a_draft_needs_no_reason(self, editor, make_release, action):
        draft = make_release("Draft", publish=False)
        html = editor.get(f"/admin/pages/{draft.pk}/delete/").content.decode()
        assert "withdrawal_reason" not in html
        assert editor.post(f"/admin/pages/{draft.pk}/delete/").status_code == 302
        assert not Page.objects.filter(pk=draft.pk).exists()

    def test_a_newsroom_says_what_closes_with_it(self, editor, newsroom, make_release, action):
        make_release("One")
        make_release("Two")
        url = f"/admin/pages/{newsroom.pk}/{action}/"
        html = editor.get(url).content.decode()
        assert "2 public items in the newsroom close with it." in html
        inside, sentence = {
            "unpublish": ("The newsroom is closed.", "Their reason says: “The newsroom is closed.”"),
            "delete": ("We have merged.", "The same reason is shown for them."),
        }[action]
        assert sentence in html
        editor.post(url, {"withdrawal_reason": "We have merged."})
        assert sorted(withdrawals()) == [
            ("NEWSROOM", "We have merged."),
            ("RELEASE", inside),
            ("RELEASE", inside),
        ]


def test_deleting_a_parent_asks_for_what_is_below(editor, locale):
    root = Page.objects.filter(depth=1).first()
    section = root.add_child(instance=Page(title="Brands", slug="brands", live=False, locale=locale))
    section.add_child(instance=NewsroomPage(title="Below", slug="below", live=True, locale=locale))
    url = f"/admin/pages/{section.pk}/delete/"
    assert "1 item below this page is public." in editor.get(url).content.decode()
    editor.post(url, {})
    assert Page.objects.filter(pk=section.pk).exists()
    editor.post(url, {"withdrawal_reason": "Sold."})
    assert withdrawals() == [("NEWSROOM", "Sold.")]


def test_a_mistyped_confirmation_keeps_no_reason(editor, release):
    data = {"withdrawal_reason": "Wrong.", "confirm_site_name": "something else"}
    assert editor.post(f"/admin/pages/{release.pk}/delete/", data).status_code == 200
    assert ReleasePage.objects.get(pk=release.pk).withdrawal_reason == ""


@pytest.mark.parametrize(
    ("action", "default"),
    [
        ("unpublish", "The publisher has withdrawn this item."),
        ("delete", "The publisher has removed this item."),
    ],
)
class TestMany:
    def test_one_reason_for_all(self, editor, make_release, action, default):
        pages = [make_release("One"), make_release("Two")]
        url = f"/admin/bulk/wagtailcore/page/{action}/?id={pages[0].pk}&id={pages[1].pk}&next=/admin/"
        html = editor.get(url).content.decode()
        assert html.count('<textarea name="withdrawal_reason"') == 1
        assert default in html
        assert editor.post(url, {"withdrawal_reason": "Wrong figures."}).status_code == 302
        assert withdrawals() == [("RELEASE", "Wrong figures."), ("RELEASE", "Wrong figures.")]

    def test_the_default_reason(self, editor, release, action, default):
        ReleasePage.objects.update(withdrawal_reason="stale")
        editor.post(f"/admin/bulk/wagtailcore/page/{action}/?id={release.pk}&next=/admin/", {})
        assert withdrawals() == [("RELEASE", default)]
        assert Item.objects.get(type="RELEASE").state == "WITHDRAWN"
