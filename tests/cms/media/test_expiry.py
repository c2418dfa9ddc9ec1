"""Rights that end: who is told, once, in which language; what the home page shows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.media import expiry
from cms.media.models import NewsroomImage

DAY = timedelta(days=1)


@pytest.fixture
def uploader(db):
    return User.objects.create_user("asa", email="asa@norrvind.example", password="x")


def test_the_uploader_is_told_once_of_all_that_ends_within_two_weeks(make_image, make_document, uploader):
    now = timezone.now()
    first = make_image("Mast", expires_at=now + 13 * DAY, uploaded_by_user=uploader)
    make_document("Report", expires_at=now + 2 * DAY, uploaded_by_user=uploader)
    make_image("Later", expires_at=now + 15 * DAY, uploaded_by_user=uploader)
    make_image("Ended", expires_at=now - DAY, uploaded_by_user=uploader)
    assert expiry.tell_editors() == 1
    assert expiry.tell_editors() == 0
    (letter,) = mail.outbox
    assert letter.to == ["asa@norrvind.example"]
    assert letter.subject == "The rights to 2 files end soon"
    assert f"http://testserver/admin/images/{first.pk}/" in letter.body
    assert "Report" in letter.body
    assert "Later" not in letter.body
    assert "Ended" not in letter.body


def test_without_an_uploader_the_press_office_is_told_in_its_language(make_image):
    member = User.objects.create_user("pr", email="pr@norrvind.example", password="x")
    member.groups.add(Group.objects.get(name="PR"))
    profile = UserProfile.get_for_user(member)
    profile.preferred_language = "sv"
    profile.save()
    make_image("Mast", expires_at=timezone.now() + DAY)
    assert expiry.tell_editors() == 1
    (letter,) = mail.outbox
    assert letter.to == ["pr@norrvind.example"]
    assert letter.subject == "Rättigheterna till ”Mast” upphör snart"


def test_renewed_rights_are_told_of_again_when_they_end(make_image, uploader):
    image = make_image("Mast", expires_at=timezone.now() + DAY, uploaded_by_user=uploader)
    assert expiry.tell_editors() == 1
    NewsroomImage.objects.filter(pk=image.pk).update(expires_at=timezone.now() + 100 * DAY)
    assert expiry.tell_editors() == 0
    NewsroomImage.objects.filter(pk=image.pk).update(expires_at=timezone.now() + DAY)
    assert expiry.tell_editors() == 1


def test_an_email_that_fails_is_tried_again(make_image, uploader, monkeypatch):
    image = make_image("Mast", expires_at=timezone.now() + DAY, uploaded_by_user=uploader)

    def fail(*args, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(expiry, "send_mail", fail)
        assert expiry.tell_editors() == 0
    image.refresh_from_db()
    assert image.expiry_told_at is None
    assert expiry.tell_editors() == 1


def test_the_home_page_shows_what_ends_and_what_has_ended_but_is_used(admin_client, make_image, make_release):
    now = timezone.now()
    used = make_image("Still used", expires_at=now - DAY)
    make_image("Ending", expires_at=now + DAY)
    make_image("Ended and unused", expires_at=now - DAY)
    make_image("Fine")
    make_release(hero=used)
    html = admin_client.get("/admin/").content.decode()
    panel = html[html.index("newsroom-rights") :]
    assert "Rights that end soon" in panel
    assert "Ending</a>" in panel
    assert "Still used</a>" in panel
    assert "Ended and unused" not in panel
    assert "Fine</a>" not in panel
