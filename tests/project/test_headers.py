"""Headers of the host site that keep browsers from doing harm."""

from __future__ import annotations

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from cms.media.models import NewsroomFile
from cms.project.middleware import policy_for


def directives(header: str) -> dict[str, list[str]]:
    parts = (part.split() for part in header.split(";") if part.strip())
    return {name: sources for name, *sources in parts}


@pytest.mark.django_db
def test_the_admins_pages_load_nothing_from_elsewhere():
    response = Client().get("/admin/login/")
    assert response.status_code == 200
    policy = directives(response["Content-Security-Policy"])
    assert policy["default-src"] == ["'self'"]
    assert policy["script-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/norrvind/x", "/api/v1/releases", "/graphql/"])
def test_the_rest_of_the_site_runs_no_script_from_the_page(path):
    policy = policy_for(path)
    assert policy["default-src"] == ["'self'"]
    assert "script-src" not in policy


def test_graphiql_may_have_the_typefaces_of_its_style_sheet_and_nothing_more():
    assert policy_for("/graphql/") == policy_for("/") | {"font-src": ["'self'", "data:"]}
    assert "font-src" not in policy_for("/graphql/x")


def test_nothing_runs_in_a_file_of_the_vault():
    """Uploads of HTML are refused; this one came there in another way."""
    name = default_storage.save("page.html", ContentFile(b"<script>alert(1)</script>"))
    response = Client().get(default_storage.url(name))
    assert response.status_code == 200
    policy = directives(response["Content-Security-Policy"])
    assert policy == {
        "sandbox": [],
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "media-src": ["'self'"],
        "img-src": ["'self'"],
    }
    assert response["Content-Disposition"] == "attachment"


def test_files_of_the_storages_may_be_shown_wherever_they_come_from(settings):
    settings.NEWSROOM_SHELF_URL = "http://files.example:9000/press"
    assert policy_for("/admin/")["connect-src"] == ["'self'", "http://files.example:9000"]
    for path in ("/admin/", "/norrvind"):
        assert policy_for(path)["img-src"][-1] == "http://files.example:9000"
        assert policy_for(path)["media-src"][-1] == "http://files.example:9000"


def test_the_admin_frames_itself_and_players_and_the_public_pages_only_themselves():
    assert policy_for("/admin/pages/3/edit/")["frame-src"] == ["'self'", "https:"]
    assert "frame-src" not in policy_for("/norrvind")


@pytest.mark.django_db
def test_the_admin_lists_files_by_addresses_that_cannot_be_guessed(admin_client):
    file = NewsroomFile.objects.create(title="Report", file=ContentFile(b"Text.", name="report.txt"))
    response = admin_client.get("/admin/documents/")
    assert response.status_code == 200
    assert re.fullmatch(r"/vault/[\w~-]+/files/[0-9a-f]{32}/report\.txt", file.url)
    assert file.url in response.content.decode()
    assert admin_client.get(f"/documents/{file.pk}/report.txt").status_code == 404
