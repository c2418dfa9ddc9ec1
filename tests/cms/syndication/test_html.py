"""Documents as HTML: every block, absolute addresses, hostile words, corrections that can be seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from cms.syndication.html import block_html, blocks_html, body_html

EXAMPLES = Path(settings.BASE_DIR) / "frontend_contract" / "examples"
HOSTILE = "]]> <script>alert(1)</script> & \"x\" 'y'"
SAFE = "]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#x27;y&#x27;"
ID = "6f0f3a52-4f0b-4f0e-9d6b-9f7b6f0d8a11"


def example(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text())
    return document


def rendition(name: str, kind: str = "image/jpeg", **fields: Any) -> dict[str, Any]:
    suffix = kind.split("/")[1]
    return {
        "name": name,
        "href": f"https://files.example/{name}.{suffix}",
        "content_type": kind,
        "width": 640,
        "height": 480,
        "size_in_bytes": 2048,
    } | fields


def picture(**fields: Any) -> dict[str, Any]:
    return {
        "type": "IMAGE",
        "title": "Mast",
        "alt": "A mast",
        "caption": "The mast.",
        "credit": "Åsa Lind",
        "ai_generated": False,
        "digital_source_type": "",
        "renditions": [rendition("medium", "image/webp"), rendition("medium"), rendition("original")],
    } | fields


def recording(kind: str, **fields: Any) -> dict[str, Any]:
    whole = rendition("original", kind, width=1920 if kind.startswith("video") else None, height=1080)
    return {
        "title": "Start",
        "caption": "",
        "credit": "",
        "ai_generated": False,
        "digital_source_type": "",
        "poster": rendition("poster"),
        "renditions": [whole],
    } | fields


IMG = '<img src="https://files.example/medium.jpeg" alt="A mast" width="640" height="480">'
CAPTION = "<figcaption>The mast. <small>Åsa Lind</small></figcaption>"


@pytest.mark.parametrize(
    ("block", "html"),
    [
        ({"type": "HEADING", "text": HOSTILE, "level": 3}, f"<h3>{SAFE}</h3>"),
        ({"type": "HEADING", "text": "a", "level": 9}, "<h4>a</h4>"),
        (
            {"type": "PARAGRAPH", "html": '<p>a <a href="/norrvind/b">b</a><script>x</script></p>'},
            '<p>a <a href="https://site.example/norrvind/b">b</a></p>',
        ),
        (
            {"type": "PARAGRAPH", "html": '<p onclick="x"><a href="javascript:x">b</a></p>'},
            "<p><a>b</a></p>",
        ),
        (
            {"type": "QUOTE", "text": HOSTILE, "speaker_name": "Åsa", "speaker_title": "CEO"},
            f"<figure><blockquote><p>{SAFE}</p></blockquote><figcaption>Åsa, CEO</figcaption></figure>",
        ),
        (
            {"type": "QUOTE", "text": "a", "speaker_name": "", "speaker_title": ""},
            "<figure><blockquote><p>a</p></blockquote></figure>",
        ),
        (
            {"type": "FACTS", "title": "In short", "facts": ["12 turbines", HOSTILE]},
            f"<section><h2>In short</h2><ul><li>12 turbines</li><li>{SAFE}</li></ul></section>",
        ),
        (
            {"type": "IMAGE", "image": picture(), "caption": "The mast."},
            f"<figure>{IMG}{CAPTION}</figure>",
        ),
        ({"type": "IMAGE", "image": picture(renditions=[]), "caption": "x"}, ""),
        (
            {
                "type": "GALLERY",
                "title": "",
                "images": [picture(), picture(ai_generated=True, credit="", caption="")],
            },
            f"<section><figure>{IMG}{CAPTION}</figure>\n<figure>{IMG}<figcaption><small>Made by an algorithm</small>"
            "</figcaption></figure></section>",
        ),
        (
            {
                "type": "VIDEO",
                "file": recording("video/mp4"),
                "poster": None,
                "title": "Start",
                "caption": "",
                "transcript": "a\n\n<b>",
            },
            '<figure><video controls preload="none" poster="https://files.example/poster.jpeg" width="1920" height="1080">'
            '<source src="https://files.example/original.mp4" type="video/mp4">'
            '<a href="https://files.example/original.mp4">Start</a> (MP4, 2.0\xa0KB)</video>'
            "<figcaption>Start</figcaption></figure>\n"
            "<details><summary>Transcript</summary><p>a</p>\n\n<p>&lt;b&gt;</p></details>",
        ),
        (
            {
                "type": "AUDIO",
                "file": recording("audio/mpeg"),
                "title": "",
                "caption": "Hum",
                "transcript": "",
            },
            '<figure><audio controls preload="none"><source src="https://files.example/original.mpeg" type="audio/mpeg">'
            '<a href="https://files.example/original.mpeg">Start</a> (MPEG, 2.0\xa0KB)</audio>'
            "<figcaption>Hum</figcaption></figure>",
        ),
        (
            {
                "type": "DOCUMENT",
                "file": recording("application/pdf"),
                "title": HOSTILE,
                "caption": "Report",
            },
            f'<p><a href="https://files.example/original.pdf">{SAFE}</a> (PDF, 2.0\xa0KB)</p>\n<p>Report</p>',
        ),
        (
            {
                "type": "EMBED",
                "url": "https://video.example/1",
                "title": "Film",
                "provider": "Vimeo",
                "caption": "",
                "html": "<iframe src=x></iframe>",
            },
            '<p><a href="https://video.example/1">Vimeo: Film</a></p>',
        ),
        (
            {
                "type": "TABLE",
                "caption": "Output",
                "rows": [
                    {"cells": [{"text": "Year", "header": True}, {"text": "GWh", "header": True}]},
                    {"cells": [{"text": "2026", "header": True}, {"text": HOSTILE, "header": False}]},
                ],
            },
            '<table><caption>Output</caption><tbody><tr><th scope="col">Year</th>\n<th scope="col">GWh</th></tr>\n'
            f'<tr><th scope="row">2026</th>\n<td>{SAFE}</td></tr></tbody></table>',
        ),
        (
            {"type": "CTA", "text": "Read", "url": "https://a.example/?a=1&b=2"},
            '<p><a href="https://a.example/?a=1&amp;b=2">Read</a></p>',
        ),
        ({"type": "CTA", "text": "Read", "url": "javascript:alert(1)"}, "<p>Read</p>"),
    ],
)
def test_each_block_has_its_html(block: dict[str, Any], html: str) -> None:
    assert block_html({"id": ID} | block, "https://site.example/norrvind/a") == html


def test_a_release_says_everything_in_its_own_language() -> None:
    document = example("release") | {"locale": "sv"}
    soup = BeautifulSoup(body_html(document), "html.parser")
    assert next(heading.get_text() for heading in soup.select("section > h2")) == "Rättelse"
    first = soup.find("section")
    assert first is not None
    assert first.get_text().endswith("The park has twelve turbines, not eleven.")
    time = soup.find("time")
    assert time is not None
    assert time["datetime"] == "2026-05-04T09:30:00Z"
    assert "Kontakt" in soup.get_text()
    assert f"© {document['rights']['copyright_holder']}" in soup.get_text()
    assert all(str(link["href"]).startswith(("https://", "mailto:", "tel:")) for link in soup.select("a"))
    assert all(str(image["src"]).startswith("https://") for image in soup.select("img"))
    assert not soup.select("script, iframe, style, link, form")


@pytest.mark.parametrize("name", ["release", "asset", "press-kit", "discussion", "newsroom"])
def test_every_type_of_item_has_html(name: str) -> None:
    document = example(name)
    html = body_html(document)
    assert html
    assert nested_well(html)
    assert blocks_html(document) in html


def nested_well(html: str) -> bool:
    """Whether a parser of HTML5 puts nothing elsewhere: the text is the same after it."""
    import nh3

    tags = {tag.name for tag in BeautifulSoup(html, "html.parser").find_all()}
    attributes = {"*": {"src", "alt", "width", "height", "href", "type", "controls", "preload", "poster"}}
    cleaned = nh3.clean(html, tags=tags, attributes=attributes | {"time": {"datetime"}}, link_rel=None)
    same = BeautifulSoup(cleaned, "html.parser").get_text() == BeautifulSoup(html, "html.parser").get_text()
    return same and cleaned.count("<") == html.count("<")
