"""Caching of answers to GET: those that show conversations change with them, and others do not."""

from __future__ import annotations

from cms.conversation.models import ModerationRules, Thread

PLAIN = "{ releases { nodes { id title } } }"
TALK = "{ releases { nodes { id thread { commentCount comments { nodes { body } } } } } }"


def ask(client, query, **headers):
    return client.get("/graphql/", {"query": query}, headers=headers)


def test_comments_change_only_what_shows_them(client, say, release):
    plain, talk = ask(client, PLAIN), ask(client, TALK)
    assert "Last-Modified" in plain
    assert "Last-Modified" not in talk
    assert ask(client, TALK, **{"If-None-Match": talk["ETag"]}).status_code == 304
    say("News")
    assert ask(client, PLAIN, **{"If-None-Match": plain["ETag"]}).status_code == 304
    changed = ask(client, TALK, **{"If-None-Match": talk["ETag"]})
    assert changed.status_code == 200
    assert changed.json()["data"]["releases"]["nodes"][0]["thread"]["commentCount"] == 1
    assert changed["Cache-Control"].startswith("public, max-age=")
    thread = Thread.objects.get()
    assert f"thread-{thread.pk}" in changed["Surrogate-Key"].split()
    assert "thread-" not in plain["Surrogate-Key"]


def test_what_conversations_change_is_known_by_type_and_name(client, release):
    for query in (
        "{ threads { nodes { id } } }",
        "{ commentChanges { totalCount } }",
        '{ newsroom(slug: "norrvind") { medianAnswerSeconds } }',
        "{ releases { nodes { officialStatement { id } } } }",
        f'{{ node(id: "{Thread.objects.get().pk}") {{ ... on Thread {{ commentCount }} }} }}',
        "{ discussions { nodes { ...f } } } fragment f on Discussion { thread { id } }",
    ):
        answer = ask(client, query)
        assert answer.status_code == 200, answer.content
        assert ("ETag" in answer, "Last-Modified" in answer) == (True, False), query


def test_the_rules_that_are_shown_change_the_tag(client, release, open_newsroom):
    query = "{ threads { nodes { slowSeconds reactionNames } } }"
    first = ask(client, query)
    rules = ModerationRules.objects.create(newsroom=open_newsroom, slow_seconds=20)
    changed = ask(client, query, **{"If-None-Match": first["ETag"]})
    assert changed.json()["data"]["threads"]["nodes"][0]["slowSeconds"] == 20
    rules.most_links = 7
    rules.save()
    assert ask(client, query, **{"If-None-Match": changed["ETag"]}).status_code == 304
