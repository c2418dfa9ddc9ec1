"""Images and files of the demo, with the texts of one language."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils.text import slugify

from cms.media.models import NewsroomFile, NewsroomImage
from cms.project.demo import drawings, recordings
from cms.project.demo.drawings import DAWN, NIGHT, WINTER
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
}

RECORDERS: dict[str, Callable[[], bytes]] = {"film": recordings.film, "sound": recordings.sound}


def make_images(text: Newsroom) -> dict[str, NewsroomImage]:
    """The images that the newsroom has texts for, by key."""
    drawn: dict[str, Callable[[], bytes]] = {**PORTRAITS, **SCENES, "chart": partial(_chart, text)}
    made = {}
    for key, picture in text.pictures.items():
        made[key] = NewsroomImage.objects.create(
            title=picture.title,
            file=ImageFile(io.BytesIO(drawn[key]()), name=f"{slugify(picture.title)}.jpg"),
            alt=picture.alt,
            caption=picture.caption,
            credit=text.credit,
            copyright_holder="Norrvind",
            usage_terms=text.usage_terms,
            digital_source_type="digitalCreation",
            **(FACE if key in PORTRAITS else {}),
        )
    return made


def make_files(text: Newsroom) -> dict[str, NewsroomFile]:
    """The recordings and documents that the newsroom has texts for, by key."""
    made = {}
    for key, recording in text.recordings.items():
        if recording.lines:
            content = recordings.document(recording.title, recording.lines)
        else:
            content = RECORDERS[key]()
        made[key] = NewsroomFile.objects.create(
            title=recording.title,
            file=ContentFile(content, name=recording.name),
            description=recording.description,
            credit="Norrvind",
            copyright_holder="Norrvind",
            usage_terms=text.usage_terms,
            digital_source_type="digitalCreation",
        )
    return made


def _chart(text: Newsroom) -> bytes:
    title, labels = text.chart
    return drawings.bar_chart(title, labels, OUTPUT, "GWh")
