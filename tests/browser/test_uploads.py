"""Uploading in a real browser: progress, pause, a broken connection, refusals, duplicates, an expired session."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from PIL import Image
from playwright.sync_api import Page, Route, expect

from cms.media.models import NewsroomFile, NewsroomImage, Upload
from cms.media.uploads import services

pytestmark = pytest.mark.enable_socket

PART = 50_000
LINE = b"A line of a long report about wind power in the Bothnian Sea.\n"


@pytest.fixture(autouse=True)
def places(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    settings.NEWSROOM_SHELF_ROOT = tmp_path / "shelf"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    monkeypatch.setattr(services, "PART_SIZE", PART)
    return tmp_path


@pytest.fixture
def tab(open_admin: Any) -> Page:
    found: Page = open_admin("PR")
    found.goto("/admin/upload-files/")
    return found


def png(colour: str = "teal") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (600, 400), colour).save(target, "PNG")
    return target.getvalue()


def file(name: str, content: bytes, kind: str = "") -> Any:
    return {"name": name, "mimeType": kind, "buffer": content}


def choose(tab: Page, *files: Any) -> None:
    tab.set_input_files("[data-upload=input]", list(files))


def row(tab: Page, name: str) -> Any:
    return tab.locator(".newsroom-upload__file", has_text=name).first


def test_several_files_of_different_types(tab: Page) -> None:
    choose(
        tab,
        file("Havet.png", png(), "image/png"),
        file("report.txt", LINE * 5000, "text/plain"),
        file("page.jpg", b"<!doctype html><script>alert(1)</script>", "image/jpeg"),
        file("empty.pdf", b"", "application/pdf"),
    )
    expect(row(tab, "Havet.png").locator("[data-row=state]")).to_have_text("Done", timeout=20000)
    expect(row(tab, "report.txt").locator("[data-row=state]")).to_have_text("Done", timeout=20000)
    expect(row(tab, "page.jpg").locator("[data-row=message]")).to_contain_text("HTML")
    expect(row(tab, "empty.pdf").locator("[data-row=message]")).to_contain_text("0 bytes")
    expect(tab.locator("[data-upload=total]")).to_have_text("2 of 4 files done, 2 not taken")
    expect(row(tab, "page.jpg").locator("[data-row=size]")).to_have_text("40 byte")
    expect(row(tab, "Havet.png").locator("img[data-row=thumbnail]")).to_be_visible()
    image = NewsroomImage.objects.get()
    assert (
        row(tab, "Havet.png").locator("[data-row=edit]").get_attribute("href") == f"/admin/images/{image.pk}/"
    )
    assert NewsroomFile.objects.get().file.size == len(LINE) * 5000
    assert not Upload.objects.filter(state="UPLOADING").exists()


def test_a_pause_and_a_reload(tab: Page) -> None:
    sent: list[str] = []

    def slow(route: Route) -> None:
        sent.append(route.request.url)
        if len(sent) == 3:
            row(tab, "report.txt").locator("[data-row=toggle]").dispatch_event("click")
        route.continue_()

    tab.route("**/parts/*/", slow)
    choose(tab, file("report.txt", LINE * 10_000, "text/plain"))
    state = row(tab, "report.txt").locator("[data-row=state]")
    expect(state).to_contain_text("Paused")
    toggle = row(tab, "report.txt").locator("[data-row=toggle]")
    expect(toggle).to_have_text("Go on")
    assert toggle.get_attribute("aria-label") == "Go on: report.txt"
    tab.unroute("**/parts/*/")
    upload = Upload.objects.get()
    tab.reload()
    expect(state).to_contain_text("Not finished")
    # A file that a browser test hands over has the time of handing over: what the server knows is made to fit.
    tab.evaluate("Object.defineProperty(File.prototype, 'lastModified', {get: () => 1})")
    Upload.objects.update(modified=1)
    tab.reload()
    tab.evaluate("Object.defineProperty(File.prototype, 'lastModified', {get: () => 1})")
    expect(state).to_contain_text("Not finished")
    choose(tab, file("report.txt", LINE * 10_000, "text/plain"))
    expect(state).to_have_text("Done", timeout=20000)
    assert tab.locator(".newsroom-upload__file").count() == 1
    assert Upload.objects.get().pk == upload.pk
    assert NewsroomFile.objects.get().file.size == len(LINE) * 10_000


def test_a_connection_that_breaks_off(tab: Page) -> None:
    failing = {"left": 2}

    def flaky(route: Route) -> None:
        if failing["left"]:
            failing["left"] -= 1
            route.abort("connectionreset")
        else:
            route.continue_()

    tab.route("**/parts/*/", flaky)
    choose(tab, file("report.txt", LINE * 3000, "text/plain"))
    state = row(tab, "report.txt").locator("[data-row=state]")
    expect(state).to_contain_text("Trying again")
    expect(state).to_have_text("Done", timeout=20000)
    assert NewsroomFile.objects.get().file.size == len(LINE) * 3000


def test_a_duplicate_is_kept_or_discarded(tab: Page) -> None:
    choose(tab, file("first.png", png(), "image/png"))
    expect(row(tab, "first.png").locator("[data-row=state]")).to_have_text("Done", timeout=20000)
    choose(tab, file("second.png", png(), "image/png"), file("third.png", png(), "image/png"))
    second, third = row(tab, "second.png"), row(tab, "third.png")
    expect(second.locator("[data-row=same] a")).to_have_text("first", timeout=20000)
    expect(third.locator("[data-row=state]")).to_have_text("Here already", timeout=20000)
    second.get_by_role("button", name="Keep both: second.png").click()
    expect(second.locator("[data-row=state]")).to_have_text("Done")
    third.get_by_role("button", name="Discard: third.png").click()
    expect(third.locator("[data-row=state]")).to_have_text("Cancelled")
    assert sorted(NewsroomImage.objects.values_list("title", flat=True)) == ["first", "second"]


def test_what_is_being_checked_on_the_next_visit_is_followed(
    tab: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "CHECKED_AT_ONCE", 10_000)
    choose(tab, file("report.txt", LINE * 3000, "text/plain"))
    state = row(tab, "report.txt").locator("[data-row=state]")
    expect(state).to_have_text("Uploaded. Being checked…")
    tab.reload()
    expect(state).to_have_text("Uploaded. Being checked…")
    services.check(Upload.objects.get().pk)
    expect(state).to_have_text("Done", timeout=20000)


def test_an_expired_session_loses_nothing(tab: Page) -> None:
    gone = {"done": False}

    def expire(route: Route) -> None:
        if "/parts/2/" in route.request.url and not gone["done"]:
            gone["done"] = True
            Session.objects.all().delete()
        route.continue_()

    tab.route("**/parts/*/", expire)
    choose(tab, file("report.txt", LINE * 6000, "text/plain"))
    message = row(tab, "report.txt").locator("[data-row=message]")
    expect(message).to_contain_text("Log in in another tab")
    other = tab.context.new_page()
    other.goto("/admin/login/")
    other.fill("[name=username]", "PR")
    other.fill("[name=password]", "PR")
    other.click("[type=submit]")
    other.wait_for_url("**/admin/")
    row(tab, "report.txt").locator("[data-row=toggle]").click()
    expect(row(tab, "report.txt").locator("[data-row=state]")).to_have_text("Done", timeout=20000)
    assert NewsroomFile.objects.get().file.size == len(LINE) * 6000


def test_cancelling_by_keyboard(tab: Page, places: Path) -> None:
    tab.route("**/parts/*/", lambda route: None)  # never answered
    choose(tab, file("report.txt", LINE * 6000, "text/plain"))
    cancel = row(tab, "report.txt").get_by_role("button", name="Cancel: report.txt")
    cancel.focus()
    tab.keyboard.press("Enter")
    expect(row(tab, "report.txt").locator("[data-row=state]")).to_have_text("Cancelled")
    expect(row(tab, "report.txt").locator("[data-row=remove]")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".newsroom-upload__file")).to_have_count(0)
    expect(tab.locator("[data-upload=input]")).to_be_focused()
    tab.wait_for_function("true")
    for _ in range(50):
        if not Upload.objects.exists():
            break
        tab.wait_for_timeout(100)
    assert not Upload.objects.exists()
    assert [path for path in (places / "vault").rglob("*") if path.is_file()] == []
