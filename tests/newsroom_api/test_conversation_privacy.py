"""Nothing private of a conversation shows on any public route, in any log, or in the queue of tasks.

Every text column of the conversation that is not named public here is filled with a marker; then everything that the
public can ask is asked, rightly and wrongly. And what was never public leaves every answer as it was without it.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
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
from wagtail.models import ModelLogEntry

from cms.conversation import models as conversation
from cms.conversation.desk.crisis_switch import switch_on
from cms.conversation.identity import visitors
from cms.conversation.models import Case, Comment, Contribution, Thread
from cms.conversation.services import decide
from cms.conversation.services.answering import answer_officially
from cms.conversation.services.authors import withdraw_comment
from cms.conversation.services.editing import edit_comment
from cms.conversation.services.erasing import erase_person
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment
from cms.conversation.services.reacting import react
from cms.conversation.services.reporting import appeal, report_comment
from cms.ledger.models import Heartbeat, Item
from newsroom_api.graphql.schema import schema
from newsroom_api.rest.urls import described

pytestmark = pytest.mark.django_db(transaction=True)

MARKER = "zzyxprivate"
ADDRESS = "203.0.113.77"
"""Where all requests come from."""
PUBLIC_COLUMNS = {
    "Comment": {"language"},
    "Reaction": {"name"},
    "ModerationRules": {"contribution_terms", "reactions"},
    "DeskRules": {"time_zone", "holiday_country", "holiday_region"},
    "WordList": {"language"},
    "AnswerTemplate": {"language"},
    "Classifier": {"thresholds", "languages", "figures"},
    "Contribution": {"asset_kind", "mime_type"},
    "DeskTeam": {"team"},
}
"""Columns of text that are public, or settings that have to stay what they are."""
PUBLIC_OF_PUBLISHED = {
    "author_name", "organisation", "title", "url", "body", "plain", "language", "attachments", "reactions"
}  # fmt: skip
"""Columns of published comments that are public."""
NOT_FILLED = {"ThreadPage", "ThreadExpert", "Thread", "Classifier", "DeskTeam", "Speaker"}
"""Models without private text, or whose content is a page's."""
PRIVATE_FIELD = (models.CharField, models.TextField, models.JSONField)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture
def editor() -> Any:
    return get_user_model().objects.create_superuser(
        f"{MARKER}-editor", f"{MARKER}@editor.example", first_name=MARKER, last_name=MARKER
    )


