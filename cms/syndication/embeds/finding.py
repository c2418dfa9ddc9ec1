"""What an address of a reader's browser shows: an item, a quote in it, or its conversation.

Addresses are those of this installation (former ones too), and the canonical ones of documents. `#quote-<id>` or
`?quote=<id>` is a quote (many programs drop what follows `#`), `#conversation` the thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit
from uuid import UUID

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.conversation.models import Thread
from cms.conversation.selectors import get_thread, threads_of
from cms.errors import InvalidInput, NewsroomError, NotFound
from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.ledger.rows import Row
from cms.ledger.selectors import get_item, resolve_path
from cms.newsroom.commenting import ThreadMode
from cms.syndication.models import ItemKey
from cms.syndication.web_addresses import key_of, normal_form

QUOTE = re.compile(r"quote-([0-9a-fA-F-]{36})")
CONVERSATION = "conversation"
"""Fragment of the conversation on the built-in pages."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An item, and the part of it that is meant where it is not the whole."""

    row: Row
    quote: dict[str, Any] | None = None
    thread: dict[str, Any] | None = None

    @property
    def item(self) -> dict[str, Any]:
        content: dict[str, Any] = self.row.content
        return content


def find_shown(viewer: Viewer, address: str) -> Shown:
    """What is at an address. Raises `InvalidInput`, `NotFound` (also for what is not public yet) and `Withdrawn`."""
    normal_form(address)
    parts = urlsplit(address.strip())
    quote, query = _without_quote(parts.query)
    quote = quote or _quote_in(parts.fragment)
    plain = urlunsplit(parts._replace(query=query, fragment=""))
    try:
        path = _path_here(plain)
        row = resolve_path(viewer, path).row if path else _row_elsewhere(viewer, plain)
    except NewsroomError as error:
        error.field = "url"
        raise
    if quote:
        return quoted(row, quote)
    if parts.fragment == CONVERSATION:
        return Shown(row, thread=_thread_of(viewer, row))
    return Shown(row)


def quoted(row: Row, block: str) -> Shown:
    """A quote in an item. Raises `NotFound` where its current version has no such quote."""
    for found in row.content.get("body", ()):
        if found["type"] == "QUOTE" and found["id"] == block.lower():
            return Shown(row, quote=found)
    raise NotFound(f"The item has no quote with the id {block}.", field="url")


def find_thread(viewer: Viewer, uid: UUID) -> Shown:
    """A thread with its item. Raises `NotFound`, and `Withdrawn` where its item has been withdrawn."""
    items = Thread.objects.filter(pk=uid, item__state=Item.State.WITHDRAWN).values_list("item", flat=True)
    for item in items:
        get_item(viewer, item)
    thread = get_thread(viewer, uid=uid)
    if thread["mode"] == ThreadMode.OFF:
        raise NotFound(f"No public thread has the id {uid}.", field="id")
    return Shown(get_item(viewer, UUID(thread["item_id"])), thread=thread)


def _without_quote(query: str) -> tuple[str | None, str]:
    """The quote that parameters name, and the other parameters, without the comment that the page goes to."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=100)
    except ValueError:
        return None, query
    quotes = [value for name, value in pairs if name == "quote"]
    return next(iter(quotes), None), urlencode(
        [pair for pair in pairs if pair[0] not in ("quote", "comment")]
    )


def _quote_in(fragment: str) -> str | None:
    found = QUOTE.fullmatch(fragment)
    return found[1] if found else None


def _thread_of(viewer: Viewer, row: Row) -> dict[str, Any]:
    thread = threads_of(viewer, [row.uid]).get(row.uid)
    if thread is None or thread["mode"] == ThreadMode.OFF:
        raise NotFound("The item has no conversation.", field="url")
    return thread


def _path_here(address: str) -> str | None:
    """The path of an address of this installation; None for those of other sites, and for its first page."""
    here, asked = urlsplit(f"//{normal_form(conf.BASE_URL)}"), urlsplit(f"//{normal_form(address)}")
    if here.netloc != asked.netloc or not f"{asked.path}/".startswith(f"{here.path}/"):
        return None
    try:
        path = unquote(asked.path[len(here.path) :], errors="strict").strip("/")
    except UnicodeDecodeError:
        raise InvalidInput("The address has escapes that are not UTF-8.", field="url") from None
    return f"/{path}" if path else None


def _row_elsewhere(viewer: Viewer, address: str) -> Row:
    """The item whose canonical address this is."""
    keys = ItemKey.objects.filter(name=ItemKey.Name.URL, value=key_of(address))
    for uid in keys.order_by("item__state", "-item__updated_at").values_list("item", flat=True)[:1]:
        return get_item(viewer, uid)
    raise NotFound("Nothing public is at this address.", field="url")


def has_embed(item: dict[str, Any]) -> bool:
    """Whether an item has a page for frames."""
    return item["type"] in (ItemType.RELEASE, ItemType.ASSET, ItemType.PRESS_KIT, ItemType.DISCUSSION)
