"""Every error the newsroom raises on purpose. They are mapped to the wire once, in `newsroom_api/errors.py`."""

from __future__ import annotations


class NewsroomError(Exception):
    """An error with words for the person who caused it.

    `code` is part of the public contract; `field` names the input at fault, where there is one.
    """

    code = "ERROR"

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class InvalidInput(NewsroomError):
    """The input is wrong; the message says which limit and what would have been right."""

    code = "INVALID_INPUT"


class InvalidCursor(InvalidInput):
    """A page cursor that this newsroom never gave, or gave for another list."""

    code = "INVALID_CURSOR"


class NotFound(NewsroomError):
    """Nothing public answers to this id, slug or path, and nothing ever did."""

    code = "NOT_FOUND"


class Withdrawn(NewsroomError):
    """The item was public and has been withdrawn; `reason` is the publisher's public reason."""

    code = "GONE"

    def __init__(self, message: str, *, reason: str, withdrawn_at: str, field: str = "") -> None:
        super().__init__(message, field=field)
        self.reason = reason
        self.withdrawn_at = withdrawn_at


class InvalidToken(NewsroomError):
    """A preview token that is malformed, expired, or for something else."""

    code = "INVALID_TOKEN"


class InvalidKey(NewsroomError):
    """A partner's key that is wrong, expired or revoked, or none where one is needed (`is_missing`)."""

    code = "UNAUTHORIZED"

    def __init__(self, message: str, *, is_missing: bool = False) -> None:
        super().__init__(message)
        self.is_missing = is_missing


class Forbidden(NewsroomError):
    """Something outside of what the reader may see or do; the message says what that is."""

    code = "FORBIDDEN"


class RateLimited(NewsroomError):
    """Too many requests in the window; `retry_after` is in seconds."""

    code = "RATE_LIMITED"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TooManyReactions(RateLimited):
    """A comment takes no more reactions from an address today."""


class Busy(NewsroomError):
    """All that there is of something limited is in use; `retry_after` is in seconds."""

    code = "UNAVAILABLE"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class OutboundRefused(InvalidInput):
    """An address that this newsroom never asks, as it is written; the message says what would have been right."""


class OutboundFailed(NewsroomError):
    """Another site cannot be reached or gives no usable answer. The words never tell which, nor why."""

    code = "UNAVAILABLE"


class StorageUnavailable(NewsroomError):
    """The storage of files does not do its work; the message says what an editor can do, `reason` why."""

    code = "STORAGE_UNAVAILABLE"

    def __init__(self, message: str, *, reason: str = "", field: str = "") -> None:
        super().__init__(message, field=field)
        self.reason = reason


class FileChanged(NewsroomError):
    """A stored file is not what was written down of it; a download that holds it breaks off."""

    code = "UNAVAILABLE"


class Conflict(NewsroomError):
    """Somebody else was faster: what is asked for does not fit what it has become in the meantime."""

    code = "CONFLICT"


class CommentsClosed(NewsroomError):
    """Nobody may comment there, or not now; the message says why."""

    code = "COMMENTS_CLOSED"


class IdempotencyKeyReused(NewsroomError):
    """The `Idempotency-Key` came with another request before."""

    code = "IDEMPOTENCY_KEY_REUSED"


class EditTimeOver(NewsroomError):
    """The time in which an author may edit a comment is over."""

    code = "EDIT_TIME_OVER"
