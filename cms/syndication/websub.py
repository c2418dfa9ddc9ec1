"""WebSub: hubs."""

from __future__ import annotations

from cms.conf import newsroom as conf


def hubs() -> tuple[str, ...]:
    """The hubs that are told of new editions, and that readers of feeds may subscribe at."""
    return tuple(dict.fromkeys(str(hub) for hub in conf.WEBSUB_HUBS))
