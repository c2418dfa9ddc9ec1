"""The built-in pages, public and preview: what they answer, from the ledger alone."""

from __future__ import annotations

import re

import pytest
from wagtail.models import Locale, Page

from cms.newsroom.colours import NIGHT, PAPER, contrast, readable, stylesheet
from cms.newsroom.models import NewsroomContact, NewsroomPage
from cms.releases.models import RelatedRelease, ReleaseContact


def text_of(response):
    return response.content.decode()


def test_release(client, make_release, person, topic):
    contacts = [ReleaseContact(person=person)]
    release = make_release("New <turbines>", summary="S", kind="STATEMENT", topics=[topic], contacts=contacts)
    page = client.get(f"/norrvind/{release.slug}")
    text = text_of(page)
    assert page.status_code == 200
    assert page["Content-Language"] == "en"
    assert page["Cache-Control"] == "public, max-age=30"
    assert '<html lang="en" dir="ltr">' in text
    assert '<h1 class="p-name">New &lt;turbines&gt;</h1>' in text
    assert '<span class="kind">Statement' in text
    assert '<p class="p-name">Åsa Lind</p>' in text
    assert '<a class="u-email" href="mailto:asa@norrvind.example">' in text
    assert f'<link rel="canonical" href="http://testserver/norrvind/{release.slug}">' in text
    assert "noindex" not in text
    assert "preview-banner" not in text
    assert re.findall("<script[^>]*>", text) == ['<script type="application/ld+json">']
    assert '<link rel="icon" href="/static/newsroom/icon.svg" type="image/svg+xml">' in text
    (published,) = re.findall('<time class="dt-published" datetime="([^"]*)"', text)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z", published
    )  # HTML takes no finer second


