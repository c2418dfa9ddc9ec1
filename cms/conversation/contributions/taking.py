"""An editor takes an approved contribution onto a release: as a draft, which is published as any other change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection

from cms.conversation.contributions import files
from cms.conversation.contributions.deciding import record
from cms.conversation.desk.permissions import Action, check
from cms.conversation.models import Contribution, ContributionStatus
from cms.errors import Conflict
from cms.releases.models import ReleaseAsset, ReleasePage

MOST_RELEASES = 50


def releases_for(user: Any, contribution: Contribution) -> list[ReleasePage]:
    """The newest releases of its newsroom, drafts among them, that the user may edit."""
    pages: QuerySet[ReleasePage] = ReleasePage.objects.child_of(contribution.home)
    newest = pages.order_by("-latest_revision_created_at", "-pk")[:MOST_RELEASES]
    return [page for page in newest if page.permissions_for_user(user).can_edit()]


def add_to_release(uid: UUID, release: ReleasePage, *, user: Any) -> ReleasePage:
    """Put the file among those of a release, in a new draft; nothing is published.

    Its collection is then that of all files. Raises `PermissionDenied` and `Conflict`.
    """
    contribution = Contribution.objects.select_related("newsroom", "image", "media", "file").get(uid=uid)
    check(user, Action.MODERATE, contribution.newsroom.source_id)
    if not release.permissions_for_user(user).can_edit():
        raise PermissionDenied(_("You may not edit this release."))
    asset = contribution.asset
    if contribution.status != ContributionStatus.PUBLISHED or asset is None:
        raise Conflict(_("Approve the contribution first."))
    with transaction.atomic():
        draft = release.get_latest_revision_as_object()
        if any(row.asset == asset for row in draft.assets.all()):
            raise Conflict(_("The file is on this release already."))
        chosen = {"image": contribution.image, "media": contribution.media, "file": contribution.file}
        draft.assets.add(ReleaseAsset(sort_order=draft.assets.count(), **chosen))
        draft.save_revision(user=user, log_action=True)
        if asset.collection.name == files.COLLECTION:  # type: ignore[attr-defined]
            asset.collection = Collection.get_first_root_node()  # type: ignore[attr-defined]
            asset.save()
        record(
            contribution,
            before=contribution.status,
            user=user,
            phase="release",
            note=draft.get_admin_display_title(),
        )
        log(
            instance=contribution,
            action="newsroom.contribution.release",
            user=user,
            title=f"Contribution {contribution.uid}",
            data={"release": draft.pk},
        )
    return release
