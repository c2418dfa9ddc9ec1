"""Changes for partners: their scopes, one part after the other."""

from __future__ import annotations

import json

import pytest

from cms.conversation.models import Thread
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Topic
from cms.releases.models import ReleaseAsset, ReleaseContact, ReleasePage

from .follower import CHANGES, Follower

LEFT = "This item is no longer part of what you carry."


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
def test_each_part_of_a_scope_narrows(
    follow, newsroom, second_newsroom, make_release, make_asset_page, topic, person
):
    below = Topic.objects.create(name="Offshore", slug="offshore", parent=topic, locale=newsroom.locale)
    make_release("Filed", kind="NEWS", topics=[below], contacts=[ReleaseContact(person=person)])
    make_release("Plain")
    make_release("Elsewhere", parent=second_newsroom)
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
    assert titles(follow(newsrooms=[second_newsroom])) == {"Sydvind", "Elsewhere"}
    assert titles(follow(kinds=["NEWS"])) == {"Filed"}
    assert titles(follow(kinds=["NEWS", "ASSET"])) == {"Filed", "Mast"}
    assert titles(follow(topics=[topic])) == {"Filed", "Offshore"}
    assert titles(follow(locales=["sv"])) == set()
    assert titles(follow(locales=["en"])) == everything
    assert titles(follow(asset_use="NONE")) == everything - {"Mast"}
    assert titles(follow(newsrooms=[second_newsroom], kinds=["NEWS"])) == set()


@pytest.mark.django_db
def test_what_leaves_a_scope_is_withdrawn_from_it(follow, newsroom, second_newsroom, make_release):
    reader = follow(newsrooms=[newsroom])
    moving = make_release("Moving")
    reader.catch_up()
    moving.move(second_newsroom, pos="last-child")
    make_release("Elsewhere", parent=second_newsroom)
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
    client, make_partner, key_of, newsroom, second_newsroom, topic, make_release
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
def test_what_was_chosen_and_deleted_does_not_open_everything(
    follow, newsroom, second_newsroom, make_release
):
    reader = follow(newsrooms=[second_newsroom])
    make_release("Release")
    NewsroomPage.objects.get(pk=second_newsroom.pk).delete()
    assert titles(reader) == set()


@pytest.mark.django_db
def test_a_cursor_of_an_earlier_scope_begins_again(client, make_partner, key_of, newsroom, second_newsroom):
    partner = make_partner(newsrooms=[newsroom])
    reader = Follower(client, key_of(partner))
    reader.catch_up()
    address = reader.next.removeprefix("http://testserver")
    another_key = key_of(partner)
    assert client.get(address, headers=another_key).status_code == 200
    partner.newsrooms.add(second_newsroom)
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
    client, send, make_partner, key_of, newsroom, second_newsroom, make_release
):
    for home in (newsroom, second_newsroom):
        home.comment_mode = "OPEN"
        home.save()
    pages = {
        "here": make_release("Here", kind="NEWS"),
        "statement": make_release("Statement", kind="STATEMENT"),
        "there": make_release("There", kind="NEWS", parent=second_newsroom),
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
