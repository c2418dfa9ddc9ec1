#!/usr/bin/env python3
"""Mirrors what a newsroom publishes into a folder, and keeps every copy true: corrections, refreshments and withdrawals included.

    python mirror.py FOLDER --site https://press.example.com --key nrk_… [--newsroom norrvind] [--files]
                     [--listen 8090 --secret whsec_… [--secret whsec_…]] [--once]

The folder holds

    items/<id>.json     each item that is public, as the newsroom gave it last
    history.jsonl       everything that happened, in order: {seq, action, item, version}
    files/<sha256>      with --files: the files of the items, checked
    state.json          where the next request goes on

The truth is in the deltas (`GET /api/v1/changes`): they come in order and without gaps. A webhook only says that there is
something to fetch, so that it is here within a second; when none comes, the request that waits (`wait`) hears of it anyway.
Killed at any moment, the mirror goes on where it was: what it repeats changes nothing. Needs Python 3.11; to listen for
webhooks, the package `standardwebhooks`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request, urlopen

WAIT_SECONDS = 25
TIMEOUT_SECONDS = 60
LONGEST_BREAK = 60
LARGEST_WEBHOOK = 10_000_000


class StartAgain(Exception):
    """The newsroom does not know the cursor any more, or the key's scope has changed: begin with a new snapshot."""


class Newsroom:
    """The newsroom's API."""

    def __init__(self, site: str, key: str, newsroom: str) -> None:
        self.site, self.key, self.newsroom = site.rstrip("/"), key, newsroom

    def changes(self, after: str, *, wait: int) -> dict[str, Any]:
        """A page of what happened after a cursor; without one, of what is public now. Raises `StartAgain`."""
        query = {"after": after, "newsroom": self.newsroom, "wait": wait if after else 0}
        found = urlencode({name: value for name, value in query.items() if value})
        try:
            return self._json(f"/api/v1/changes?{found}")
        except HTTPError as error:
            if error.code == 400 and problem_of(error).get("code") == "INVALID_CURSOR":
                raise StartAgain from None
            raise

    def acknowledge(self, shown: Iterable[dict[str, Any]]) -> None:
        """Say which versions are shown here, so that the newsroom's editors see who is behind."""
        receipts = [{"item": change["item"], "version": change["version"]} for change in shown]
        if self.key and receipts:
            self._json("/api/v1/receipts", {"receipts": receipts})

    def _json(self, path: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Accept": "application/json"} | (
            {"Authorization": f"Bearer {self.key}"} if self.key else {}
        )
        body = None
        if content is not None:
            body, headers["Content-Type"] = json.dumps(content).encode(), "application/json"
        with urlopen(Request(self.site + path, body, headers), timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)


def problem_of(error: HTTPError) -> dict[str, Any]:
    """The problem that an answer tells of (RFC 9457). Its body can be read once."""
    if not hasattr(error, "problem"):
        try:
            told = json.load(error)
        except (OSError, ValueError):
            told = None
        error.problem = told if isinstance(told, dict) else {}
    return error.problem


