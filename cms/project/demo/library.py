"""The demo's assets with addresses of their own, and its press kits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.media.models import Asset
from cms.newsroom.models import NewsroomPage, Topic
from cms.project.demo.media import choice
from cms.project.demo.story import AssetText, KitText
from cms.releases.models import ReleasePage

Key = Callable[[str], UUID]
"""Gives the translation key of a thing by its name."""


def make_asset_pages(
    texts: Iterable[AssetText],
    newsroom: NewsroomPage,
    library: Mapping[str, Asset],
    topics: Mapping[str, Topic],
    author: Any,
    key: Key,
) -> None:
    """Publish the assets, and schedule those that are under embargo."""
    for text in texts:
        asset = library[text.key]
        page = MediaAssetPage(
            title=asset.title,
            slug=text.slug,
            description=text.description,
            translation_key=key(f"asset {text.key}"),
            **choice(asset),
            **_common(newsroom, author, text.age),
        )
        page.topics = [topics[name] for name in text.topics]
        page.tags.add(*text.tags)
        newsroom.add_child(instance=page)
        if text.age < 0:
            page.go_live_at = timezone.now() - timedelta(days=text.age)
        _publish(page, author)


def make_kits(
    texts: Iterable[KitText],
    newsroom: NewsroomPage,
    library: Mapping[str, Asset],
    topics: Mapping[str, Topic],
    releases: Mapping[str, ReleasePage],
    author: Any,
    key: Key,
) -> None:
    """Publish the press kits."""
    for text in texts:
        page = PressKitPage(
            title=text.title,
            slug=text.slug,
            description=text.description,
            release=releases.get(text.release),
            translation_key=key(f"kit {text.key}"),
            **_common(newsroom, author, text.age),
        )
        page.topics = [topics[name] for name in text.topics]
        page.rows = [  # type: ignore[misc]
            PressKitRow(**choice(library[name]), sort_order=number) for number, name in enumerate(text.assets)
        ]
        newsroom.add_child(instance=page)
        _publish(page, author)


def _common(newsroom: NewsroomPage, author: Any, age: float) -> dict[str, Any]:
    return {
        "locale": newsroom.locale,
        "owner": author,
        "live": False,
        "first_published_at": None if age < 0 else timezone.now() - timedelta(days=age),
    }


def _publish(page: MediaAssetPage | PressKitPage, author: Any) -> None:
    page.save_revision(user=author, log_action=True).publish(user=author)
