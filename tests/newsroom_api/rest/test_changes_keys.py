"""Changes for partners: their scopes, one part after the other; and keys that work, work no more, or never did."""

from __future__ import annotations

import json
import logging
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation.models import Thread
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Topic
from cms.releases.models import ReleaseAsset, ReleaseContact, ReleasePage
from cms.syndication.models import PartnerKey, PartnerUse
from cms.syndication.services.keys import issue_key, revoke_key, rotate_key
from newsroom_api import ratelimits

from .follower import CHANGES, Follower

LEFT = "This item is no longer part of what you carry."


@pytest.fixture
def second(newsroom):
    return newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=newsroom.locale)
    )


@pytest.fixture
def follow(client, make_partner, key_of):
    """A reader with a key of a partner of this scope."""

    def make(query=None, **scope):
        return Follower(client, key_of(make_partner(**scope)), **(query or {}))

    return make


def titles(reader):
    reader.catch_up()
    return reader.titles()


@pytest.mark.django_db
def test_each_part_of_a_scope_narrows(follow, newsroom, second, make_release, make_asset_page, topic, person):
    below = Topic.objects.create(name="Offshore", slug="offshore", parent=topic, locale=newsroom.locale)
    make_release("Filed", kind="NEWS", topics=[below], contacts=[ReleaseContact(person=person)])
    make_release("Plain")
    make_release("Elsewhere", parent=second)
    make_asset_page("Mast")
    everything = {
        "Norrvind",
        "Sydvind",
        "Filed",
        "Plain",
        "Elsewhere",
        "Mast",
        "Wind power",
        "Offshore",
        "Åsa Lind",
    }
    everything = (everything - {"Åsa Lind"}) | {"Head of Press"}
    assert titles(follow()) == everything
    assert titles(follow(newsrooms=[newsroom])) == {"Norrvind", "Filed", "Plain", "Mast"}
    assert titles(follow(newsrooms=[second])) == {"Sydvind", "Elsewhere"}
    assert titles(follow(kinds=["NEWS"])) == {"Filed"}
    assert titles(follow(kinds=["NEWS", "ASSET"])) == {"Filed", "Mast"}
    assert titles(follow(topics=[topic])) == {"Filed", "Offshore"}
    assert titles(follow(locales=["sv"])) == set()
    assert titles(follow(locales=["en"])) == everything
    assert titles(follow(asset_use="NONE")) == everything - {"Mast"}
    assert titles(follow(newsrooms=[second], kinds=["NEWS"])) == set()


@pytest.mark.django_db
def test_what_leaves_a_scope_is_withdrawn_from_it(follow, newsroom, second, make_release):
    reader = follow(newsrooms=[newsroom])
    moving = make_release("Moving")
    reader.catch_up()
    moving.move(second, pos="last-child")
    make_release("Elsewhere", parent=second)
    assert reader.catch_up() == [("WITHDRAWN", LEFT)]
    assert "ydvind" not in json.dumps(reader.told)
    moving = ReleasePage.objects.get(pk=moving.pk)
    moving.move(NewsroomPage.objects.get(pk=newsroom.pk), pos="last-child")
    (back,) = reader.catch_up()
    assert back[1] == "Moving"
    moving.refresh_from_db()
    moving.unpublish()
    assert reader.catch_up() == [("WITHDRAWN", "The publisher has withdrawn this item.")]
    assert (reader.told[-1]["type"], reader.told[-1]["kind"]) == ("RELEASE", "PRESS_RELEASE")


@pytest.mark.django_db
def test_asking_outside_the_scope_names_the_scope(
    client, make_partner, key_of, newsroom, second, topic, make_release
):
    other = Topic.objects.create(name="Solar", slug="solar", locale=newsroom.locale)
    below = Topic.objects.create(name="Offshore", slug="offshore", parent=topic, locale=newsroom.locale)
    make_release("Filed", topics=[below, other])
    key = key_of(
        make_partner(
            newsrooms=[newsroom], kinds=["NEWS", "ASSET"], topics=[topic], locales=["en"], asset_use="NONE"
        )
    )
    for query, field, named in (
        ({"newsroom": "sydvind"}, "newsroom", "norrvind"),
        ({"newsroom": "nobody"}, "newsroom", "norrvind"),
        ({"type": "TOPIC"}, "type", "ASSET, NEWS"),
        ({"type": "ASSET"}, "type", "no files"),
        ({"kind": "STATEMENT"}, "kind", "ASSET, NEWS"),
        ({"topic": str(other.uid)}, "topic", str(topic.uid)),
        ({"locale": "sv"}, "locale", "en"),
    ):
        answer = client.get(CHANGES, query, headers=key)
        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (403, "FORBIDDEN"), query
        assert problem["errors"][0]["field"] == field
        assert named in problem["detail"]
    for query in (
        {"newsroom": "norrvind"},
        {"type": "RELEASE"},
        {"kind": "NEWS"},
        {"topic": str(below.uid)},
        {"locale": "EN"},
    ):
        assert client.get(CHANGES, query, headers=key).status_code == 200, query


