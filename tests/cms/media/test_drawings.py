"""SVG: drawings are taken and cleaned; what runs or loads is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cms.media.drawings import Drawing, look_at_drawing, public_drawing
from cms.media.refusal import RefusedFile

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4cm" viewBox="0 0 8 4">'


def drawn(folder: Path, inside: str, *, before: str = "") -> Path:
    path = folder / "drawing.svg"
    path.write_text(f"{before}{SVG}{inside}</svg>", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "contains <script>"),
        ("<g><SCRIPT/></g>", "contains <SCRIPT>"),
        ("<foreignObject/>", "contains <foreignObject>"),
        ('<body xmlns="http://www.w3.org/1999/xhtml"/>', "contains <body>"),
        ('<rect onclick="x()"/>', "a script in the attribute “onclick”"),
        ('<rect ONLOAD="x()"/>', "a script in the attribute “ONLOAD”"),
        ('<a href="javascript:x()"/>', "href=“javascript:x()”"),
        ('<a xlink:href=" java&#9;script:x()"/>', "refers to something outside itself"),
        ('<image href="https://evil.example/x.png"/>', "href=“https://evil.example/x.png”"),
        ('<image href="data:text/html;base64,PGI+"/>', "href=“data:text/html;base64,PGI+”"),
        ('<use href="other.svg#a"/>', "href=“other.svg#a”"),
        ('<image href="data:image/svg+xml;base64,AA"/>', "data:image/svg+xml"),
        ("<style>@import 'https://evil.example/x.css';</style>", "@import"),
        ("<style>rect { fill: url(https://evil.example/x) }</style>", "url(https://evil.example/x)"),
        (r"<style>rect { fill: \75 rl(https://evil.example/x) }</style>", "url(https://evil.example/x)"),
        ("<style>@im/**/port 'x'</style>", "@import"),
        ('<rect style="fill:url(//evil.example/x)"/>', "url(//evil.example/x)"),
        ('<rect fill="url(http://evil.example/x)"/>', "url(http://evil.example/x)"),
        ('<set attributeName="href" to="javascript:x()"/>', "“href” by animation"),
        ('<animate attributeName="xlink:href" values="x"/>', "“href” by animation"),
        ('<set attributeName="onclick" to="x()"/>', "“onclick” by animation"),
        ("<g>" * 250 + "</g>" * 250, "more than 200 deep"),
        ('<g id="a"><use href="#a"/></g>', "repeats parts of itself"),
        (
            '<g id="a0"/>'
            + "".join(f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 9)),
            "repeats parts of itself",
        ),
        ("<g>", "cannot be read"),
    ],
)
def test_what_runs_or_loads_is_refused_by_name(tmp_path: Path, inside: str, found: str) -> None:
    path = drawn(tmp_path, inside)
    with pytest.raises(RefusedFile) as raised:
        look_at_drawing(path)
    assert found in raised.value.message
    assert (raised.value.field, raised.value.code) == ("file", "INVALID_INPUT")
    target = tmp_path / "public.svg"
    with pytest.raises(RefusedFile):
        public_drawing(path, target)
    assert not target.exists()


def test_entities_are_refused_and_a_plain_document_type_is_not(tmp_path: Path) -> None:
    entity = drawn(tmp_path, "<text>&a;</text>", before='<!DOCTYPE svg [<!ENTITY a "x">]>')
    with pytest.raises(RefusedFile, match="declares entities"):
        look_at_drawing(entity)
    handler = drawn(tmp_path, "", before='<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>')
    with pytest.raises(RefusedFile, match="“onload”"):
        look_at_drawing(handler)
    standard = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert look_at_drawing(drawn(tmp_path, "", before=standard)).width == 151


def test_size_and_title_are_read(tmp_path: Path) -> None:
    path = drawn(tmp_path, "<title> Vindkraft i Åre </title><animateTransform/>")
    assert look_at_drawing(path) == Drawing(width=151, height=76, title="Vindkraft i Åre", animated=True)
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>')
    assert look_at_drawing(path) == Drawing(width=None, height=None, title="", animated=False)


def test_the_public_copy_keeps_the_drawing_and_nothing_else(tmp_path: Path) -> None:
    inside = (
        "<!-- by Åsa --><metadata><creator>Åsa Lind</creator></metadata>"
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" />'
        '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/asa/x.png">'
        '<style>rect { fill: url(#b) }</style><rect id="r" style="fill:red"/><use xlink:href="#r"/>'
        '<image href="data:image/png;base64,AAAA"/><text>före<blink xmlns="x"/>efter</text></g>'
    )
    target = tmp_path / "public.svg"
    public_drawing(drawn(tmp_path, inside, before="<?xml-stylesheet href='x.css'?>"), target)
    text = target.read_text(encoding="utf-8")
    for trace in ("Åsa", "metadata", "namedview", "inkscape", "asa", "stylesheet", "blink", "<!--"):
        assert trace not in text
    for kept in (
        'xlink:href="#r"',
        "fill: url(#b)",
        "data:image/png;base64,AAAA",
        "<text>föreefter</text>",
        "<rect ",
    ):
        assert kept in text
    assert look_at_drawing(target).width == 151


def test_too_large_drawings_name_the_limit(tmp_path: Path) -> None:
    path = drawn(tmp_path, " " * 10_000_000)
    with pytest.raises(RefusedFile, match="drawings may have 10000000"):
        look_at_drawing(path)


def test_the_real_chart_is_taken(shared_data: Path, tmp_path: Path) -> None:
    chart = shared_data / "media" / "chart-growing-as-engineer.svg"
    assert look_at_drawing(chart) == Drawing(width=600, height=371, title="", animated=False)
    public_drawing(chart, tmp_path / "public.svg")
    assert (tmp_path / "public.svg").read_text().count("<path") == chart.read_text().count("<path") == 38


@pytest.mark.parametrize(
    ("name", "found"), [("xss_script.svg", "“onload”"), ("xxe_laughs.svg", "declares entities")]
)
def test_hostile_drawings_are_refused(shared_data: Path, name: str, found: str) -> None:
    with pytest.raises(RefusedFile, match=found):
        look_at_drawing(shared_data / "media" / name)
