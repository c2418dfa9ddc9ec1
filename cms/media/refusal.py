"""The one error of an upload that is not taken."""

from __future__ import annotations

from cms.errors import InvalidInput


class RefusedFile(InvalidInput):
    """The file is not taken; the message says what it is or holds, and what would have been right."""

    def __init__(self, message: str, *, field: str = "file") -> None:
        super().__init__(message, field=field)
