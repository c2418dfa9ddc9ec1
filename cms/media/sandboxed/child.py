"""The child's first lines: take the limits, then call one function of this package, or become another program.

`child.py call <limits> <module> <function> <root>` reads keyword arguments as JSON and answers on the last line of stdout;
`child.py exec <limits> <program> <arguments…>` turns into the program. `<limits>` is JSON: `memory` and `file_size` in bytes,
`cpu` in seconds; a missing one is not set. Started as a script with `-I`, so that no environment and no folder adds code.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from typing import Any


def limit(limits: dict[str, int]) -> None:
    """Resource limits of this process and what it becomes. Where the system knows none of a kind, that kind is left out."""
    kinds = {
        "memory": resource.RLIMIT_AS,
        "cpu": resource.RLIMIT_CPU,
        "file_size": resource.RLIMIT_FSIZE,
        "core": resource.RLIMIT_CORE,
    }
    for name, value in {**limits, "core": 0}.items():
        try:
            resource.setrlimit(kinds[name], (value, value))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS; a hard limit may be lower already
            continue


def call(module: str, function: str, root: str) -> None:
    """Answers `{"value": …}`, `{"finding": [code, detail]}` or `{"error": [exception's name, text]}`."""
    from importlib import import_module

    sys.path.insert(0, root)
    arguments = json.load(sys.stdin)
    from cms.media.sandboxed import Finding

    answer: dict[str, Any]
    try:
        answer = {"value": getattr(import_module(f"cms.media.sandboxed.{module}"), function)(**arguments)}
    except Finding as finding:
        answer = {"finding": [finding.code, finding.detail]}
    except MemoryError:
        answer = {"error": ["MemoryError", ""]}
    except Exception as error:
        answer = {"error": [type(error).__name__, str(error)[:500]]}
    sys.stdout.write("\n" + json.dumps(answer))


if __name__ == "__main__":
    limit(json.loads(sys.argv[2]))
    if sys.argv[1] == "exec":
        os.execv(sys.argv[3], sys.argv[3:])  # nosec B606 # the program that the parent chose
    call(*sys.argv[3:6])
