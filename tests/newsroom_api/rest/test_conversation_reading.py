"""Reading conversations over REST: lists, trees, single comments, changes; what a poll costs."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.models import Comment, Thread

API = "/api/v1"


def read(client: Any, address: str) -> Any:
    answer = client.get(address.removeprefix("http://testserver"))
    assert answer.status_code == 200, answer.content
    return answer.json()


def bodies(contents: list[dict[str, Any]]) -> list[str]:
    return [content["body"].removeprefix("<p>").removesuffix("</p>") for content in contents]


@pytest.fixture
def tree(post) -> dict[str, dict[str, Any]]:
    """a over a1 (over a11 over a111) and a2; b alone."""
    made: dict[str, dict[str, Any]] = {}
    for name in ("a", "b", "a1", "a2", "a11", "a111"):
        parent = made[name[:-1]]["id"] if len(name) > 1 else None
        made[name] = post(name, parent=parent, kind="QUESTION" if name == "b" else "OTHER")
    return made


def test_flat_lists_are_ordered_filtered_and_paged(client, thread, tree, send):
    address = f"{API}/threads/{thread.pk}/comments"
    assert bodies(read(client, address)["results"]) == ["a111", "a11", "a2", "a1", "b", "a"]
    assert bodies(read(client, f"{address}?order_by=OLDEST")["results"])[:2] == ["a", "b"]
    send("POST", f"/comments/{tree['a2']['id']}/reactions", {"name": "like"})
    assert bodies(read(client, f"{address}?order_by=REACTIONS")["results"])[:2] == ["a2", "a111"]
    assert bodies(read(client, f"{address}?kind=QUESTION")["results"]) == ["b"]
    assert bodies(read(client, f"{address}?official=true")["results"]) == []
    assert len(read(client, f"{address}?answered=false")["results"]) == 6
    parent = tree["a"]["id"]
    assert bodies(read(client, f"{address}?parent={parent}&order_by=OLDEST")["results"]) == ["a1", "a2"]
    pages, next_page = [], f"{address}?page_size=4"
    while next_page:
        page = read(client, next_page)
        pages.append(bodies(page["results"]))
        next_page = page["next"]
    assert pages == [["a111", "a11", "a2", "a1"], ["b", "a"]]
    assert all("replies" not in content for content in read(client, address)["results"])


def test_a_tree_nests_some_replies_and_leads_to_the_rest(client, thread, tree):
    address = f"{API}/threads/{thread.pk}/comments?view=TREE&order_by=OLDEST"
    a, b = read(client, f"{address}&depth=2&replies=1")["results"]
    assert bodies([a, b]) == ["a", "b"]
    assert b["replies"] == {"results": [], "count": 0, "next": None}
    assert (bodies(a["replies"]["results"]), a["replies"]["count"]) == (["a1"], 2)
    assert bodies(read(client, a["replies"]["next"])["results"]) == ["a2"]
    (a11,) = a["replies"]["results"][0]["replies"]["results"]
    assert bodies([a11]) == ["a11"]
    assert (a11["replies"]["results"], a11["replies"]["count"]) == ([], 1)
    assert bodies(read(client, a11["replies"]["next"])["results"]) == ["a111"]
    whole = read(client, address)["results"][0]["replies"]
    assert (bodies(whole["results"]), whole["next"]) == (["a1", "a2"], None)


def test_a_tree_grows_no_larger_than_an_answer_may_be(client, thread, tree, monkeypatch):
    monkeypatch.setattr("newsroom_api.rest.trees.MOST_COMMENTS", 6)
    a, _ = read(client, f"{API}/threads/{thread.pk}/comments?view=TREE&order_by=OLDEST")["results"]
    assert bodies(a["replies"]["results"]) == ["a1", "a2"]
    assert a["replies"]["results"][0]["replies"]["results"] == []
    assert bodies(read(client, a["replies"]["results"][0]["replies"]["next"])["results"]) == ["a11"]


@pytest.mark.parametrize("width", [2, 8])
def test_statements_of_a_tree_grow_with_its_levels_alone(client, thread, post, width):
    for number in range(width):
        top = post(f"Top {number}")
        post(f"Reply {number}", parent=post(f"Middle {number}", parent=top["id"])["id"])
    with CaptureQueriesContext(connection) as flat:
        assert len(read(client, f"{API}/threads/{thread.pk}/comments")["results"]) == min(3 * width, 20)
    with CaptureQueriesContext(connection) as nested:
        read(client, f"{API}/threads/{thread.pk}/comments?view=TREE")
    assert (len(flat), len(nested)) == (3, 7)


def test_a_parent_of_elsewhere_is_told(client, thread, tree, make_release):
    make_release("Other")
    other = Thread.objects.exclude(pk=thread.pk).get()
    answer = client.get(f"{API}/threads/{other.pk}/comments?parent={tree['a']['id']}")
    assert (answer.status_code, answer.json()["code"]) == (400, "INVALID_INPUT")
    answer = client.get(f"{API}/threads/{thread.pk}/comments?parent={other.pk}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (404, "parent")
    assert (
        bodies(read(client, f"{API}/threads/{thread.pk}/comments?parent={tree['b']['id']}")["results"]) == []
    )


def test_a_comment_its_context_and_its_replies(client, tree):
    comment = read(client, f"{API}/comments/{tree['a11']['id']}")
    context = read(client, f"{API}/comments/{tree['a11']['id']}/context")
    assert (context["comment"], bodies(context["parents"])) == (comment, ["a", "a1"])
    assert read(client, f"{API}/comments/{tree['b']['id']}/context")["parents"] == []
    replies = read(client, f"{API}/comments/{tree['a']['id']}/replies?page_size=1")
    assert bodies(replies["results"]) == ["a1"]
    assert bodies(read(client, replies["next"])["results"]) == ["a2"]
    newest = read(client, f"{API}/comments/{tree['a']['id']}/replies?order_by=NEWEST")
    assert bodies(newest["results"]) == ["a2", "a1"]


def test_threads_are_listed_by_newsroom_item_and_activity(client, thread, post, make_release, newsroom):
    make_release("Other")
    other = Thread.objects.exclude(pk=thread.pk).get()
    for number in range(2):
        post(f"Comment {number}")
    post("On the other", on=other)
    assert [row["id"] for row in read(client, f"{API}/threads")["results"]] == [str(other.pk), str(thread.pk)]
    first = read(client, f"{API}/threads?order_by=COMMENTS&page_size=1")
    assert [(row["id"], row["comment_count"]) for row in first["results"]] == [(str(thread.pk), 2)]
    assert [row["id"] for row in read(client, first["next"])["results"]] == [str(other.pk)]
    assert len(read(client, f"{API}/threads?newsroom=norrvind")["results"]) == 2
    assert client.get(f"{API}/threads?newsroom=nowhere").status_code == 404
    (found,) = read(client, f"{API}/threads?item={thread.item_id}")["results"]
    assert found == read(client, f"{API}/threads/{thread.pk}")
    assert found["counts"] == {"question": 0, "praise": 0, "criticism": 0, "other": 2}


@pytest.mark.parametrize("path", ["comments", "comments?view=TREE", "comments?kind=QUESTION", ""])
def test_polling_a_thread_costs_one_small_query(client, thread, post, path):
    post("First")
    address = f"{API}/threads/{thread.pk}/{path}".rstrip("/")
    etag = client.get(address)["ETag"]
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, HTTP_IF_NONE_MATCH=etag)
    assert (answer.status_code, answer.content, len(queries)) == (304, b"", 1)
    assert "newsroom_conversation_comment" not in queries[0]["sql"]
    post("Second")
    assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_another_thread_changes_no_validator(client, thread, post, make_release):
    make_release("Other")
    other = Thread.objects.exclude(pk=thread.pk).get()
    made = post("Here")
    addresses = [
        f"{API}/threads/{thread.pk}",
        f"{API}/threads/{thread.pk}/comments",
        f"{API}/comments/{made['id']}",
        f"{API}/comments/{made['id']}/context",
        f"{API}/comments/{made['id']}/replies",
        f"{API}/releases/{thread.item_id}",
    ]
    before = [client.get(address)["ETag"] for address in addresses]
    listed = client.get(f"{API}/releases")["ETag"]
    post("There", on=other)
    assert [client.get(address)["ETag"] for address in addresses] == before
    assert client.get(f"{API}/releases", HTTP_IF_NONE_MATCH=listed).status_code == 200
    post("Here too")
    assert all(client.get(a)["ETag"] != etag for a, etag in zip(addresses, before, strict=True))


def test_changes_never_end(client, thread, post, send):
    first, second = post("First"), post("Second")
    begin = read(client, f"{API}/comments/changes?page_size=1")
    assert (bodies([row["comment"] for row in begin["results"]]), begin["has_more"]) == (["First"], True)
    rest = read(client, begin["next"])
    assert (bodies([row["comment"] for row in rest["results"]]), rest["has_more"]) == (["Second"], False)
    end = read(client, rest["next"])
    assert (end["results"], end["has_more"], end["previous"]) == ([], False, None)
    assert end["next"] == rest["next"]
    send("PATCH", f"/comments/{first['id']}", {"body": "First, edited"}, Edit_Token=first["edit_token"])
    send("DELETE", f"/comments/{second['id']}", Edit_Token=second["edit_token"])
    later = read(client, f"{end['next']}&page_size=20".replace("page_size=1&", ""))
    seen = [
        (row["comment"]["id"], row["comment"]["state"], row["comment"]["body"]) for row in later["results"]
    ]
    assert seen == [
        (first["id"], "PUBLISHED", "<p>First, edited</p>"),
        (second["id"], "WITHDRAWN", ""),
    ]
    assert [row["seq"] for row in later["results"]] == sorted(Comment.objects.values_list("seq", flat=True))
    empty = read(
        client, f"{API}/comments/changes?newsroom=norrvind&cursor=" + end["next"].split("cursor=")[1]
    )
    assert len(empty["results"]) == 2


def test_changes_are_not_read_backward(client, post):
    post()
    answer = client.get(f"{API}/comments/changes?cursor=previous")
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["errors"][0]["field"]) == (
        400,
        "INVALID_CURSOR",
        "cursor",
    )


def test_changes_from_the_very_beginning(client, newsroom):
    nothing = read(client, f"{API}/comments/changes?newsroom=norrvind")
    assert (nothing["results"], nothing["has_more"]) == ([], False)
    assert nothing["next"] == f"http://testserver{API}/comments/changes?newsroom=norrvind"


def test_changes_are_polled_with_one_query(client, post):
    post("First")
    answer = client.get(f"{API}/comments/changes")
    assert answer["Link"] == f'<{answer.json()["next"]}>; rel="next"'
    with CaptureQueriesContext(connection) as queries:
        again = client.get(f"{API}/comments/changes", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert (again.status_code, len(queries)) == (304, 1)


def test_a_withdrawn_item_leaves_places_in_the_changes_alone(client, thread, post):
    made = post("Visible")
    seen = read(client, f"{API}/comments/changes")["next"]
    thread.item.refresh_from_db()
    from wagtail.models import Page

    Page.objects.get(pk=thread.item.source_id).specific.unpublish()
    (row,) = read(client, seen)["results"]
    assert (row["comment"]["id"], row["comment"]["state"], row["comment"]["body"]) == (
        made["id"], "REMOVED", "",
    )  # fmt: skip
    assert client.get(f"{API}/comments/{made['id']}").status_code == 404
    assert client.get(f"{API}/threads/{thread.pk}").status_code == 404