@pytest.mark.django_db
def test_what_was_chosen_and_deleted_does_not_open_everything(follow, newsroom, second, make_release):
    reader = follow(newsrooms=[second])
    make_release("Release")
    NewsroomPage.objects.get(pk=second.pk).delete()
    assert titles(reader) == set()


@pytest.mark.django_db
def test_a_cursor_of_an_earlier_scope_begins_again(client, make_partner, key_of, newsroom, second):
    partner = make_partner(newsrooms=[newsroom])
    reader = Follower(client, key_of(partner))
    reader.catch_up()
    address = reader.next.removeprefix("http://testserver")
    another_key = key_of(partner)
    assert client.get(address, headers=another_key).status_code == 200
    partner.newsrooms.add(second)
    for headers in (reader.headers, None):
        answer = client.get(address, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, "INVALID_CURSOR")
        assert "your scope has changed" in answer.json()["detail"]


@pytest.mark.django_db
def test_files_that_may_not_be_used_are_cut_out(
    follow, make_release, make_asset_page, make_image, make_document, person
):
    plain = make_image("Plain")
    made = make_image("Made", colour="red", digital_source_type="trainedAlgorithmicMedia")
    person.photo = plain
    person.save()
    make_release(
        "Illustrated",
        hero=made,
        contacts=[ReleaseContact(person=person)],
        assets=[ReleaseAsset(image=plain), ReleaseAsset(image=made), ReleaseAsset(file=make_document())],
        body=[
            ("paragraph", "<p>Text.</p>"),
            ("image", {"image": plain, "caption": ""}),
            ("image", {"image": made, "caption": ""}),
            ("gallery", {"title": "", "images": [plain, made]}),
        ],
    )
    make_asset_page("Photograph", image=plain)
    make_asset_page("Painted", image=make_image("Painted", digital_source_type="trainedAlgorithmicMedia"))

    def release(reader):
        reader.catch_up()
        return next(document for document in reader.copy.values() if document["type"] == "RELEASE")

    whole, plainly, bare = follow(), follow(asset_use="WITHOUT_AI"), follow(asset_use="NONE")
    assert release(whole) == Item.objects.get(type="RELEASE").document
    document = release(plainly)
    assert (document["hero"], document["seo"]["image"]) == (None, None)
    assert [image["title"] for image in document["images"]] == ["Plain"]
    assert [block["type"] for block in document["body"]] == ["PARAGRAPH", "IMAGE", "GALLERY"]
    assert [image["title"] for image in document["body"][2]["images"]] == ["Plain"]
    assert document["contacts"][0]["photo"]["title"] == "Plain"
    assert '"ai_generated": true' not in json.dumps(list(plainly.copy.values()))
    assert {"Photograph", "Painted"} & plainly.titles() == {"Photograph"}
    document = release(bare)
    assert (document["hero"], document["images"], document["files"]) == (None, [], [])
    assert [block["type"] for block in document["body"]] == ["PARAGRAPH"]
    assert document["contacts"][0]["photo"] is None
    assert "renditions" not in json.dumps(bare.told)
    assert {"Photograph", "Painted"} & bare.titles() == set()


@pytest.mark.django_db
def test_a_key_costs_one_statement_more_whatever_the_scope(
    client, make_partner, key_of, newsroom, second, make_release, topic, monkeypatch
):
    counts = []
    monkeypatch.setattr("cms.syndication.services.use.WRITE_SECONDS", 0)
    for number, scope in enumerate(
        ({}, {"newsrooms": [newsroom, second], "topics": [topic], "kinds": ["NEWS"]}), start=1
    ):
        for each in range(number * 3):
            make_release(f"Release {number} {each}", kind="NEWS", topics=[topic])
        headers = key_of(make_partner(**scope))
        client.get(CHANGES, headers=headers)
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(CHANGES, headers=headers).json()["results"]) >= number * 3
        reads = [each["sql"] for each in captured if each["sql"].startswith("SELECT")]
        writes = [each["sql"] for each in captured if each["sql"].startswith(("UPDATE", "INSERT"))]
        counts.append((len(reads), len(writes)))
    assert counts == [(3, 1), (3, 1)]


