"""Threads and comments in GraphQL: on items, by themselves, and as trees."""

from __future__ import annotations

from typing import Any

from cms.conversation.models import Comment, Thread
from cms.conversation.services import authors
from cms.conversation.services.answering import answer_officially
from cms.ledger.models import Item
from cms.releases.models import ReleasePage
from newsroom_api.conversation.drafts import NO_THREAD

WHOLE = """fragment Whole on Comment {
    id threadId itemId parentId depth state kind body language publishedAt editedAt pinned replyCount
    author { name url organisation title relation verified official personId person { id name } }
    reactions { name count } reactionCount answeredAt
    answeredBy { name title personId commentId person { name } }
    statementId statement { id title } url seq
}"""


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
