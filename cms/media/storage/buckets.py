"""Where the buckets are and how they are spoken to: the setting `NEWSROOM_S3`. Needs no Django but its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.config import Config
from django.conf import settings

CONNECT_SECONDS = 3
READ_SECONDS = 20
ATTEMPTS = 3
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Buckets:
    """What the environment says of the buckets; empty where it says nothing."""

    VAULT_BUCKET: str = ""
    VAULT_PREFIX: str = ""
    SHELF_BUCKET: str = ""
    SHELF_PREFIX: str = ""
    ENDPOINT_URL: str = ""
    """Where this site reaches the store; empty for AWS."""
    PUBLIC_ENDPOINT_URL: str = ""
    """Where browsers reach it, when that is another address."""
    REGION: str = ""
    ADDRESSING_STYLE: str = ""
    """`path` or `virtual`; empty: `path` when there is an endpoint, boto3's choice for AWS."""
    SSE: str = ""
    """Server-side encryption: `AES256` or `aws:kms`; empty leaves it to the bucket."""
    SSE_KMS_KEY: str = ""
    SHELF_URL: str = ""
    """Address that the files of the shelf have in public (a CDN's, or a domain of one's own), prefix included."""

    @classmethod
    def of_settings(cls) -> Buckets:
        return cls(**getattr(settings, "NEWSROOM_S3", {}))

    @property
    def encryption(self) -> dict[str, str]:
        """The parameters of S3 that ask for encryption, with each object that is written."""
        asked = {"ServerSideEncryption": self.SSE} if self.SSE else {}
        return asked | ({"SSEKMSKeyId": self.SSE_KMS_KEY} if self.SSE_KMS_KEY else {})

    def config(self, *, signed: bool = True) -> Config:
        """Short waits and few tries, so that an editor is told and not kept; checksums only where S3 demands them,
        for stores other than AWS."""
        style = self.ADDRESSING_STYLE or ("path" if self.ENDPOINT_URL else "auto")
        return Config(
            s3={"addressing_style": style},
            signature_version="s3v4" if signed else UNSIGNED,
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )

    def client_settings(self, *, public: bool = False) -> dict[str, Any]:
        """Keyword arguments of boto3's clients. `public`: for addresses that browsers use."""
        endpoint = (self.PUBLIC_ENDPOINT_URL if public else "") or self.ENDPOINT_URL
        return {"region_name": self.REGION or None, "endpoint_url": endpoint or None}


def transfer() -> TransferConfig:
    """For bytes that pass through this process: at most 32 MiB of them in memory."""
    config = TransferConfig(
        multipart_threshold=16 * MEBIBYTE,
        multipart_chunksize=8 * MEBIBYTE,
        max_concurrency=2,
        io_chunksize=MEBIBYTE,
        max_io_queue=8,  # pieces that wait for a slow disk
    )
    config.max_in_memory_upload_chunks = 2
    config.max_in_memory_download_chunks = 2
    return config


def server_side_copy() -> TransferConfig:
    """For copies inside the store: S3 copies 5 GiB at once, and parts that are smaller answer before the time is up."""
    return TransferConfig(
        multipart_threshold=256 * MEBIBYTE, multipart_chunksize=256 * MEBIBYTE, max_concurrency=4
    )
