"""Images, recordings and documents of the demo, with the texts of one language."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from django.utils.text import slugify

from cms.media.models import Asset, NewsroomFile, NewsroomImage, NewsroomMedia
from cms.project.demo import drawings, recordings
from cms.project.demo.drawings import DAWN, DAY, NIGHT, WINTER
from cms.project.demo.story import Newsroom

OUTPUT = (402, 518, 560, 431, 476)
"""GWh, quarter by quarter."""

FACE = {"focal_point_x": 600, "focal_point_y": 690, "focal_point_width": 700, "focal_point_height": 800}

PORTRAITS: dict[str, Callable[[], bytes]] = {
    "karin": partial(drawings.portrait, (236, 196, 168), (92, 60, 40), (36, 62, 70), (196, 206, 202), "long"),
    "daniel": partial(
        drawings.portrait, (150, 104, 76), (30, 24, 22), (90, 44, 52), (214, 204, 188), "short"
    ),
    "lars": partial(
        drawings.portrait, (228, 184, 156), (150, 150, 148), (52, 58, 76), (184, 198, 206), "bald"
    ),
    "mariam": partial(drawings.portrait, (196, 146, 112), (40, 30, 28), (28, 84, 78), (222, 210, 196), "bun"),
}

SCENES: dict[str, Callable[[], bytes]] = {
    "logo": drawings.logo,
    "park": partial(
        drawings.wind_farm, DAWN, [(300, 640, 300), (620, 620, 380), (1000, 640, 440), (1330, 630, 330)], 3
    ),
    "night": partial(drawings.wind_farm, NIGHT, [(420, 640, 380), (980, 620, 420)], 5),
    "winter": partial(drawings.wind_farm, WINTER, [(250, 640, 260), (760, 630, 400), (1300, 640, 340)], 8),
    "rotor": partial(drawings.rotor, WINTER, 4),
    "store": partial(drawings.battery_store, 2),
    "lake": partial(drawings.lake, 6),
    "sound": partial(drawings.sound_level, 7),
    "vision": partial(drawings.wind_farm, DAY, [(240, 650, 300), (690, 640, 420), (1180, 650, 350)], 11),
    "storm": partial(drawings.wind_farm, WINTER, [(520, 640, 430), (1120, 620, 330)], 21),
    "coming": partial(drawings.wind_farm, NIGHT, [(310, 640, 300), (760, 630, 430), (1260, 640, 340)], 14),
    "spin": drawings.turning_rotor,
}
ENDINGS = {"spin": "gif", "drawing": "svg"}
"""Formats of the images that are not JPEG."""

RECORDERS: dict[str, Callable[[], bytes]] = {"film": recordings.film, "sound": recordings.sound}


def make_images(text: Newsroom) -> dict[str, NewsroomImage]:
    """The images that the newsroom has texts for, by key."""
    drawn: dict[str, Callable[[], bytes]] = {
        **PORTRAITS,
        **SCENES,
        "chart": partial(_chart, text),
        "drawing": partial(drawings.technical_drawing, *text.drawing),
    }
    made = {}
    for key, picture in text.pictures.items():
        name = f"{slugify(picture.title)}.{ENDINGS.get(key, 'jpg')}"
        made[key] = NewsroomImage.objects.create(
            title=picture.title,
            file=ImageFile(io.BytesIO(drawn[key]()), name=name),
            alt=picture.alt,
            caption=picture.caption,
            credit=picture.credit or text.credit,
            copyright_holder="Norrvind",
            usage_terms=text.usage_terms,
            digital_source_type=picture.source,
            expires_at=None
            if picture.days_left is None
            else timezone.now() + timedelta(days=picture.days_left),
            **(FACE if key in PORTRAITS else {}),
        )
    return made


def make_files(text: Newsroom) -> dict[str, NewsroomFile | NewsroomMedia]:
    """The recordings and documents that the newsroom has texts for, by key."""
    made: dict[str, NewsroomFile | NewsroomMedia] = {}
    for key, recording in text.recordings.items():
        texts = {
            "title": recording.title,
            "caption": recording.caption,
            "credit": "Norrvind",
            "copyright_holder": "Norrvind",
            "usage_terms": text.usage_terms,
            "digital_source_type": "digitalCreation",
        }
        if recording.lines:
            content = recordings.document(recording.title, recording.lines)
            made[key] = NewsroomFile.objects.create(file=ContentFile(content, name=recording.name), **texts)
        else:
            file = ContentFile(RECORDERS[key](), name=recording.name)
            made[key] = NewsroomMedia.objects.create(file=file, transcript=recording.transcript, **texts)
    return made


def choice(asset: Asset) -> dict[str, Asset]:
    """The asset under the name of the field of `AssetChoice` that it belongs in."""
    match asset:
        case NewsroomImage():
            return {"image": asset}
        case NewsroomMedia():
            return {"media": asset}
        case _:
            return {"file": asset}


def _chart(text: Newsroom) -> bytes:
    title, labels = text.chart
    return drawings.bar_chart(title, labels, OUTPUT, "GWh")
