"""A program for tests: editors at work in processes of their own, on the database that the environment names.

    python -m tests.cms.ledger.newsdesk work EDITORS SECONDS    so many editors work at once
    python -m tests.cms.ledger.newsdesk kill SEED WORKS         one after the other is killed at work,
    WORKS works in all

The last line printed tells, as JSON, what happened.
"""

from __future__ import annotations

import collections
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.cms.ledger.process_settings")

import django

django.setup()

from django.core.exceptions import ValidationError  # noqa: E402
from django.db import DatabaseError, IntegrityError, connections, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page  # noqa: E402

from cms.ledger import scheduling  # noqa: E402
from cms.ledger.models import Counter  # noqa: E402
from cms.newsroom.models import NewsroomPage  # noqa: E402
from cms.releases.models import ReleasePage  # noqa: E402


class Editor:
    """Does something at random with the releases of the first newsroom, and moves some to the second."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.name = f"{seed}-{os.getpid()}"
        self.count = 0
        self.newsrooms = list(NewsroomPage.objects.order_by("path"))

    def work(self, weights: dict[str, int]) -> str:
        name = self.random.choices(list(weights), weights=list(weights.values()))[0]
        action: Callable[[], None] = getattr(self, name)
        self.count += 1
        action()
        return name

    def some(self, *, live: bool | None = None, size: int = 1) -> list[ReleasePage]:
        pages = ReleasePage.objects.all() if live is None else ReleasePage.objects.filter(live=live)
        pks = list(pages.values_list("pk", flat=True))
        return [ReleasePage.objects.get(pk=pk) for pk in self.random.sample(pks, min(size, len(pks)))]

    def write(self) -> None:
        title = f"Release {self.name} {self.count}"
        page = NewsroomPage.objects.get(pk=self.newsrooms[0].pk).add_child(
            instance=ReleasePage(title=title, live=False)
        )
        page.save_revision().publish()

    def add_live(self) -> None:
        title = f"Live {self.name} {self.count}"
        NewsroomPage.objects.get(pk=self.newsrooms[0].pk).add_child(
            instance=ReleasePage(title=title, live=True)
        )

    def change(self) -> None:
        for page in self.some():
            page.summary = f"Changed {self.name} {self.count}"
            page.save_revision().publish()

    def withdraw(self) -> None:
        for page in self.some(live=True):
            page.unpublish()

    def bulk_publish(self) -> None:
        with transaction.atomic():
            for page in self.some(size=4):
                page.summary = f"Bulk {self.name} {self.count}"
                page.save_revision().publish()

    def bulk_withdraw(self) -> None:
        with transaction.atomic():
            for page in self.some(live=True, size=3):
                Page.objects.get(pk=page.pk).specific.unpublish()

    def remove(self) -> None:
        for page in self.some():
            Page.objects.get(pk=page.pk).delete()

    def move(self) -> None:
        for page in self.some():
            specific = Page.objects.get(pk=page.pk).specific
            target = self.random.choice(self.newsrooms)  # read anew: the tree counts children in memory
            specific.move(NewsroomPage.objects.get(pk=target.pk), pos="last-child")

    def schedule(self) -> None:
        for page in self.some():
            page.summary = f"Scheduled {self.name} {self.count}"
            page.go_live_at = timezone.now() + timedelta(milliseconds=30)
            page.save_revision().publish()
        time.sleep(0.04)
        scheduling.run_due()

    def expire(self) -> None:
        for page in self.some(live=True):
            Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
        scheduling.run_due()


TOGETHER = {
    "write": 4,
    "add_live": 2,
    "change": 4,
    "withdraw": 3,
    "bulk_publish": 3,
    "bulk_withdraw": 1,
    "remove": 2,
    "move": 2,
}
KILLED = {
    "write": 4,
    "change": 4,
    "withdraw": 4,
    "schedule": 4,
    "expire": 2,
    "bulk_publish": 1,
    "remove": 1,
    "move": 1,
}


def work(editors: int, seconds: int) -> None:
    """Fork editors who work for a time. What one takes away from under another's hands is counted, not an
    error."""
    connections.close_all()
    readers = []
    for seed in range(editors):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(reading)
            os.write(writing, json.dumps(work_alone(seed, seconds)).encode())
            os._exit(0)
        os.close(writing)
        readers.append(reading)
    done = collections.Counter[str]()
    for reading in readers:
        with os.fdopen(reading) as pipe:
            done.update(json.loads(pipe.read()))
    sys.stdout.write(json.dumps(done) + "\n")


def work_alone(seed: int, seconds: int) -> dict[str, int]:
    """Work for a time, and count what was done by its name, and every error of the database by its own."""
    editor, done = Editor(seed), collections.Counter[str]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            done[editor.work(TOGETHER)] += 1
        except (Page.DoesNotExist, ReleasePage.DoesNotExist, NewsroomPage.DoesNotExist, ValidationError):
            done["overtaken"] += 1
        except IntegrityError as error:  # two moves at once: the tree refuses one of them, whole
            done["overtaken" if "path" in str(error) else f"IntegrityError {str(error)[:300]}"] += 1
        except AttributeError as error:  # the tree's last child, beside which to move, was just taken away
            if "is_descendant_of" not in str(error):
                raise
            done["overtaken"] += 1
        except DatabaseError as error:  # a page deleted between reading and saving it is no error of ours
            gone = "did not affect any rows" in str(error)
            done["overtaken" if gone else f"{type(error).__name__} {str(error)[:300]}"] += 1
    return done


def kill(seed: int, works: int) -> None:
    """Fork editors and kill each at a random moment, until they have done so many works."""
    chance, kills, done, seqs = random.Random(seed), 0, 0, [last_seq()]
    while done < works:
        connections.close_all()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            editor = Editor(seed * 1000 + kills)
            while True:
                try:
                    editor.work(KILLED)
                except (ValidationError, Page.DoesNotExist):
                    continue
                os.write(writing, b".")
        os.close(writing)
        time.sleep(chance.uniform(0.1, 3.0))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done += len(os.read(reading, 100_000))
        os.close(reading)
        kills += 1
        seqs.append(last_seq())
    assert seqs == sorted(seqs)
    sys.stdout.write(json.dumps({"kills": kills, "works": done, "seq": seqs[-1]}) + "\n")


def last_seq() -> int:
    return Counter.objects.filter(name=Counter.SEQ).values_list("value", flat=True).first() or 0


if __name__ == "__main__":
    {"work": work, "kill": kill}[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]))
