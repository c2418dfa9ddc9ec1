"""Vault and shelf in buckets of any store that speaks S3, through django-storages and boto3.

Where they are stands in `buckets.py`; credentials come by boto3's own chain and never stand in settings. No ACLs are
set: the bucket's policy decides what is public (`scripts/prepare_buckets.py` sets it).
"""

from __future__ import annotations

import shutil
import tempfile
import time
from abc import abstractmethod
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import IO, Any

import boto3
from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import storages
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3File, S3Storage

from cms.media.storage import vault
from cms.media.storage.base import (
    CHUNK,
    SHELF_CACHE_CONTROL,
    VAULT_CACHE_CONTROL,
    Place,
    Shelf,
    Vault,
    content_type_of,
    disposition,
    origin_of,
    plain_name,
)
from cms.media.storage.buckets import Buckets, server_side_copy, transfer
from cms.media.storage.failures import Reason, of_disk, unavailable

PRESIGNED_SECONDS = 3600
STEP = 300
"""Seconds in which a file keeps its presigned address, so that browsers can cache it."""
AT_ONCE = 1000
"""Most objects that one DeleteObjects takes."""

REASONS = {
    "NoSuchBucket": Reason.MISSING,
    "InvalidAccessKeyId": Reason.REFUSED,
    "SignatureDoesNotMatch": Reason.REFUSED,
    "AccessDenied": Reason.REFUSED,
    "ExpiredToken": Reason.REFUSED,
    "InvalidToken": Reason.REFUSED,
    "AuthorizationHeaderMalformed": Reason.REFUSED,
    "RequestTimeTooSkewed": Reason.REFUSED,
    "401": Reason.REFUSED,
    "403": Reason.REFUSED,
    "QuotaExceeded": Reason.FULL,
    "XMinioStorageFull": Reason.FULL,
    "507": Reason.FULL,
    "SlowDown": Reason.UNREACHABLE,
    "ServiceUnavailable": Reason.UNREACHABLE,
    "RequestTimeout": Reason.UNREACHABLE,
    "502": Reason.UNREACHABLE,
    "503": Reason.UNREACHABLE,
    "504": Reason.UNREACHABLE,
}
NO_CREDENTIALS = {
    "NoCredentialsError",
    "PartialCredentialsError",
    "CredentialRetrievalError",
    "ProfileNotFound",
}
NO_CONNECTION = {
    "EndpointConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ConnectionClosedError",
    "ConnectionError",
    "ProxyConnectionError",
    "SSLError",
    "ResponseStreamingError",
    "IncompleteReadError",
    "HTTPClientError",
}
ABSENT = {"404", "NoSuchKey", "NotFound"}


class LazyFile(S3File):
    """A file that is fetched when it is read, into memory while it is small and else onto the disk."""

    def _get_file(self) -> Any:
        with self._storage.reporting("reading a file"):
            return super()._get_file()

    def _set_file(self, value: Any) -> None:
        self._file = value

    file = property(_get_file, _set_file)


