"""How gunicorn runs the host site: `gunicorn --config python:cms.project.gunicorn cms.project.wsgi`.

An open stream occupies a thread, and so does a request that waits for changes: there are as many as of both are allowed, and
some more for everything else. Options of the command line go before what is said here.
"""

import gc
import os
from typing import Any

from cms.conf import SETTINGS

FOR_REQUESTS = 50
"""Threads beyond those that streams may occupy."""

WAITING = int(os.environ.get("NEWSROOM_CHANGES_WAITING") or SETTINGS["CHANGES_WAITING"].default)

worker_class = "gthread"
threads = (
    int(os.environ.get("NEWSROOM_LIVE_STREAMS") or SETTINGS["LIVE_STREAMS"].default) + WAITING + FOR_REQUESTS
)
worker_connections = 1000 + threads
max_requests = 5000
max_requests_jitter = 500
graceful_timeout = 30
control_socket_disable = True
limit_request_line = 8190  # servers should take addresses of 8,000 bytes (RFC 9110, section 4.1)


def post_worker_init(worker: Any) -> None:
    """Tell what keeps threads how many there are, and when the worker wants to end: it ends first.

    What all requests need is loaded before the first of them, and left out of Python's garbage collections from then on: a
    full one looks at a third of a million objects, for 0.16 s in which no thread gets on.
    """
    from django.urls import resolve

    from cms.conversation.live.hub import hub
    from cms.syndication.waiting import waiting

    room = worker.cfg.threads
    hub().serve(most=max(room - WAITING - FOR_REQUESTS, room // 2), is_stopping=lambda: not worker.alive)
    waiting.serve(is_stopping=lambda: not worker.alive)
    resolve("/healthz")  # loads every route, and what answers there
    gc.collect()
    gc.freeze()
