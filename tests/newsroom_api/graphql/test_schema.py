"""What introspection says: everything is described, and links are the items that they point at."""

import pytest
from graphql import (
    get_introspection_query,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from cms.ledger.document import Document
from newsroom_api.graphql.schema import schema, sdl
from newsroom_api.graphql.shapes import all_parts, documents, parts

TYPES = {name: kind for name, kind in schema.graphql_schema.type_map.items() if not name.startswith("__")}
BUILT_IN = {"String", "Int", "Float", "Boolean", "ID"}


def described():
    """(path, description) of everything in the schema."""
    for name, kind in TYPES.items():
        if name in BUILT_IN:
            continue
        yield name, kind.description
        for field_name, field in getattr(kind, "fields", {}).items():
            yield f"{name}.{field_name}", field.description
            for argument_name, argument in getattr(field, "args", {}).items():
                yield f"{name}.{field_name}({argument_name})", argument.description
        for value_name, value in getattr(kind, "values", {}).items():
            yield f"{name}.{value_name}", value.description


def test_everything_is_described():
    entries = list(described())
    assert len(entries) > 300
    assert [path for path, description in entries if not (description or "").strip()] == []


def test_introspection_for_tools_works(post):
    answer = post(get_introspection_query(descriptions=True, input_value_deprecation=True))
    assert answer.status_code == 200
    assert {each["name"] for each in answer.json()["data"]["__schema"]["types"]} >= set(documents())


@pytest.mark.parametrize("document", documents().values(), ids=lambda document: document.__name__)
def test_types_have_the_fields_of_their_documents(document: type[Document]):
    fields = TYPES[document.__name__].fields
    assert sorted(fields) == sorted(all_parts(document))
    for name, part in parts(document).items():
        assert str(fields[name].type).endswith("!") is part.required, name


@pytest.mark.parametrize(
    "part",
    [part for each in documents().values() for part in parts(each).values() if part.link],
    ids=lambda p: p.name,
)
def test_the_fields_of_a_link_are_those_of_its_item(part):
    link, item = parts(part.link), parts(part.members[0])
    assert {name: item[name][1:] for name in link} == {name: part[1:] for name, part in link.items()}


def test_the_schema_is_printed_the_same_each_time():
    assert sdl() == sdl()
    assert "type Release implements Item & Node {" in sdl()


def shape(kind) -> str:
    """What clients compare when the same field is asked of two types: everything but the names of objects."""
    if is_non_null_type(kind) or is_list_type(kind):
        return f"{shape(kind.of_type)}{'!' if is_non_null_type(kind) else '[]'}"
    return kind.name if is_leaf_type(kind) else "{}"


@pytest.mark.parametrize("name", [name for name, kind in TYPES.items() if is_abstract_type(kind)])
def test_what_the_members_of_a_type_share_can_be_queried_together(name):
    shapes = {}
    for member in schema.graphql_schema.get_possible_types(TYPES[name]):
        if member.name in (
            "Comment",
            "Thread",
        ):  # `node` alone finds them: nobody asks for them together with items
            continue
        for field, about in member.fields.items():
            shapes.setdefault(field, set()).add(shape(about.type))
    apart = {field: found for field, found in shapes.items() if len(found) > 1}
    assert apart == {}


def test_assets_of_all_kinds_are_an_interface():
    assert "interface Asset implements Item & Node {" in sdl()
    for kind in ("Image", "Video", "Audio", "Document"):
        assert f"type {kind} implements Asset & Item & Node {{" in sdl()
    assert "  translations: [Asset!]!" in sdl()
    assert "union File = AudioFile | DocumentFile | ImageFile | VideoFile" in sdl()
