"""What visitors type: what comes out, exactly; what is refused; that nothing allowed is lost; that no input is slow.

That nothing runs is shown in a browser: `tests/browser/test_comment_bodies.py`.
"""

from __future__ import annotations

import pytest

from cms.conversation.markup import ELEMENTS, URL_SCHEMES
from cms.conversation.paragraphs import MOST_QUOTES
from cms.conversation.text import BODY_RULES, clean_line, read_body
from cms.errors import InvalidInput

REL = 'rel="nofollow ugc noopener"'
A = f'<a href="https://a.example/" {REL}>'


def test_the_whitelist_is_the_classic_one() -> None:
    assert {element: list(attributes) for element, attributes in BODY_RULES.elements.items()} == {
        "a": ["href", "title"],
        "abbr": ["title"],
        "acronym": ["title"],
        "b": [],
        "blockquote": ["cite"],
        "cite": [],
        "code": [],
        "del": ["datetime"],
        "em": [],
        "i": [],
        "q": ["cite"],
        "strike": [],
        "strong": [],
    }
    assert BODY_RULES.url_schemes == {"href": ("http", "https", "mailto"), "cite": ("http", "https")}
    assert BODY_RULES.most_characters == 5_000
    assert (BODY_RULES.elements, BODY_RULES.url_schemes) == (ELEMENTS, URL_SCHEMES)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        # every allowed element
        (
            '<a href="https://a.example/" title="T">x</a>',
            f'<a href="https://a.example/" title="T" {REL}>x</a>',
        ),
        ('<a href="mailto:bo@a.example">x</a>', f'<a href="mailto:bo@a.example" {REL}>x</a>'),
        ('<abbr title="T">x</abbr>', '<abbr title="T">x</abbr>'),
        ('<acronym title="T">x</acronym>', '<acronym title="T">x</acronym>'),
        ("<b>x</b>", "<b>x</b>"),
        ("<cite>x</cite>", "<cite>x</cite>"),
        ("<code>x = 1</code>", "<code>x = 1</code>"),
        ('<del datetime="2026-11-23T10:00Z">x</del>', '<del datetime="2026-11-23T10:00Z">x</del>'),
        ("<em>x</em>", "<em>x</em>"),
        ("<i>x</i>", "<i>x</i>"),
        ('<q cite="https://a.example/">x</q>', '<q cite="https://a.example/">x</q>'),
        ("<strike>x</strike>", "<strike>x</strike>"),
        ("<strong>x</strong>", "<strong>x</strong>"),
        ("<b><i><q>x<q>y</q></q></i></b> z", "<b><i><q>x<q>y</q></q></i></b> z"),
        ("<B>x</B>", "<b>x</b>"),
        ("<b>x", "<b>x</b>"),
        # attributes that are not of the element, elements that are not allowed
        ('<b title="T" lang="sv" class="c">x</b>', "<b>x</b>"),
        ('<a href="https://a.example/" target="_blank" rel="me">x</a>', f"{A}x</a>"),
        ('<u>x</u> <span style="color:red">y</span>', "x y"),
        ("x<script>alert(1)</script>y", "xy"),
        ("<textarea>x</textarea>", "x"),
        ('<img src="x" alt="y">z', "z"),
        ("<b></b>x<a href='https://a.example/'> </a>", "x "),
        # addresses
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="/path">x</a>', "x"),
        ('<a href="//a.example/">x</a>', "x"),
        ('<a href="www.a.example/p">x</a>', f'<a href="https://www.a.example/p" {REL}>x</a>'),
        ('<a href="https://bank.example@a.example/">x</a>', "x"),
        ('<a href="https://good.example\\@a.example/">x</a>', "x"),
        ('<a href=" https://a.example/\n">x</a>', f"{A}x</a>"),
        ('<q cite="javascript:alert(1)">x</q>', "<q>x</q>"),
        ('<q cite="mailto:bo@a.example">x</q>', "<q>x</q>"),
        (
            '<a href="https://a.example/">x<object><a href="https://b.example/">y</a></object></a>',
            f"{A}xy</a>",
        ),
        # signs
        ("5 < 6 & 7 > 6", "5 &lt; 6 &amp; 7 &gt; 6"),
        ("I <3 it", "I &lt;3 it"),
        ("a<b and no more", "a&lt;b and no more"),
        ("<bo@a.example> wrote", "&lt;bo@a.example&gt; wrote"),
        ("<https://a.example/>", f"&lt;{A}https://a.example/</a>&gt;"),
        ("R&D, AT&amp;T, &lt;b&gt;", "R&amp;D, AT&amp;T, &lt;b&gt;"),
        ("x <!-- y --> z", "x  z"),
        ("x <!-- y", "x &lt;!-- y"),
        ('<abbr title="a<b">x</abbr>', '<abbr title="a&lt;b">x</abbr>'),
        ("e\u0301", "é"),
        ("<b>\u0338x</b>", "<b>x</b>"),
    ],
)
def test_a_line_of_markup(source: str, html: str) -> None:
    assert read_body(source).html == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("source", "html", "plain"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>", "one\ntwo\n\nthree"),
        ("one\r\ntwo\r\n \t\r\nthree\r\n", "<p>one<br>two</p><p>three</p>", "one\ntwo\n\nthree"),
        ("one  \n  two", "<p>one<br>two</p>", "one\ntwo"),
        ("\n\n\n one \n\n\n\n", "<p>one</p>", "one"),
        (
            "<p>one</p><p>two<br>three<br><br>four",
            "<p>one</p><p>two<br>three</p><p>four</p>",
            "one\n\ntwo\nthree\n\nfour",
        ),
        ("<p>one<br>\ntwo</p>\n\n<p>&nbsp;</p>", "<p>one<br>two</p>", "one\ntwo"),
        ("<ul><li>one<li>two</ul>", "<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<b>one\n\ntwo</b> x", "<p><b>one</b></p><p><b>two</b> x</p>", "one\n\ntwo x"),
        ("<b>one\n</b>two", "<p><b>one</b><br>two</p>", "one\ntwo"),
        (
            '<a href="https://a.example/">one\n\ntwo</a>',
            f"<p>{A}one</a></p><p>two</p>",
            "one\n\ntwo",
        ),
        (
            '<blockquote cite="https://a.example/">one\n\ntwo</blockquote>three',
            '<blockquote cite="https://a.example/"><p>one</p><p>two</p></blockquote><p>three</p>',
            "one\n\ntwo\n\nthree",
        ),
        (
            "one <em>two <blockquote>three <i>four</blockquote> five</em>",
            "<p>one <em>two </em></p><blockquote><p><em>three <i>four</i></em></p></blockquote><p><em><i>five</i></em></p>",
            "one two \n\nthree four\n\nfive",
        ),
        (
            "<blockquote>a<blockquote>b\n\nc</blockquote></blockquote>",
            "<blockquote><p>a</p><blockquote><p>b</p><p>c</p></blockquote></blockquote>",
            "a\n\nb\n\nc",
        ),
        ("<blockquote> \n </blockquote>x", "<p>x</p>", "x"),
        (
            "<code>if x:\n    y\n\nz</code>",
            "<p><code>if x:<br>y</code></p><p><code>z</code></p>",
            "if x:\ny\n\nz",
        ),
    ],
)
def test_paragraphs(source: str, html: str, plain: str) -> None:
    body = read_body(source)
    assert (body.html, body.plain) == (html, plain)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("v\u200biag\u00adra v\u200ciagra \ufeffx", "viagra viagra x"),
        ("&#8238;x&#8203;y&#x0;", "xy\ufffd"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("a\ud800b", "ab"),
        ("a\tb\u00a0c\u3000d", "a b c d"),
        ("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"),
        ("👩\u200d⚕\ufe0f 👍🏽 ❤\ufe0f\ufe0f\ufe0f", "👩\u200d⚕\ufe0f 👍🏽 ❤\ufe0f"),
        (
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f x\U000e0041\U000e0042",
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f x",
        ),
        ("葛\U000e0100城 x\U000e0100y", "葛\U000e0100城 xy"),
        ("\u3164\u115fx", "x"),
        ("A\u030a \u212b", "Å Å"),
        ("one\u2028two\x0bthree\x85four", "one\ntwo\nthree\nfour"),
    ],
)
def test_characters_that_hide_or_deceive_go(source: str, plain: str) -> None:
    assert read_body(source).plain == plain


