"""The film, the sound and the documents of the demo, made by code from the formats' specifications."""

from __future__ import annotations

import io
import math
import random
import struct
import wave
from collections.abc import Sequence
from functools import cache

from PIL import Image

from cms.project.demo.drawings import WINTER, rotor_image

FRAMES, FRAMES_A_SECOND = 40, 10
FILM_SIZE = (640, 360)
SOUND_RATE, SOUND_SECONDS = 16_000, 6


@cache
def film() -> bytes:
    """Four seconds of a turning rotor as WebM; each frame is a VP8 key frame, as a lossy WebP file holds one.

    RFC 6386 (VP8), RFC 8794 (EBML), RFC 9559 (Matroska).
    """
    frames = []
    for number in range(FRAMES):
        picture = rotor_image(WINTER, 4, 20 + 120 * number / FRAMES).resize(
            FILM_SIZE, Image.Resampling.LANCZOS
        )
        frames.append(_vp8_frame(picture))
    milliseconds = 1000 // FRAMES_A_SECOND
    blocks = [
        _element(0xA3, b"\x81" + struct.pack(">hB", number * milliseconds, 0x80) + frame)
        for number, frame in enumerate(frames)
    ]
    head = _element(
        0x1A45DFA3,
        *(_number(0x4286, 1), _number(0x42F7, 1), _number(0x42F2, 4), _number(0x42F3, 8)),
        *(_element(0x4282, b"webm"), _number(0x4287, 2), _number(0x4285, 2)),
    )
    information = _element(
        0x1549A966,
        _number(0x2AD7B1, 1_000_000),
        _element(0x4489, struct.pack(">d", FRAMES * milliseconds)),
        _element(0x4D80, b"newsroom demo"),
        _element(0x5741, b"newsroom demo"),
    )
    picture_size = _element(0xE0, _number(0xB0, FILM_SIZE[0]), _number(0xBA, FILM_SIZE[1]))
    track = _element(
        0xAE,
        _number(0xD7, 1),
        _number(0x73C5, 1),
        _number(0x83, 1),
        _number(0x9C, 0),
        _element(0x86, b"V_VP8"),
        picture_size,
    )
    cluster = _element(0x1F43B675, _number(0xE7, 0), *blocks)
    return head + _element(0x18538067, information, _element(0x1654AE6B, track), cluster)


def sound() -> bytes:
    """Six seconds of a wind turbine as WAV: low noise that swells each time a blade passes the tower."""
    chance, level, samples = random.Random(11), 0.0, bytearray()  # nosec B311 # the same sound each time
    for number in range(SOUND_RATE * SOUND_SECONDS):
        second = number / SOUND_RATE
        level += 0.06 * (chance.uniform(-1, 1) - level)
        swell = 0.35 + 0.65 * max(0, math.sin(2 * math.pi * 0.75 * second)) ** 2
        fade = min(1, second, SOUND_SECONDS - second)
        samples += struct.pack("<h", int(32_000 * level * swell * fade))
    file = io.BytesIO()
    with wave.open(file, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(SOUND_RATE)
        recording.writeframes(bytes(samples))
    return file.getvalue()


def document(title: str, lines: Sequence[str]) -> bytes:
    """A page of text as PDF 1.4 (ISO 32000), in a typeface that every reader has; Windows-1252 only."""
    text = [b"BT /F1 22 Tf 72 760 Td (" + _escaped(title) + b") Tj /F1 12 Tf 0 -20 Td"]
    text += [b"0 -20 Td (" + _escaped(line) + b") Tj" for line in lines]
    content = b"\n".join([*text, b"ET"])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + _escaped(title) + b") >>",
    ]
    file, starts = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        starts.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(file),
    )
    return bytes(file) + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end


def _vp8_frame(picture: Image.Image) -> bytes:
    """The VP8 key frame in the picture's WebP form: RIFF header (12 bytes), then one `VP8 ` chunk."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "WEBP", quality=60)
    riff = file.getvalue()
    if riff[12:16] != b"VP8 ":
        raise ValueError("Pillow wrote a WebP file of another kind than expected.")
    return riff[20 : 20 + struct.unpack("<I", riff[16:20])[0]]


def _element(name: int, *content: bytes) -> bytes:
    """An EBML element: its id, its size in eight bytes, its content."""
    body = b"".join(content)
    size = struct.pack(">Q", len(body) | 1 << 56)
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + body


def _number(name: int, value: int) -> bytes:
    return _element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def _escaped(text: str) -> bytes:
    """A PDF string in Windows-1252."""
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