class Folder:
    """The mirror's folder. Files are replaced whole, so that whoever reads them never sees half of one."""

    def __init__(self, path: Path) -> None:
        self.path, self.items, self.files = path, path / "items", path / "files"
        self.items.mkdir(parents=True, exist_ok=True)
        self.files.mkdir(exist_ok=True)
        self.history = path / "history.jsonl"
        self._mend_history()

    @property
    def state(self) -> dict[str, Any]:
        """Where to go on, and what a snapshot under way has shown to be public."""
        try:
            return json.loads((self.path / "state.json").read_text())
        except FileNotFoundError:
            return {"after": "", "snapshot": []}

    @state.setter
    def state(self, state: dict[str, Any]) -> None:
        replace(self.path / "state.json", json.dumps(state).encode())

    def item(self, uid: str) -> dict[str, Any] | None:
        """What is here of an item."""
        try:
            return json.loads((self.items / f"{uid}.json").read_text())
        except FileNotFoundError:
            return None

    def show(self, change: dict[str, Any]) -> None:
        """Do what a change says: replace the item, or take it away."""
        path = self.items / f"{change['item']}.json"
        if change["document"] is None:
            path.unlink(missing_ok=True)
        else:
            replace(path, json.dumps(change, ensure_ascii=False, indent=1).encode())

    def note(self, changes: Iterable[dict[str, Any]]) -> None:
        """Add to the history what is not in it yet."""
        names = ("seq", "action", "item", "version")
        new = [change for change in changes if change["seq"] > self.last_seq]
        with self.history.open("a") as file:
            for change in new:
                file.write(json.dumps({name: change[name] for name in names}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        if new:
            self.last_seq = new[-1]["seq"]

    def forget(self) -> None:
        """Begin a new history: a snapshot follows."""
        self.history.unlink(missing_ok=True)
        self.last_seq = 0

    def keep_only(self, uids: Iterable[str]) -> None:
        """Take away the items that a whole snapshot did not name."""
        known = set(uids)
        for path in self.items.glob("*.json"):
            if path.stem not in known:
                path.unlink()

    def _mend_history(self) -> None:
        """Cut off the line that a crash left half written, and remember the last whole one."""
        self.last_seq = 0
        if not self.history.exists():
            return
        whole = self.history.read_bytes().rpartition(b"\n")[0]
        replace(self.history, whole + b"\n" if whole else b"")
        if whole:
            self.last_seq = json.loads(whole.rpartition(b"\n")[2])["seq"]


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


class Mirror:
    """Brings the folder up to date, page by page."""

    def __init__(self, newsroom: Newsroom, folder: Folder, *, files: bool = False) -> None:
        self.newsroom, self.folder, self.with_files = newsroom, folder, files

    def fetch(self, *, wait: int = 0) -> bool:
        """Fetch a page and do what it says; whether there is more at once.

        What is done twice after a crash is the same both times; the place to go on is written last.
        """
        state = self.folder.state
        try:
            page = self.newsroom.changes(state["after"], wait=wait)
        except StartAgain:
            self.folder.forget()
            self.folder.state = {"after": "", "snapshot": []}
            return True
        changes = page["results"]
        for change in {change["item"]: change for change in changes}.values():  # the last of each item
            self.folder.show(change)
        self.folder.note(changes)
        seen = state["snapshot"]
        if seen is not None:
            seen = [*seen, *(change["item"] for change in changes if change["document"] is not None)]
        if seen is not None and not page["snapshot"]:
            self.folder.keep_only(seen)
            seen = None
        if self.with_files and changes:
            self.fetch_files(changes)
        self.newsroom.acknowledge(changes)
        (after,) = parse_qs(urlsplit(page["next"]).query)["after"]
        self.folder.state = {"after": after, "snapshot": seen}
        return bool(page["has_more"] or page["snapshot"])

    def fetch_files(self, changes: Iterable[dict[str, Any]]) -> None:
        """Fetch the files that documents name and that are not here; take away those that none names any more."""
        for change in changes:
            for rendition in renditions(change["document"]):
                path = self.folder.files / rendition["sha256"]
                if not path.exists():
                    self._fetch_file(rendition, path)
        named: set[str] = set()
        for path in self.folder.items.glob("*.json"):
            named |= {each["sha256"] for each in renditions(json.loads(path.read_text())["document"])}
        for path in self.folder.files.iterdir():
            if path.name not in named:
                path.unlink()

    @staticmethod
    def _fetch_file(rendition: dict[str, Any], path: Path) -> None:
        """One file, if it is still there: what has been withdrawn meanwhile, a later change takes away."""
        try:
            with urlopen(rendition["href"], timeout=TIMEOUT_SECONDS) as answer:
                content = answer.read()
        except HTTPError as error:
            if error.code in (404, 410):
                return
            raise
        if hashlib.sha256(content).hexdigest() == rendition["sha256"]:
            replace(path, content)


def renditions(value: Any) -> Iterator[dict[str, Any]]:
    """Every file that a document names, wherever in it."""
    if isinstance(value, dict):
        if "href" in value and "sha256" in value:
            yield value
        for member in value.values():
            yield from renditions(member)
    elif isinstance(value, list):
        for member in value:
            yield from renditions(member)


class Doorbell:
    """Listens for webhooks (https://www.standardwebhooks.com) and rings for each that is genuine."""

    def __init__(self, port: int, secrets: list[str]) -> None:
        try:
            from standardwebhooks import Webhook, WebhookVerificationError
        except ImportError:
            sys.exit("To listen for webhooks: pip install standardwebhooks")
        webhooks, ringing = [Webhook(secret) for secret in secrets], threading.Event()

        def is_genuine(body: bytes, headers: dict[str, str]) -> bool:
            for webhook in webhooks:
                try:
                    webhook.verify(body, headers)
                except (WebhookVerificationError, ValueError):
                    continue
                return True
            return False

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                if not 0 < length <= LARGEST_WEBHOOK:
                    self.send_error(413)
                elif not is_genuine(self.rfile.read(length), {k.lower(): v for k, v in self.headers.items()}):
                    self.send_error(401)
                else:
                    ringing.set()
                    self.send_response(204)
                    self.end_headers()

            def log_message(self, *arguments: Any) -> None:
                pass

        self.ringing = ringing
        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Until a webhook comes, or so long."""
        self.ringing.wait(seconds)
        self.ringing.clear()


def run(mirror: Mirror, doorbell: Doorbell | None, *, once: bool) -> None:
    """Fetch until there is nothing new; then, unless `once`, wait for more, for ever."""
    pause, answered = 1, False
    while True:
        try:
            more = mirror.fetch(wait=0 if once or doorbell else WAIT_SECONDS)
            answered = True
            if more:
                continue
            pause = 1
            if once:
                return
            if doorbell:
                doorbell.wait(WAIT_SECONDS)
        except (OSError, ValueError) as error:
            why = words_of(error)
            if isinstance(error, HTTPError) and error.code in (401, 403):
                sys.exit(f"The newsroom refuses this key: {why}")
            if isinstance(error, HTTPError) and error.code in (400, 404, 410) and not answered:
                sys.exit(f"{why} Check --site ({mirror.newsroom.site}) and --newsroom.")
            if once and not isinstance(error, URLError):
                raise
            print(f"{why}; again in {pause} s", file=sys.stderr)
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_BREAK)


def words_of(error: Exception) -> str:
    """What is wrong, in the newsroom's own words where it has some."""
    if not isinstance(error, HTTPError):
        return str(error)
    problem = problem_of(error)
    return f"{error.code} {problem.get('code', '')} {problem.get('detail', error.reason)}".replace("  ", " ")


def main() -> None:
    """Read the arguments and run."""
    options = argparse.ArgumentParser(description="Mirror what a newsroom publishes into a folder.")
    options.add_argument("folder", type=Path)
    options.add_argument("--site", required=True, help="address of the newsroom's site")
    options.add_argument(
        "--key", default=os.environ.get("NEWSROOM_KEY", ""), help="the partner's key; or NEWSROOM_KEY"
    )
    options.add_argument("--newsroom", default="", help="slug of the newsroom; else all that the key may see")
    options.add_argument("--files", action="store_true", help="keep the files of the items, too")
    options.add_argument("--listen", type=int, metavar="PORT", help="listen for webhooks on this port")
    options.add_argument(
        "--secret", action="append", default=[], help="secret of the webhooks; several while they rotate"
    )
    options.add_argument("--once", action="store_true", help="fetch what there is, and end")
    given = options.parse_args()
    if given.listen and not given.secret:
        options.error("--listen needs --secret")
    if not given.site.startswith(("https://", "http://")):
        options.error(f"--site must begin with https://, such as https://{given.site}")
    mirror = Mirror(Newsroom(given.site, given.key, given.newsroom), Folder(given.folder), files=given.files)
    run(mirror, Doorbell(given.listen, given.secret) if given.listen else None, once=given.once)


if __name__ == "__main__":
    main()
