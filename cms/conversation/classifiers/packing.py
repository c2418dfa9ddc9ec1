"""Weights and vectors as bytes for the database: little-endian numbers, compressed with zlib."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence

from cms.conversation.classifiers.features import BUCKETS, Vector

HEAD = struct.Struct("<I")


def pack_weights(weights: array[float]) -> bytes:
    """The weights of all buckets."""
    return zlib.compress(_to_bytes(weights))


def unpack_weights(packed: bytes | memoryview) -> array[float]:
    """The weights that `pack_weights` packed. ValueError: it was made with another number of buckets."""
    weights = _floats(zlib.decompress(packed))
    if len(weights) != BUCKETS:
        raise ValueError(f"The classifier has {len(weights)} weights instead of {BUCKETS}: train it again.")
    return weights


def pack_vectors(vectors: Sequence[Vector]) -> bytes:
    """Vectors: their number, the length of each, then all buckets, then all values."""
    lengths = array("I", (len(vector.buckets) for vector in vectors))
    buckets, values = array("I"), array("f")
    for vector in vectors:
        buckets.extend(vector.buckets)
        values.extend(vector.values)
    parts = [HEAD.pack(len(vectors)), _to_bytes(lengths), _to_bytes(buckets), _to_bytes(values)]
    return zlib.compress(b"".join(parts))


def unpack_vectors(packed: bytes | memoryview) -> list[Vector]:
    """The vectors that `pack_vectors` packed."""
    raw = zlib.decompress(packed)
    (count,) = HEAD.unpack_from(raw)
    start = HEAD.size + 4 * count
    lengths = _integers(raw[HEAD.size : start])
    middle = start + 4 * sum(lengths)
    buckets, values = _integers(raw[start:middle]), _floats(raw[middle:])
    vectors, at = [], 0
    for length in lengths:
        vectors.append(Vector(buckets[at : at + length], values[at : at + length]))
        at += length
    return vectors


def _to_bytes(numbers: array[int] | array[float]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _integers(raw: bytes) -> array[int]:
    numbers = array("I", raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _floats(raw: bytes) -> array[float]:
    numbers = array("f", raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
