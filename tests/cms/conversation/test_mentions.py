"""`@Name` of other commenters."""

from __future__ import annotations

import time

import pytest

from cms.conversation.text import link_mentions, read_body

REL = 'rel="nofollow ugc noopener"'
PEOPLE = {
    "Åsa": "/c/1",
    "Åsa Lind": "https://norrvind.example/c/2",
    "J.R. Ek": "/c/3",
    "李小龍": "/c/4",
    "<b>Bo</b>": "/c/5",
    'Bo" onclick="alert(1)': "/c/6",
    "Eve": "javascript:alert(1)",
    "Eva": "//evil.example/",
    "Ewa": "/\\evil.example/",
    "Straße": "/c/7",
}


def link(url: str, text: str) -> str:
    return f'<a href="{url}" {REL}>{text}</a>'


LIND = link("https://norrvind.example/c/2", "@Åsa Lind")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Hej @Åsa Lind!", f"Hej {LIND}!"),
        ("Hej @Åsa, hej", f"Hej {link('/c/1', '@Åsa')}, hej"),
        ("@åsa LIND: ja", f"{link('https://norrvind.example/c/2', '@åsa LIND')}: ja"),
        ("@A\u030asa", link("/c/1", "@Åsa")),
        ("@Åsa Lindgren", f"{link('/c/1', '@Åsa')} Lindgren"),
        ("@Åsamedel @Åsa_x", "@Åsamedel @Åsa_x"),
        ("bo@Åsa bo.@Åsa /@Åsa", "bo@Åsa bo.@Åsa /@Åsa"),
        ("(@Åsa)", f"({link('/c/1', '@Åsa')})"),
        ("@J.R. Ek.", f"{link('/c/3', '@J.R. Ek')}."),
        ("@李小龍，", f"{link('/c/4', '@李小龍')}，"),
        ("@STRASSE 1", f"{link('/c/7', '@STRASSE')} 1"),
        ("@Åsa @Åsa", f"{link('/c/1', '@Åsa')} {link('/c/1', '@Åsa')}"),
        ("<b>@Åsa</b> Lind", f"<b>{link('/c/1', '@Åsa')}</b> Lind"),
        ("<code>@Åsa</code>", "<code>@Åsa</code>"),
        ('<a href="https://a.example/">@Åsa</a>', link("https://a.example/", "@Åsa")),
        ("@&lt;b&gt;Bo&lt;/b&gt;", link("/c/5", "@&lt;b&gt;Bo&lt;/b&gt;")),
        ('@Bo" onclick="alert(1)', link("/c/6", '@Bo" onclick="alert(1)')),
        ("@Eve @Eva @Ewa", "@Eve @Eva @Ewa"),
        ("a &amp; b @ Åsa", "a &amp; b @ Åsa"),
        ('<abbr title="@Åsa">x</abbr> @Nobody', '<abbr title="@Åsa">x</abbr> @Nobody'),
    ],
)
def test_names_become_links(source: str, html: str) -> None:
    assert link_mentions(read_body(source).html, PEOPLE) == f"<p>{html}</p>"


def test_linking_again_changes_nothing() -> None:
    html = link_mentions(read_body("Hej @Åsa Lind!\nOch @Åsa.\n\n<blockquote>x</blockquote>").html, PEOPLE)
    assert link_mentions(html, PEOPLE) == html
    assert "<br>" in html


def test_nobody_to_link() -> None:
    assert link_mentions("<p>@Åsa</p>", {}) == "<p>@Åsa</p>"
    assert link_mentions("<p>@Åsa</p>", {" ": "/c/1", "": "/c/2"}) == "<p>@Åsa</p>"


@pytest.mark.parametrize(
    ("source", "mentions"),
    [
        ("Hej @Åsa Lind, hur är det med dig?", ("Åsa Lind, hur är det med",)),
        ("@Bo\n@Åsa @Bo", ("Bo", "Åsa")),
        ("bo@a.example, https://a.example/@bo, <code>@x</code>", ()),
        ("@ @@ @", ()),
        ("@" + "x" * 100, ("x" * 80,)),
    ],
)
def test_candidates(source: str, mentions: tuple[str, ...]) -> None:
    assert read_body(source).mentions == mentions


@pytest.mark.parametrize(
    "source", ["@a" * 2_500, "@a " * 1_666, "@a-" * 1_666, "@ " * 2_500, "@" + "a " * 2_400]
)
def test_no_input_takes_long(source: str) -> None:
    people = {f"a{'-a' * number}b": "/c/1" for number in range(500)}
    html = read_body(source).html
    began = time.process_time()
    assert link_mentions(html, people) == html
    assert time.process_time() - began < 1
