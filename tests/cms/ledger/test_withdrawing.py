"""Every way in which Wagtail takes a page away, with the exact editions it makes and the reason they give."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from cms.ledger.models import Edition, Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from tests.cms.ledger.pages import let_time_pass, reason_of, run_scheduled, schedule
from tests.items import item_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("given", ["", "It was wrong."])
def test_unpublish(make_release, new_editions, given):
    page = make_release()
    page.withdrawal_reason = given
    page.unpublish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == (given or "The publisher has withdrawn this item.")
    item = item_of(page)
    assert (item.state, item.title, item.document, item.card) == ("WITHDRAWN", "", None, None)


def test_expiry(make_release, new_editions, monkeypatch):
    page = make_release()
    schedule(page, expire=True)
    new_editions()
    let_time_pass(monkeypatch, 3)
    assert "Expired: " in run_scheduled()
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == "This item was published for a limited time, which has ended."


def test_wagtails_own_expiry_of_base_pages_is_seen(make_release, new_editions):
    page = make_release()
    new_editions()
    Page.objects.get(pk=page.pk).unpublish(set_expired=True)
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == "This item was published for a limited time, which has ended."


def test_delete(make_release, new_editions):
    page = make_release()
    pk = page.pk
    new_editions()
    Page.objects.get(pk=pk).delete()
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    item = Item.objects.get(source_id=pk, source_type="page")
    assert Edition.objects.get(seq=item.seq).note == "The publisher has removed this item."


def test_delete_with_a_reason_from_the_admin(make_release, admin, new_editions):
    page = make_release()
    new_editions()
    ReleasePage.objects.filter(pk=page.pk).update(withdrawal_reason="It was wrong.")
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"withdrawal_reason": "It was wrong."})
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert Edition.objects.last().note == "It was wrong."


def test_delete_of_the_newsroom_with_everything_in_it(newsroom, make_release, new_editions):
    make_release("First")
    make_release("Second")
    make_release("Draft", publish=False)
    new_editions()
    NewsroomPage.objects.get(pk=newsroom.pk).delete()
    assert new_editions() == [("WITHDRAWN", "norrvind"), ("WITHDRAWN", "first"), ("WITHDRAWN", "second")]
    assert set(Edition.objects.filter(action="WITHDRAWN").values_list("note", flat=True)) == {
        "The publisher has removed this item."
    }


def test_delete_by_queryset(make_release, new_editions):
    first, second = make_release("First"), make_release("Second")
    new_editions()
    Page.objects.filter(pk__in=[first.pk, second.pk]).delete()
    assert new_editions() == [("WITHDRAWN", "first"), ("WITHDRAWN", "second")]


def test_bulk_delete(make_release, admin, new_editions):
    pages = [make_release(title) for title in ("First", "Second")]
    new_editions()
    query = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert admin.post(f"{url}?{query}").status_code == 302
    assert new_editions() == [("WITHDRAWN", "first"), ("WITHDRAWN", "second")]


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
@pytest.mark.parametrize("on_newsroom", [True, False])
def test_view_restriction(newsroom, make_release, new_editions, in_background, kind, on_newsroom):
    page = make_release()
    new_editions()
    target = newsroom if on_newsroom else page
    restriction = PageViewRestriction.objects.create(
        page_id=target.pk, restriction_type=kind, password="secret"
    )
    expected = ["norrvind", "new-turbines"] if on_newsroom else ["new-turbines"]
    assert new_editions() == [("WITHDRAWN", slug) for slug in expected]
    assert reason_of(page) == "This item is no longer open to everybody."
    page.title = "Newer turbines"
    page.save_revision().publish()
    assert new_editions() == []
    with in_background():
        restriction.delete()
    assert new_editions() == [("ISSUED", slug) for slug in expected]


def test_deleting_a_restricted_page_publishes_nothing(make_release, new_editions):
    page = make_release()
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")
    new_editions()
    Page.objects.get(pk=page.pk).delete()
    assert new_editions() == []


def test_closing_a_newsroom_closes_everything_in_it_at_once(
    newsroom, make_release, new_editions, in_background
):
    make_release("First")
    make_release("Second")
    new_editions()
    newsroom = NewsroomPage.objects.get(pk=newsroom.pk)
    newsroom.withdrawal_reason = "We have moved."
    newsroom.unpublish()
    assert new_editions() == [("WITHDRAWN", "norrvind"), ("WITHDRAWN", "first"), ("WITHDRAWN", "second")]
    notes = list(Edition.objects.filter(action="WITHDRAWN").values_list("note", flat=True))
    assert notes == ["We have moved.", "The newsroom is closed.", "The newsroom is closed."]
    with in_background():
        newsroom.save_revision().publish()
    assert new_editions() == [("ISSUED", "norrvind"), ("ISSUED", "first"), ("ISSUED", "second")]


def test_a_reason_of_ours_is_in_the_language_of_what_is_withdrawn(newsroom, make_release):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    release = make_release("Vind", locale=swedish)
    release.unpublish()
    assert Edition.objects.latest("seq").note == "Utgivaren har dragit tillbaka detta."
    release.save_revision().publish()
    release = release.get_latest_revision_as_object()
    release.withdrawal_reason = "The publisher has removed this item, he says."
    release.save()
    release.unpublish()
    assert Edition.objects.latest("seq").note == "The publisher has removed this item, he says."
