"""Limits: each is met exactly, and named with its figure when it is passed."""

import time

import pytest

from newsroom_api.graphql.documents import Meter, parse
from newsroom_api.graphql.schema import schema

LEVELS = "{ topics { nodes { parent { parent { parent { parent { parent { parent { parent { parent { parent %s } } } } } } } } } } }"


def cost(query, **variables):
    return Meter(schema.graphql_schema, parse(query), variables).total().cost


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ releases { nodes { id title } } }", 20),
        ("{ releases(first: 100) { nodes { id } pageInfo { endCursor } totalCount } }", 100),
        (
            "{ releases(first: 10) { edges { cursor node { newsroom { slug } hero { renditions { url } } } } } }",
            40,
        ),
        ("{ releases(first: 10) { nodes { related { title } } } }", 20),
        ("{ releases(first: 10) { nodes { related { summary } } } }", 110),
        ("query($n: Int) { releases(first: $n) { nodes { id } } }", 20),
        ("query($n: Int = 3) { releases(first: $n) { nodes { id } } }", 3),
        (
            "{ thread { comments(first: 5) { nodes { id replies(first: 4) { nodes { author { name } } } } } } }",
            1 + 5 * (1 + 4 * (1 + 1)),
        ),
        (
            "{ releases(first: 2) { nodes { thread { comments(first: 3) { nodes { id } } } } } }",
            2 * (1 + 1 + 3),
        ),
        ('{ comment(id: "x") { context { body } } }', 1 + 10),
        ('mutation { withdrawComment(input: {id: "x", editToken: "y"}) { status } }', 150),
        ('{ release(id: "x") { body { __typename } contacts { name } } }', 3),
        (
            "{ ...f } fragment f on Query { a: releases(first: 5) { ...g } } fragment g on ReleaseConnection { nodes { id } }",
            5,
        ),
    ],
)
def test_points(query, expected):
    assert cost(query) == expected


def test_points_of_a_page_whose_size_is_a_variable(refusal, run, settings, db):
    query = "query($n: Int) { releases(first: $n) { nodes { contacts { channels { url } } } } }"
    assert cost(query, n=30) == 30 * (1 + 10 * 2)
    assert run(query, {"n": 40})["releases"] == {"nodes": []}
    by_default = query.replace("$n: Int", "$n: Int = 1")
    assert run(by_default)["releases"] == {"nodes": []}
    conf = settings.NEWSROOM | {"GRAPHQL_COST": 100}
    settings.NEWSROOM = conf
    assert run(by_default)["releases"] == {"nodes": []}
    assert refusal(by_default, {"n": None})[1]["actual"] == 20 * (1 + 10 * 2)
    settings.NEWSROOM = conf | {"GRAPHQL_COST": 1000}
    assert refusal(query, {"n": 60}) == (400, {"code": "LIMIT_EXCEEDED", "limit": 1000, "actual": 1260})


def test_depth(run, refusal, db):
    assert run(LEVELS % "{ name }") == {"topics": {"nodes": []}}
    assert refusal(LEVELS % "{ parent { name } }") == (
        400,
        {"code": "LIMIT_EXCEEDED", "limit": 12, "actual": 13},
    )


def test_aliases(run, refusal, db):
    def query(count):
        return "{ %s }" % " ".join(  # noqa: UP031
            f"a{number}: topics(first: 1) {{ nodes {{ id }} }}" for number in range(count)
        )

    assert len(run(query(15))) == 15
    assert refusal(query(16)) == (400, {"code": "LIMIT_EXCEEDED", "limit": 15, "actual": 16})
    spread = "{ ...a ...b } fragment a on Query { %s } fragment b on Query { %s }" % (  # noqa: UP031
        " ".join(f"a{number}: __typename" for number in range(8)),
        " ".join(f"b{number}: __typename" for number in range(8)),
    )
    assert refusal(spread) == (400, {"code": "LIMIT_EXCEEDED", "limit": 15, "actual": 16})


def test_directives(refusal, db):
    assert refusal("{ __typename %s }" % ("@skip(if: false) " * 51)) == (
        400,
        {"code": "LIMIT_EXCEEDED", "limit": 50, "actual": 51},
    )


def test_operations(refusal, db):
    assert refusal("query a { __typename } query b { __typename }", operationName="a") == (
        400,
        {"code": "LIMIT_EXCEEDED", "limit": 1, "actual": 2},
    )


def test_tokens(refusal, db):
    assert refusal("{ %s }" % ("__typename " * 2000)) == (400, {"code": "LIMIT_EXCEEDED", "limit": 2000})


def test_time(refusal, settings, newsroom):
    settings.NEWSROOM = {**settings.NEWSROOM, "GRAPHQL_SECONDS": 0}
    assert refusal("{ releases { nodes { id } } }") == (200, {"code": "LIMIT_EXCEEDED", "limit": 0})


FLOODS = {
    "nesting": "{ a" * 600,
    "a circle": "{ ...f } fragment f on Query { ...f }",
    "the same field": "{ releases { nodes { %s } } }" % ("title " * 1900),
    "introspection": "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
    "introspection often": "{ %s }"  # noqa: UP031
    % " ".join(
        f"a{n}: __schema {{ types {{ fields {{ type {{ ofType {{ name }} }} args {{ type {{ name }} }} }} }} }}"
        for n in range(15)
    ),
    "pages": "{ releases(first: 100) { nodes { related { related { related { summary } } } } } }",
    "lists": "{ releases(filter: {kinds: %s}) { nodes { id } } }" % ("[" * 900),
}


@pytest.mark.parametrize("query", FLOODS.values(), ids=FLOODS)
def test_floods_are_refused_within_a_second(post, db, query):
    started = time.process_time()
    answer = post(query)
    assert time.process_time() - started < 1
    assert answer.status_code == 400
    assert "data" not in answer.json()


def test_fragments_that_double_at_each_level_are_read_once(run, db):
    doubling = [f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(120)]
    started = time.process_time()
    assert run(" ".join(["{ ...f0 }", *doubling, "fragment f120 on Query { __typename }"])) == {
        "__typename": "Query"
    }
    assert time.process_time() - started < 1
