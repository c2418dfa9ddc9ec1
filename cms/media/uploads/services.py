"""The course of an upload: created, parts taken, completed, checked, and then an asset, a duplicate or refused.

Every step may be repeated: browsers send again what got lost, and processes are killed.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import PurePath
from typing import IO, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Sum
from django.template.defaultfilters import filesizeformat
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conf import newsroom
from cms.errors import InvalidInput, StorageUnavailable
from cms.ledger import tasks as ledger_tasks
from cms.media.document import AssetType
from cms.media.inspection import clean_name
from cms.media.models import Asset, Upload, unguessable_path
from cms.media.refusal import RefusedFile
from cms.media.uploads import assets, kinds
from cms.media.uploads.parts import parts
from cms.media.uploads.problems import PartsMissing, QuotaReached, TooLarge, UploadGone

PART_SIZE = 8 * 1024 * 1024
"""S3 wants 5 MiB at least, and 10,000 parts at most: enough for 78 GiB."""
CHECKED_AT_ONCE = 32 * 1024 * 1024
"""Files up to this size are checked in the request that completes them."""
CHECK_SILENCE = timedelta(minutes=10)
"""A check that has not ended by then is begun again."""
CHECKS_MAX = 5
TITLE_LENGTH = 40
LATER = timedelta(minutes=5)
"""When the tick tries again to remove what a storage did not let it remove."""

State = Upload.State
PENDING = (State.UPLOADING, State.CHECKING, State.DUPLICATE)

logger = logging.getLogger(__name__)


def create(
    *, user: Any, name: str, size: int, collection_id: int, modified: int = 0, fresh: bool = False
) -> Upload:
    """Begin an upload, or go on with the unfinished one of the same file, unless `fresh`.

    Raises `InvalidInput`, `TooLarge`, `QuotaReached`, `PermissionDenied` and `StorageUnavailable`.
    """
    filename = clean_name(name)
    kind = kinds.type_by_name(filename)
    _check_size(kind, size)
    collection = kinds.collections_for(user, kind).filter(pk=collection_id).first()
    if collection is None:
        raise PermissionDenied(_("You may not add files of this type to this collection."))
    if not fresh and (known := _resumable(user, filename, size, modified)) is not None:
        Upload.objects.filter(pk=known.pk).update(collection=collection, active_at=timezone.now())
        return known
    with transaction.atomic():
        get_user_model()._default_manager.select_for_update().get(pk=user.pk)  # two at once would both fit
        _check_quota(user, size)
        upload = Upload.objects.create(
            user=user,
            collection=collection,
            filename=filename,
            size=size,
            modified=modified,
            part_size=PART_SIZE,
            vault_name=_vault_name(kind, filename),
        )
    try:
        upload.multipart_id = parts().begin(upload)
    except StorageUnavailable:
        upload.delete()
        raise
    upload.save(update_fields=["multipart_id"])
    return upload


def addresses(upload: Upload, numbers: list[int]) -> dict[int, str]:
    """Where the browser is to send these parts; nothing when this site takes them itself."""
    for number in numbers:
        _check_part(upload, number)
    _touch(upload)
    return parts().addresses(upload, numbers)


def receive_part(upload: Upload, number: int, body: IO[bytes], length: int) -> None:
    """Take a part of `length` bytes. Raises `TooLarge`, `InvalidInput`, `UploadGone` and `StorageUnavailable`."""
    _check_part(upload, number)
    if length > upload.length_of(number):
        raise TooLarge(
            _("Part %(number)d has %(length)d bytes; it may have %(limit)d.")
            % {"number": number, "length": length, "limit": upload.length_of(number)}
        )
    parts().receive(upload, number, body)
    _touch(upload)


def complete(upload: Upload, *, keep_duplicate: bool = False) -> Upload:
    """All parts are sent: check the file, at once or in the background. Repeated, it answers with what became of it.

    `keep_duplicate`: the uploader wants the file although it is there already. Raises `PartsMissing`, `UploadGone` and
    `StorageUnavailable`.
    """
    if upload.state == State.UPLOADING:
        absent = sorted(set(range(1, upload.part_count + 1)) - parts().there(upload))
        if absent:
            message = _("%(count)d parts of the file are missing. Go on with the upload.") % {
                "count": len(absent)
            }
            raise PartsMissing(message, numbers=absent)
    at_once = upload.size <= CHECKED_AT_ONCE
    with transaction.atomic():
        row = Upload.objects.select_for_update().filter(pk=upload.pk).first()
        if row is None:
            raise UploadGone(_("This upload was cancelled."))
        if row.state != State.UPLOADING and not (row.state == State.DUPLICATE and keep_duplicate):
            return row
        row.keep_duplicate = row.keep_duplicate or keep_duplicate
        row.state, row.message, row.checks, row.active_at = State.CHECKING, "", 0, timezone.now()
        row.save()
        if not at_once:
            _enqueue(row, translation.get_language() or "")
    if at_once:
        check(row.uid)
    return Upload.objects.filter(pk=row.pk).first() or row


def check(uid: UUID, *, language: str = "") -> None:
    """Make an asset of a complete upload, or refuse it. Does nothing while somebody else does, or after.

    `language` is that of messages to users who have chosen none.
    """
    upload = Upload.objects.select_related("user", "collection").filter(pk=uid, state=State.CHECKING).first()
    if upload is None:
        return
    Upload.objects.filter(pk=uid).update(checks=F("checks") + 1, active_at=timezone.now())
    with translation.override(_language_of(upload.user, language)), parts().held(upload) as held:
        if held:
            _check_held(upload)


def abort(upload: Upload) -> None:
    """Cancel an upload and remove what came of it. One that has become an asset stays, and is only forgotten."""
    with transaction.atomic():
        row = Upload.objects.select_for_update().filter(pk=upload.pk).first()
        if row is None:
            return
        if row.state == State.CHECKING:
            raise InvalidInput(_("The file is being checked. Wait until that has ended."))
        if row.state != State.DONE:  # from here on nothing makes an asset of it
            row.state = State.REFUSED
            row.save(update_fields=["state"])
    _forget(row)


def clear_abandoned() -> int:
    """Remove uploads on which nothing has happened for long, and begin again checks that never ended.

    Returns how many were removed.
    """
    now = timezone.now()
    silent = Upload.objects.filter(state=State.CHECKING, active_at__lt=now - CHECK_SILENCE)
    for upload in silent:
        with transaction.atomic():
            again = silent.filter(pk=upload.pk).update(active_at=now)
            if again:
                _enqueue(upload)
    age = timedelta(hours=newsroom.UPLOAD_HOURS)
    old = Upload.objects.exclude(state=State.CHECKING).filter(active_at__lt=now - age)
    removed = 0
    for upload in old:
        try:
            abort(upload)
            removed += 1
        except StorageUnavailable:
            logger.warning("The upload %s could not be removed yet", upload.pk)
            Upload.objects.filter(pk=upload.pk).update(active_at=now - age + LATER)
    return removed


def _check_held(upload: Upload) -> None:
    keeper = parts()
    upload.refresh_from_db(fields=["state", "checks"])
    if upload.state != State.CHECKING:
        return
    try:
        if upload.checks > CHECKS_MAX:
            raise RefusedFile(_("The check of this file broke off again and again. It is not taken."))
        keeper.assemble(upload)
        with keeper.whole(upload) as path:
            asset = assets.asset_of(upload, path)
        found = assets.same_as(asset, upload.user)
        if found and not upload.keep_duplicate:
            _end(upload, State.DUPLICATE, duplicates=found)
            return
        upload.save(update_fields=["final_name"])  # before anything is moved there
        keeper.settle(upload)
        _finish(upload, asset, found)
    except RefusedFile as refusal:
        if _end(upload, State.REFUSED, message=refusal.message):
            _try_to(keeper.discard, upload)
    except StorageUnavailable as error:
        _end(upload, State.UPLOADING, message=error.message)
    except FileNotFoundError:
        if Upload.objects.filter(pk=upload.pk, state=State.CHECKING).exists():
            raise  # else somebody else has finished it meanwhile


def _finish(upload: Upload, asset: Asset, found: list[dict[str, Any]]) -> None:
    """Asset and row change together: a file in the vault has an owner, or a row that says whose it was to be."""
    with transaction.atomic():
        row = Upload.objects.select_for_update().filter(pk=upload.pk, state=State.CHECKING).first()
        if row is None:
            return
        asset.save()
        log(instance=asset, action="wagtail.create", user=upload.user, content_changed=True)
        label = asset._meta.label_lower
        _end(row, State.DONE, asset_label=label, asset_pk=asset.pk, duplicates=found)
    _try_to(parts().tidy, upload)


def _end(upload: Upload, state: Upload.State, **changes: Any) -> bool:
    """Leave CHECKING, unless somebody else has done so."""
    rows = Upload.objects.filter(pk=upload.pk, state=State.CHECKING)
    return bool(rows.update(state=state, active_at=timezone.now(), **changes))


def _forget(upload: Upload) -> None:
    """Remove an upload's row, and before it the files that are its own."""
    if upload.state == State.DONE:
        parts().tidy(upload)
    else:
        parts().discard(upload)
    upload.delete()


