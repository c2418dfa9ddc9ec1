"""Webhooks, measured: `python -m benchmarks.deliveries [--deliveries N] [--endpoints N] [--database sqlite|postgresql]`.

One worker process, as the host site runs it, sends to receivers in a process of their own, on the same machine. Each
message is a whole release, signed; the rate is that of the attempts that the worker wrote down.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks import databases
from benchmarks.server import ROOT

SETTINGS = "benchmarks.delivery_settings"
PORT = 8977
MOST_SECONDS = 900


def main() -> None:
    """Measure what the arguments say, and print a row of a table."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.deliveries", description=__doc__)
    options.add_argument("--deliveries", type=int, default=10_000)
    options.add_argument("--endpoints", type=int, default=50)
    options.add_argument("--database", choices=["postgresql", "sqlite"], default="postgresql")
    options.add_argument(
        "--restart", type=int, metavar="SECONDS", help="crash PostgreSQL so long after the first delivery"
    )
    options.add_argument("part", nargs="?", choices=["receive", "prepare", "wait"], help="used by itself")
    given = options.parse_args()
    if given.part == "receive":
        receive()
    elif given.part == "prepare":
        prepare(given.deliveries, given.endpoints)
    elif given.part == "wait":
        wait(given.deliveries, given.restart)
    else:
        print(measure(given.database, given.deliveries, given.endpoints, given.restart), flush=True)


def measure(kind: str, deliveries: int, endpoints: int, restart: int | None = None) -> str:
    """A row: database, endpoints, deliveries, seconds, deliveries a second, requests that came, different messages."""
    files = Path("/tmp") / f"newsroom-bench-deliveries-{os.getpid()}"  # nosec B108
    environment = os.environ | {
        "DATABASE_URL": databases.address(kind, f"deliveries{os.getpid()}"),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATA_DIR": str(files),
    }
    files.mkdir()
    numbers = ["--deliveries", str(deliveries), "--endpoints", str(endpoints)]
    numbers += ["--restart", str(restart)] if restart else []
    run = [sys.executable, "-m", "benchmarks.deliveries"]
    receiver = subprocess.Popen([*run, "receive"], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    try:
        subprocess.run([*run, *numbers, "prepare"], env=environment, cwd=ROOT, check=True)
        worker = subprocess.Popen([sys.executable, "manage.py", "newsroom_worker"], env=environment, cwd=ROOT)
        try:
            told = subprocess.run(
                [*run, *numbers, "wait"],
                env=environment,
                cwd=ROOT,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        finally:
            worker.terminate()
            worker.wait()
    finally:
        receiver.terminate()
        counted = json.loads(receiver.communicate()[0].splitlines()[-1])
        shutil.rmtree(files)
    seconds = json.loads(told.stdout.splitlines()[-1])
    cells = [kind, endpoints, deliveries, f"{seconds:.1f}", f"{deliveries / seconds:.0f}", *counted]
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def receive() -> None:
    """Answer 204 until told to stop, then print how many requests came, and how many different messages."""
    import signal

    ids: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            ids.append(f"{self.path} {self.headers['webhook-id']}")
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            """Nothing is printed."""

    def stop(*args: Any) -> None:
        print(json.dumps([len(ids), len(set(ids))]), flush=True)
        raise SystemExit

    signal.signal(signal.SIGTERM, stop)
    ThreadingHTTPServer.request_queue_size = 100
    ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()


def prepare(deliveries: int, endpoints: int) -> None:
    """Endpoints, and as many releases as make so many deliveries."""
    import django

    django.setup()
    from django.core.management import call_command
    from wagtail.models import Locale, Page

    from cms.newsroom.models import NewsroomPage
    from cms.releases.models import ReleasePage
    from cms.syndication.models import Delivery, Endpoint
    from cms.syndication.services.endpoints import add_secret

    call_command("migrate", verbosity=0)
    locale = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.filter(depth=1)[0]
    newsroom = root.add_child(
        instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=locale)
    )
    for number in range(endpoints):
        url = f"http://127.0.0.1:{PORT}/{number}"
        endpoint = Endpoint.objects.create(
            name=f"{number}", url=url, owner_email="o@example.org", events=["release.issued"]
        )
        add_secret(endpoint=endpoint)
    text = "Wind turbines turn wind into power. " * 60
    for number in range(deliveries // endpoints):
        page = ReleasePage(title=f"Release {number}", live=True, body=[("paragraph", f"<p>{text}</p>")])
        newsroom.add_child(instance=page)
    if Delivery.objects.count() != deliveries:
        raise SystemExit(f"{Delivery.objects.count()} deliveries are there, not {deliveries}.")


def wait(deliveries: int, restart: int | None = None) -> None:
    """Wait until all is delivered; print the seconds from the first attempt to the last.

    What was sent and not written down when PostgreSQL crashed, is sent again: then there may be fewer attempts than requests.
    """
    import django

    django.setup()
    from django.db import connections
    from django.db.models import Max, Min

    from cms.syndication.models import Attempt, Delivery

    end = time.monotonic() + MOST_SECONDS
    if restart:
        while not Attempt.objects.exists():
            time.sleep(0.1)
        time.sleep(restart)
        print(f"{Attempt.objects.count()} sent when PostgreSQL crashes", flush=True)
        databases.restart()
        connections.close_all()
    while Delivery.objects.exclude(state="DELIVERED").exists():
        if time.monotonic() > end:
            raise SystemExit(f"Not delivered in {MOST_SECONDS} s.")
        time.sleep(1)
    times = Attempt.objects.aggregate(first=Min("at"), last=Max("at"))
    if not restart and Attempt.objects.count() != deliveries:
        raise SystemExit(f"{Attempt.objects.count()} attempts for {deliveries} deliveries.")
    print(json.dumps((times["last"] - times["first"]).total_seconds()))


if __name__ == "__main__":
    main()
