"""The worker: one process that does what is due, compares pages and ledger, and runs the queue of tasks.

The clock (publications, expiries, reconciling, signs of life) runs in the main thread and the tasks in
another, so that
a long task never delays an embargo. Others may run threads of their own beside these (`worker_started`). Any number of workers may run at once. Tasks that a killed worker had
in its hands
are given to another: only those of the newsroom and of Wagtail, which may all be run again.
"""

from __future__ import annotations

import logging
import secrets
import signal
import threading
import time
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from typing import Any

from django.db import close_old_connections, connections
from django.db.utils import Error as DatabaseError
from django.dispatch import Signal
from django.utils import timezone
from django_tasks import task_backends
from django_tasks.base import TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from cms.conf import newsroom as conf
from cms.ledger import scheduling
from cms.ledger.models import Heartbeat
from cms.ledger.reconcile import reconcile

logger = logging.getLogger(__name__)

PREFIX = "newsroom-"
"""Worker ids begin with it: a task in the hands of any other program is left alone."""
REPEATABLE = ("cms.", "newsroom_api.", "wagtail.", "modelsearch.")
"""Beginnings of the paths of tasks that may be run again after a crash."""
ATTEMPTS = 5
POLL_SECONDS = 0.5
KEEP_RESULTS = timedelta(days=1)
PRUNE_SECONDS = 3600
LOST_CONNECTION = ("django.db.utils.OperationalError", "django.db.utils.InterfaceError")

TaskRow = DBTaskResult[Any, Any]

ticked = Signal()
"""Sent at each look of a worker for what is due, outside of any transaction, so that others do what is theirs."""
worker_started = Signal()
"""Sent when a worker begins, with `stopping` (an event) and `until_empty`, so that others run threads of their own beside
it. They answer with the threads, which they have started, and which end soon after the event is set; with `until_empty`,
as soon as nothing is left to do."""


class Worker:
    """Runs until told to stop. `tick()` and `run_tasks()` can be called by themselves."""

    def __init__(self) -> None:
        self.id = f"{PREFIX}{secrets.token_hex(8)}"
        self.stopping = threading.Event()
        self.tasks: TaskWorker | None = None
        self._next: dict[str, float] = {}

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; what has been begun is finished."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        logger.info("Worker %s starts", self.id)
        thread = threading.Thread(target=self._run_queue, name="tasks")
        thread.start()
        companions = self.start_companions()
        while not self.stopping.is_set():
            self.tick()
            self.stopping.wait(conf.TICK_SECONDS)
        for each in (thread, *companions):
            each.join()
        attempt("taking leave", lambda: Heartbeat.objects.filter(name=self.id).delete())
        logger.info("Worker %s has stopped", self.id)

    def stop(self, *args: Any) -> None:
        """Finish what has been begun, then stop."""
        self.stopping.set()
        if self.tasks is not None:
            self.tasks.running = False

    def tick(self) -> None:
        """Do what is due now. What fails is logged and tried again at the next tick."""
        attempt("giving a sign of life", lambda: beat(self.id))
        if attempt("publishing what is due", scheduling.run_due):
            attempt("giving a sign of life", lambda: beat("tick"))
        if self._is_time("reconcile", conf.RECONCILE_SECONDS) and attempt(
            "comparing the pages with the ledger", lambda: reconcile(quick=True)
        ):
            attempt("giving a sign of life", lambda: beat("reconcile"))
        for receiver, error in ticked.send_robust(sender=Worker):
            if isinstance(error, Exception):
                logger.error("%s failed, to be tried again", receiver, exc_info=error)
        if has_queue():
            attempt("giving the tasks of stopped workers to others", give_back_abandoned)
            if self._is_time("prune", PRUNE_SECONDS):
                attempt("removing old results of tasks", prune)

    def start_companions(self, *, until_empty: bool = False) -> list[threading.Thread]:
        """The threads that others run beside this worker. One that does not start is logged, and no other is kept up."""
        companions: list[threading.Thread] = []
        answers = worker_started.send_robust(sender=Worker, stopping=self.stopping, until_empty=until_empty)
        for receiver, answer in answers:
            if isinstance(answer, Exception):
                logger.error("%s did not start", receiver, exc_info=answer)
            else:
                companions += answer
        return companions

    def run_tasks(self, *, until_empty: bool = False) -> None:
        """Run tasks of the queue until told to stop, or until there are none left."""
        self.tasks = TaskWorker(
            queue_names=["*"],
            interval=POLL_SECONDS,
            batch=until_empty,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.id,
            excluded_queue_names=[],
        )
        if not self.stopping.is_set():
            self.tasks.run()

    def _run_queue(self) -> None:
        """The thread that runs tasks. A lost database costs the task in hand, which is taken up again."""
        while has_queue() and not self.stopping.is_set():
            if not attempt("running tasks", self.run_tasks):
                self.stopping.wait(1)
                attempt("taking up the task in hand again", lambda: give_back(in_hands_of({self.id})))
        connections.close_all()

    def _is_time(self, name: str, seconds: float) -> bool:
        """Whether `seconds` have passed since this last said so for `name`."""
        now = time.monotonic()
        if now < self._next.get(name, now):
            return False
        self._next[name] = now + seconds
        return True


def has_queue() -> bool:
    """Whether tasks wait in the database; otherwise they are run at once, or by another program."""
    return isinstance(task_backends["default"], DatabaseBackend)


def attempt(doing: str, action: Callable[[], Any]) -> bool:
    """Do something that must not stop the worker. The connection is a new one where the old one is lost."""
    try:
        close_old_connections()
        action()
    except DatabaseError:
        logger.exception("The database failed while %s", doing)
        connections.close_all()
        return False
    except Exception:
        logger.exception("Failed while %s", doing)
        return False
    return True


def beat(name: str) -> None:
    """Leave a sign of life."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})


def give_back_abandoned() -> None:
    """Let the tasks of workers that have stopped, and those that a lost connection broke off, be run
    again."""
    oldest = timezone.now() - timedelta(seconds=conf.WORKER_STALE_SECONDS)
    Heartbeat.objects.filter(name__startswith=PREFIX, at__lt=oldest).delete()
    alive = set(Heartbeat.objects.filter(name__startswith=PREFIX).values_list("name", flat=True))
    running = DBTaskResult.objects.running().values_list("worker_ids", flat=True)
    seen = {ids[-1] for ids in running if ids and ids[-1].startswith(PREFIX)}
    give_back(in_hands_of(seen - alive))
    give_back(list(DBTaskResult.objects.failed().filter(exception_class_path__in=LOST_CONNECTION)))


def in_hands_of(worker_ids: Collection[str]) -> list[TaskRow]:
    """The tasks that these workers have begun and not finished."""
    return [
        task
        for task in DBTaskResult.objects.running()
        if task.worker_ids and task.worker_ids[-1] in worker_ids
    ]


def give_back(tasks: Iterable[TaskRow]) -> None:
    """Put tasks back into the queue; those that have had their attempts have failed."""
    for task in tasks:
        if len(task.worker_ids) >= ATTEMPTS or not task.task_path.startswith(REPEATABLE):
            if task.status == TaskResultStatus.RUNNING:
                task.set_failed(RuntimeError("The worker stopped while it ran the task."))
            continue
        again = DBTaskResult.objects.filter(pk=task.pk, status=task.status, started_at=task.started_at)
        again.update(status=TaskResultStatus.READY, started_at=None, finished_at=None)
        logger.warning("Task %s (%s) is to be run again", task.pk, task.task_path)


def prune() -> None:
    """Remove the results of tasks that finished long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEEP_RESULTS).delete()
