"""Texts for comments of which none is like another."""

from __future__ import annotations

import random

WORDS = [
    "anchor",
    "birch",
    "copper",
    "delta",
    "ember",
    "fjord",
    "gravel",
    "harbour",
    "island",
    "juniper",
    "kettle",
    "lantern",
    "meadow",
    "needle",
    "orchard",
    "pebble",
    "quarry",
    "rudder",
    "saddle",
    "timber",
    "umbrella",
    "valley",
    "willow",
    "yonder",
    "zephyr",
    "basket",
    "candle",
    "drizzle",
    "engine",
    "feather",
]


def sentence(number: int) -> str:
    """A text that is not like the others."""
    return " ".join(random.Random(number).sample(WORDS, 8))