class Bucket(S3Storage, Place):
    """Objects below a prefix of a bucket. Takes no arguments: tasks store a storage with its arguments."""

    def __init__(self) -> None:
        self.places = Buckets.of_settings()
        super().__init__()

    @property
    @abstractmethod
    def location_of(self) -> tuple[str, str]:
        """Bucket and prefix."""

    def get_default_settings(self) -> dict[str, Any]:
        bucket, prefix = self.location_of
        if not bucket:
            raise ImproperlyConfigured(f"NEWSROOM_S3 names no bucket for {type(self).__name__}.")
        defaults: dict[str, Any] = super().get_default_settings()
        return defaults | {
            # boto3's own chain finds them
            **dict.fromkeys(("access_key", "secret_key", "security_token", "session_profile")),
            "bucket_name": bucket,
            "location": prefix.strip("/"),
            "default_acl": None,
            "file_overwrite": False,
            "custom_domain": None,
            "client_config": self.places.config(),
            "transfer_config": transfer(),
            "max_memory_size": 4 * 1024 * 1024,
            "gzip": False,
            **self.places.client_settings(),
        }

    @property
    def place(self) -> str:
        return f"{self.places.ENDPOINT_URL} {self.bucket_name}/" + (
            f"{self.location}/" if self.location else ""
        )

    @cached_property
    def plain_base(self) -> str:  # type: ignore[override]
        """The address, without a signature, that those of all objects begin with. Needs no credentials."""
        anonymous = boto3.Session().client(
            "s3", config=self.places.config(signed=False), **self.places.client_settings(public=True)
        )
        asked = {"Bucket": self.bucket_name, "Key": self.key("x")}
        address: str = anonymous.generate_presigned_url("get_object", Params=asked)
        return address.removesuffix("x")

    @property
    def client(self) -> Any:
        return self.connection.meta.client

    def key(self, name: str) -> str:
        """The key of a file's object."""
        return str(self._normalize_name(plain_name(name)))

    @contextmanager
    def reporting(self, doing: str) -> Iterator[None]:
        """Raises `StorageUnavailable` in place of what boto3 raises, and `FileNotFoundError` for a missing object."""
        try:
            with of_disk(doing):  # of temporary files
                yield
        except (BotoCoreError, ClientError, Boto3Error, RetriesExceededError) as error:
            cause = error.__context__ if isinstance(error, Boto3Error) and error.__context__ else error
            if code_of(cause) in ABSENT and self._has_bucket(doing):
                raise FileNotFoundError("The storage has no such file.") from None
            raise unavailable(reason_of(cause), doing, detail_of(cause)) from None

    def _has_bucket(self, doing: str) -> bool:
        """Whether only the object is missing; HEAD tells both alike."""
        try:
            self.client.head_bucket(Bucket=self.bucket_name)
        except (BotoCoreError, ClientError) as error:
            reason = Reason.MISSING if code_of(error) in ABSENT else reason_of(error)
            raise unavailable(reason, doing, detail_of(error)) from None
        return True

    def _open(self, name: str, mode: str = "rb") -> S3File:
        return LazyFile(self._normalize_name(name), mode, self)

    def open(self, name: str, mode: str = "rb") -> File[Any]:
        with self.reporting("opening a file"):
            file: File[Any] = S3Storage.open(self, name, mode)
        return file

    def chunks(self, name: str, offset: int = 0) -> Iterator[bytes]:
        asked = {"Range": f"bytes={offset}-"} if offset else {}
        with self.reporting("reading a file"):
            found = self.client.get_object(Bucket=self.bucket_name, Key=self.key(name), **asked)
            with closing(found["Body"]) as body:
                yield from body.iter_chunks(CHUNK)

    def save(self, name: str | None, content: IO[Any], max_length: int | None = None) -> str:
        with self.reporting("saving a file"):
            saved: str = S3Storage.save(self, name, content, max_length)
        return saved

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return self.places.encryption | {"ContentType": content_type_of(name)}

    def exists(self, name: str) -> bool:
        with self.reporting("looking for a file"):
            return bool(S3Storage.exists(self, name))

    def size(self, name: str) -> int:
        with self.reporting("measuring a file"):
            return int(self.client.head_object(Bucket=self.bucket_name, Key=self.key(name))["ContentLength"])

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with self.reporting("listing files"):
            found: tuple[list[str], list[str]] = S3Storage.listdir(self, name)
        return found

    def delete(self, name: str) -> None:
        self.remove([name])

    def remove(self, names: Collection[str]) -> None:
        keys = [self.key(name) for name in names]
        with self.reporting("deleting files"):
            for start in range(0, len(keys), AT_ONCE):
                some = [{"Key": key} for key in keys[start : start + AT_ONCE]]
                done = self.client.delete_objects(
                    Bucket=self.bucket_name, Delete={"Objects": some, "Quiet": True}
                )
                if failed := [
                    error["Code"] for error in done.get("Errors", []) if error["Code"] not in ABSENT
                ]:
                    reason = REASONS.get(failed[0], Reason.FAILED)
                    raise unavailable(reason, "deleting files", f"{len(failed)} of {len(some)}: {failed[0]}")

    def names(self) -> Iterator[str]:
        prefix = f"{self.location}/" if self.location else ""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket_name, Prefix=prefix)
        with self.reporting("listing files"):
            for page in pages:
                yield from (entry["Key"][len(prefix) :] for entry in page.get("Contents", ()))


