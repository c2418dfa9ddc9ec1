"""Pictures that tests paint, and what tests look at in those that are made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

from cms.media.metadata import PublicTexts, read_metadata
from cms.media.pictures import Size, make_size

MILLION = 1_000_000
TEXTS = PublicTexts(
    title="Pressträff",
    caption="Två åhörare",
    alt="Två personer",
    credit="Bildarkivet/Åsa Öberg",
    copyright_holder="© Norrvind AB",
    usage_terms="Fri användning",
    license_url="https://example.org/villkor",
    digital_source_type="trainedAlgorithmicMedia",
)
OFFERED = [
    ("title", "Pressträff"),
    ("caption", "Två åhörare"),
    ("alt", "Två personer"),
    ("credit", "Bildarkivet/Åsa Öberg"),
    ("copyright_holder", "© Norrvind AB"),
    ("usage_terms", "Fri användning"),
    ("license_url", "https://example.org/villkor"),
    ("digital_source_type", "trainedAlgorithmicMedia"),
]
SECRETS = (b"SERIAL-4711", b"Owner Ownersson", b"<?php", b"59.3293", b"MakerSecret")
TYPES = {
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "png": "image/png",
    "gif": "image/gif",
}
CORNERS = {"red": (0.1, 0.1), "lime": (0.9, 0.1), "blue": (0.1, 0.9), "yellow": (0.9, 0.9)}
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}


def four_corners(width: int = 320, height: int = 240) -> Image.Image:
    """Red, lime, blue and yellow quarters, from the top left, row by row."""
    image = Image.new("RGB", (width, height))
    for name, (x, y) in CORNERS.items():
        quarter = (int(x > 0.5) * width // 2, int(y > 0.5) * height // 2)
        image.paste(COLOURS[name], (*quarter, quarter[0] + width // 2, quarter[1] + height // 2))
    return image


def colour_at(path: Path, x: float, y: float, frame: int = 0) -> Any:
    with Image.open(path) as image:
        image.seek(frame)
        return image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))


def near(found: Any, wanted: tuple[int, ...], tolerance: int = 12) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(found, wanted, strict=True))


def corners_are_upright(path: Path, tolerance: int = 12) -> bool:
    return all(near(colour_at(path, *CORNERS[name]), COLOURS[name], tolerance) for name in CORNERS)


def private_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "MakerSecret"
    exif.get_ifd(0x8769).update({0xA431: "SERIAL-4711", 0xA430: "Owner Ownersson", 0x927C: b"MakerSecret"})
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 19.0, 45.0), 18: "59.3293"})
    return exif


def frames() -> list[Image.Image]:
    return [Image.new("RGBA", (64, 48), name) for name in ("red", "lime", "blue")]


def no_secrets(path: Path) -> bool:
    return not [secret for secret in SECRETS if secret in path.read_bytes()]


def offered(path: Path) -> list[tuple[str, Any]]:
    return [(offer.field, offer.value) for offer in read_metadata(path).offers()]


def made_png(source: Path, spec: str = "max-64x64") -> Path:
    target = source.with_name("made.png")
    make_size(
        source, target, Size.parse(spec), content_type="image/png", focal=None, texts=TEXTS, animated=False
    )
    return target
