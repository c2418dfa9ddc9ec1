"""A program for tests: an editor at work with images and what shows them, killed at random moments.

    python -m tests.cms.media.librarian SEED WORKS    until so many works are done

The last line printed tells, as JSON, what happened.
"""

from __future__ import annotations

import io
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

from django.core.files.images import ImageFile  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from PIL import Image as Picture  # noqa: E402

from cms.ledger.worker import Worker  # noqa: E402
from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow  # noqa: E402
from cms.media import shelf, tasks  # noqa: E402
from cms.media.models import NewsroomImage  # noqa: E402
from cms.newsroom.models import NewsroomPage  # noqa: E402
from cms.releases.models import ReleasePage  # noqa: E402

IMAGES = 4


class Librarian:
    """Publishes, replaces, withdraws and lets expire, at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def work(self) -> None:
        works: list[Callable[[], None]] = [
            *[self.publish] * 4,
            *[self.withdraw] * 3,
            *[self.replace] * 2,
            self.expire,
            self.renew,
            self.describe,
            shelf.sweep,  # type: ignore[list-item]
            self.catch_up,
        ]
        self.random.choice(works)()

    def page(self) -> ReleasePage | MediaAssetPage | PressKitPage:
        model = self.random.choice([ReleasePage, MediaAssetPage, PressKitPage])
        return self.random.choice(list(model.objects.all()))

    def image(self) -> NewsroomImage:
        return self.random.choice(list(NewsroomImage.objects.all()))

    def publish(self) -> None:
        page = self.page()
        if isinstance(page, ReleasePage):
            page.hero = self.image()
        elif isinstance(page, MediaAssetPage):
            page.image = self.image()
        else:
            page.rows = [PressKitRow(image=self.image()), PressKitRow(image=self.image())]
        page.save_revision().publish()

    def withdraw(self) -> None:
        self.page().unpublish()

    def replace(self) -> None:
        image = self.image()
        image.file = picture(self.random.randrange(1 << 24))
        image.save()

    def expire(self) -> None:
        image = self.image()
        image.expires_at = timezone.now() - timedelta(seconds=1)
        image.save()
        tasks.end_expired()

    def renew(self) -> None:
        for image in NewsroomImage.objects.exclude(expires_at=None):
            image.expires_at = None
            image.save()

    def describe(self) -> None:
        image = self.image()
        image.credit = f"Photo {self.random.random()}"
        image.save()

    def catch_up(self) -> None:
        Worker().run_tasks(until_empty=True)


def picture(colour: int) -> ImageFile:
    buffer = io.BytesIO()
    Picture.new("RGB", (48, 36), f"#{colour:06x}").save(buffer, "JPEG")
    buffer.seek(0)
    return ImageFile(buffer, name="picture.jpg")


def prepare() -> None:
    """Something to work with."""
    newsroom = NewsroomPage.objects.get()
    for number in range(IMAGES):
        NewsroomImage.objects.create(title=f"Image {number}", alt="A colour", file=picture(number * 1000))
    for number in range(3):
        newsroom.add_child(instance=ReleasePage(title=f"Release {number}", live=False))
        newsroom.add_child(instance=MediaAssetPage(title=f"Asset {number}", live=False))
    newsroom.add_child(instance=PressKitPage(title="Kit", live=False))


def in_child(work: Callable[[], None]) -> None:
    """Pictures are made in children alone: a process that has made some must not be forked."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def main(seed: int, works: int) -> None:
    in_child(prepare)
    chance, kills, done = random.Random(seed), 0, 0
    while done < works:
        connections.close_all()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            librarian = Librarian(seed * 1000 + kills)
            while True:
                librarian.work()
                os.write(writing, b".")
        os.close(writing)
        time.sleep(chance.uniform(0.2, 2.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done += len(os.read(reading, 100_000))
        os.close(reading)
        kills += 1
    sys.stdout.write(json.dumps({"kills": kills, "works": done}) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
