"""Videos and sounds on the wire: real ones, made with ffmpeg's test sources, as assets and in the blocks of a release."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files import File

from cms.ledger.models import Item
from cms.media import ffmpeg
from cms.media.models import NewsroomMedia

TOOLS = ffmpeg.find_tools()
SCREEN = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=2")
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")


@pytest.fixture
def make_recording(db: None, tmp_path: Path) -> Callable[..., NewsroomMedia]:
    """A recording in the library, of these arguments of ffmpeg."""
    if TOOLS is None:
        pytest.skip("There is no ffmpeg: neither on PATH nor the package imageio-ffmpeg.")
    tool = TOOLS.ffmpeg

    def make(type: str, name: str, *arguments: str, **fields: Any) -> NewsroomMedia:
        path = tmp_path / name
        subprocess.run([tool, "-v", "error", "-nostdin", "-y", *arguments, path], check=True)
        with path.open("rb") as file:
            return NewsroomMedia.objects.create(type=type, file=File(file, name=name), **fields)

    return make


@pytest.fixture
def film(make_recording: Any) -> NewsroomMedia:
    return make_recording(
        "video",
        "film.mp4",
        *SCREEN,
        *TONE,
        *("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
        title="Rotorn snurrar",
        credit="Åsa Lind",
        transcript="Nu snurrar den.",
    )


@pytest.fixture
def sound(make_recording: Any) -> NewsroomMedia:
    return make_recording("audio", "sound.wav", *TONE, title="Vinden")


def test_recordings_are_assets_of_their_kinds(client, run, make_asset_page, film, sound):
    make_asset_page("Rotorn snurrar", media=film)
    make_asset_page("Vinden", media=sound)
    query = """{ assets(orderBy: OLDEST, filter: {fileTypes: [VIDEO, AUDIO]}) { nodes {
        __typename title renditions { name contentType width height duration videoCodec audioCodec poi { x } }
        ... on Video { width height duration transcript poster { name contentType width } }
        ... on Audio { duration transcript poster { href } }
    } } }"""
    video, audio = run(query)["assets"]["nodes"]
    original = {
        "name": "original",
        "contentType": "video/mp4",
        "width": 320,
        "height": 180,
        "videoCodec": "h264",
        "audioCodec": "aac",
        "poi": None,
    }
    (shown,) = (one for one in video["renditions"] if one["name"] == "original")
    assert shown.pop("duration") == pytest.approx(2.0, abs=0.1)
    assert shown == original
    assert video["duration"] == pytest.approx(2.0, abs=0.1)
    assert (video["__typename"], video["width"], video["height"], video["transcript"]) == (
        "Video",
        320,
        180,
        "Nu snurrar den.",
    )
    assert (video["poster"]["name"], video["poster"]["width"]) == ("poster", 320)
    assert (audio["__typename"], audio["transcript"], audio["poster"]) == ("Audio", "", None)
    assert [one["audioCodec"] for one in audio["renditions"]] == ["pcm_s16le"]
    rows = client.get("/api/v1/assets?file_type=VIDEO").json()["results"]
    assert [(row["file_type"], "transcript" in row, row["width"]) for row in rows] == [("VIDEO", False, 320)]


def test_a_query_over_all_blocks_gives_each_its_own_file(
    client, run, make_release, make_document, film, sound
):
    report = make_document("Report")
    words = {"title": "", "caption": ""}
    page = make_release(
        body=[
            ("video", {"file": film, "poster": None, "transcript": "", **words}),
            ("audio", {"file": sound, "transcript": "", **words}),
            ("document", {"file": report, **words}),
        ]
    )
    query = """{ releases { nodes { body { __typename
        ... on VideoBlock { file { __typename id title duration width renditions { name } } poster { alt } }
        ... on AudioBlock { file { __typename id title duration renditions { name } } }
        ... on DocumentBlock { file { __typename id title pageCount renditions { name } } }
    } } } }"""
    (node,) = run(query)["releases"]["nodes"]
    files = [each["file"] for each in node["body"]]
    assert [(file["__typename"], file["title"]) for file in files] == [
        ("VideoFile", "Rotorn snurrar"),
        ("AudioFile", "Vinden"),
        ("DocumentFile", "Report"),
    ]
    assert [file["id"] for file in files] == [str(film.uid), str(sound.uid), str(report.uid)]
    assert (files[0]["width"], files[2]["pageCount"]) == (320, None)
    item = Item.objects.get(source_id=page.pk, source_type="page")
    answer = client.get(f"/api/v1/releases/{item.uid}/kit.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    assert archive.namelist() == ["credits.txt", "rotorn-snurrar.mp4", "vinden.wav", "report.txt"]
    assert archive.testzip() is None
