"""Writes what a frontend or partner may rely on (`frontend_contract/`) from the code, or says what of it is stale."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError

from cms.conversation.contributions.document import Contribution
from cms.conversation.document import Discussion
from cms.ledger.document import ItemDocument
from cms.library.document import KINDS, PressKit
from cms.newsroom.document import Newsroom, Person, Topic
from cms.releases.document import Release
from newsroom_api.examples import examples
from newsroom_api.graphql.operations import CONTRACT_OPERATIONS, read_operations
from newsroom_api.graphql.schema import sdl
from newsroom_api.rest import openapi

DOCUMENTS: tuple[type[ItemDocument], ...] = (
    Contribution,
    Discussion,
    Newsroom,
    Person,
    PressKit,
    Release,
    Topic,
    *KINDS.values(),
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Command(BaseCommand):
    """`--check` changes nothing and fails when a file is missing, stale or left over."""

    help = "Writes frontend_contract/ (GraphQL, OpenAPI, JSON Schema, examples) from the code. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Change nothing; fail when a file is stale.")
        parser.add_argument(
            "--directory", type=Path, default=Path("frontend_contract"), help="Where the contract is kept."
        )

    def handle(self, *args: Any, check: bool, directory: Path, **options: Any) -> None:
        wanted = contract()
        found = {
            str(file.relative_to(directory)): file.read_text(encoding="utf-8")
            for pattern in (
                "documents/*.schema.json",
                "examples/*.json",
                "openapi.yaml",
                "operations.json",
                "schema.graphql",
            )
            for file in directory.glob(pattern)
        }
        stale = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
        if check and stale:
            raise CommandError(
                "Stale: " + ", ".join(stale) + ". Run `make contract` and commit what it writes."
            )
        for name in stale:
            file = directory / name
            if name not in wanted:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(wanted[name], encoding="utf-8", newline="\n")
        self.stdout.write(f"{len(wanted)} files of the contract, {len(stale)} changed.")


def contract() -> dict[str, str]:
    """Every generated file of the contract: path inside `frontend_contract/` to its content."""
    described = json.loads(json.dumps(openapi.document(), default=str))
    return {
        "schema.graphql": sdl(),
        "openapi.yaml": yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=120),
        "operations.json": _text(
            {
                operation.name: {"id": operation.id, "kind": operation.kind, "text": operation.text}
                for operation in read_operations(CONTRACT_OPERATIONS)
            }
        ),
        **{f"documents/{file_name(model)}": document_schema(model) for model in DOCUMENTS},
        **{f"examples/{name}.json": _text(content) for name, (_, content) in examples().items()},
    }


def file_name(model: type[ItemDocument]) -> str:
    """Name of the file with a document's schema: `press-kit.schema.json` of `PressKit`."""
    return f"{re.sub('(?<=[a-z])(?=[A-Z])', '-', model.__name__).lower()}.schema.json"


def document_schema(model: type[ItemDocument]) -> str:
    """JSON Schema (2020-12) of a document."""
    schema = model.model_json_schema(mode="serialization")
    title = model.__name__
    return _text(
        {
            "$schema": DIALECT,
            "$id": file_name(model),
            "title": title,
            **openapi.untitled(schema),
        }
    )


def _text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
