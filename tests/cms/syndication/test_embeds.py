"""Pages for frames: they may be framed anywhere, and tell of corrections and withdrawals by themselves."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from cms.conversation.models import Thread
from tests.items import item_of

SAID = {
    "text": "We are proud.",
    "speaker": None,
    "speaker_name": "Åsa Lind",
    "speaker_title": "Head of Press",
}


def read(answer):
    return BeautifulSoup(answer.content, "html.parser")


def directives(answer):
    return dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))


def test_a_release_in_a_frame(client, make_release):
    page = make_release("New turbines", summary="Forty megawatts.", canonical_url="https://press.example/1")
    answer = client.get(f"/embed/{item_of(page).uid}")
    assert answer.status_code == 200
    shown = read(answer)
    assert shown.h1.get_text() == "New turbines"
    assert shown.select_one("link[rel=canonical]")["href"] == "https://press.example/1"
    assert answer["Link"] == '<https://press.example/1>; rel="canonical"'
    assert "Forty megawatts." in shown.get_text()
    assert not shown.find_all(["script", "form", "iframe"])
    assert shown.html["lang"] == "en"


def test_frames_alone_may_be_shown_anywhere(client, make_release):
    page = make_release("New turbines", slug="turbines")
    answer = client.get(f"/embed/{item_of(page).uid}")
    assert directives(answer)["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in answer
    assert directives(answer)["default-src"] == "'none'"
    assert "script-src" not in directives(answer)
    usual = client.get("/norrvind/turbines")
    assert directives(usual)["frame-ancestors"] == "'self'"
    assert usual["X-Frame-Options"] == "SAMEORIGIN"


def test_frames_ask_again_soon_and_cheaply(client, make_release):
    address = f"/embed/{item_of(make_release('New turbines')).uid}"
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=30"
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_correction_shows_by_itself(client, make_release):
    page = make_release("New turbines")
    page.title = "New wind turbines"
    page.correction_note = "The title lacked a word."
    page.save_revision().publish()
    shown = read(client.get(f"/embed/{item_of(page).uid}"))
    assert "The title lacked a word." in shown.select_one(".notice").get_text()


def test_a_withdrawal_shows_by_itself_and_nothing_of_what_was_said(client, newsroom, make_release):
    page = make_release("SECRET", body=[("quote", SAID)])
    item = item_of(page)
    addresses = [f"/embed/{item.uid}", f"/embed/{item.uid}/quote/{item.document['body'][0]['id']}"]
    page.withdrawal_reason = "It was wrong."
    page.unpublish()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 410
        assert directives(answer)["frame-ancestors"] == "*"
        text = read(answer).get_text()
        assert "This has been withdrawn" in text
        assert "It was wrong." in text
        assert "Norrvind" in text
        assert "SECRET" not in answer.content.decode()
        assert "proud" not in answer.content.decode()


def test_a_quote_in_a_frame_and_one_that_was_taken_out(client, make_release):
    page = make_release("New turbines", body=[("quote", SAID)])
    item = item_of(page)
    address = f"/embed/{item.uid}/quote/{item.document['body'][0]['id']}"
    shown = read(client.get(address))
    assert shown.blockquote.get_text(strip=True) == "We are proud."
    assert shown.figcaption.get_text(strip=True) == "Åsa Lind, Head of Press"
    page.body = [("paragraph", "<p>Nobody is quoted.</p>")]
    page.save_revision().publish()
    answer = client.get(address)
    assert answer.status_code == 410
    assert "This quote has been taken out" in read(answer).get_text()


def test_a_thread_in_a_frame(client, newsroom, make_release):
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    page = make_release("New turbines", slug="turbines")
    thread = Thread.objects.get(item__source_id=page.pk)
    answer = client.get(f"/embed/threads/{thread.pk}")
    assert answer.status_code == 200
    assert read(answer).h1.get_text(strip=True) == "Conversation:New turbines"
    assert read(answer).h1.a["href"].endswith("/norrvind/turbines#conversation")
    page.withdrawal_reason = "It was wrong."
    page.unpublish()
    gone = client.get(f"/embed/threads/{thread.pk}")
    assert gone.status_code == 410
    assert "It was wrong." in read(gone).get_text()


def test_what_is_not_public_is_missing_and_may_be_framed_too(client, newsroom, make_release):
    draft = make_release("Draft", publish=False)
    newsroom_uid = item_of(newsroom).uid
    for address in (
        f"/embed/{uuid4()}",
        f"/embed/{draft.translation_key}",
        f"/embed/{newsroom_uid}",
        f"/embed/threads/{uuid4()}",
        f"/embed/{uuid4()}/quote/{uuid4()}",
    ):
        answer = client.get(address)
        assert answer.status_code == 404
        assert directives(answer)["frame-ancestors"] == "*"


def test_assets_in_a_frame(client, make_asset_page, make_document):
    image = item_of(make_asset_page("Mast"))
    assert read(client.get(f"/embed/{image.uid}")).img["alt"] == "A teal mast"
    paper = item_of(make_asset_page("Report", file=make_document()))
    assert read(client.get(f"/embed/{paper.uid}")).h1.get_text() == "Report"


@pytest.mark.parametrize("path", ["", "/quote/{block}"])
def test_statements_of_sql_do_not_grow_with_the_release(
    client, make_release, django_assert_num_queries, path
):
    for count in (1, 30):
        page = make_release(f"Of {count}", body=[("quote", SAID)] * count)
        item = item_of(page)
        address = f"/embed/{item.uid}{path.format(block=item.document['body'][0]['id'])}"
        with django_assert_num_queries(2):
            assert client.get(address).status_code == 200
