"""Changes: a snapshot and then deltas, with no gap and no double, whatever happens between two pages."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.ledger.models import Counter, Edition, Item

from .follower import CHANGES, Follower

LEFT = "This item is no longer part of what you carry."
UNPUBLISHED = "The publisher has withdrawn this item."


def change(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def current():
    return {str(item.uid): item.document for item in Item.objects.filter(state="USABLE")}


@pytest.mark.django_db
def test_nothing_has_happened(client):
    Counter.objects.all().delete()
    page = client.get(CHANGES).json()
    assert (page["results"], page["has_more"]) == ([], False)
    assert client.get(page["next"]).json()["results"] == []


@pytest.mark.django_db
def test_a_change_is_told_whole(client, newsroom, make_release):
    release = make_release("Vindpark", summary="I drift.")
    item, edition = Item.objects.get(source_id=release.pk), Edition.objects.latest("seq")
    home = Item.objects.get(type="NEWSROOM")
    page = client.get(CHANGES).json()
    assert [row["type"] for row in page["results"]] == ["NEWSROOM", "RELEASE"]
    assert page["results"][1] == {
        "seq": edition.seq,
        "action": "ISSUED",
        "item": str(item.uid),
        "type": "RELEASE",
        "kind": "PRESS_RELEASE",
        "newsroom": str(home.uid),
        "version": 1,
        "note": "",
        "issued_at": edition.issued_at.isoformat().replace("+00:00", "Z"),
        "document": item.document,
    }
    assert (page["results"][0]["kind"], page["results"][0]["newsroom"]) == (None, str(home.uid))


@pytest.mark.django_db
def test_every_state_is_told_once_and_in_order(client, newsroom, make_release):
    reader = Follower(client, page_size=1)
    first, second_ = make_release("First"), make_release("Second")
    assert reader.catch_up() == [("ISSUED", "Norrvind"), ("ISSUED", "First"), ("ISSUED", "Second")]
    change(first, title="First, again")
    change(first, title="First, at last", correction_note="It is the last.")
    second_.unpublish()
    make_release("Third")
    assert reader.catch_up() == [
        ("ISSUED", "First, again"),
        ("CORRECTED", "First, at last"),
        ("WITHDRAWN", UNPUBLISHED),
        ("ISSUED", "Third"),
    ]
    assert reader.catch_up() == []
    assert [row["seq"] for row in reader.told] == sorted({row["seq"] for row in reader.told})
    assert reader.copy == current()


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 7])
def test_what_happens_while_a_snapshot_is_read_is_neither_lost_nor_told_twice(
    client, newsroom, second_newsroom, make_release, size
):
    pages = [make_release(f"Release {number}") for number in range(6)]
    reader = Follower(client, page_size=size)
    reader.ask()
    change(pages[0], title="Changed behind the reader")
    change(pages[5], title="Changed before the reader")
    pages[4].unpublish()
    reader.ask()
    pages[3].move(second_newsroom, pos="last-child")
    make_release("New")
    reader.catch_up()
    assert reader.copy == current()
    told = [(row["item"], row["version"]) for row in reader.told]
    assert len(told) == len(set(told))


@pytest.mark.django_db
def test_two_newsrooms_are_followed_apart(client, newsroom, second_newsroom, make_release):
    here, there = Follower(client, newsroom="norrvind"), Follower(client, newsroom="sydvind")
    moving, _staying = make_release("Moving"), make_release("Staying")
    assert [here.catch_up(), there.catch_up()] == [
        [("ISSUED", "Norrvind"), ("ISSUED", "Moving"), ("ISSUED", "Staying")],
        [("ISSUED", "Sydvind")],
    ]
    moving.move(second_newsroom, pos="last-child")
    assert [here.catch_up(), there.catch_up()] == [[("WITHDRAWN", LEFT)], [("ISSUED", "Moving")]]
    left = here.told[-1]
    assert (left["document"], left["note"], left["type"]) == (None, LEFT, "RELEASE")
    assert left["newsroom"] == str(Item.objects.get(slug="norrvind").uid)
    assert "ydvind" not in json.dumps(left)
    moving.refresh_from_db()
    change(moving, title="Moved")
    moving.unpublish()
    assert here.catch_up() == []
    assert there.catch_up() == [("ISSUED", ""), ("WITHDRAWN", UNPUBLISHED)]
    assert (here.titles(), there.titles()) == ({"Norrvind", "Staying"}, {"Sydvind"})


@pytest.mark.django_db
def test_filters_narrow(client, newsroom, make_release, make_asset_page, topic):
    make_release("News", kind="NEWS", topics=[topic])
    make_release("Statement", kind="STATEMENT")
    make_asset_page("Mast")

    def titles(**query):
        reader = Follower(client, **query)
        reader.catch_up()
        return reader.titles()

    assert titles(type="ASSET") == {"Mast"}
    assert titles(kind="NEWS") == {"News"}
    assert titles(kind=["NEWS", "IMAGE"]) == {"News", "Mast"}
    assert titles(type=["NEWSROOM", "TOPIC"]) == {"Norrvind", "Wind power"}
    assert titles(topic=topic.uid) == {"News"}
    assert titles(locale="en") == {"Norrvind", "News", "Statement", "Mast", "Wind power"}
    assert titles(newsroom="norrvind", type="RELEASE") == {"News", "Statement"}


@pytest.mark.django_db
def test_what_loses_the_topic_is_taken_down(client, make_release, topic):
    release = make_release("Wind", topics=[topic])
    reader = Follower(client, topic=topic.uid)
    assert reader.catch_up() == [("ISSUED", "Wind")]
    release.topics = []
    change(release)
    assert reader.catch_up() == [("WITHDRAWN", LEFT)]


@pytest.mark.django_db
def test_a_former_slug_of_the_newsroom_still_follows_it(client, newsroom, make_release):
    reader = Follower(client, newsroom="norrvind")
    reader.catch_up()
    newsroom.slug = "nordvind"
    newsroom.save()
    make_release("After the change")
    reader.catch_up()
    assert "After the change" in reader.titles()


@pytest.mark.django_db
def test_a_closed_newsroom_is_told_to_those_who_follow_it(client, newsroom, make_release):
    make_release("Release")
    reader = Follower(client, newsroom="norrvind")
    reader.catch_up()
    newsroom.unpublish()
    assert sorted(reader.catch_up()) == [("WITHDRAWN", "The newsroom is closed."), ("WITHDRAWN", UNPUBLISHED)]
    assert reader.copy == {}


@pytest.mark.django_db
def test_cursors_are_checked(client, newsroom, make_release):
    make_release()
    reader = Follower(client, page_size=1)
    reader.ask()
    snapshot = reader.next.rpartition("after=")[2]
    reader.catch_up()
    delta = reader.next.rpartition("after=")[2]

    def refused(**query):
        answer = client.get(CHANGES, query)
        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (400, "INVALID_CURSOR"), answer.content
        (error,) = problem["errors"]
        assert error["field"] == "after"
        assert error["message"].endswith("Start again without it.")
        return error["message"]

    for cursor in (snapshot, delta):
        assert client.get(CHANGES, {"after": cursor, "page_size": 3}).status_code == 200
        assert "other filters" in refused(after=cursor, type="ASSET")
        assert "not one that" in refused(after=cursor + "A")
        assert "not one that" in refused(after=cursor[:-3])
    for cursor in ("0", "x" * 50, "W10", "bnVsbA", "WyJkIiwxLDEsIiJd", "é"):
        refused(after=cursor)
    assert client.get(CHANGES, {"after": ""}).json()["code"] == "INVALID_INPUT"
    Counter.objects.filter(name="seq").update(value=1)
    assert "ahead of" in refused(after=delta)


@pytest.mark.django_db
def test_wrong_parameters_are_named(client, newsroom):
    for query, field, code, status in (
        ({"page_size": "0"}, "page_size", "INVALID_INPUT", 400),
        ({"page_size": "501"}, "page_size", "INVALID_INPUT", 400),
        ({"wait": "26"}, "wait", "INVALID_INPUT", 400),
        ({"wait": "-1"}, "wait", "INVALID_INPUT", 400),
        ({"kind": "ADVERT"}, "kind", "INVALID_INPUT", 400),
        ({"type": "PAGE"}, "type", "INVALID_INPUT", 400),
        ({"locale": "tlh"}, "locale", "INVALID_INPUT", 400),
        ({"topic": "wind"}, "topic", "INVALID_INPUT", 400),
        ({"cursor": "n0"}, "cursor", "INVALID_INPUT", 400),
        ({"newsroom": "nobody"}, "newsroom", "NOT_FOUND", 404),
    ):
        answer = client.get(CHANGES, query)
        problem = answer.json()
        assert (answer.status_code, problem["code"], problem["errors"][0]["field"]) == (
            status,
            code,
            field,
        ), query


@pytest.mark.django_db
def test_nothing_is_read_for_who_has_it_already(client, make_release):
    make_release()
    answer = client.get(CHANGES)
    assert answer["Cache-Control"].startswith("public, max-age=")
    assert answer["Vary"] == "Accept, Authorization"
    with CaptureQueriesContext(connection) as captured:
        again = client.get(CHANGES, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, len(captured)) == (304, b"", 1)
    make_release("Another")
    assert client.get(CHANGES, headers={"If-None-Match": answer["ETag"]}).status_code == 200


@pytest.mark.django_db
def test_two_statements_whatever_the_size(client, newsroom, make_release):
    counts = []
    for number in (2, 6):
        for each in range(number):
            make_release(f"Release {number} {each}")
        reader = Follower(client, newsroom="norrvind", page_size=500)
        for _phase in ("snapshot", "deltas"):
            with CaptureQueriesContext(connection) as captured:
                page = reader.ask()
            counts.append(len(captured))
    assert page["results"] == []
    assert counts == [2, 1, 2, 1]  # where nothing has happened, no edition is looked for


@pytest.mark.django_db
def test_a_draft_shows_nowhere(client, newsroom, make_release):
    make_release("EMBARGOED-MARKER", publish=False)
    reader = Follower(client)
    reader.catch_up()
    assert reader.titles() == {"Norrvind"}
    assert b"EMBARGOED-MARKER" not in client.get(CHANGES).content


@pytest.mark.django_db
def test_few_of_many_are_found_in_windows(client, newsroom, make_release, monkeypatch):
    monkeypatch.setattr("cms.syndication.selectors.WINDOW", 3)
    reader = Follower(client, kind="NEWS")
    make_release("One", kind="NEWS")
    for number in range(8):
        make_release(f"Other {number}")
    make_release("Two", kind="NEWS")
    assert reader.catch_up() == [("ISSUED", "One"), ("ISSUED", "Two")]
    for number in range(8):
        make_release(f"Another {number}")
    make_release("Three", kind="NEWS")
    assert reader.catch_up() == [("ISSUED", "Three")]


@pytest.mark.django_db
def test_what_was_withdrawn_since_is_shown_to_nobody_again(client, newsroom, make_release):
    follower = Follower(client)
    follower.catch_up()
    release = make_release("A secret by mistake")
    change(release, summary="Still a secret.")
    release.unpublish()
    change(release, title="Nothing to hide", summary="")
    page = follower.ask()
    told = [(row["action"], row["document"] and row["document"]["title"]) for row in page["results"]]
    assert told == [("ISSUED", None), ("ISSUED", None), ("WITHDRAWN", None), ("ISSUED", "Nothing to hide")]
    assert "secret." not in json.dumps(page)
    assert "A secret" not in json.dumps(page)


@pytest.mark.django_db
def test_changes_in_the_formats_of_others(client, newsroom, make_release):
    release = make_release("Vindpark")
    follower = Follower(client)
    follower.catch_up()
    change(release, title="Vindparken", correction_note="The title.")
    make_release("Solpark").unpublish()
    address = follower.next.removeprefix("http://testserver")
    ninjs = client.get(f"{address}&format=ninjs")
    assert ninjs["Content-Type"] == "application/vnd.iptc.ninjs+json"
    page = ninjs.json()
    told = [(each["uri"].rsplit(":")[-1], each["version"], each["pubStatus"]) for each in page["results"]]
    corrected, withdrawn = (
        str(Item.objects.get(state=state, type="RELEASE").uid) for state in ("USABLE", "WITHDRAWN")
    )
    assert told == [(corrected, "2", "usable"), (withdrawn, "1", "canceled"), (withdrawn, "2", "canceled")]
    assert (page["has_more"], page["snapshot"]) == (False, False)
    assert "format=ninjs" in page["next"]
    assert (
        client.get(address, headers={"Accept": "application/vnd.iptc.ninjs+json"}).json()["results"]
        == page["results"]
    )
    newsml = client.get(f"{address}&format=newsml")
    assert newsml["Content-Type"] == "application/vnd.iptc.g2.newsmessage+xml"
    assert newsml.content.count(b"<newsItem ") == 3
    assert newsml["Link"].endswith('rel="next"')
    assert client.get(f"{address}&format=rss").json()["errors"][0]["field"] == "format"
