"""GraphQL and REST show the same fields with the same nullability: both are made from the documents."""

from __future__ import annotations

from typing import Any

import pytest
from graphene.utils.str_converters import to_camel_case
from graphql import GraphQLNonNull

from cms.ledger.document import Document, ItemDocument, ItemLink
from cms.library.document import Asset, Image, PressKit
from cms.newsroom.document import (
    Newsroom,
    NewsroomLink,
    Person,
    PersonLink,
    Topic,
    TopicLink,
    TranslationLink,
)
from cms.releases.document import Release, ReleaseLink
from newsroom_api.graphql.schema import schema
from newsroom_api.graphql.shapes import documents as exposed
from newsroom_api.graphql.shapes import found_parts
from newsroom_api.rest import openapi

LINKS = {NewsroomLink: Newsroom, PersonLink: Person, TopicLink: Topic, ReleaseLink: Release}


def components() -> dict[str, Any]:
    return openapi.document()["components"]["schemas"]


def nullable(shape: dict[str, Any]) -> bool:
    return {"type": "null"} in shape.get("anyOf", [])


def rest_fields(name: str) -> dict[str, bool]:
    """GraphQL's name of each field of a component to whether it may be null."""
    return {
        to_camel_case(field): nullable(shape) for field, shape in components()[name]["properties"].items()
    }


def graphql_fields(name: str) -> dict[str, bool]:
    """Without what only GraphQL finds: what takes arguments, and what threads and comments lead to."""
    fields = schema.graphql_schema.type_map[name].fields
    document = exposed().get(name)
    found = found_parts(document) if document and not issubclass(document, ItemDocument) else {}
    return {
        field: not isinstance(about.type, GraphQLNonNull)
        for field, about in fields.items()
        if field not in found and not about.args
    }


def documents(base: type[Document] = Document) -> list[type[Document]]:
    """The document models of the domain, leaves only."""
    found = [model for child in base.__subclasses__() for model in documents(child)]
    return found or [base]


SHOWN = sorted(
    model.__name__
    for model in documents()
    if model.__module__.startswith("cms.") and not issubclass(model, ItemLink)
)


ON_REQUEST = ("metadata", "share")
"""REST shows them only where `fields` names them: so they are fields of what `fields` selects, and of no whole item."""


@pytest.mark.parametrize("name", SHOWN)
def test_a_document_is_the_same_in_both(name):
    shown = graphql_fields(name)
    for field in ON_REQUEST:
        assert field not in rest_fields(name)
        if (needed := shown.pop(field, None)) is not None:
            item = next((base.__name__ for base in (Asset,) if issubclass(exposed()[name], base)), name)
            assert rest_fields(f"{item}Selection")[field] is needed
    assert shown == rest_fields(name)


@pytest.mark.parametrize(("link", "item"), LINKS.items())
def test_a_link_holds_fields_of_the_item_it_leads_to(link, item):
    shown, whole = rest_fields(link.__name__), graphql_fields(item.__name__)
    assert {field: whole.get(field) for field in shown} == shown


def test_a_translation_link_fits_every_item_that_has_translations():
    shown = rest_fields(TranslationLink.__name__)
    for item in (Newsroom, Release, Asset, Image, PressKit):
        whole = graphql_fields(item.__name__)
        assert {field: whole.get(field) for field in shown} == shown


def test_every_field_of_rest_is_always_there():
    for name in SHOWN:
        component = components()[name]
        assert set(component["required"]) == set(component["properties"]), name
