"""Video and sound: what a recording is, a frame of it, and its copy for the public, which is never encoded anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from cms.media import sandbox
from cms.media.containers import missing_from_boxes, missing_from_segment
from cms.media.content import AAC, FLAC, M4A, MP3, MP4, WAV, WEBM, Format, recognise
from cms.media.document import AssetType
from cms.media.ffmpeg import (
    DRAWING,
    PIXELS_MAX,
    Facts,
    Tools,
    Unreadable,
    find_tools,
    read_facts,
    run_ffmpeg,
    source,
)
from cms.media.refusal import RefusedFile

POSTER_WIDTH = 1920
POSTER_AT_MOST = 10.0
"""Seconds into a video at which its poster is taken, when it is long; a tenth of a short one."""

MUXERS = {
    "mp4": "mp4",
    "m4v": "mp4",
    "mov": "mov",
    "m4a": "ipod",
    "webm": "webm",
    "mp3": "mp3",
    "aac": "adts",
    "wav": "wav",
    "ogg": "ogg",
    "opus": "opus",
    "flac": "flac",
}
INDEX_FIRST = frozenset({"mp4", "mov", "ipod"})
PLAYED_IN_MP4 = frozenset({"h264", "hevc", "av1", "vp9", "aac", "mp3", "opus", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A video or a sound that may be taken.

    Duration in seconds; width and height in pixels as shown, upright; bitrate in bits per second; codecs by ffmpeg's
    names, empty for none. Null is for what is not known, all of it when there is no ffmpeg.
    """

    type: AssetType
    content_type: str
    extension: str
    duration: float | None = None
    width: int | None = None
    height: int | None = None
    video_codec: str = ""
    audio_codec: str = ""
    bitrate: int | None = None
    title: str = ""


def tools_notice() -> str | None:
    """What editors and administrators should know when ffmpeg is missing, else None."""
    if find_tools():
        return None
    return _(
        "ffmpeg is not installed: videos and sounds can be uploaded, but their length and size stay unknown, videos get no "
        "poster, and they cannot be published, because the metadata in them cannot be removed. Install ffmpeg, or the Python package imageio-ffmpeg."
    )


def probe(path: Path) -> Recording:
    """What the recording is. Raises RefusedFile when it is none that is taken, cut off or unreadable."""
    format_ = _format(path)
    _check_whole(path, format_)
    tools = find_tools()
    if tools is None:
        return Recording(type=format_.type, content_type=format_.content_type, extension=format_.extension)
    return _recording(format_, _facts(tools, path, format_))


def poster(path: Path, target: Path, *, at: float | None = None) -> bool:
    """Writes a frame as JPEG, upright and at most 1,920 pixels wide; False when there is none to be had.

    `at` is in seconds; without it a frame near the beginning is taken that is likely not black.
    """
    tools = find_tools()
    format_ = _format(path)
    if tools is None:
        return False
    facts = _facts(tools, path, format_)
    if not facts.video_codec:
        return False
    moment = min(POSTER_AT_MOST, (facts.duration or 0) / 10) if at is None else at
    # The first frame where that moment has none: durations can be wrong, and editors mistaken.
    return any(_draw(tools, path, target, format_, second) for second in dict.fromkeys((moment, 0.0)))


def public_extension(recording: Recording) -> str:
    """What the public copy is called: QuickTime becomes MP4 where its streams fit, since browsers play that."""
    codecs = {recording.video_codec, recording.audio_codec}
    return "mp4" if recording.extension == "mov" and codecs <= PLAYED_IN_MP4 else recording.extension


def public_recording(source_path: Path, target: Path, *, title: str, copyright_notice: str = "") -> None:
    """Writes the copy for the public: the first picture and sound stream as they are, this title and copyright, no more.

    Position, device, dates, chapters, covers, subtitles and data tracks stay out (drones write their position into
    subtitles); the rotation stays. The extension of `target` says the container: the source's, or `public_extension`.
    Raises RefusedFile when there is no ffmpeg or it cannot read the file, and ValueError for an extension that fits no recording.
    """
    muxer = MUXERS.get(target.suffix.lower().removeprefix("."))
    if muxer is None:
        raise ValueError(f"No recording has the extension {target.suffix!r}.")
    tools = find_tools()
    if tools is None:
        raise RefusedFile(tools_notice() or "")
    format_ = _format(source_path)
    streams = ["-map", "0:a:0"] if muxer in _SOUND_ONLY else ["-map", "0:V:0?", "-map", "0:a:0?"]
    exact = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    words = ["-metadata", f"title={title}"]
    if copyright_notice:
        words += ["-metadata", f"copyright={copyright_notice}"]
    arguments = [
        *source(source_path, format_.demuxer),
        *streams,
        *("-c", "copy", "-map_metadata", "-1", "-map_chapters", "-1"),
        *exact,
        *words,
        *(("-movflags", "+faststart") if muxer in INDEX_FIRST else ()),
        *("-f", muxer, f"file:{target.resolve()}"),
    ]
    size = source_path.stat().st_size
    limits = sandbox.Limits(
        memory=1024 * sandbox.MEBIBYTE, cpu=900, wall=3600, file_size=size + size // 10 + sandbox.MEBIBYTE
    )
    try:
        run_ffmpeg(tools, arguments, limits=limits)
    except (Unreadable, sandbox.ChildFailed) as failure:
        target.unlink(missing_ok=True)
        raise RefusedFile(
            _("The public copy of this recording could not be made (%(reason)s).") % {"reason": failure}
        ) from failure


