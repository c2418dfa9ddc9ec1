"""Queries made ready to run: parsed, measured against the limits, validated; kept by the sha256 of the text.

Operations of the contract, and those that a client has sent once (Apollo's APQ protocol), may be asked for by
their hash alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.core.cache import cache as shared_cache
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    StringValueNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    parse,
    validate,
    visit,
)

from cms.conf import newsroom as conf
from cms.errors import InvalidInput
from cms.ledger.filters import check_text
from newsroom_api.graphql.operations import known_text, sha256
from newsroom_api.graphql.schema import schema
from newsroom_api.limits import LimitExceeded, Meter, check_cost, check_document

REMEMBERED_SECONDS = 7 * 24 * 3600
REMEMBERED_LENGTH = 10_000
"""Longest text that is remembered for whoever sends it; longer ones come along each time. The cache is for counters too."""
VALIDATION_ERRORS = 20


class RequestRefused(Exception):
    """The request as a whole is wrong: nothing was executed. `code` tells in which way."""

    def __init__(self, code: str, errors: list[GraphQLError], status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.errors = errors
        self.status = status


@dataclass(slots=True)
class Prepared:
    """A query that may run."""

    document: DocumentNode
    hash: str
    operation: OperationDefinitionNode
    size_variables: tuple[str, ...]
    """Variables that page sizes come from: the cost depends on them."""
    previews: bool
    """Whether it asks for a preview, whatever its variables are: then its answer must not be kept."""
    preview_variables: tuple[str, ...]
    """Variables for tokens of previews: where one is given, its answer must not be kept."""
    converses: bool
    """Whether it asks for threads or comments: then its answer changes with every conversation."""
    asks_form: bool
    """Whether it asks for a form, with a challenge that is made anew each time: then its answer must not be kept."""
    costs: dict[tuple[Any, ...], int] = field(default_factory=dict)

    @property
    def is_query(self) -> bool:
        return self.operation.operation is OperationType.QUERY

    def is_private(self, variables: Mapping[str, Any]) -> bool:
        """Whether its answer must not be kept by anybody."""
        with_token = any(variables.get(name) is not None for name in self.preview_variables)
        return self.previews or self.asks_form or with_token

    def check_cost(self, variables: Mapping[str, Any]) -> None:
        """Raise `LimitExceeded` when the query is too dear with these variables."""
        sizes = {
            name: variables[name]
            for name in self.size_variables
            if name in variables and isinstance(variables[name], int | None)
        }
        key = tuple(sorted(sizes.items(), key=str))
        if key not in self.costs:
            if len(self.costs) > 100:
                self.costs.clear()
            self.costs[key] = Meter(schema.graphql_schema, self.document, sizes).total().cost
        check_cost(self.costs[key])


class _Findings(Visitor):
    """What a document's arguments say about it."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: set[str] = set()
        self.previews = False
        self.preview_variables: set[str] = set()
        self.defaults: set[str] = set()

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> None:
        if node.default_value is not None:
            self.defaults.add(node.variable.name.value)

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        variable = node.value.name.value if isinstance(node.value, VariableNode) else ""
        if node.name.value in ("first", "last") and variable:
            self.sizes.add(variable)
        if node.name.value == "previewToken":
            self.preview_variables |= {variable} - {""}
            self.previews |= not variable

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        check_text(node.value, "query")


CONVERSATION = frozenset(
    {
        *("Thread", "ThreadConnection", "Comment", "CommentConnection"),
        *("officialStatement", "medianAnswerSeconds", "metadata"),
    }
)
"""Types and fields whose answers change with conversations, without an edition."""


