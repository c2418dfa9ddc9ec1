from __future__ import annotations

import zlib
from array import array

import pytest

from cms.conversation.classifiers.features import BUCKETS, vector
from cms.conversation.classifiers.packing import pack_vectors, pack_weights, unpack_vectors, unpack_weights


def test_weights_come_back_as_they_were() -> None:
    weights = array("f", bytes(4 * BUCKETS))
    weights[0], weights[77], weights[-1] = 1.5, -0.25, 3.0
    packed = pack_weights(weights)
    assert unpack_weights(memoryview(packed)) == weights
    assert len(packed) < 2000


def test_weights_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match=f"2 weights instead of {BUCKETS}: train it again"):
        unpack_weights(zlib.compress(array("f", [1, 2]).tobytes()))


@pytest.mark.parametrize("texts", [[], ["one"], ["one text", "", "another, longer text"]])
def test_vectors_come_back_as_they_were(texts: list[str]) -> None:
    vectors = [vector(text) for text in texts]
    assert unpack_vectors(pack_vectors(vectors)) == vectors
