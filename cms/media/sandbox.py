"""Child processes that touch files of strangers: limited memory, processor time, output and wall time, an empty environment.

`run` calls a function of `cms.media.sandboxed`; `run_program` runs ffmpeg and its like. A child that is hostile, broken or
too slow is an exception here and nothing worse: a crash of its parser ends the child alone. It is no jail: the child
has the rights of this process's user, so the libraries in it are kept up to date like any other.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess  # nosec B404 # the point of this module
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from cms.media.sandboxed import Finding as Finding

CHILD = Path(__file__).parent / "sandboxed" / "child.py"
ROOT = Path(__file__).parents[2]
MEBIBYTE = 1 << 20
ANSWER_MAX = 4 * MEBIBYTE
KILLED_FOR_TIME = {-signal.SIGXCPU, -signal.SIGKILL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may use: `memory` (address space) and `file_size` (each file it writes) in bytes, times in seconds.

    The wall time is longer than the processor's, because other work on the machine is not the file's fault.
    """

    memory: int = 300 * MEBIBYTE
    cpu: int = 2
    wall: float = 20
    file_size: int = 512 * MEBIBYTE


class ChildFailed(Exception):
    """The child came to no answer. Nothing of its output is to be trusted."""


class ChildTooSlow(ChildFailed):
    """The child used up its processor or wall time."""


class ChildTooBig(ChildFailed):
    """The child needed more memory than it may have."""


def run(module: str, function: str, *, limits: Limits | None = None, **arguments: Any) -> Any:
    """What `cms.media.sandboxed.<module>.<function>(**arguments)` returns, called in a child.

    Arguments and result are JSON; a path is given as its absolute text, since the child works in a folder of its own. Raises the function's `Finding`, and `ChildFailed` when there is no answer.
    """
    limits = limits or Limits()
    command = [sys.executable, "-I", "-X", "utf8", str(CHILD), "call", _limits(limits)]
    given = {name: str(v.resolve()) if isinstance(v, Path) else v for name, v in arguments.items()}
    result, output, errors = _communicate(
        [*command, module, function, str(ROOT)], limits.wall, json.dumps(given).encode()
    )
    try:
        answer = json.loads(output.rpartition(b"\n")[2])
    except ValueError:
        raise _failure(result, errors) from None
    if "finding" in answer:
        raise Finding(*answer["finding"])
    if "error" in answer:
        name, text = answer["error"]
        raise (ChildTooBig if name == "MemoryError" or "bad_alloc" in text else ChildFailed)(
            f"{name}: {text}"
        )
    return answer["value"]


def run_program(program: Path, arguments: Sequence[str], *, limits: Limits) -> tuple[int, bytes, bytes]:
    """Exit code, stdout and stderr (at most 4 MiB of each) of a program under limits.

    Raises ChildTooSlow; any other way to fail is the exit code's to tell (negative: the signal).
    """
    command = [sys.executable, "-I", "-S", str(CHILD), "exec", _limits(limits), str(program), *arguments]
    result, output, errors = _communicate(command, limits.wall, b"")
    if result in KILLED_FOR_TIME:
        raise ChildTooSlow(f"{program.name} needed more than {limits.cpu} s of processor time.")
    return result, output, errors


def _limits(limits: Limits) -> str:
    return json.dumps({name: value for name, value in asdict(limits).items() if name != "wall"})


def _communicate(command: list[str], wall: float, given: bytes) -> tuple[int, bytes, bytes]:
    # Output goes to files, so that a child that talks without end fills neither a pipe nor this process's memory.
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-") as home,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as errors,
        _started(command, home, output, errors) as child,
    ):
        try:
            child.communicate(given, timeout=wall)
        except subprocess.TimeoutExpired:
            raise ChildTooSlow(f"No answer within {wall:g} s.") from None
        return child.returncode, _head(output), _head(errors)


@contextmanager
def _started(
    command: list[str], home: str, output: IO[bytes], errors: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    """A child in a session of its own, whose whole group is gone afterwards."""
    # Fontconfig and the libraries' temporary files need a home; secrets of this process's environment stay here.
    environment = {
        "HOME": home,
        "TMPDIR": home,
        "XDG_CACHE_HOME": home,
        "LANG": "C.UTF-8",
        "PATH": os.defpath,
    }
    with subprocess.Popen(  # nosec B603 # our command, paths as arguments, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=errors,
        env=environment,
        cwd=home,
        start_new_session=True,
    ) as child:
        try:
            yield child
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)


def _head(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read(ANSWER_MAX)


def _failure(code: int, errors: bytes) -> ChildFailed:
    text = errors.decode(errors="replace").strip()[-500:]
    if code in KILLED_FOR_TIME:
        return ChildTooSlow("The child used up its processor time.")
    if "MemoryError" in text or "bad_alloc" in text or "failed to map segment" in text:
        return ChildTooBig(text)
    return ChildFailed(f"The child ended with {code}: {text}")
