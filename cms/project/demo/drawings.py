"""The pictures of the demo, as JPEG, GIF and SVG bytes: drawn by code, so that the repository carries no binaries."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1600, 900)
Colour = tuple[int, int, int]

DAWN: tuple[Colour, Colour] = ((250, 214, 178), (108, 146, 170))
DAY: tuple[Colour, Colour] = ((222, 236, 240), (112, 166, 196))
WINTER: tuple[Colour, Colour] = ((240, 240, 238), (164, 188, 204))
NIGHT: tuple[Colour, Colour] = ((38, 66, 84), (8, 16, 34))
RIDGES: dict[tuple[Colour, Colour], list[Colour]] = {
    DAWN: [(136, 150, 150), (86, 112, 112), (44, 72, 74)],
    DAY: [(124, 160, 150), (76, 122, 104), (40, 84, 70)],
    WINTER: [(196, 208, 214), (150, 170, 180), (92, 114, 124)],
    NIGHT: [(26, 48, 62), (16, 34, 46), (8, 20, 30)],
}


def wind_farm(sky: tuple[Colour, Colour], turbines: Sequence[tuple[int, int, int]], seed: int) -> bytes:
    """Turbines on forest ridges; each turbine is (x, foot, height) in pixels."""
    image = _sky(sky)
    draw = ImageDraw.Draw(image)
    if sky == NIGHT:
        _northern_lights(image, seed)
        draw = ImageDraw.Draw(image)
    ridges = RIDGES[sky]
    _ridge(draw, 600, 50, ridges[0], seed)
    white = (214, 222, 228) if sky == NIGHT else (250, 250, 248)
    for number, (x, foot, height) in enumerate(turbines):
        _turbine(draw, (x, foot), height, angle=seed * 17 + number * 41, colour=white)
    _ridge(draw, 700, 40, ridges[1], seed + 1)
    _forest(draw, 800, ridges[2], seed + 2)
    return _jpeg(image)


def rotor(sky: tuple[Colour, Colour], seed: int, angle: float = 20) -> bytes:
    """A rotor from below, with ice on the edges of its blades."""
    return _jpeg(rotor_image(sky, seed, angle))


def rotor_image(sky: tuple[Colour, Colour], seed: int, angle: float) -> Image.Image:
    """The rotor at an angle in degrees, for stills and for film."""
    image = _sky(sky)
    draw = ImageDraw.Draw(image)
    hub = (980, 360)
    draw.polygon(
        [(hub[0] - 34, hub[1]), (hub[0] + 34, hub[1]), (hub[0] + 66, 920), (hub[0] - 66, 920)],
        fill=(206, 212, 214),
    )
    for blade in range(3):
        _blade(draw, hub, 760, angle + blade * 120, 74, (246, 247, 247), ice=(170, 204, 222))
    draw.ellipse(
        [hub[0] - 64, hub[1] - 64, hub[0] + 64, hub[1] + 64],
        fill=(228, 232, 233),
        outline=(190, 198, 202),
        width=4,
    )
    _snow(image, seed)
    return image


def turning_rotor(frames: int = 16) -> bytes:
    """A third of a turn of the rotor, which joins on to itself: a GIF that moves for ever."""
    pictures = [
        rotor_image(WINTER, 4, 20 + 120 * number / frames)
        .resize((640, 360), Image.Resampling.LANCZOS)
        .quantize(64, dither=Image.Dither.NONE)
        for number in range(frames)
    ]
    file = io.BytesIO()
    pictures[0].save(file, "GIF", save_all=True, append_images=pictures[1:], duration=80, loop=0)
    return file.getvalue()


def technical_drawing(hub_height: str, rotor_diameter: str, name: str) -> bytes:
    """A turbine from the front with its measures, as SVG."""
    blades = "".join(
        f'<path d="M400 300l-14-60 12-190 16 190z" transform="rotate({angle} 400 300)"/>'
        for angle in (0, 120, 240)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">
<rect width="800" height="800" fill="#fafaf7"/>
<g fill="#fff" stroke="#135e64" stroke-width="3" stroke-linejoin="round">
<path d="M386 700l8-400h12l8 400z"/>{blades}<circle cx="400" cy="300" r="16"/></g>
<path d="M90 700h620" stroke="#135e64" stroke-width="3"/>
<circle cx="400" cy="300" r="250" fill="none" stroke="#b4571c" stroke-width="1.5" stroke-dasharray="8 8"/>
<g stroke="#b4571c" stroke-width="1.5"><path d="M150 300h500M700 300v400M690 300h20M690 700h20"/></g>
<g font-family="sans-serif" font-size="24" fill="#1b2b2e">
<text x="692" y="660" text-anchor="end">{hub_height}</text>
<text x="160" y="288" font-size="20">{rotor_diameter}</text>
<text x="90" y="760" font-weight="bold">{name}</text></g>
</svg>
""".encode()


