"""ffmpeg and ffprobe: where they are, how they are run on files of strangers, and what they say of a file.

The tools on PATH come first, since the system keeps them up to date; then the binary of the package imageio-ffmpeg, which has
no ffprobe: then what `ffmpeg -i` prints is read instead. A file is opened as the format that its content was recognised
as, by the file protocol alone, so that playlists and references in it lead nowhere.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cms.media import sandbox

PROBING = sandbox.Limits(memory=800 * sandbox.MEBIBYTE, cpu=2, wall=30)
DRAWING = sandbox.Limits(memory=1024 * sandbox.MEBIBYTE, cpu=10, wall=60, file_size=32 * sandbox.MEBIBYTE)
PIXELS_MAX = 8192 * 4608
"""Pixels of a frame that is decoded: a little over 8K."""

DURATION = re.compile(
    r"^  Duration: (?:(\d+):(\d\d):(\d\d(?:\.\d+)?)|N/A).*?(?:bitrate: (\d+) kb/s)?$", re.MULTILINE
)
STREAM = re.compile(r"^  Stream #0:\d+[^:\n]*: (Video|Audio): (\w+)(.*)$", re.MULTILINE)
SIZE = re.compile(r", (\d+)x(\d+)[ ,]|, (\d+)x(\d+)$")
ROTATION = re.compile(r"rotation of (-?\d+(?:\.\d+)?) degrees")
# Of the whole file with four spaces before it, of a stream (where Ogg keeps it) with six.
TITLE = re.compile(r"^ {4,6}(?:title|TITLE) +: (.*)$", re.MULTILINE)


class Unreadable(Exception):
    """ffmpeg cannot read the file; the text is its reason."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the tools are. Without ffprobe ffmpeg does its part."""

    ffmpeg: Path
    ffprobe: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file says of itself. Seconds, pixels as stored, degrees, bits per second; null and empty for nothing said."""

    duration: float | None
    width: int | None
    height: int | None
    rotation: float
    video_codec: str
    audio_codec: str
    bitrate: int | None
    title: str


def find_tools() -> Tools | None:
    """The tools of the system, else of imageio-ffmpeg; None without either."""
    probe = shutil.which("ffprobe")
    if found := shutil.which("ffmpeg"):
        return Tools(Path(found), Path(probe) if probe else None)
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        return Tools(Path(get_ffmpeg_exe()), Path(probe) if probe else None)
    except (ImportError, RuntimeError):
        return None


def source(path: Path, demuxer: str) -> list[str]:
    """Arguments that open a file as this format and nothing else."""
    return ["-protocol_whitelist", "file", "-f", demuxer, "-i", f"file:{path.resolve()}"]


def run_ffmpeg(tools: Tools, arguments: list[str], *, limits: sandbox.Limits) -> None:
    """Runs ffmpeg. Raises Unreadable with its last line, and sandbox.ChildTooSlow."""
    code, _output, errors = sandbox.run_program(
        tools.ffmpeg, ["-hide_banner", "-nostdin", "-v", "error", "-y", *arguments], limits=limits
    )
    if code:
        lines = errors.decode(errors="replace").strip().splitlines()
        raise Unreadable(lines[-1][:200] if lines else f"ffmpeg ended with {code}")


def read_facts(tools: Tools, path: Path, demuxer: str) -> Facts:
    """What the file says of itself. Raises Unreadable, and sandbox.ChildTooSlow."""
    # The frame's size is bounded here too, since finding out the codecs can mean decoding a frame.
    arguments = ["-hide_banner", "-max_pixels", str(PIXELS_MAX), *source(path, demuxer)]
    if tools.ffprobe:
        show = ["-v", "error", "-show_format", "-show_streams", "-of", "json"]
        code, output, errors = sandbox.run_program(tools.ffprobe, [*show, *arguments], limits=PROBING)
        if code:
            raise Unreadable(_reason(errors))
        return facts_of_json(json.loads(output))
    code, _output, errors = sandbox.run_program(
        tools.ffmpeg, ["-nostdin", "-threads", "1", *arguments], limits=PROBING
    )
    text = errors.decode(errors="replace")
    if "\nInput #0" not in f"\n{text}":
        raise Unreadable(_reason(errors))
    return facts_of_text(text)


def facts_of_json(answer: dict[str, Any]) -> Facts:
    """Facts of what ffprobe writes as JSON."""
    streams, whole = answer.get("streams", []), answer.get("format", {})
    video: dict[str, Any] = next(
        (s for s in streams if s.get("codec_type") == "video" and not _is_cover(s)), {}
    )
    audio: dict[str, Any] = next((s for s in streams if s.get("codec_type") == "audio"), {})
    turned = next((d["rotation"] for d in video.get("side_data_list", []) if "rotation" in d), 0)
    duration, bitrate = whole.get("duration"), whole.get("bit_rate")
    tags = {**audio.get("tags", {}), **whole.get("tags", {})}
    return Facts(
        duration=float(duration) if duration else None,
        width=video.get("width") or None,
        height=video.get("height") or None,
        rotation=float(turned),
        video_codec=video.get("codec_name", "unknown") if video else "",
        audio_codec=audio.get("codec_name", "unknown") if audio else "",
        bitrate=int(bitrate) if bitrate else None,
        title=_plain(tags.get("title") or tags.get("TITLE") or ""),
    )


def facts_of_text(text: str) -> Facts:
    """Facts of what `ffmpeg -i` prints."""
    text = text[text.index("Input #0") :]
    time = DURATION.search(text)
    seconds = int(time[1]) * 3600 + int(time[2]) * 60 + float(time[3]) if time and time[1] else None
    streams = [s for s in STREAM.finditer(text) if "(attached pic)" not in s[3]]
    video = next((s for s in streams if s[1] == "Video"), None)
    audio = next((s for s in streams if s[1] == "Audio"), None)
    size = SIZE.search(video[3]) if video else None
    turned = ROTATION.search(text, video.end()) if video else None
    title = TITLE.search(text)
    return Facts(
        duration=seconds,
        width=int(size[1] or size[3]) if size else None,
        height=int(size[2] or size[4]) if size else None,
        rotation=float(turned[1]) if turned else 0.0,
        video_codec=_codec(video),
        audio_codec=_codec(audio),
        bitrate=int(time[4]) * 1000 if time and time[4] else None,
        title=_plain(title[1]) if title else "",
    )


def _codec(stream: re.Match[str] | None) -> str:
    if stream is None:
        return ""
    return "unknown" if stream[2] == "none" else stream[2]


def _is_cover(stream: dict[str, Any]) -> bool:
    return bool(stream.get("disposition", {}).get("attached_pic"))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())[:500]


def _reason(errors: bytes) -> str:
    """The last line, without the address of the demuxer in memory and the path of the file."""
    lines = errors.decode(errors="replace").strip().splitlines()
    last = re.sub(r"\[[^\]]* @ 0x[0-9a-f]+\]\s*", "", lines[-1]) if lines else ""
    return re.sub(r"file:\S+", "", last).strip(" :")[:200]
