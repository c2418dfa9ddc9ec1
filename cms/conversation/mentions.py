"""Mentions: `@Name` in a comment, where the name is another commenter's of the thread, with spaces and all."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from html.parser import HTMLParser

from cms.conversation.links import WEB, safe_address
from cms.conversation.markup import OUTGOING_WITH_PATHS, Attributes, is_path, start_tag

MOST_WORDS = 6
LONGEST = 80
"""Characters of a name in a mention."""

AT = re.compile(r"(?<![\w@./])@(?=[^\s@])")
OPAQUE = ("a", "code")
"""Elements whose text mentions nobody."""


def candidates(text: str) -> list[str]:
    """What may be names: the up to six words after each `@`, on its line; a name may be the beginning of one."""
    found = []
    for at in AT.finditer(text):
        rest = text[at.end() : at.end() + LONGEST].partition("\n")[0].partition("@")[0]
        found.append(" ".join(rest.split()[:MOST_WORDS]))
    return found


def folded(name: str) -> str:
    """A name as it is compared: without case, spaces as one."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def link_mentions(html: str, people: Mapping[str, str]) -> str:
    """The stored HTML with each `@Name` of `people` (name → permalink) as a link; the longest name wins.

    A name is taken in any case, in text that is in no link and no code, and not in the middle of a word. A permalink
    that is neither http(s) nor a path on this site links nobody.
    """
    if "@" not in html or not people:
        return html
    linker = _Linker(people)
    linker.feed(html)
    linker.close()
    return OUTGOING_WITH_PATHS.clean("".join(linker.out))


class _Linker(HTMLParser):
    """Writes down again what it reads, with links in the text."""

    def __init__(self, people: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._opaque = 0
        self._people: dict[str, dict[str, str]] = defaultdict(dict)
        """First character of the folded name → folded name → address."""
        for name, url in people.items():
            key = folded(name)
            if key and len(key) <= LONGEST and (is_path(url) or safe_address(url, WEB) == url):
                self._people[key[0]].setdefault(key, url)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._opaque += tag in OPAQUE
        self.out.append(start_tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._opaque -= tag in OPAQUE
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._opaque:
            self.out.append(escape(data, quote=False))
            return
        position = 0
        for at in AT.finditer(data):
            if at.start() < position:
                continue
            found = self._person(data, at.end())
            if found:
                end, url = found
                self.out.append(escape(data[position : at.start()], quote=False))
                mention = escape(data[at.start() : end], quote=False)
                self.out.append(f"{start_tag('a', {'href': url})}{mention}</a>")
                position = end
        self.out.append(escape(data[position:], quote=False))

    def _person(self, text: str, start: int) -> tuple[int, str] | None:
        """Where the longest name that begins here ends, and its address."""
        known = self._people.get(text[start].casefold()[0])
        if not known:
            return None
        for end in _ends(text, start):
            url = known.get(folded(text[start:end]))
            if url:
                return end, url
        return None


def _ends(text: str, start: int) -> Iterator[int]:
    """Places where a name may end, the farthest first: after something, and not inside a word."""
    last = min(len(text), start + LONGEST)
    for end in range(last, start, -1):
        inside = end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_")
        if not inside and not text[end - 1].isspace():
            yield end