class S3Vault(Bucket, Vault):
    """The vault in a bucket that needs no policy: its addresses are presigned and expire."""

    def __init__(self) -> None:
        super().__init__()
        self._presigned = lru_cache(maxsize=4096)(self._presign)

    @property
    def location_of(self) -> tuple[str, str]:
        return self.places.VAULT_BUCKET, self.places.VAULT_PREFIX

    @cached_property
    def browsers_client(self) -> Any:
        """Signs for the address at which browsers reach the store."""
        return boto3.Session().client(
            "s3", config=self.places.config(), **self.places.client_settings(public=True)
        )

    @cached_property
    def origin(self) -> str:
        return origin_of(self.plain_base)

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        if not name:
            raise ValueError("There is no file.")
        return self._presigned(name, int(time.time()) // STEP)

    def _presign(self, name: str, step: int) -> str:
        """`step` makes the address a new one from time to time."""
        asked = {
            "Bucket": self.bucket_name,
            "Key": self.key(name),
            "ResponseCacheControl": VAULT_CACHE_CONTROL,
            "ResponseContentType": content_type_of(name),
        }
        if (value := disposition(content_type_of(name), None)) is not None:
            asked["ResponseContentDisposition"] = value
        with self.reporting("signing an address"):
            address: str = self.browsers_client.generate_presigned_url(
                "get_object", Params=asked, ExpiresIn=PRESIGNED_SECONDS
            )
        return address

    @contextmanager
    def local_copy(self, name: str) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(prefix="newsroom-"))
        path = folder / Path(name).name
        try:
            with self.reporting("fetching a file"):
                self.client.download_file(self.bucket_name, self.key(name), str(path), Config=transfer())
            yield path
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, path: Path, name: str, *, content_type: str) -> None:
        with self.reporting("storing a file"):
            extra = self.places.encryption | {"ContentType": content_type}
            self.client.upload_file(
                str(path), self.bucket_name, self.key(name), ExtraArgs=extra, Config=transfer()
            )


class S3Shelf(Bucket, Shelf):
    """The shelf in a bucket whose policy lets everybody read objects by name, and nobody list them."""

    @property
    def location_of(self) -> tuple[str, str]:
        return self.places.SHELF_BUCKET, self.places.SHELF_PREFIX

    @cached_property
    def base(self) -> str:
        if self.places.SHELF_URL:
            return self.places.SHELF_URL.rstrip("/") + "/"
        return self.plain_base

    @cached_property
    def origin(self) -> str:
        return origin_of(self.base)

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        return Shelf.url(self, name)

    def take(self, vault_name: str, name: str, *, content_type: str, download_name: str | None) -> None:
        headers = {"ContentType": content_type, "CacheControl": SHELF_CACHE_CONTROL}
        if (value := disposition(content_type, download_name)) is not None:
            headers["ContentDisposition"] = value
        if not self._has(name, headers):
            self._bring(vault_name, self.key(name), self.places.encryption | headers)

    def _has(self, name: str, headers: dict[str, str]) -> bool:
        """Whether the object is there with these headers. Names change with the content, so it is the same one."""
        try:
            with self.reporting("looking for a file on the shelf"):
                found = self.client.head_object(Bucket=self.bucket_name, Key=self.key(name))
        except FileNotFoundError:
            return False
        return all(found.get(header) == value for header, value in headers.items())

    def _bring(self, vault_name: str, key: str, extra: dict[str, str]) -> None:
        """Copy inside the store when the vault is there too, else through a temporary file."""
        place = storages["newsroom_vault"]
        if isinstance(place, S3Vault):
            source = {"Bucket": place.bucket_name, "Key": place.key(vault_name)}
            with self.reporting("putting a file on the shelf"):
                self.client.copy(
                    source,
                    self.bucket_name,
                    key,
                    ExtraArgs=extra | {"MetadataDirective": "REPLACE"},
                    Config=server_side_copy(),
                )
            return
        with vault.local_copy(vault_name) as path, self.reporting("putting a file on the shelf"):
            self.client.upload_file(str(path), self.bucket_name, key, ExtraArgs=extra, Config=transfer())


def code_of(error: BaseException) -> str:
    """S3's code for what went wrong; empty when nothing answered."""
    return str(error.response.get("Error", {}).get("Code", "")) if isinstance(error, ClientError) else ""


def reason_of(error: BaseException) -> Reason:
    """Why the storage failed."""
    kind = type(error).__name__
    if kind in NO_CREDENTIALS:
        return Reason.REFUSED
    if kind in NO_CONNECTION or isinstance(error, RetriesExceededError):
        return Reason.UNREACHABLE
    return REASONS.get(code_of(error), Reason.FAILED)


def detail_of(error: BaseException) -> str:
    """What to log: codes and names of operations, never messages, for these hold addresses and keys."""
    if isinstance(error, ClientError):
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", "")
        return f"{error.operation_name}: {code_of(error)} {status}".rstrip()
    return type(error).__name__
