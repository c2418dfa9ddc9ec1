"""Every operation of the contract: its example fits it, and on the demo newsroom it answers, by its text and by its id."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from graphql import GraphQLError, build_schema, execute, parse
from graphql.execution.values import get_variable_values

from cms.conf import SETTINGS
from cms.conf import newsroom as conf
from cms.conversation.live import hub as live
from cms.conversation.live.hub import Hub
from cms.project.demo.examples import FOLLOWED, READS, WRITES, Asker, asked
from newsroom_api.graphql.schema import schema as served
from newsroom_api.limits import Meter

CONTRACT = Path(__file__).parents[2] / "frontend_contract"
EXAMPLES = CONTRACT / "examples" / "operations"
OPERATIONS: dict[str, dict[str, str]] = json.loads((CONTRACT / "operations.json").read_text(encoding="utf-8"))
MOST_STATEMENTS = 15
"""Of SQL, for any operation that reads. Those that read several lists at once need most."""

described = build_schema((CONTRACT / "schema.graphql").read_text(encoding="utf-8"))


def test_every_operation_is_asked_of_the_demo_and_has_an_example():
    assert (READS | FOLLOWED | WRITES).keys() == OPERATIONS.keys()
    assert {file.stem for file in EXAMPLES.glob("*")} == OPERATIONS.keys()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_the_example_fits_the_operation(name):
    example = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert list(example) == ["variables", "answer"]
    assert fault(name, example["variables"], example["answer"]) is None


def fault(name: str, variables: dict[str, Any], answer: dict[str, Any]) -> str | None:
    """Why an answer is none that the operation can have: it is executed with the answer in the place of what there is."""
    document = parse(OPERATIONS[name]["text"])
    coerced = get_variable_values(described, document.definitions[0].variable_definitions, variables)  # type: ignore[union-attr]
    if isinstance(coerced, list):
        return str(coerced)
    try:
        result = execute(
            described,
            document,
            answer["data"],
            variable_values=variables,
            field_resolver=lambda source, info, **_: source[info.path.key],
            type_resolver=lambda value, info, kind: (
                value.get("__typename") or described.get_possible_types(kind)[0].name
            ),
        )
    except GraphQLError as error:
        return str(error)
    if result.errors:  # type: ignore[union-attr]
        return str(result.errors)  # type: ignore[union-attr]
    return None if result.data == answer["data"] else "There is more in it than is asked for."  # type: ignore[union-attr]


def test_an_example_that_does_not_fit_is_found():
    example = json.loads((EXAMPLES / "Topic.json").read_text(encoding="utf-8"))
    topic = example["answer"]["data"]["topic"]
    for wrong in (
        topic | {"more": 1},
        topic | {"name": None},
        {name: topic[name] for name in topic if name != "id"},
    ):
        assert fault("Topic", example["variables"], {"data": {"topic": wrong}}) is not None
    assert fault("Topic", {"id": 1.5}, example["answer"]) is not None


def test_examples_are_written_into_a_database_of_their_own_only():
    with pytest.raises(CommandError, match=r"cms\.project\.settings\.examples"):
        call_command("newsroom_examples")


@dataclass
class Answered:
    """What an operation answered, and what it took."""

    variables: dict[str, Any]
    data: Any
    statements: int
    by_id: Any = None


@pytest.fixture(scope="module")
def all_answered(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[dict[str, Answered]]:
    """Every operation, asked of the demo: made once, with one small size of images, and taken back."""
    small = dict.fromkeys(SETTINGS["IMAGE_SIZES"].default, "max-64x64")
    ours = {
        "NEWSROOM_VAULT_ROOT": tmp_path_factory.mktemp("vault"),
        "NEWSROOM_SHELF_ROOT": tmp_path_factory.mktemp("shelf"),
        "NEWSROOM_DEMO": True,
        "NEWSROOM": {**settings.NEWSROOM, "IMAGE_SIZES": small, "LIVE_SECONDS": 0},
    }
    asker, found = Asker(OPERATIONS), {}

    def ask(name: str, variables: dict[str, Any]) -> Any:
        with CaptureQueriesContext(connection) as captured:
            data = asker(name, variables)
        found[name] = Answered(variables, data, len(captured))
        if OPERATIONS[name]["kind"] == "query":
            found[name].by_id = get_by_id(name, variables)
        return data

    with (
        django_db_blocker.unblock(),
        override_settings(**ours),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(Hub, "_watch", lambda hub: None)  # another connection would not see the demo
        patch.setattr(live, "_hub", Hub())
        call_command("newsroom_demo", password="for this test", stdout=io.StringIO())
        for _ in asked(ask):
            pass
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def answered(all_answered: dict[str, Answered], db: None) -> dict[str, Answered]:
    """The answers of the demo."""
    return all_answered


def get_by_id(name: str, variables: dict[str, Any]) -> Any:
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": OPERATIONS[name]["id"]}}
    asked_for = urlencode({"extensions": json.dumps(extensions), "variables": json.dumps(variables)})
    response = Client().get(f"/graphql/?{asked_for}", headers={"Accept": "application/graphql-response+json"})
    assert response.status_code == 200, response.content
    return response.json()


@pytest.mark.once
@pytest.mark.parametrize("name", [*READS, *FOLLOWED, *WRITES])
def test_the_operation_answers_on_the_demo(answered, name):
    told = answered[name]
    assert fault(name, told.variables, {"data": told.data}) is None
    assert empty(name, told.data) == []
    meter = Meter(served.graphql_schema, parse(OPERATIONS[name]["text"]), sizes(told.variables)).total()
    assert (meter.cost <= conf.GRAPHQL_COST, meter.depth <= conf.GRAPHQL_DEPTH) == (True, True)
    if name in READS:
        assert told.statements <= MOST_STATEMENTS
        if name != "CommentForm":  # its challenge is another each time
            assert told.by_id == {"data": told.data}


def sizes(variables: dict[str, Any]) -> dict[str, int]:
    return {name: value for name, value in variables.items() if name in ("first", "last")}


def empty(name: str, data: dict[str, Any]) -> list[str]:
    """Fields of the answer that show nothing: null, or a list without an item."""
    return [
        field
        for field, value in data.items()
        if value is None
        or value == []
        or (isinstance(value, dict) and [] in (value.get("nodes"), value.get("edges")))
    ]
