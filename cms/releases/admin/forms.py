"""The release form: what a new release starts with, and what is missing before it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from cms.media.admin.publishing import FilesPageForm
from cms.media.embeds import resolve_embeds
from cms.newsroom.admin.topics import topics_for
from cms.releases.body import embed_addresses


class Gap(NamedTuple):
    """Something that a release should have before it is public, and may go out without."""

    code: str
    text: str


class CountedTextInput(AdminAutoHeightTextInput):
    """A text with a counter. A text that is too long is refused with a message, never cut off in silence."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        attrs = super().build_attrs(*args, **kwargs)
        attrs["data-controller"] = f"{attrs.get('data-controller', '')} newsroom-count".strip()
        attrs["data-newsroom-count-max-value"] = attrs.pop("maxlength")
        attrs["data-newsroom-count-left-value"] = _("%s characters left")
        attrs["data-newsroom-count-over-value"] = _("%s characters too many")
        return attrs


class ReleaseForm(FilesPageForm):
    """Warns, before a release is public, of what it lacks; the editor may tick `publish_anyway` and go on."""

    publish_anyway = forms.CharField(
        label=gettext_lazy("Publish anyway"), required=False, widget=forms.CheckboxInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        bound = kwargs.get("data") is not None or bool(args and args[0] is not None)
        parent, instance = kwargs.get("parent_page"), kwargs.get("instance")
        if not bound and parent is not None and instance is not None and instance.pk is None:
            self._fill_in(instance, parent.specific)
        super().__init__(*args, **kwargs)
        self.gaps: list[Gap] = []
        if "topics" in self.fields:
            self.fields["topics"].queryset = topics_for(self.instance, self.parent_page)

    @property
    def gap_codes(self) -> str:
        """What the editor is asked to accept: the value of the checkbox."""
        return ",".join(gap.code for gap in self.gaps)

    @property
    def gaps_accepted(self) -> bool:
        """Whether the editor has seen all that is missing and goes on."""
        seen = set(self.data.get("publish_anyway", "").split(","))
        return {gap.code for gap in self.gaps} <= seen

    def hold_back(self) -> None:
        self.gaps = list(self._find_gaps())
        if not self.gaps_accepted:
            self.add_error(None, forms.ValidationError(self._warning(), code="gaps"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.goes_public and cleaned.get("kind") == "EVENT" and not cleaned.get("event_start"):
            self.add_error("event_start", _("Say when the event starts."))
        resolve_embeds(embed_addresses(cleaned.get("body") or []))
        return cleaned

    def _warning(self) -> str:
        gaps = "; ".join(gap.text for gap in self.gaps)
        return _(
            "Nothing has gone out yet. The release lacks: %(gaps)s. Fill it in, or tick “Publish anyway”."
        ) % {"gaps": gaps}

    def _find_gaps(self) -> Iterator[Gap]:
        cleaned = self.cleaned_data
        if not (cleaned.get("summary") or "").strip():
            yield Gap("summary", _("a summary"))
        if not any(row.get("person") for row in self._rows("contacts")):
            yield Gap("contact", _("a press contact"))

    def _rows(self, name: str) -> Iterator[dict[str, Any]]:
        """What the editor filled in for an inline list, without what is to be deleted."""
        formset = self.formsets.get(name)
        for form in formset.forms if formset is not None else ():
            row = getattr(form, "cleaned_data", None) or {}
            if row and not row.get("DELETE"):
                yield row

    @staticmethod
    def _fill_in(release: Any, newsroom: Any) -> None:
        """A new release starts with the newsroom's press contacts."""
        contact = release.contacts.model
        release.contacts = [contact(person=row.person) for row in newsroom.contacts.all()]
