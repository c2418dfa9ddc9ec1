"""The editor form of pages that show files: what keeps a file from being public is said before anything is saved.

When the button publishes at once, the files are put on the shelf here, so that a storage that does not answer is an
error of the form, and nothing is half published. Where no form publishes (approvals, bulk actions, the clock),
`cms/ledger` refuses as a whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from cms.conf import newsroom
from cms.errors import StorageUnavailable
from cms.ledger.admin.forms import LedgerPageForm
from cms.media.expiry import SOON, edit_address
from cms.media.files import ShowsFiles
from cms.media.models import Asset, NewsroomImage
from cms.media.refusal import RefusedFile


class Unfit(NamedTuple):
    """An asset that cannot be shown."""

    title: str
    words: str
    url: str
    """Where it is edited."""


QUEUED = dt.timedelta(seconds=30)
"""How far ahead a page is scheduled that waits for the storage: Wagtail publishes what is due now at once."""


class FilesForm:
    """Adds to a form: it says what keeps the files of its thing from being public."""

    add_error: Any
    unfit: Sequence[Unfit] = ()
    """The assets that stopped the publication."""
    _looked = False

    def _check_files(self, thing: ShowsFiles, *, at: dt.datetime) -> None:
        """Add an error for each file that cannot be shown when the thing is public."""
        assets = {(type(asset), asset.pk): asset for asset in thing.shown_assets()}
        self.unfit = list(unfit(assets.values(), at=at))
        for asset in self.unfit:
            self.add_error(None, ValidationError(asset.words, code="files"))

    def waits_for_storage(self) -> bool:
        """Whether what cannot be stored now is published later, by itself."""
        return False

    def _put_on_shelf(self, thing: ShowsFiles) -> None:
        try:
            thing.prepare()
        except StorageUnavailable as failure:
            if not self.waits_for_storage():
                words = _("Nothing has been published: %(reason)s") % {"reason": failure.message}
                self.add_error(None, ValidationError(words, code="storage"))
        except RefusedFile as refusal:
            self.add_error(None, ValidationError(refusal.message, code="files"))


class FilesPageForm(FilesForm, LedgerPageForm):
    """Refuses to publish, schedule or submit a page while one of its files cannot be shown."""

    def waits_for_storage(self) -> bool:
        """Schedule the page for the moment at which the storage can be reached again, if the settings say so.

        What is due and fails stays due: the worker tries again at each of its looks.
        """
        if newsroom.QUEUE_WITHOUT_STORAGE:
            self.instance.go_live_at = timezone.now() + QUEUED
        return bool(newsroom.QUEUE_WITHOUT_STORAGE)

    @property
    def goes_live_at(self) -> dt.datetime:
        """When the page becomes public: now, unless it is scheduled."""
        given = getattr(self, "cleaned_data", {}).get("go_live_at")
        now = timezone.now()
        return given if given and given > now else now

    @property
    def publishes_now(self) -> bool:
        """Whether the button that was pressed makes the page public, as far as can be told."""
        if not self.goes_public or self.goes_live_at > timezone.now():
            return False
        return not (self.data.get("action-submit") or self.data.get("action-restart-workflow"))

    def is_valid(self) -> bool:
        valid = bool(super().is_valid())
        if self._looked or not self.goes_public:
            return valid
        self._looked = True
        if valid and isinstance(self.instance, ShowsFiles):
            self._check_files(self.save(commit=False), at=self.goes_live_at)
        self.hold_back()
        if super().is_valid() and self.publishes_now:
            self._put_on_shelf(self.save(commit=False))
        return bool(super().is_valid())

    def hold_back(self) -> None:
        """Add errors for whatever else keeps the page from going out."""


class FilesModelForm(FilesForm, WagtailAdminModelForm):
    """The same for what is public as soon as it is saved: people."""

    def is_valid(self) -> bool:
        if self._looked or not super().is_valid():
            return bool(super().is_valid())
        self._looked = True
        thing = self.save(commit=False)
        if thing.is_public():
            self._check_files(thing, at=timezone.now())
            if super().is_valid():
                self._put_on_shelf(thing)
        return bool(super().is_valid())


def unfit(assets: Iterable[Asset], *, at: dt.datetime) -> Iterator[Unfit]:
    """Which assets cannot be shown to the public from a moment on, and why."""
    for asset in assets:
        reasons = []
        if isinstance(asset, NewsroomImage) and not asset.alt.strip():
            reasons.append(_("it has no alternative text"))
        if asset.expires_at and asset.expires_at <= at:
            day = formats.date_format(timezone.localtime(asset.expires_at), "DATETIME_FORMAT")
            reasons.append(_("the rights to it end on %(day)s") % {"day": day})
        if asset.problem:
            reasons.append(asset.problem.rstrip("."))
        if reasons:
            words = {"title": asset.title, "reasons": "; ".join(reasons)}
            yield Unfit(
                asset.title, _("“%(title)s” cannot be published: %(reasons)s.") % words, edit_address(asset)
            )


class UnfitPanel(Panel):
    """The way to each asset that stopped a publication."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": gettext_lazy("These cannot be shown yet"), "icon": "warning"} | kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "newsroom/admin/unfit_panel.html"

        def is_shown(self) -> bool:
            return bool(getattr(self.form, "unfit", None)) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> Any:
            return super().get_context_data(parent_context) | {"assets": self.form.unfit}


def tell_of_ending_rights(request: HttpRequest, page: Any) -> None:
    """After a page was saved that is public: which of its files leave it soon."""
    if not page.live or not isinstance(page, ShowsFiles) or not request.accepts("text/html"):
        return
    now = timezone.now()
    for asset in {asset.uid: asset for asset in page.shown_assets()}.values():
        if asset.expires_at and now < asset.expires_at <= now + SOON:
            day = formats.date_format(timezone.localtime(asset.expires_at), "DATETIME_FORMAT")
            words = _("The rights to “%(title)s” end on %(day)s. Then it is no longer shown.")
            messages.warning(request, words % {"title": asset.title, "day": day})
