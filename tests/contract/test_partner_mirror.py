"""The partner's reference mirror against a server that is really running: `frontend_contract/partner/mirror.py`."""

from __future__ import annotations

import http.client
import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from standardwebhooks import Webhook

from cms.newsroom.models import NewsroomPage
from cms.syndication.models import AssetUse, Partner, Receipt
from cms.syndication.services.keys import issue_key

PATH = Path(__file__).parents[2] / "frontend_contract" / "partner" / "mirror.py"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


@pytest.fixture(scope="module")
def mirroring() -> Iterator[ModuleType]:
    """The program, as a module."""
    spec = importlib.util.spec_from_file_location("mirror", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mirror"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["mirror"]


@pytest.fixture
def partner(db: None) -> Partner:
    """A partner that may carry everything."""
    return Partner.objects.create(organisation="Kvällsposten")


@pytest.fixture
def fetch_all(
    mirroring: ModuleType, live_server: Any, partner: Partner, tmp_path: Path, settings: Any
) -> Any:
    """Brings the mirror's folder up to date, as the program does with `--once`; gives the titles of its releases."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    key, _ = issue_key(partner=partner, name="mirror", expires_at=None, user=None)

    def fetch(**options: Any) -> list[str]:
        newsroom = mirroring.Newsroom(live_server.url, key, "")
        mirror = mirroring.Mirror(newsroom, mirroring.Folder(tmp_path), **options)
        while mirror.fetch():
            pass
        shown = (json.loads(path.read_text())["document"] for path in (tmp_path / "items").glob("*.json"))
        return sorted(each["title"] for each in shown if each["type"] == "RELEASE")

    return fetch


def history(folder: Path) -> list[tuple[int, str]]:
    lines = (folder / "history.jsonl").read_text().splitlines()
    return [(entry["version"], entry["action"]) for entry in map(json.loads, lines)]


@pytest.mark.django_db(transaction=True)
def test_a_mirror_follows_what_happens(
    fetch_all: Any, make_release: Any, partner: Partner, tmp_path: Path
) -> None:
    release, other = make_release("Vindpark"), make_release("Solpark")
    assert fetch_all() == ["Solpark", "Vindpark"]
    release.title, release.correction_note = "Vindparken", "The title."
    release.save_revision().publish()
    other.unpublish()
    assert fetch_all() == ["Vindparken"]
    assert history(tmp_path)[-2:] == [(2, "CORRECTED"), (2, "WITHDRAWN")]
    shown = {receipt.version for receipt in Receipt.objects.filter(partner=partner)}
    assert shown == {1, 2}
    assert fetch_all() == ["Vindparken"]
    assert len(history(tmp_path)) == 5


@pytest.mark.django_db(transaction=True)
def test_it_begins_again_when_its_scope_changes(
    fetch_all: Any, make_release: Any, newsroom: NewsroomPage, partner: Partner
) -> None:
    make_release("Vindpark", kind="NEWS")
    make_release("Solpark", kind="STATEMENT")
    assert fetch_all() == ["Solpark", "Vindpark"]
    partner.kinds = ["NEWS"]
    partner.save()
    assert fetch_all() == ["Vindpark"]
    partner.kinds = []
    partner.save()
    assert fetch_all() == ["Solpark", "Vindpark"]


@pytest.mark.django_db(transaction=True)
def test_it_keeps_the_files_that_items_name(
    fetch_all: Any, make_release: Any, make_image: Any, partner: Partner, tmp_path: Path
) -> None:
    release = make_release("Vindpark", hero=make_image())
    fetch_all(files=True)
    (item,) = (
        each
        for each in map(json.loads, map(Path.read_text, (tmp_path / "items").glob("*.json")))
        if each["type"] == "RELEASE"
    )
    named = {rendition["sha256"] for rendition in item["document"]["hero"]["renditions"]}
    assert {path.name for path in (tmp_path / "files").iterdir()} == named != set()
    release.unpublish()
    fetch_all(files=True)
    assert list((tmp_path / "files").iterdir()) == []
    partner.asset_use = AssetUse.NONE
    partner.save()
    release.save_revision().publish()
    assert fetch_all(files=True) == ["Vindpark"]
    assert list((tmp_path / "files").iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_a_line_that_a_crash_cut_off_is_written_again(
    fetch_all: Any, make_release: Any, tmp_path: Path
) -> None:
    make_release("Vindpark")
    fetch_all()
    whole = (tmp_path / "history.jsonl").read_text()
    (tmp_path / "history.jsonl").write_text(whole[:-9])
    (tmp_path / "state.json").unlink()
    assert fetch_all() == ["Vindpark"]
    assert (tmp_path / "history.jsonl").read_text() == whole


def signed(body: bytes, *, secret: str = SECRET, minutes: int = 0) -> dict[str, str]:
    """The headers of a message that is sent so many minutes from now."""
    at = datetime.now(UTC) + timedelta(minutes=minutes)
    signature = Webhook(secret).sign("msg_1", at, body.decode())
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }


GENUINE = b'{"type":"test"}'


@pytest.mark.parametrize(
    ("body", "signing", "status"),
    [
        (GENUINE, {}, 204),
        (GENUINE, {"secret": OTHER}, 204),
        (b'{"type":"evil"}', {}, 401),
        (GENUINE, {"secret": "whsec_" + "B" * 43 + "="}, 401),
        (GENUINE, {"minutes": -10}, 401),
        (GENUINE, None, 401),
        (b"", None, 413),
    ],
    ids=["genuine", "second secret", "altered", "foreign", "old", "unsigned", "empty"],
)
def test_only_what_is_genuine_rings(
    mirroring: ModuleType, body: bytes, signing: dict[str, Any] | None, status: int
) -> None:
    headers = {} if signing is None else signed(GENUINE, **signing)
    doorbell = mirroring.Doorbell(0, [SECRET, OTHER])
    try:
        client = http.client.HTTPConnection("127.0.0.1", doorbell.server.server_port, timeout=10)
        client.request("POST", "/", body, headers)
        assert client.getresponse().status == status
        assert doorbell.ringing.is_set() == (status == 204)
    finally:
        doorbell.server.shutdown()
        doorbell.server.server_close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--newsroom", "nosuch"], "404 NOT_FOUND No newsroom has the slug 'nosuch'."),
        (["--key", "nrk_nonsense"], "The newsroom refuses this key: 401 UNAUTHORIZED"),
    ],
)
def test_what_cannot_succeed_ends_with_the_newsrooms_words(
    mirroring: ModuleType,
    live_server: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    words: str,
) -> None:
    monkeypatch.setattr(sys, "argv", ["mirror.py", str(tmp_path), "--site", live_server.url, *options])
    with pytest.raises(SystemExit) as ended:
        mirroring.main()
    assert str(ended.value).startswith(words)


def test_a_site_without_a_scheme_is_asked_for(
    mirroring: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(sys, "argv", ["mirror.py", str(tmp_path), "--site", "press.example.com"])
    with pytest.raises(SystemExit):
        mirroring.main()
    assert "such as https://press.example.com" in capsys.readouterr().err
