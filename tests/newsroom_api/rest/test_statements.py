"""Official statements: what is said about an address or a topic, now and before."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Topic
from cms.syndication.models import ItemKey
from cms.syndication.statements.document import Statement

LIST = "/api/v1/official-statements"
FILE = "/.well-known/official-statements.json"
RUMOUR = "https://www.paper.example/wind/rumour?id=7"


def uid_of(page):
    return str(Item.objects.get(source_type="page", source_id=page.pk).uid)


@pytest.fixture
def state(make_release):
    """Publishes a statement about addresses."""

    def make(title, *urls, **fields):
        return make_release(title, kind="STATEMENT", about_urls=[("url", url) for url in urls], **fields)

    return make


def statuses(answer):
    assert answer.status_code == 200, answer.content
    return [(row["title"], row["status"]) for row in answer.json()["results"]]


@pytest.mark.parametrize(
    "spelling",
    [
        RUMOUR,
        "http://paper.example/wind/rumour/?id=7",
        "paper.example/wind/rumour?id=7",
        "HTTPS://WWW.PAPER.EXAMPLE:443/wind/%72umour?utm_source=x&id=7&fbclid=y#comments",
    ],
)
def test_an_address_is_known_in_all_its_spellings(client, state, spelling):
    page = state("Not true", RUMOUR, summary="It is not.")
    answer = client.get(f"{LIST}?about={quote(spelling, safe='')}")
    (row,) = answer.json()["results"]
    assert row == {
        "id": uid_of(page),
        "status": "CURRENT",
        "superseded_by_id": None,
        "newsroom_slug": "norrvind",
        "locale": "en",
        "version": 1,
        "published_at": row["published_at"],
        "updated_at": row["updated_at"],
        "title": "Not true",
        "summary": "It is not.",
        "url": "http://testserver/norrvind/not-true",
        "about_urls": [RUMOUR],
        "reason": None,
        "withdrawn_at": None,
    }
    assert Statement.model_validate(row)


@pytest.mark.parametrize(
    "other", ["https://paper.example/wind/rumour", "https://paper.example/wind/rumour?id=8"]
)
def test_another_page_is_another(client, state, other):
    state("Not true", RUMOUR)
    assert statuses(client.get(f"{LIST}?about={quote(other, safe='')}")) == []


def test_a_newer_statement_supersedes(client, state):
    state("First", RUMOUR)
    second = state("Second", RUMOUR)
    answer = client.get(f"{LIST}?about={RUMOUR}")
    assert statuses(answer) == [("Second", "CURRENT"), ("First", "SUPERSEDED")]
    assert [row["superseded_by_id"] for row in answer.json()["results"]] == [None, uid_of(second)]


def test_a_withdrawn_statement_says_why_and_nothing_of_what_it_said(client, state):
    state("First", RUMOUR)
    second = state("WITHDRAWN", RUMOUR, summary="WITHDRAWN")
    second.withdrawal_reason = "It was too early."
    second.unpublish()
    answer = client.get(f"{LIST}?about={RUMOUR}")
    assert statuses(answer) == [(None, "WITHDRAWN"), ("First", "CURRENT")]
    row = answer.json()["results"][0]
    assert row["reason"] == "It was too early."
    assert row["withdrawn_at"] == row["updated_at"]
    assert row["about_urls"] == []
    assert "WITHDRAWN" not in str(row).replace("'WITHDRAWN'", "", 1)


def test_another_newsroom_speaks_for_itself(client, state, newsroom, locale):
    other = newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=locale)
    )
    state("Of Norrvind", RUMOUR)
    state("Of Sydvind", RUMOUR, parent=other)
    assert statuses(client.get(f"{LIST}?about={RUMOUR}")) == [
        ("Of Sydvind", "CURRENT"),
        ("Of Norrvind", "CURRENT"),
    ]


def test_topics_are_asked_for_by_id_or_slug_with_what_is_below_them(client, state, topic, locale):
    below = Topic(name="Offshore", slug="offshore", parent=topic, locale=locale)
    below.save()
    state("On land", topics=[topic])
    state("At sea", topics=[below])
    state("On something else")
    by_slug = client.get(f"{LIST}?about=wind-power")
    assert statuses(by_slug) == [("At sea", "CURRENT"), ("On land", "SUPERSEDED")]
    uid = Item.objects.get(type="TOPIC", slug="wind-power").uid
    assert statuses(client.get(f"{LIST}?about={uid}")) == statuses(by_slug)
    assert statuses(client.get(f"{LIST}?about=offshore")) == [("At sea", "CURRENT")]


@pytest.mark.parametrize(
    ("about", "status", "code"),
    [
        ("no-topic", 404, "NOT_FOUND"),
        ("00000000-0000-4000-8000-000000000000", 404, "NOT_FOUND"),
        ("ftp://paper.example/", 400, "INVALID_INPUT"),
        ("two words", 400, "INVALID_INPUT"),
        ("x" * 1999 + ".example", 400, "INVALID_INPUT"),
        ("", 400, "INVALID_INPUT"),
    ],
)
def test_what_is_no_subject_is_an_error_that_names_the_field(client, state, about, status, code):
    answer = client.get(LIST, {"about": about})
    assert answer.status_code == status
    assert answer.json()["code"] == code
    assert [error["field"] for error in answer.json()["errors"]] == ["about"]


def test_releases_of_other_kinds_and_drafts_are_no_statements(client, make_release, state):
    make_release("News", about_urls=[("url", RUMOUR)])
    state("EMBARGOED", RUMOUR, publish=False)
    assert statuses(client.get(LIST)) == []
    assert statuses(client.get(f"{LIST}?about={RUMOUR}")) == []


def test_a_statement_that_becomes_news_is_none_any_more(client, state):
    page = state("Not true", RUMOUR)
    page.kind = "NEWS"
    page.save_revision().publish()
    assert statuses(client.get(f"{LIST}?about={RUMOUR}")) == []
    assert not ItemKey.objects.exists()


def test_pages_go_on_and_come_back(client, state):
    for number in range(5):
        state(f"Statement {number}", RUMOUR)
    first = client.get(f"{LIST}?about={RUMOUR}&page_size=2").json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    titles = [row["title"] for page in (first, second, third) for row in page["results"]]
    assert titles == [f"Statement {number}" for number in (4, 3, 2, 1, 0)]
    assert third["next"] is None
    assert client.get(second["previous"]).json()["results"] == first["results"]
    assert client.get(f"{LIST}?cursor=nonsense").json()["code"] == "INVALID_CURSOR"


@pytest.mark.parametrize("query", ["", f"?about={RUMOUR}"])
def test_statements_of_sql_do_not_grow(client, state, django_assert_num_queries, query):
    for count in (1, 6):
        for number in range(count):
            state(f"{count} {number}", RUMOUR)
        with django_assert_num_queries(2):
            first = client.get(LIST + query)
        with django_assert_num_queries(1):
            again = client.get(LIST + query, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304


def test_the_well_known_file_has_the_newest_and_leads_to_the_rest(client, state, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "PAGE_SIZE_MAX": 2, "PAGE_SIZE": 2}
    state("First", RUMOUR)
    state("Second")
    state("Third", RUMOUR)
    answer = client.get(FILE)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    content = answer.json()
    assert content["publisher"] == "http://testserver"
    assert content["about"] == f"http://testserver{LIST}{{?about}}"
    assert [(row["title"], row["status"]) for row in content["statements"]] == [
        ("Third", "CURRENT"),
        ("Second", "CURRENT"),
    ]
    assert statuses(client.get(content["next"])) == [("First", "SUPERSEDED")]


def test_graphql_says_the_same(client, state):
    state("First", RUMOUR)
    second = Item.objects.get(source_type="page", source_id=state("Second", RUMOUR).pk).uid
    query = """query($about: String!) { officialStatements(about: $about) {
        title status supersededById aboutUrls newsroomSlug } }"""
    answer = client.post(
        "/graphql/", {"query": query, "variables": {"about": RUMOUR}}, content_type="application/json"
    ).json()
    assert answer == {
        "data": {
            "officialStatements": [
                {
                    "title": "Second",
                    "status": "CURRENT",
                    "supersededById": None,
                    "aboutUrls": [RUMOUR],
                    "newsroomSlug": "norrvind",
                },
                {
                    "title": "First",
                    "status": "SUPERSEDED",
                    "supersededById": str(second),
                    "aboutUrls": [RUMOUR],
                    "newsroomSlug": "norrvind",
                },
            ]
        }
    }
