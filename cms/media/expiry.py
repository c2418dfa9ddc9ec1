"""Rights that end: which assets, and one e-mail to those who can do something about it two weeks before."""

from __future__ import annotations

import datetime as dt
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from smtplib import SMTPException
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import ReferenceIndex
from wagtail.users.models import UserProfile

from cms.media.models import Asset, NewsroomFile, NewsroomImage
from cms.media.tasks import asset_models

SOON = dt.timedelta(days=14)
"""How long before the rights to an asset end editors are warned."""
PRESS_OFFICE = "PR"
"""The group that is told where the uploader cannot be."""

logger = logging.getLogger(__name__)


def edit_address(asset: Asset) -> str:
    """Where the asset is edited, below this site's address."""
    if isinstance(asset, NewsroomImage):
        return reverse("wagtailimages:edit", args=[asset.pk])
    name = "wagtaildocs:edit" if isinstance(asset, NewsroomFile) else "wagtailmedia:edit"
    return reverse(name, args=[asset.pk])


def is_used(model: type[Asset]) -> Exists:
    """Condition: the reference index knows of something that uses the asset."""
    references = ReferenceIndex.objects.filter(
        to_content_type__app_label=model._meta.app_label,
        to_content_type__model=model._meta.model_name,
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    return Exists(references)


def ending_or_ended() -> Iterator[Asset]:
    """The assets whose rights end soon, and those whose rights have ended and that something still uses."""
    now = timezone.now()
    for model in asset_models():
        soon = Q(expires_at__gt=now, expires_at__lte=now + SOON)
        rows = model._default_manager.filter(soon | (Q(expires_at__lte=now) & is_used(model)))
        yield from rows.order_by("expires_at")


def tell_editors() -> int:
    """Send each person one e-mail about all assets whose rights end soon and of which nobody was told yet.

    Returns how many e-mails went out. An asset that nobody can be told of is tried again, as is a failed e-mail.
    """
    now = timezone.now()
    by_person: dict[Any, list[Asset]] = defaultdict(list)
    for model in asset_models():
        model._default_manager.filter(expires_at__gt=now + SOON).exclude(expiry_told_at=None).update(
            expiry_told_at=None
        )
        due: QuerySet[Any] = model._default_manager.filter(
            expiry_told_at=None, expires_at__gt=now, expires_at__lte=now + SOON
        )
        for asset in due.select_related("uploaded_by_user").order_by("expires_at"):
            people = list(_people_for(asset))
            if people and model._default_manager.filter(pk=asset.pk, expiry_told_at=None).update(
                expiry_told_at=now
            ):
                for person in people:
                    by_person[person].append(asset)
    return sum(_tell(person, assets) for person, assets in by_person.items())


def _people_for(asset: Any) -> Iterable[Any]:
    uploader = asset.uploaded_by_user
    if uploader is not None and uploader.is_active and uploader.email:
        return [uploader]
    people = get_user_model()._default_manager.filter(groups__name=PRESS_OFFICE, is_active=True)
    return people.exclude(email="")


def _tell(person: Any, assets: list[Asset]) -> bool:
    language = UserProfile.get_for_user(person).get_preferred_language()
    base = (get_admin_base_url() or "").rstrip("/")
    with translation.override(language):
        title = " ".join(assets[0].title.split())[:100]
        if len(assets) == 1:
            subject = _("The rights to “%(title)s” end soon") % {"title": title}
        else:
            subject = _("The rights to %(count)s files end soon") % {"count": len(assets)}
        lines = [(asset.title, asset.expires_at, f"{base}{edit_address(asset)}") for asset in assets]
        text = render_to_string("newsroom/admin/rights_end.txt", {"assets": lines})
    try:
        send_mail(subject, text, None, [person.email])
    except (OSError, SMTPException):
        logger.exception("An e-mail about rights that end could not be sent; it is tried again")
        for asset in assets:
            type(asset)._default_manager.filter(pk=asset.pk).update(expiry_told_at=None)
        return False
    return True
