"""Background work of media: making public copies, sweeping the shelf, and what time alone changes."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_tasks import task

from cms.errors import StorageUnavailable
from cms.ledger import tasks as ledger_tasks
from cms.ledger.matching import UidText
from cms.ledger.models import Facet
from cms.media import derivatives
from cms.media.document import FILE_FACET
from cms.media.models import Asset, Derivative, ShelfFile
from cms.media.refusal import RefusedFile

AGAIN = timedelta(minutes=1)
"""When to try again after a storage could not be reached."""

logger = logging.getLogger(__name__)


@task()
def make_public_copies(label: str, pk: int) -> None:
    """Make the public copies of an asset that are missing, and forget those of its former states."""
    asset = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if asset is None or not asset.file:
        return
    try:
        derivatives.ensure(asset)
        derivatives.forget_outdated(asset)
        type(asset)._default_manager.filter(pk=pk).exclude(problem="").update(problem="")
    except RefusedFile as refusal:
        type(asset)._default_manager.filter(pk=pk).update(problem=refusal.message)
    except StorageUnavailable:
        logger.exception("The public copies of %s %s could not be made yet", label, pk)
        if ledger_tasks.is_queued(make_public_copies):
            make_public_copies.using(run_after=timezone.now() + AGAIN).enqueue(label, pk)


def end_expired() -> int:
    """Refresh the items that show an asset to which the rights have ended; returns how many there were."""
    shown = Exists(Facet.objects.filter(name=FILE_FACET, value=UidText(OuterRef("uid"))))
    uids = [
        str(uid)
        for model in asset_models()
        for uid in model._default_manager.filter(shown, expires_at__lte=timezone.now()).values_list(
            "uid", flat=True
        )
    ]
    items = list(
        Facet.objects.filter(name=FILE_FACET, value__in=uids).values_list("item", flat=True).distinct()
    )
    ledger_tasks.refresh(items)
    return len(items)


def forget_abandoned() -> int:
    """Delete the copies of assets that have been deleted, once they are off the shelf; returns how many."""
    copies = Derivative.objects.filter(made_at__lt=timezone.now() - derivatives.KEEP_OLD)
    for model in asset_models():
        copies = copies.exclude(asset_uid__in=model._default_manager.values("uid"))
    return derivatives.forget(copies.exclude(Exists(ShelfFile.objects.filter(pk=OuterRef("shelf_name")))))


def asset_models() -> list[type[Asset]]:
    """Every installed kind of asset."""
    return [model for model in apps.get_models() if issubclass(model, Asset)]
