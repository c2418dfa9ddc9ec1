"""Video and sound: what is read of them, the poster, and a public copy without traces. Made with ffmpeg's test sources."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from cms.media import ffmpeg, recordings
from cms.media.document import AssetType
from cms.media.recordings import (
    Recording,
    poster,
    probe,
    public_extension,
    public_recording,
    tools_notice,
)
from cms.media.refusal import RefusedFile

TOOLS = ffmpeg.find_tools()
Make = Callable[..., Path]

SCREEN = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=2")
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")
H264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac")
PRIVATE = (
    *(
        "-metadata",
        "location=+59.3293+018.0686/",
        "-metadata",
        "make=Kamera",
        "-metadata",
        "title=Gammal titel",
    ),
    *("-metadata", "creation_time=2026-01-02T03:04:05Z", "-metadata:s:v", "handler_name=Kamera 7"),
    *("-movflags", "use_metadata_tags"),
)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a recording of these arguments of ffmpeg under this name."""
    if TOOLS is None:
        pytest.skip("There is no ffmpeg: neither on PATH nor the package imageio-ffmpeg.")
    tool = TOOLS.ffmpeg

    def run(name: str, *arguments: str) -> Path:
        path = tmp_path / name
        subprocess.run(
            [tool, "-v", "error", "-nostdin", "-y", *arguments, f"file:{path}"],
            check=True,
            capture_output=True,
        )
        return path

    return run


def film(make: Make, name: str = "film.mp4", *more: str) -> Path:
    return make(name, *SCREEN, *TONE, *H264, *more)


def text_of(path: Path) -> str:
    """All of ffmpeg's words about the file, stream by stream."""
    assert TOOLS is not None
    run = subprocess.run(
        [TOOLS.ffmpeg, "-hide_banner", "-nostdin", "-i", f"file:{path}"], capture_output=True, check=False
    )
    return run.stderr.decode()


def test_a_film_tells_its_length_size_and_codecs(make: Make) -> None:
    found = probe(film(make, "film.mp4", "-metadata", "title=Invigning i Åre: “nu”; 1=1"))
    assert found.bitrate is not None
    assert 10_000 < found.bitrate < 1_000_000
    assert found == Recording(
        type=AssetType.VIDEO,
        content_type="video/mp4",
        extension="mp4",
        duration=pytest.approx(2.0, abs=0.1),
        width=320,
        height=180,
        video_codec="h264",
        audio_codec="aac",
        bitrate=found.bitrate,
        title="Invigning i Åre: “nu”; 1=1",
    )


@pytest.mark.parametrize(
    ("name", "arguments", "content_type", "codec"),
    [
        ("a.mp3", ("-c:a", "libmp3lame"), "audio/mpeg", "mp3"),
        ("a.m4a", ("-c:a", "aac"), "audio/mp4", "aac"),
        ("a.aac", ("-c:a", "aac"), "audio/aac", "aac"),
        ("a.wav", (), "audio/wav", "pcm_s16le"),
        ("a.flac", ("-c:a", "flac"), "audio/flac", "flac"),
        ("a.ogg", ("-c:a", "libvorbis"), "audio/ogg", "vorbis"),
        ("a.opus", ("-c:a", "libopus"), "audio/ogg", "opus"),
    ],
)
def test_sounds_are_taken_and_published(
    make: Make, tmp_path: Path, name: str, arguments: tuple[str, ...], content_type: str, codec: str
) -> None:
    path = make(name, *TONE, *arguments, "-metadata", "artist=Åsa")
    found = probe(path)
    assert (found.type, found.content_type, found.extension, found.audio_codec, found.video_codec) == (
        AssetType.AUDIO,
        content_type,
        name[2:],
        codec,
        "",
    )
    assert found.duration == pytest.approx(2.0, abs=0.3)
    target = tmp_path / f"public.{found.extension}"
    public_recording(path, target, title="Ljudet", copyright_notice="© Norrvind")
    assert probe(target).audio_codec == codec
    assert "Åsa" not in text_of(target)
    if name != "a.aac":  # ADTS has no place for words
        assert probe(target).title == "Ljudet"
        assert "© Norrvind" in text_of(target)
    assert poster(path, tmp_path / "poster.jpg") is False


