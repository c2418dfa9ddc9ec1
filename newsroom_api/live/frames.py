"""The bytes of an event stream, and what threads' news look like in them over REST."""

from __future__ import annotations

import json
import random
from typing import Protocol

from cms.conversation.live.changes import News

MEDIA_TYPE = "text/event-stream"
HEARTBEAT = b":\n\n"
RETRY_MILLISECONDS = (2000, 5000)
"""After how long a reader connects again: a random time between, so that not all come at once."""


class Encoder(Protocol):
    """What a stream says of the news."""

    is_slow: bool
    """Whether it may ask the database."""

    def encode(self, news: News) -> bytes:
        """Frames; empty when there is nothing to say."""


def opening(position: int) -> bytes:
    """What every stream begins with: from where to go on, and when to connect again, without an event."""
    return f"retry: {random.randint(*RETRY_MILLISECONDS)}\nid: {position}\n\n".encode()  # nosec B311


def frame(event: str, data: str, number: int | None = None) -> bytes:
    """One event. `data` is JSON in one line; with a number the reader goes on after it when it comes back."""
    ending = "" if number is None else f"id: {number}\n"
    return f"event: {event}\ndata: {data}\n{ending}\n".encode()


class ThreadEvents:
    """`comment` and `thread` as they are now; `reset` when they are to be read anew; `end` when nothing more will come.

    What was committed together has one number. Only the last of it carries the number, so that a reader who is cut off
    in between gets all of it again.
    """

    is_slow = False

    def encode(self, news: News) -> bytes:
        frames: list[bytes] = []
        if news.ending is not None:
            return frame("end", json.dumps({"reason": news.ending}), news.number)
        if news.lost:
            return frame("reset", "{}", news.number)
        for number, together in news.by_number():
            *others, last = together
            frames += [frame(change.kind, change.text) for change in others]
            frames.append(frame(last.kind, last.text, number))
        return b"".join(frames)
