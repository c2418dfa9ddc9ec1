"""Search: what is found, in which order, and how it is shown. On both databases; stems on PostgreSQL alone."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from cms.access import PUBLIC
from cms.errors import InvalidCursor, InvalidInput
from cms.ledger import search
from cms.ledger.document import ItemType, Texts
from cms.ledger.models import Item, SearchEntry
from cms.ledger.paging import PageRequest
from cms.ledger.search.postgresql import CONFIGS
from cms.ledger.selectors import ItemFilter, Order, count_items, list_items

pytestmark = pytest.mark.django_db
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="stems are PostgreSQL's")

RELEASES = ItemFilter(type=ItemType.RELEASE)


@pytest.fixture
def make_item(db):
    """Makes a public release of nothing but words, findable by them."""
    made = []

    def make(title="", *, lead="", names="", body="", locale="sv", type=ItemType.RELEASE):
        number = len(made) + 1
        item = Item.objects.create(
            source_type="test",
            source_id=number,
            type=type,
            kind="NEWS",
            locale=locale,
            slug=f"item-{number}",
            title=title,
            state=Item.State.USABLE,
            version=1,
            seq=number,
            published_at=timezone.now(),
            updated_at=timezone.now(),
            card={"title": title},
            document={"title": title, "body": body},
        )
        search.index(item, Texts(title=title, lead=lead, names=names, body=body))
        made.append(item)
        return item

    return make


def found(text, *, locale=None, order=Order.RELEVANCE):
    page = list_items(
        PUBLIC,
        ItemFilter(type=ItemType.RELEASE, locale=locale),
        PageRequest(first=100),
        search=text,
        order=order,
    )
    titles = [row.content["title"] for row in page.rows]
    assert count_items(PUBLIC, ItemFilter(type=ItemType.RELEASE, locale=locale), search=text) == len(titles)
    return titles


def test_words_phrases_beginnings_and_exclusions(make_item):
    make_item("Vindkraft till havs", body="Norrvind bygger en ny park.")
    make_item("Ny vd för Norrvind", body="Åsa Lind tar över. Hon har lett bolagets vindkraft.")
    make_item("Solceller", body="En park ny i Skåne.")
    assert sorted(found("norrvind")) == ["Ny vd för Norrvind", "Vindkraft till havs"]
    assert found("norrvind park") == ["Vindkraft till havs"]
    assert found('"ny park"') == ["Vindkraft till havs"]
    assert found("”ny park”") == ["Vindkraft till havs"]
    assert sorted(found("ny park")) == ["Solceller", "Vindkraft till havs"]
    assert sorted(found("vindkra*")) == ["Ny vd för Norrvind", "Vindkraft till havs"]
    assert found("vindkra") == []
    assert found("norrvind -havs") == ["Ny vd för Norrvind"]
    assert found('park -"ny park"') == ["Solceller"]
    assert found("-park") == []


def test_diacritics_do_not_matter(make_item):
    make_item("Spårvagnar i Göteborg", locale="sv")
    make_item("Łódź", locale="pl")
    make_item("Go\u0308teborg decomposed", locale="de")
    for text in ("goteborg", "Göteborg", "GÖTEBORG", "go\u0308teborg"):
        assert sorted(found(text)) == ["Go\u0308teborg decomposed", "Spårvagnar i Göteborg"]
    assert found("goteborg", locale="sv") == ["Spårvagnar i Göteborg"]
    assert found("lodz") == found("łódź") == ["Łódź"]


def test_punctuation_separates_words(make_item):
    make_item(
        "Covid-19: läget",
        body="Skriv till asa@norrvind.example eller se https://norrvind.example/press. 3,5 procent.",
    )
    for text in (
        "covid-19",
        "covid 19",
        "asa@norrvind.example",
        "norrvind.example/press",
        "3,5",
        "3.5",
        "läget!",
    ):
        assert found(text) == ["Covid-19: läget"]
    assert found("19-covid") == []


@pytest.mark.parametrize(
    ("locale", "title", "hits", "misses"),
    [
        (
            "ja",
            "東京都庁で発表",
            ["東京", "京都", "東京都庁", "庁で", "東", "表", "東京都*", '"東京都庁で発表"'],
            ["京東", "大阪", "東京発表"],
        ),
        ("zh-hans", "北京发布新政策", ["新政策", "北京", "政", "北京 政策"], ["北策"]),
        ("th", "เร่งช่วยเหลือเด็กหญิงวัย ๑๒ ปี", ["ช่วยเหลือ", "เด็กหญิง", "12", "ปี"], ["เด็กชาย"]),
        ("ko", "서울에서 발표", ["서울", "서울에서", "발표"], ["부산"]),
        ("ja", "iPhone用ケースを発売", ["iphone", "ケース", "iphone用", '"iPhone用ケース"'], ["用品"]),
        ("ja", "東京 タワー", ['"東京 タワー"', "東京 タワ"], ['"タワー 東京"']),
    ],
)
def test_scripts_without_spaces(make_item, locale, title, hits, misses):
    make_item(title, locale=locale)
    assert [text for text in hits if found(text) != [title]] == []
    assert [text for text in misses if found(text)] == []


@on_postgresql
@pytest.mark.parametrize(
    ("locale", "title", "text"),
    [
        ("sv", "Nytt pressmeddelande", "pressmeddelandet"),
        ("sv", "Vindkraft och vindkraftverk", "vindkraftverken"),
        ("sv", "En stor aktieägare", "aktieägarna"),
        ("sv", "En stor aktieägare", "aktieagarna"),
        ("sv", "Stora möjligheter", "möjlighet"),
        ("en", "Meetings were held", "meeting"),
        ("de", "Neue Häuser", "haus"),
        ("de", "Neue Häuser", "hauser"),
        ("de", "Große Straße", "strasse"),
        ("es", "Informaciones", "información"),
        ("es", "Nueva información", "informacion"),
        ("fr", "Les documents publiés", "publiée"),
        ("ru", "Новые технологии", "технология"),
        ("sv", "Pressmeddelandet", "pressmeddelan*"),
        ("en", "National parks", "nationa*"),
    ],
)
def test_stems(make_item, locale, title, text):
    make_item(title, locale=locale)
    make_item("Annat", locale=locale)
    assert found(text, locale=locale) == [title]
    assert found(text) == [title]


@on_postgresql
def test_an_exclusion_is_read_in_the_language_of_the_item(make_item):
    make_item("Annual meetings", locale="en")
    make_item("Årliga meetings annual", locale="sv")
    assert found("annual -meeting") == []


@on_postgresql
def test_every_configuration_exists():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cfgname FROM pg_ts_config")
        assert {name for (name,) in cursor.fetchall()} >= {*CONFIGS.values(), "simple"}


def test_better_matches_come_first(make_item):
    make_item("Ett", body="solceller " + "annat " * 200)
    make_item("Två", lead="solceller", body="annat " * 200)
    make_item("Solceller", body="annat " * 200)
    assert found("solceller") == ["Solceller", "Två", "Ett"]
    assert found("solceller", order=Order.NEWEST) == ["Solceller", "Två", "Ett"]
    assert found("solceller", order=Order.OLDEST) == ["Ett", "Två", "Solceller"]


@pytest.mark.parametrize("order", [order for order in Order if order is not Order.NAME])
def test_pages_of_hits_are_exact_both_ways(make_item, order):
    for number in range(11):
        make_item(f"Solceller {number}", body="solceller " * (number % 3))
    everything = [
        row.uid
        for row in list_items(PUBLIC, RELEASES, PageRequest(first=100), search="solceller", order=order).rows
    ]
    assert len(everything) == 11
    forward, cursor = [], None
    while True:
        page = list_items(
            PUBLIC, RELEASES, PageRequest(first=3, after=cursor), search="solceller", order=order
        )
        forward += [row.uid for row in page.rows]
        assert page.has_previous == (cursor is not None)
        if not page.has_next:
            break
        cursor = page.cursors[-1]
    backward, cursor = [], None
    while True:
        page = list_items(
            PUBLIC, RELEASES, PageRequest(last=4, before=cursor), search="solceller", order=order
        )
        backward = [row.uid for row in page.rows] + backward
        if not page.has_previous:
            break
        cursor = page.cursors[0]
    assert forward == backward == everything


def test_relevance_has_two_hundred_hits(make_item):
    for number in range(203):
        make_item(f"Solceller {number}")
    seen, cursor = [], None
    while True:
        page = list_items(
            PUBLIC, RELEASES, PageRequest(first=100, after=cursor), search="solceller", order=Order.RELEVANCE
        )
        seen += [row.uid for row in page.rows]
        if not page.has_next:
            break
        cursor = page.cursors[-1]
    assert len(set(seen)) == len(seen) == search.RELEVANCE_LIMIT == 200
    assert count_items(PUBLIC, RELEASES, search="solceller") == 203


def test_a_search_is_one_statement_at_any_size(make_item, django_assert_num_queries):
    for size in (3, 30):
        for _ in range(size):
            make_item("Solceller i Göteborg", body="Solceller på alla tak.")
        for order in set(Order) - {Order.NAME}:
            with django_assert_num_queries(1):
                page = list_items(
                    PUBLIC, RELEASES, PageRequest(first=20), search="solceller", order=order, raw=True
                )
        assert json.loads(page.rows[0].content) == {"title": "Solceller i Göteborg"}
        assert page.rows[0].updated_at.utcoffset() is not None


def test_snippets_mark_what_was_found(make_item):
    make_item("A", body="Bolaget <b>bygger</b> & säljer vindkraft i Göteborg.")
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="goteborg vindkr* bygger").rows
    assert row.snippet == (
        "Bolaget &lt;b&gt;<mark>bygger</mark>&lt;/b&gt; &amp; säljer <mark>vindkraft</mark> i <mark>Göteborg</mark>."
    )


def test_a_snippet_is_the_best_passage(make_item):
    make_item(
        "A",
        body="Börjar här. "
        + "Fyllnad utan mening. " * 60
        + "Här står vindkraft intill Göteborg. "
        + "Mer. " * 100,
    )
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="vindkraft göteborg").rows
    assert row.snippet.startswith("…")
    assert row.snippet.endswith("…")
    assert "Här står <mark>vindkraft</mark> intill <mark>Göteborg</mark>." in row.snippet
    assert len(row.snippet) < 260


def test_snippets_in_scripts_without_spaces(make_item):
    make_item("A", body="本日、東京都庁で新しい政策を発表しました。", locale="ja")
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="東京 政策").rows
    assert row.snippet == "本日、<mark>東京</mark>都庁で新しい<mark>政策</mark>を発表しました。"


@on_postgresql
def test_snippets_mark_stems(make_item):
    make_item("A", body="Läs hela pressmeddelandet om de nya aktieägarna.")
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="pressmeddelande aktieägare").rows
    assert row.snippet == "Läs hela <mark>pressmeddelandet</mark> om de nya <mark>aktieägarna</mark>."


def test_what_is_found_in_the_title_alone_shows_how_the_text_begins(make_item):
    make_item("Solceller", lead="En ingress.", body="En text.")
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="solceller").rows
    assert row.snippet == "En ingress. En text."


def test_an_item_is_indexed_anew_and_removed(make_item):
    item = make_item("Gammal rubrik")
    search.index(item, Texts(title="Nytt namn"))
    item.card = {"title": "Nytt namn"}
    item.save()
    assert found("gammal") == []
    assert found("nytt") == ["Nytt namn"]
    search.remove([item.uid])
    assert found("nytt") == []
    assert SearchEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_index_is_part_of_the_transaction(make_item):
    item = make_item("Före")
    with transaction.atomic():
        search.index(item, Texts(title="Solsken"))
        assert found("solsken") == ["Före"]
        transaction.set_rollback(True)
    assert found("före") == ["Före"]
    assert found("solsken") == []


def test_only_published_releases_are_found(make_release):
    release = make_release("Embargo om solceller", publish=False)
    assert found("solceller") == []
    release.get_latest_revision().publish()
    assert found("solceller") == ["Embargo om solceller"]
    release.refresh_from_db()
    release.unpublish()
    assert found("solceller") == []


def test_a_very_long_text_is_indexed(make_item):
    make_item(
        "Lång", body="".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(300_000)), locale="ja"
    )
    make_item("Lång", body=" ".join(f"ord{number}" for number in range(120_000)))
    make_item("Lång", body="x" * 900_000)
    assert found("lång") == ["Lång"] * 3
    assert found("ord100") == ["Lång"]


@pytest.mark.parametrize("text", ["*", "-", '"', '""', "-*", "!!!", "(", "\\", "'", "--", "- -", '" "', "🙂"])
def test_nothing_but_punctuation_finds_nothing(make_item, text):
    make_item("Rubrik")
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "AND",
        "OR",
        "NOT",
        "NEAR(a b)",
        "a AND",
        "title:x",
        "a^b",
        "a | b & !c",
        ":*",
        "%",
        "{title}: a",
        "a + b",
        "<->",
    ],
)
def test_no_word_has_a_meaning_of_its_own(make_item, text):
    make_item("Rubrik")
    assert found(text) == []


@pytest.mark.parametrize("text", [" ", "\t\n", "a\0b", "\ud800", "x" * 201])
def test_what_is_no_search_is_refused(make_item, text):
    with pytest.raises(InvalidInput) as refused:
        found(text)
    assert refused.value.field == "search"
    if len(text) > 200:
        assert refused.value.message == "A search has at most 200 characters; this one has 201."


def test_relevance_needs_a_search():
    with pytest.raises(InvalidInput, match="RELEVANCE needs a search"):
        list_items(PUBLIC, RELEASES, PageRequest(), order=Order.RELEVANCE)


def test_the_cursor_of_another_order_is_refused(make_item):
    make_item("Solceller")
    for made, used in ((Order.NEWEST, Order.RELEVANCE), (Order.RELEVANCE, Order.NEWEST)):
        cursor = list_items(PUBLIC, RELEASES, PageRequest(), search="solceller", order=made).cursors[0]
        with pytest.raises(InvalidCursor):
            list_items(PUBLIC, RELEASES, PageRequest(after=cursor), search="solceller", order=used)


def test_rows_carry_whole_documents_where_asked_for(make_item):
    item = make_item("Solceller", body="På taket.")
    (row,) = list_items(PUBLIC, RELEASES, PageRequest(), search="solceller", whole=True).rows
    assert (row.uid, row.type, row.version, row.content) == (
        item.uid,
        "RELEASE",
        1,
        {"title": "Solceller", "body": "På taket."},
    )
    assert isinstance(row.uid, UUID)
    assert row.updated_at == item.updated_at
