"""Fixtures of feeds: a second newsroom."""

from __future__ import annotations

import pytest

from cms.newsroom.models import NewsroomPage


@pytest.fixture
def second_newsroom(newsroom: NewsroomPage) -> NewsroomPage:
    return newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=newsroom.locale)
    )
