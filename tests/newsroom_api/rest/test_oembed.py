"""oEmbed: what is public is answered by its address, for consumers as they are."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from micawber import Provider, ProviderException, ProviderRegistry

from cms.conversation.models import Thread, ThreadPage
from tests.items import item_of

SITE = "http://testserver"


@pytest.fixture
def ask(client):
    def make(url, **query):
        return client.get("/oembed", {"url": url, **query})

    return make


def test_a_release_is_a_frame(ask, make_release):
    page = make_release("New <turbines>", slug="turbines")
    uid = item_of(page).uid
    answer = ask(f"{SITE}/norrvind/turbines")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == {
        "version": "1.0",
        "type": "rich",
        "html": f'<iframe src="{SITE}/embed/{uid}" width="600" height="520" title="New &lt;turbines&gt;" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>',
        "width": 600,
        "height": 520,
        "title": "New <turbines>",
        "author_name": "Norrvind",
        "author_url": f"{SITE}/norrvind",
        "provider_name": "Norrvind",
        "provider_url": f"{SITE}/norrvind",
        "cache_age": 3600,
    }


@pytest.mark.parametrize(
    "address",
    [
        "http://testserver/norrvind/turbines",
        "https://testserver/norrvind/turbines/",
        "http://TESTSERVER:80/norrvind/turbines?utm_source=mail#top",
    ],
)
def test_other_spellings_of_an_address_are_the_same(ask, make_release, address):
    make_release("New turbines", slug="turbines")
    assert ask(address).json()["title"] == "New turbines"


def test_former_and_canonical_addresses_answer(ask, make_release):
    page = make_release("New turbines", slug="old", canonical_url="https://www.press.example/news/1?id=7")
    page.slug = "new"
    page.save_revision().publish()
    for address in ("/norrvind/old", "/norrvind/new"):
        assert ask(SITE + address).json()["title"] == "New turbines"
    assert ask("http://press.example/news/1/?utm_medium=x&id=7").json()["title"] == "New turbines"
    of_comment = f"https://press.example/news/1?id=7&comment={uuid4()}#comment-{uuid4()}"
    assert ask(of_comment).json()["title"] == "New turbines"
    page.canonical_url = ""
    page.save_revision().publish()
    assert ask("https://www.press.example/news/1?id=7").status_code == 404


def test_a_quote_is_asked_for_by_fragment_or_parameter(ask, make_release):
    said = {"text": "We are proud.", "speaker": None, "speaker_name": "Åsa Lind", "speaker_title": ""}
    page = make_release("New turbines", slug="turbines", body=[("quote", said)])
    item = item_of(page)
    block = item.document["body"][0]["id"]
    for part in (f"#quote-{block}", f"?quote={block}"):
        answer = ask(f"{SITE}/norrvind/turbines{part}").json()
        assert answer["title"] == "Åsa Lind: We are proud."
        assert f"/embed/{item.uid}/quote/{block}" in answer["html"]
    assert ask(f"{SITE}/norrvind/turbines?quote={uuid4()}").status_code == 404


def test_a_conversation_is_asked_for_by_its_fragment(ask, newsroom, make_release):
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    page = make_release("New turbines", slug="turbines")
    thread = Thread.objects.get(item__source_id=page.pk)
    assert f"/embed/threads/{thread.pk}" in ask(f"{SITE}/norrvind/turbines#conversation").json()["html"]
    thread = ThreadPage(title="Ask us", slug="ask", opening="<p>Ask.</p>", live=True)
    newsroom.add_child(instance=thread)
    assert ask(f"{SITE}/norrvind/ask").json()["title"] == "Ask us"


def test_an_image_is_a_photo_that_fits(ask, make_asset_page, make_image):
    page = make_asset_page("Mast", slug="mast", image=make_image("Mast", size=(900, 600)))
    whole = ask(f"{SITE}/norrvind/mast").json()
    assert (whole["type"], whole["width"], whole["height"], whole["cache_age"]) == ("photo", 900, 600, 300)
    small = ask(f"{SITE}/norrvind/mast", maxwidth=700).json()
    assert (small["width"], small["height"]) == (640, 427)
    tiny = ask(f"{SITE}/norrvind/mast", maxwidth=200, maxheight=50).json()
    assert (tiny["width"], tiny["height"]) == (74, 50)
    renditions = {one["href"]: one for one in item_of(page).document["renditions"]}
    assert renditions[small["url"]]["width"] == 640
    assert whole["thumbnail_width"] <= 640


def test_frames_and_thumbnails_keep_to_the_room(ask, make_release, make_image):
    make_release("New turbines", slug="turbines", hero=make_image(size=(900, 600)))
    answer = ask(f"{SITE}/norrvind/turbines", maxwidth=400, maxheight=250).json()
    assert (answer["width"], answer["height"]) == (400, 250)
    assert answer["thumbnail_width"] <= 400
    assert answer["thumbnail_height"] <= 250
    assert "thumbnail_url" not in ask(f"{SITE}/norrvind/turbines", maxwidth=20).json()


def test_xml_has_the_same_members(ask, make_release):
    make_release("Vind & vatten", slug="turbines")
    content = ask(f"{SITE}/norrvind/turbines").json()
    answer = ask(f"{SITE}/norrvind/turbines", format="xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>')
    root = ElementTree.fromstring(answer.content)
    assert {part.tag: part.text for part in root} == {name: str(value) for name, value in content.items()}


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({}, 400, "INVALID_INPUT", "url"),
        ({"url": "http://testserver/norrvind/turbines", "maxwidth": "-1"}, 400, "INVALID_INPUT", "maxwidth"),
        ({"url": "http://testserver/norrvind/turbines", "maxheight": "0"}, 400, "INVALID_INPUT", "maxheight"),
        (
            {"url": "http://testserver/norrvind/turbines", "maxwidth": "wide"},
            400,
            "INVALID_INPUT",
            "maxwidth",
        ),
        ({"url": "http://testserver/norrvind/turbines", "format": "yaml"}, 501, "NOT_IMPLEMENTED", "format"),
        ({"url": "javascript:alert(1)"}, 400, "INVALID_INPUT", "url"),
        ({"url": "http://testserver/norrvind/%ff"}, 400, "INVALID_INPUT", "url"),
        ({"url": "http://testserver/"}, 404, "NOT_FOUND", "url"),
        ({"url": "http://testserver/norrvind/nothing"}, 404, "NOT_FOUND", "url"),
        ({"url": "https://elsewhere.example/norrvind/turbines"}, 404, "NOT_FOUND", "url"),
    ],
)
def test_errors_are_problems_that_name_the_field(client, make_release, query, status, code, field):
    make_release("New turbines", slug="turbines")
    answer = client.get("/oembed", query)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1",
        "http://testserver/%00",
        "http://testserver/norrvind/%2e%2e/x",
        "http://testserver/norrvind/turbines?" + "&".join(f"a{n}=1" for n in range(200)),
        "http://testserver/norrvind/turbines#quote-zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
        "http://testserver/norrvind/turbines?quote=%00",
        "http://testserver@evil.example/norrvind/turbines",
        "//testserver/norrvind/turbines",
        "http://testserver.evil.example/norrvind/turbines",
        "http://" + "ö" * 300 + ".example/",
        "http://testserver:99999/",
        "http://xn--a.example/%ff%fe",
        "\U0001f600",
    ],
)
@pytest.mark.parametrize("format", ["json", "xml"])
def test_odd_addresses_are_never_a_fault_of_ours(ask, make_release, address, format):
    make_release("New turbines", slug="turbines")
    answer = ask(address, format=format)
    assert answer.status_code in (200, 400, 404)
    if answer.status_code != 200:
        assert answer.json()["errors"][0]["field"] == "url"


def test_a_thread_in_a_frame_shows_the_newest_comments(client, thread, post, django_assert_num_queries):
    address = f"/embed/threads/{thread.pk}"
    post("Where will they stand?")
    with django_assert_num_queries(6):
        assert b"Where will they stand?" in client.get(address).content
    for number in range(2, 8):
        post(f"What about number {number}?")
    with django_assert_num_queries(6):
        shown = BeautifulSoup(client.get(address).content, "html.parser")
    assert [one.get_text(strip=True) for one in shown.select(".comments .words")] == [
        f"What about number {number}?" for number in (7, 6, 5, 4, 3)
    ]
    assert shown.select_one(".meta").get_text(strip=True) == "7 comments"


def test_words_for_pixels_say_what_would_be_right(ask):
    problem = ask(f"{SITE}/norrvind/turbines", maxwidth="-1").json()
    assert problem["detail"] == "maxwidth: Pixels are a whole number, 1 to 100000."


def test_parameters_of_consumers_are_let_pass(ask, make_release):
    make_release("New turbines", slug="turbines")
    assert ask(f"{SITE}/norrvind/turbines", dnt="1", _wpnonce="x").status_code == 200


def test_what_is_embargoed_is_as_unknown_as_what_never_was(ask, make_release):
    make_release("EMBARGOED", slug="secret", publish=False, canonical_url="https://press.example/secret")
    for hidden, unknown in (
        (f"{SITE}/norrvind/secret", f"{SITE}/norrvind/absent"),
        ("https://press.example/secret", "https://press.example/absent"),
    ):
        one, other = ask(hidden), ask(unknown)
        assert one.status_code == other.status_code == 404
        assert one.content == other.content.replace(b"absent", b"secret")


def test_what_has_been_withdrawn_is_gone(ask, make_release):
    page = make_release("Wrong", slug="wrong", canonical_url="https://press.example/wrong")
    page.withdrawal_reason = "It was wrong."
    page.unpublish()
    for address in (f"{SITE}/norrvind/wrong", "https://press.example/wrong"):
        answer = ask(address)
        assert answer.status_code == 410
        assert (answer.json()["code"], answer.json()["reason"]) == ("GONE", "It was wrong.")


def test_answers_are_304_by_one_statement_and_few_for_the_rest(
    ask, client, make_release, django_assert_num_queries
):
    make_release("New turbines", slug="turbines")
    first = ask(f"{SITE}/norrvind/turbines")
    with django_assert_num_queries(3):
        ask(f"{SITE}/norrvind/turbines")
    with django_assert_num_queries(1):
        again = client.get(
            "/oembed", {"url": f"{SITE}/norrvind/turbines"}, headers={"If-None-Match": first["ETag"]}
        )
    assert again.status_code == 304


def test_the_built_in_page_says_where_to_ask(client, make_release):
    make_release("New turbines", slug="turbines")
    page = client.get("/norrvind/turbines")
    links = BeautifulSoup(page.content, "html.parser").select('link[rel="alternate"][type$="+oembed"]')
    assert [link["type"] for link in links] == ["application/json+oembed", "text/xml+oembed"]
    for link in links:
        asked = client.get(link["href"].removeprefix(SITE))
        assert asked.status_code == 200
        assert f'<{link["href"]}>; rel="alternate"; type="{link["type"]}"' in page["Link"]


def test_micawber_shows_what_is_public_and_nothing_else(
    live_server, settings, make_release, make_asset_page, make_image
):
    site = live_server.url
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": site}
    make_release("New turbines", slug="turbines")
    make_release("EMBARGOED", slug="secret", publish=False)
    make_asset_page("Mast", slug="mast", image=make_image("Mast", size=(900, 600)))
    registry = ProviderRegistry()
    registry.register(rf"{site}/\S+", Provider(f"{site}/oembed"))
    assert registry.request(f"{site}/norrvind/turbines")["title"] == "New turbines"
    assert registry.request(f"{site}/norrvind/mast", maxwidth=700)["width"] == 640
    assert registry.parse_text(f"{site}/norrvind/turbines").startswith("<iframe src=")
    assert registry.parse_text(f"{site}/norrvind/secret") == '<a href="{0}">{0}</a>'.format(
        f"{site}/norrvind/secret"
    )
    with pytest.raises(ProviderException):
        registry.request(f"{site}/norrvind/secret")
    assert "EMBARGOED" not in json.dumps(registry.extract(f"{site}/norrvind/secret {site}/norrvind/mast"))
