"""What goes wrong with a storage, in words for editors; the details go to the log, without secrets."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from django.utils.translation import gettext as _

from cms.errors import StorageUnavailable

logger = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why a storage does not do its work."""

    UNREACHABLE = "UNREACHABLE"
    REFUSED = "REFUSED"
    MISSING = "MISSING"
    FULL = "FULL"
    FAILED = "FAILED"


OF_SYSTEM = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EFBIG: Reason.FULL,
    errno.EACCES: Reason.REFUSED,
    errno.EPERM: Reason.REFUSED,
    errno.EROFS: Reason.REFUSED,
}


def unavailable(reason: Reason, doing: str, detail: str) -> StorageUnavailable:
    """The error to raise. `detail` is logged: it holds no secret and no address with a signature."""
    logger.error("The storage failed while %s (%s): %s", doing, reason, detail)
    return StorageUnavailable(_words(reason), reason=reason)


def _words(reason: Reason) -> str:
    match reason:
        case Reason.UNREACHABLE:
            return _(
                "The storage of files cannot be reached just now, so nothing was changed. "
                "Try again in a minute; if that does not help, tell those who run this site."
            )
        case Reason.REFUSED:
            return _(
                "The storage of files refuses this site, so nothing was changed. Tell those who run this site: "
                "its credentials or permissions are wrong."
            )
        case Reason.MISSING:
            return _(
                "The place where files are stored does not exist, so nothing was changed. "
                "Tell those who run this site."
            )
        case Reason.FULL:
            return _("The storage of files is full, so nothing was changed. Tell those who run this site.")
        case Reason.FAILED:
            return _(
                "The storage of files has failed, so nothing was changed. "
                "Try again; if that does not help, tell those who run this site."
            )


@contextmanager
def of_disk(doing: str) -> Iterator[None]:
    """Raises `StorageUnavailable` in place of what the file system raises, but for files that are not there."""
    try:
        yield
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError as error:
        reason = OF_SYSTEM.get(error.errno or 0, Reason.FAILED)
        raise unavailable(reason, doing, f"{type(error).__name__}: {error.strerror}") from None