class World:
    """A newsroom that talks: what everybody may see, and what nobody may."""

    def __init__(self, thread: Thread, person: Any, editor: Any) -> None:
        self.thread, self.person, self.editor, self.count = thread, person, editor, 0

    def post(self, body: str = "", **given: Any) -> Posted:
        self.count += 1
        given = {"author_name": f"Reader {self.count}", "email": f"reader{self.count}@example.com"} | given
        text = body or " ".join(uuid4().hex[:6] for _ in range(9))
        visitor = Visitor(visitors.read_token(visitors.new_token()), visitors.address_hash(ADDRESS))
        return post_comment(NewComment(body=text, thread=self.thread.pk, **given), visitor, key=uuid4().hex)

    def public(self) -> dict[str, Comment]:
        """Comments in every state that still has, or had, a place in public."""
        question = self.post(kind="QUESTION", organisation="The Echo").comment
        answer_officially(question.pk, person=self.person, text="Soon.", user=self.editor)
        edited = self.post("First words")
        edit_comment(edited.comment.pk, edited.edit_token, "Better words")
        react(question.pk, Visitor(id="1" * 32), name="like")
        gone: dict[str, Comment] = {}
        for status in ("withdrawn", "rejected", "held", "erased"):
            parent = self.post(kind="CRITICISM")
            self.post(parent=parent.comment.pk)
            gone[status] = parent.comment
            if status == "withdrawn":
                withdraw_comment(parent.comment.pk, parent.edit_token)
            elif status == "rejected":
                decide.reject(parent.comment.pk, user=self.editor, reason="ABUSE", message="No.", note="Hm.")
            elif status == "held":
                decide.hold(parent.comment.pk, user=self.editor, note="Hm.")
            else:
                erase_person(parent.comment.email, user=self.editor)
        return {"question": question, "edited": edited.comment, **gone}

    def hidden(self, question: Comment) -> list[Comment]:
        """What was never public, and what editors and others wrote about what is."""
        held, refused, wanted = (self.post(f"{MARKER} links", author_name=MARKER, kind=kind, email=f"{MARKER}{kind}@example.com")
                                 for kind in ("QUESTION", "CRITICISM", "OTHER"))  # fmt: skip
        assert {each.comment.status for each in (held, refused, wanted)} == {"HELD"}
        decide.reject(refused.comment.pk, user=self.editor, reason="ABUSE", message=MARKER, note=MARKER)
        appeal(Comment.objects.get(pk=refused.comment.pk), MARKER)
        report_comment(question.pk, Visitor(id="2" * 32), reason="SPAM", note=MARKER, author_name=MARKER,
                       email=f"{MARKER}@reporter.example")  # fmt: skip
        case = Case.objects.get(comment=held.comment.pk)
        now = timezone.now()
        conversation.CaseEvent.objects.create(case=case, at=now, action="NOTE", note=MARKER, user=self.editor)
        conversation.Answer.objects.create(comment=held.comment, case=case, person=self.person, body=MARKER,
                                           return_note=MARKER, created_at=now, updated_at=now,
                                           written_by=self.editor)  # fmt: skip
        conversation.Proposal.objects.create(comment=wanted.comment, at=now, user=self.editor, reason="SPAM")
        for status in ("HELD", "REJECTED"):
            Contribution.objects.create(newsroom=self.thread.newsroom, item=self.thread.item, status=status,
                                        title=MARKER, consented_at=now, created_at=now, received_at=now)  # fmt: skip
        self.rows_of_machines(now)
        return [held.comment, refused.comment, wanted.comment]

    def rows_of_machines(self, now: Any) -> None:
        """Rows of every other model of the conversation, so that each column can be filled."""
        page = self.thread.newsroom.source_id
        conversation.UsedChallenge.objects.create(signature=MARKER, expires_at=now + timedelta(hours=1))
        conversation.UnprovenMailbox.objects.create(address=MARKER, last_at=now)
        conversation.MailOptOut.objects.create(address=MARKER, scope="everything", at=now)
        conversation.SentMail.objects.create(kind="X", about=MARKER, at=now)
        conversation.AnswerTemplate.objects.create(newsroom_id=page, title=MARKER, body=MARKER)
        desk = conversation.DeskRules.objects.get_or_create(newsroom_id=page)[0]
        desk.holidays.create(date=now.date(), name=MARKER)
        desk.checklist_items.create(text=MARKER)
        desk.save()
        conversation.ContributionEvent.objects.create(
            contribution=Contribution.objects.first(), at=now, to_status="HELD", note=MARKER
        )


@pytest.fixture
def world(newsroom: Any, make_release: Any, person: Any, editor: Any, settings: Any) -> World:
    Heartbeat.objects.create(name="tick", at=timezone.now() + timedelta(hours=1))  # alive all the time
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.NEWSROOM = settings.NEWSROOM | {
        "LIVE_SECONDS": 1,
        "LIVE_POLL_MILLISECONDS": 20,
        "GRAPHQL_COST": 10**9,
        "GRAPHQL_TOKENS": 10**6,
        "GRAPHQL_DEPTH": 99,
        "GRAPHQL_ALIASES": 999,
        "GRAPHQL_BODY": 10**7,
    }
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    rules = conversation.ModerationRules(newsroom=newsroom, external_secret=MARKER)
    rules.word_lists = [conversation.WordList(language="", suspect=[MARKER], banned=[f"{MARKER}banned"])]
    rules.save()
    release = make_release("New turbines", contacts=[])
    return World(Thread.objects.get(item__source_id=release.pk), person, editor)


def fill_private_columns() -> set[tuple[str, str]]:
    """Write the marker into every private column of every row; which columns those are."""
    filled = set()
    for model in apps.get_app_config("newsroom_conversation").get_models():
        name = model.__name__
        if name in NOT_FILLED:
            continue
        assert model._default_manager.exists(), f"There is no {name}: add one to the world of this test."
        for row in model._default_manager.all():
            public = PUBLIC_COLUMNS.get(name, set())
            if name == "Comment" and row.status == "PUBLISHED":
                public = public | PUBLIC_OF_PUBLISHED
            values = {field.attname: private_value(field, row) for field in private_fields(model, public)}
            model._default_manager.filter(pk=row.pk).update(**values)
            filled |= {(name, column) for column in values}
    ModelLogEntry.objects.update(label=MARKER, data={"private": MARKER})
    return filled


def private_fields(model: Any, public: set[str]) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, PRIVATE_FIELD) and not field.primary_key and not field.choices
        if is_text and field.name not in public and not field.remote_field:
            yield field


def private_value(field: Any, row: Any) -> Any:
    if isinstance(field, models.JSONField):
        return [f"{MARKER} {field.name}"] if field.default is list else {f"{MARKER} {field.name}": 1}
    if isinstance(field, models.EmailField):
        return f"{MARKER}{row.pk}@example.com"
    if isinstance(field, models.URLField):
        return f"https://{MARKER}.example/{row.pk}"
    return f"{MARKER}-{field.name}-{row.pk}"[: field.max_length]


