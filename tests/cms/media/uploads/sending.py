"""A browser that sends files in parts, as the tests of uploads play it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from PIL import Image
from wagtail.models import Collection

ADDRESS = "/vault/uploads/"
PART = 1000
TEXT = b"".join(b"Line %04d of the report.\n" % number for number in range(1, 105))
"""2,600 bytes: three parts."""


def editor_named(name: str) -> User:
    user = User.objects.create_user(name, password=name)
    user.groups.add(Group.objects.get(name="PR"))
    return user


def root() -> Collection:
    return Collection.objects.get(depth=1)


def png(colour: str = "teal", size: tuple[int, int] = (60, 40)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def begin(client: Client, content: bytes = TEXT, name: str = "report.txt", **more: Any) -> Any:
    asked = {"name": name, "size": len(content), "collection": root().pk, **more}
    return client.post(ADDRESS, json.dumps(asked), content_type="application/json")


def put(client: Client, uid: str, number: int, content: bytes, **headers: Any) -> Any:
    return client.put(
        f"{ADDRESS}{uid}/parts/{number}/", content, content_type="application/octet-stream", **headers
    )


def pieces(content: bytes, size: int = PART) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


def complete(client: Client, uid: str, **asked: Any) -> Any:
    return client.post(f"{ADDRESS}{uid}/complete/", json.dumps(asked), content_type="application/json")


def upload(client: Client, content: bytes = TEXT, name: str = "report.txt", **more: Any) -> Any:
    """The whole way; gives what `complete` answers."""
    begun = begin(client, content, name, **more).json()
    for number, piece in enumerate(pieces(content, begun["part_size"]), 1):
        answer = put(client, begun["id"], number, piece)
        assert answer.status_code == 204, f"part {number}: {answer.content!r}"
    return complete(client, begun["id"]).json()


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def in_vault(places: Path) -> list[str]:
    return files(places / "vault")
