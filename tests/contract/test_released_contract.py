"""Planted changes of the contract: what breaks readers of the released one is told, what was promised to be possible is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from graphql import build_schema, parse, validate
from pydantic import Field

from cms.ledger.document import Document
from newsroom_api.exposure import fields
from newsroom_api.graphql.operations import released_operations
from newsroom_api.graphql.schema import sdl

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "frontend_contract"
SCHEMA = '''
"""The queries."""
type Query {
  """The title."""
  title: String!
  subtitle: String%(deprecated)s
  items(first: Int = 20, kind: Kind): [Item!]!
  post(input: PostInput!): Thing%(more)s
}
enum Kind { NEWS EVENT%(kinds)s }
input PostInput { body: String! name: String%(inputs)s }
type Picture { href: String! }
type Sound { href: String! }%(types)s
union Thing = Picture | Sound%(things)s
type Item { id: ID!%(item)s }
'''
PLAIN = dict.fromkeys(["deprecated", "more", "kinds", "inputs", "types", "things", "item"], "")
TEXT = {"type": "string"}
REST: dict[str, Any] = {
    "openapi": "3.1.1",
    "info": {"title": "Made up", "version": "1.2.0"},
    "paths": {
        "/items": {
            "get": {
                "operationId": "list_items",
                "security": [{}, {"key": []}],
                "parameters": [
                    {"name": "kind", "in": "query", "schema": {"type": "string", "enum": ["NEWS", "EVENT"]}},
                    {"name": "size", "in": "query", "schema": {"type": "integer", "default": 20}},
                ],
                "responses": {
                    "200": {
                        "description": "The items.",
                        "headers": {"ETag": {"schema": TEXT}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
                    },
                    "404": {"description": "None."},
                },
            },
            "post": {
                "operationId": "post_item",
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Post"}}}
                },
                "responses": {"201": {"description": "Done."}},
            },
        },
    },
    "components": {
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Item": {
                "type": "object",
                "required": ["title", "state", "body"],
                "properties": {
                    "title": {"type": "string", "maxLength": 100},
                    "state": {"type": "string", "enum": ["USABLE", "WITHDRAWN"]},
                    "body": {
                        "type": "array",
                        "items": {
                            "oneOf": [
                                {"$ref": "#/components/schemas/Picture"},
                                {"$ref": "#/components/schemas/Sound"},
                            ]
                        },
                    },
                },
            },
            "Picture": {"type": "object", "required": ["href"], "properties": {"href": TEXT}},
            "Sound": {"type": "object", "required": ["sound"], "properties": {"sound": TEXT}},
            "Post": {
                "type": "object",
                "required": ["text"],
                "properties": {
                    "text": {"type": "string", "maxLength": 500},
                    "kind": {"type": "string", "enum": ["QUESTION", "PRAISE"]},
                },
            },
        },
    },
}
OPERATIONS = {"Title": {"id": "a1", "kind": "query", "text": "query Title {\n  title\n}"}}


class Site:
    """A contract in a folder, and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write()

    def write(
        self,
        graphql: dict[str, str] | None = None,
        rest: Callable[[dict[str, Any]], object] = lambda rest: None,
        operations: dict[str, Any] = OPERATIONS,
        sdl: str = SCHEMA,
    ) -> None:
        described = json.loads(json.dumps(REST))
        rest(described)
        (self.folder / "schema.graphql").write_text(sdl % (PLAIN | (graphql or {})))
        (self.folder / "openapi.yaml").write_text(yaml.safe_dump(described))
        (self.folder / "operations.json").write_text(json.dumps(operations))

    def run(self, command: str, today: str = "2026-12-01") -> tuple[int, str]:
        script = ROOT / "scripts" / "released_contract.py"
        arguments = [command, "--directory", self.folder, "--today", today]
        done = subprocess.run(
            [sys.executable, script, *arguments], capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def site(tmp_path):
    """A contract that was released as 1.2.0 on 1 December 2026."""
    site = Site(tmp_path)
    assert site.run("release") == (0, "No contract has been released yet.\nThe contract 1.2.0 is released.\n")
    return site


def schemas(rest):
    return rest["components"]["schemas"]


def listing(rest):
    return rest["paths"]["/items"]["get"]


def answer(rest):
    return listing(rest)["responses"]["200"]


BREAKING_GRAPHQL = {
    "FIELD_REMOVED": {"sdl": SCHEMA.replace("  title: String!\n", "")},
    "FIELD_TYPE_CHANGED": {"sdl": SCHEMA.replace("title: String!", "title: String")},
    "FIELD_ARGUMENT_REMOVED": {"sdl": SCHEMA.replace(", kind: Kind", "")},
    "FIELD_ARGUMENT_DEFAULT_CHANGED": {"sdl": SCHEMA.replace("first: Int = 20", "first: Int = 50")},
    "FIELD_ARGUMENT_ADDED": {"sdl": SCHEMA.replace("kind: Kind", "kind: Kind, must: Int!")},
    "ENUM_VALUE_REMOVED": {"sdl": SCHEMA.replace("NEWS EVENT", "NEWS")},
    "UNION_MEMBER_REMOVED": {"sdl": SCHEMA.replace("Picture | Sound", "Picture")},
    "INPUT_FIELD_ADDED": {"graphql": {"inputs": " kind: Kind!"}},
    "INPUT_FIELD_TYPE_CHANGED": {"sdl": SCHEMA.replace("name: String", "name: String!")},
}
BREAKING_REST = {
    "api-path-removed-without-deprecation": lambda rest: rest["paths"].pop("/items"),
    "api-removed-without-deprecation": lambda rest: rest["paths"]["/items"].pop("post"),
    "request-parameter-removed": lambda rest: listing(rest)["parameters"].pop(),
    "request-parameter-enum-value-removed": lambda rest: listing(rest)["parameters"][0]["schema"][
        "enum"
    ].pop(),
    "request-parameter-default-value-changed": lambda rest: listing(rest)["parameters"][1]["schema"].update(
        default=50
    ),
    "new-required-request-parameter": lambda rest: listing(rest)["parameters"].append(
        {"name": "must", "in": "query", "required": True, "schema": TEXT}
    ),
    "request-property-became-required": lambda rest: schemas(rest)["Post"]["required"].append("kind"),
    "request-property-removed": lambda rest: schemas(rest)["Post"]["properties"].pop("kind"),
    "request-property-enum-value-removed": lambda rest: schemas(rest)["Post"]["properties"]["kind"][
        "enum"
    ].pop(),
    "request-property-max-length-decreased": lambda rest: schemas(rest)["Post"]["properties"]["text"].update(
        maxLength=50
    ),
    "response-required-property-removed": lambda rest: (
        schemas(rest)["Item"]["properties"].pop("title"),
        schemas(rest)["Item"]["required"].remove("title"),
    ),
    "response-property-became-optional": lambda rest: schemas(rest)["Item"]["required"].remove("title"),
    "response-property-type-changed": lambda rest: schemas(rest)["Item"]["properties"].update(
        title={"type": "integer"}
    ),
    "response-property-list-of-types-widened": lambda rest: schemas(rest)["Item"]["properties"].update(
        title={"anyOf": [TEXT, {"type": "null"}]}
    ),
    "response-property-max-length-unset": lambda rest: schemas(rest)["Item"]["properties"]["title"].pop(
        "maxLength"
    ),
    "response-success-status-removed": lambda rest: listing(rest)["responses"].update(
        {"202": listing(rest)["responses"].pop("200")}
    ),
    "response-media-type-removed": lambda rest: answer(rest)["content"].update(
        {"text/plain": answer(rest)["content"].pop("application/json")}
    ),
    "optional-response-header-removed": lambda rest: answer(rest).pop("headers"),
    "api-operation-id-removed": lambda rest: listing(rest).update(operationId="items"),
    "security": lambda rest: listing(rest).update(security=[{"key": []}]),
}


@pytest.mark.parametrize("id_", BREAKING_GRAPHQL)
def test_what_breaks_readers_of_graphql_is_told(site, id_):
    site.write(**BREAKING_GRAPHQL[id_])
    status, told = site.run("check")
    assert status == 1
    assert "These changes break readers of the contract 1.2.0:\n  GraphQL: " in told
    assert f"({id_}, " in told


@pytest.mark.parametrize("id_", BREAKING_REST)
def test_what_breaks_readers_of_rest_is_told(site, id_):
    site.write(rest=BREAKING_REST[id_])
    status, told = site.run("check")
    assert status == 1
    assert "These changes break readers of the contract 1.2.0:\n  REST: " in told
    assert f"({id_}, " in told


def added(rest):
    """Everything that the promise allows."""
    rest["paths"]["/more"] = {"get": {**listing(rest), "operationId": "list_more"}}
    listing(rest)["parameters"].append({"name": "tag", "in": "query", "schema": TEXT})
    listing(rest)["parameters"][0]["schema"]["enum"].append("BLOG")
    listing(rest)["responses"]["410"] = {"description": "Withdrawn."}
    answer(rest)["headers"]["Link"] = {"schema": TEXT}
    answer(rest)["content"]["text/csv"] = {"schema": TEXT}
    schemas(rest)["Post"]["properties"]["name"] = TEXT
    schemas(rest)["Post"]["properties"]["kind"]["enum"].append("CRITICISM")
    schemas(rest)["Post"]["properties"]["text"]["maxLength"] = 5000
    schemas(rest)["Item"]["properties"]["summary"] = TEXT


ADDED = {
    "more": "\n  summary: String",
    "inputs": " url: String",
    "item": " name: String",
}


def test_what_is_added_breaks_nobody(site):
    more = OPERATIONS | {"Item": {"id": "b2", "kind": "query", "text": "query Item { title }"}}
    site.write(ADDED, added, more)
    assert site.run("check") == (0, "\n")


def test_what_readers_have_to_ignore_is_said_and_breaks_nobody(site):
    def widened(rest):
        schemas(rest)["Item"]["properties"]["state"]["enum"].append("HELD")
        schemas(rest)["Text"] = {"type": "object", "required": ["text"], "properties": {"text": TEXT}}
        schemas(rest)["Item"]["properties"]["body"]["items"]["oneOf"].append(
            {"$ref": "#/components/schemas/Text"}
        )

    site.write({"kinds": " BLOG", "types": " type Text { text: String! }", "things": " | Text"}, widened)
    status, told = site.run("check")
    assert status == 0
    assert [line.partition("(")[2].partition(",")[0].rstrip(")") for line in told.splitlines()] == [
        "ENUM_VALUE_ADDED",
        "UNION_MEMBER_ADDED",
        "response-property-one-of-added",
        "response-property-enum-value-added",
    ]


def test_an_operation_may_change_and_not_disappear(site):
    changed = {"Title": {"id": "c3", "kind": "query", "text": "query Title { title subtitle }"}}
    site.write(operations=changed, rest=lambda rest: rest["info"].update(version="1.3.0"))
    assert site.run("check")[0] == 0
    assert site.run("release", "2026-12-24")[0] == 0
    known = json.loads((site.folder / "released" / "operations.json").read_text())
    assert {id_: about["name"] for id_, about in known.items()} == {"a1": "Title", "c3": "Title"}
    site.write(operations={})
    status, told = site.run("check")
    assert (status, "the operation `Title` is no longer in operations.json" in told) == (1, True)


@pytest.mark.parametrize(
    ("version", "changes", "wrong"),
    [
        ("1.2.0", {}, "Version 1.2.0 does not come after 1.2.0, the one released last."),
        ("1.1.9", {}, "Version 1.1.9 does not come after 1.2.0, the one released last."),
        ("1.2.1", {"graphql": ADDED}, "Something was added since 1.2.0: the second number grows (1.3.0)."),
        ("1.3.0", {"sdl": SCHEMA.replace("title: String!", "title: String")}, "or begin version 2.0.0"),
        ("1.2.1", {}, ""),
        ("1.3.0", {"graphql": ADDED}, ""),
        ("2.0.0", {"sdl": SCHEMA.replace("title: String!", "title: String")}, ""),
    ],
)
def test_the_version_moves_rightly_or_nothing_is_released(site, version, changes, wrong):
    before = {file.name: file.read_text() for file in (site.folder / "released").iterdir()}
    site.write(rest=lambda rest: rest["info"].update(version=version), **changes)
    status, told = site.run("release", "2026-12-24")
    after = {file.name: file.read_text() for file in (site.folder / "released").iterdir()}
    if wrong:
        assert (status, wrong in told, after == before) == (1, True, True)
    else:
        assert (status, told.splitlines()[-1]) == (0, f"The contract {version} is released.")
        assert json.loads(after["release.json"]) == {"version": version, "date": "2026-12-24"}
        assert after["schema.graphql"] == (site.folder / "schema.graphql").read_text()


def deprecated(reason):
    return {"deprecated": f' @deprecated(reason: "{reason}")' if reason else " @deprecated"}


@pytest.mark.parametrize(
    ("reason", "is_right"),
    [
        ("", False),
        ("Use title.", False),
        ("Use title, until 2027-05-31.", False),
        ("Use title, until 2027-06-01.", True),
    ],
)
def test_a_deprecation_has_a_date_six_months_after_the_release(site, reason, is_right):
    site.write(deprecated(reason))
    status, told = site.run("check")
    assert (status == 0) is is_right
    assert (
        "`until` a date that is not before 2027-06-01, 6 months after the release" in told
    ) is not is_right


def test_a_deprecation_of_rest_has_a_date_too(site):
    def mark(rest):
        schemas(rest)["Item"]["properties"]["title"].update(deprecated=True, description="The title.")

    site.write(rest=mark)
    status, told = site.run("check")
    assert (status, "REST/components/schemas/Item/properties/title: a deprecation says" in told) == (1, True)


def test_the_date_of_a_deprecation_never_comes_nearer_and_ends_before_a_removal(site):
    def second(rest):
        rest["info"]["version"] = "1.3.0"

    site.write(deprecated("Use title, until 2027-08-01."), second)
    assert site.run("release")[0] == 0
    site.write(deprecated("Use title, until 2027-07-01."), second)
    assert "Query.subtitle: it was promised until 2027-08-01" in site.run("check")[1]
    gone = SCHEMA.replace("  subtitle: String%(deprecated)s\n", "")

    def next_one(rest):
        rest["info"]["version"] = "2.0.0"

    site.write(rest=next_one, sdl=gone)
    assert site.run("check", "2027-08-01") == (
        1,
        "\nQuery.subtitle: it is removed before its time, 2027-08-01.\n",
    )
    assert site.run("check", "2027-08-02") == (0, "\n")
    site.write(rest=next_one, sdl=gone.replace("  title: String!\n", ""))
    told = site.run("check", "2027-08-02")[1]
    assert told == "\nQuery.title: it is removed without having been deprecated in a released contract.\n"


def test_a_deprecated_field_of_a_document_says_so_in_both_apis():
    class Old(Document):
        """Made up."""

        text: str = Field(description="The text.", deprecated="Use `html`, until 2027-06-01.")

    assert fields(Old)["text"].deprecation_reason == "Use `html`, until 2027-06-01."
    shape = Old.model_json_schema(mode="serialization")["properties"]["text"]
    assert shape["deprecated"] is True
    assert shape["description"] == "The text. Deprecated: Use `html`, until 2027-06-01."


def test_released_operations_are_known_and_valid():
    known = released_operations(CONTRACT / "released" / "operations.json")
    assert known
    schema = build_schema(sdl())
    assert {operation.name: validate(schema, parse(operation.text)) for operation in known} == {
        operation.name: [] for operation in known
    }


def test_the_committed_contract_breaks_nobody(tmp_path):
    shutil.copytree(CONTRACT / "released", tmp_path / "released")
    for name in ("schema.graphql", "openapi.yaml", "operations.json"):
        shutil.copy(CONTRACT / name, tmp_path)
    status, told = Site.run(type("There", (), {"folder": tmp_path})(), "check")  # type: ignore[arg-type]
    assert status == 0, told