@pytest.mark.django_db
def test_what_was_fetched_is_counted(client, make_partner, key_of, make_release):
    make_release()
    partner = make_partner()
    reader = Follower(client, key_of(partner), page_size=1)
    reader.catch_up()
    use = PartnerUse.objects.get()
    newest = Item.objects.latest("seq").seq
    assert (use.partner, use.editions, use.seq, use.is_snapshot) == (partner, 2, newest, False)
    assert use.bytes > 1000
    reader.catch_up()
    assert PartnerUse.objects.get().requests == use.requests


ADDRESSES = (
    CHANGES,
    "/api/v1/releases",
    "/api/v1/newsrooms",
    "/api/v1/threads",
    "/api/v1/comments/changes",
    "/api/v1/openapi.json",
    "/api/v1",
    "/graphql/?query={newsrooms{edges{node{id}}}}",
)


def refused(client, headers):
    """What every address says to this key."""
    told = set()
    for address in ADDRESSES:
        answer = client.get(address, headers=headers)
        assert answer.status_code == 401, (address, answer.content)
        assert answer["WWW-Authenticate"] == 'Bearer realm="newsroom", error="invalid_token"'
        assert answer["Cache-Control"] == "no-store"
        content = answer.json()
        if "errors" in content and "data" not in content and address.startswith("/graphql"):
            assert content["errors"][0]["extensions"]["code"] == "UNAUTHORIZED"
            told.add(content["errors"][0]["message"])
        else:
            assert (content["code"], content["status"]) == ("UNAUTHORIZED", 401)
            told.add(content["detail"])
    (words,) = told
    return words


@pytest.mark.django_db
def test_keys_that_do_not_work_are_refused_everywhere(client, make_partner, newsroom):
    partner = make_partner()
    key, row = issue_key(partner=partner)
    assert re.fullmatch(r"nrk_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}", key)
    headers = {"Authorization": f"Bearer {key}"}
    for address in ADDRESSES:
        answer = client.get(address, headers=headers)
        assert (answer.status_code, answer["Cache-Control"]) in [
            (200, "private, no-cache"),
            (200, "no-store"),
        ], address
        assert "Authorization" in answer["Vary"]
    wrong = "The key is not valid: it is wrong, or has been revoked. Ask the newsroom for another."
    other = key[:-1] + ("A" if key[-1] != "A" else "B")
    for text in ("", "x", key[:12], other, key.lower(), key + "A", "nrk_AAAAAAAA_" + "A" * 43, "é"):
        assert refused(client, {"Authorization": f"bearer {text}"}) == wrong
    assert client.get(CHANGES, headers={"Authorization": "Basic eDp5"}).status_code == 200
    partner.active = False
    partner.save()
    assert refused(client, headers) == wrong
    partner.active = True
    partner.save()
    PartnerKey.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refused(client, headers).startswith("The key expired at 20")
    assert refused(client, {"Authorization": f"Bearer {other}"}) == wrong
    PartnerKey.objects.update(expires_at=None)
    assert client.get(CHANGES, headers=headers).status_code == 200
    revoke_key(key=row)
    assert refused(client, headers) == wrong


@pytest.mark.django_db
def test_rotation_keeps_both_for_a_while(client, make_partner):
    key, row = issue_key(partner=make_partner(), name="CMS")
    again, new = rotate_key(key=row)
    for text in (key, again):
        assert client.get(CHANGES, headers={"Authorization": f"Bearer {text}"}).status_code == 200
    row.refresh_from_db()
    assert timedelta(days=6) < row.expires_at - timezone.now() <= timedelta(days=7)
    assert (new.name, new.expires_at) == ("CMS", None)


@pytest.mark.django_db
def test_the_last_use_is_to_the_minute(client, make_partner):
    key, row = issue_key(partner=make_partner())
    headers = {"Authorization": f"Bearer {key}"}
    client.get("/api/v1/releases", headers=headers)
    row.refresh_from_db()
    first = row.last_used_at
    assert timezone.now() - first < timedelta(seconds=10)
    with CaptureQueriesContext(connection) as captured:
        client.get("/api/v1/releases", headers=headers)
    assert not [each for each in captured if each["sql"].startswith("UPDATE")]
    PartnerKey.objects.update(last_used_at=first - timedelta(minutes=2))
    client.get("/api/v1/releases", headers=headers)
    row.refresh_from_db()
    assert row.last_used_at >= first


