"""Items with their threads, with the statements that a crisis pins to them, and discussions as items."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.desk import answers
from cms.conversation.desk.crisis_switch import switch_off, switch_on
from cms.conversation.models import Case, Comment, DeskRules, Thread, ThreadPage
from cms.ledger.models import Item
from tests.items import item_of

API = "/api/v1"


@pytest.fixture
def discussion(open_newsroom: Any) -> ThreadPage:
    page = ThreadPage(title="Ask our engineers", opening="<p>Ask.</p>", slug="ask", live=False)
    open_newsroom.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_release_is_shown_with_its_thread(client, thread, post):
    post("Why?", kind="QUESTION")
    shown = client.get(f"{API}/threads/{thread.pk}").json()
    assert shown["counts"]["question"] == 1
    (row,) = client.get(f"{API}/releases").json()["results"]
    whole = client.get(f"{API}/releases/{thread.item_id}").json()
    found = client.get(f"{API}/items?path=/norrvind/new-turbines").json()["item"]
    for content in (row, whole, found):
        assert (content["thread"], content["official_statement"]) == (shown, None)
    assert {name: whole[name] for name in thread.item.document} == thread.item.document


def test_fields_choose_the_thread_and_leave_it_out(client, thread):
    shown = client.get(f"{API}/threads/{thread.pk}").json()
    for address in (f"{API}/releases/{thread.item_id}", f"{API}/releases"):
        for query, expected in {
            "fields=title,thread": {"title": "New turbines", "thread": shown},
            "fields=thread": {"thread": shown},
            "fields=official_statement": {"official_statement": None},
            "fields=title": {"title": "New turbines"},
        }.items():
            content = client.get(f"{address}?{query}").json()
            assert (content["results"][0] if "results" in content else content) == expected
    found = client.get(f"{API}/releases?search=turbines&fields=thread").json()["results"]
    assert [set(row) for row in found] == [{"snippet", "thread"}]


@pytest.mark.parametrize("count", [2, 8])
def test_a_list_with_threads_costs_one_query_more(client, make_release, count):
    for number in range(count):
        make_release(f"Release {number}")
    for query, expected in {"": 3, "?fields=thread": 3, "?fields=title": 2}.items():
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get(f"{API}/releases{query}").json()["results"]) == count
        assert len(queries) == expected
    uid = Item.objects.filter(type="RELEASE")[0].uid
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{API}/releases/{uid}").status_code == 200
    assert len(queries) == 3


def test_an_answer_with_a_thread_is_new_when_somebody_comments(client, thread, post):
    addresses = [
        f"{API}/releases/{thread.item_id}",
        f"{API}/releases",
        f"{API}/items?path=/norrvind/new-turbines",
    ]
    before = {address: client.get(address)["ETag"] for address in addresses}
    leaving_out = f"{API}/releases/{thread.item_id}?fields=title"
    plain = client.get(leaving_out)["ETag"]
    for address, etag in before.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 304
        assert len(queries) == 1
    post("First")
    for address, etag in before.items():
        assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 200
    assert client.get(leaving_out, HTTP_IF_NONE_MATCH=plain).status_code == 304


@pytest.mark.parametrize("count", [2, 8])
def test_a_crisis_pins_a_statement(client, newsroom, make_release, admin_user, count):
    pages = [make_release(f"Release {number}") for number in range(count)]
    statement = make_release("What has happened", kind="STATEMENT", summary="We know little yet.")
    chosen, other = item_of(pages[0]), item_of(pages[1])
    addresses = [f"{API}/releases", f"{API}/releases/{chosen.uid}", f"{API}/newsrooms"]
    addresses += [f"{API}/newsrooms/{item_of(newsroom).uid}", f"{API}/items?path=/norrvind"]
    before = {address: client.get(address)["ETag"] for address in addresses}
    period = switch_on(
        user=admin_user, newsroom=newsroom, reason="Fire.", statement=item_of(statement), items=[chosen]
    )
    pinned = client.get(f"{API}/releases/{chosen.uid}").json()["official_statement"]
    whole = client.get(f"{API}/releases/{item_of(statement).uid}").json()
    assert pinned == {name: whole[name] for name in pinned}
    assert list(pinned) == ["id", "kind", "title", "summary", "path", "url", "published_at"]
    assert client.get(f"{API}/releases/{other.uid}").json()["official_statement"] is None
    assert client.get(f"{API}/newsrooms").json()["results"][0]["official_statement"] == pinned
    assert client.get(f"{API}/items?path=/norrvind").json()["item"]["official_statement"] == pinned
    with CaptureQueriesContext(connection) as queries:
        rows = client.get(f"{API}/releases").json()["results"]
    assert len(queries) == 6
    assert [row["id"] for row in rows if row["official_statement"]] == [str(chosen.uid)]
    for address, etag in before.items():
        answer = client.get(address, HTTP_IF_NONE_MATCH=etag)
        assert answer.status_code == 200, address
        assert client.get(address, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304, address
        assert f"item-{item_of(statement).uid}" in answer["Surrogate-Key"]
    crisis = {address: client.get(address)["ETag"] for address in addresses}
    switch_off(user=admin_user, period=period)
    for address, etag in crisis.items():
        assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 200
    assert client.get(f"{API}/releases/{chosen.uid}").json()["official_statement"] is None


def test_discussions_are_items(client, discussion, newsroom, person):
    item = item_of(discussion)
    thread = Thread.objects.get(item=item)
    (row,) = client.get(f"{API}/discussions?newsroom=norrvind").json()["results"]
    whole = client.get(f"{API}/discussions/{item.uid}").json()
    assert {name: row[name] for name in item.card} == item.card
    assert {name: whole[name] for name in item.document} == item.document
    assert whole["thread"]["id"] == str(thread.pk)
    assert client.get(f"{API}/items?path=/norrvind/ask").json()["item"] == whole
    history = client.get(f"{API}/discussions/{item.uid}/editions").json()["results"]
    assert [edition["action"] for edition in history] == ["ISSUED"]
    assert client.get(f"{API}/discussions?person={person.uid}").json()["results"] == []
    assert client.get(f"{API}/releases/{item.uid}").status_code == 404
    discussion.unpublish()
    assert client.get(f"{API}/discussions/{item.uid}").json()["code"] == "GONE"


def test_a_preview_shows_the_thread_to_come(client, open_newsroom):
    page = ThreadPage(title="Soon", opening="<p>Ask.</p>", slug="soon", live=False, comment_mode="CLOSED")
    open_newsroom.add_child(instance=page)
    token = page.create_page_preview().token
    answer = client.get(f"{API}/preview", {"token": token})
    content = answer.json()
    assert (answer.status_code, content["title"], answer["Cache-Control"]) == (200, "Soon", "no-store")
    assert content["thread"]["id"] == "00000000-0000-0000-0000-000000000000"
    assert (content["thread"]["mode"], content["thread"]["comment_count"]) == ("CLOSED", 0)
    assert content["official_statement"] is None


def test_the_index_leads_to_conversations(client, newsroom):
    index = client.get(f"{API}").json()
    for name in ("discussions", "threads", "comment_changes"):
        assert client.get(index[name].removeprefix("http://testserver")).status_code == 200


def test_a_newsroom_shows_in_what_time_it_answers(client, newsroom, thread, post, person, admin_user):
    rules, _ = DeskRules.objects.get_or_create(newsroom=newsroom)
    rules.use_checklist, rules.show_answer_time = False, True
    rules.save()

    def answer(seconds: int) -> None:
        comment = Comment.objects.get(pk=post(kind="QUESTION")["id"])
        draft = answers.write_draft(
            user=admin_user, comment=comment, person=person, body="Soon.", outcome="ANSWERED", checklist=[]
        )
        answers.send(user=admin_user, answer=draft)
        Case.objects.filter(comment=comment).update(answer_seconds=seconds)

    for seconds in (60, 120, 180, 240):
        answer(seconds)
    whole = f"{API}/newsrooms/{item_of(newsroom).uid}"
    addresses = [whole, f"{API}/newsrooms", f"{API}/items?path=/norrvind"]
    before = {address: client.get(address) for address in addresses}
    assert before[whole].json()["median_answer_seconds"] is None
    answer(1000)
    for address, old in before.items():
        changed = client.get(address, HTTP_IF_NONE_MATCH=old["ETag"])
        content = changed.json()
        shown = content.get("item") or (content["results"][0] if "results" in content else content)
        assert (changed.status_code, shown["median_answer_seconds"]) == (200, 180)
        assert client.get(address, HTTP_IF_NONE_MATCH=changed["ETag"]).status_code == 304
    assert "Last-Modified" not in before[whole]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{whole}?fields=median_answer_seconds").json() == {"median_answer_seconds": 180}
    assert len(queries) == 5
    assert "Last-Modified" in client.get(f"{whole}?fields=name")
    rules.show_answer_time = False
    rules.save()
    assert client.get(whole).json()["median_answer_seconds"] is None
