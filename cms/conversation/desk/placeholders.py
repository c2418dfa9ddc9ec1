"""Placeholders in the texts of answers, such as {name}: which there are, and filling them in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

NAMES = ("name", "title_of_item", "person", "newsroom", "due")
"""What an editor may write between braces in a template."""

_BRACES = re.compile(r"\{([^{}\n]*)\}")


def problem_with(text: str) -> object | None:
    """What is wrong with the placeholders of a text, in words for its editor; None when all are known."""
    unknown = [name for name in _BRACES.findall(text) if name not in NAMES]
    if unknown:
        return _("{%(unknown)s} is no placeholder. There are: %(known)s") % {
            "unknown": unknown[0],
            "known": ", ".join(f"{{{name}}}" for name in NAMES),
        }
    rest = _BRACES.sub("", text)
    if "{" in rest or "}" in rest:
        return _("A brace is open or closed without its other half.")
    return None


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every placeholder replaced by its value, in one pass: a value's own braces stay as they are."""
    return _BRACES.sub(lambda found: values.get(found[1], found[0]), text)


def left_in(text: str) -> list[str]:
    """The known placeholders that a text still holds, in order: such a text is not ready to be sent."""
    return [name for name in _BRACES.findall(text) if name in NAMES]
