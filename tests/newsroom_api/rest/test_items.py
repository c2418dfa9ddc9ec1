"""Whole items, their history, their addresses, tombstones and previews over REST."""

from __future__ import annotations

from typing import Any

import pytest

from cms.ledger.models import Edition, Item

API = "/api/v1"


@pytest.fixture
def release(make_release: Any) -> Any:
    return make_release("Vindpark i drift", slug="vindpark", summary="Nu snurrar den.")


def uid_of(page: Any) -> str:
    return str(Item.objects.get(source_type="page", source_id=page.pk).uid)


def test_a_detail_is_the_stored_document(client, release):
    item = Item.objects.get(type="RELEASE")
    answer = client.get(f"{API}/releases/{item.uid}")
    assert answer.status_code == 200
    content = answer.json()
    assert {name: content[name] for name in item.document} == item.document
    assert content.keys() - item.document.keys() == {"thread", "official_statement"}
    assert client.get(f"{API}/releases/{item.uid}/").json() == content
    assert client.get(f"{API}/releases/{str(item.uid).upper()}").json() == content


def test_an_item_is_found_under_its_own_type_only(client, release, newsroom):
    assert client.get(f"{API}/newsrooms/{uid_of(newsroom)}").json()["name"] == "Norrvind"
    assert client.get(f"{API}/releases/{uid_of(newsroom)}").status_code == 404
    assert client.get(f"{API}/people/{uid_of(release)}").json()["code"] == "NOT_FOUND"
    assert client.get(f"{API}/releases/{uid_of(newsroom)}/editions").status_code == 404


def test_people_and_topics_have_addresses_of_their_own(client, make_release, person, topic):
    from cms.releases.models import ReleaseContact

    make_release(topics=[topic], contacts=[ReleaseContact(person=person)])
    assert client.get(f"{API}/people/{person.uid}").json()["email"] == "asa@norrvind.example"
    assert client.get(f"{API}/topics/{topic.uid}").json()["slug"] == "wind-power"


def test_a_correction_shows_in_the_item_and_its_history(client, release):
    release.title = "Vindparken i drift"
    release.correction_note = "The title."
    release.save_revision().publish()
    uid = uid_of(release)
    (correction,) = client.get(f"{API}/releases/{uid}").json()["corrections"]
    assert (correction["version"], correction["note"]) == (2, "The title.")
    answer = client.get(f"{API}/releases/{uid}/editions").json()
    assert [(e["version"], e["action"], e["note"]) for e in answer["results"]] == [
        (1, "ISSUED", ""),
        (2, "CORRECTED", "The title."),
    ]
    assert [e["seq"] for e in answer["results"]] == list(
        Edition.objects.filter(item=uid).values_list("seq", flat=True)
    )
    first = client.get(f"{API}/releases/{uid}/editions?page_size=1").json()
    assert [e["version"] for e in client.get(first["next"]).json()["results"]] == [2]


def test_what_is_withdrawn_is_gone_everywhere_with_its_reason(client, release):
    uid = uid_of(release)
    release.withdrawal_reason = "Wrong figures."
    release.unpublish()
    for address in (f"{API}/releases/{uid}", f"{API}/items?path=/norrvind/vindpark"):
        answer = client.get(address)
        content = answer.json()
        assert (answer.status_code, content["code"], content["reason"]) == (410, "GONE", "Wrong figures.")
        assert content["withdrawn_at"].endswith("Z")
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["Cache-Control"] == "no-store"
    assert client.get(f"{API}/releases").json()["results"] == []
    history = client.get(f"{API}/releases/{uid}/editions").json()["results"]
    assert [(e["action"], e["note"], e["digest"]) for e in history][-1] == ("WITHDRAWN", "Wrong figures.", "")


def test_a_path_answers_the_item_and_where_it_moved(client, release):
    here = client.get(f"{API}/items?path=/norrvind/vindpark").json()
    assert (here["moved_to"], here["item"]["id"]) == (None, uid_of(release))
    release.slug = "vindparken"
    release.save_revision().publish()
    moved = client.get(f"{API}/items?path=/norrvind/vindpark").json()
    assert (moved["moved_to"], moved["item"]["slug"]) == ("/norrvind/vindparken", "vindparken")
    assert client.get(f"{API}/items?path=/norrvind").json()["item"]["type"] == "NEWSROOM"
    assert client.get(f"{API}/items?path=/norrvind/nothing").json()["code"] == "NOT_FOUND"


def test_a_preview_shows_the_draft_to_its_token_alone(client, make_release):
    draft = make_release("Secret", publish=False)
    token = draft.create_page_preview().token
    answer = client.get(f"{API}/preview", {"token": token})
    assert (answer.status_code, answer.json()["title"]) == (200, "Secret")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.has_header("ETag")
    assert not Item.objects.filter(type="RELEASE").exists()


@pytest.mark.parametrize("token", ["x", "id=1:abc:def", "id=4;nonce=1:1aaaaa:zzzz"])
def test_a_token_nobody_signed_opens_nothing(client, newsroom, token):
    answer = client.get(f"{API}/preview", {"token": token})
    assert (answer.status_code, answer.json()["code"], answer["Cache-Control"]) == (
        403,
        "INVALID_TOKEN",
        "no-store",
    )


def test_an_old_token_opens_nothing(client, make_release, settings):
    token = make_release("Secret", publish=False).create_page_preview().token
    settings.NEWSROOM = settings.NEWSROOM | {"PREVIEW_MAX_AGE": -1}
    answer = client.get(f"{API}/preview", {"token": token})
    assert (answer.status_code, answer.json()["code"]) == (403, "INVALID_TOKEN")


def test_the_index_leads_to_every_part(client, newsroom):
    index = client.get(f"{API}/").json()
    assert index["openapi"] == "http://testserver/api/v1/openapi.json"
    for name in ("newsrooms", "releases", "topics", "people", "openapi", "docs"):
        assert client.get(index[name]).status_code == 200, name


def test_the_documentation_loads_nothing_from_elsewhere(client, newsroom):
    page = client.get(f"{API}/docs").content.decode()
    assert "drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js" in page
    assert "https://" not in page
    assert 'data-description="/api/v1/openapi.json"' in page
    assert "<script>" not in page
    assert not client.get(f"{API}/docs").cookies
