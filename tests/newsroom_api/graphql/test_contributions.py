"""Contributions over GraphQL: offered by a mutation, read as items and with their comments."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from PIL import Image as Picture

from cms.conversation.contributions import deciding
from cms.conversation.contributions.deciding import Texts
from cms.conversation.models import Contribution, ModerationRules, Thread
from cms.newsroom.models import NewsroomPage

pytestmark = pytest.mark.django_db
TEXTS = Texts(title="The mast", caption="", credit="Ada Berg", usage_terms="Free.", alt="A mast.")


READ = """query($t: ID!, $item: ID!, $c: ID!) {
    thread(id: $t) { comments(first: 1) { edges { node { attachments { ...Shown } } } } }
    contributions(newsroom: "norrvind", item: $item, first: 1) { edges { node { ...Shown } } totalCount }
    node(id: $c) { ... on Contribution { title } }
}
fragment Shown on Contribution {
    id title commentId contributor { name } newsroom { slug name about }
    file { ... on ImageFile { alt renditions { href } } } }"""


def ask(client: Client, query: str, **variables: Any) -> Any:
    body = json.dumps({"query": query, "variables": variables})
    return client.post("/graphql/", body, content_type="application/json").json()


@pytest.fixture
def thread(newsroom: NewsroomPage, make_release: Any) -> Thread:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    ModerationRules.objects.create(newsroom=newsroom, attachments=True)
    return Thread.objects.get(item__source_id=make_release("New turbines").pk)


def test_from_the_mutation_to_the_comment(client: Client, thread: Thread) -> None:
    posted = ask(
        client,
        "mutation($i: PostCommentInput!) { postComment(input: $i) { commentId editToken } }",
        i={"thread": str(thread.pk), "body": "Look.", "authorName": "Ada", "email": "ada@example.com"},
    )["data"]["postComment"]
    terms = ask(client, '{ contributionTerms(newsroom: "norrvind") { open version mostBytes } }')
    version = terms["data"]["contributionTerms"]["version"]
    offer = """mutation($i: ContributeInput!) {
        contribute(input: $i) { ticket { id uploadUrl uploadToken editToken } } }"""
    given = {
        "comment": posted["commentId"],
        "fileName": "mast.jpg",
        "consent": True,
        "termsVersion": version,
    }
    refused = ask(client, offer, i=given | {"editToken": "x"})
    assert refused["errors"][0]["extensions"]["code"] == "INVALID_TOKEN"
    ticket = ask(client, offer, i=given | {"editToken": posted["editToken"]})["data"]["contribute"]["ticket"]
    target = io.BytesIO()
    Picture.new("RGB", (80, 60), "navy").save(target, "JPEG")
    path = ticket["uploadUrl"].partition("8000")[2] or "/" + ticket["uploadUrl"].split("/", 3)[3]
    sent = client.put(
        path,
        target.getvalue(),
        content_type="image/jpeg",
        headers={"Upload-Token": ticket["uploadToken"]},
    )
    assert sent.status_code == 200, sent.content
    editor = get_user_model().objects.create_superuser("editor", "editor@example.com", "x")
    deciding.approve(Contribution.objects.get().uid, user=editor, texts=TEXTS)
    answer = ask(client, READ, t=str(thread.pk), item=str(thread.item_id), c=ticket["id"])
    assert "errors" not in answer, answer
    (attached,) = answer["data"]["thread"]["comments"]["edges"][0]["node"]["attachments"]
    assert attached["id"] == ticket["id"]
    assert attached["contributor"] == {"name": "Ada"}
    assert attached["newsroom"]["slug"] == "norrvind"
    assert attached["file"]["alt"] == "A mast."
    assert answer["data"]["contributions"]["totalCount"] == 1
    assert answer["data"]["contributions"]["edges"][0]["node"] == attached
    assert answer["data"]["node"] == {"title": "The mast"}
    gone = ask(
        client,
        "mutation($i: WithdrawContributionInput!) { withdrawContribution(input: $i) { contributionId } }",
        i={"id": ticket["id"], "editToken": posted["editToken"]},
    )
    assert gone["data"]["withdrawContribution"] == {"contributionId": ticket["id"]}
    again = ask(client, READ, t=str(thread.pk), item=str(thread.item_id), c=posted["commentId"])
    assert again["data"]["thread"]["comments"]["edges"][0]["node"]["attachments"] == []
