"""The TypeScript client as a package: fresh, tested, as small as it says, and in order for those who install it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from tests.contract.conftest import CLIENT, NPM, node

Run = Callable[..., "CompletedProcess[str]"]
BUDGET = {"core": 4000, "rest": 1000, "live": 2500, "webhooks": 6000, "operations": 2500, "documents": 3000}
"""Bytes after gzip. Operations and documents: the largest of each."""
ENTRIES = ["", "/operations", "/documents", "/rest", "/live", "/webhooks", "/package.json"]
PLATFORM = r"\b(process|Buffer|require|window|document|localStorage|XMLHttpRequest|__dirname)\b(?!\.json)"
"""What is not there in every browser, Node and edge runtime."""


@pytest.fixture(scope="module")
def tarball(client_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    packed = node(
        NPM, "pack", "--ignore-scripts", "--json", "--pack-destination", folder, folder=client_package
    )
    assert packed.returncode == 0, packed.stderr
    (file,) = folder.glob("*.tgz")
    return file


def test_what_is_generated_is_fresh(client_package: Path, tmp_path: Path) -> None:
    made = node("scripts/generate.mjs", tmp_path, folder=client_package)
    assert made.returncode == 0, made.stderr
    generated = client_package / "src" / "generated"
    names = {file.name for file in generated.iterdir()}
    assert names == {"documents.ts", "operations.ts", "rest.ts", "types.ts"}
    for name in sorted(names):
        fresh = (tmp_path / name).read_text(encoding="utf-8") == (generated / name).read_text(
            encoding="utf-8"
        )
        assert fresh, f"{name} is stale: npm run generate"


def test_every_operation_of_the_contract_is_there(client_package: Path) -> None:
    operations = json.loads((CLIENT.parent / "operations.json").read_text(encoding="utf-8"))
    for module in ("operations.ts", "documents.ts"):
        text = (client_package / "src" / "generated" / module).read_text(encoding="utf-8")
        assert re.findall(r"^export const (\w+)", text, re.MULTILINE) == sorted(operations)


def test_parameters_that_are_repeated_are_those_of_the_description() -> None:
    described = yaml.safe_load((CLIENT.parent / "openapi.yaml").read_text(encoding="utf-8"))
    repeated = {
        parameter["name"]
        for methods in described["paths"].values()
        for operation in methods.values()
        for parameter in operation.get("parameters", [])
        if parameter.get("explode") and parameter["schema"].get("type") == "array"
    }
    (known,) = re.findall(r"REPEATED = (\[.*\]);", (CLIENT / "src" / "rest.ts").read_text(encoding="utf-8"))
    assert set(json.loads(known)) == repeated


def test_its_own_tests_pass(client_package: Path) -> None:
    files = sorted((client_package / "build" / "test" / "unit").glob("*.test.js"))
    ran = node("--test", "--test-reporter=tap", *files, folder=client_package, timeout=120)
    assert ran.returncode == 0, ran.stdout
    assert re.search(r"^# pass (\d+)$", ran.stdout, re.MULTILINE)[1] == "30"  # type: ignore[index]


def test_it_is_as_small_as_it_says(client_package: Path) -> None:
    measured = node("scripts/sizes.mjs", folder=client_package)
    assert measured.returncode == 0, measured.stderr
    sizes = {
        name: size if isinstance(size, list) else [size] for name, size in json.loads(measured.stdout).items()
    }
    assert {name for name, budget in BUDGET.items() if sizes[name][-1] >= budget} == set()
    readme = (client_package / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `\./?(\w*)` \|.*\| ([\d. to]+) KB(?: each)? \|$", readme, re.MULTILINE))
    said = {name or "core": figure for name, figure in told.items()}
    assert said == {name: " to ".join(f"{each / 1000:.1f}" for each in size) for name, size in sizes.items()}


def test_it_needs_nothing_of_a_platform(client_package: Path) -> None:
    for file in sorted((client_package / "dist").glob("*.js")):
        code = re.sub(r"(//.*|/\*[\s\S]*?\*/|\"[^\"\n]*\")", "", file.read_text(encoding="utf-8"))
        assert re.findall(PLATFORM, code) == [], file.name
    package = json.loads((client_package / "package.json").read_text(encoding="utf-8"))
    assert list(package["dependencies"]) == ["standardwebhooks"]


def test_publint_finds_nothing(client_package: Path, tarball: Path) -> None:
    judged = node("node_modules/publint/src/cli.js", tarball, "--strict", folder=client_package)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert "All good!" in judged.stdout


def test_the_types_are_found_by_whoever_imports_them(client_package: Path, tarball: Path) -> None:
    cli = "node_modules/@arethetypeswrong/cli/dist/index.js"
    judged = node(cli, tarball, "--profile", "esm-only", "--format", "json", folder=client_package)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    found = json.loads(judged.stdout)
    assert set(found["analysis"]["entrypoints"]) == {f".{entry}" for entry in ENTRIES}


def test_what_is_packed(client_package: Path) -> None:
    packed = node(NPM, "pack", "--ignore-scripts", "--dry-run", "--json", folder=client_package)
    assert packed.returncode == 0, packed.stderr
    (about,) = json.loads(packed.stdout)
    names = {file["path"] for file in about["files"]}
    others = {name for name in names if not re.fullmatch(r"dist/(generated/)?\w+\.(js|d\.ts)", name)}
    assert others == {"LICENSE", "README.md", "package.json"}
    assert {f"dist/{entry or '/index'}.d.ts".replace("//", "/") for entry in ENTRIES[:-1]} <= names
    assert about["size"] < 150_000
