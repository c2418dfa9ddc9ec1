"""What editors are told of an asset beside its form: what its file is, what it offers, and what to mind."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.template.defaultfilters import filesizeformat
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder

from cms.ledger.models import Facet
from cms.media import derivatives
from cms.media.document import FILE_FACET, AssetType
from cms.media.expiry import SOON
from cms.media.intake import NOTES
from cms.media.models import Asset, Derivative
from cms.media.recordings import tools_notice

SHORT_SHA = 12
DUPLICATES = 5

SOURCES: dict[str, Promise] = {
    "XMP": gettext_lazy("XMP in the file"),
    "IIM": gettext_lazy("IPTC in the file"),
    "EXIF": gettext_lazy("EXIF, written by the camera"),
    "FILE": gettext_lazy("The file itself"),
}
FORM_FIELDS = {"keywords": "tags"}
"""Offers that go into a field of another name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value from the file that the editor may take into a field of the form."""

    label: str
    text: str
    source: str
    field_id: str
    value: str
    """What the script puts into the field, as JSON."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the editor should know; `status` is `info`, `warning` or `critical`, as Wagtail has them."""

    status: str
    text: str
    links: tuple[tuple[str, str], ...] = ()
    """Titles and addresses."""


def facts_of(asset: Asset) -> list[tuple[str, str]]:
    """What the file is: names and values, in words."""
    found = [(_("Type"), asset.mime_type)]
    found += list(_measures(asset))
    if asset.file_size:
        found.append((_("Size"), filesizeformat(asset.file_size)))
    found.append((_("Fingerprint"), asset.sha256[:SHORT_SHA]))
    if asset.pk and not asset.problem:
        found.append((_("Public copies"), _copies(asset)))
    return [(name, value) for name, value in found if value]


def offers_of(asset: Asset, form: BaseForm) -> list[Offer]:
    """What the file offers to the fields of the form."""
    offers = []
    for found in asset.found:
        name = FORM_FIELDS.get(found["field"], found["field"])
        if name not in form.fields:
            continue
        field = form[name]
        offers.append(
            Offer(
                label=str(field.label),
                text=_in_words(asset, found["field"], found["value"]),
                source=str(SOURCES.get(found["source"], found["source"])),
                field_id=str(field.id_for_label or field.auto_id),
                value=json.dumps(found["value"]),
            )
        )
    return offers


def notices_of(asset: Asset, user: Any) -> Iterator[Notice]:
    """What to mind, the most urgent first."""
    if asset.problem:
        yield Notice("critical", _("It cannot be published: %(problem)s") % {"problem": asset.problem})
    if asset.expires_at:
        yield from _rights(asset.expires_at)
    yield from _embargo(asset)
    same = duplicates_of(asset, user)
    if same:
        yield Notice("warning", _("The same file is already in the library:"), tuple(same))
    if asset.is_ai_generated:
        yield Notice("info", _("AI made it, or a part of it. Readers see that beside it."))
    if asset.asset_type in (AssetType.VIDEO, AssetType.AUDIO) and (notice := tools_notice()):
        yield Notice("warning", notice)
    if asset.pk and is_shown_publicly(asset):
        yield Notice("info", _("Something public shows it: what you change here is public at once."))


def is_shown_publicly(asset: Asset) -> bool:
    """Whether something that is public now shows the asset."""
    return Facet.objects.filter(name=FILE_FACET, value=str(asset.uid)).exists()


def duplicates_of(asset: Asset, user: Any) -> list[tuple[str, str]]:
    """Titles and addresses of other assets with the same bytes, as far as the user may edit them."""
    if not asset.sha256:
        return []
    finder = AdminURLFinder(user)
    same = type(asset)._default_manager.filter(sha256=asset.sha256).exclude(pk=asset.pk).order_by("pk")
    found = ((other.title, finder.get_edit_url(other)) for other in same[:DUPLICATES])
    return [(title, url) for title, url in found if url]


def _measures(asset: Any) -> Iterator[tuple[str, str]]:
    width, height = getattr(asset, "width", None), getattr(asset, "height", None)
    if width and height:
        yield (
            _("Dimensions"),
            _("%(width)s × %(height)s pixels") % {"width": width, "height": height},
        )
    if getattr(asset, "page_count", None):
        yield _("Pages"), str(asset.page_count)
    if getattr(asset, "duration", None):
        minutes, seconds = divmod(round(asset.duration), 60)
        yield _("Duration"), f"{minutes}:{seconds:02}"
    codecs = [getattr(asset, name, "") for name in ("video_codec", "audio_codec")]
    yield _("Codecs"), ", ".join(codec for codec in codecs if codec)


def _copies(asset: Asset) -> str:
    state = derivatives.fingerprint(asset)
    count = Derivative.objects.filter(asset_uid=asset.uid, fingerprint=state).count()
    if not count:
        return _("being made")
    return ngettext("%(count)s file is ready", "%(count)s files are ready", count) % {"count": count}


def _rights(ends: dt.datetime) -> Iterator[Notice]:
    day = {"day": formats.date_format(timezone.localtime(ends), "DATETIME_FORMAT")}
    if ends <= timezone.now():
        yield Notice("critical", _("The rights to it ended on %(day)s: nothing public shows it.") % day)
    elif ends <= timezone.now() + SOON:
        yield Notice(
            "warning", _("The rights to it end on %(day)s: nothing public shows it from then on.") % day
        )


def _embargo(asset: Asset) -> Iterator[Notice]:
    """What the file says of when and how it may be used."""
    notes = {found["field"]: found["value"] for found in asset.found if found["field"] in NOTES}
    if release_at := notes.get("release_at"):
        words = {"time": _time_in_words(release_at)}
        yield Notice("warning", _("The file says that it may not be published before %(time)s.") % words)
    if instructions := notes.get("instructions"):
        yield Notice("warning", _("The file gives instructions: “%(text)s”") % {"text": instructions})


def _time_in_words(text: str) -> str:
    moment = parse_datetime(text)
    return formats.date_format(moment, "DATETIME_FORMAT") if moment else text


def _in_words(asset: Asset, name: str, value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if name == "digital_source_type":
        field: Any = type(asset)._meta.get_field(name)
        return str(dict(field.flatchoices).get(value, value))
    if name == "created_on" and (day := parse_date(value)):
        return formats.date_format(day, "DATE_FORMAT")
    return str(value)


def marks_of(asset: Asset) -> list[tuple[str, str]]:
    """Short marks for lists: status (`critical`, `warning` or `info`) and words."""
    now = timezone.now()
    marks = []
    if asset.problem:
        marks.append(("critical", _("Cannot be published")))
    if asset.expires_at and asset.expires_at <= now:
        marks.append(("critical", _("Rights ended")))
    elif asset.expires_at and asset.expires_at <= now + SOON:
        day = formats.date_format(timezone.localtime(asset.expires_at), "SHORT_DATE_FORMAT")
        marks.append(("warning", _("Rights end %(day)s") % {"day": day}))
    if getattr(asset, "alt", None) == "":
        marks.append(("warning", _("No alternative text")))
    if not asset.credit:
        marks.append(("warning", _("No credit")))
    if asset.is_ai_generated:
        marks.append(("info", _("AI")))
    return marks
