"""Threads in GraphQL: in lists, of discussions, in previews, and in a crisis."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from cms.conversation.desk.crisis_switch import switch_on
from cms.conversation.models import Comment, Thread, ThreadPage
from cms.conversation.services import threads
from cms.ledger.models import Item
from cms.newsroom.preview import PagePreview
from newsroom_api.conversation.drafts import NO_THREAD


@pytest.fixture
def make_discussion(open_newsroom: Any) -> Any:
    """Publishes a discussion the way the admin does."""

    def make(title: str = "Sea or land?", *, publish: bool = True, **fields: Any) -> ThreadPage:
        page = ThreadPage(title=title, opening="<p>Where should they stand?</p>", live=False, **fields)
        open_newsroom.add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
        return page

    return make


def preview_token(page: Any) -> str:
    preview: PagePreview = page.create_page_preview()
    return preview.token


LIST = """query($n: Int) { releases(first: $n) { nodes { id
    officialStatement { title }
    thread { id commentCount lastActivityAt counts { question } slowSeconds reactionNames
        pinnedComments { body author { name } }
        comments(first: 2, order: OLDEST) { totalCount nodes { body replies(first: 1) { nodes { body } } } } }
} } }"""


def test_a_list_of_items_reads_their_threads_at_once(statements, open_newsroom, make_release, say):
    for number in range(4):
        item = Item.objects.get(source_id=make_release(f"Release {number}").pk)
        first = say(f"First {number}", item=item.pk).comment
        say(f"Second {number}", item=item.pk)
        say(f"Reply {number}", item=item.pk, parent=first.pk)
        say(f"Third {number}", item=item.pk)
        Comment.objects.filter(pk=first.pk).update(pinned=True)
    few, _ = statements(LIST, {"n": 2})
    many, content = statements(LIST, {"n": 5})
    assert few == many == 14
    node = content["releases"]["nodes"][0]
    assert node["officialStatement"] is None
    assert (node["thread"]["commentCount"], node["thread"]["comments"]["totalCount"]) == (4, 4)
    assert [each["body"] for each in node["thread"]["pinnedComments"]] == ["<p>First 3</p>"]
    assert node["thread"]["comments"]["nodes"] == [
        {"body": "<p>First 3</p>", "replies": {"nodes": [{"body": "<p>Reply 3</p>"}]}},
        {"body": "<p>Second 3</p>", "replies": {"nodes": []}},
    ]
    plain, _ = statements("{ releases { nodes { id title } } }")
    counted, _ = statements("{ releases { nodes { id title thread { commentCount lastActivityAt } } } }")
    assert (plain, counted) == (1, 2)


def test_threads_are_listed_by_activity_and_by_comments(statements, run, refusal, make_release, say, release):
    other = Item.objects.get(source_id=make_release("Old turbines").pk)
    for body in ("One", "Two"):
        say(body)
    say("Latest", item=other.pk)
    query = """query($n: String, $o: ThreadOrder, $f: Int) { threads(newsroom: $n, order: $o, first: $f) {
        totalCount nodes { commentCount item { ... on Release { title } } } } }"""

    def titles(**given: Any) -> list[str]:
        return [node["item"]["title"] for node in run(query, given)["threads"]["nodes"]]

    assert titles() == ["Old turbines", "New turbines"]
    assert titles(o="COMMENTS", n="norrvind") == ["New turbines", "Old turbines"]
    few, _ = statements(query, {"f": 1})
    many, content = statements(query, {"f": 2})
    assert few == many == 3
    assert content["threads"]["totalCount"] == 2
    assert refusal(query, {"n": "nowhere"}) == (200, {"code": "NOT_FOUND", "field": "newsroom"})


def test_a_thread_that_is_switched_off_is_empty_and_not_listed(run, refusal, say):
    comment = say("Hidden now").comment
    threads.set_brake(comment.thread_id, "OFF", slow_seconds=30)
    query = "{ releases { nodes { thread { mode slowSeconds comments { totalCount nodes { id } } pinnedComments { id } } } } }"
    assert run(query)["releases"]["nodes"][0]["thread"] == {
        "mode": "OFF",
        "slowSeconds": 30,
        "comments": {"totalCount": 0, "nodes": []},
        "pinnedComments": [],
    }
    assert run("{ threads { nodes { id } } }") == {"threads": {"nodes": []}}
    query = "query($id: ID!) { comment(id: $id) { id } }"
    assert refusal(query, {"id": str(comment.pk)}) == (200, {"code": "NOT_FOUND", "field": "id"})


def test_a_discussion_is_an_item(run, make_discussion, person, topic):
    page = make_discussion(host=person, question_and_answer=True)
    make_discussion("Another", closes_at=timezone.now())
    query = """{ discussions(filter: {newsroom: "norrvind"}, orderBy: OLDEST) { totalCount nodes { __typename title host { name }
        questionAndAnswer thread { mode questionAndAnswer } } } }"""
    found = run(query)["discussions"]
    assert found["totalCount"] == 2
    assert found["nodes"][0] == {
        "__typename": "Discussion",
        "title": "Sea or land?",
        "host": {"name": "Åsa Lind"},
        "questionAndAnswer": True,
        "thread": {"mode": "OPEN", "questionAndAnswer": True},
    }
    assert found["nodes"][1]["thread"]["mode"] == "CLOSED"
    query = """query($s: String!, $p: ID!, $path: String!) {
        discussion(newsroom: "norrvind", slug: $s) { opening experts { id } }
        discussions(filter: {person: $p}) { nodes { title } }
        item(path: $path) { item { __typename ... on Discussion { title } } } }"""
    assert run(query, {"s": page.slug, "p": str(person.uid), "path": f"/norrvind/{page.slug}"}) == {
        "discussion": {"opening": "<p>Where should they stand?</p>", "experts": []},
        "discussions": {"nodes": [{"title": "Sea or land?"}]},
        "item": {"item": {"__typename": "Discussion", "title": "Sea or land?"}},
    }


def test_the_preview_of_a_draft_shows_the_thread_that_it_will_have(run, make_discussion, make_release):
    page = make_discussion(publish=False, comment_mode="PREMODERATED")
    query = """query($t: String) { discussion(previewToken: $t) { title
        thread { id mode commentCount comments { nodes { id } } pinnedComments { id } reactionNames slowSeconds } } }"""
    assert run(query, {"t": preview_token(page)})["discussion"] == {
        "title": "Sea or land?",
        "thread": {
            "id": NO_THREAD,
            "mode": "PREMODERATED",
            "commentCount": 0,
            "comments": {"nodes": []},
            "pinnedComments": [],
            "reactionNames": [],
            "slowSeconds": 0,
        },
    }
    draft = make_release("To come", publish=False)
    query = "query($t: String) { release(previewToken: $t) { thread { id mode } } }"
    assert run(query, {"t": preview_token(draft)})["release"]["thread"] == {"id": NO_THREAD, "mode": "OPEN"}
    shown = make_release("Here already")
    thread = Thread.objects.get(item__source_id=shown.pk)
    assert run(query, {"t": preview_token(shown)})["release"]["thread"]["id"] == str(thread.pk)


def test_a_crisis_pins_a_statement(run, statements, release, open_newsroom, make_release, admin_user):
    statement = Item.objects.get(source_id=make_release("Our position", kind="STATEMENT").pk)
    switch_on(user=admin_user, newsroom=open_newsroom, reason="Fire", statement=statement, items=[release])
    query = """{ newsroom(slug: "norrvind") { officialStatement { id title } medianAnswerSeconds }
        releases(filter: {kinds: [PRESS_RELEASE]}) { nodes { officialStatement { title body { __typename } } thread { mode } } } }"""
    _, found = statements(query)
    assert found["newsroom"] == {
        "officialStatement": {"id": str(statement.pk), "title": "Our position"},
        "medianAnswerSeconds": None,
    }
    assert found["releases"]["nodes"] == [
        {"officialStatement": {"title": "Our position", "body": []}, "thread": {"mode": "PREMODERATED"}}
    ]
