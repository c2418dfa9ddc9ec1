"""Text of comments, whatever comes in: generated, real and hostile, it is whitelisted, well formed and quick."""

from __future__ import annotations

import gzip
import json
import re
import time
import unicodedata
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.conversation.characters import cleaned
from cms.conversation.markup import ELEMENTS
from cms.conversation.text import clean_line, read_body
from cms.errors import InvalidInput

# Properties


PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href=https://a.example/>",
        "</a>",
        "<q>",
        "</q>",
        "<blockquote>",
        "</blockquote>",
        "<code>",
        "</code>",
        "<p>",
        "<br>",
        "<table><td>",
        "</table>",
        "<svg>",
        "<math>",
        "<style>",
        "<!--",
        "-->",
        "<",
        ">",
        "\n",
        "\n\n",
        " ",
        "\t",
        "x",
        "Åsa",
        "@Bo",
        "&",
        "&amp;",
        "&lt;",
        '"',
        "'",
        "https://b.example/(c)",
        "www.d.se",
        "̸",
        "\u200d",
        "️",
        "👩",
        "\u202e",
        "́",
        "e",
        "<abbr title='T'>",
        "</abbr>",
        "<script>",
        "</script>",
        "\x00",
    ]
)
SOURCES = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=120))
TAG = re.compile(r"<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SOURCES)
def test_what_comes_out_is_whitelisted_well_formed_and_stays_so(source: str) -> None:
    try:
        body = read_body(source)
    except InvalidInput:
        return
    stack: list[str] = []
    for end, name, attributes in TAG.findall(body.html):
        if name == "br":
            assert stack[-1] != "blockquote"
        elif end:
            assert stack.pop() == name
        else:
            assert name in ELEMENTS or name == "p"
            assert (not stack or stack[-1] == "blockquote") == (name in ("p", "blockquote"))
            assert name not in ("a",) or "a" not in stack
            assert set(re.findall(r" ([a-z]+)=", attributes)) <= {*ELEMENTS.get(name, ()), "rel"}
            stack.append(name)
    assert stack == []
    assert "<" not in TAG.sub("", body.html)
    assert (
        unescape(TAG.sub("", body.html)).split() == unescape(TAG.sub("", read_body(body.html).html)).split()
    )
    assert read_body(body.html).html == body.html
    assert read_body(body.html).plain == body.plain
    assert body.plain == body.plain.strip()
    assert cleaned(body.plain) == body.plain


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(
        alphabet=st.characters(blacklist_characters="<&\u0338", blacklist_categories=["Cs"]), max_size=200
    )
)
def test_the_words_of_plain_text_all_stay(source: str) -> None:
    words = cleaned(source).split()
    try:
        assert "".join(read_body(source).plain.split()) == "".join(words)
    except InvalidInput:
        assert not any(unicodedata.category(c)[0] in "LNPS" and c != "\u2800" for c in "".join(words))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


# Real text


def test_real_comments_keep_their_words(shared_data: Path) -> None:
    """Where words differ, they are of addresses in angle brackets, which the comparison takes for tags, or scripts."""
    file = shared_data / "comments.jsonl.gz"
    if not file.is_file():
        pytest.skip(f"There are no real comments at {file}.")
    differing, refused, bodies = 0, [], 0
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            bodies += 1
            source = json.loads(line)["body"]
            try:
                body = read_body(source)
            except InvalidInput as error:
                refused.append(error.message)
                continue
            words = re.sub(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", " ", cleaned(source), flags=re.DOTALL)
            expected = "".join(re.findall(r"\w+", cleaned(unescape(words))))
            differing += expected != "".join(re.findall(r"\w+", body.plain))
    assert bodies == 5_422
    assert [message for message in refused if not message.endswith("it may have at most 5,000.")] == []
    assert (len(refused), differing) == (5, 6)


def test_naughty_strings(shared_data: Path) -> None:
    file = shared_data / "payloads/strings/blns.json"
    if not file.is_file():
        pytest.skip(f"There is no list of naughty strings at {file}.")
    strings = json.loads(file.read_text(encoding="utf-8"))
    read = 0
    for source in strings:
        try:
            line = clean_line(source, field="title", most=5_000)
            assert clean_line(line, field="title", most=5_000) == line
            body = read_body(source)
        except InvalidInput:
            continue
        read += 1
        assert read_body(body.html).html == body.html
    assert read > 0.85 * len(strings)


# Time


HOSTILE = {
    "<": "<" * 5_000,
    "<a ": "<a " * 1_666,
    '<a "': '<a "' * 1_250,
    "<a \"'": "<a \"'" * 1_000,
    "<!--": "<!--" * 1_250,
    "<!-- -->": "<!-- -->" + "<!--" * 1_248,
    "@": "@" * 5_000,
    "@a": "@a " * 1_666,
    "((((": "http://a.b/" + "(" * 4_980,
    "links": "http://a.b/(" * 416,
    "www.": "www." * 1_250,
    "nested b": "<b>" * 1_600 + "x",
    "nested quotes": "<blockquote>x" * 384,
    "unlike b": "".join(f"<b {chr(97 + i % 26)}{i // 26}>" for i in range(250)) + "<p>x" * 750,
    "emphasis": "<b><i><em><strong><del><code><cite><q><strike>" + "x\n\n" * 1_600,
    "misnested": "<b><p></b><i></p></i>x" * 220,
    "tables": "<table><td><b>" * 350 + "x",
    "foreign": "x" + "<svg><math><mtext>" * 270,
    "end tags": "</b>" * 1_249 + "x",
    "&": "&" * 5_000,
    "spaces": "x" + " " * 4_998 + "x",
    "blank lines": "x\n\n" * 1_666,
    "tabs and lines": "\t\n" * 2_499 + "x",
    "marks": "e" + "\u0301\u0323" * 2_499,
    "joiners": "\u200d" * 4_999 + "x",
    "selectors": "x" + "\ufe0f" * 4_999,
    "flags": "\U0001f3f4" * 5_000,
    "attributes": "<a " + " ".join(f"a{i}" for i in range(900)) + " href=http://x.y>x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_takes_long(name: str) -> None:
    """At most some 40 ms of processor time on a slow machine; a second would be a hole."""
    assert len(HOSTILE[name]) <= 5_000
    began = time.process_time()
    body = read_body(HOSTILE[name])
    assert time.process_time() - began < 0.5
    assert len(body.html) < 60_000


def test_an_ordinary_comment_takes_a_millisecond() -> None:
    source = (
        "Hej, this is <b>important</b> to <a href='https://a.example/'>us</a>.\n\nSee www.b.example or @Bo Ek. "
        * 12
    )[:1_000]
    began = time.process_time()
    for _ in range(100):
        read_body(source)
    assert (time.process_time() - began) / 100 < 0.01  # 0.7 ms on the machine it was written on
