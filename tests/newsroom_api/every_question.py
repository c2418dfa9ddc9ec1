"""Everything that the public routes can be asked: REST, pages, GraphQL; and a walker who asks it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
)

from newsroom_api.graphql.schema import schema
from newsroom_api.rest.urls import described
from tests.newsroom_api.private_world import ADDRESS, MARKER

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
BODIES: list[Any] = [
    None,
    {},
    {"body": "Fine, is it not?", "author_name": "Ann", "email": f"{MARKER}@walker.example"},
    {"body": "", "author_name": "", "email": MARKER, "visitor_token": MARKER, "identity_token": MARKER},
    {"reason": "SPAM", "note": MARKER, "email": f"{MARKER}@walker.example"},
    {"name": "like"},
    {"text": MARKER},
]
SECRETS = {
    "Edit-Token": MARKER,
    "Upload-Token": MARKER,
    "Idempotency-Key": f'"{MARKER}"',
    "Authorization": MARKER,
}
VISITOR = SECRETS | {"Visitor-Token": MARKER}


def rest_addresses(known: list[str]) -> list[str]:
    found = []
    for pattern in described:
        route = "/" + str(pattern.pattern)
        ways = [route.replace("<str:id>", uid) for uid in known] if "<str:id>" in route else [route]
        found += [way.replace("<str:name>", "like") for way in ways]
    return found


QUERIES = {
    "/comments": ("view=TREE", "order_by=OLDEST", "order_by=REACTIONS", "kind=CRITICISM", "answered=true", "page_size=1"),
    "/threads": ("newsroom=norrvind", "page_size=1"),
    "/changes": ("page_size=1", "cursor=x"),
}  # fmt: skip


def reads(known: list[str]) -> list[str]:
    """Everything that is read: REST with its filters, pages, documents of machines."""
    rest = [address for address in rest_addresses(known) if not address.endswith("/events")]
    for address in list(rest):
        for ending, queries in QUERIES.items():
            if address.endswith(ending):
                rest += [f"{address}?{query}" for query in queries]
    pages = ["/", "/norrvind", "/norrvind/new-turbines", "/norrvind/new-turbines?order=NEWEST", "/healthz", "/readyz",
             "/sitemap.xml", "/robots.txt", "/feed", "/norrvind/feed", "/api/v1/docs", "/api/nothing"]  # fmt: skip
    pages += [f"/norrvind/new-turbines?comment={uid}" for uid in known]
    pages += [f"/norrvind/new-turbines?reply={uid}" for uid in known]
    pages += [f"/conversation/{kind}/{uid}" for kind in ("post", "report") for uid in known]
    purposes = ("confirm", "appeal", "notices", "mail", "own")
    pages += [f"/conversation/{purpose}/{MARKER[:4]}" for purpose in purposes] + ["/conversation/own"]
    return rest + pages


def told(response: Any) -> str:
    """Status, headers and content."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{response.status_code}\n{headers}\n{content.decode(errors='replace')}"


def selection(kind: Any, depth: int) -> str:
    """All fields of a type, down to a depth; arguments that must be given are left out with their fields."""
    kind = get_named_type(kind)
    if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
        parts = [
            f"... on {each.name} {selection(each, depth)}"
            for each in schema.graphql_schema.get_possible_types(kind)
        ]
        return "{ __typename " + " ".join(parts) + " }"
    fields = ["__typename"]
    for name, field in kind.fields.items():
        if any(isinstance(given.type, GraphQLNonNull) for given in field.args.values()):
            continue
        if is_leaf_type(get_named_type(field.type)):
            fields.append(name)
        elif depth:
            fields.append(f"{name} {selection(field.type, depth - 1)}")
    return "{ " + " ".join(fields) + " }"


def literal(kind: Any, name: str, uid: str, depth: int = 3) -> Any:
    """A value for an argument: ids are guesses, secrets markers. None leaves it out."""
    required = isinstance(kind, GraphQLNonNull)
    named = get_named_type(kind)
    bare = kind.of_type if required else kind
    if is_list_type(bare):
        return f"[{literal(bare.of_type, name, uid)}]" if required else None
    if isinstance(named, GraphQLInputObjectType):
        if not required:
            return None
        given = {key: literal(field.type, key, uid, depth - 1) for key, field in named.fields.items()}
        return "{" + ", ".join(f"{key}: {value}" for key, value in given.items() if value is not None) + "}"
    texts = {"editToken": MARKER, "email": f"{MARKER}@walker.example", "body": f"So it is {uid}", "authorName": "Ann",
             "reason": "SPAM", "name": "like", "slug": "norrvind", "newsroom": "norrvind", "path": "/norrvind/new-turbines",
             "idempotencyKey": MARKER, "uploadToken": MARKER, "token": MARKER, "text": MARKER, "note": MARKER}  # fmt: skip
    if named.name == "ID":
        return json.dumps(uid)
    if is_enum_type(named):
        return next(iter(named.values)) if required else None
    if named.name == "String" and name in texts:
        return json.dumps(texts[name])
    if not required:
        return None
    return {"Int": "1", "Float": "1", "Boolean": "true"}.get(named.name, json.dumps(texts.get(name, "x")))


def operations(kind: str, known: list[str], depth: int) -> Iterator[str]:
    """Every field of the queries, mutations or subscriptions, asked for everything it has, with every id."""
    root: GraphQLObjectType = getattr(schema.graphql_schema, f"{kind}_type")
    for name, field in root.fields.items():
        has_id = (
            any(get_named_type(given.type).name == "ID" for given in field.args.values()) or kind != "query"
        )
        for uid in known if has_id else known[:1]:
            given = {key: literal(each.type, key, uid) for key, each in field.args.items()}
            ids_given = [key for key, each in field.args.items() if get_named_type(each.type).name == "ID"]
            ways = [[key] for key in ids_given] if len(ids_given) > 1 else [ids_given]
            for way in ways:
                kept = [f"{key}: {value}" for key, value in given.items()
                        if value is not None and (key in way or key not in ids_given)]  # fmt: skip
                asked = f"({', '.join(kept)})" if kept else ""
                yield f"{kind} {{ {name}{asked} {selection(field.type, depth)} }}"


class Walker:
    """Asks, and keeps what told anything private."""

    def __init__(self, client: Any) -> None:
        self.client, self.leaks, self.statuses = client, [], {}
        client.raise_request_exception = False

    def ask(
        self,
        method: str,
        address: str,
        content: Any = None,
        accept: str = "*/*",
        meanwhile: Callable[[], Any] | None = None,
        **headers: str,
    ) -> str:
        body = b"" if content is None else json.dumps(content).encode()
        response = self.client.generic(
            method,
            address,
            body,
            "application/json",
            REMOTE_ADDR=ADDRESS,
            headers={"Accept": accept, **headers},
        )
        if meanwhile is not None:
            meanwhile()
        answer = told(response)
        self.statuses[response.status_code] = self.statuses.get(response.status_code, 0) + 1
        if MARKER in answer or ADDRESS in answer or response.status_code >= 500:
            place = answer.find(MARKER)
            self.leaks.append(
                (method, address, content, response.status_code, answer[max(0, place - 200) : place + 80])
            )
        return answer

    def graphql(self, query: str, accept: str = "*/*", meanwhile: Callable[[], Any] | None = None) -> str:
        return self.ask("POST", "/graphql/", {"query": query}, accept, meanwhile)
