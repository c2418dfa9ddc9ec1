"""Makes the buckets S3_VAULT_BUCKET and S3_SHELF_BUCKET where they are missing, and says who may do what with them.

Everybody may read objects of the shelf whose name they know; nobody but the owner's keys may list it, and nobody else
gets anything from the vault. Browsers on the site's origin (BASE_URL) may upload to the vault with presigned
addresses. Changes nothing at a second run.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

NEEDED = ("S3_VAULT_BUCKET", "S3_SHELF_BUCKET", "BASE_URL")


def prepare(client: Any, environment: Mapping[str, str]) -> None:
    """Create what is missing; set the shelf's policy and the vault's rule for uploads."""
    shelf, prefix = environment["S3_SHELF_BUCKET"], environment.get("S3_SHELF_PREFIX", "").strip("/")
    vault = environment["S3_VAULT_BUCKET"]
    if vault == shelf and not prefix:
        raise SystemExit("One bucket for vault and shelf needs a prefix for the shelf: set S3_SHELF_PREFIX.")
    for bucket in {vault, shelf}:
        make(client, bucket)
    client.put_bucket_policy(Bucket=shelf, Policy=json.dumps(policy(shelf, prefix)))
    client.put_bucket_cors(
        Bucket=vault, CORSConfiguration={"CORSRules": rules(environment, shared=vault == shelf)}
    )
    if vault != shelf:
        client.put_bucket_cors(Bucket=shelf, CORSConfiguration={"CORSRules": [PUBLIC_READING]})


def make(client: Any, bucket: str) -> None:
    """Create the bucket where there is none."""
    try:
        client.head_bucket(Bucket=bucket)
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("404", "NoSuchBucket"):
            raise
        region = client.meta.region_name
        where = {"CreateBucketConfiguration": {"LocationConstraint": region}}
        client.create_bucket(Bucket=bucket, **({} if region in (None, "us-east-1") else where))


def policy(bucket: str, prefix: str) -> dict[str, Any]:
    """Anonymous reading of single objects of the shelf, nothing else."""
    objects = f"{bucket}/{prefix}/*" if prefix else f"{bucket}/*"
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{objects}",
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


PUBLIC_READING = {
    "AllowedOrigins": ["*"],
    "AllowedMethods": ["GET", "HEAD"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["ETag", "Content-Range", "Accept-Ranges"],
    "MaxAgeSeconds": 3600,
}


def rules(environment: Mapping[str, str], *, shared: bool) -> list[dict[str, Any]]:
    """Uploads from the site's own pages, which read the ETag of each part (RFC 6454 origins)."""
    site = urlsplit(environment["BASE_URL"])
    uploads = {
        "AllowedOrigins": [f"{site.scheme}://{site.netloc}"],
        "AllowedMethods": ["GET", "HEAD", "PUT", "POST"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 3600,
    }
    return [uploads, PUBLIC_READING] if shared else [uploads]


def client_of(environment: Mapping[str, str]) -> Any:
    """The client for the store that the environment names."""
    endpoint = environment.get("S3_ENDPOINT_URL") or None
    style = environment.get("S3_ADDRESSING_STYLE") or ("path" if endpoint else "auto")
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=environment.get("S3_REGION") or "us-east-1",
        config=Config(s3={"addressing_style": style}),
    )


def main(environment: Mapping[str, str]) -> str | None:
    """Prepare them, and say so; why they are not ready, for the person at the keyboard, when they are not."""
    if absent := [name for name in NEEDED if not environment.get(name)]:
        return f"Set {', '.join(absent)} first: docs/settings.md explains each variable."
    try:
        prepare(client_of(environment), environment)
    except (BotoCoreError, ClientError, ValueError) as error:
        return f"The buckets are not ready: {error}"
    print(f"Ready: {environment['S3_VAULT_BUCKET']} (vault) and {environment['S3_SHELF_BUCKET']} (shelf).")
    return None


if __name__ == "__main__":
    sys.exit(main(os.environ))
