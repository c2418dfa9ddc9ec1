"""SVG drawings: taken when nothing in them runs or loads anything, and published as a cleaned copy.

A drawing is a program to a browser. What is found in one refuses it, by name; nothing is repaired silently except what
no one sees: comments, metadata and the data of drawing programs are left out of the public copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.media import sandbox
from cms.media.refusal import RefusedFile

SIZE_MAX = 10_000_000
"""Bytes. A drawing is read whole; larger ones are maps or photographs in disguise."""

REASONS = {
    "entities": gettext_lazy(
        "This SVG declares entities, which can make it load files or grow without end. Save it without a document type."
    ),
    "malformed": gettext_lazy("This SVG cannot be read (%(found)s). Export it again."),
    "no_svg": gettext_lazy(
        "This is XML whose first element is <%(found)s>, no SVG drawing: those begin with <svg> in SVG's namespace."
    ),
    "depth": gettext_lazy("This SVG nests elements more than %(found)s deep. Flatten its groups."),
    "active": gettext_lazy("This SVG contains %(found)s. Drawings may not contain scripts or web pages."),
    "handler": gettext_lazy("This SVG contains a script in the attribute “%(found)s”. Remove its scripts."),
    "reference": gettext_lazy(
        "This SVG refers to something outside itself: %(found)s. Embed pictures in it, and remove links."
    ),
    "style": gettext_lazy(
        "The styles of this SVG load or run something: %(found)s. Embed what they need in the drawing."
    ),
    "animation": gettext_lazy(
        "This SVG changes the attribute “%(found)s” by animation, which can run scripts."
    ),
    "use": gettext_lazy(
        "This SVG repeats parts of itself without end or more than %(found)s times. Draw them once."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """An SVG that may be taken. Sizes in CSS pixels, null when the drawing names none; `title` as it stands in it."""

    width: int | None
    height: int | None
    title: str
    animated: bool
    """Whether parts of it move by themselves."""

    @property
    def frames(self) -> int:
        """Drawings are one picture, whatever moves in it."""
        return 1


def look_at_drawing(path: Path) -> Drawing:
    """What the drawing is. Raises RefusedFile, which names what was found."""
    _check_size(path)
    return Drawing(**_reading("look", path=path))


def public_drawing(source: Path, target: Path) -> None:
    """Writes the copy for the public to `target`. Raises RefusedFile as `look_at_drawing` does."""
    _check_size(source)
    _reading("clean", source=source, target=target)


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > SIZE_MAX:
        raise RefusedFile(
            _(
                "This SVG has %(size)d bytes; drawings may have %(limit)d. Simplify its paths, or upload it as PNG or PDF."
            )
            % {"size": size, "limit": SIZE_MAX}
        )


def _reading(function: str, **arguments: Any) -> dict[str, Any]:
    try:
        return sandbox.run("drawing", function, **arguments) or {}
    except sandbox.Finding as finding:
        raise RefusedFile(REASONS[finding.code] % {"found": finding.detail}) from finding
    except sandbox.ChildFailed as failure:
        raise RefusedFile(
            _(
                "This SVG is too complex: it could not be read with the time and memory that a drawing may take."
            )
        ) from failure
