"""What reads files of strangers: each function runs in a child process that `cms.media.sandbox` starts and limits.

Nothing here imports Django or knows settings: arguments and results are JSON, and what is wrong with a file is a `Finding`.
"""

from __future__ import annotations


class Finding(Exception):
    """Something about a file that decides over it: `code` for the caller, who has the words, and what was found."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail[:200]
