"""HTML to blocks: nothing that runs survives, and no word is lost."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.newsroom.richtext import FEATURES
from cms.releases.blocks import BodyBlock
from cms.releases.importing.html import BLOCK_LIMIT, Conversion, html_blocks, text_blocks

BASE = "https://old.example/news/1"


def converted(html: str) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in html_blocks(html, base=BASE).blocks]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One</p><p>Two</p>", [("paragraph", "<p>One</p><p>Two</p>")]),
        ("loose <b>bold</b> text", [("paragraph", "<p>loose <b>bold</b> text</p>")]),
        ("<p>a<br>b<br><br>c</p>", [("paragraph", "<p>a<br/>b</p><p>c</p>")]),
        ("<p>1 &lt; 2 &amp; 3</p>", [("paragraph", "<p>1 &lt; 2 &amp; 3</p>")]),
        (
            "<h1>A</h1><h3>B</h3><h6>C</h6>",
            [("heading", {"text": t, "level": n}) for t, n in ("A2", "B3", "C4")],
        ),
        (
            "<p><strong>a</strong> <em>b</em> <u>c</u> <q>d</q></p>",
            [("paragraph", "<p><b>a</b> <i>b</i> c “d”</p>")],
        ),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", [("paragraph", "<ul><li>a<ol><li>b</li></ol></li></ul>")]),
        ('<p><a href="/x">y</a></p>', [("paragraph", '<p><a href="https://old.example/x">y</a></p>')]),
        ('<p><a href="javascript:alert(1)">y</a></p>', [("paragraph", "<p>y</p>")]),
        ('<p><a href="#top">y</a></p>', [("paragraph", "<p>y</p>")]),
        (
            '<p onclick="x()" style="color:red">y</p><script>z</script><style>w</style>',
            [("paragraph", "<p>y</p>")],
        ),
        (
            '<a href="/x"><div>one</div><div>two</div></a>',
            [
                (
                    "paragraph",
                    '<p><a href="https://old.example/x">one</a></p><p><a href="https://old.example/x">two</a></p>',
                )
            ],
        ),
        (
            '<p>a <img src="/i.png" alt="An image"> b</p>',
            [("paragraph", '<p>a</p><p><a href="https://old.example/i.png">An image</a></p><p>b</p>')],
        ),
        (
            '<figure><img src="/i.png" alt="An image"><figcaption>Caption</figcaption></figure>',
            [("paragraph", '<p><a href="https://old.example/i.png">An image</a><br/>Caption</p>')],
        ),
        ('<p><img src="data:image/png;base64,AAAA" alt="Inline"></p>', [("paragraph", "<p>Inline</p>")]),
        (
            '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0" title="Film"></iframe>',
            [
                (
                    "embed",
                    {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "title": "Film", "caption": ""},
                )
            ],
        ),
        (
            "<p>https://vimeo.com/76979871</p>",
            [("embed", {"url": "https://vimeo.com/76979871", "title": "", "caption": ""})],
        ),
        (
            '<iframe src="https://unknown.example/x"></iframe>',
            [("paragraph", '<p><a href="https://unknown.example/x">https://unknown.example/x</a></p>')],
        ),
        ("<table><tr><td>only</td></tr></table>", [("paragraph", "<p>only</p>")]),
        ("<details><summary>More</summary>text</details>", [("paragraph", "<p><b>More</b></p><p>text</p>")]),
        ("<script>only</script>", []),
    ],
)
def test_markup(html: str, blocks: list[tuple[str, Any]]) -> None:
    assert converted(html) == blocks


def test_quote_with_its_speaker_and_links() -> None:
    said = '<p>We <a href="https://a.example/">grow</a>.</p><p>Fast.</p>'
    html = f"<blockquote>{said}<footer>— Åsa Lind</footer></blockquote>"
    conversion = html_blocks(html)
    assert [block["value"] for block in conversion.blocks] == [
        {"text": "We grow.\nFast.", "speaker": None, "speaker_name": "Åsa Lind", "speaker_title": ""}
    ]
    assert conversion.links == [("grow", "https://a.example/")]


def test_table() -> None:
    html = (
        "<table><caption>Output</caption><thead><tr><th>Year</th><th colspan=2>MW</th></tr></thead>"
        '<tr><th>2020</th><td>a &lt;b</td><td><a href="https://a.example">c</a></td></tr><tr><th>2021</th></tr></table>'
    )
    conversion = html_blocks(html)
    (block,) = conversion.blocks
    assert block["value"]["caption"] == "Output"
    assert block["value"]["table"]["data"] == [["Year", "MW", ""], ["2020", "a &lt;b", "c"], ["2021", "", ""]]
    assert block["value"]["table"]["table_header_choice"] == "both"
    assert conversion.notes == ["links_in_table_lost"]


def test_a_span_of_a_million_columns_is_not_believed() -> None:
    (block,) = html_blocks("<table><tr><td colspan=1000000>a</td><td>b</td></tr></table>").blocks
    assert len(block["value"]["table"]["data"][0]) == 51


def test_a_heading_that_is_too_long_becomes_a_paragraph() -> None:
    text = "word " * 60
    assert converted(f"<h2>{text}</h2>") == [("paragraph", f"<p><b>{text.strip()}</b></p>")]


def test_long_text_becomes_several_blocks() -> None:
    blocks = html_blocks(f"<p>{'x' * (BLOCK_LIMIT - 100)}</p><p>{'y' * 200}</p>").blocks
    assert [block["type"] for block in blocks] == ["paragraph", "paragraph"]


def test_plain_text() -> None:
    assert text_blocks("One <b>\r\ntwo\n\n \nThree & four\n").blocks == [
        {"type": "paragraph", "value": "<p>One &lt;b&gt;<br/>two</p><p>Three &amp; four</p>"}
    ]


def test_an_imported_image_is_a_block() -> None:
    blocks = html_blocks(
        '<img src="a.png" alt="A">', find_image=lambda image: 7 if image.alt == "A" else None
    ).blocks
    assert blocks == [{"type": "image", "value": {"image": 7, "caption": ""}}]


def test_markup_without_end_is_read_as_text() -> None:
    conversion = html_blocks("<div><b>" * 3000 + "deep")
    assert words_of(conversion) == ["deep"]


def words_of(conversion: Conversion) -> list[str]:
    """Every visible word of the blocks."""
    pieces: list[str] = []
    for block in conversion.blocks:
        value = block["value"]
        match block["type"]:
            case "paragraph":
                pieces.append(unescape(re.sub(r"</?(?:b|i|sup|sub|a)\b[^>]*>", "", value).replace("<", " <")))
            case "table":
                cells = [cell for row in value["table"]["data"] for cell in row]
                pieces += [value["caption"], *(unescape(cell) for cell in cells)]
            case "embed":
                pieces.append(value["url"])
            case "quote":
                pieces += [value["text"], value["speaker_name"]]
            case _:
                pieces.append(value["text"])
    return re.sub(r"<[^>]*>", " ", " ".join(pieces)).replace("“", "").replace("”", "").split()


CONTAINERS = (
    "p div b a li ul ol h2 h5 blockquote table tr td th figure figcaption "
    "section span q cite pre dl dt dd details summary font"
)
TREES = st.recursive(
    st.from_regex(r"[a-zåäö]{1,6}", fullmatch=True).map(lambda word: f" {word} "),
    lambda inner: st.tuples(st.sampled_from(CONTAINERS.split()), st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=25,
)


@given(TREES)
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_and_none_is_made(html: str) -> None:
    visible = nh3.clean(html.replace("<", " <"), tags=set()).split()
    assert sorted(words_of(html_blocks(html))) == sorted(visible)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200) | TREES)
@settings(max_examples=200, deadline=None)
def test_no_input_breaks_it_and_nothing_runs(text: str) -> None:
    hostile = f"<svg onload=x()>{text}<img src=x onerror=x()><math><style>{text}"
    for block in [*html_blocks(hostile).blocks, *html_blocks(text).blocks, *text_blocks(text).blocks]:
        if block["type"] == "paragraph":
            tags = set(re.findall(r"</?([a-z0-9]+)", block["value"]))
            assert tags <= {"p", "b", "i", "a", "br", "ul", "ol", "li", "sup", "sub"}
            assert not re.search(r"<[^>]*\son\w+=", block["value"])


@given(TREES)
@settings(max_examples=100, deadline=None)
def test_an_editor_can_open_it_without_losing_a_word(html: str) -> None:
    converter = ContentstateConverter(features=FEATURES)
    for block in html_blocks(html).blocks:
        if block["type"] == "paragraph":
            again = converter.to_database_format(converter.from_database_format(block["value"]))
            before = words_of(Conversion(blocks=[block]))
            assert words_of(Conversion(blocks=[{"type": "paragraph", "value": again}])) == before


def test_the_editor_takes_every_block() -> None:
    html = (
        "<h1>H</h1><p>p</p><blockquote>q</blockquote><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
        "<p>https://vimeo.com/76979871</p>"
    )
    block = BodyBlock()
    raw = html_blocks(html).blocks
    assert [part["type"] for part in raw] == ["heading", "paragraph", "quote", "table", "embed"]
    assert len(block.clean(block.to_python(raw))) == 5
