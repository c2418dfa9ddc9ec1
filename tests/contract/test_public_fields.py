"""A walk over every field that anybody may read: each stands in `public_fields.txt`, so that none becomes public by accident.

A new public field needs its line there, written by hand: that is the point. Names that sound private need a reason besides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
)

CONTRACT = Path(__file__).parents[2] / "frontend_contract"
ALLOWED = Path(__file__).parent / "public_fields.txt"
PRIVATE = re.compile(
    r"e_?mail|phone|(^|_)ip(_|$)|ip_address|token|secret|passw|(^|_)keys?(_|$)|(?<=[a-z])Key|internal|private|user|agent"
    r"|draft|vault|moderat|flag|(^|_)score|assign|owner|revision|(^|_)note|challenge|signature",
    re.IGNORECASE,
)
CHOSEN = "of spokespersons and contacts, where they chose to be reached"
OWN = "told once, to whom it belongs"
REASONS = {
    **{
        f"{name}.{field}": CHOSEN
        for name in ("Person", "PersonCard", "PersonLink", "PersonSelection", "IssuedPerson")
        for field in ("email", "phone")
    },
    **{
        f"{name}.{field}": OWN
        for name, fields in {
            "PostCommentPayload": ("editToken", "visitorToken"),
            "PostReceipt": ("edit_token", "visitor_token"),
            "ReactToCommentPayload": ("visitorToken",),
            "ReactionReceipt": ("visitor_token",),
            "ReportCommentPayload": ("visitorToken",),
            "ReportReceipt": ("visitor_token",),
            "UploadTicket": (
                *("editToken", "uploadToken", "visitorToken"),
                *("edit_token", "upload_token", "visitor_token"),
            ),
        }.items()
        for field in fields
    },
    "OwnComment.email": "to its author alone, by the edit token",
    "CommentForm.challenge": "a task for the proof of work: it is meant to be given away",
    "CommentForm.emailPolicy": "whether the form has to ask for an address",
    "CommentForm.email_policy": "whether the form has to ask for an address",
    "MetaTag.key": "the name of a `meta` element",
}
"""Why fields are public whose names sound as if they were not."""
REASONS_BY_FIELD = {
    "note": "a correction's public words, or a withdrawal's reason",
}
"""The same for every field of a name."""


def graphql_fields(schema: GraphQLSchema) -> set[str]:
    """`Type.field` of all that queries, mutations and subscriptions lead to."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting: list[Any] = [schema.query_type, schema.mutation_type, schema.subscription_type]
    while waiting:
        type_ = waiting.pop()
        if type_ is None or type_.name in seen:
            continue
        seen.add(type_.name)
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            waiting += schema.get_possible_types(type_)
        if isinstance(type_, GraphQLInterfaceType | GraphQLObjectType):
            found |= {f"{type_.name}.{name}" for name in type_.fields}
            waiting += [get_named_type(field.type) for field in type_.fields.values()]
    return found


def rest_fields(described: dict[str, Any]) -> set[str]:
    """`Component.field` of all that answers hold; of an object without a name, the address."""
    found: set[str] = set()
    seen: set[str] = set()

    def walk(schema: Any, name: str) -> None:
        if isinstance(schema, list):
            for member in schema:
                walk(member, name)
        if not isinstance(schema, dict):
            return
        if reference := schema.get("$ref"):
            component = reference.rpartition("/")[2]
            if component not in seen:
                seen.add(component)
                walk(described["components"]["schemas"][component], component)
        for field, shape in schema.get("properties", {}).items():
            found.add(f"{name}.{field}")
            walk(shape, f"{name}.{field}")
        for key in ("items", "anyOf", "oneOf", "allOf", "additionalProperties", "prefixItems"):
            walk(schema.get(key), name)

    for path, operations in described["paths"].items():
        for operation in operations.values():
            for answer in operation["responses"].values():
                found.update(f"header {name}" for name in answer.get("headers", {}))
                for content in answer.get("content", {}).values():
                    walk(content.get("schema"), path)
    return found


def document_fields(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """`file Model.field` of the JSON Schema of a document."""
    for model, shape in {schema.get("title", ""): schema, **schema.get("$defs", {})}.items():
        for field in shape.get("properties", {}):
            yield f"{name} {model}.{field}"


def public_fields() -> set[str]:
    """Every field of the contract that is read, by the API or file that has it."""
    schema = build_schema((CONTRACT / "schema.graphql").read_text(encoding="utf-8"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    described = yaml.load((CONTRACT / "openapi.yaml").read_text(encoding="utf-8"), loader)
    found = {f"GraphQL {field}" for field in graphql_fields(schema)}
    found |= {f"REST {field}" for field in rest_fields(described)}
    for file in (CONTRACT / "documents").glob("*.schema.json"):
        found |= set(document_fields(file.name, json.loads(file.read_text(encoding="utf-8"))))
    return found


def test_only_what_may_be_public_is():
    allowed = ALLOWED.read_text(encoding="utf-8").splitlines()
    assert allowed == sorted(set(allowed)), "One field a line, sorted."
    found = public_fields()
    assert sorted(found - set(allowed)) == [], f"May it be public? Then write its line into {ALLOWED.name}."
    assert sorted(set(allowed) - found) == [], f"It is public no more: take its line out of {ALLOWED.name}."


def test_what_sounds_private_is_public_for_a_reason():
    unexplained = set()
    for line in ALLOWED.read_text(encoding="utf-8").splitlines():
        if line.startswith("REST header"):
            continue
        field = line.split()[1]
        name = field.rpartition(".")[2]
        if PRIVATE.search(name) and field not in REASONS and name not in REASONS_BY_FIELD:
            unexplained.add(field)
    assert sorted(unexplained) == []


def test_reasons_are_of_fields_that_there_are():
    fields = {line.split()[1] for line in ALLOWED.read_text(encoding="utf-8").splitlines()}
    assert sorted(REASONS.keys() - fields) == []
    assert sorted(REASONS_BY_FIELD.keys() - {field.rpartition(".")[2] for field in fields}) == []


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("email", True), ("contactEmail", True), ("ip", True), ("client_ip", True), ("editToken", True), ("apiKey", True),
        ("internal_note", True), ("userAgent", True), ("zip", False), ("description", False), ("notes", True), ("keyword", False),
    ],
)  # fmt: skip
def test_names_that_sound_private(name, sounds):
    assert bool(PRIVATE.search(name)) is sounds


def test_a_field_in_any_corner_is_found():
    schema = build_schema(
        "type Query { a: [Thing!]! } union Thing = One | Two type One { b: Int } type Two { c: Kept }"
        " interface Kept { d: Int } type Held implements Kept { d: Int e: String }"
    )
    assert graphql_fields(schema) == {"Query.a", "One.b", "Two.c", "Kept.d", "Held.d", "Held.e"}
    described = {
        "paths": {
            "/x": {
                "get": {
                    "responses": {
                        "200": {
                            "content": {
                                "application/json": {
                                    "schema": {
                                        "properties": {"p": {"anyOf": [{"$ref": "#/components/schemas/One"}]}}
                                    }
                                }
                            }
                        }
                    }
                }
            }
        },
        "components": {
            "schemas": {"One": {"properties": {"q": {"items": {"properties": {"r": {}}}}}}, "Input": {}}
        },
    }
    assert rest_fields(described) == {"/x.p", "One.q", "One.q.r"}