def _try_to(remove: Any, upload: Upload) -> None:
    """What cannot be removed now is removed with the row, a day later."""
    try:
        remove(upload)
    except StorageUnavailable:
        logger.warning("The parts of the upload %s could not be removed yet", upload.pk)


def _enqueue(upload: Upload, *language: str) -> None:
    from cms.media.uploads.tasks import check_upload

    ledger_tasks.enqueue_with_transaction(check_upload, str(upload.pk), *language)


def _resumable(user: Any, filename: str, size: int, modified: int) -> Upload | None:
    """The unfinished upload of the same file, as far as names, sizes and dates tell; lost ones are removed."""
    rows = Upload.objects.filter(user=user, filename=filename, size=size, modified=modified)
    for upload in rows.filter(state=State.UPLOADING).order_by("-active_at"):
        try:
            parts().there(upload)
        except UploadGone:
            abort(upload)
        else:
            return upload
    return None


def _vault_name(kind: AssetType, filename: str) -> str:
    """A name of at most 100 characters: the columns of assets take no more, and here nothing shortens it."""
    title = slugify(PurePath(filename).stem)[:TITLE_LENGTH]
    return unguessable_path(kinds.FOLDERS[kinds.MODELS[kind]], title, filename)


def _check_size(kind: AssetType, size: int) -> None:
    if size < 1:
        raise InvalidInput(_("The file is empty (0 bytes). Upload it again from the original."), field="size")
    limit = kinds.limit_of(kind)
    if size > limit:
        raise TooLarge(
            _("The file has %(size)s; files of this type may have %(limit)s.")
            % {"size": filesizeformat(size), "limit": filesizeformat(limit)},
            field="size",
        )


def _check_quota(user: Any, size: int) -> None:
    pending = Upload.objects.filter(user=user, state__in=PENDING).aggregate(all=Sum("size"))["all"] or 0
    if pending + size > newsroom.UPLOAD_PENDING:
        raise QuotaReached(
            _(
                "Your unfinished uploads have %(pending)s, and with this file they would have more than %(limit)s. "
                "Finish or cancel some of them first."
            )
            % {"pending": filesizeformat(pending), "limit": filesizeformat(newsroom.UPLOAD_PENDING)}
        )


def _check_part(upload: Upload, number: int) -> None:
    if upload.state != State.UPLOADING:
        raise UploadGone(_("This upload takes no more parts."))
    if not 1 <= number <= upload.part_count:
        raise InvalidInput(
            _("Part %(number)d is none of this file: it has the parts 1 to %(count)d.")
            % {"number": number, "count": upload.part_count}
        )


def _touch(upload: Upload) -> None:
    Upload.objects.filter(pk=upload.pk).update(active_at=timezone.now(), message="")


def _language_of(user: Any, asked: str) -> str:
    """What the user has chosen; else the language of the page that completed the upload; else this process's."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile.preferred_language if profile else "") or asked or translation.get_language() or "en"
