"""Threads and comments in GraphQL: on items, by themselves, as trees, and never with a query for each."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from cms.conversation.desk.crisis_switch import switch_on
from cms.conversation.models import Comment, Thread, ThreadPage
from cms.conversation.services import authors, threads
from cms.conversation.services.answering import answer_officially
from cms.ledger.models import Item
from cms.newsroom.preview import PagePreview
from cms.releases.models import ReleasePage
from newsroom_api.conversation.drafts import NO_THREAD

WHOLE = """fragment Whole on Comment {
    id threadId itemId parentId depth state kind body language publishedAt editedAt pinned replyCount
    author { name url organisation title relation verified official personId person { id name } }
    reactions { name count } reactionCount answeredAt
    answeredBy { name title personId commentId person { name } }
    statementId statement { id title } url seq
}"""


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


def test_an_item_tells_of_its_thread(run, release, say):
    asked = say("When do they turn?", kind="QUESTION").comment
    say("Well done.", kind="PRAISE")
    thread = Thread.objects.get()
    query = """query($id: ID!) { release(id: $id) { thread {
        id itemId mode commentCount counts { question praise criticism other } answeredCount reactionCount
        lastActivityAt opensAt closesAt questionAndAnswer slowSeconds reactionNames
        item { __typename id locale ... on Release { title summary } }
        comments { totalCount nodes { id body thread { id } } pageInfo { hasNextPage } }
    } } }"""
    found = run(query, {"id": str(release.pk)})["release"]["thread"]
    comments = found.pop("comments")
    at = thread.last_activity_at.isoformat().replace("+00:00", "Z")
    assert found == {
        "id": str(thread.pk),
        "itemId": str(release.pk),
        "mode": "OPEN",
        "commentCount": 2,
        "counts": {"question": 1, "praise": 1, "criticism": 0, "other": 0},
        "answeredCount": 0,
        "reactionCount": 0,
        "lastActivityAt": at,
        "opensAt": None,
        "closesAt": None,
        "questionAndAnswer": False,
        "slowSeconds": 0,
        "reactionNames": ["like", "heart", "insightful"],
        "item": {
            "__typename": "Release",
            "id": str(release.pk),
            "locale": "en",
            "title": "New turbines",
            "summary": "",
        },
    }
    assert comments["totalCount"] == 2
    assert comments["nodes"][1] == {
        "id": str(asked.pk),
        "body": "<p>When do they turn?</p>",
        "thread": {"id": str(thread.pk)},
    }
    assert comments["pageInfo"] == {"hasNextPage": False}


def test_a_thread_is_found_by_its_id_its_item_and_as_a_node(run, refusal, release, say, make_asset_page):
    thread = Thread.objects.get()
    for query, given in (
        ("query($id: ID!) { thread(id: $id) { id } }", thread.pk),
        ("query($id: ID!) { thread(item: $id) { id } }", release.pk),
        ("query($id: ID!) { node(id: $id) { __typename id ... on Thread { mode } } }", thread.pk),
    ):
        (found,) = run(query, {"id": str(given)}).values()
        assert found["id"] == str(thread.pk)
    comment = say("Here").comment
    query = "query($id: ID!) { node(id: $id) { __typename ... on Comment { body kind thread { commentCount } } } }"
    assert run(query, {"id": str(comment.pk)})["node"] == {
        "__typename": "Comment",
        "body": "<p>Here</p>",
        "kind": "OTHER",
        "thread": {"commentCount": 1},
    }
    query = "query($id: ID!) { thread(id: $id) { id } }"
    assert refusal(query, {"id": str(release.pk)}) == (200, {"code": "NOT_FOUND", "field": "id"})
    query = "query($id: ID!) { node(id: $id) { id } }"
    assert refusal(query, {"id": NO_THREAD}) == (200, {"code": "NOT_FOUND", "field": "id"})
    assert refusal("{ thread { id } }") == (200, {"code": "INVALID_INPUT", "field": "id"})
    page = make_asset_page("Mast")
    query = 'query($s: String) { asset(newsroom: "norrvind", slug: $s) { thread { mode item { id } } } }'
    asset = Item.objects.get(type="ASSET")
    assert run(query, {"s": page.slug})["asset"]["thread"] == {"mode": "OPEN", "item": {"id": str(asset.pk)}}


def test_a_comment_tells_all_that_is_public_of_it(run, release, say, person, make_release):
    statement = Item.objects.get(source_id=make_release("Our position", kind="STATEMENT").pk)
    Item.objects.filter(type="PERSON").delete()
    asked = say(
        "When do they turn?",
        kind="QUESTION",
        url="https://ann.example",
        organisation="Post",
        relation="JOURNALIST",
    ).comment
    answer = answer_officially(asked.pk, person=person, text="In May.", user=None, statement=statement)
    query = f"query($id: ID!) {{ comment(id: $id) {{ ...Whole }} }} {WHOLE}"
    asked.refresh_from_db()
    found = run(query, {"id": str(asked.pk)})["comment"]
    assert found.pop("answeredAt") == asked.answered_at.isoformat().replace("+00:00", "Z")
    assert found.pop("publishedAt") == asked.published_at.isoformat().replace("+00:00", "Z")
    assert found == {
        "id": str(asked.pk),
        "threadId": str(asked.thread_id),
        "itemId": str(release.pk),
        "parentId": None,
        "depth": 0,
        "state": "PUBLISHED",
        "kind": "QUESTION",
        "body": "<p>When do they turn?</p>",
        "language": "en",
        "editedAt": None,
        "pinned": False,
        "replyCount": 1,
        "author": {
            "name": "Reader 1",
            "url": "https://ann.example",
            "organisation": "Post",
            "title": "",
            "relation": "JOURNALIST",
            "verified": False,
            "official": False,
            "personId": None,
            "person": None,
        },
        "reactions": [],
        "reactionCount": 0,
        "answeredBy": {
            "name": "Åsa Lind",
            "title": "Head of Press",
            "personId": None,
            "commentId": str(answer.pk),
            "person": None,
        },
        "statementId": None,
        "statement": None,
        "url": f"{release.document['url']}?comment={asked.pk}#comment-{asked.pk}",
        "seq": asked.seq,
    }
    found = run(query, {"id": str(answer.pk)})["comment"]
    assert found["author"]["official"] is True
    assert found["statement"] == {"id": str(statement.pk), "title": "Our position"}
    make_release("With a contact", byline=person)
    named = {"personId": str(person.uid), "person": {"id": str(person.uid), "name": "Åsa Lind"}}
    author = run(query, {"id": str(answer.pk)})["comment"]["author"]
    assert {name: author[name] for name in named} == named


def test_filters_and_orders_of_comments(run, release, say, person):
    asked = say("When?", kind="QUESTION").comment
    say("Well done.", kind="PRAISE")
    reply = say("I wonder, too.", parent=asked.pk).comment
    answer = answer_officially(asked.pk, person=person, text="In May.", user=None)
    liked = say("Like me.").comment
    Comment.objects.filter(pk=liked.pk).update(reactions={"like": 3}, reaction_count=3)
    query = """query($id: ID!, $o: CommentOrder, $v: CommentView, $k: CommentKind, $a: Boolean, $f: Boolean) {
        thread(item: $id) { comments(order: $o, view: $v, kind: $k, answered: $a, official: $f) {
            totalCount nodes { body } } } }"""

    def bodies(**given: Any) -> list[str]:
        found = run(query, {"id": str(release.pk), **given})["thread"]["comments"]
        assert found["totalCount"] == len(found["nodes"])
        return [node["body"].removeprefix("<p>").removesuffix("</p>") for node in found["nodes"]]

    assert bodies() == ["Like me.", "In May.", "I wonder, too.", "Well done.", "When?"]
    assert bodies(o="OLDEST") == bodies()[::-1]
    assert bodies(o="REACTIONS")[0] == "Like me."
    assert bodies(v="TREE", o="OLDEST") == ["When?", "Well done.", "Like me."]
    assert bodies(k="PRAISE") == ["Well done."]
    assert bodies(a=True) == ["When?"]
    assert bodies(f=True) == ["In May."]
    assert "In May." not in bodies(f=False)
    assert {reply.parent_id, answer.parent_id} == {asked.pk}


TREE = """query($id: ID!, $n: Int) { thread(item: $id) {
    comments(view: TREE, order: OLDEST, first: $n) { nodes { id body
        replies(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { body parent { id } context { id }
            replies(first: 2) { nodes { body thread { commentCount } } } } }
        newest: replies(first: 1, order: NEWEST) { edges { cursor node { body author { person { id } } } } }
    } } } }"""


def test_a_tree_is_read_level_by_level(statements, run, release, say):
    tops = []
    for number in range(3):
        top = say(f"Top {number}").comment
        tops.append(top)
        replies = [say(f"Reply {number}.{each}", parent=top.pk).comment for each in range(3)]
        say(f"Deep {number}", parent=replies[0].pk)
    few, content = statements(TREE, {"id": str(release.pk), "n": 1})
    many, content = statements(TREE, {"id": str(release.pk), "n": 3})
    assert few == many == 15
    first = content["thread"]["comments"]["nodes"][0]
    page = first["replies"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (3, True)
    assert [node["body"] for node in page["nodes"]] == ["<p>Reply 0.0</p>", "<p>Reply 0.1</p>"]
    assert page["nodes"][0]["parent"] == {"id": str(tops[0].pk)}
    assert page["nodes"][0]["context"] == [{"id": str(tops[0].pk)}]
    assert page["nodes"][0]["replies"]["nodes"] == [{"body": "<p>Deep 0</p>", "thread": {"commentCount": 15}}]
    assert page["nodes"][1]["replies"]["nodes"] == []
    assert [edge["node"]["body"] for edge in first["newest"]["edges"]] == ["<p>Reply 0.2</p>"]
    query = """query($id: ID!, $after: String) { comment(id: $id) {
        replies(first: 2, after: $after) { nodes { body } pageInfo { hasNextPage } } } }"""
    found = run(query, {"id": str(tops[0].pk), "after": page["pageInfo"]["endCursor"]})
    assert found["comment"]["replies"] == {
        "nodes": [{"body": "<p>Reply 0.2</p>"}],
        "pageInfo": {"hasNextPage": False},
    }


def test_pages_of_a_thread_follow_each_other_both_ways(run, refusal, release, say):
    for number in range(5):
        say(f"Number {number}")
    query = """query($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { thread(item: $id) {
        comments(first: $first, after: $after, last: $last, before: $before) {
            nodes { body } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }"""
    seen, after = [], None
    while True:
        page = run(query, {"id": str(release.pk), "first": 2, "after": after})["thread"]["comments"]
        seen += [node["body"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == [f"<p>Number {number}</p>" for number in (4, 3, 2, 1, 0)]
    back = run(query, {"id": str(release.pk), "last": 2, "before": after})["thread"]["comments"]
    assert [node["body"] for node in back["nodes"]] == ["<p>Number 2</p>", "<p>Number 1</p>"]
    assert refusal(query, {"id": str(release.pk), "after": "?"}) == (
        200,
        {"code": "INVALID_CURSOR", "field": "after"},
    )
    query = '{ releases { nodes { thread { comments(first: 1, after: "x") { nodes { id } } } } } }'
    assert refusal(query) == (200, {"code": "INVALID_INPUT", "field": "after"})
    query = "{ releases { nodes { thread { comments(first: 0) { nodes { id } } } } } }"
    assert refusal(query) == (200, {"code": "INVALID_INPUT", "field": "first"})


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


def test_changes_are_told_in_their_order_removals_too(run, refusal, statements, release, say):
    first, second = say("First"), say("Second")
    authors.withdraw_comment(first.comment.pk, first.edit_token)
    query = """query($after: String, $first: Int) { commentChanges(newsroom: "norrvind", first: $first, after: $after) {
        totalCount nodes { id state body author { name } seq thread { mode } } pageInfo { endCursor hasNextPage } } }"""
    few, _ = statements(query, {"first": 1})
    many, content = statements(query, {"first": 2})
    assert few == many == 4
    changes = content["commentChanges"]
    assert changes["totalCount"] == 2
    assert [(node["id"], node["state"], node["body"]) for node in changes["nodes"]] == [
        (str(second.comment.pk), "PUBLISHED", "<p>Second</p>"),
        (str(first.comment.pk), "WITHDRAWN", ""),
    ]
    assert changes["nodes"][1]["author"] is None
    after = changes["pageInfo"]["endCursor"]
    assert run(query, {"after": after})["commentChanges"]["nodes"] == []
    ReleasePage.objects.get(pk=release.source_id).unpublish()
    gone = run(query, {"after": after})["commentChanges"]["nodes"]
    assert [(node["state"], node["body"], node["thread"]) for node in gone] == [("REMOVED", "", None)] * 2
    assert refusal('{ commentChanges(after: "x") { nodes { id } } }') == (
        200,
        {"code": "INVALID_CURSOR", "field": "after"},
    )


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
