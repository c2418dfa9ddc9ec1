"""A newsroom's colours, made readable: the small stylesheet that the built-in pages add to their own.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import colorsys

PAPER, NIGHT = "#f3f5f6", "#1e2327"
"""The backgrounds of `pages.css`, light and dark, on which links are hardest to read: those of its boxes."""

WHITE, INK = "#ffffff", "#111111"
TEXT_CONTRAST = 4.5
"""The least contrast of text, WCAG 1.4.3 level AA."""

STEPS = 50


def stylesheet(primary: str, accent: str) -> str:
    """CSS that sets the custom properties of `pages.css` from two colours, each `#rrggbb`."""
    on_primary = max((WHITE, INK), key=lambda text: contrast(text, primary))
    light, dark = readable(accent, on=PAPER), readable(accent, on=NIGHT)
    return (
        f":root{{--brand:{primary};--on-brand:{on_primary};--link:{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{--link:{dark}}}}}\n"
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, *, on: str) -> str:
    """The colour, or the nearest shade of it, that can be read as text on the background `on`."""
    hue, start, saturation = colorsys.rgb_to_hls(*_parts(colour))
    goal = 0.0 if _luminance(on) > 0.5 else 1.0
    for step in range(STEPS + 1):
        shade = _hex(colorsys.hls_to_rgb(hue, start + (goal - start) * step / STEPS, saturation))
        if contrast(shade, on) >= TEXT_CONTRAST:
            break
    return shade


def _luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