def test_mp4_without_pictures_is_sound(make: Make) -> None:
    found = probe(make("a.mp4", *TONE, "-c:a", "aac"))
    assert (found.type, found.content_type, found.extension) == (AssetType.AUDIO, "audio/mp4", "m4a")


def test_the_public_copy_has_no_position_device_date_or_data_track(make: Make, tmp_path: Path) -> None:
    source = film(make, "film.mov", *PRIVATE, "-timecode", "01:02:03:04")
    assert "location" in text_of(source)
    assert "Data:" in text_of(source)
    target = tmp_path / "public.mp4"
    public_recording(source, target, title="Vingen lyfts", copyright_notice="© Norrvind AB")
    text, content = text_of(target), target.read_bytes()
    for trace in ("location", "Kamera", "2026-01-02", "timecode", "Data:", "Gammal", "encoder"):
        assert trace not in text
    for trace in (b"+59.3", b"Kamera", b"Gammal", b"Lavf", b"tmcd"):
        assert trace not in content
    assert "© Norrvind AB" in text
    assert (probe(target).title, probe(target).video_codec) == ("Vingen lyfts", "h264")
    assert content.index(b"moov") < content.index(b"mdat")


def test_quicktime_is_published_as_mp4_where_it_fits() -> None:
    base = {"type": AssetType.VIDEO, "content_type": "video/quicktime", "extension": "mov"}
    assert public_extension(Recording(**base, video_codec="h264", audio_codec="aac")) == "mp4"
    assert public_extension(Recording(**base, video_codec="prores", audio_codec="pcm_s16le")) == "mov"
    with pytest.raises(ValueError, match=r"'\.exe'"):
        public_recording(Path("a.mp4"), Path("a.exe"), title="T")


def test_covers_and_other_streams_stay_out(make: Make, tmp_path: Path) -> None:
    cover = make("cover.png", *SCREEN, "-frames:v", "1")
    source = make(
        "a.mp3",
        *TONE,
        "-i",
        str(cover),
        "-map",
        "0",
        "-map",
        "1",
        "-c:v",
        "png",
        "-disposition:v",
        "attached_pic",
    )
    assert "attached pic" in text_of(source)
    assert probe(source).video_codec == ""
    public_recording(source, tmp_path / "public.mp3", title="T")
    assert "attached pic" not in text_of(tmp_path / "public.mp3")


def test_the_poster_is_a_frame_of_the_film(make: Make, tmp_path: Path) -> None:
    source, target = film(make), tmp_path / "poster.jpg"
    for at in (None, 0.5, 3600):
        assert poster(source, target, at=at) is True
        with Image.open(target) as picture:
            assert (picture.format, picture.size) == ("JPEG", (320, 180))
            low, high = picture.convert("L").getextrema()
            assert high - low > 100


def test_a_list_of_files_leads_nowhere(make: Make, tmp_path: Path) -> None:
    """Neither an HLS playlist nor a concat list makes ffmpeg open the file that it names, whatever it is called."""
    secret = film(make, "secret.mp4")
    lists = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:%s\n#EXT-X-ENDLIST\n": "playlist.mp4",
        "ffconcat version 1.0\nfile '%s'\n": "list.mp4",
    }
    for text, name in lists.items():
        path = tmp_path / name
        path.write_text(text % secret)
        for read in (probe, lambda p: poster(p, tmp_path / "poster.jpg")):
            with pytest.raises(RefusedFile, match="no recording"):
                read(path)
        assert TOOLS is not None
        with pytest.raises(ffmpeg.Unreadable):
            ffmpeg.read_facts(TOOLS, path, "mov")
    assert not (tmp_path / "poster.jpg").exists()


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_cut_files_are_refused(make: Make, name: str) -> None:
    codecs = ("-c:v", "libvpx", "-c:a", "libopus") if name.endswith("webm") else H264
    path = make(name, *SCREEN, *TONE, *codecs)
    assert probe(path).width == 320
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(RefusedFile, match="is cut off") as raised:
        probe(path)
    assert raised.value.field == "file"


def test_matroska_is_no_webm(make: Make) -> None:
    with pytest.raises(RefusedFile, match="no recording"):
        probe(film(make, "film.mkv"))


