"""What items are shown with besides their stored documents: their threads, the statements that a crisis pins to them,
in what time newsrooms answer, their feeds, and, where `fields` asks for it, what helps to share releases.

It is put into the stored JSON text, which is parsed for what follows from it alone. A list costs one query more, and one more in a crisis
(`cms/conversation/desk/crisis.py` says what that costs); one of newsrooms up to three for their times.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from cms.access import PUBLIC
from cms.conversation.desk.crisis import official_statements
from cms.conversation.desk.figures import public_answer_times
from cms.conversation.selectors import threads_of
from cms.ledger.models import Item
from cms.ledger.selectors import Row
from cms.syndication.feeds import feed_links
from cms.syndication.shares.texts import share_content
from newsroom_api.caching import item_key, thread_key
from newsroom_api.metadata import metadata_of
from newsroom_api.rest.answers import (
    FEEDS,
    MEDIAN_ANSWER_SECONDS,
    METADATA,
    OFFICIAL_STATEMENT,
    SHARE,
    THREAD,
    OfficialStatement,
)

Content = dict[str, Any]


class Beside:
    """What is shown beside some items: by the item's id, JSON text by member."""

    def __init__(self, uids: Collection[UUID], names: Sequence[str], *, is_crisis: bool = True) -> None:
        """`names` are those of `answers.additions`; without a crisis, no statement is looked for."""
        self.keys: list[str] = []
        """Surrogate keys of what was found."""
        self._members: dict[UUID, dict[str, str]] = {uid: {} for uid in uids}
        self._derived = [name for name in names if name in DERIVED]
        for name in (name for name in names if name not in DERIVED):
            find = FINDERS[name]
            found = find(uids) if name != OFFICIAL_STATEMENT or is_crisis else {}
            for uid, members in self._members.items():
                members[name] = dump(found.get(uid))
            if key := KEYS.get(name):
                self.keys += [key(content["id"]) for content in found.values()]

    def add_metadata(self, rows: Sequence[Row]) -> None:
        """The metadata of the pages of some items, which are read whole. `newsroom_api/metadata.py` says what it costs."""
        found = metadata_of(PUBLIC, [json.loads(row.content) for row in rows])
        for row in rows:
            self._members[row.uid][METADATA] = dump(found[str(row.uid)])

    def of(self, uid: UUID, text: str = "") -> Mapping[str, str]:
        """The members of one item; with the JSON text of its document, those too that follow from that alone."""
        if not (self._derived and text):
            return self._members[uid]
        content = json.loads(text)
        return self._members[uid] | {name: dump(DERIVED[name](content)) for name in self._derived}


def spliced(text: str, members: Mapping[str, str], *, before: Mapping[str, str] | None = None) -> str:
    """The text of a JSON object with more members, given as JSON text: at its end, and `before` what it has."""
    inner = text.strip()[1:-1]
    parts = [*_written(before or {}), *([inner] if inner.strip() else []), *_written(members)]
    return f"{{{','.join(parts)}}}"


def dump(content: Any) -> str:
    """JSON text as the API writes it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _written(members: Mapping[str, str]) -> list[str]:
    return [f'"{name}":{text}' for name, text in members.items()]


def _threads(uids: Collection[UUID]) -> dict[UUID, Content]:
    return threads_of(PUBLIC, uids)


def _statements(uids: Collection[UUID]) -> dict[UUID, Content]:
    return {uid: statement_content(item) for uid, item in official_statements(uids).items()}


def statement_content(item: Item) -> Content:
    """A pinned statement, from its document."""
    document = item.document or {}
    return {name: document.get(name) for name in OfficialStatement.model_fields}


FINDERS: dict[str, Callable[[Collection[UUID]], Mapping[UUID, Any]]] = {
    THREAD: _threads,
    OFFICIAL_STATEMENT: _statements,
    MEDIAN_ANSWER_SECONDS: public_answer_times,
}


def _feeds(newsroom: Content) -> list[Content]:
    return [link.model_dump(mode="json") for link in feed_links(newsroom)]


DERIVED: dict[str, Callable[[Content], Any]] = {FEEDS: _feeds, SHARE: share_content}
"""What follows from the item's own document or card: nothing is looked for."""
KEYS: dict[str, Callable[[object], str]] = {THREAD: thread_key, OFFICIAL_STATEMENT: item_key}
