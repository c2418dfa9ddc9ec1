"""An asset gets a page of its own from the screen where it is edited; listings of asset pages and press kits."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from cms.ledger.models import Item
from cms.library.models import MediaAssetPage


def address(asset):
    return reverse("newsroom_add_asset_page", args=[asset._meta.model_name, asset.pk])


def test_a_draft_begins_with_the_asset_and_its_title(admin_client, newsroom, make_image):
    image = make_image("Mast at sea")
    assert address(image) in admin_client.get(f"/admin/images/{image.pk}/").content.decode()
    assert "Norrvind" in admin_client.get(address(image)).content.decode()
    answer = admin_client.post(address(image), {"newsroom": newsroom.pk})
    page = MediaAssetPage.objects.get()
    assert answer["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert (page.title, page.slug, page.image, page.live) == ("Mast at sea", "mast-at-sea", image, False)
    assert page.get_latest_revision_as_object().image == image
    assert not Item.objects.filter(type="ASSET").exists()
    html = admin_client.get(f"/admin/images/{image.pk}/").content.decode()
    assert "Its page: Mast at sea" in html


def test_a_second_page_gets_another_slug(admin_client, newsroom, make_document):
    report = make_document("Report")
    for _time in range(2):
        assert admin_client.post(address(report), {"newsroom": newsroom.pk}).status_code == 302
    assert sorted(MediaAssetPage.objects.values_list("slug", flat=True)) == ["report", "report-2"]


@pytest.mark.parametrize("group", ["PR", "Marketing", "Customer service"])
def test_only_those_who_may_add_pages_begin_one(client, newsroom, make_image, group):
    user = User.objects.create_user("u", password="u")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    image = make_image(uploaded_by_user=user)
    client.post(address(image), {"newsroom": newsroom.pk})
    assert MediaAssetPage.objects.exists() is (group != "Customer service")


def test_asset_pages_and_press_kits_are_listed(admin_client, make_asset_page):
    make_asset_page("Mast")
    html = admin_client.get("/admin/newsroom-assets/").content.decode()
    assert "Mast" in html
    assert admin_client.get("/admin/newsroom-press-kits/").status_code == 200
