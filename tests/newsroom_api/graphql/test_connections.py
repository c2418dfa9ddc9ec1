"""Connections on the wire: exact pages, walked both ways while items come and go; statements counted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

TITLES = "{ releases(%s) { edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"


def walk(run, size, *, backward=False, between=lambda: None):
    """The titles seen on a walk through all pages, in the order of the list."""
    seen, cursor = [], None
    while True:
        side = "last" if backward else "first"
        beyond = f', {"before" if backward else "after"}: "{cursor}"' if cursor else ""
        page = run(TITLES % f"{side}: {size}{beyond}")["releases"]
        titles = [edge["node"]["title"] for edge in page["edges"]]
        assert len(titles) <= size
        seen = titles + seen if backward else seen + titles
        info = page["pageInfo"]
        if not (info["hasPreviousPage"] if backward else info["hasNextPage"]):
            return seen
        cursor = info["startCursor"] if backward else info["endCursor"]
        between()


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize("backward", [False, True])
def test_a_walk_sees_every_release_once(run, make_release, size, backward):
    for number in range(8):
        make_release(f"Release {number}")
    assert walk(run, size, backward=backward) == [f"Release {number}" for number in range(7, -1, -1)]


@pytest.mark.parametrize("size", [1, 2, 7])
@pytest.mark.parametrize("backward", [False, True])
def test_what_stays_is_seen_once_while_others_come_and_go(run, make_release, size, backward):
    staying = [make_release(f"Stays {number}").title for number in range(9)]
    leaving = [make_release(f"Leaves {number}") for number in range(3)]

    def between():
        if leaving:
            make_release("Comes")
            leaving.pop().unpublish()

    seen = [
        title for title in walk(run, size, backward=backward, between=between) if title.startswith("Stays")
    ]
    assert seen == staying[::-1]


def test_nodes_edges_and_the_count_agree(run, make_release):
    make_release("One")
    make_release("Two")
    query = "{ releases(first: 1) { totalCount nodes { title } edges { snippet node { title } } } }"
    assert run(query)["releases"] == {
        "totalCount": 2,
        "nodes": [{"title": "Two"}],
        "edges": [{"snippet": None, "node": {"title": "Two"}}],
    }


def statements(run, query, variables=None):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        run(query, variables)
    texts = [entry["sql"] for entry in captured.captured_queries]
    assert not [text for text in texts if "wagtailcore_page" in text]
    return len(texts)


LISTS = {
    "{ releases { nodes { title newsroom { id name } topics { name } byline { name } } } }": 1,
    "{ releases { totalCount nodes { title } } }": 2,
    "{ releases { nodes { title body { __typename } newsroom { about } topics { description } } } }": 2,
    "{ releases(first: 7) { nodes { contacts { channels { url } topics { description } } related { title } } } }": 3,
    "{ newsrooms { nodes { name about } } }": 1,
    "{ topics { nodes { name parent { name } } } }": 1,
    "{ people { nodes { name topics { name description } } } }": 2,
}


@pytest.mark.parametrize(("query", "expected"), LISTS.items())
def test_statements_do_not_grow_with_the_list(run, make_release, topic, person, query, expected):
    person.topics.add(topic)
    person.save()
    contacts = type(make_release("First", topics=[topic])).contacts.rel.related_model
    make_release("Second", topics=[topic], contacts=[contacts(person=person)])
    few = statements(run, query)
    for number in range(6):
        make_release(f"More {number}", topics=[topic], contacts=[contacts(person=person)])
    assert (few, statements(run, query)) == (expected, expected)


def test_a_release_with_its_links_takes_at_most_three_statements(run, make_release, topic, person):
    contacts = type(make_release("Other")).contacts.rel.related_model
    release = make_release("Main", topics=[topic], contacts=[contacts(person=person)])
    query = """query($slug: String!) { release(newsroom: "norrvind", slug: $slug) {
        title newsroom { about logo { id } } topics { description } contacts { channels { url } } related { summary }
    } }"""
    assert statements(run, query, {"slug": release.slug}) == 2


def test_links_hold_the_whole_item_when_more_is_asked(run, make_release, topic, person):
    contacts = type(make_release("Other")).contacts.rel.related_model
    make_release("Main", topics=[topic], contacts=[contacts(person=person)])
    query = """{ releases(first: 1) { nodes { title
        short: contacts { name } contacts { type email version channels { url } }
        topics { name ... on Topic { description parent { name } } }
        newsroom { slug path comments: commentMode }
    } } }"""
    assert run(query)["releases"]["nodes"] == [
        {
            "title": "Main",
            "short": [{"name": "Åsa Lind"}],
            "contacts": [{"type": "PERSON", "email": "asa@norrvind.example", "version": 1, "channels": []}],
            "topics": [{"name": "Wind power", "description": "", "parent": None}],
            "newsroom": {"slug": "norrvind", "path": "/norrvind", "comments": "PREMODERATED"},
        }
    ]