@pytest.mark.parametrize(
    "source",
    [
        "",
        " \n\t\r\n ",
        "<b></b>",
        "<p> </p><br>",
        '<a href="https://a.example/"></a>',
        "<script>alert(1)</script>",
        "<!-- words -->",
        '<img src="https://a.example/x.png">',
        "\u200b\u200d\ufeff",
        "&#8203;&nbsp;&zwj;",
        "\u2800\u3164\u00ad",
        "\x00\x01",
        "\ud800",
        "\u0301\u0302",
        "<b>\u202e</b>\n\n<i> </i>",
    ],
)
def test_a_body_in_which_nothing_shows_is_refused(source: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_body(source)
    assert refused.value.field == "body"
    assert (
        refused.value.message
        == "body has nothing in it that can be read; write some text besides the markup."
    )


def test_a_body_that_is_too_long_is_refused_with_its_length() -> None:
    assert len(read_body("x" * 5_000).plain) == 5_000
    assert read_body("x\r\n" * 2_500).html.startswith("<p>x<br>x")
    with pytest.raises(InvalidInput) as refused:
        read_body("x" * 5_001)
    assert refused.value.field == "body"
    assert refused.value.message == "body has 5,001 characters; it may have at most 5,000."


def test_a_body_says_what_it_links_to() -> None:
    body = read_body(
        '<a href="https://a.example/">x</a> https://b.example/ www.c.example <a href="https://a.example/">y'
    )
    assert body.links == ("https://a.example/", "https://b.example/", "https://www.c.example")
    assert read_body('<a href="https://hidden.example/"></a>x').links == ()


def test_what_nests_too_deep_is_flat() -> None:
    html = read_body("<blockquote>" * 400 + "x").html
    assert html == "<blockquote>" * MOST_QUOTES + "<p>x</p>" + "</blockquote>" * MOST_QUOTES
    assert read_body("<b>" * 1_600 + "x").html == "<p><b>x</b></p>"
    assert read_body("<q>" * 1_600 + "x").html == f"<p>{'<q>' * 4}x{'</q>' * 4}</p>"


def test_markup_over_many_paragraphs_does_not_fill_a_database() -> None:
    source = "<b><i><em><strong><code><cite><q><strike>" + "x\n\n" * 1_600
    assert len(read_body(source).html) < 5 * len(source)
    long = f'<a href="https://a.example/{"y" * 2_000}" title="{"z" * 500}">' + "x\n\n" * 800
    assert len(read_body(long).html) < 5 * len(long)


# Lines


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("  Åsa \t\n Lind ", "Åsa Lind"),
        ("A\u030asa", "Åsa"),
        ("Bo\u202e\u200b\x00 Ek\u2069", "Bo Ek"),
        ("Tom <3 & Co", "Tom <3 & Co"),
        ("Bo\u2800Ek\u3164", "Bo Ek"),
        ("", ""),
        ("\u200b \u3164", ""),
        ("\u2800", ""),
        ("x" * 40, "x" * 40),
        ("x" + " " * 100 + "y", "x y"),
    ],
)
def test_a_line(value: str, line: str) -> None:
    assert clean_line(value, field="author_name", most=40) == line


@pytest.mark.parametrize(
    ("value", "length"), [("x" * 41, "41"), ("x y" * 14, "42"), (" " * 1_000_000, "1,000,000")]
)
def test_a_line_that_is_too_long(value: str, length: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_line(value, field="author_name", most=40)
    assert refused.value.field == "author_name"
    assert refused.value.message == f"author_name has {length} characters; it may have at most 40."


def test_a_line_of_marks_alone_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"^title has nothing in it that can be read\.$"):
        clean_line("\u0301\u0301", field="title", most=40)
