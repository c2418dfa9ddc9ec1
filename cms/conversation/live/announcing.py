"""Telling other processes that something changed in public. Losing such a message costs a moment, never a change."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.db import connection

from cms.conf import newsroom as conf
from cms.conversation.live.waking import CHANNEL, redis_client
from cms.conversation.services.changes import conversation_changed

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 10.0
"""After a failure nothing is announced for so long: who writes must not wait for what is broken."""


class Announcer:
    """Sends the number of each change once, on the line that the settings name."""

    def __init__(self) -> None:
        self._last = 0
        self._silent_until = 0.0
        self._redis: Any = None

    def announce(self, number: int, **kwargs: Any) -> None:
        """Never raises: what was written stays written."""
        if conf.LIVE == "poll" or number == self._last or time.monotonic() < self._silent_until:
            return
        self._last = number
        try:
            if conf.LIVE == "postgresql" and connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(number)])
            elif conf.LIVE == "redis":
                self._redis = self._redis or redis_client()
                self._redis.publish(CHANNEL, str(number))
        except Exception as error:
            self._silent_until = time.monotonic() + PAUSE_SECONDS
            logger.warning("Live: a change could not be announced (%s).", type(error).__name__)


announcer = Announcer()


def connect() -> None:
    """Announce every change from now on."""
    conversation_changed.connect(announcer.announce, dispatch_uid="newsroom_conversation_announce")
