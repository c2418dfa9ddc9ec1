"""Visitors of the reference press room, and what they look at."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import APIResponse, Browser, Page

from tests.browser.reference import ROOT

AXE = ROOT / "frontend_contract" / "conformance" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FILM, PLAYER = "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
"""A word that no phone is wide enough for."""


class Visit:
    """A visitor: what the browser complained of, and whom it asked."""

    def __init__(self, browser: Browser, base: str, newsroom: str, **how: Any) -> None:
        self.context = browser.new_context(base_url=base, **{"locale": "en", **how})
        self.tab: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.others: list[str] = []
        self.scripts: list[str] = []
        own = (base, newsroom, "data:", "blob:")
        self.tab.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on(
            "request",
            lambda request: None if request.url.startswith(own) else self.others.append(request.url),
        )
        self.tab.on(
            "response",
            lambda response: (
                self.scripts.append(response.url) if response.request.resource_type == "script" else None
            ),
        )

    def get(self, path: str, **how: Any) -> APIResponse:
        """What a program gets that asks as a browser does; no redirect is followed."""
        return self.context.request.get(path, max_redirects=0, headers={"Accept": "text/html"}, **how)


def violations(tab: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA. The policy lets no script in but this way."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in frontend_contract/conformance.")
    session = tab.context.new_cdp_session(tab)
    session.send("Runtime.evaluate", {"expression": AXE.read_text()})
    asked = f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(({{violations}}) => JSON.stringify(violations.map(({{id, nodes}}) => `${{id}}: ${{nodes[0].html}}`)))"
    told = session.send(
        "Runtime.evaluate", {"expression": asked, "awaitPromise": True, "returnByValue": True}
    )
    found: list[str] = json.loads(told["result"]["value"])
    return found


def address_of_preview(page: Any) -> str:
    token = page.create_page_preview().token
    return "/api/preview?" + urlencode({"content_type": page.get_content_type_str(), "token": token})
