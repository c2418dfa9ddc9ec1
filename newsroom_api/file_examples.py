"""The files of the press room that does not exist: a picture in its sizes, and a fact sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from cms.media.document import DocumentFile, FocalPoint, ImageFile, ImageSource, PointOfInterest, Rendition
from newsroom_api.talk_examples import SITE, uid

SHELF = f"{SITE}/media"
PLAIN_FILE: dict[str, Any] = {
    "width": None,
    "height": None,
    "duration": None,
    "bitrate": None,
    "video_codec": None,
    "audio_codec": None,
    "poi": None,
}


def _picture(name: str, content_type: str, width: int, height: int, size: int) -> Rendition:
    ending = {"image/jpeg": "jpg", "image/webp": "webp"}[content_type]
    return Rendition(
        **PLAIN_FILE
        | {
            "name": name,
            "href": f"{SHELF}/images/b1b1b1b1/turbines-at-dawn.{name}.{ending}",
            "content_type": content_type,
            "width": width,
            "height": height,
            "size_in_bytes": size,
            "sha256": "b1" * 32,
            "poi": PointOfInterest(x=width // 2, y=height * 2 // 5),
        }
    )


HERO = ImageFile(
    id=uid("image"),
    title="Turbines at dawn",
    alt="Twelve wind turbines on a ridge in the first light of day",
    caption="The park at Stora Blåsberget.",
    credit="Karin Ek/Norrvind",
    copyright_holder="Norrvind AB",
    usage_terms="Free for editorial use with credit.",
    license_url="https://creativecommons.org/licenses/by/4.0/",
    expires_at=None,
    digital_source_type="digitalCapture",
    ai_generated=False,
    keywords=["wind power", "Västerbotten"],
    created_on=date(2026, 5, 2),
    created_at=datetime(2026, 5, 3, 14, 0, tzinfo=UTC),
    sha256="b1" * 32,
    width=4000,
    height=3000,
    focal_point=FocalPoint(x=0.5, y=0.4),
    animated=False,
    renditions=[
        _picture("medium", "image/jpeg", 1280, 960, 214_906),
        _picture("medium", "image/webp", 1280, 960, 141_330),
        _picture("original", "image/jpeg", 4000, 3000, 2_408_117),
    ],
    srcset=f"{SHELF}/images/b1b1b1b1/turbines-at-dawn.medium.jpg 1280w",
    sources=[
        ImageSource(
            content_type="image/webp", srcset=f"{SHELF}/images/b1b1b1b1/turbines-at-dawn.medium.webp 1280w"
        ),
        ImageSource(
            content_type="image/jpeg", srcset=f"{SHELF}/images/b1b1b1b1/turbines-at-dawn.medium.jpg 1280w"
        ),
    ],
)
SHEET = DocumentFile(
    id=uid("file"),
    title="Fact sheet",
    caption="The park in figures.",
    credit="",
    copyright_holder="Norrvind AB",
    usage_terms="",
    license_url="",
    expires_at=None,
    digital_source_type="",
    ai_generated=False,
    keywords=[],
    created_on=None,
    created_at=datetime(2026, 5, 3, 15, 0, tzinfo=UTC),
    sha256="c4" * 32,
    renditions=[
        Rendition(
            **PLAIN_FILE
            | {
                "name": "original",
                "href": f"{SHELF}/files/c4c4c4c4/fact-sheet.pdf",
                "content_type": "application/pdf",
                "size_in_bytes": 182_044,
                "sha256": "c4" * 32,
            }
        )
    ],
    page_count=2,
    poster=None,
)
