"""The script of the embed: how it is served, how large it is, and that what was released never changes."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from pathlib import Path

import pytest
from django.test import Client

from cms.syndication.embeds.script import current_script, find_script, scripts

SOURCE = Path(__file__).resolve().parents[3] / "frontend_contract" / "embed"
MOST_BYTES = 15_000
"""Compressed, of the whole embed."""


def integrity_of(content: bytes) -> str:
    return f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}"


def test_the_whole_embed_is_small():
    assert len(gzip.compress((SOURCE / "newsroom-embed.js").read_bytes(), 9)) < MOST_BYTES
    assert [path.name for path in SOURCE.glob("*.js")] == ["newsroom-embed.js"]


def test_what_was_released_never_changes():
    """Whoever changes a version whose integrity pages carry breaks those pages: give the change a new number."""
    written = json.loads((SOURCE / "versions.json").read_text())
    assert {version: script.integrity for version, script in scripts().items()} == written
    assert list(written)[-1] == current_script().version
    assert {path.stem for path in SOURCE.glob("released/*.js")} == set(list(written)[:-1])


def test_a_version_is_kept_for_ever_by_everybody(client):
    script = current_script()
    answer = client.get(f"/embed/{script.version}/newsroom-embed.js")
    assert answer.status_code == 200
    assert answer.content == (SOURCE / "newsroom-embed.js").read_bytes()
    assert integrity_of(answer.content) == script.integrity
    headers = {
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Content-Type-Options": "nosniff",
        "ETag": f'"{script.integrity}"',
        "Vary": "Accept-Encoding",
    }
    assert {name: answer[name] for name in headers} == headers
    assert answer.cookies == {}


def test_it_comes_compressed_and_not_twice(client):
    script = current_script()
    answer = client.get("/embed/newsroom-embed.js", headers={"Accept-Encoding": "br, gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == script.content
    assert answer["Cache-Control"] == "public, max-age=300, stale-while-revalidate=3600"
    headers = {"Accept-Encoding": "gzip", "If-None-Match": answer["ETag"]}
    again = client.get("/embed/newsroom-embed.js", headers=headers)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    for known in ("*", f'"x", W/{answer["ETag"]}'):  # RFC 9110, section 13.1.2
        headers = {"Accept-Encoding": "gzip", "If-None-Match": known}
        again = client.head("/embed/newsroom-embed.js", headers=headers)
        assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")
    assert (
        client.get("/embed/newsroom-embed.js", headers={"If-None-Match": answer["ETag"]}).status_code == 200
    )


@pytest.mark.parametrize("version", ["0.0.1", "latest", "1.0", "Å" * 50])
def test_an_unknown_version_says_which_there_are(client, version):
    answer = client.get(f"/embed/{version}/newsroom-embed.js")
    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    known = ", ".join(scripts())
    assert (
        answer.content.decode() == f"There is no version {version[:20]} of the embed. There are: {known}.\n"
    )


def test_what_to_copy_is_described(client, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": "https://press.example"}
    script = current_script()
    answer = client.get("/embed/newsroom-embed.json")
    url = f"https://press.example/embed/{script.version}/newsroom-embed.js"
    assert answer["Access-Control-Allow-Origin"] == "*"
    described = answer.json()
    assert described["html"] == (
        f'<script type="module" src="{url}" integrity="{script.integrity}" crossorigin="anonymous"></script>'
    )
    assert described["versions"][0] == {"version": script.version, "url": url, "integrity": script.integrity}
    assert (described["version"], described["url"], described["integrity"]) == tuple(
        described["versions"][0].values()
    )
    assert described["size_in_bytes"] == len(script.content)
    assert described["compressed_size_in_bytes"] < MOST_BYTES
    headers = {"If-None-Match": answer["ETag"]}
    assert client.get("/embed/newsroom-embed.json", headers=headers).status_code == 304
    assert client.head("/embed/newsroom-embed.json").headers == answer.headers


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(method):
    answer = getattr(Client(enforce_csrf_checks=True), method)("/embed/newsroom-embed.js")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_former_versions_stay_served(tmp_path, monkeypatch):
    (tmp_path / "released").mkdir()
    for path, version in (("released/1.9.0.js", "1.9.0"), ("newsroom-embed.js", "1.10.0")):
        (tmp_path / path).write_text(f'export const version = "{version}";\n')
    monkeypatch.setattr("cms.syndication.embeds.script.FOLDERS", (tmp_path / "no", tmp_path))
    scripts.cache_clear()
    try:
        assert list(scripts()) == ["1.9.0", "1.10.0"]
        assert current_script().version == "1.10.0"
        assert find_script("1.9.0").content == b'export const version = "1.9.0";\n'
    finally:
        scripts.cache_clear()