@pytest.mark.django_db
def test_each_key_has_a_limit_of_its_own(client, make_partner, key_of, settings, monkeypatch):
    settings.NEWSROOM = settings.NEWSROOM | {"RATE_LIMIT": 2}
    monkeypatch.setattr(ratelimits.time, "time", lambda: 1_800_000_010.5)
    cache.clear()
    partner = make_partner(rate_limit=3)
    first, second = key_of(partner), key_of(partner)
    answers = [client.get(CHANGES, headers=first) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"requests";q=3;w=60'
    assert answers[3].json()["code"] == "RATE_LIMITED"
    assert client.get(CHANGES, headers=second, REMOTE_ADDR="198.51.100.7").status_code == 200
    assert client.get(CHANGES, headers=first, REMOTE_ADDR="198.51.100.7").status_code == 429
    wrong = {"Authorization": "Bearer nrk_AAAAAAAA_" + "A" * 43}
    assert [client.get(CHANGES, headers=wrong).status_code for _ in range(3)] == [401, 401, 429]
    assert client.get("/graphql/?query={__typename}", headers=second).status_code == 200
    cache.clear()


@pytest.mark.django_db
def test_a_key_is_in_no_log(client, make_partner, caplog, newsroom, monkeypatch):
    caplog.set_level(logging.DEBUG)
    key, row = issue_key(partner=make_partner())
    secret = key.rpartition("_")[2] if "_" not in key[13:] else key[13:]
    headers = {"Authorization": f"Bearer {key}"}
    client.get(CHANGES, headers=headers)
    client.get(CHANGES, {"after": "x"}, headers=headers)
    client.get(CHANGES, headers={"Authorization": f"Bearer {key}x"})
    monkeypatch.setattr("newsroom_api.rest.changes.list_changes", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    answer = client.get(CHANGES, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (500, "INTERNAL")
    revoke_key(key=row)
    assert secret not in caplog.text
    assert secret not in str(list(PartnerKey.objects.values()))


@pytest.mark.django_db
def test_comments_are_a_part_of_the_scope(client, make_partner, key_of):
    assert client.get("/api/v1/comments/changes", headers=key_of(make_partner())).status_code == 200
    answer = client.get("/api/v1/comments/changes", headers=key_of(make_partner(comments=False)))
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
    answer = client.get(
        "/graphql/", {"query": IN_GRAPHQL}, headers=key_of(make_partner("Mute", comments=False))
    )
    assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


IN_GRAPHQL = "query($newsroom: String) { commentChanges(newsroom: $newsroom) { totalCount nodes { author { name } } } }"


@pytest.mark.django_db
def test_changes_of_comments_are_those_of_the_scopes_items(
    client, send, make_partner, key_of, newsroom, second, make_release
):
    for home in (newsroom, second):
        home.comment_mode = "OPEN"
        home.save()
    pages = {
        "here": make_release("Here", kind="NEWS"),
        "statement": make_release("Statement", kind="STATEMENT"),
        "there": make_release("There", kind="NEWS", parent=second),
    }
    for name, page in pages.items():
        thread = Thread.objects.get(item__source_id=page.pk, item__source_type="page")
        written = {"body": f"About {name}", "author_name": name, "email": f"{name}@example.com"}
        assert send("POST", f"/threads/{thread.pk}/comments", written).status_code == 201

    def told(key):
        rows = client.get("/api/v1/comments/changes", headers=key).json()["results"]
        authors = [row["comment"]["author"] for row in rows]
        posted = client.post("/graphql/", {"query": IN_GRAPHQL}, content_type="application/json", headers=key)
        got = client.get("/graphql/", {"query": IN_GRAPHQL}, headers=key)
        assert posted.json() == got.json()
        assert got["Cache-Control"] == "private, no-cache"
        assert got.json()["data"]["commentChanges"] == {
            "totalCount": len(rows),
            "nodes": [{"author": author and {"name": author["name"]}} for author in authors],
        }
        tags.add(got["ETag"])
        return [author["name"] if author else None for author in authors]

    tags = set()

    mine = key_of(make_partner(newsrooms=[newsroom], kinds=["NEWS"]))
    assert told(key_of(make_partner("Everything"))) == ["here", "statement", "there"]
    assert told(mine) == ["here"]
    assert told(key_of(make_partner("Nothing", kinds=["EVENT"]))) == []
    answer = client.get("/api/v1/comments/changes?newsroom=sydvind", headers=mine)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (403, "newsroom")
    asked = {"query": IN_GRAPHQL, "variables": '{"newsroom": "sydvind"}'}
    (error,) = client.get("/graphql/", asked, headers=mine).json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == ("FORBIDDEN", "newsroom")
    assert len(tags) == 3

    page = pages["here"]
    page.kind = "STATEMENT"  # out of the scope: what was told of is now a place
    page.save_revision().publish()
    assert told(mine) == [None]
