"""The newsrooms that a request has read: a list of a hundred pages asks for the one newsroom that they are in.

Only while a page of the admin or an answer is read (GET, HEAD): what changes something reads anew each time.
"""

from __future__ import annotations

from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started

_local = Local()


def newsrooms() -> dict[str, Any] | None:
    """By path in the tree of pages; None outside of a request that only reads."""
    found: dict[str, Any] | None = getattr(_local, "newsrooms", None)
    return found


def _begin(
    environ: dict[str, Any] | None = None, scope: dict[str, Any] | None = None, **_kwargs: Any
) -> None:
    method = (environ or {}).get("REQUEST_METHOD") or (scope or {}).get("method")
    _local.newsrooms = {} if method in ("GET", "HEAD") else None


def forget(**_kwargs: Any) -> None:
    """Nothing has been read: the request is over."""
    _local.newsrooms = None


request_started.connect(_begin, dispatch_uid="newsroom_seen_begin")
request_finished.connect(forget, dispatch_uid="newsroom_seen_end")
