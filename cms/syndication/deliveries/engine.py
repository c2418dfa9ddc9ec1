"""The engine of a worker: one thread that knows the database, and a few that send, so that no receiver holds up another.

The one thread leases endpoints, builds messages, hands them to the others, and writes down what came of them, of
several endpoints in one transaction. Each endpoint gets one request at a time.
"""

from __future__ import annotations

import json
import logging
import secrets
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event, Thread
from typing import Any

from django.db import connections

from cms.conf import newsroom as conf
from cms.ledger.worker import attempt
from cms.syndication.deliveries.claiming import Turn, claim, give_back
from cms.syndication.deliveries.messages import Message, message_of
from cms.syndication.deliveries.sending import Job, Outcome, send
from cms.syndication.deliveries.settling import Sent, cancel, settle

logger = logging.getLogger(__name__)


class Engine:
    """Delivers until told to stop; what is being sent then is sent to its end."""

    def __init__(self, stopping: Event, *, until_empty: bool = False) -> None:
        self.id = f"delivery-{secrets.token_hex(8)}"
        self.stopping = stopping
        self.until_empty = until_empty
        self._sending: dict[Future[Outcome], tuple[Turn, Message]] = {}
        self._found = False
        """Whether anything was due at the last look."""

    def run(self) -> None:
        """Work until `stopping` is set, or until nothing is due any more."""
        threads = conf.DELIVERY_THREADS
        if threads < 1:
            return
        with ThreadPoolExecutor(threads, thread_name_prefix="delivery") as pool:
            while not self._is_over():
                begun = attempt("looking for webhooks to send", lambda: self._begin(pool, threads))
                if self._sending:
                    wait(self._sending, timeout=self._pause(), return_when=FIRST_COMPLETED)
                    self._finish(pool)
                elif self.until_empty and begun and not self._found:
                    break
                elif not self._found:
                    self.stopping.wait(self._pause())

    def _is_over(self) -> bool:
        return self.stopping.is_set() and not self._sending

    @staticmethod
    def _pause() -> float:
        return conf.DELIVERY_POLL_MILLISECONDS / 1000

    def _begin(self, pool: ThreadPoolExecutor, threads: int) -> None:
        """Give the threads that have nothing to do an endpoint each."""
        self._found = False
        if not self.stopping.is_set():
            turns = claim(self.id, threads - len(self._sending))
            self._found = bool(turns)
            self._go_on(pool, turns)

    def _finish(self, pool: ThreadPoolExecutor) -> None:
        """Write down what has come back, and go on with those turns. What cannot be written down is sent again later."""
        done = [future for future in self._sending if future.done()]
        ended = [(future, *self._sending.pop(future)) for future in done]
        sent: list[Sent] = []
        for future, turn, message in ended:
            if error := future.exception():
                logger.error("Sending to webhook %s failed", turn.endpoint.pk, exc_info=error)
            else:
                sent.append(Sent(turn.deliveries.pop(0), message, turn.endpoint.url, future.result()))
        if sent:
            turns = [turn for _, turn, _ in ended]
            attempt("writing down which webhooks were sent", lambda: self._settle(pool, turns, sent))

    def _settle(self, pool: ThreadPoolExecutor, turns: list[Turn], sent: list[Sent]) -> None:
        going_on = settle(self.id, sent)
        ending = [turn.endpoint.pk for turn in turns if turn.endpoint.pk not in going_on]
        if ending:
            give_back(self.id, ending)
        self._go_on(pool, [turn for turn in turns if turn.endpoint.pk in going_on])

    def _go_on(self, pool: ThreadPoolExecutor, turns: list[Turn]) -> None:
        """Send the next message of each turn; turns without one are over."""
        over = []
        for turn in turns:
            message = None if self.stopping.is_set() else self._next(turn)
            if message is None:
                over.append(turn.endpoint.pk)
                continue
            job = Job(
                url=turn.endpoint.url,
                message_id=turn.deliveries[0].message_id,
                body=encoded(message.content),
                keys=turn.keys,
            )
            self._sending[pool.submit(send, job)] = (turn, message)
        if over:
            give_back(self.id, over)

    @staticmethod
    def _next(turn: Turn) -> Message | None:
        """The next message of a turn; those that the endpoint may no longer have are passed over."""
        while turn.deliveries:
            message = message_of(turn.deliveries[0], turn.wanted)
            if message is not None:
                return message
            cancel([turn.deliveries.pop(0)])
        return None


def encoded(content: Any) -> bytes:
    """A message as it is sent: UTF-8."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def start(stopping: Event, until_empty: bool, **kwargs: Any) -> list[Thread]:
    """Run an engine beside a worker (`worker_started`)."""
    thread = Thread(target=_run, args=(stopping, until_empty), name="deliveries")
    thread.start()
    return [thread]


def _run(stopping: Event, until_empty: bool) -> None:
    """A failure of the engine itself is logged, and it starts again."""
    while not stopping.is_set():
        if attempt("delivering webhooks", Engine(stopping, until_empty=until_empty).run) and until_empty:
            break
        stopping.wait(1)
    connections.close_all()
