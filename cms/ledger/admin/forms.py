"""The editor form of pages that become items: asks whether a change of something public is a correction."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.ledger import services
from cms.ledger.models import Edition, Item

PUBLICATION = ("live", "live_revision_id", "first_published_at", "last_published_at", "expired")
"""Columns of a page that publishing writes."""
PUBLISHING_ACTIONS = ("action-publish", "action-submit", "action-restart-workflow")


class Change(TextChoices):
    """What a change is to those who have already read the item."""

    MINOR = "MINOR", _("A minor change: no note is shown")
    CORRECTION = "CORRECTION", _("A correction: readers and partners see a note about it")


def public_item_of(page_id: int | None) -> Item | None:
    """The item that is public now and made from the page."""
    if page_id is None:
        return None
    return Item.objects.filter(source_type="page", source_id=page_id, state=Item.State.USABLE).first()


class LedgerPageForm(WagtailAdminPageForm):
    """Asks "minor change or correction?" when a change to a public item is published, scheduled or submitted.

    Saving a draft asks nothing. A note waiting in a draft stays in the form; one that has been used does not.
    """

    change = forms.ChoiceField(
        label=_("Kind of change"),
        choices=Change.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = public_item_of(self.instance.pk)
        if self.item is None or "correction_note" not in self.fields:
            self.fields.pop("change", None)
            self.fields.pop("correction_note", None)
            self.instance.correction_note = ""
            return
        self.fields["correction_note"].required = False
        note = self._waiting_note()
        self.initial["correction_note"] = note
        self.initial["change"] = Change.CORRECTION if note else None

    @property
    def corrections(self) -> list[Edition]:
        """The public corrections of the item so far, newest first."""
        if self.item is None:
            return []
        made = self.item.editions.filter(action=Edition.Action.CORRECTED)
        return list(made.select_related("issued_by").order_by("-seq"))

    @property
    def goes_public(self) -> bool:
        """Whether the button that was pressed publishes, schedules, submits or approves."""
        if self.is_deferred_validation:  # Wagtail saves a draft
            return False
        approves = (
            bool(self.data.get("action-workflow-action"))
            and self.data.get("workflow-action-name") == "approve"
        )
        return approves or any(self.data.get(name) for name in PUBLISHING_ACTIONS)

    def save(self, commit: bool = True) -> Any:
        """Wagtail saves the row of a page that is not live, and only a revision of one that is.

        A page that was published while this form was open (a draft saves itself while Publish is pressed) is live now:
        writing the row would take it back.
        """
        if not commit or self.instance.pk is None or self.instance.live:
            return super().save(commit=commit)
        with transaction.atomic():
            services.lock()
            live = (
                type(self.instance)._base_manager.filter(pk=self.instance.pk, live=True).values(*PUBLICATION)
            )
            for published in live:
                for name, value in published.items():
                    setattr(self.instance, name, value)
                return super().save(commit=False)
            return super().save(commit=True)

    def clean_title(self) -> str:
        """One line: what is pasted may have several."""
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.goes_public:
            self._check_embargo(cleaned)
        if self.goes_public and self.item is not None and "change" in self.fields:
            self._check_change(cleaned)
        return cleaned

    def _check_embargo(self, cleaned: dict[str, Any]) -> None:
        """A time that has passed holds nothing back, and what is out cannot be taken back unseen.

        A page that went out on time keeps its time.
        """
        at = cleaned.get("go_live_at")
        is_news = "go_live_at" in self.changed_data or self.instance.first_published_at is None
        if at is not None and at <= timezone.now() and is_news:
            self.add_error(
                "go_live_at",
                _(
                    "This time has passed: nothing would be held back. Give a time that is to come, or none to "
                    "publish now. Nothing has gone out yet."
                ),
            )

    def _check_change(self, cleaned: dict[str, Any]) -> None:
        note = (cleaned.get("correction_note") or "").strip()
        match cleaned.get("change"):
            case Change.CORRECTION if not note:
                self.add_error(
                    "correction_note",
                    _("Write what was wrong and what is right now. Readers and partners see it."),
                )
            case Change.CORRECTION if self._is_used(note):
                self.add_error(
                    "correction_note",
                    _("An earlier correction has this very note. Say what is corrected this time."),
                )
            case Change.MINOR if note:
                self.add_error(
                    "change",
                    _("There is a note for readers. Choose the correction to publish it, or empty the note."),
                )
            case "" | None:
                self.add_error(
                    "change",
                    _("This is public already. Say whether you make a minor change or a correction."),
                )

    def _waiting_note(self) -> str:
        """The note of a draft that is still to be published; empty when the note has been used."""
        page, note = self.instance, self.instance.correction_note
        if not note or page.latest_revision_id == page.live_revision_id:
            return ""
        return "" if self._is_used(note) else note

    def _is_used(self, note: str) -> bool:
        """Whether a public correction of the item has this note: the ledger takes each note once."""
        return any(correction.note == note for correction in self.corrections)
