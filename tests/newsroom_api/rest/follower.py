"""A reader of `/api/v1/changes` as a partner writes one: it keeps what it is told, and goes on where it stopped."""

from __future__ import annotations

from typing import Any

CHANGES = "/api/v1/changes"


class Follower:
    """What a reader has been told, and the copy that it has made of it."""

    def __init__(self, client: Any, headers: dict[str, str] | None = None, **query: Any) -> None:
        self.client = client
        self.headers = headers or {}
        self.query = query
        self.next = ""
        self.told: list[dict[str, Any]] = []
        self.copy: dict[str, Any] = {}

    def ask(self) -> dict[str, Any]:
        """One page."""
        if self.next:
            answer = self.client.get(self.next.removeprefix("http://testserver"), headers=self.headers)
        else:
            answer = self.client.get(CHANGES, self.query, headers=self.headers)
        assert answer.status_code == 200, answer.content
        page = answer.json()
        assert answer["Link"] == f'<{page["next"]}>; rel="next"'
        self.next = page["next"]
        for change in page["results"]:
            self.told.append(change)
            if change["document"] is None:
                self.copy.pop(change["item"], None)
            else:
                self.copy[change["item"]] = change["document"]
        return page

    def catch_up(self) -> list[tuple[str, str]]:
        """All pages that there are: what was new, as (action, title or note)."""
        begun = len(self.told)
        while self.ask()["has_more"]:
            pass
        return [(change["action"], title(change)) for change in self.told[begun:]]

    def titles(self) -> set[str]:
        """Titles of what is in the copy."""
        return {document.get("title") or document["name"] for document in self.copy.values()}


def title(change: dict[str, Any]) -> str:
    """The title of what was published, or why it was withdrawn."""
    document = change["document"]
    return change["note"] if document is None else document.get("title") or document["name"]
