"""The built-in pages' structured data and cards, judged by a tool that others wrote."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cms.conversation.models import ThreadPage

KINDS = ("PRESS_RELEASE", "NEWS", "BLOG_POST", "STATEMENT", "EVENT")
TYPES = {
    "": "Organization",
    "mast": "ImageObject",
    "report": "DigitalDocument",
    "ask-us": "DiscussionForumPosting",
    "press-release": "NewsArticle",
    "news": "NewsArticle",
    "blog-post": "BlogPosting",
    "statement": "NewsArticle",
    "event": "NewsArticle",
}


@pytest.fixture
def pages(
    client: Any,
    newsroom: Any,
    make_release: Any,
    make_image: Any,
    make_asset_page: Any,
    make_document: Any,
    person: Any,
) -> dict[str, str]:
    """A page of each type, hostile words included; a discussion and a document without a picture of their own too."""
    newsroom.tagline, newsroom.logo, newsroom.comment_mode = "Wind", make_image("Logo"), "OPEN"
    newsroom.save()
    image = make_image(size=(1300, 700), copyright_holder="Norrvind AB")
    event = {
        "event_start": datetime(2026, 12, 1, 10, tzinfo=UTC),
        "event_place": "Umeå",
    }
    for number, kind in enumerate(KINDS):
        make_release(
            f'{kind} </script> & "more"',
            slug=kind.lower().replace("_", "-"),
            kind=kind,
            summary="It blows in the north.",
            hero=image,
            byline=person if number else None,
            **(event if kind == "EVENT" else {}),
        )
    make_asset_page("Mast", image=image)
    make_asset_page("Report", file=make_document("Report"))
    discussion = ThreadPage(title="Ask us", slug="ask-us", opening="<p>Anything.</p>", live=False)
    newsroom.add_child(instance=discussion)
    discussion.save_revision().publish()
    return {name: client.get(f"/norrvind/{name}".rstrip("/")).content.decode() for name in TYPES}


def test_every_page_passes(pages: dict[str, str], judges: Any, tmp_path: Path) -> None:
    file = tmp_path / "pages.json"
    file.write_text(json.dumps(pages))
    result = judges("structured_data.mjs", file)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert {name: about["failed"] for name, about in found.items()} == {name: [] for name in TYPES}
    for name, type_ in TYPES.items():
        assert type_ in found[name]["schemas"]
        assert found[name]["passed"] > 10
    assert "Event" in found["event"]["schemas"]