_SOUND_ONLY = frozenset({"ipod", "mp3", "adts", "wav", "ogg", "opus", "flac"})


def _format(path: Path) -> Format:
    format_ = recognise(path)
    if not isinstance(format_, Format) or not format_.demuxer:
        raise RefusedFile(
            _(
                "This is no recording. Videos are MP4, MOV, M4V or WebM; sounds MP3, M4A, AAC, WAV, OGG, Opus or FLAC."
            )
        )
    return format_


def _check_whole(path: Path, format_: Format) -> None:
    missing = 0
    if format_.demuxer == "mov":
        missing = missing_from_boxes(path)
    elif format_ is WEBM:
        missing = missing_from_segment(path)
    if missing:
        raise RefusedFile(
            _("This %(format)s file is cut off: its end is missing. Upload it again from the original.")
            % {"format": format_.name}
        )


def _facts(tools: Tools, path: Path, format_: Format) -> Facts:
    try:
        return read_facts(tools, path, format_.demuxer)
    except Unreadable as failure:
        raise RefusedFile(
            _("This %(format)s file cannot be read (%(reason)s). Export it again.")
            % {"format": format_.name, "reason": failure}
        ) from failure
    except (sandbox.ChildFailed, ValueError) as failure:
        raise RefusedFile(
            _(
                "This %(format)s file could not be read with the time and memory that it may take. Export it again."
            )
            % {"format": format_.name}
        ) from failure


def _recording(format_: Format, facts: Facts) -> Recording:
    if not facts.video_codec and not facts.audio_codec:
        raise RefusedFile(
            _("This %(format)s file contains neither pictures nor sound.") % {"format": format_.name}
        )
    if facts.width and facts.height and facts.width * facts.height > PIXELS_MAX:
        raise RefusedFile(
            _(
                "This video is %(width)d × %(height)d pixels large; %(limit)d pixels are the most, which is 8K."
            )
            % {"width": facts.width, "height": facts.height, "limit": PIXELS_MAX}
        )
    sideways = round(facts.rotation / 90) % 2 == 1
    type_, content_type, extension = _kind(format_, facts)
    return Recording(
        type=type_,
        content_type=content_type,
        extension=extension,
        duration=facts.duration,
        width=facts.height if sideways else facts.width,
        height=facts.width if sideways else facts.height,
        video_codec=facts.video_codec,
        audio_codec=facts.audio_codec,
        bitrate=facts.bitrate,
        title=facts.title,
    )


def _kind(format_: Format, facts: Facts) -> tuple[AssetType, str, str]:
    """MP4 and WebM hold pictures or sound alone; which, only their streams tell."""
    if not facts.video_codec and format_ is WEBM:
        return AssetType.AUDIO, "audio/webm", "webm"
    if not facts.video_codec and format_.demuxer == "mov":
        format_ = M4A
    elif facts.video_codec and format_ is M4A:
        format_ = MP4
    elif facts.video_codec and format_ not in {MP3, AAC, WAV, FLAC} and format_.type is AssetType.AUDIO:
        raise RefusedFile(_("This is an Ogg video. Save it as MP4 or WebM."))
    return format_.type, format_.content_type, format_.extension


def _draw(tools: Tools, path: Path, target: Path, format_: Format, second: float) -> bool:
    arguments = [
        *("-threads", "1", "-max_pixels", str(PIXELS_MAX), "-ss", f"{max(0.0, second):.3f}"),
        *source(path, format_.demuxer),
        *("-map", "0:V:0", "-frames:v", "1", "-vf", f"scale='min({POSTER_WIDTH},iw)':-2", "-threads", "1"),
        *("-map_metadata", "-1", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3"),
        *("-f", "mjpeg", f"file:{target.resolve()}"),
    ]
    try:
        run_ffmpeg(tools, arguments, limits=DRAWING)
    except (Unreadable, sandbox.ChildFailed):
        target.unlink(missing_ok=True)
        return False
    if not target.stat().st_size:
        target.unlink()
        return False
    return True
