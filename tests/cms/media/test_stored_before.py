"""Files that were stored before uploads were read: they are read when their public copies are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.media import derivatives
from cms.media.models import Derivative, NewsroomFile, NewsroomImage, NewsroomMedia
from cms.media.refusal import RefusedFile
from cms.media.storage import vault
from cms.project.demo import recordings

UNREAD = {"sha256": "", "mime_type": ""}


def stored(model: Any, name: str, content: bytes, **fields: Any) -> Any:
    """A row as it was made before: with its file, and nothing known of it."""
    asset = model(title=name, file=vault.save(f"files/0a/{name}", ContentFile(content)), **fields)
    return model.objects.bulk_create([asset])[0]


def test_image(make_image: Callable[..., NewsroomImage]) -> None:
    image = make_image()
    read = {name: getattr(image, name) for name in (*UNREAD, "file_size")}
    NewsroomImage.objects.filter(pk=image.pk).update(**UNREAD)
    Derivative.objects.all().delete()
    unread = NewsroomImage.objects.get(pk=image.pk)
    copies = derivatives.ensure(unread)
    assert {copy.name for copy in copies} >= {"thumbnail", "original"}
    again = NewsroomImage.objects.get(pk=image.pk)
    assert {name: getattr(again, name) for name in read} == read
    assert set(derivatives.ensure(again)) == set(copies)
    assert (again.title, again.alt, again.file.name) == (image.title, image.alt, image.file.name)


def test_recording(db: None) -> None:
    media = stored(NewsroomMedia, "film.webm", recordings.film(), type="video")
    derivatives.ensure(media)
    media.refresh_from_db()
    assert (media.mime_type, media.duration, media.width, media.height, media.video_codec) == (
        "video/webm",
        4.0,
        640,
        360,
        "vp8",
    )


def test_what_would_be_refused_does_not_get_out(db: None) -> None:
    page = stored(NewsroomFile, "page.pdf", b"<html><script>alert(1)</script></html>")
    with pytest.raises(RefusedFile, match=r"web page \(HTML\)"):
        derivatives.ensure(page)
    page.refresh_from_db()
    assert (page.sha256, Derivative.objects.count()) == ("", 0)
