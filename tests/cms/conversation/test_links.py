"""Addresses: in running text, and of a visitor's own site."""

from __future__ import annotations

import pytest

from cms.conversation.links import clean_url, split_links
from cms.conversation.text import read_body
from cms.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "linked", "address"),
    [
        ("See https://a.example/b.", "https://a.example/b", ""),
        ("(https://a.example/b)", "https://a.example/b", ""),
        ("https://en.example/wiki/Wind_(power), too", "https://en.example/wiki/Wind_(power)", ""),
        ("„https://a.example/“", "https://a.example/", ""),
        ("http://a.example:8080/x?y=1&z=2#f!", "http://a.example:8080/x?y=1&z=2#f", ""),
        ("https://a.example…", "https://a.example", ""),
        ("https://räksmörgås.example/ö", "https://räksmörgås.example/ö", ""),
        ("https://例え.テスト/", "https://例え.テスト/", ""),
        ("http://xn--rksmrgs-5wao1o.example", "http://xn--rksmrgs-5wao1o.example", ""),
        ("HTTPS://A.EXAMPLE/", "HTTPS://A.EXAMPLE/", ""),
        ("http://192.0.2.1/x", "http://192.0.2.1/x", ""),
        ("www.a.example/x,", "www.a.example/x", "https://www.a.example/x"),
        ("WWW.a.example", "WWW.a.example", "https://WWW.a.example"),
        ("(www.a.example)", "www.a.example", "https://www.a.example"),
    ],
)
def test_an_address_in_text(text: str, linked: str, address: str) -> None:
    pieces = list(split_links(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [(piece, url) for piece, url in pieces if url] == [(linked, address or linked)]


@pytest.mark.parametrize(
    "text",
    [
        "a.example",
        "done.So what",
        "bo@a.example",
        "mailto:bo@a.example",
        "ftp://a.example/",
        "//a.example/",
        "http://",
        "www.",
        "awww.a.example",
        "javascript://a.example/%0aalert(1)",
        "https://bank.example@evil.example/",
        "http:a.example",
    ],
)
def test_what_is_no_address_stays_text(text: str) -> None:
    assert list(split_links(text)) == [(text, "")]


def test_text_in_links_and_code_is_not_linked() -> None:
    body = read_body('<code>www.a.example</code> <a href="https://b.example/">www.c.example</a>')
    assert body.links == ("https://b.example/",)
    assert body.html == (
        '<p><code>www.a.example</code> <a href="https://b.example/" rel="nofollow ugc noopener">www.c.example</a></p>'
    )


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("", ""),
        ("  ", ""),
        (" https://www.a.example/ ", "https://www.a.example/"),
        ("HTTP://A.Example/Path", "http://a.example/Path"),
        ("http://a.example:8080/?x=1#y", "http://a.example:8080/?x=1#y"),
        ("https://räksmörgås.example/ö", "https://xn--rksmrgs-5wao1o.example/%C3%B6"),
        ('https://a.example/"><b>', "https://a.example/%22%3E%3Cb%3E"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
        ("https://a.ex\u200bample/", "https://a.example/"),
    ],
)
def test_a_web_address(value: str, url: str) -> None:
    assert clean_url(value, field="url") == url


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a.example", "url must be a web address such as https://www.example.org/."),
        ("javascript:alert(1)", "url must be a web address such as https://www.example.org/."),
        ("javascript://a.example/%0aalert(1)", "url must be a web address such as https://www.example.org/."),
        ("ftp://a.example/", "url must be a web address such as https://www.example.org/."),
        ("mailto:bo@a.example", "url must be a web address such as https://www.example.org/."),
        ("https://", "url must be a web address such as https://www.example.org/."),
        ("https:///path", "url must be a web address such as https://www.example.org/."),
        ("//a.example/", "url must be a web address such as https://www.example.org/."),
        ("https://localhost/", "url must be a web address such as https://www.example.org/."),
        ("https://a.example:port/", "url must be a web address such as https://www.example.org/."),
        ("https://./", "url must be a web address such as https://www.example.org/."),
        ("https://bo:secret@a.example/", "url must not have a user name or password in it."),
        ("https://bank.example@a.example/", "url must not have a user name or password in it."),
        ("https://a.example/ b", "url must not have spaces or backslashes in it."),
        ("https://a.example\\@b.example/", "url must not have spaces or backslashes in it."),
        ("https://a.example/" + "x" * 500, "url has 518 characters; it may have at most 500."),
        ("https://a.example/" + "ö" * 100, "url has 618 characters once encoded; it may have at most 500."),
    ],
)
def test_what_is_no_web_address_is_refused(value: str, message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_url(value, field="url")
    assert (refused.value.field, refused.value.message) == ("url", message)
