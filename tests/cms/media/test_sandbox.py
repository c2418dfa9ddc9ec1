"""Children that are hostile, broken or too slow are errors, and see nothing of this process."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from cms.media import sandbox

PYTHON = Path(sys.executable)
SMALL = sandbox.Limits(memory=256 * sandbox.MEBIBYTE, cpu=1, wall=20, file_size=sandbox.MEBIBYTE)


def python(code: str, limits: sandbox.Limits = SMALL) -> tuple[int, bytes, bytes]:
    return sandbox.run_program(PYTHON, ["-I", "-S", "-c", code], limits=limits)


def test_a_function_gets_arguments_and_returns_json(tmp_path: Path) -> None:
    drawing = tmp_path / "å.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><title>Älv</title></svg>'
    )
    assert sandbox.run("drawing", "look", path=str(drawing)) == {
        "width": 4,
        "height": 2,
        "title": "Älv",
        "animated": False,
    }


def test_a_path_means_the_same_in_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path, b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>')
    monkeypatch.chdir(tmp_path)
    assert sandbox.run("drawing", "look", path=Path("file"))["width"] == 4


def test_what_a_function_finds_is_raised_here(tmp_path: Path) -> None:
    with pytest.raises(sandbox.Finding) as raised:
        sandbox.run("archive", "look", path=str(_file(tmp_path, b"PK\x03\x04")))
    assert raised.value.code == "malformed"


def test_an_unforeseen_error_is_a_failed_child(tmp_path: Path) -> None:
    with pytest.raises(sandbox.ChildFailed, match="FileNotFoundError"):
        sandbox.run("archive", "look", path=str(tmp_path / "absent"))


def test_the_environment_of_a_child_holds_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "sesam")
    code, output, _errors = python("import os, json; print(json.dumps(dict(os.environ)))")
    environment = json.loads(output)
    assert code == 0
    assert "SECRET_KEY" not in environment
    assert set(environment) <= {"HOME", "TMPDIR", "XDG_CACHE_HOME", "LANG", "PATH", "LC_CTYPE"}
    assert environment["HOME"] != os.environ.get("HOME")
    assert not Path(environment["HOME"]).exists()


def test_a_child_that_works_without_end_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(sandbox.ChildTooSlow, match="1 s of processor time"):
        python("while True: pass")
    assert time.monotonic() - started < 15


def test_a_child_that_waits_without_end_is_ended_with_its_own_children(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-I', '-S', '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(600)"
    )
    with pytest.raises(sandbox.ChildTooSlow, match="within 2 s"):
        python(code, sandbox.Limits(wall=2))
    assert _ended(int(note.read_text()))


def test_a_child_gets_no_more_memory_than_it_may() -> None:
    code, _output, errors = python("x = bytearray(400 << 20)")
    assert code == 1
    assert errors.decode().strip().endswith("MemoryError")


def test_a_child_writes_no_more_than_it_may(tmp_path: Path) -> None:
    target = tmp_path / "large"
    code, _output, errors = python(f"open({str(target)!r}, 'wb').write(bytes(3 << 20))")
    assert (code, b"File too large" in errors) in {(1, True), (-signal.SIGXFSZ, False)}
    assert target.stat().st_size == sandbox.MEBIBYTE


def test_a_function_that_needs_too_much_memory_says_so(tmp_path: Path) -> None:
    drawing = _file(tmp_path, b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * 1_000_000 + b"</svg>")
    with pytest.raises(sandbox.ChildTooBig):
        sandbox.run(
            "drawing", "look", path=str(drawing), limits=sandbox.Limits(memory=100 * sandbox.MEBIBYTE, cpu=10)
        )


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


def _ended(pid: int) -> bool:
    """Whether the process is gone, or only its entry waits to be collected."""
    for _attempt in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
