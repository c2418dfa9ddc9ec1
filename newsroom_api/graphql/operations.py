"""The contract's operations: one file each, with fragments that they share, put together into texts that stand alone.

A text is known to frontends and to the server by its sha256: `frontend_contract/operations.json` lists them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    NameNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from cms.conf import newsroom as conf

FOLDERS = (
    Path(__file__).parent / "contract",  # in the wheel
    Path(__file__).parents[2] / "frontend_contract" / "operations",  # in the repository
)
TYPE_NAME = FieldNode(name=NameNode(value="__typename"), arguments=(), directives=())
CONTRACT_OPERATIONS = next((folder for folder in FOLDERS if folder.is_dir()), FOLDERS[0])


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with all the fragments that it needs."""

    name: str
    kind: str
    """`query`, `mutation` or `subscription`."""
    text: str
    """As GraphQL tools print it."""

    @property
    def id(self) -> str:
        """By which it is asked for: the sha256 of the text."""
        return sha256(self.text)


@cache
def contract_operations() -> dict[str, Operation]:
    """The operations that may be asked for by their id alone, by id. Empty where the contract is not installed."""
    folder = Path(conf.GRAPHQL_OPERATIONS) if conf.GRAPHQL_OPERATIONS else CONTRACT_OPERATIONS
    known = [*released_operations(folder.parent / "released" / "operations.json"), *read_operations(folder)]
    return {operation.id: operation for operation in known}


def released_operations(file: Path) -> list[Operation]:
    """Those of all releases of the contract's major version: frontends in use ask for them by their ids."""
    if not file.exists():
        return []
    listed = json.loads(file.read_text(encoding="utf-8")).values()
    return [Operation(about["name"], about["kind"], about["text"]) for about in listed]


def known_text(digest: str) -> str | None:
    """What may be asked for by this hash alone: an operation, or what a client that adds `__typename` makes of it."""
    operation = contract_operations().get(digest)
    return operation.text if operation else typed_texts().get(digest)


@cache
def typed_texts() -> dict[str, str]:
    """The operations by hash as Apollo Client and urql send them: their caches need the type of every object."""
    operations = contract_operations().values()
    forms = [form for operation in operations for form in typed_forms(operation.text)]
    return {sha256(form): form for form in forms}


def typed_forms(text: str) -> list[str]:
    """The text with `__typename` in each selection, as graphql-js and as urql print it."""
    typed = visit(parse(text), _AddTypeNames())
    parts = [print_ast(node) for node in typed.definitions]
    return ["\n\n".join(parts), "\n".join(parts)]


class _AddTypeNames(Visitor):
    """Adds `__typename` at the end of each selection that lacks it, but for that of the operation itself."""

    def enter_selection_set(
        self, node: SelectionSetNode, _key: object, parent: object, *_: object
    ) -> SelectionSetNode | None:
        names = {
            each.name.value for each in node.selections if isinstance(each, FieldNode) and not each.alias
        }
        if isinstance(parent, OperationDefinitionNode) or TYPE_NAME.name.value in names:
            return None
        return SelectionSetNode(selections=(*node.selections, TYPE_NAME))


def read_operations(folder: Path) -> list[Operation]:
    """The operations of a folder by name; what is in its folder `fragments/` belongs to all of them."""
    shared = _fragments(sorted((folder / "fragments").glob("*.graphql")))
    return [_operation(file, shared) for file in sorted(folder.glob("*.graphql"))]


def sha256(text: str) -> str:
    """In hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fragments(files: list[Path]) -> dict[str, FragmentDefinitionNode]:
    found = (node for file in files for node in parse(file.read_text(encoding="utf-8")).definitions)
    return {node.name.value: node for node in found if isinstance(node, FragmentDefinitionNode)}


def _operation(file: Path, shared: dict[str, FragmentDefinitionNode]) -> Operation:
    definitions = parse(file.read_text(encoding="utf-8")).definitions
    [head] = [node for node in definitions if isinstance(node, OperationDefinitionNode)]
    fragments = shared | {
        node.name.value: node for node in definitions if isinstance(node, FragmentDefinitionNode)
    }
    used = _used(head, fragments)
    text = "\n\n".join(print_ast(node) for node in (head, *(fragments[name] for name in sorted(used))))
    return Operation(name=head.name.value if head.name else file.stem, kind=head.operation.value, text=text)


def _used(head: Node, fragments: dict[str, FragmentDefinitionNode]) -> set[str]:
    """Names of all fragments that an operation spreads, and that these spread."""
    used: set[str] = set()
    waiting = _spread(head)
    while waiting:
        name = waiting.pop()
        if name in fragments and name not in used:
            used.add(name)
            waiting |= _spread(fragments[name])
    return used


class _Spreads(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        self.names.add(node.name.value)


def _spread(node: Node) -> set[str]:
    spreads = _Spreads()
    visit(node, spreads)
    return spreads.names
