"""GraphQL over HTTP, judged by the specification's own audit against a live server."""

import json

import pytest


@pytest.mark.django_db(transaction=True)
def test_all_61_audits_pass(live_server, judges):
    result = judges("audit_graphql_http.mjs", f"{live_server.url}/graphql/")
    assert result.returncode == 0, result.stderr
    audit = json.loads(result.stdout)
    assert audit["failed"] == []
    assert len(audit["passed"]) == 61
