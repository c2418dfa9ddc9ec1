"""How much the library may hold: the originals of all assets together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.conf import newsroom
from cms.media.refusal import RefusedFile

if TYPE_CHECKING:
    from cms.media.models import Asset


def used(*, without: Asset | None = None) -> int:
    """Bytes of all originals in the library, those of the asset `without` aside."""
    from cms.media.tasks import asset_models

    total = 0
    for model in asset_models():
        rows = model._default_manager.all()
        if isinstance(without, model) and without.pk is not None:
            rows = rows.filter(~Q(pk=without.pk))
        total += rows.aggregate(bytes=Sum("file_size"))["bytes"] or 0
    return total


def check(asset: Asset, size: int) -> None:
    """Whether there is room for a file of `size` bytes as the asset's. Raises `RefusedFile`."""
    limit = newsroom.STORAGE_QUOTA
    if not limit:
        return
    taken = used(without=asset)
    if taken + size > limit:
        raise RefusedFile(
            _(
                "There is no room for this file of %(size)s: the library holds %(used)s of %(limit)s. "
                "Delete what is no longer needed, or ask those who run this site for more room."
            )
            % {"size": filesizeformat(size), "used": filesizeformat(taken), "limit": filesizeformat(limit)}
        )
