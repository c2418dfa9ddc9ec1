"""What import-linter cannot see of the layers, how long files are, and what the wheel holds."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400


def managers_used(path: Path) -> list[int]:
    """Lines that reach for a model's manager."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    managers = ("objects", "_default_manager", "_base_manager")
    return [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in managers
    ]


def test_managers_are_found_where_they_are():
    assert managers_used(ROOT / "cms/ledger/selectors.py")


def test_the_wire_reads_through_selectors_alone():
    found = {
        str(path.relative_to(ROOT)): managers_used(path) for path in (ROOT / "newsroom_api").rglob("*.py")
    }
    assert len(found) > 10
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_file_is_longer_than_one_reads_at_once():
    ours = [
        path
        for folder in ("cms", "newsroom_api", "tests", "benchmarks", "scripts")
        for path in (ROOT / folder).rglob("*.py")
        if not {"migrations", "node_modules"} & set(path.parts)
    ]
    assert len(ours) > 500
    lengths = {str(path.relative_to(ROOT)): path.read_bytes().count(b"\n") for path in ours}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built).namelist()


def test_the_wheel_holds_the_apps_without_the_host_site(wheel):
    assert "cms/ledger/models.py" in wheel
    assert "newsroom_api/graphql/schema.py" in wheel
    assert [name for name in wheel if name.startswith("cms/project")] == []
    top = {name.partition("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == {"cms", "newsroom_api"}


@pytest.mark.parametrize(
    "pattern", ["templates/**/*.html", "static/**/*.*", "locale/**/*.mo", "migrations/*.py"]
)
def test_the_wheel_holds_all_that_is_not_python_too(wheel, pattern):
    tracked = [
        path.relative_to(ROOT).as_posix()
        for package in ("cms", "newsroom_api")
        for path in (ROOT / package).glob(f"**/{pattern}")
        if path.is_file() and "cms/project/" not in path.as_posix()
    ]
    assert tracked
    assert set(tracked) <= set(wheel)


def test_the_wheel_holds_the_embed(wheel):
    assert {
        "cms/syndication/embeds/source/newsroom-embed.js",
        "cms/syndication/embeds/source/README.md",
    } <= set(wheel)


def test_the_wheel_holds_the_operations_that_frontends_ask_for_by_their_ids(wheel):
    assert {
        "newsroom_api/graphql/contract/PageAtPath.graphql",
        "newsroom_api/graphql/contract/fragments/ReleaseDetail.graphql",
        "newsroom_api/graphql/released/operations.json",
    } <= set(wheel)


def test_no_test_reaches_beyond_this_machine():
    with pytest.warns(UserWarning, match="192.0.2.1"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
