"""Documents of every type, with every block and every field filled in, and checks by the standards."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

EXAMPLES = Path(settings.BASE_DIR) / "frontend_contract" / "examples"
HOSTILE = "</script><script>alert(1)</script> ]]> <!-- & \"'\x00\x01\x0b\ufffe\u2028"
IDS = ["IMAGE", "VIDEO", "AUDIO", "DOCUMENT"]
AI = "trainedAlgorithmicMedia"

Document = dict[str, Any]


def example(name: str) -> Document:
    document: Document = json.loads((EXAMPLES / f"{name}.json").read_text())
    return {key: value for key, value in document.items() if key not in ("thread", "official_statement")}


@pytest.fixture
def example_of() -> Callable[[str], Document]:
    """A document of the contract's examples."""
    return example


@pytest.fixture
def made_hostile() -> Callable[[Any], Any]:
    """The same document with hostile words wherever it has words of people."""
    return hostile


def rendition(name: str, kind: str, **fields: Any) -> Document:
    return {
        "name": name,
        "href": f"https://files.example/å/{name}",
        "content_type": kind,
        "width": None,
        "height": None,
        "size_in_bytes": 2048,
        "sha256": "0" * 64,
        "duration": None,
        "bitrate": None,
        "video_codec": None,
        "audio_codec": None,
        "poi": None,
    } | fields


def file(kind: str, **fields: Any) -> Document:
    """A file of a type, with all that may be said of it."""
    plays = {"duration": 61.4, "bitrate": 1_500_400}
    whole = {
        "IMAGE": [
            rendition("social", "image/jpeg", width=1200, height=630, poi={"x": 2, "y": 3}),
            rendition("original", "image/jpeg", width=4000, height=3000),
        ],
        "VIDEO": [
            rendition("original", "video/mp4", width=1920, height=1080, video_codec="h264", **plays),
            rendition("poster", "image/jpeg", width=640, height=360),
        ],
        "AUDIO": [rendition("original", "audio/mpeg", **plays)],
        "DOCUMENT": [rendition("original", "application/pdf")],
    }[kind]
    more: Document = {"alt": f"{kind} shown", "width": 4000, "height": 3000} if kind == "IMAGE" else {}
    if kind != "IMAGE":
        more = {"poster": whole[1] if kind == "VIDEO" else None}
    if kind in ("VIDEO", "AUDIO"):
        more |= {"duration": 61.4, "transcript": "Hello."}
    return {
        "id": f"00000000-0000-4000-8000-00000000000{IDS.index(kind)}",
        "type": kind,
        "title": f"A {kind}",
        "caption": "Caption.",
        "credit": "Åsa Lind",
        "copyright_holder": "Norrvind AB",
        "usage_terms": "Editorial use.",
        "license_url": "https://licence.example/å",
        "expires_at": "2030-01-01T00:00:00Z",
        "digital_source_type": AI,
        "ai_generated": True,
        "keywords": ["wind"],
        "created_on": "2026-05-02",
        "created_at": "2026-05-03T08:00:00Z",
        "sha256": "0" * 64,
        "renditions": whole,
        **more,
    } | fields


@pytest.fixture
def every_block() -> list[Document]:
    """A body with a block of each type."""
    words = {"title": "Title", "caption": "Caption"}
    return [
        {"type": "HEADING", "text": "Heading", "level": 2},
        {"type": "PARAGRAPH", "html": '<p>Text <a href="/norrvind/b">b</a><br>c</p>'},
        {"type": "QUOTE", "text": "Yes.", "speaker": None, "speaker_name": "Å", "speaker_title": ""},
        {"type": "FACTS", "title": "", "facts": ["12 turbines"]},
        {"type": "IMAGE", "image": file("IMAGE"), "caption": "Here."},
        {"type": "GALLERY", "title": "Gallery", "images": [file("IMAGE")]},
        {"type": "VIDEO", "file": file("VIDEO"), "poster": file("IMAGE"), "transcript": "Hi", **words},
        {"type": "AUDIO", "file": file("AUDIO"), "transcript": "", **words},
        {"type": "DOCUMENT", "file": file("DOCUMENT"), **words},
        {
            "type": "EMBED",
            "url": "https://v.example/1",
            "provider": "V",
            "html": "<iframe></iframe>",
            **words,
        },
        {
            "type": "TABLE",
            "caption": "Figures",
            "rows": [{"cells": [{"text": "MW", "header": True}, {"text": "72", "header": False}]}],
        },
        {"type": "CTA", "text": "Sign up", "url": "https://sign.example/"},
    ]


@pytest.fixture
def release(every_block: list[Document]) -> Callable[..., Document]:
    """A release of a kind with everything in it."""

    def make(kind: str = "PRESS_RELEASE", **fields: Any) -> Document:
        event = {
            "start": "2026-06-01T10:00:00Z",
            "end": "2026-06-01T12:00:00Z",
            "place": "Umeå",
            "sign_up_url": "https://sign.example/å",
        }
        return {
            **deepcopy(example("release")),
            "kind": kind,
            "body": deepcopy(every_block),
            "event": event if kind == "EVENT" else None,
            "about_urls": ["https://rumour.example/å"] if kind == "STATEMENT" else [],
            "byline": example("release")["contacts"][0],
        } | fields

    return make


@pytest.fixture
def asset() -> Callable[..., Document]:
    """An asset of a type."""

    def make(kind: str = "IMAGE", **fields: Any) -> Document:
        shown = file(kind)
        del shown["id"], shown["type"]
        base = {**example("asset")}
        for name in ("alt", "width", "height", "focal_point", "animated", "srcset", "sources"):
            base.pop(name)
        return {**base, **shown, "file_type": kind} | fields

    return make


@pytest.fixture
def contribution() -> Document:
    """What a visitor sent and an editor approved."""
    kept = ("id", "version", "locale", "published_at", "updated_at", "corrections", "newsroom")
    return {name: example("asset")[name] for name in kept} | {
        "type": "CONTRIBUTION",
        "title": "My view",
        "description": "From my window & beyond.",
        "contributor": {"name": "Ada", "organisation": ""},
        "file": file("IMAGE"),
        "item_id": None,
        "comment_id": None,
    }


def hostile(value: Any) -> Any:
    """The same document with hostile words wherever it has words of people."""
    kept = {"id", "type", "kind", "file_type", "locale", "name", "slug", "url", "href", "content_type"}
    if isinstance(value, dict):
        return {
            name: each
            if name in kept or name.endswith(("_at", "_url", "_on", "date", "_type", "email"))
            else hostile(each)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [hostile(each) for each in value]
    return f"{value}{HOSTILE}" if isinstance(value, str) and not value.startswith("20") else value
