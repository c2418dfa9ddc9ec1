"""What is said when a real S3 server refuses, or lets in whom it should not."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from cms.errors import StorageUnavailable
from cms.media.storage import shelf, vault
from cms.media.storage.checks import check_places, probe
from tests.keeping import NAME
from tests.s3.keeping import take

FAULTS: list[tuple[str, dict[str, str], str]] = [
    ("secret", {"AWS_SECRET_ACCESS_KEY": "wrong/secret"}, "REFUSED"),
    ("key", {"AWS_ACCESS_KEY_ID": "NOBODYSKEY"}, "REFUSED"),
    ("bucket", {"S3_VAULT_BUCKET": "no-such-bucket", "S3_SHELF_BUCKET": "no-such-bucket"}, "MISSING"),
    ("server", {"S3_ENDPOINT_URL": "http://127.0.0.1:9"}, "UNREACHABLE"),
]


@pytest.mark.parametrize(
    ("changed", "reason"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_what_is_wrong_is_told_without_names_and_secrets(
    buckets, kept, use_s3, tmp_path, caplog, changed: dict[str, str], reason
):
    name = kept()
    take(name)
    use_s3(buckets | changed, prepared=False)
    source = tmp_path / "source"
    attempts: dict[str, Any] = {
        "keep": lambda: vault.keep(source, "a/b.jpg", content_type="image/jpeg"),
        "save": lambda: default_storage.save("a/b.jpg", ContentFile(b"x")),
        "copy": lambda: vault.local_copy(name).__enter__(),
        "open": lambda: vault.open(name),
        "size": lambda: vault.size(name),
        "take": lambda: take(name, "bb/x.jpg"),
        "remove": lambda: shelf.remove([NAME]),
        "names": lambda: list(shelf.names()),
    }
    found = {}
    for what, attempt in attempts.items():
        with pytest.raises(StorageUnavailable) as error:
            attempt()
        found[what] = error.value.reason
        said = error.value.message + str(error.value.__cause__)
        for hidden in (*buckets.values(), *changed.values()):
            assert hidden not in said
    assert found == dict.fromkeys(attempts, reason)
    told = caplog.text
    assert told.count("The storage failed while") == len(attempts)
    for hidden in (
        buckets["AWS_SECRET_ACCESS_KEY"],
        changed.get("AWS_SECRET_ACCESS_KEY", "wrong/secret"),
        "Signature=",
    ):
        assert hidden not in told
    use_s3(buckets, prepared=False)
    assert (list(vault.names()), list(shelf.names())) == ([name], [NAME])


def test_the_check_of_storages_finds_nothing_wrong_where_nothing_is(buckets):
    found = probe()
    assert [finding.words for finding in found if not finding.good] == []
    assert "Strangers cannot read the vault." in [finding.words for finding in found]
    assert (list(vault.names()), list(shelf.names())) == ([], [])


def test_the_check_of_storages_tells_what_strangers_may_do(buckets, s3_client):
    for bucket in (buckets["S3_VAULT_BUCKET"], buckets["S3_SHELF_BUCKET"]):
        everything = {
            "Effect": "Allow",
            "Principal": "*",
            "Action": ["s3:GetObject", "s3:ListBucket"],
            "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
        }
        policy = {"Version": "2012-10-17", "Statement": [everything]}
        s3_client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    out = io.StringIO()
    with pytest.raises(CommandError, match="3 of the findings are wrong"):
        call_command("newsroom_storage_check", stdout=out)
    wrong = [line.split(":")[0] for line in out.getvalue().splitlines() if line.startswith("WRONG")]
    assert wrong == [
        "WRONG EVERYBODY CAN READ THE VAULT",
        "WRONG EVERYBODY CAN LIST THE VAULT",
        "WRONG EVERYBODY CAN LIST THE SHELF",
    ]


@pytest.mark.parametrize(
    ("changed", "reason"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_the_check_of_storages_says_why_nothing_works(s3_environment, use_s3, changed, reason):
    use_s3(s3_environment | changed, prepared=False)
    wrong = [finding.words for finding in probe() if not finding.good]
    assert [f"({reason}; the log says more)" in words for words in wrong[-3:]] == [True] * 3


def test_one_place_for_both_is_an_error_at_deployment(s3_environment, use_s3):
    one = s3_environment["S3_SHELF_BUCKET"]
    use_s3(s3_environment | {"S3_VAULT_BUCKET": one, "S3_SHELF_PREFIX": "public"}, prepared=False)
    assert [problem.id for problem in check_places()] == ["newsroom_media.E001"]
    use_s3(
        s3_environment | {"S3_VAULT_BUCKET": one, "S3_SHELF_PREFIX": "a", "S3_VAULT_PREFIX": "ab"},
        prepared=False,
    )
    assert check_places() == []
