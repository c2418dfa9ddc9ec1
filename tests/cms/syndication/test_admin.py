"""Partners in the admin: who may see them, keys that are shown once, and the screens on which editors see who is behind."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.ledger.models import Item
from cms.releases.models import ReleasePage
from cms.syndication.admin.use import late_of
from cms.syndication.carrying import Carrying, carriers_of
from cms.syndication.keys import viewer_of_key
from cms.syndication.models import Partner, PartnerKey, PartnerUse, Receipt
from cms.syndication.services.keys import issue_key
from cms.syndication.services.receipts import Shown, acknowledge

KEY = re.compile(r"nrk_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}")


def member(client, group):
    user = User.objects.create_user(group.lower(), password="a long pass phrase")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


@pytest.fixture
def editor(client, db):
    return member(client, "PR")


def log():
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def form_of(partner, **fields):
    return {
        "organisation": partner.organisation if partner else "Dagens Kraft",
        "active": "on",
        "sites": "",
        "contact_name": "",
        "contact_email": "",
        "terms": "",
        "asset_use": "ALL",
        "comments": "on",
        "rate_limit": "600",
    } | fields


@pytest.mark.django_db
def test_pr_manages_partners_and_others_do_not_see_them(client, newsroom):
    member(client, "Marketing")
    partner = Partner.objects.create(organisation="Dagens Kraft")
    for address in (
        reverse("newsroom_partners:index"),
        reverse("newsroom_partners:edit", args=[partner.pk]),
        reverse("newsroom_partner_keys", args=[partner.pk]),
        reverse("newsroom_partner_use", args=[partner.pk]),
        reverse("newsroom_carriers", args=[Item.objects.first().pk]),
    ):
        assert client.get(address).status_code == 302, address
    assert client.post(reverse("newsroom_partner_keys", args=[partner.pk]), {"name": "x"}).status_code == 302
    assert PartnerKey.objects.count() == 0
    assert "Partners" not in client.get("/admin/").content.decode()
    member(client, "PR")
    assert "newsroom-partners" in client.get("/admin/").content.decode()
    assert client.get(reverse("newsroom_partners:index")).status_code == 200


@pytest.mark.django_db
def test_a_partner_is_made_and_its_scope_changed(client, editor, newsroom, topic):
    answer = client.post(
        reverse("newsroom_partners:add"),
        form_of(None, newsrooms=[newsroom.pk], kinds=["NEWS", "ASSET"], topics=[topic.pk], locales=["en"]),
    )
    assert answer.status_code == 302, answer.context["form"].errors
    partner = Partner.objects.get()
    assert (partner.kinds, partner.locales, list(partner.newsrooms.all())) == (
        ["NEWS", "ASSET"],
        ["en"],
        [newsroom],
    )
    assert (partner.some_newsrooms, partner.some_topics) == (True, True)
    client.post(reverse("newsroom_partners:edit", args=[partner.pk]), form_of(partner))
    partner.refresh_from_db()
    assert (partner.kinds, partner.some_newsrooms, partner.some_topics) == ([], False, False)
    assert log() == ["wagtail.create", "wagtail.edit"]
    refused = client.post(
        reverse("newsroom_partners:edit", args=[partner.pk]),
        form_of(partner, rate_limit="0", kinds=["ADVERT"]),
    )
    assert set(refused.context["form"].errors) == {"rate_limit", "kinds"}


@pytest.mark.django_db
def test_a_key_is_shown_once(client, editor):
    partner = Partner.objects.create(organisation="Dagens Kraft")
    address = reverse("newsroom_partner_keys", args=[partner.pk])
    answer = client.post(address, {"name": "CMS", "expires_at": ""})
    (key,) = set(KEY.findall(answer.content.decode()))
    assert "no-store" in answer["Cache-Control"]
    assert viewer_of_key(key).partner == partner.pk
    again = client.get(address).content.decode()
    assert not KEY.findall(again)
    assert key[:12] in again
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user, entry.data) == (
        "newsroom.partner.key.issue",
        editor,
        {"key": key[:12], "name": "CMS"},
    )
    assert entry.message == f"Made the key {key[:12]}"
    past = client.post(address, {"name": "CMS", "expires_at": "2001-01-01 10:00"})
    assert (past.status_code, PartnerKey.objects.count()) == (422, 1)


@pytest.mark.django_db
def test_a_key_is_replaced_and_revoked_after_a_question(client, editor):
    partner = Partner.objects.create(organisation="Dagens Kraft")
    _key, row = issue_key(partner=partner)
    replace = reverse("newsroom_partner_key_rotate", args=[partner.pk, row.pk])
    assert "seven days" in client.get(replace).content.decode()
    assert PartnerKey.objects.count() == 1
    assert len(set(KEY.findall(client.post(replace).content.decode()))) == 1
    revoke = reverse("newsroom_partner_key_revoke", args=[partner.pk, row.pk])
    assert "cannot be brought back" in client.get(revoke).content.decode()
    row.refresh_from_db()
    assert row.revoked_at is None
    assert client.post(revoke).status_code == 302
    row.refresh_from_db()
    assert row.revoked_at is not None
    assert client.post(replace).status_code == 302
    assert PartnerKey.objects.count() == 2
    assert log() == ["newsroom.partner.key." + verb for verb in ("issue", "issue", "rotate", "revoke")]
    other = Partner.objects.create(organisation="Other")
    assert client.get(reverse("newsroom_partner_key_revoke", args=[other.pk, row.pk])).status_code == 404


@pytest.mark.django_db
def test_editors_see_who_shows_what(client, editor, make_release, newsroom, client_line):
    release = make_release("Turbines")
    assert "newsroom-carried" not in client_line(release)
    partners = {name: Partner.objects.create(organisation=name) for name in ("Fresh", "Stale", "Silent")}
    item = Item.objects.get(source_id=release.pk)

    def shows(name, version):
        viewer = viewer_of_key(issue_key(partner=partners[name])[0])
        acknowledge(viewer=viewer, entries=[Shown(item.pk, version, "https://partner.example/x")])

    shows("Stale", 1)
    release.title = "Turbines, corrected"
    release.save_revision().publish()
    shows("Fresh", 2)
    line = client_line(release)
    assert "2 partners say that they carry this" in line
    assert "Older version: Stale" in line
    assert 'role="alert"' not in line
    screen = client.get(reverse("newsroom_carriers", args=[item.pk])).content.decode()
    assert screen.index("Shows an older version") < screen.index("Shows the newest version")
    assert "Has not fetched the newest version" in screen
    release.unpublish()
    shows("Fresh", 3)
    assert "Still shown, although it was withdrawn: Stale" in client_line(release)
    screen = client.get(reverse("newsroom_carriers", args=[item.pk])).content.decode()
    assert screen.index("Still shows it, although it was withdrawn") < screen.index("Has taken it down")
    assert "Silent" not in screen
    use = client.get(reverse("newsroom_partner_use", args=[partners["Stale"].pk])).content.decode()
    assert "Turbines, corrected" in use
    assert "Still shows it, although it was withdrawn" in use


@pytest.mark.django_db
def test_what_has_left_a_scope_is_to_be_taken_down_once(
    client, editor, make_release, newsroom, second_newsroom
):
    partner = Partner.objects.create(organisation="Dagens Kraft")
    partner.newsrooms.set([newsroom])
    release = make_release("Turbines")
    item = Item.objects.get(source_id=release.pk)
    key, _row = issue_key(partner=partner)

    def shows(version):
        acknowledge(viewer=viewer_of_key(key), entries=[Shown(item.pk, version)])

    shows(1)
    release.move(second_newsroom, pos="last-child")
    (carrier,) = carriers_of(Item.objects.get(pk=item.pk))
    assert (carrier.state, carrier.newest, carrier.shown) == (Carrying.SHOWS_WITHDRAWN, 2, 1)
    shows(2)
    release = ReleasePage.objects.get(pk=release.pk)
    release.title = "Elsewhere"
    release.save_revision().publish()
    (carrier,) = carriers_of(Item.objects.get(pk=item.pk))
    assert (carrier.state, carrier.newest, carrier.shown) == (Carrying.TAKEN_DOWN, 2, 2)
    assert late_of(partner) == []
    use = client.get(reverse("newsroom_partner_use", args=[partner.pk])).content.decode()
    assert "It has acknowledged 1 item." in use


@pytest.fixture
def client_line(client):
    """The part of a page's edit view that is about partners."""

    def read(page):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        found = re.search(r'<section class="newsroom-carried.*?</section>', html, re.DOTALL)
        return found[0] if found else ""

    return read


