"""Lists of pages in the admin: each page knows its address, at a price that does not grow with the list."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.mark.parametrize("url", ["/admin/pages/{}/", "/admin/newsroom-assets/"])
def test_the_newsroom_is_read_once(admin_client, newsroom, make_release, make_asset_page, url):
    def load():
        with CaptureQueriesContext(connection) as queries:
            html = admin_client.get(url.format(newsroom.pk)).content.decode()
        reads = [query for query in queries if 'FROM "newsroom_newsroompage"' in query["sql"]]
        return html, len(reads)

    def fill(count):
        for number in range(count):
            make_release(f"Wind {count} {number}")
            make_asset_page(f"Sun {count} {number}")

    fill(1)
    load()
    _html, few = load()
    fill(4)
    html, many = load()
    assert "Sun 4 3" in html
    assert many == few


def test_an_address_follows_its_newsroom(admin_client, newsroom, make_release):
    make_release("Wind")
    url = f"/admin/pages/{newsroom.pk}/"
    assert "/norrvind/wind" in admin_client.get(url).content.decode()
    newsroom.slug = "vattenvind"
    newsroom.save_revision().publish()
    assert "/vattenvind/wind" in admin_client.get(url).content.decode()
