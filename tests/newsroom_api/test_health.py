"""`/healthz` says that the process runs, `/readyz` that database, storage and worker do; neither says why not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.ledger.models import Heartbeat
from newsroom_api import health


def test_the_process_answers_without_the_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json(), response["Cache-Control"]) == (
        200,
        {"status": "ok"},
        "no-store",
    )
    for address in ("/healthz", "/readyz"):
        assert Client(enforce_csrf_checks=True).post(address).status_code == 405


@pytest.mark.django_db
def test_ready_when_everything_works(client):
    Heartbeat.objects.create(name="tick", at=timezone.now())
    response = client.get("/readyz")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert response.json() == {
        "status": "ok",
        "checks": {"database": "ok", "storage": "ok", "worker": "ok"},
    }
    assert default_storage.listdir("newsroom-health")[1] == []


@pytest.mark.django_db
def test_a_worker_that_stopped_or_never_ran_is_told(client):
    assert client.get("/readyz").json()["checks"] == {"database": "ok", "storage": "ok", "worker": "failed"}
    Heartbeat.objects.create(name="tick", at=timezone.now() - timedelta(seconds=31))
    response = client.get("/readyz")
    assert (response.status_code, response.json()["checks"]["worker"]) == (503, "failed")


@pytest.mark.django_db
def test_what_fails_is_named_and_nothing_more(client, monkeypatch, caplog):
    def explode() -> bool:
        raise OSError("disk /srv/secret is full")

    Heartbeat.objects.create(name="tick", at=timezone.now())
    monkeypatch.setitem(health.CHECKS, "storage", explode)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": "ok", "storage": "failed", "worker": "ok"}
    assert b"secret" not in response.content
    assert "secret" in caplog.text


@pytest.mark.django_db
def test_the_check_of_the_process_makes_no_statement(client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/healthz")
    assert len(queries) == 0
