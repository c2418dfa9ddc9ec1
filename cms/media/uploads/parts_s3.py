"""The parts of uploads in the vault's bucket: S3's multipart uploads. Browsers send them there by presigned addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any

from botocore.exceptions import ClientError
from django.utils.translation import gettext as _

from cms.errors import InvalidInput
from cms.media.models import Upload
from cms.media.storage.base import content_type_of
from cms.media.storage.buckets import server_side_copy
from cms.media.storage.s3 import PRESIGNED_SECONDS, S3Vault, code_of
from cms.media.uploads.parts import Parts
from cms.media.uploads.problems import UploadGone

GONE = frozenset({"NoSuchUpload", "NoSuchKey", "404"})
"""What stores answer for a multipart upload that has been completed or aborted; AWS says the first."""


class S3Parts(Parts):
    """Multipart uploads. An upload's key is its own, so whatever is under way for the key belongs to it."""

    direct = True

    def __init__(self, vault: S3Vault) -> None:
        self.vault = vault
        self.bucket = {"Bucket": vault.bucket_name}

    def begin(self, upload: Upload) -> str:
        described = {"ContentType": content_type_of(upload.vault_name), **self.vault.places.encryption}
        with self.vault.reporting("beginning an upload"):
            begun = self.vault.client.create_multipart_upload(
                **self.bucket, Key=self.vault.key(upload.vault_name), **described
            )
        return str(begun["UploadId"])

    def there(self, upload: Upload) -> set[int]:
        return {
            number
            for number, part in self._parts(upload).items()
            if number <= upload.part_count and part["Size"] == upload.length_of(number)
        }

    def addresses(self, upload: Upload, numbers: Collection[int]) -> dict[int, str]:
        with self.vault.reporting("signing addresses"):
            return {number: self._address(upload, number) for number in numbers}

    def receive(self, upload: Upload, number: int, body: IO[bytes]) -> None:
        raise InvalidInput(_("Send the parts of this upload to the addresses that it was given."))

    @contextmanager
    def held(self, upload: Upload) -> Iterator[bool]:
        yield True  # every step here may be taken twice at once

    def assemble(self, upload: Upload) -> None:
        found = self._parts(upload)
        if not all("ETag" in part for part in found.values()):
            return
        wanted = [{"PartNumber": number, "ETag": found[number]["ETag"]} for number in sorted(found)]
        with self.vault.reporting("putting parts together"):
            try:
                self.vault.client.complete_multipart_upload(
                    **self._named(upload), MultipartUpload={"Parts": wanted}
                )
            except ClientError as error:  # somebody else was faster, or the answer to an earlier try was lost
                if code_of(error) not in GONE:
                    raise

    def whole(self, upload: Upload) -> AbstractContextManager[Path]:
        return self.vault.local_copy(self._place(upload))

    def settle(self, upload: Upload) -> None:
        if self._place(upload) == upload.final_name:
            return
        source = {**self.bucket, "Key": self.vault.key(upload.vault_name)}
        described = {"ContentType": content_type_of(upload.final_name), "MetadataDirective": "REPLACE"}
        with self.vault.reporting("storing an upload"):
            self.vault.client.copy(
                source,
                self.vault.bucket_name,
                self.vault.key(upload.final_name),
                ExtraArgs=self.vault.places.encryption | described,
                Config=server_side_copy(),
            )

    def tidy(self, upload: Upload) -> None:
        self._abort(upload)
        if upload.vault_name != upload.final_name:
            self.vault.remove([upload.vault_name])

    def discard(self, upload: Upload) -> None:
        self._abort(upload)
        self.vault.remove([name for name in (upload.vault_name, upload.final_name) if name])

    def _named(self, upload: Upload) -> dict[str, Any]:
        return {**self.bucket, "Key": self.vault.key(upload.vault_name), "UploadId": upload.multipart_id}

    def _address(self, upload: Upload, number: int) -> str:
        """The length is signed too: the store refuses a part that is longer."""
        asked = {**self._named(upload), "PartNumber": number, "ContentLength": upload.length_of(number)}
        address: str = self.vault.browsers_client.generate_presigned_url(
            "upload_part", Params=asked, ExpiresIn=PRESIGNED_SECONDS
        )
        return address

    def _parts(self, upload: Upload) -> dict[int, dict[str, Any]]:
        """What S3 says of each part; without its ETag once the parts are one object."""
        with self.vault.reporting("looking for parts"):
            try:
                pages = self.vault.client.get_paginator("list_parts").paginate(**self._named(upload))
                return {part["PartNumber"]: part for page in pages for part in page.get("Parts", ())}
            except ClientError as error:
                if code_of(error) not in GONE:
                    raise
        try:
            size = self.vault.size(self._place(upload))
        except FileNotFoundError:
            size = -1
        if size != upload.size:
            raise UploadGone(_("This upload is not there any more. Upload the file again."))
        return {number: {"Size": upload.length_of(number)} for number in range(1, upload.part_count + 1)}

    def _place(self, upload: Upload) -> str:
        """Where the object is: after a crash it may have been copied already."""
        if (
            upload.final_name
            and upload.final_name != upload.vault_name
            and self.vault.exists(upload.final_name)
        ):
            return upload.final_name
        return upload.vault_name

    def _abort(self, upload: Upload) -> None:
        """Found by key: the process may have died before it wrote the upload's id down."""
        key = self.vault.key(upload.vault_name)
        with self.vault.reporting("cancelling an upload"):
            listed = self.vault.client.list_multipart_uploads(**self.bucket, Prefix=key)
            for one in listed.get("Uploads", ()):
                try:
                    self.vault.client.abort_multipart_upload(**self.bucket, Key=key, UploadId=one["UploadId"])
                except ClientError as error:
                    if code_of(error) not in GONE:
                        raise