def test_content_security_policy_and_conditional_requests(client, make_release):
    release = make_release("One")
    page = client.get(f"/norrvind/{release.slug}")
    assert page["Content-Security-Policy"] == (
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )
    again = client.get(f"/norrvind/{release.slug}", headers={"If-None-Match": page["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(f"/norrvind/{release.slug}")  # the same headers (RFC 9110, section 9.3.2)
    assert (head["ETag"], head["Content-Length"]) == (page["ETag"], str(len(page.content)))
    assert client.head(f"/norrvind/{release.slug}", headers={"If-None-Match": "*"}).status_code == 304
    assert client.post(f"/norrvind/{release.slug}").status_code == 405


def test_release_costs_few_queries_and_loads_no_page(
    client, make_release, person, topic, django_assert_num_queries
):
    def make(number):
        return make_release(f"R{number}", topics=[topic], contacts=[ReleaseContact(person=person)])

    others = [make(number) for number in range(4)]
    few = make_release("Few", related=[RelatedRelease(target=others[0])])
    many = make_release("Many", related=[RelatedRelease(target=other) for other in others])
    for release in (few, many):
        client.get(f"/norrvind/{release.slug}")
        with django_assert_num_queries(14) as queries:  # ten of them for the conversation
            client.get(f"/norrvind/{release.slug}")
        assert not [q for q in queries.captured_queries if "wagtailcore_page" in q["sql"]]


def test_correction_is_shown_and_withdrawal_is_410_with_its_reason(client, make_release):
    release = make_release("Leak", summary="40 litres")
    release.summary, release.correction_note = "70 litres", "It was 70 litres, not 40."
    release.save_revision().publish()
    text = text_of(client.get("/norrvind/leak"))
    assert "It was 70 litres, not 40." in text
    assert text.index('class="corrections"') < text.index("<h1")
    release.refresh_from_db()
    release.withdrawal_reason = "Published by <mistake>."
    release.unpublish()
    page = client.get("/norrvind/leak")
    assert page.status_code == 410
    assert "Published by &lt;mistake&gt;." in text_of(page)
    assert "70 litres" not in text_of(page)
    assert page["Cache-Control"] == "public, max-age=30"


def test_moved_address(client, make_release):
    release = make_release("Before")
    release.slug = "after"
    release.save_revision().publish()
    page = client.get("/norrvind/before")
    assert (page.status_code, page["Location"]) == (301, "/norrvind/after")


@pytest.mark.parametrize(
    "path", ["/nobody", "/norrvind/nothing", "/norrvind/%00", "/%00", "/norrvind/%ff%fe"]
)
def test_unknown(client, newsroom, path):
    page = client.get(path)
    assert page.status_code == 404
    assert "There is nothing at this address" in text_of(page)


def test_drafts_are_not_there(client, make_release):
    make_release("Secret", publish=False)
    assert client.get("/norrvind/secret").status_code == 404
    assert "Secret" not in text_of(client.get("/norrvind"))


@pytest.mark.parametrize(
    ("path", "location"),
    [("/norrvind/", "/norrvind"), ("/norrvind/one/", "/norrvind/one"), ("/admin", "/admin/")],
)
def test_slashes(client, newsroom, path, location):
    page = client.get(path)
    assert (page.status_code, page["Location"]) == (301, location)


def test_no_redirect_leaves_the_site(client, newsroom):
    assert client.get("/%5Cevil.example/")["Location"] == "/%5Cevil.example"


def test_newsroom_walks_its_releases_page_by_page(client, make_release, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "PAGE_SIZE": 2}
    for number in range(5):
        make_release(f"Release {number}")
    make_release("On top", pinned=True)
    address, seen = "/norrvind", []
    while address:
        text = text_of(client.get(address))
        seen.append(re.findall(r'<a class="u-url p-name"[^>]*>([^<]+)</a>', text))
        following = re.search(r'<a class="button" rel="next" href="(\?after=[^"]+)"', text)
        address = following and f"/norrvind{following[1]}"
    assert seen == [["On top", "Release 4", "Release 3"], ["Release 2", "Release 1"], ["Release 0"]]


def test_broken_cursor(client, newsroom):
    page = client.get("/norrvind", {"after": "nonsense"})
    assert page.status_code == 400
    assert "The cursor is not one that this list gave." in text_of(page)
    assert client.get("/", {"after": "nonsense"}).status_code == 400


def test_newsroom_in_its_language_and_colours(client, newsroom, person):
    swedish = Locale.objects.create(language_code="sv")
    root = Page.objects.get(depth=1)
    page = NewsroomPage(title="Norrvind", slug="nv", live=True, locale=swedish, primary_colour="#0A5C36")
    page.translation_key = newsroom.translation_key
    page.contacts = [NewsroomContact(person=person)]
    root.add_child(instance=page)
    answer = client.get("/nv", headers={"Accept-Language": "en"})
    assert answer["Content-Language"] == "sv"
    assert '<html lang="sv" dir="ltr">' in text_of(answer)
    assert '<a href="/norrvind" hreflang="en" lang="en">English</a>' in text_of(answer)
    assert 'href="/newsroom/colours/0a5c36-0a5c36.css"' in text_of(answer)


def test_index_lists_the_newsrooms(client, newsroom):
    assert '<h2><a href="/norrvind" hreflang="en">Norrvind</a></h2>' in text_of(client.get("/"))
    assert "There is nothing here yet." not in text_of(client.get("/"))


def test_view_live_goes_to_the_built_in_page(make_release, newsroom):
    release = make_release("One")
    assert release.full_url == "http://testserver/norrvind/one"
    newsroom.public_url = "https://press.example/nyheter/"
    newsroom.save()
    release.refresh_from_db()
    assert release.full_url == "https://press.example/nyheter/one"


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#000000", "#135e64", "#b4571c", "#808080"])
def test_any_colour_becomes_readable(colour):
    for background in (PAPER, NIGHT):
        assert contrast(readable(colour, on=background), background) >= 4.5


def test_colours_that_are_readable_stay(client):
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert readable("#135e64", on=PAPER) == "#135e64"
    assert "--brand:#ffee00;--on-brand:#111111;--link:" in stylesheet("#ffee00", "#ffee00")
    answer = client.get("/newsroom/colours/135e64-b4571c.css")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/css")
    assert text_of(answer).startswith(":root{--brand:#135e64;--on-brand:#ffffff;")
