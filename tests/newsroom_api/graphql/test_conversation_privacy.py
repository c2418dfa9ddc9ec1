"""What was never public, or is public no more, is in no answer: markers in every private field, and every field asked for."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from graphql import GraphQLInterfaceType, GraphQLObjectType, get_named_type, is_union_type

from cms.conversation.models import (
    Appeal,
    Comment,
    CommentEdit,
    CommentStatus,
    ModerationEvent,
    ModerationRules,
    Report,
    Thread,
)
from cms.conversation.services import authors
from newsroom_api.graphql.schema import schema

MARK = "zq7marker"
TYPES = schema.graphql_schema.type_map
SKIPPED = {
    "item",
    "thread",
    "parent",
    "statement",
    "person",
    "comments",
    "replies",
    "pinnedComments",
    "context",
}
"""Fields that lead on: walked by name in the queries below."""


ELSEWHERE = {"Release", "Newsroom", "Person", "Topic", "Asset", "PressKit", "Discussion"}
"""Items with privacy tests of their own."""


def everything(name: str, depth: int = 4) -> str:
    """Every field of a type, and of what it holds, that needs no arguments."""
    kind = TYPES[name]
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    fields = []
    for field, about in kind.fields.items():
        inner = get_named_type(about.type)
        if field in SKIPPED or not depth:
            continue
        if is_union_type(inner) or inner.name in ELSEWHERE:
            fields.append(f"{field} {{ __typename }}")
        elif isinstance(inner, GraphQLObjectType | GraphQLInterfaceType):
            if below := everything(inner.name, depth - 1):
                fields.append(f"{field} {{ {below} }}")
        else:
            fields.append(field)
    return " ".join(fields)


COMMENT = everything("Comment")
THREAD = everything("Thread")
QUERIES = {
    "threads": f"{{ threads {{ totalCount nodes {{ {THREAD} pinnedComments {{ {COMMENT} }} }} }} }}",
    "comments": f"{{ threads {{ nodes {{ comments(first: 10) {{ totalCount nodes {{ {COMMENT} parent {{ {COMMENT} }} "
    f"context {{ {COMMENT} }} }} }} }} }} }}",
    "trees": f"{{ threads {{ nodes {{ comments(view: TREE, first: 5) {{ nodes {{ replies(first: 5) {{ totalCount nodes "
    f"{{ {COMMENT} }} }} }} }} }} }} }}",
    "changes": f"{{ commentChanges {{ totalCount nodes {{ {COMMENT} thread {{ {THREAD} }} }} }} }}",
    "items": f"{{ releases {{ nodes {{ id thread {{ {THREAD} }} officialStatement {{ id title }} }} }} }}",
    "form": '{ commentForm(newsroom: "norrvind") { guidelines reactions fields { label help } } }',
    "newsroom": '{ newsroom(slug: "norrvind") { name medianAnswerSeconds officialStatement { title } } }',
}


def mark(comment: Comment, **more: Any) -> Comment:
    """Put a marker into every text of a comment that is not public."""
    Comment.objects.filter(pk=comment.pk).update(
        source=f"{MARK} source",
        plain=f"{MARK} plain",
        email=f"{MARK}@example.com",
        email_hash=f"{MARK}emailhash",
        message=f"{MARK} message",
        issuer=f"https://{MARK}.example",
        subject=f"{MARK} subject",
        visitor=f"{MARK}visitor",
        address_hash=f"{MARK}address",
        token_hash=f"{MARK}token",
        token_salt=f"{MARK}salt",
        digest=f"{MARK}digest",
        **more,
    )
    comment.refresh_from_db()
    return comment


HIDDEN = {name: f"{MARK} {name}" for name in ("author_name", "organisation", "title", "body")} | {
    "url": f"https://{MARK}.example",
    "reactions": {MARK: 3},
}


@pytest.fixture
def hidden(say, admin_user, open_newsroom) -> list[Comment]:
    """Comments that are not public, with markers everywhere; each private row about public ones, too."""
    public = mark(say("Public").comment)
    now = timezone.now()
    CommentEdit.objects.create(comment=public, at=now, source=MARK, body=MARK, plain=MARK)
    Report.objects.create(
        comment=public, reason="SPAM", note=MARK, author_name=MARK, email=f"{MARK}@a.se", at=now
    )
    ModerationEvent.objects.filter(comment=public).update(note=MARK, phase=MARK)
    found = []
    for status in (CommentStatus.HELD, CommentStatus.REJECTED):
        comment = say(f"Was {status}").comment
        found.append(mark(comment, status=status, published_at=None, shown=False, seq=None, **HIDDEN))
        Appeal.objects.create(comment=comment, text=MARK, at=now)
    for number, status in enumerate((CommentStatus.REJECTED, CommentStatus.ERASED)):
        comment = say(f"Was public, then {status}").comment
        say(f"A reply {number}", parent=comment.pk)
        found.append(mark(comment, status=status, shown=True, **HIDDEN))
    posted = say("Was public, then withdrawn")
    say("Another reply", parent=posted.comment.pk)
    authors.withdraw_comment(posted.comment.pk, posted.edit_token)
    found.append(mark(posted.comment, **HIDDEN))
    ModerationRules.objects.create(
        newsroom=open_newsroom,
        external_secret=MARK,
        external_url=f"https://{MARK}.example",
        banned_domains=[MARK],
    )
    return found


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_no_answer_holds_a_private_word(post, client, settings, hidden, query):
    settings.NEWSROOM = {**settings.NEWSROOM, "GRAPHQL_COST": 100_000}
    answers = [post(query), client.get("/graphql/", {"query": query})]
    for answer in answers:
        assert "errors" not in answer.json(), answer.json()
        assert MARK not in answer.content.decode()
        assert "198.51.100." not in answer.content.decode()
        assert MARK not in str(answer.headers)


def test_the_places_of_what_was_public_are_told_and_nothing_else(run, refusal, hidden):
    query = f"query($id: ID!) {{ comment(id: $id) {{ {COMMENT} }} }}"
    never, were = hidden[:2], hidden[2:]
    for comment in never:
        assert refusal(query, {"id": str(comment.pk)}) == (200, {"code": "NOT_FOUND", "field": "id"})
    for comment in were:
        found = run(query, {"id": str(comment.pk)})["comment"]
        assert (found["author"], found["body"], found["reactions"]) == (None, "", [])
        assert found["state"] == ("WITHDRAWN" if comment.status == "WITHDRAWN" else "REMOVED")
        assert MARK not in str(found)
    assert Thread.objects.get().comment_count > 0


def test_errors_repeat_nothing_private(post, hidden, release):
    edit = "mutation($input: EditCommentInput!) { editComment(input: $input) { status } }"
    for comment in hidden:
        given = {"id": str(comment.pk), "editToken": "wrong", "body": "Mine"}
        answer = post(edit, {"input": given})
        assert answer.json()["errors"][0]["extensions"]["code"] in ("NOT_FOUND", "INVALID_TOKEN")
        assert MARK not in answer.content.decode()
