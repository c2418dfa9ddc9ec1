"""What tells the hub to look: time alone, a NOTIFY of PostgreSQL, or a message of Redis.

A message may be lost and a line may break: then time tells, and the line is tried again now and then.
"""

from __future__ import annotations

import logging
import time
from typing import Any, Protocol

from django.conf import settings
from django.db import connections

from cms.conf import newsroom as conf

logger = logging.getLogger(__name__)

CHANNEL = "newsroom_conversation"
LISTEN_SECONDS = 3.0
"""How long a line is listened to before the hub looks anyway."""
SETTLE_SECONDS = 0.05
"""Changes that follow each other are looked at together."""
RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)


class Line(Protocol):
    """A connection on which changes are announced."""

    def wait(self, seconds: float) -> None:
        """Return when something was announced, or when the time is over. Raises when the line is broken."""

    def close(self) -> None:
        """Give the connection back."""


class PostgresLine:
    """LISTEN, on a connection of its own."""

    def __init__(self) -> None:
        database: Any = connections["default"]
        self._connection = database.Database.connect(**database.get_connection_params(), autocommit=True)
        self._connection.execute(f"LISTEN {CHANNEL}")

    def wait(self, seconds: float) -> None:
        for _ in self._connection.notifies(timeout=seconds, stop_after=1):
            return

    def close(self) -> None:
        self._connection.close()


class RedisLine:
    """SUBSCRIBE."""

    def __init__(self) -> None:
        self._client = redis_client()
        self._messages = self._client.pubsub(ignore_subscribe_messages=True)
        self._messages.subscribe(CHANNEL)

    def wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._messages.get_message(timeout=left) is not None:
                return

    def close(self) -> None:
        self._messages.close()
        self._client.close()


def redis_client() -> Any:
    """A client that gives up soon: readers and writers have something better to do than to wait for it."""
    import redis

    address = conf.LIVE_REDIS or getattr(settings, "REDIS_URL", "")
    return redis.Redis.from_url(address, socket_connect_timeout=1, socket_timeout=2)


LINES: dict[str, type[PostgresLine] | type[RedisLine]] = {"postgresql": PostgresLine, "redis": RedisLine}


class Waking:
    """Waits between two looks, on the line that the settings name as long as it holds."""

    def __init__(self) -> None:
        self._make = LINES.get(conf.LIVE)
        self._line: Line | None = None
        self._failures = 0
        self._retry_at = 0.0

    def wait(self) -> None:
        """Return when it is time to look."""
        if self._make is None or time.monotonic() < self._retry_at:
            time.sleep(conf.LIVE_POLL_MILLISECONDS / 1000)
            return
        try:
            if self._line is None:
                self._line = self._make()
                return  # what was announced before is found by looking
            self._line.wait(LISTEN_SECONDS)
            self._failures = 0
            time.sleep(SETTLE_SECONDS)
        except Exception as error:
            self._broken(error)

    def close(self) -> None:
        """Give the line back."""
        line, self._line = self._line, None
        if line is not None:
            try:
                line.close()
            except Exception:
                logger.debug("A line that was broken could not be closed.", exc_info=True)

    def _broken(self, error: Exception) -> None:
        self.close()
        seconds = RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
        if self._failures == 0:
            logger.warning(
                "Live: %s announces nothing (%s); looking every %s ms instead.",
                conf.LIVE,
                type(error).__name__,
                conf.LIVE_POLL_MILLISECONDS,
            )
        self._failures += 1
        self._retry_at = time.monotonic() + seconds
