"""The REST contract before judges that others wrote: two linters, generated types, JSON Schema, and its own freshness."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from newsroom_api.examples import examples
from newsroom_api.rest import openapi

CONTRACT = Path(__file__).parents[2] / "frontend_contract"
OPENAPI = CONTRACT / "openapi.yaml"


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return yaml.safe_load(OPENAPI.read_text(encoding="utf-8"))


def test_the_contract_is_fresh(capsys):
    call_command("newsroom_contract", "--check", directory=CONTRACT)
    assert ", 0 changed." in capsys.readouterr().out


def test_a_stale_contract_is_told_and_then_written(tmp_path, capsys):
    call_command("newsroom_contract", directory=tmp_path)
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.1\n", encoding="utf-8")
    (tmp_path / "examples" / "left-over.json").write_text("{}", encoding="utf-8")
    (tmp_path / "documents" / "topic.schema.json").unlink()
    with pytest.raises(CommandError) as told:
        call_command("newsroom_contract", "--check", directory=tmp_path)
    assert str(told.value).startswith(
        "Stale: documents/topic.schema.json, examples/left-over.json, openapi.yaml."
    )
    assert (tmp_path / "openapi.yaml").read_text(encoding="utf-8") == "openapi: 3.1.1\n"
    call_command("newsroom_contract", directory=tmp_path)
    call_command("newsroom_contract", "--check", directory=tmp_path)
    assert not (tmp_path / "examples" / "left-over.json").exists()


def test_redocly_finds_nothing(judges):
    result = judges("node_modules/@redocly/cli/bin/cli.js", "lint", "--format=json", OPENAPI)
    assert result.returncode == 0, result.stdout + result.stderr
    assert json.loads(result.stdout)["totals"] == {"errors": 0, "warnings": 0, "ignored": 0}


def test_spectral_finds_nothing(judges):
    result = judges(
        "node_modules/@stoplight/spectral-cli/dist/index.js",
        "lint",
        "--format=json",
        "--fail-severity=hint",
        OPENAPI,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.startswith("[]")


def test_generated_types_compile_and_know_what_is_required(judges, tmp_path):
    types = tmp_path / "api.d.ts"
    result = judges("node_modules/openapi-typescript/bin/cli.js", OPENAPI, "-o", types)
    assert result.returncode == 0, result.stderr
    use = tmp_path / "use.ts"
    use.write_text(
        'import type { components } from "./api";\n'
        'type Schemas = components["schemas"];\n'
        'export const title = (release: Schemas["Release"]): string => release.title;\n'
        'export const hero = (card: Schemas["ReleaseCard"]): string | null => card.hero && card.hero.srcset;\n'
        'export const words = (card: Schemas["ReleaseCard"]): string | undefined => card.snippet;\n'
        'export const part = (part: Schemas["ReleaseSelection"]): string | undefined => part.title;\n'
        'export const heading = (block: Schemas["Release"]["body"][number]): string =>\n'
        '  block.type === "HEADING" ? block.text : "";\n'
        'export const alt = (asset: Schemas["Asset"]): string => asset.file_type === "IMAGE" ? asset.alt : asset.title;\n'
        'export const size = (kit: Schemas["PressKit"]): number | undefined => kit.files[0]?.renditions[0]?.size_in_bytes;\n'
        'export const counts = (card: Schemas["ReleaseCard"]): number => card.thread.comment_count;\n'
        'export const said = (release: Schemas["Release"]): string | undefined => release.official_statement?.title;\n'
        'export const replies = (list: Schemas["CommentList"]): number | undefined => list.results[0]?.replies?.count;\n'
        'export const post: Schemas["PostComment"] = { body: "Why?", author_name: "Ann", email: "ann@example.com" };\n'
        'export const token = (made: Schemas["PostReceipt"]): string | null => made.edit_token;\n'
        "// @ts-expect-error a part of an item may lack its title\n"
        'export const wrong = (part: Schemas["ReleaseSelection"]): string => part.title;\n',
        encoding="utf-8",
    )
    (tmp_path / "tsconfig.json").write_text(
        json.dumps({"compilerOptions": {"strict": True, "noEmit": True, "types": [], "lib": ["es2022"]}}),
        encoding="utf-8",
    )
    result = judges("node_modules/typescript/bin/tsc", "--project", tmp_path)
    assert result.returncode == 0, result.stdout


def test_what_is_served_is_what_is_committed(client, described):
    assert client.get("/api/v1/openapi.json").json() == described
    assert described["openapi"] == "3.1.1"


def test_every_operation_names_its_errors(described):
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            answers, place = operation["responses"], (method, path)
            assert {"400", "406", "429", "500"} <= set(answers), place
            assert {"200", "201"} & set(answers), place
            for status, answer in answers.items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (*place, status)
            if "{id}" in path:
                assert "404" in answers, place
            if "requestBody" in operation:
                assert {"413", "415"} <= set(answers), place
                media_types = list(operation["requestBody"]["content"])
                file = ["application/octet-stream", "*/*"]  # generators look at the first, and know no `*/*`
                assert media_types == (file if path.endswith("/file") else ["application/json"]), place
            if any(parameter["name"] == "Edit-Token" for parameter in operation.get("parameters", [])):
                assert "403" in answers, place
            assert ("422" in answers) == ("Idempotency-Key" in str(operation.get("parameters"))), place


def test_every_field_and_parameter_is_described(described):
    silent = [
        f"{name}.{field}"
        for name, schema in described["components"]["schemas"].items()
        for field, shape in schema.get("properties", {}).items()
        if not shape.get("description")
    ]
    assert silent == []
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    parameters = [parameter for operation in operations for parameter in operation.get("parameters", [])]
    assert [p["name"] for p in parameters if not p.get("description")] == []


@pytest.mark.parametrize("name", sorted(examples()))
def test_examples_fit_the_contract(described, name):
    component, _ = examples()[name]
    content = json.loads((CONTRACT / "examples" / f"{name}.json").read_text(encoding="utf-8"))
    schema = {**described, "$ref": f"#/components/schemas/{component}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    assert list(Draft202012Validator(schema, format_checker=checker).iter_errors(content)) == []


def test_what_visitors_send_is_described_with_its_limits(described):
    schema = described["components"]["schemas"]["PostComment"]
    assert (schema["required"], schema["additionalProperties"]) == (["body"], False)
    assert schema["properties"]["body"]["maxLength"] == 5000
    assert schema["properties"]["email"]["maxLength"] == 254
    assert schema["properties"]["kind"]["enum"] == ["", "QUESTION", "PRAISE", "CRITICISM", "OTHER"]
    validator = Draft202012Validator(schema)
    given = {"body": "Why?", "author_name": "Ann", "email": "ann@example.com"}
    assert list(validator.iter_errors(given)) == []
    assert list(validator.iter_errors({"body": "Why?", "identity_token": "a.b.c"})) == []
    for wrong in ({"body": "Why?"}, given | {"body": 1}, given | {"email": ""}, given | {"secret": "x"}):
        assert list(validator.iter_errors(wrong)) != [], wrong


def test_generators_find_plain_bodies_and_a_name_for_each_union(described):
    """OpenAPI Generator makes a class without the fields of a body with `anyOf`, and stops at a type that is only null."""
    schemas = described["components"]["schemas"]
    for name in sent(described):
        assert not {"anyOf", "oneOf", "allOf"} & set(schemas[name]), name
    for name, schema in schemas.items():
        inner = [schemas[one["$ref"].split("/")[-1]] for one in schema.get("oneOf", ())]
        assert not any("oneOf" in one for one in inner), f"{name} is a union of unions"
        for field, shape in schema.get("properties", {}).items():
            assert shape.get("type") != "null", (name, field)
            shape = shape.get("items", shape)
            members = [one for key in ("anyOf", "oneOf") for one in shape.get(key, ())]
            objects = [
                one for one in members if "$ref" in one and "enum" not in schemas[one["$ref"].split("/")[-1]]
            ]
            assert len(objects) < 2, (
                f"{name}.{field} is a union without a name: give it one in newsroom_api/rest/unions.py"
            )
            assert not any("oneOf" in one or "anyOf" in one for one in members), (name, field)


def sent(described):
    """Names of the components that are sent."""
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    bodies = [operation["requestBody"]["content"] for operation in operations if "requestBody" in operation]
    shapes = [body["application/json"]["schema"] for body in bodies if "application/json" in body]
    return [shape["$ref"].split("/")[-1] for shape in shapes]


@pytest.mark.parametrize(
    "name", ["discussion", "image", "newsroom", "person", "press-kit", "release", "topic"]
)
def test_document_schemas_are_json_schema_and_fit_the_examples(name):
    schema = json.loads((CONTRACT / "documents" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    example = {"image": "asset"}.get(name, name)
    content = json.loads((CONTRACT / "examples" / f"{example}.json").read_text(encoding="utf-8"))
    for beside in ("thread", "official_statement", "median_answer_seconds", "feeds"):
        content.pop(beside, None)
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    assert list(Draft202012Validator(schema).iter_errors(content | {"secret": 1})) != []


def test_the_codes_of_the_contract_are_documented():
    from newsroom_api.errors import CODES

    readme = (CONTRACT / "README.md").read_text(encoding="utf-8")
    for code, about in CODES.items():
        assert f"| `{code}` | {about.status} |" in readme


def test_the_description_is_made_once():
    assert openapi.document() is openapi.document()
