"""The conformance kit against the real server: all holds; and behind a proxy with one fault, exactly that is found."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from cms.conversation.models import Comment, CommentStatus, Thread, ThreadPage
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.ledger.models import Item
from cms.library.models import PressKitPage, PressKitRow
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleaseContact, ReleasePage
from tests.chromium import found_chromium
from tests.contract.conformance_control import Control
from tests.contract.conformance_kit import COMMAND, Run, installed_kit  # noqa: F401

SITE = Path(__file__).parent / "conformance_site" / "prove.mjs"

SKIPPED = {
    "limits.reached": "uses up the limit of requests; allow it by --flood",
    "rest.read_contribution": "the server has no contributions",
}
"""What the whole run leaves out, and why."""


@pytest.fixture
def site(
    transactional_db: None, live_server: Any, settings: Any, newsroom: NewsroomPage, content: None
) -> str:
    """The address of a newsroom with something of everything."""
    return str(live_server.url)


@pytest.fixture
def addressed(transactional_db: None, live_server: Any, settings: Any) -> None:
    """The server says its own address, has a limit, and sends webhooks to loopback, soon again."""
    settings.BASE_URL = live_server.url
    settings.NEWSROOM = settings.NEWSROOM | {
        "BASE_URL": live_server.url,
        "RATE_LIMIT": 1_000_000,
        "OUTBOUND_SECONDS": 2,
        "DELIVERY_POLL_MILLISECONDS": 20,
        "DELIVERY_RETRY_SECONDS": [1] * 9,
    }


@pytest.fixture
def content(
    addressed: None,
    newsroom: NewsroomPage,
    make_release: Any,
    make_asset_page: Any,
    make_image: Any,
    person: Any,
    topic: Any,
) -> None:
    """Nine releases, assets, a press kit, a discussion, and a conversation."""
    newsroom.comment_mode = "OPEN"
    newsroom.save_revision().publish()
    image = make_image("Mast")
    releases = [
        make_release(
            f"Turbine {number} turns",
            topics=[topic],
            contacts=[ReleaseContact(person=person)],
            body=json.dumps([{"type": "paragraph", "value": "<p>It is windy.</p>"}]),
            hero=image if number == 1 else None,
        )
        for number in range(1, 10)
    ]
    for title in ("Mast", "Blade", "Hub"):
        make_asset_page(title, image=image)
    press_kit = PressKitPage(title="Turbines", release=releases[0], live=False)
    press_kit.rows = [PressKitRow(image=image)]
    discussion = ThreadPage(title="Where next?", opening="<p>Tell us.</p>", live=False)
    for page in (press_kit, discussion):
        newsroom.add_child(instance=page)
        page.save_revision().publish()
    converse(releases[0])


def converse(release: ReleasePage) -> None:
    """Five comments on a release."""
    thread = Thread.objects.get(item__source_id=release.pk)
    for number in range(5):
        comment = NewComment(
            body=f"Remark number {number} about wind.",
            thread=thread.pk,
            author_name=f"Reader {number}",
            email=f"reader{number}@example.com",
        )
        post_comment(comment, Visitor(id=f"{number:032x}"))


@pytest.fixture
def control(site: str, newsroom: NewsroomPage, settings: Any) -> Iterator[Control]:
    control = Control(newsroom, settings)
    yield control
    control.close()


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_the_server_conforms_and_is_left_as_it_was(
    kit: Run, site: str, control: Control, tmp_path: Path
) -> None:
    before = ReleasePage.objects.count()
    junit, report = tmp_path / "junit.xml", tmp_path / "report.json"
    program = f"{sys.executable} {Path(__file__).parent / 'conformance_control_client.py'} {control.url}"
    result = kit(
        COMMAND, "server", site, "--write", "--control", program, "--most-items", "12", "--junit", junit, "--json", report
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    told = json.loads(report.read_text())
    assert {each["id"]: each["reason"] for each in told["results"] if each["outcome"] == "skipped"} == SKIPPED
    assert {each["outcome"] for each in told["results"]} == {"passed", "skipped"}
    assert told["leftovers"] == []
    assert control.done[-1] == "end"
    assert ReleasePage.objects.count() == before
    assert Comment.objects.filter(status=CommentStatus.PUBLISHED).count() == 5
    suites = ElementTree.parse(junit).getroot()
    assert (suites.get("failures"), suites.get("skipped")) == ("0", str(len(SKIPPED)))
    assert len(suites.findall("testsuite/testcase")) == len(told["results"]) > 150


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_each_planted_fault_is_found_and_nothing_else(kit: Run, site: str, control: Control) -> None:
    result = kit("faults/prove.js", site, control.url)
    assert result.returncode == 0, result.stdout + result.stderr
    told = json.loads(result.stdout)
    wrong = {name: each for name, each in told.items() if each["failed"] != each["expected"]}
    assert wrong == {}, json.dumps(wrong)
    assert len(told) > 40


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_good_frontend_conforms_and_each_fault_of_a_broken_one_is_found(
    kit: Run, judges: Any, site: str, control: Control
) -> None:
    if (chromium := found_chromium()) is None:
        pytest.skip("No browser: install Debian's chromium, or run `playwright install chromium`.")
    release = Item.objects.get(type="RELEASE", document__title="Turbine 1 turns")
    corrected = control.publish("Turbine 10 turns")
    control.correct(corrected["id"], "It is the tenth.")
    config = {
        "settleMilliseconds": 20,
        "pages": {
            "front": {"id": str(Item.objects.get(type="NEWSROOM").uid)},
            "release": {"id": str(release.uid)},
            "corrected": {"id": corrected["id"]},
        },
        "withdrawn": {"title": "Turbine 11 burns", "reason": "It does not."},
        "preview": control.preview(),
        "webhook": {"secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"},
    }
    result = kit(SITE, site, json.dumps(config), chromium)
    assert result.returncode == 0, result.stdout + result.stderr
    told = json.loads(result.stdout)
    wrong = {name: each for name, each in told.items() if each["failed"] != each["expected"]}
    assert wrong == {}, json.dumps(wrong)
    assert {name: each["skipped"] for name, each in told.items() if each["skipped"]} == {}
    assert (told[""]["ran"], len(told)) == (28, 27)