def ids(world: World, comments: list[Comment]) -> list[str]:
    """Ids that there are, public and not, and one that there is not."""
    found = [world.thread.pk, world.thread.item_id, *(comment.pk for comment in comments)]
    found += Contribution.objects.values_list("uid", flat=True)
    found += conversation.Report.objects.values_list("uid", flat=True)
    return [str(uid) for uid in found] + [str(Case.objects.first().pk)]


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


def talk_on(comment: Comment) -> None:
    """Something happens in public, to a comment with private columns that are full of markers."""
    react(comment.pk, Visitor(id=uuid4().hex), name="like")


def test_nothing_private_is_told(client: Any, world: World, newsroom: Any, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    shown = world.public()
    hidden = world.hidden(shown["question"])
    switch_on(user=world.editor, newsroom=newsroom, reason=MARKER)
    filled = fill_private_columns()
    assert len(filled) >= 75
    known = ids(world, [*shown.values(), *hidden])
    walker = Walker(client)
    for address in reads(known):
        walker.ask("GET", address)
    for address in rest_addresses(known[:1]):
        walker.ask("OPTIONS", address, Origin="https://elsewhere.example")
    for query in operations("query", [known[0], known[1], known[2], str(hidden[0].pk)], 1):
        walker.graphql(query)
    events = walker.ask(
        "GET", f"/api/v1/threads/{world.thread.pk}/events?since=0", accept="text/event-stream"
    )
    assert "event: comment" in events or "event: reset" in events
    for subscription in operations("subscription", [str(world.thread.pk)], 1):
        stream = walker.graphql(
            subscription, "text/event-stream", meanwhile=lambda: talk_on(shown["question"])
        )
        assert "event: next" in stream
    for address in rest_addresses([known[0], known[2], str(hidden[0].pk)]):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            for number, content in enumerate(BODIES if method == "POST" else BODIES[:3]):
                walker.ask(method, address, content, **(VISITOR if number % 2 else SECRETS))
    for mutation in operations("mutation", [known[0], known[2], str(hidden[0].pk)], 1):
        walker.graphql(mutation)
    assert walker.leaks == []
    assert {200, 201, 400, 404, 405} <= set(walker.statuses)
    assert MARKER not in caplog.text
    assert ADDRESS not in caplog.text
    rows = list(DBTaskResult.objects.values())
    assert rows
    assert MARKER not in str(rows)
    assert "@" not in str([row["args_kwargs"] for row in rows])


def test_what_was_never_public_changes_no_answer(client: Any, world: World) -> None:
    shown = world.public()
    known = [*ids_of_public(world, shown), str(uuid4())]
    addresses = [address for address in reads(known) if not _differs_by_itself(address)]
    queries = list(operations("query", known[:3], 1))
    walker = Walker(client)
    finished = timezone.now()
    while timezone.now() < finished + timedelta(
        seconds=1
    ):  # `Last-Modified` has whole seconds, and is never ahead
        walker.ask("GET", "/api/v1")
    before = [still(walker.ask("GET", address)) for address in addresses] + [
        walker.graphql(q) for q in queries
    ]
    hidden = world.hidden(shown["question"])
    walker.leaks = []
    after = [still(walker.ask("GET", address)) for address in addresses] + [
        walker.graphql(q) for q in queries
    ]
    asked = [*addresses, *queries]
    assert [asked[n] for n, (one, two) in enumerate(zip(before, after, strict=True)) if one != two] == []
    nobody = str(uuid4())
    for comment in hidden:
        for ending in ("", "/context", "/replies", "/export"):
            there = walker.ask("GET", f"/api/v1/comments/{comment.pk}{ending}", **{"Edit-Token": "x"})
            not_there = walker.ask("GET", f"/api/v1/comments/{nobody}{ending}", **{"Edit-Token": "x"})
            assert there.replace(str(comment.pk), "") == not_there.replace(nobody, "")
    assert Item.objects.filter(type="RELEASE").count() == 1


def ids_of_public(world: World, shown: dict[str, Comment]) -> list[str]:
    return [
        str(uid) for uid in (world.thread.pk, world.thread.item_id, *(each.pk for each in shown.values()))
    ]


def _differs_by_itself(address: str) -> bool:
    return address.endswith(("/form", "/terms", "/challenge")) or address == "/readyz"


def still(answer: str) -> str:
    """The answer without what differs between any two requests."""
    answer = re.sub(r"nonce-[^']+", "", answer)
    return re.sub(r'(nonce="|csrfmiddlewaretoken" value=")[^"]+', r"\1", answer)
