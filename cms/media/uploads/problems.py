"""What can be wrong with an upload, besides the file itself (`RefusedFile`) and the storage (`StorageUnavailable`)."""

from __future__ import annotations

from cms.errors import InvalidInput, NotFound


class TooLarge(InvalidInput):
    """The file, or a part of it, has more bytes than it may have."""


class QuotaReached(InvalidInput):
    """The uploader has more unfinished uploads than fit."""


class PartsMissing(InvalidInput):
    """The file is not whole yet. `numbers` are the parts that must still come."""

    def __init__(self, message: str, *, numbers: list[int]) -> None:
        super().__init__(message)
        self.numbers = numbers


class UploadGone(NotFound):
    """The upload takes no more parts: it is finished, was cancelled, or lay idle for too long."""