class _Conversation(Visitor):
    """Whether a valid document asks for threads or comments, or for a form to write them."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self.types = types
        self.shown = False
        self.form = False

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        kind = getattr(get_named_type(self.types.get_type()), "name", "")
        owner = getattr(self.types.get_parent_type(), "name", "")
        self.shown |= not CONVERSATION.isdisjoint({node.name.value, kind, owner})
        self.form |= kind == "CommentForm"


def prepare(text: str) -> Prepared:
    """The query of this text. Raises `RequestRefused`, `LimitExceeded` and `InvalidInput`."""
    digest = sha256(text)
    if known := _prepared.get(digest):
        return known
    check_text(text, "query")
    try:
        ready = _prepare(text, digest)
    except RecursionError:
        raise LimitExceeded(
            f"The query is nested too deeply; the limit is {conf.GRAPHQL_DEPTH} levels.",
            limit=conf.GRAPHQL_DEPTH,
        ) from None
    _prepared.put(digest, ready)
    return ready


def _prepare(text: str, digest: str) -> Prepared:
    try:
        document = parse(text, max_tokens=conf.GRAPHQL_TOKENS)
    except GraphQLSyntaxError as error:
        if "Parsing aborted" in error.message:
            message = f"The query has more than {conf.GRAPHQL_TOKENS} tokens, which is the limit."
            raise LimitExceeded(message, limit=conf.GRAPHQL_TOKENS) from None
        raise RequestRefused("GRAPHQL_PARSE_FAILED", [error]) from None
    check_document(schema.graphql_schema, document)
    findings = _Findings()
    visit(document, findings)
    if errors := validate(schema.graphql_schema, document, max_errors=VALIDATION_ERRORS):
        raise RequestRefused("GRAPHQL_VALIDATION_FAILED", errors)
    operation = next(
        (node for node in document.definitions if isinstance(node, OperationDefinitionNode)), None
    )
    if operation is None:
        raise RequestRefused("GRAPHQL_VALIDATION_FAILED", [GraphQLError("The query holds no operation.")])
    if schema.graphql_schema.get_root_type(operation.operation) is None:
        refused = GraphQLError(f"The schema has no {operation.operation.value}s.", operation)
        raise RequestRefused("GRAPHQL_VALIDATION_FAILED", [refused])
    types = TypeInfo(schema.graphql_schema)
    conversation = _Conversation(types)
    visit(document, TypeInfoVisitor(types, conversation))
    return Prepared(
        document,
        digest,
        operation,
        tuple(sorted(findings.sizes)),
        findings.previews or not findings.preview_variables.isdisjoint(findings.defaults),
        tuple(sorted(findings.preview_variables)),
        conversation.shown,
        conversation.form,
    )


def persisted(digest: str, text: str | None) -> Prepared:
    """The query with this hash: known already, or brought with the request and remembered from now on."""
    if text is not None:
        if sha256(text) != digest:
            raise RequestRefused(
                "PERSISTED_QUERY_HASH_MISMATCH", [GraphQLError("provided sha does not match query")]
            )
        ready = prepare(text)
        if len(text) <= REMEMBERED_LENGTH:
            shared_cache.set(_cache_key(digest), text, REMEMBERED_SECONDS)
        return ready
    if known := _prepared.get(digest):
        return known
    found = known_text(digest) or shared_cache.get(_cache_key(digest))
    if found is None:
        raise RequestRefused("PERSISTED_QUERY_NOT_FOUND", [GraphQLError("PersistedQueryNotFound")])
    return prepare(found)


def _cache_key(digest: str) -> str:
    if len(digest) != 64 or not digest.isalnum() or not digest.isascii():
        raise InvalidInput(
            "A persisted query is named by the sha256 of its text, in hexadecimal.", field="sha256Hash"
        )
    return f"newsroom:graphql:{digest}"


class _RecentlyUsed:
    """The prepared queries used last, at most as many as the settings say."""

    def __init__(self) -> None:
        self._entries: OrderedDict[str, Prepared] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str) -> Prepared | None:
        with self._lock:
            if digest in self._entries:
                self._entries.move_to_end(digest)
            return self._entries.get(digest)

    def put(self, digest: str, ready: Prepared) -> None:
        with self._lock:
            self._entries[digest] = ready
            while len(self._entries) > conf.GRAPHQL_CACHE:
                self._entries.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()


_prepared = _RecentlyUsed()
