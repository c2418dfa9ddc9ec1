"""A program for tests: visitors who comment, in processes of their own, on the database that the environment names.

    python -m tests.cms.conversation.commenters kill SEED KILLS     two at a time comment until each is killed
    python -m tests.cms.conversation.commenters work VISITORS WORKS so many comment at once, each so many times

Every work that was acknowledged is told in the last line printed, as JSON: `[what, comment, number, text]`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.cms.conversation.process_settings")

import django

django.setup()

from django.db import connections  # noqa: E402

from cms.conversation.models import Comment, Thread  # noqa: E402
from cms.conversation.services.authors import withdraw_comment  # noqa: E402
from cms.conversation.services.changes import conversation_changed  # noqa: E402
from cms.conversation.services.editing import edit_comment  # noqa: E402
from cms.conversation.services.incoming import NewComment, Visitor  # noqa: E402
from cms.conversation.services.posting import post_comment  # noqa: E402
from cms.errors import InvalidInput  # noqa: E402

KINDS = ("QUESTION", "PRAISE", "CRITICISM", "OTHER")
WORKS = {"post": 6, "edit": 2, "withdraw": 1}


class Commenter:
    """Posts, answers others, edits and withdraws its own comments, at random. Each comment is edited once at most."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.visitor = Visitor(id=f"{seed:032x}")
        self.seed = seed
        self.count = 0
        self.number: int | None = None
        self.own: list[tuple[Any, str]] = []
        self.edited: set[Any] = set()
        self.threads = list(Thread.objects.order_by("pk").values_list("pk", flat=True))
        conversation_changed.connect(self.hear, weak=False)

    def hear(self, number: int, **kwargs: Any) -> None:
        self.number = number

    def work(self) -> tuple[str, str, int | None, str] | None:
        """Do something; what was acknowledged. None when somebody else was faster, or there was nothing to do."""
        self.count += 1
        self.number = None
        (what,) = self.chance.choices(list(WORKS), WORKS.values())
        try:
            done = getattr(self, what)()
        except InvalidInput:  # what it answered was withdrawn in the meantime
            return None
        return None if done is None else (what, str(done[0]), self.number, done[1])

    def post(self) -> tuple[Any, str]:
        thread = self.chance.choice(self.threads)
        text = f"Comment {self.seed} {self.count} {self.chance.random()}"
        parents = Comment.objects.filter(thread=thread, status="PUBLISHED").order_by("pk")
        uids = list(parents.values_list("pk", flat=True)[:200])
        new = NewComment(
            body=text,
            author_name=f"Reader {self.seed}",
            email=f"reader{self.seed}@example.com",
            thread=thread,
            parent=self.chance.choice(uids) if uids and self.chance.random() < 0.6 else None,
            kind=self.chance.choice(KINDS),
        )
        posted = post_comment(new, self.visitor, key=f"{self.seed}-{self.count}")
        self.own.append((posted.comment.pk, posted.edit_token))
        return posted.comment.pk, text

    def edit(self) -> tuple[Any, str] | None:
        left = [one for one in self.own if one[0] not in self.edited]
        if not left:
            return None
        uid, token = self.chance.choice(left)
        self.edited.add(uid)
        text = f"Edited {self.seed} {self.count} {self.chance.random()}"
        edit_comment(uid, token, text)
        return uid, text

    def withdraw(self) -> tuple[Any, str] | None:
        if not self.own:
            return None
        uid, token = self.own.pop(self.chance.randrange(len(self.own)))
        withdraw_comment(uid, token)
        return uid, ""


def fork(seed: int, works: int | None) -> tuple[int, int]:
    """A visitor in a process of its own: its id, and where to read what it was acknowledged, a line each."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    commenter = Commenter(seed)
    done = 0
    while works is None or done < works:
        if (acknowledged := commenter.work()) is not None:
            os.write(writing, json.dumps(acknowledged).encode() + b"\n")
            done += 1
    os._exit(0)


def lines(reading: int) -> list[Any]:
    with os.fdopen(reading) as pipe:
        return [json.loads(line) for line in pipe if line.endswith("\n")]


def kill(seed: int, kills: int) -> None:
    """Kill two at a time, each at a random moment."""
    chance, acknowledged = random.Random(seed), []
    for number in range(0, kills, 2):
        pair = [fork(1000 * seed + number + one, None) for one in range(2)]
        for child, _ in pair:
            time.sleep(chance.uniform(0.05, 0.9))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for _, reading in pair:
            acknowledged += lines(reading)
    sys.stdout.write(json.dumps(acknowledged) + "\n")


def work(visitors: int, works: int) -> None:
    """Let so many comment at once."""
    children = [fork(number + 1, works) for number in range(visitors)]
    acknowledged = [line for _, reading in children for line in lines(reading)]
    for child, _ in children:
        os.waitpid(child, 0)
    sys.stdout.write(json.dumps(acknowledged) + "\n")


if __name__ == "__main__":
    {"work": work, "kill": kill}[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]))
