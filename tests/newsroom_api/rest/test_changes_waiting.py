"""Requests that wait: they end as soon as something in scope happens, and keep nothing from anybody meanwhile."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection

from cms.syndication.services.keys import issue_key, revoke_key
from cms.syndication.waiting import waiting

from .follower import CHANGES, Follower


def later(seconds, do):
    def run():
        time.sleep(seconds)
        try:
            do()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def timed(client, reader, seconds):
    address = reader.next.removeprefix("http://testserver")
    address += "" if "wait=" in address else f"&wait={seconds}"
    begun = time.monotonic()
    answer = client.get(address, headers=reader.headers)
    return answer, time.monotonic() - begun


@pytest.mark.django_db(transaction=True)
def test_a_publication_ends_the_wait_and_what_is_out_of_scope_does_not(client, make_release, make_partner):
    key, row = issue_key(partner=make_partner(kinds=["NEWS"]))
    reader = Follower(client, {"Authorization": f"Bearer {key}"})
    reader.catch_up()
    threads = [
        later(0.2, lambda: make_release("Other")),
        later(1.2, lambda: make_release("Awaited", kind="NEWS")),
    ]
    answer, took = timed(client, reader, 20)
    for thread in threads:
        thread.join()
    assert [row["document"]["title"] for row in answer.json()["results"]] == ["Awaited"]
    assert 1.0 < took < 15
    assert answer["Cache-Control"] == "no-store"
    assert not answer.has_header("ETag")
    reader.next = answer.json()["next"]
    threads = [
        later(0.2, lambda: revoke_key(key=row)),
        later(0.4, lambda: make_release("Too late", kind="NEWS")),
    ]
    answer, took = timed(client, reader, 20)
    for thread in threads:
        thread.join()
    assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHORIZED")
    assert waiting.count() == 0


@pytest.mark.django_db
def test_nothing_happens(client, make_release, settings):
    make_release()
    reader = Follower(client)
    reader.catch_up()
    answer, took = timed(client, reader, 1)
    assert (answer.json()["results"], answer.json()["has_more"]) == ([], False)
    assert 1 <= took < 10
    assert answer.json()["next"].rpartition("after=")[2] == reader.next.rpartition("after=")[2]
    settings.NEWSROOM = settings.NEWSROOM | {"CHANGES_WAITING": 0}
    answer, took = timed(client, reader, 20)
    assert (answer.status_code, took < 15) == (200, True)


@pytest.mark.django_db
def test_one_reader_has_a_share_of_the_places(client, make_partner, make_release, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"CHANGES_WAITING": 10}
    make_release()
    reader = Follower(client)
    reader.catch_up()
    for _place in range(2):
        assert waiting._enter("127.0.0.1")
    try:
        assert timed(client, reader, 20)[1] < 2
        key, _row = issue_key(partner=make_partner())
        partner = Follower(client, {"Authorization": f"Bearer {key}"})
        partner.catch_up()
        answer, took = timed(client, partner, 1)
        assert (answer.status_code, took >= 1) == (200, True)
    finally:
        for _place in range(2):
            waiting._leave("127.0.0.1")
    assert waiting.count() == 0


@pytest.mark.django_db
def test_what_is_there_is_not_waited_for(client, make_release):
    make_release()
    begun = time.monotonic()
    assert len(client.get(CHANGES, {"wait": 20}).json()["results"]) == 2
    assert client.head(CHANGES, {"wait": 20, "type": "ASSET"}).status_code == 200
    assert time.monotonic() - begun < 15
