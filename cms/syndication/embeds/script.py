"""The script of the embed: its versions, where each is served, and what proves that it is unchanged.

The source is `frontend_contract/embed/`, of which the wheel holds a copy. The version that is worked on is
`newsroom-embed.js`; the ones before it are in `released/`, and stay served for as long as pages name them.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse

from cms.conf import newsroom as conf
from cms.errors import NotFound

NAME = "newsroom-embed.js"
FOLDERS = (
    Path(__file__).parent / "source",  # in the wheel
    Path(__file__).parents[3] / "frontend_contract" / "embed",  # in the repository
)
_VERSION = re.compile(rb'^export const version = "(\d+\.\d+\.\d+)";$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Script:
    """One version of the script."""

    version: str
    content: bytes
    compressed: bytes
    """The same with gzip."""
    integrity: str
    """For the attribute `integrity` (Subresource Integrity, section 3.5)."""

    @property
    def url(self) -> str:
        """Its address, at which it never changes."""
        return f"{conf.BASE_URL}{reverse('newsroom_embed_script', args=[self.version])}"

    @property
    def tag(self) -> str:
        """The element that loads it, for the pages of others."""
        return (
            f'<script type="module" src="{self.url}" integrity="{self.integrity}" '
            'crossorigin="anonymous"></script>'
        )


def current_script() -> Script:
    """The newest version."""
    return next(reversed(scripts().values()))


def find_script(version: str) -> Script:
    """The version with this number. Raises `NotFound`, which says the ones that there are."""
    found = scripts().get(version)
    if found is None:
        raise NotFound(
            f"There is no version {version[:20]} of the embed. There are: {', '.join(scripts())}.",
            field="version",
        )
    return found


@cache
def scripts() -> dict[str, Script]:
    """The versions by their numbers, the newest last."""
    folder = next(folder for folder in FOLDERS if (folder / NAME).is_file())
    found = [_read(path) for path in [*folder.glob("released/*.js"), folder / NAME]]
    found.sort(key=lambda script: tuple(map(int, script.version.split("."))))
    return {script.version: script for script in found}


def _read(path: Path) -> Script:
    content = path.read_bytes()
    version = _VERSION.search(content)
    if version is None:
        raise ValueError(f"{path} does not say its version.")
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    return Script(
        version=version[1].decode(),
        content=content,
        compressed=gzip.compress(content, mtime=0),
        integrity=f"sha384-{digest}",
    )
