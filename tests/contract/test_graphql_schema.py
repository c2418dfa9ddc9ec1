"""The GraphQL contract, judged by the tools that frontends use: ESLint, Relay's compiler, codegen and TypeScript."""

import json
import shutil
from pathlib import Path

from newsroom_api.graphql.schema import sdl
from tests.contract.conftest import node

HERE = Path(__file__).parent
CONTRACT = HERE.parents[1] / "frontend_contract"
SCHEMA = CONTRACT / "schema.graphql"
VALUES = [
    "AnsweredBy",
    "Boilerplate",
    "Channel",
    "Colours",
    "CommentAuthor",
    "CommentCounts",
    "CommentForm",
    "CommentMarkup",
    "ContributionTerms",
    "Contributor",
    "Correction",
    "Dateline",
    "EarlierText",
    "Event",
    "FeedLink",
    "FieldChoice",
    "FocalPoint",
    "FormField",
    "ImageSource",
    "Link",
    "Location",
    "MarkupElement",
    "MetaTag",
    "PageInfo",
    "PageMetadata",
    "PointOfInterest",
    "ReactionCount",
    "Rendition",
    "Rights",
    "Seo",
    "Share",
    "ShareImage",
    "ShareText",
    "TableCell",
    "TableRow",
    "UrlSchemes",
]
"""Types without an id: each is a part of what holds it, and means nothing apart from it."""


def test_the_committed_schema_is_current():
    assert SCHEMA.read_text(encoding="utf-8") == sdl()


def test_the_style_rules_find_nothing(judges):
    result = judges("eslint_graphql.mjs", SCHEMA, ",".join(VALUES))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == []


def test_the_style_rules_can_find_something(judges, tmp_path):
    changed = tmp_path / "schema.graphql"
    changed.write_text(SCHEMA.read_text(encoding="utf-8") + "\ntype Stray {\n  a: Int\n}\n", encoding="utf-8")
    result = judges("eslint_graphql.mjs", changed, ",".join(VALUES))
    assert "@graphql-eslint/no-unreachable-types" in {each["ruleId"] for each in json.loads(result.stdout)}


def test_relay_compiles_a_connection_that_can_be_paged_and_refetched(judges, tmp_path):
    shutil.copytree(HERE / "relay" / "src", tmp_path / "src")
    settings = {"src": "./src", "schema": str(SCHEMA), "language": "typescript"}
    (tmp_path / "relay.config.json").write_text(json.dumps(settings), encoding="utf-8")
    compiler = HERE / "node_modules" / "relay-compiler" / "cli.js"
    result = judges(compiler, "relay.config.json", folder=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    made = {file.name for file in (tmp_path / "src" / "__generated__").iterdir()}
    assert {"ReleaseListPaginationQuery.graphql.ts", "ReleaseListReleaseQuery.graphql.ts"} <= made
    assert {"AssetGridPaginationQuery.graphql.ts", "AssetGridImageQuery.graphql.ts"} <= made


def test_the_types_of_the_schema_compile_strictly(client_package, tmp_path):
    """Those of the operations are the client's, and compiled with it."""
    types = tmp_path / "schema.ts"
    made = node("scripts/schema.mjs", types, folder=client_package)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "export type Release = " in types.read_text(encoding="utf-8")
    compiler = client_package / "node_modules" / "typescript" / "bin" / "tsc"
    options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"]
    checked = node(compiler, *options, types, folder=tmp_path)
    assert checked.returncode == 0, checked.stdout
