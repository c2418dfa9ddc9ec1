"""The forms by which files come into the library: Wagtail's own, with a file field that reads what it is given.

Wagtail's field for images opens files with Pillow before anybody has looked at them, and trusts their names. This one
gives every file to `intake`, whose refusal becomes the error of the field; nothing is stored before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from cms.conf import SETTINGS, newsroom
from cms.errors import StorageUnavailable
from cms.media import intake
from cms.media.content import ACCEPTED
from cms.media.document import AssetType
from cms.media.refusal import RefusedFile
from cms.media.storage import vault

if TYPE_CHECKING:
    from cms.media.models import Asset

FORMATS = dict(
    zip(
        (AssetType.IMAGE, AssetType.VIDEO, AssetType.AUDIO, AssetType.DOCUMENT),
        ACCEPTED.split("; "),
        strict=True,
    )
)
"""What is accepted of each type, for people."""


PROBE = "originals/probe"
"""Asked for before a form is accepted: a storage that does not answer is an error of the form, not of saving."""


class UploadField(forms.FileField):
    """A file of any name; what it is, only its content says. Has what Wagtail's screens ask of their own field."""

    def __init__(self, *types: AssetType, **kwargs: Any) -> None:
        limits = {**SETTINGS["UPLOAD_LIMITS"].default, **newsroom.UPLOAD_LIMITS}
        self.max_upload_size = max(limits[one] for one in types)
        words = {
            "formats": ", ".join(FORMATS[one] for one in types),
            "size": filesizeformat(self.max_upload_size),
        }
        kwargs["help_text"] = _("%(formats)s; at most %(size)s.") % words
        super().__init__(allow_empty_file=True, **kwargs)
        self.error_messages |= {
            "file_too_large_unknown_size": _("This file is too large: %(size)s is the most.") % words,
            "invalid_image_extension": _("This is no image that is accepted. Accepted are: %(formats)s.")
            % words,
        }


class AddressField(forms.URLField):
    """An address on the web; one without a scheme is taken for https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"assume_scheme": "https"} | kwargs)


FIELD_CLASSES = {"license_url": AddressField}
WIDGETS = {
    name: AdminAutoHeightTextInput(attrs={"rows": 2}) for name in ("caption", "usage_terms", "transcript")
}
"""Texts of a line or many: as high as they are long, so that the form can be seen as a whole."""


class AssetForm(forms.ModelForm):
    """Adds to a form of an asset: its file is read, and what is wrong with it is said at the field."""

    types: tuple[AssetType, ...]
    instance: Asset

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wagtails = self.fields.get("file")
        if wagtails is not None:
            self.fields["file"] = UploadField(
                *self.types, label=wagtails.label, required=wagtails.required, widget=wagtails.widget
            )

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if upload and "file" in self.changed_data:
            try:
                intake.take_upload(self.instance, upload)
                vault.exists(PROBE)
            except RefusedFile as refusal:
                raise ValidationError(refusal.message, code="refused") from refusal
            except StorageUnavailable as failure:
                raise ValidationError(failure.message, code="storage") from failure
        return upload

    def save(self, commit: bool = True) -> Any:
        """A file that Wagtail kept aside until its title was right is in the vault already, and read there."""
        file: Any = self.instance.file
        if file and file._committed and not self.instance.sha256:
            with vault.local_copy(file.name) as path:
                intake.take(self.instance, path, file.name)
        return super().save(commit=commit)


class ImageForm(AssetForm, BaseImageForm):
    """Adds and changes images."""

    types = (AssetType.IMAGE,)

    class Meta(BaseImageForm.Meta):
        field_classes = FIELD_CLASSES
        widgets = BaseImageForm.Meta.widgets | WIDGETS


class DocumentForm(AssetForm, BaseDocumentForm):
    """Adds and changes documents."""

    types = (AssetType.DOCUMENT,)

    class Meta(BaseDocumentForm.Meta):
        field_classes = FIELD_CLASSES
        widgets = BaseDocumentForm.Meta.widgets | WIDGETS


class MediaForm(AssetForm, BaseMediaForm):
    """Adds and changes videos and sounds. What they are, their length and their size come from the file."""

    types = (AssetType.VIDEO, AssetType.AUDIO)

    class Meta(BaseMediaForm.Meta):
        field_classes = FIELD_CLASSES
        widgets = BaseMediaForm.Meta.widgets | WIDGETS

    def clean_thumbnail(self) -> Any:
        """The poster is read as images are, and kept under the name that its content has."""
        upload = self.cleaned_data.get("thumbnail")
        if upload and "thumbnail" in self.changed_data:
            try:
                intake.check_picture(upload)
            except RefusedFile as refusal:
                raise ValidationError(refusal.message, code="refused") from refusal
        return upload
