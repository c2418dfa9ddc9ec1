"""The public keys of sites that vouch for their users (JSON Web Key Sets, RFC 7517), fetched and kept.

They are fetched by the guarded client, kept for an hour by each process, and asked for anew when a token names a key
that is not among them: at most once a minute, whoever sends such tokens. While the site cannot be reached, the keys
that are there go on being used, for a day.
"""

from __future__ import annotations

import threading
from time import monotonic
from typing import Any

from jwt import PyJWK
from jwt.exceptions import PyJWTError

from cms.errors import OutboundFailed, OutboundRefused
from cms.outbound import fetch

KEPT = 3600.0
"""Seconds for which keys are used unasked."""
KEPT_WITHOUT_ANSWER = 86_400.0
"""Seconds for which they are used while their site does not answer."""
PAUSE = 60.0
"""Seconds between two requests for the keys of one site."""
SECONDS = 5.0
BYTES = 200_000
MOST_KEYS = 50

Keys = list[dict[str, Any]]


class KeySet:
    """The keys of one site. All threads of the process share it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._keys: Keys | None = None
        self._fetched = 0.0
        self._asked = 0.0
        self._lock = threading.Lock()

    def named(self, kid: str | None) -> Keys:
        """The keys that may have signed a token which names `kid`. Raises `OutboundFailed` when none can be had."""
        found = chosen(self._current(), kid)
        if not found and kid is not None:
            self._fetch()
            found = chosen(self._known(), kid)
        return found

    def _current(self) -> Keys:
        if self._keys is None or monotonic() - self._fetched > KEPT:
            self._fetch()
        return self._known()

    def _known(self) -> Keys:
        if self._keys is None or monotonic() - self._fetched > KEPT_WITHOUT_ANSWER:
            raise OutboundFailed("The keys of the log-in cannot be fetched now. Try again in a minute.")
        return self._keys

    def _fetch(self) -> None:
        """Ask the site, unless that was done a moment ago. While one thread asks, others use what is there."""
        if not self._lock.acquire(blocking=self._keys is None):
            return
        try:
            now = monotonic()
            if self._asked and now - self._asked < PAUSE:
                return
            self._asked = now
            answer = fetch(
                self.url, seconds=SECONDS, most_bytes=BYTES, headers={"Accept": "application/json"}
            )
            if answer.status == 200:
                self._keys, self._fetched = usable(answer.json()), now
        except (OutboundFailed, OutboundRefused):
            return  # `_known` says what follows from it; the client has logged why
        finally:
            self._lock.release()


def usable(document: Any) -> Keys:
    """The keys of a key set that can check signatures. Shared secrets (`oct`) have no place in one, and are left out."""
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise OutboundFailed("The key set of the log-in is malformed.")
    return [
        key
        for key in listed[:MOST_KEYS]
        if isinstance(key, dict) and key.get("kty") in ("RSA", "EC", "OKP") and key.get("use", "sig") == "sig"
    ]


def chosen(keys: Keys, kid: str | None) -> Keys:
    """The keys with an id; all of them where a token names none."""
    return keys if kid is None else [key for key in keys if key.get("kid") == kid]


def key_for(key: dict[str, Any], algorithm: str) -> PyJWK | None:
    """The key for checking signatures of an algorithm. None when it is of another kind, or declared for another."""
    if key.get("alg", algorithm) != algorithm:
        return None
    try:
        return PyJWK(key, algorithm)
    except (PyJWTError, ValueError, TypeError, KeyError):
        return None


_sets: dict[str, KeySet] = {}
_sets_lock = threading.Lock()


def key_set(url: str) -> KeySet:
    """The keys at an address: one set for the whole process."""
    with _sets_lock:
        return _sets.setdefault(url, KeySet(url))


def forget() -> None:
    """Forget all keys, so that they are fetched anew."""
    with _sets_lock:
        _sets.clear()
