from __future__ import annotations

import math

import pytest

from cms.conversation.classifiers import features
from cms.conversation.classifiers.features import bucket, readable, style, tokens, vector, with_links


def test_the_buckets_of_a_feature_are_the_same_in_every_process() -> None:
    assert [bucket("wfree"), bucket("pbuy now"), bucket("c ö")] == [185622, 120602, 217893]


def test_a_text_of_one_word_has_the_features_that_one_expects() -> None:
    found = vector("ab")

    words = {bucket("wab"), bucket("p<start> ab"), bucket("pab <end>")}
    runs = {bucket(f"c{run}") for run in (" a", "ab", "b ", " ab", "ab ", " ab ")}
    values = dict(zip(found.buckets, found.values, strict=True))
    assert list(found.buckets) == sorted(values)
    assert {number: values[number] for number in words} == pytest.approx(
        dict.fromkeys(words, 1 / math.sqrt(3))
    )
    assert {number: values[number] for number in runs} == pytest.approx(dict.fromkeys(runs, 1 / math.sqrt(6)))
    assert len(values) == len(words) + len(runs) + len(style("ab", ["ab"], []))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("𝗙𝗿𝗲𝗲 ｇｉｆｔ", "Free gift"),
        ("fr\u200bee\ufeff gi\u00adft", "free gift"),
        ("a<br />b &amp; c", "a b & c"),
        ('<a href="http://shop.example/x">look</a>', " http://shop.example/x look "),
    ],
)
def test_disguises_and_markup_are_taken_off(written: str, read: str) -> None:
    assert readable(written) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't PAY 250 kr!!!", ["don't", "pay", "000", "kr", "!!!"]),
        ("sooooo @asa_l good", ["sooo", "<mention>", "good"]),
        ("see https://www.Shop.example/a?b=1 now", ["see", "<link>", "shop", ".", "example", "now"]),
        ("my channel is bit.ly/abc", ["my", "channel", "is", "<link>", "bit", ".", "ly"]),
        ("", []),
    ],
)
def test_words_stand_for_what_they_are(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_style_tells_what_is_striking() -> None:
    text = "WIN 100 €€ NOW!! http://a.example http://b.example ok?"
    assert style(text, tokens(text), ["http://a.example", "http://b.example"]) == [
        "links 2",
        "capitals 1",
        "digits 2",
        "exclamations 2",
        "questions 1",
        "symbols 2",
        "distinct 4",
    ]


def test_no_more_of_a_text_is_read_than_ten_thousand_characters() -> None:
    whole = "ab " * (features.MAX_CHARACTERS // 3) + " "
    assert vector(whole + "http://late.example") == vector(whole)


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "<a <a <a href", "ﷺ" * 5000, "-a" * 5000, "👍🏽"]
)
def test_any_text_can_be_read(text: str) -> None:
    found = vector(text)
    assert len(found.buckets) == len(found.values) > 0
    assert all(math.isfinite(value) for value in found.values)


@pytest.mark.parametrize(
    ("plain", "links", "text"),
    [
        ("Look here", ["http://shop.example/"], "Look here\nhttp://shop.example/"),
        ("www.shop.example is good", ["http://www.shop.example"], "www.shop.example is good"),
        ("Hello", [], "Hello"),
    ],
)
def test_links_that_the_text_does_not_show_are_read_too(plain: str, links: list[str], text: str) -> None:
    assert with_links(plain, links) == text
