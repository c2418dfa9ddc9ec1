"""Loads what an answer leads to: a fixed number of statements for each level of the query, however many items.

A document holds its links as small embedded objects (`ItemLink`). Where a query asks for no more than those
hold, they are the answer. Where it asks for more, the linked items of all rows of a level are read at once, to
take the place of the links.
An item that is no longer public drops out of lists, and leaves null where null is allowed.
What is no part of a document (the releases that show a file, the conversation of an item) is found for all documents
of a level at once (`finders.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from graphql import GraphQLResolveInfo

from cms.errors import NotFound
from cms.ledger.document import ItemDocument
from cms.ledger.selectors import items_by_id
from newsroom_api.graphql.finders import FINDERS, Place
from newsroom_api.graphql.lookahead import Content, Plan, Step
from newsroom_api.graphql.shapes import Part


def load_links(info: GraphQLResolveInfo, contents: Sequence[Content], steps: Plan) -> None:
    """Put into `contents` what `steps` name, level by level: items in the place of links, and what is found."""
    level = [(content, steps) for content in contents] if steps else []
    while level:
        places = [place for content, below in level for place in _places(content, below)]
        _find(info, places)
        items = [place for place in places if _leads_to_items(place.step.part)]
        _load(info, [(link, place.step) for place in items for link in _values(place.holder[place.step.key])])
        for holder, step in items:
            found = [info.context.linked.get(link["id"]) for link in _values(holder[step.key])]
            _replace(holder, step, [item for item in found if item is not None])
        level = [
            (value, step.below)
            for holder, step in places
            if step.below
            for value in _values(holder[step.key]["nodes"] if step.part.page else holder[step.key])
        ]


def _places(content: Content, steps: Plan) -> Iterator[Place]:
    """Each object inside `content` that holds what is to be loaded, with the step to take there."""
    for step in steps.values():
        if step.part.found or (step.load and content.get(step.part.name)):
            yield Place(content, step)
        elif not step.load:
            for inner in _values(content.get(step.part.name)):
                yield from _places(inner, step.below)


def _find(info: GraphQLResolveInfo, places: list[Place]) -> None:
    """Have found what is no part of the documents: each field, with each set of arguments, for all at once."""
    groups: dict[tuple[str, Any], list[Place]] = {}
    for place in places:
        part = place.step.part
        if part.found:
            groups.setdefault((part.name, place.step.key), []).append(place)
    for (name, _), group in groups.items():
        FINDERS[name](info, group)


def _leads_to_items(part: Part) -> bool:
    return bool(part.members) and issubclass(part.members[0], ItemDocument)


def _values(value: Any) -> list[Content]:
    return value if isinstance(value, list) else [value] if value else []


def _load(info: GraphQLResolveInfo, links: list[tuple[Content, Step]]) -> None:
    """Read the linked items that this request has not read yet, as whole as any of the links needs them."""
    context = info.context
    wholes = {link["id"] for link, step in links if step.whole} - context.wholes
    missing = {link["id"] for link, _ in links} - context.linked.keys() | wholes
    if missing:
        rows = items_by_id(context.viewer, [UUID(uid) for uid in missing], whole=bool(wholes))
        context.linked.update({str(uid): row.content for uid, row in rows.items()})
        context.wholes |= missing if wholes else set()


def _replace(holder: Content, step: Step, items: list[Content]) -> None:
    part = step.part
    if part.many:
        holder[step.key] = items
    elif items:
        holder[step.key] = items[0]
    elif part.required:
        raise NotFound(f"The {part.name} of this item is no longer public.")
    else:
        holder[step.key] = None