@pytest.mark.django_db
def test_the_list_says_who_keeps_up(client, editor, make_release):
    never, behind, fresh = (
        Partner.objects.create(organisation=name) for name in ("Never", "Behind", "Fresh")
    )
    for number in range(3):
        make_release(f"Release {number}")
    newest = Item.objects.latest("seq").seq
    for partner, seq in ((behind, newest - 2), (fresh, newest)):
        PartnerUse.objects.create(partner=partner, day="2026-11-29", seq=seq, at="2026-11-29T10:00Z")
    issue_key(partner=never)
    html = client.get(reverse("newsroom_partners:index")).content.decode()
    for words in ("Has never fetched", "2 changes behind", "Up to date", "1 key<", "0 keys<"):
        assert words in html, words
    assert "3 changes have not been fetched yet" not in html
    assert (
        "2 changes have not been fetched yet"
        in client.get(reverse("newsroom_partner_use", args=[behind.pk])).content.decode()
    )


@pytest.mark.django_db
def test_what_was_chosen_and_is_gone_is_said(client, editor, newsroom):
    partner = Partner.objects.create(organisation="Dagens Kraft")
    partner.newsrooms.set([newsroom])
    newsroom.delete()
    html = client.get(reverse("newsroom_partners:edit", args=[partner.pk])).content.decode()
    assert "What was chosen here has been deleted: newsrooms." in html


@pytest.mark.django_db
def test_what_is_deleted_takes_its_receipts_along(client, editor, make_release):
    partner = Partner.objects.create(organisation="Dagens Kraft")
    release = make_release()
    item = Item.objects.get(source_id=release.pk)
    viewer = viewer_of_key(issue_key(partner=partner)[0])
    acknowledge(viewer=viewer, entries=[Shown(item.pk, 1)])
    assert client.post(reverse("newsroom_partners:delete", args=[partner.pk])).status_code == 302
    assert (Partner.objects.count(), Receipt.objects.count(), Item.objects.filter(pk=item.pk).count()) == (
        0,
        0,
        1,
    )