def battery_store(seed: int) -> bytes:
    """Rows of battery containers before a ridge."""
    image = _sky(DAY)
    draw = ImageDraw.Draw(image)
    _ridge(draw, 430, 60, RIDGES[DAY][0], seed)
    _forest(draw, 520, RIDGES[DAY][1], seed + 1)
    draw.rectangle([0, 560, 1600, 900], fill=(178, 176, 166))
    for row, (top, height) in enumerate([(520, 90), (580, 130), (670, 190)]):
        width = int(height * 2.3)
        for column in range(-1, 1600 // width + 2):
            left = column * (width + 26) + (row * 70) % width - 120
            draw.rectangle(
                [left, top, left + width, top + height],
                fill=(238, 240, 238),
                outline=(198, 204, 204),
                width=3,
            )
            for door in range(1, 6):
                x = left + door * width // 6
                draw.line([x, top + 12, x, top + height - 12], fill=(206, 212, 212), width=3)
            draw.rectangle(
                [left + 14, top + 14, left + width // 6 - 10, top + height // 4], fill=(23, 92, 98)
            )
            draw.rectangle([left, top + height, left + width, top + height + 8], fill=(120, 118, 110))
    return _jpeg(image)


def lake(seed: int) -> bytes:
    """A turbine by a still lake, and its reflection."""
    upper = _sky(DAWN)
    draw = ImageDraw.Draw(upper)
    _ridge(draw, 470, 40, RIDGES[DAWN][0], seed)
    _turbine(draw, (1120, 480), 360, angle=25, colour=(250, 250, 248))
    _forest(draw, 520, RIDGES[DAWN][2], seed + 1)
    shore = 530
    mirrored = upper.crop((0, 2 * shore - 900, 1600, shore)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirrored = Image.blend(
        mirrored.filter(ImageFilter.GaussianBlur(5)), Image.new("RGB", mirrored.size, (60, 90, 104)), 0.25
    )
    upper.paste(mirrored, (0, shore))
    return _jpeg(upper)


def sound_level(seed: int) -> bytes:
    """A sound curve over the outline of a ridge."""
    image = Image.new("RGB", SIZE, (20, 52, 58))
    draw = ImageDraw.Draw(image)
    chance = random.Random(seed)  # nosec B311 # the same picture each time
    for x in range(70, 1540, 18):
        swell = 0.45 + 0.4 * math.sin(x / 70) * math.sin(x / 310)
        height = 330 * abs(swell) * chance.uniform(0.45, 1)
        draw.rounded_rectangle([x, 430 - height, x + 9, 430 + height], radius=5, fill=(118, 196, 190))
    _ridge(draw, 820, 34, (12, 36, 42), seed)
    return _jpeg(image)


def bar_chart(title: str, labels: Sequence[str], values: Sequence[int], unit: str) -> bytes:
    """A bar chart with its title; the last bar stands out."""
    image = Image.new("RGB", SIZE, (250, 250, 247))
    draw = ImageDraw.Draw(image)
    draw.text((240, 70), title, fill=(24, 44, 48), font=ImageFont.load_default(54))
    base, tallest, step = 770, 520, 1140 // len(values)  # within what a crop to 4:3 leaves
    for number, (label, value) in enumerate(zip(labels, values, strict=True)):
        left = 250 + number * step
        top = base - tallest * value / max(values)
        colour = (19, 94, 100) if number == len(values) - 1 else (150, 188, 188)
        draw.rectangle([left, top, left + step * 0.62, base], fill=colour)
        middle = left + step * 0.31
        draw.text(
            (middle, top - 34),
            f"{value} {unit}",
            fill=(24, 44, 48),
            font=ImageFont.load_default(32),
            anchor="mm",
        )
        draw.text((middle, base + 44), label, fill=(80, 96, 98), font=ImageFont.load_default(34), anchor="mm")
    draw.line([230, base, 1370, base], fill=(24, 44, 48), width=3)
    return _jpeg(image)


def logo() -> bytes:
    """The company's mark: three blades in a square."""
    image = Image.new("RGB", (800, 800), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    for blade in range(3):
        _blade(draw, (400, 420), 320, -90 + blade * 120, 56, (19, 94, 100))
    draw.ellipse([352, 372, 448, 468], fill=(226, 142, 60))
    return _jpeg(image)


def portrait(skin: Colour, hair: Colour, coat: Colour, wall: Colour, style: str) -> bytes:
    """A person in flat shapes, facing the viewer; `style` is the hair: long, short, bun or bald."""
    image = _gradient((1200, 1500), tuple(min(255, part + 26) for part in wall), wall)  # type: ignore[arg-type]
    draw = ImageDraw.Draw(image)
    shade = tuple(int(part * 0.86) for part in skin)
    if style == "long":
        draw.rounded_rectangle([330, 380, 870, 1120], radius=250, fill=hair)
    if style == "bun":
        draw.ellipse([490, 190, 710, 410], fill=hair)
    draw.ellipse([120, 1080, 1080, 2000], fill=coat)
    draw.polygon([(470, 1090), (730, 1090), (600, 1360)], fill=(246, 244, 238))
    draw.rounded_rectangle([510, 880, 690, 1170], radius=86, fill=shade)
    draw.ellipse([390, 400, 810, 990], fill=skin)
    if style != "bald":
        draw.pieslice([366, 340, 834, 900], 180, 360, fill=hair)
        draw.ellipse([400, 520, 810, 760], fill=skin)
    if style == "short":
        draw.rectangle([372, 600, 400, 700], fill=hair)
        draw.rectangle([800, 600, 828, 700], fill=hair)
    for x in (515, 685):
        draw.ellipse([x - 15, 676, x + 15, 706], fill=(38, 34, 34))
        draw.arc(
            [x - 46, 620, x + 46, 690], 205, 335, fill=hair if style != "bald" else (92, 76, 66), width=10
        )
    draw.line([604, 710, 588, 790, 612, 796], fill=shade, width=8, joint="curve")
    draw.arc([530, 780, 670, 880], 25, 155, fill=(150, 74, 66), width=10)
    return _jpeg(image)


def _gradient(size: tuple[int, int], low: Colour, high: Colour) -> Image.Image:
    """From `high` at the top to `low` at the bottom."""
    mask = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, low), Image.new("RGB", size, high), mask)


def _sky(colours: tuple[Colour, Colour]) -> Image.Image:
    return _gradient(SIZE, *colours)


def _ridge(draw: ImageDraw.ImageDraw, level: int, swing: int, colour: Colour, seed: int) -> None:
    heights = _hills(seed, swing)
    draw.polygon([(0, 900), *((x, level + heights(x)) for x in range(0, 1610, 10)), (1600, 900)], fill=colour)


def _forest(draw: ImageDraw.ImageDraw, level: int, colour: Colour, seed: int) -> None:
    heights, chance = _hills(seed, 36), random.Random(seed)  # nosec B311 # the same picture each time
    _ridge(draw, level, 36, colour, seed)
    for x in range(-10, 1610, 9):
        foot, tall = level + heights(x) + 12, chance.randint(22, 66)
        draw.polygon([(x, foot - tall), (x - 10, foot), (x + 10, foot)], fill=colour)


def _hills(seed: int, swing: int) -> Callable[[float], float]:
    chance = random.Random(seed)  # nosec B311 # the same picture each time
    waves = [(chance.uniform(180, 620), chance.uniform(0, 6), chance.uniform(0.3, 1)) for _ in range(4)]
    return lambda x: sum(swing * size * math.sin(x / length + phase) for length, phase, size in waves) / 2


def _turbine(
    draw: ImageDraw.ImageDraw, foot: tuple[int, int], height: int, *, angle: float, colour: Colour
) -> None:
    x, y = foot
    half = height / 60
    draw.polygon(
        [
            (x - half, y + 60),
            (x + half, y + 60),
            (x + half * 0.55, y - height),
            (x - half * 0.55, y - height),
        ],
        fill=colour,
    )
    for blade in range(3):
        _blade(draw, (x, y - height), height * 0.62, angle + blade * 120, height / 26, colour)
    draw.ellipse(
        [x - half * 1.3, y - height - half * 1.3, x + half * 1.3, y - height + half * 1.3], fill=colour
    )


def _blade(
    draw: ImageDraw.ImageDraw,
    hub: tuple[float, float],
    length: float,
    angle: float,
    width: float,
    colour: Colour,
    ice: Colour | None = None,
) -> None:
    along, across = math.radians(angle), math.radians(angle + 90)

    def at(part: float, side: float) -> tuple[float, float]:
        return (
            hub[0] + length * part * math.cos(along) + width * side * math.cos(across),
            hub[1] + length * part * math.sin(along) + width * side * math.sin(across),
        )

    draw.polygon(
        [at(0, -0.3), at(0.16, -0.7), at(0.5, -0.42), at(1, 0), at(0.5, 0.2), at(0, 0.3)], fill=colour
    )
    if ice:
        draw.line([at(0.16, -0.7), at(0.5, -0.42), at(1, 0)], fill=ice, width=7, joint="curve")


def _northern_lights(image: Image.Image, seed: int) -> None:
    glow = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(glow)
    curve, chance = _hills(seed + 9, 70), random.Random(seed)  # nosec B311 # the same picture each time
    for x in range(0, 1600, 6):
        top = 260 + curve(x)
        draw.line([x, top - chance.randint(80, 200), x + 10, top + 60], fill=(30, 130, 100), width=8)
    image.paste(
        Image.composite(
            glow.filter(ImageFilter.GaussianBlur(26)),
            image,
            glow.convert("L").filter(ImageFilter.GaussianBlur(26)),
        )
    )
    stars = ImageDraw.Draw(image)
    for _ in range(160):
        x, y = chance.randint(0, 1599), chance.randint(0, 520)
        stars.point([(x, y), (x + 1, y)], fill=(214, 224, 232))


def _snow(image: Image.Image, seed: int) -> None:
    draw, chance = ImageDraw.Draw(image), random.Random(seed)  # nosec B311 # the same picture each time
    for _ in range(240):
        x, y, size = chance.randint(0, 1600), chance.randint(0, 900), chance.uniform(1.5, 4)
        draw.ellipse([x, y, x + size, y + size], fill=(255, 255, 255))


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=86, optimize=True)
    return file.getvalue()
