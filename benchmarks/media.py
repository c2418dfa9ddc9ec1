"""Media measured: publishing a release with ten photographs, and downloading a press kit of a gigabyte.

`python -m benchmarks.media FOLDER` runs in a process of its own and prints the figures as JSON; `measure` calls it.
"""

from __future__ import annotations

import http.client
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks import uploads
from benchmarks.server import ROOT, running

IMAGES = 10
PIXELS = (4000, 3000)
ARCHIVES = 10
ARCHIVE_BYTES = 100 * 1024 * 1024
MEBIBYTE = 1024 * 1024


def measure() -> list[list[str]]:
    """Rows of (what, figure), on SQLite and local folders below a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        database = f"sqlite:///{folder}/newsroom.sqlite3"
        environment = os.environ | {
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "BENCH_FILES": folder,
        }
        made = subprocess.run(
            [sys.executable, "-m", "benchmarks.media"],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )
        figures = json.loads(made.stdout.splitlines()[-1])
        os.environ["BENCH_FILES"] = folder
        with running(database) as address:
            figures |= download(f"{address}/api/v1/press-kits/{figures.pop('kit')}.zip")
        growth = uploads.measure(database, {"DATA_DIR": folder})
        figures |= {
            "upload of 1 GB through the browser's way": f"{growth.upload_seconds:.1f} s, "
            f"memory of the web process + {growth.web / MEBIBYTE:.0f} MiB",
            "checking it afterwards in the worker": f"{growth.check_seconds:.1f} s, "
            f"memory + {growth.check / MEBIBYTE:.0f} MiB",
        }
    return [[what, str(figure)] for what, figure in figures.items()]


def download(address: str) -> dict[str, str]:
    """Time to the first byte, speed and memory of a whole kit, and of its last mebibyte alone."""
    worker = _worker_pid(urlsplit(address).port or 80)
    before = _memory(worker)
    started = time.perf_counter()
    response, connection = _get(address)
    response.read(1)
    first = time.perf_counter() - started
    size = 1
    while chunk := response.read(MEBIBYTE):
        size += len(chunk)
    took = time.perf_counter() - started
    connection.close()
    started = time.perf_counter()
    part, connection = _get(address, Range=f"bytes={size - MEBIBYTE}-")
    rest = len(part.read())
    resumed = time.perf_counter() - started
    connection.close()
    assert rest == MEBIBYTE
    return {
        f"kit of {size / MEBIBYTE:.0f} MiB: first byte": f"{first * 1000:.0f} ms",
        "kit: whole": f"{took:.1f} s, {size / MEBIBYTE / took:.0f} MiB/s",
        "kit: resumed at its last MiB": f"{resumed * 1000:.0f} ms",
        "kit: memory of the web process": f"{before / MEBIBYTE:.0f} MiB before, "
        f"{(_memory(worker) - before) / MEBIBYTE:.0f} MiB more at most",
    }


def main() -> None:
    """Fill the database, measure what is published, and print the figures."""
    import django

    django.setup()
    from django.core.management import call_command
    from wagtail.models import Locale, Page

    from cms.newsroom.models import NewsroomPage

    call_command("migrate", verbosity=0)
    locale = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    newsroom = root.add_child(instance=NewsroomPage(title="Bench", slug="bench", live=True, locale=locale))
    print(json.dumps({**_publishing(newsroom), **_kit(newsroom)}))


def _publishing(newsroom: Any) -> dict[str, str]:
    from cms.media import derivatives
    from cms.releases.models import ReleaseAsset, ReleasePage

    photographs = [_photograph(number) for number in range(2 * IMAGES)]
    images: list[Any] = []
    took = _timed(lambda: images.extend(_upload(photograph) for photograph in photographs))
    made = _timed(lambda: [derivatives.ensure(image) for image in images[:IMAGES]])

    def release(title: str, shown: list[Any]) -> Callable[[], None]:
        page = ReleasePage(title=title, live=False, hero=shown[0])
        page.assets = [ReleaseAsset(image=image) for image in shown]
        newsroom.add_child(instance=page)
        revision = page.save_revision()
        return lambda: revision.publish()

    warm = _timed(release("Ready", images[:IMAGES]))
    cold = _timed(release("Not ready", images[IMAGES:]))
    return {
        f"upload of a photograph of 12 megapixels ({len(photographs[0]) / MEBIBYTE:.1f} MiB)": f"{took / len(images):.2f} s",
        "its 15 public copies (in the background)": f"{made / IMAGES:.2f} s",
        f"publishing a release with {IMAGES} photographs, copies made": f"{warm:.2f} s",
        f"publishing a release with {IMAGES} photographs, copies not yet made": f"{cold:.1f} s",
        "memory of that process at most": f"{_memory(os.getpid()) / MEBIBYTE:.0f} MiB",
    }


def _kit(newsroom: Any) -> dict[str, str]:
    from django.core.files import File

    from cms.ledger.models import Item
    from cms.library.models import PressKitPage, PressKitRow
    from cms.media.models import NewsroomFile

    rows = []
    for number in range(ARCHIVES):
        with tempfile.NamedTemporaryFile(suffix=".zip") as file:
            with zipfile.ZipFile(file, "w") as archive, archive.open("data.bin", "w") as member:
                for _ in range(ARCHIVE_BYTES // MEBIBYTE):
                    member.write(os.urandom(MEBIBYTE))
            file.seek(0)
            rows.append(
                PressKitRow(
                    file=NewsroomFile.objects.create(title=f"Archive {number}", file=File(file, "data.zip"))
                )
            )
    page = PressKitPage(title="Kit", live=False)
    page.rows = rows
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    return {"kit": str(Item.objects.get(source_type="page", source_id=page.pk).pk)}


def _upload(photograph: bytes) -> Any:
    from django.core.files.images import ImageFile

    from cms.media.models import NewsroomImage

    file = ImageFile(io.BytesIO(photograph), name="photograph.jpg")
    return NewsroomImage.objects.create(title="Photograph", alt="A photograph", file=file)


def _photograph(seed: int) -> bytes:
    """A JPEG of 12 megapixels with as much detail as a real one."""
    from PIL import Image, ImageChops, ImageFilter

    dice = random.Random(seed)
    sky = Image.linear_gradient("L").rotate(dice.randrange(4) * 90).resize(PIXELS)
    grain = Image.effect_noise(PIXELS, 40).filter(ImageFilter.GaussianBlur(1.2))
    bands = [ImageChops.add(sky, grain, scale=1.6, offset=dice.randrange(-40, 40)) for _ in range(3)]
    buffer = io.BytesIO()
    Image.merge("RGB", bands).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _get(address: str, **headers: str) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", parts.path, headers=headers)
    response = connection.getresponse()
    if response.status not in (200, 206):
        raise SystemExit(f"{address} answered {response.status}: {response.read(500)!r}")
    return response, connection


def _worker_pid(port: int) -> int:
    """The process of the gunicorn on `port` that answers: the child of the one that listens."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text()
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if f"127.0.0.1:{port}" in command and f"127.0.0.1:{port}" in _command(parent):
            return int(folder.name)
    raise SystemExit("The web process was not found.")


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _memory(pid: int) -> int:
    """The most memory that a process has had, in bytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise SystemExit("The system does not tell how much memory a process has.")


if __name__ == "__main__":
    main()
