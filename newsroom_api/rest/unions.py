"""Names for the unions inside OpenAPI schemas, so that generated clients have classes that people can guess.

Generators name what has no name of its own by its place (`AssetListResultsInnerAnyOf`). What lists hold, and the unions
in `NAMES`, become components; wherever the same union stands, it is referred to.
"""

from __future__ import annotations

import json
from typing import Any

NAMES = {
    "BodyBlock": ("Release", "body"),
    "MediaFile": ("Contribution", "file"),
    "AddressedItem": ("ItemLocation", "item"),
    "IssuedItem": ("Change", "document"),
    "AssetCard": ("AssetList", "results"),
}
"""A component and a field whose union it is: of a list its members, of what may be null what else it is."""
MANY = ("anyOf", "oneOf")
TAG = "file_type"
REFERENCE = "#/components/schemas/"


def named(schemas: dict[str, Any]) -> dict[str, Any]:
    """The components with their unions named, and none of them inside another."""
    schemas = _with_tags(schemas)
    for name, (component, field) in NAMES.items():
        schemas = _with(schemas, name, _union(schemas[component]["properties"][field]))
    for component in [each for each in schemas if each.endswith("List")]:
        member = schemas[component]["properties"]["results"]["items"]
        if "anyOf" in member:
            schemas = _with(schemas, f"Listed{component.removesuffix('List')}", member)
    flat = {name: _flat(schemas, schema) for name, schema in schemas.items()}
    used = json.dumps(flat)
    dissolved = {name for name in flat if "oneOf" in flat[name] and f'"{REFERENCE}{name}"' not in used}
    return {name: flat[name] for name in sorted(flat) if name not in dissolved & _inner(schemas)}


def _inner(schemas: dict[str, Any]) -> set[str]:
    """Names of the components that are members of unions."""
    return {
        one["$ref"].removeprefix(REFERENCE) for schema in schemas.values() for one in schema.get("oneOf", ())
    }


def _with_tags(schemas: dict[str, Any]) -> dict[str, Any]:
    """What tells the kinds of assets apart, with names: `file_type` of `Audio` and `type` of `AudioFile` make one name else."""
    found = dict(schemas)
    for component, schema in schemas.items():
        shape = schema.get("properties", {}).get(TAG, {})
        if "const" in shape:
            name = f"{shape['const'].title()}AssetType"
            found[name] = {"description": f"The kind of a file: `{shape['const']}`.", "type": "string"}
            found[name]["const"] = shape["const"]
            named_tag = {"$ref": REFERENCE + name, "description": shape["description"]}
            found[component] = schema | {"properties": schema["properties"] | {TAG: named_tag}}
    return found


def _flat(schemas: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A union without unions in it, which not every generator knows. Its members tell themselves apart by constants."""
    members = schema.get("oneOf", ())
    inner = {
        one["$ref"]: schemas[one["$ref"].removeprefix(REFERENCE)].get("oneOf")
        for one in members
        if "$ref" in one
    }
    if not any(inner.values()):
        return schema
    whole = [part for one in members for part in inner.get(one.get("$ref")) or [one]]
    return {
        key: whole if key == "oneOf" else value for key, value in schema.items() if key != "discriminator"
    }


def _union(shape: dict[str, Any]) -> dict[str, Any]:
    """The union inside a field: the members' of a list, what is not null, the first of several."""
    shape = shape.get("items", shape)
    inner: dict[str, Any] = next((one for one in shape.get("anyOf", ()) if "oneOf" in one), shape)
    return inner


def _with(schemas: dict[str, Any], name: str, union: dict[str, Any]) -> dict[str, Any]:
    if name in schemas:
        raise ValueError(f"There are two components named {name}.")
    found: dict[str, Any] = _referring(schemas, _bare(union), name)
    return found | {name: {"description": _about(schemas, union)} | _bare(union)}


def _referring(schema: Any, union: dict[str, Any], name: str) -> Any:
    """The schema with references to the component where the union stood."""
    if isinstance(schema, list):
        return [_referring(member, union, name) for member in schema]
    if not isinstance(schema, dict):
        return schema
    if _bare(schema) == union:
        described = {"description": schema["description"]} if "description" in schema else {}
        return {"$ref": REFERENCE + name} | described
    return {key: _referring(member, union, name) for key, member in schema.items()}


def _bare(union: dict[str, Any]) -> dict[str, Any]:
    return {key: union[key] for key in union if key != "description"}


def _about(schemas: dict[str, Any], union: dict[str, Any]) -> str:
    """The union in words: its own, or the names of what it is made of."""
    members = [
        one["$ref"].removeprefix(REFERENCE) for key in MANY for one in union.get(key, ()) if "$ref" in one
    ]
    return str(union.get("description") or f"One of {', '.join(f'`{member}`' for member in members)}.")
