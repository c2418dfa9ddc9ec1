"""The picture that stands for an item, as the database finds it and as pages do."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from cms.ledger.models import Item
from cms.newsroom.templatetags.newsroom_pages import size
from cms.syndication.pictures import PictureAddress

pytestmark = pytest.mark.django_db


def rendition(name: str, content_type: str) -> dict[str, str]:
    return {"name": name, "content_type": content_type, "href": f"https://x.example/{name}.{content_type}"}


MODERN = [rendition("large", "image/webp"), rendition("large", "image/avif")]
LARGE = rendition("large", "image/png")
SMALL = rendition("thumbnail", "image/jpeg")
SOUND = rendition("original", "audio/mpeg")


def file(*renditions: dict[str, str]) -> dict[str, Any]:
    return {"renditions": list(renditions)}


CARDS: list[tuple[dict[str, Any], str | None]] = [
    ({"hero": file(*MODERN, SMALL, LARGE), "logo": file(SMALL)}, LARGE["href"]),
    ({"hero": file(*MODERN, SOUND, SMALL)}, SMALL["href"]),
    ({"hero": file(*MODERN)}, None),
    ({"hero": file(SOUND)}, None),
    ({"hero": file()}, None),
    ({"hero": None, "cover": file(SMALL)}, SMALL["href"]),
    ({"hero": None, "cover": None, "logo": file(LARGE)}, LARGE["href"]),
    ({"hero": None}, None),
    ({}, None),
    ({"file_type": "IMAGE", **file(SMALL, LARGE), "hero": file(SMALL)}, LARGE["href"]),
    ({"file_type": "DOCUMENT", **file(SMALL, LARGE)}, None),
]


@pytest.mark.parametrize(("card", "expected"), CARDS)
def test_the_address_is_that_which_pages_show(card, expected):
    now = timezone.now()
    Item.objects.create(
        source_type="test", source_id=1, type="RELEASE", locale="en", slug="x", state="USABLE",
        version=1, seq=1, published_at=now, updated_at=now, card=card,
    )  # fmt: skip
    assert list(Item.objects.values_list(PictureAddress(), flat=True)) == [expected]
    picture = card if card.get("file_type") == "IMAGE" else None
    picture = picture or card.get("hero") or card.get("cover") or card.get("logo")
    shown = size(picture, "large") if picture else None
    assert (shown["href"] if shown else None) == expected
