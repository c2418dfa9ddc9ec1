"""A thread's events over REST."""

from __future__ import annotations

import re
from typing import Annotated

from django.http import HttpResponse, HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from pydantic import BeforeValidator, Field, WithJsonSchema
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation.live.hub import hub
from newsroom_api import ratelimits
from newsroom_api.live.bodies import HEADERS, stream_response
from newsroom_api.live.frames import MEDIA_TYPE, ThreadEvents
from newsroom_api.rest.base import JsonOnly, PublicView, path_uuid
from newsroom_api.rest.parameters import Query
from newsroom_api.rest.threads import thread_state

LARGEST = 2**53 - 1


def parse_number(text: str | int) -> int:
    """The number of a change. Raises `ValueError`."""
    if not re.fullmatch(r"[0-9]{1,16}", str(text)) or int(text) > LARGEST:
        raise ValueError("This is not the number of a change: a whole number, such as the `id` of an event.")
    return int(text)


Number = Annotated[
    int,
    BeforeValidator(parse_number),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": LARGEST}),
]


class EventsQuery(Query):
    """Where a stream begins."""

    since: Number | None = Field(
        None,
        description="Number of the last change seen (the `id` of an event, the `seq` of a comment): what happened after it comes "
        "first. `Last-Event-ID`, which browsers send when they connect again, goes before it.",
    )


class EventsOnly(JsonOnly):
    """The answer is an event stream."""

    media_type = MEDIA_TYPE


class ThreadEventsView(PublicView):
    """What happens in a thread, while it happens: Server-Sent Events.

    `comment` and `thread` carry both as they are now, in the shape of the other addresses; of a comment that is public no
    more, its place. `reset`: too much happened since then, read the thread anew. `end`: the thread was withdrawn or
    switched off, close the stream.
    """

    operation, tag = "follow_thread", "threads"
    query = EventsQuery
    content_negotiation_class = EventsOnly
    media_type = MEDIA_TYPE
    answer_model = OpenApiTypes.STR
    cached = False
    error_statuses = (400, 404, 406, 429, 500, 503)

    def get(self, request: Request, id: str) -> HttpResponseBase:
        since = self.read(self.query).since
        if last := request.META.get("HTTP_LAST_EVENT_ID", "").strip():
            since = read_last_event_id(last)
        if request.method == "HEAD":
            thread_state(path_uuid(id))  # says so where there is none
            return HttpResponse(content_type=MEDIA_TYPE, headers=HEADERS)
        address = ratelimits.client_address(request._request)
        here = hub()
        stream = here.open(PUBLIC, path_uuid(id), address=address, since=since)
        return stream_response(request._request, here, stream, ThreadEvents())


def read_last_event_id(text: str) -> int:
    """The number in `Last-Event-ID`. One that is none of ours is too old: the reader is told to begin anew."""
    try:
        return parse_number(text)
    except ValueError:
        return LARGEST
