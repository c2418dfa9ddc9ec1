"""Keeps `frontend_contract/embed/versions.json` true: which version of the embed has which integrity.

    python scripts/embed.py                  after a change of a version that nobody has used yet
    python scripts/embed.py 1.1.0            the version that there is was used: keep it for ever, and begin the next

What does not live here: serving them (`cms/syndication/embeds/script.py`).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "frontend_contract" / "embed"
SOURCE = FOLDER / "newsroom-embed.js"
VERSIONS = FOLDER / "versions.json"
LINE = re.compile(r'^export const version = "(\d+\.\d+\.\d+)";$', re.MULTILINE)


def main(following: str | None) -> int:
    text = SOURCE.read_text(encoding="utf-8")
    (current,) = LINE.findall(text)
    written = json.loads(VERSIONS.read_text()) if VERSIONS.exists() else {}
    if following:
        if not re.fullmatch(r"\d+\.\d+\.\d+", following) or following in written:
            print(f"{following} is no new version, such as 1.1.0.", file=sys.stderr)
            return 1
        if integrity(SOURCE) != written.get(current):
            print(f"{current} has been changed since it was written down. Undo that first.", file=sys.stderr)
            return 1
        kept = FOLDER / "released" / f"{current}.js"
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(SOURCE.read_bytes())
        current = following
        SOURCE.write_text(LINE.sub(f'export const version = "{current}";', text), encoding="utf-8")
    written[current] = integrity(SOURCE)
    VERSIONS.write_text(json.dumps(written, indent=2) + "\n")
    print(f"{current}: {written[current]}")
    return 0


def integrity(path: Path) -> str:
    """What the attribute `integrity` says of a file."""
    return f"sha384-{base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [None]))
