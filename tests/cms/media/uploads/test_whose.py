"""Whose an upload is, who may begin one, and what others have."""

from __future__ import annotations

import hashlib
import json
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import Collection

from cms.media.models import NewsroomFile, Upload
from tests.cms.media.uploads.sending import (
    ADDRESS,
    TEXT,
    begin,
    complete,
    editor_named,
    in_vault,
    pieces,
    png,
    put,
    root,
    upload,
)

pytestmark = pytest.mark.django_db


def test_what_others_have_that_one_may_not_see_is_no_duplicate(logged_in, client):
    """Editors see what they uploaded or may change; a file in a collection that is closed to them is not told of."""
    boss = User.objects.create_superuser("boss")
    hidden = root().add_child(instance=Collection(name="Board"))
    NewsroomFile.objects.bulk_create(
        [
            NewsroomFile(
                title="secret",
                collection=hidden,
                uploaded_by_user=boss,
                sha256=hashlib.sha256(TEXT).hexdigest(),
                file="x.txt",
            )
        ]
    )
    Group.objects.get(name="PR").collection_permissions.update(
        collection=root().add_child(instance=Collection(name="Open"))
    )
    opened = Collection.objects.get(name="Open")
    uid = begin(logged_in, collection=opened.pk).json()["id"]
    for number, piece in enumerate(pieces(TEXT), 1):
        put(logged_in, uid, number, piece)
    assert complete(logged_in, uid).json()["state"] == "DONE"


def test_a_type_that_one_may_not_add_is_refused_by_content(logged_in, places):
    Group.objects.get(name="PR").collection_permissions.filter(
        permission__content_type__app_label="wagtailimages"
    ).delete()
    assert begin(logged_in, png(), "picture.png").status_code == 403
    done = upload(logged_in, png(), "picture.txt")
    assert done["state"] == "REFUSED"
    assert done["message"] == "This is an image, and you may not add images to this collection."
    assert in_vault(places) == []


def test_uploads_belong_to_their_uploader(logged_in, client):
    uid = begin(logged_in).json()["id"]
    other = Client()
    other.force_login(editor_named("Bo"))
    assert other.get(f"{ADDRESS}{uid}/").status_code == 404
    assert put(other, uid, 1, pieces(TEXT)[0]).status_code == 404
    assert complete(other, uid).status_code == 404
    assert other.delete(f"{ADDRESS}{uid}/").status_code == 404
    assert other.get(ADDRESS).json()["uploads"] == []
    boss = Client()
    boss.force_login(User.objects.create_superuser("boss"))
    assert boss.get(f"{ADDRESS}{uid}/").status_code == 200
    assert Upload.objects.filter(pk=uid).exists()


def test_strangers_are_told_to_log_in(client):
    for answer in (client.get(ADDRESS), begin(client), put(client, str(uuid4()), 1, b"x")):
        assert answer.status_code == 401
        assert answer.json()["code"] == "LOGIN_NEEDED"
    nobody = User.objects.create_user("nobody")
    client.force_login(nobody)
    assert client.get(ADDRESS).status_code == 403
    assert client.get("/admin/upload-files/").status_code == 302


def test_requests_need_the_token(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert begin(client).status_code == 403
    token = client.get(ADDRESS).json()["csrf_token"]
    asked = {"name": "report.txt", "size": len(TEXT), "collection": root().pk}
    begun = client.post(
        ADDRESS, json.dumps(asked), content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert begun.status_code == 201
    assert put(client, begun.json()["id"], 1, pieces(TEXT)[0]).status_code == 403
    assert (
        put(client, begun.json()["id"], 1, pieces(TEXT)[0], headers={"X-CSRFToken": token}).status_code == 204
    )
