"""Uploading in a real browser straight into the bucket of a real S3 server, which is gone for a while."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from cms.media.models import NewsroomFile
from cms.media.uploads import services

SPEC = importlib.util.spec_from_file_location(
    "s3_fixtures", Path(__file__).resolve().parents[1] / "s3" / "conftest.py"
)
assert SPEC is not None
assert SPEC.loader is not None
FIXTURES = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(FIXTURES)
s3_server, s3_client = FIXTURES.s3_server, FIXTURES.s3_client
s3_environment, use_s3 = FIXTURES.s3_environment, FIXTURES.use_s3

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]

LINE = b"A line of a long report about wind power in the Bothnian Sea.\n"
CONTENT = LINE * 260_000
"""16 MB: four parts of the least size that S3 takes."""


def test_a_store_that_is_gone_for_a_while(
    open_admin: Any,
    live_server: Any,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    s3_environment: dict[str, str],
    use_s3: Any,
    tmp_path: Path,
) -> None:
    use_s3(s3_environment | {"BASE_URL": live_server.url})
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    monkeypatch.setattr(services, "PART_SIZE", 5 * 1024 * 1024)
    (tmp_path / "report.txt").write_bytes(CONTENT)
    tab = open_admin("PR")
    tab.goto("/admin/upload-files/")
    asked: list[str] = []

    def gone(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.abort("connectionrefused")
        else:
            route.continue_()

    tab.route(f"{s3_environment['S3_ENDPOINT_URL']}/**", gone)
    tab.set_input_files("[data-upload=input]", tmp_path / "report.txt")
    state = tab.locator("[data-row=state]")
    expect(state).to_contain_text("Stopped at 5 MB of 15.4 MB", timeout=60_000)
    expect(tab.locator("[data-row=message]")).to_contain_text("what has been uploaded stays")
    assert not NewsroomFile.objects.exists()

    tab.unroute(f"{s3_environment['S3_ENDPOINT_URL']}/**")
    tab.get_by_role("button", name="Go on: report.txt").click()
    expect(state).to_have_text("Done", timeout=30_000)
    assert NewsroomFile.objects.get().file.size == len(CONTENT)
    assert all(address.startswith(s3_environment["S3_ENDPOINT_URL"]) for address in asked)
