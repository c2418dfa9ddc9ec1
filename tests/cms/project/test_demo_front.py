"""The demo's first page without its script: what it says, in which language, and what it may load."""

from __future__ import annotations

from types import ModuleType

import pytest
from django.urls import include, path

from cms.syndication.embeds.script import current_script
from tests.items import item_of


@pytest.fixture
def demo_addresses(settings):
    """The addresses of the host site as the demo has them."""
    urlconf = ModuleType("demo_addresses")
    urlconf.urlpatterns = [
        path("", include("cms.project.demo.urls")),
        path("", include("cms.project.urls")),
    ]
    settings.ROOT_URLCONF = urlconf


@pytest.fixture
def pinned(demo_addresses, make_release):
    body = [("quote", {"text": "We waited.", "speaker_name": "Åsa Lind"})]
    return make_release("Wind & water", slug="wind", summary="Forty megawatts.", pinned=True, body=body)


def test_it_reads_without_javascript(client, pinned):
    answer = client.get("/?language=sv")
    text = answer.content.decode()
    item = item_of(pinned)
    assert answer.status_code == 200
    assert '<html lang="sv">' in text
    assert f'<newsroom-release release="{item.uid}" view="summary">' in text
    assert '<h2><a href="/norrvind/wind">Wind &amp; water</a></h2><p>Forty megawatts.</p>' in text
    block = item.document["body"][0]["id"]
    assert f'<newsroom-quote release="{item.uid}" block="{block}">' in text
    assert f'<a href="/norrvind/wind#quote-{block}">Åsa Lind</a>' in text
    assert '<newsroom-releases newsroom="norrvind" count="6" layout="grid">' in text
    assert f'integrity="{current_script().integrity}"' in text


def test_it_may_load_only_this_site(client, pinned):
    answer = client.get("/?language=sv")
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["style-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["trusted-types"] == "newsroom-embed"
    assert answer.cookies == {}
    assert answer["Cache-Control"] == "public, max-age=30"


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [("", "sv-SE,sv;q=0.9", "sv"), ("?language=sv", "en", "sv"), ("?language=xx", "sv", "sv")],
)
def test_the_language_is_chosen_or_asked_for(client, pinned, query, header, language):
    answer = client.get(f"/{query}", headers={"Accept-Language": header})
    assert answer["Content-Language"] == language
    assert answer.content.decode().count("aria-current") == 1
    assert "Accept-Language" in answer["Vary"]


def test_without_the_demos_newsroom_it_is_the_list_of_newsrooms(client, pinned):
    answer = client.get("/?language=en")  # only /norrvind is there
    assert answer.templates[0].name == "newsroom/pages/index.html"


def test_it_asks_the_database_as_often_with_more_releases(
    client, pinned, make_release, django_assert_num_queries
):
    client.get("/?language=sv")
    with django_assert_num_queries(5):
        client.get("/?language=sv")
    for number in range(5):
        make_release(f"Release {number}")
    with django_assert_num_queries(5):
        client.get("/?language=sv")


def test_host_sites_keep_the_list_of_newsrooms(client, newsroom):
    assert client.get("/").templates[0].name == "newsroom/pages/index.html"
