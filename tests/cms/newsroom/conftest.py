"""A press kit that is published."""

from __future__ import annotations

from typing import Any

import pytest

from cms.library.models import PressKitPage, PressKitRow
from cms.newsroom.models import NewsroomPage
from tests.cms.newsroom.shown import Make


@pytest.fixture
def make_kit(newsroom: NewsroomPage) -> Make:
    def make(title: str = "Kit", *rows: dict[str, Any], **fields: Any) -> PressKitPage:
        page = PressKitPage(title=title, live=False, **fields)
        page.rows = [PressKitRow(**row, sort_order=number) for number, row in enumerate(rows)]
        newsroom.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    return make
