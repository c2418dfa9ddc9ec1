"""Makes the bucket S3_BUCKET where it is missing, and lets everybody read objects whose name they know.

Listing it and writing to it stay for the owner's keys. Changes nothing at a second run.
"""

from __future__ import annotations

import json
import os
from typing import Any

import boto3
from botocore.exceptions import ClientError


def open_bucket(client: Any, bucket: str) -> None:
    """Create the bucket where there is none, and set its policy."""
    try:
        client.head_bucket(Bucket=bucket)
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("404", "NoSuchBucket"):
            raise
        client.create_bucket(Bucket=bucket)
    client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy(bucket)))


def policy(bucket: str) -> dict[str, Any]:
    """Anonymous reading of single objects, nothing else."""
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


if __name__ == "__main__":
    s3 = boto3.client("s3", endpoint_url=os.environ.get("S3_ENDPOINT_URL") or None, region_name="us-east-1")
    open_bucket(s3, os.environ["S3_BUCKET"])