def test_noise_after_a_signature_is_refused(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "noise.mp3"
    path.write_bytes(b"ID3\x04\0\0\0\0\0\0" + b"\x00\x01" * 5000)
    with pytest.raises(RefusedFile, match=r"cannot be read|neither pictures nor sound") as raised:
        probe(path)
    assert str(tmp_path) not in raised.value.message


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "noise.mp3"
    path.write_bytes(b"ID3\x04\0\0\0\0\0\0" + b"\x00\x01" * 5000)
    with pytest.raises(RefusedFile, match="could not be made"):
        public_recording(path, tmp_path / "public.mp3", title="T")
    assert [p.name for p in tmp_path.iterdir()] == ["noise.mp3"]


def test_without_ffmpeg_uploads_work_and_a_notice_says_what_does_not(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tools_notice() is None
    path = film(make)
    monkeypatch.setattr(recordings, "find_tools", lambda: None)
    notice = tools_notice()
    assert notice is not None
    assert notice.startswith("ffmpeg is not installed")
    assert probe(path) == Recording(type=AssetType.VIDEO, content_type="video/mp4", extension="mp4")
    assert poster(path, tmp_path / "poster.jpg") is False
    with pytest.raises(RefusedFile, match="ffmpeg is not installed"):
        public_recording(path, tmp_path / "public.mp4", title="T")


def test_ffprobe_and_ffmpeg_agree(make: Make) -> None:
    probing = shutil.which("ffprobe")
    if probing is None:
        pytest.skip("There is no ffprobe on PATH; the package imageio-ffmpeg has none.")
    assert TOOLS is not None
    path = film(make, "film.mp4", "-metadata", "title=Åre")
    by_json = ffmpeg.read_facts(ffmpeg.Tools(TOOLS.ffmpeg, Path(probing)), path, "mov")
    by_text = ffmpeg.read_facts(ffmpeg.Tools(TOOLS.ffmpeg, None), path, "mov")
    assert by_text.duration == pytest.approx(by_json.duration, abs=0.02)
    assert (by_text.width, by_text.height, by_text.video_codec, by_text.audio_codec, by_text.title) == (
        *(by_json.width, by_json.height, by_json.video_codec, by_json.audio_codec, by_json.title),
    )


def test_the_json_of_ffprobe_is_read() -> None:
    answer = {
        "streams": [
            {"codec_type": "video", "codec_name": "mjpeg", "disposition": {"attached_pic": 1}},
            {
                "codec_type": "video",
                "codec_name": "hevc",
                "width": 1920,
                "height": 1080,
                "side_data_list": [{"side_data_type": "Display Matrix", "rotation": -90}],
            },
            {"codec_type": "audio", "codec_name": "aac"},
        ],
        "format": {"duration": "61.500000", "bit_rate": "800000", "tags": {"title": "Å"}},
    }
    assert ffmpeg.facts_of_json(answer) == ffmpeg.Facts(
        duration=61.5,
        width=1920,
        height=1080,
        rotation=-90.0,
        video_codec="hevc",
        audio_codec="aac",
        bitrate=800_000,
        title="Å",
    )


def test_the_real_films_and_sounds(shared_data: Path, tmp_path: Path, make: Make) -> None:
    media = shared_data / "media"
    for name, size in {
        "bbb_480p.mp4": (480, 270),
        "bbb_480p.webm": (480, 270),
        "bbb_rotated90.mp4": (270, 480),
    }.items():
        found = probe(media / name)
        assert (found.width, found.height) == size
        assert found.duration == pytest.approx(4.0, abs=0.05)
        assert poster(media / name, tmp_path / "poster.jpg")
        with Image.open(tmp_path / "poster.jpg") as picture:
            assert picture.size == size
        target = tmp_path / f"public.{found.extension}"
        public_recording(media / name, target, title="Kanin")
        copy = probe(target)
        assert (copy.width, copy.height, copy.title, copy.video_codec) == (*size, "Kanin", found.video_codec)
    sound = probe(media / "bbb_audio.mp3")
    assert (sound.type, sound.title, sound.audio_codec) == (AssetType.AUDIO, "Pressklipp åäö", "mp3")
    with pytest.raises(RefusedFile, match="is cut off"):
        probe(media / "bbb_truncated.mp4")
