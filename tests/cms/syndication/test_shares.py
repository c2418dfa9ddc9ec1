"""Ready words for channels, short links, and what these count."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from hypothesis import given
from hypothesis import strategies as st

from cms.syndication.models import ShareCount
from cms.syndication.services import counting
from cms.syndication.shares.channels import (
    CHANNELS,
    ShareChannel,
    channel_named,
    graphemes,
    mastodon_length,
    x_weight,
)
from cms.syndication.shares.codes import code_of, ids_of
from cms.syndication.shares.texts import hashtags, share_content
from tests.items import item_of


def document(**fields):
    return {
        "id": "6f1e9d6a-6a3c-4b43-9a5e-0d2f2f6a7b11",
        "url": "https://norrvind.example/new-turbines",
        "title": "New turbines",
        "summary": "Forty megawatts more.",
        "tags": ["wind power", "Markbygden"],
        "hero": None,
        "seo": {"image": None},
    } | fields


def text_for(channel, **fields):
    found = share_content(document(**fields))["texts"]
    return next(text for text in found if text["channel"] == channel)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("plain", 5),
        ("Göteborg", 8),
        ("日本語", 6),
        ("風力 wind", 9),
        ("👨‍👩‍👧‍👦", 2),
        ("🇸🇪", 2),
        ("1️⃣", 2),
        ("see https://norrvind.example/" + "x" * 100, 27),
        ("“…” –", 6),
    ],
)
def test_x_counts_as_twitter_text_does(text, weight):
    assert x_weight(text) == weight


def test_graphemes_are_what_readers_take_for_characters():
    assert graphemes("👨‍👩‍👧‍👦 é กำ") == 5
    assert mastodon_length("go https://norrvind.example/a/very/long/address/indeed") == 26


@pytest.mark.parametrize("channel", ShareChannel)
@pytest.mark.parametrize("words", ["Vind och vatten ", "四十メガワットの風力発電", "ลมและน้ำ", "👨‍👩‍👧‍👦 "])
def test_no_text_is_longer_than_its_channel_takes(channel, words):
    text = text_for(channel, title=words * 40, summary=words * 25, tags=["one", "two words", "three"])
    assert CHANNELS[channel].count(text["text"]) == text["length"] <= text["limit"]
    assert text["url"] in text["text"]
    assert text["href"] is None or len(text["href"]) <= 2000


@given(title=st.text(max_size=300), summary=st.text(max_size=280))
def test_whatever_the_words_are_the_link_is_whole_and_the_length_kept(title, summary):
    for channel in (ShareChannel.X, ShareChannel.BLUESKY, ShareChannel.MASTODON):
        text = text_for(channel, title=title, summary=summary)
        assert text["url"] in text["text"]
        assert text["length"] <= text["limit"]


def test_the_words_are_title_summary_link_and_hashtags():
    text = text_for(ShareChannel.X)
    assert text == {
        "channel": "X",
        "text": "New turbines\n\nForty megawatts more.\n\n"
        "http://testserver/s/9XUBtx3RusN?via=x\n\n#WindPower #Markbygden",
        "length": 84,
        "limit": 280,
        "url": "http://testserver/s/9XUBtx3RusN?via=x",
        "href": "https://x.com/intent/post?text=New%20turbines%0A%0AForty%20megawatts%20more.%0A%0A"
        "http%3A%2F%2Ftestserver%2Fs%2F9XUBtx3RusN%3Fvia%3Dx%0A%0A%23WindPower%20%23Markbygden",
        "image": None,
    }


def test_an_e_mail_has_a_subject_and_lines_as_rfc_6068_wants_them():
    text = text_for(ShareChannel.EMAIL)
    assert text["href"] == (
        "mailto:?subject=New%20turbines&body=New%20turbines%0D%0A%0D%0AForty%20megawatts%20more.%0D%0A%0D%0A"
        "http%3A%2F%2Ftestserver%2Fs%2F9XUBtx3RusN%3Fvia%3Demail"
    )


def test_a_long_title_ends_at_a_word():
    text = text_for(ShareChannel.BLUESKY, title="Norrvind builds turbines " * 20, summary="")
    assert text["text"].split("\n\n")[0].endswith(("Norrvind…", "builds…", "turbines…"))


def test_hashtags_are_words_written_together():
    assert hashtags(["wind power", "CO₂", "2030", "förnybar energi", "C++", "---"]) == [
        "#WindPower",
        "#CO₂",
        "#FörnybarEnergi",
        "#C",
    ]


def rendition(name, width, height, content_type="image/jpeg"):
    return {
        "name": name,
        "href": f"https://shelf.example/{name}.jpg",
        "content_type": content_type,
        "width": width,
        "height": height,
        "size_in_bytes": 1,
    }


@pytest.mark.parametrize(
    ("channel", "crop"),
    [(ShareChannel.FACEBOOK, "social"), (ShareChannel.INSTAGRAM, "square"), (ShareChannel.SNAPCHAT, "story")],
)
def test_each_channel_has_its_crop(channel, crop):
    renditions = [
        rendition("social", 1200, 630, "image/webp"),
        rendition("social", 1200, 630),
        rendition("square", 800, 800),
        rendition("story", 1080, 1920),
    ]
    image = {"alt": "A mast", "credit": "Åsa Lind", "renditions": renditions}
    shown = text_for(channel, hero=image, seo={"image": image})["image"]
    assert (shown["name"], shown["href"], shown["alt"], shown["credit"]) == (
        crop,
        f"https://shelf.example/{crop}.jpg",
        "A mast",
        "Åsa Lind",
    )


@given(st.uuids(version=4))
def test_a_code_stands_for_the_ids_that_begin_alike(uid):
    code = code_of(uid)
    first, last = ids_of(code)
    assert len(code) == 11
    assert code.isalnum()
    assert first <= uid <= last
    assert code_of(first) == code_of(last) == code


@pytest.mark.parametrize("code", ["", "short", "0123456789é", "zzzzzzzzzzz", "000000000000", "00000-00000"])
def test_what_is_no_code_stands_for_nothing(code):
    with pytest.raises(ValueError, match=r".+"):
        ids_of(code)


def test_channels_of_links_are_known_or_other():
    assert channel_named("x") == "X"
    assert channel_named("Facebook") == "FACEBOOK"
    assert channel_named("") == channel_named("carrier pigeon") == channel_named("x" * 5000) == "OTHER"


# Short links


def short_of(page):
    return f"/s/{code_of(item_of(page).uid)}"


def counts():
    return list(ShareCount.objects.order_by("channel").values_list("channel", "count"))


def test_a_short_link_leads_to_the_canonical_address_and_counts(client, make_release):
    address = short_of(make_release(canonical_url="https://elsewhere.example/första"))
    for query in ("?via=x", "?via=X", "?via=nonsense", ""):
        answer = client.get(address + query)
        assert answer.status_code == 302
        assert answer["Location"] == "https://elsewhere.example/f%C3%B6rsta"
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies
    assert counts() == [("OTHER", 2), ("X", 2)]
    assert {row.day for row in ShareCount.objects.all()} == {dt.datetime.now(dt.UTC).date()}


def test_the_redirect_takes_one_statement_before_it_is_sent(rf, make_release, django_assert_num_queries):
    from cms.syndication.shares.views import short_link

    code = code_of(item_of(make_release()).uid)
    with django_assert_num_queries(1):
        response = short_link(rf.get("/s/x?via=x"), code)
    assert response.status_code == 302
    assert counts() == []
    counting.write_visits()
    assert counts() == [("X", 1)]


def test_head_and_loading_ahead_are_no_visits(client, make_release):
    address = short_of(make_release())
    assert client.head(address).status_code == 302
    assert client.get(address, headers={"Sec-Purpose": "prefetch;prerender"}).status_code == 302
    assert counts() == []


def test_unknown_and_embargoed_codes_are_404_and_withdrawn_ones_410(client, make_release):
    page = make_release("Secret plan")
    address = short_of(page)
    page.withdrawal_reason = "It was wrong."
    page.unpublish()
    gone = client.get(address)
    assert gone.status_code == 410
    assert b"It was wrong." in gone.content
    assert b"Secret" not in gone.content
    assert client.get(f"/s/{code_of(uuid4())}").status_code == 404
    assert client.get("/s/nonsense").status_code == 404
    assert client.get("/s/%00").status_code == 404
    assert counts() == []


def test_nothing_of_the_person_is_kept():
    assert {field.name for field in ShareCount._meta.get_fields()} == {
        "id",
        "item",
        "channel",
        "day",
        "count",
    }


def test_a_flood_makes_no_more_rows_than_channels(client, make_release):
    address = short_of(make_release())
    for number in range(200):
        client.get(f"{address}?via=bot{number}")
    assert counts() == [("OTHER", 200)]


def test_a_database_that_fails_never_fails_the_redirect(client, make_release, monkeypatch):
    address = short_of(make_release())
    add = counting._add

    def broken(taken):
        raise DatabaseError("locked")

    monkeypatch.setattr(counting, "_add", broken)
    assert client.get(f"{address}?via=x").status_code == 302
    assert counts() == []
    monkeypatch.setattr(counting, "_add", add)
    assert client.get(f"{address}?via=x").status_code == 302
    assert counts() == [("X", 2)]


def test_what_waits_to_be_written_is_bounded(monkeypatch):
    monkeypatch.setattr(counting, "MOST_NOTED", 3)
    counting._noted.clear()
    try:
        for number in range(10):
            counting.note_visit(UUID(int=number), "X")
            counting.note_visit(UUID(int=0), "X")
        assert len(counting._noted) == 3
        assert sum(counting._noted.values()) == 10 + 3
    finally:
        counting._noted.clear()
