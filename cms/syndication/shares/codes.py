"""Codes of short links: the first 64 bits of an item's random id, in base 62. They are derived, and stored nowhere."""

from __future__ import annotations

import string
from uuid import UUID

DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
LENGTH = 11
"""62**11 is the first power above 2**64."""
BITS = 64


def code_of(uid: UUID) -> str:
    """The code of an item."""
    number, digits = uid.int >> (128 - BITS), []
    for _ in range(LENGTH):
        number, digit = divmod(number, 62)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits))


def ids_of(code: str) -> tuple[UUID, UUID]:
    """The first and the last id that the code can stand for. Raises `ValueError` for what is no code."""
    if len(code) != LENGTH:
        raise ValueError("A code has 11 characters.")
    number = 0
    for character in code:
        number = number * 62 + DIGITS.index(character)
    if number >> BITS:
        raise ValueError("No item has such a code.")
    first = number << (128 - BITS)
    return UUID(int=first), UUID(int=first | (1 << (128 - BITS)) - 1)
