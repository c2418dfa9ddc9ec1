"""The command of the conformance kit: its list of checks, its types, its exit statuses, its package."""

from __future__ import annotations

import http.server
import json
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from standardwebhooks import Webhook

from newsroom_api.errors import CODES
from newsroom_api.graphql.errors import MEANINGS
from tests.contract.conformance_kit import COMMAND, KIT, Run, installed_kit  # noqa: F401
from tests.contract.conftest import NPM

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BEGINS = {"server": "### Of a server\n\n", "frontend": "### Of a frontend\n\n"}


@pytest.mark.parametrize("target", ["server", "frontend"])
def test_the_readme_lists_every_check(kit: Run, target: str) -> None:
    listed = kit(COMMAND, target, "--list", "--markdown").stdout
    assert listed.count("\n| `") > 20
    assert BEGINS[target] + listed in (KIT / "README.md").read_text()


def test_types_hold(kit: Run) -> None:
    result = kit("node_modules/typescript/bin/tsc")
    assert (result.stdout, result.returncode) == ("", 0)


def test_codes_are_those_of_the_server(kit: Run) -> None:
    script = (
        "import { STATUSES, GRAPHQL_CODES } from './src/contract.js';"
        "process.stdout.write(JSON.stringify([STATUSES, GRAPHQL_CODES]))"
    )
    statuses, graphql = json.loads(kit("--input-type=module", "--eval", script).stdout)
    assert statuses == {name: code.status for name, code in CODES.items()}
    assert sorted(graphql) == sorted(MEANINGS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say `server` or `frontend`."),
        (["server"], "Give the server's address."),
        (["server", "newsroom.example"], "newsroom.example is no http address."),
        (["server", "http://127.0.0.1:49151", "--only", "none"], "There is no check none."),
        (["server", "http://127.0.0.1:49151"], "GET /api/v1: ECONNREFUSED"),
        (
            ["server", "http://127.0.0.1:49151", "--patience", "long"],
            "--patience is a whole number, not long.",
        ),
        (["frontend", "/none.json"], "/none.json: ENOENT"),
        (["server", "--unknown"], "Unknown option '--unknown'"),
    ],
)
def test_what_cannot_run_is_a_2(kit: Run, arguments: list[str], said: str) -> None:
    result = kit(COMMAND, *arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.fixture
def nothing_right() -> Iterator[str]:
    """A server that answers everything with a page."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>")

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            """Nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_fails_is_a_1_and_told(kit: Run, nothing_right: str, tmp_path: Path) -> None:
    junit = tmp_path / "junit.xml"
    result = kit(COMMAND, "server", nothing_right, "--only", "errors.method,embargo.rest", "--junit", junit)
    assert result.returncode == 1
    assert "✗ errors.method" in result.stdout
    assert "expected: 405\n        seen:     " in result.stdout
    assert "– embargo.rest" in result.stdout
    assert "skipped: needs `embargo` in --state, or --control" in result.stdout
    assert '<testsuites tests="2" failures="1" errors="0" skipped="1"' in junit.read_text()


def test_the_package_holds_the_contract_and_no_faults(kit: Run) -> None:
    packed: subprocess.CompletedProcess[str] = kit(NPM, "pack", "--dry-run", "--json")
    assert packed.returncode == 0, packed.stderr
    (package,) = json.loads(packed.stdout[packed.stdout.index("[") :])
    files = {each["path"] for each in package["files"]}
    assert {"contract/schema.graphql", "contract/openapi.yaml", "contract/operations.json"} <= files
    assert not [name for name in files if name.startswith(("faults/", "scripts/", "node_modules/"))]
    assert not (KIT / "contract").exists()


def recorded(body: str, signed: str) -> dict[str, object]:
    """A webhook as it was recorded long ago, with the signature of a body."""
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(SECRET).sign("msg_1", at, signed),
    }
    return {"headers": headers, "body": body}


@pytest.mark.parametrize(("changed", "status"), [(False, 0), (True, 1)])
def test_recorded_webhooks_are_verified(
    kit: Run, nothing_right: str, tmp_path: Path, changed: bool, status: int
) -> None:
    body = '{"type":"release.issued","timestamp":"2026-03-01T09:00:00Z","data":{}}'
    messages = [recorded(body.replace("issued", "corrected") if changed else body, body)]
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    state.write_text(json.dumps({"deliveries": {"secret": SECRET, "messages": messages}}))
    result = kit(COMMAND, "server", nothing_right, "--only", "webhooks", "--state", state, "--json", report)
    assert result.returncode == status
    told = {each["id"]: each for each in json.loads(report.read_text())["results"]}
    assert {name: each["outcome"] for name, each in told.items()} == {
        "webhooks.verify": "failed" if changed else "passed",
        "webhooks.ids": "passed",
        "webhooks.fresh": "skipped",
        "webhooks.content": "passed",
        "webhooks.retry": "skipped",
    }
    assert told["webhooks.fresh"]["reason"] == "recorded messages do not tell when they came"
