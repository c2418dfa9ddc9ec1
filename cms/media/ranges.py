"""Files over HTTP: one range of bytes of a file (RFC 9110, section 14), validators and conditional requests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.IGNORECASE)
CHUNK = 64 * 1024


class _Slice:
    """So many bytes of a file from where it stands."""

    def __init__(self, file: IO[bytes], length: int) -> None:
        self._file = file
        self._left = length

    def read(self, size: int = CHUNK) -> bytes:
        data = self._file.read(min(size if size >= 0 else self._left, self._left))
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()


def file_response(
    request: HttpRequest, file: Any, *, size: int, modified: float, content_type: str
) -> HttpResponseBase:
    """The file, or what the request asks of it: 200, 206, 304, 412 or 416. Closes the file with the response.

    `modified`: seconds since 1970. Requests for several ranges get the whole file, as the RFC allows.
    """
    etag = f'"{size:x}-{int(modified * 1000):x}"'
    validators = {"ETag": etag, "Last-Modified": http_date(modified), "Accept-Ranges": "bytes"}
    early = get_conditional_response(request, etag=etag, last_modified=int(modified))
    if early is not None:
        file.close()
        response: HttpResponseBase = early
    else:
        response = _whole_or_part(request, file, size, content_type, validators)
    for name, value in validators.items():
        response[name] = value
    return response


def chunks_response(
    request: HttpRequest,
    chunks: Callable[[int, int], Iterator[bytes]],
    *,
    size: int,
    etag: str,
    content_type: str,
    modified: float | None = None,
) -> HttpResponseBase:
    """The same for what is no file: `chunks(first, stop)` gives the bytes from `first` up to before `stop`.

    `etag`: a strong one, quoted. A HEAD request gets the headers of the whole, and reads nothing.
    """
    validators = {"ETag": etag, "Accept-Ranges": "bytes"}
    if modified is not None:
        validators["Last-Modified"] = http_date(modified)
    response: HttpResponseBase | None = get_conditional_response(
        request, etag=etag, last_modified=None if modified is None else int(modified)
    )
    if response is None:
        asked = _asked(request, validators)
        first, last = _bounds(asked, size) if asked else (0, size - 1)
        part = f"{first}-{last}" if 0 <= first <= last else "*"
        if part == "*":
            response = HttpResponse(status=416, content_type=content_type)
        else:
            body = chunks(first, last + 1) if request.method != "HEAD" else ()
            response = StreamingHttpResponse(body, status=206 if asked else 200, content_type=content_type)
            response["Content-Length"] = str(last - first + 1)
        if asked:
            response["Content-Range"] = f"bytes {part}/{size}"
    for name, value in validators.items():
        response[name] = value
    return response


def _whole_or_part(
    request: HttpRequest, file: Any, size: int, content_type: str, validators: dict[str, str]
) -> HttpResponseBase:
    asked = _asked(request, validators)
    if asked is None:
        response = FileResponse(file, content_type=content_type)
        response["Content-Length"] = str(size)
        return response
    first, last = _bounds(asked, size)
    if not 0 <= first <= last:
        file.close()
        return HttpResponse(
            status=416, headers={"Content-Range": f"bytes */{size}", "Content-Type": content_type}
        )
    file.seek(first)
    part = FileResponse(_Slice(file, last - first + 1), status=206, content_type=content_type)
    part["Content-Length"] = str(last - first + 1)
    part["Content-Range"] = f"bytes {first}-{last}/{size}"
    return part


def _asked(request: HttpRequest, validators: dict[str, str]) -> re.Match[str] | None:
    """The single range that is asked for, unless `If-Range` names another state of the file."""
    if request.method != "GET":
        return None
    if request.headers.get("If-Range", validators["ETag"]) not in (
        validators["ETag"],
        validators.get("Last-Modified"),
    ):
        return None
    asked = RANGE.fullmatch(request.headers.get("Range", "").strip())
    return asked if asked and asked[0] != "bytes=-" else None


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int]:
    """First and last byte; the first one lies behind the last when there is nothing to send."""
    start, end = asked.groups()
    if not start:  # the last so many bytes
        return (max(size - int(end), 0), size - 1) if int(end) else (size, size - 1)
    return int(start), min(int(end), size - 1) if end else size - 1
