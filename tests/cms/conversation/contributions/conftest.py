"""Fixtures of contributions: a newsroom that takes files, visitors who send them, and an editor."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from PIL import Image as Picture

from cms.access import PUBLIC
from cms.conversation.contributions.deciding import Texts
from cms.conversation.contributions.offering import NewContribution, Offered, offer
from cms.conversation.contributions.receiving import receive
from cms.conversation.contributions.terms import terms_for
from cms.conversation.identity import visitors
from cms.conversation.models import Contribution, ModerationRules, Thread
from cms.conversation.services.incoming import Visitor
from cms.media.storage import shelf
from cms.newsroom.models import NewsroomPage

TEXTS = Texts(
    title="The mast", caption="Taken from the ridge.", credit="Ada Berg", usage_terms="Free.", alt="A mast."
)


def jpeg(colour: str = "navy") -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Picture.new("RGB", (80, 60), colour).save(target, "JPEG")
    return target.getvalue()


@pytest.fixture(autouse=True)
def empty_shelf() -> None:
    """Tests that commit leave files there."""
    shelf.remove(list(shelf.names()))


@pytest.fixture
def rules(open_newsroom: NewsroomPage) -> ModerationRules:
    """The rules of a newsroom that takes files."""
    return ModerationRules.objects.update_or_create(newsroom=open_newsroom, defaults={"attachments": True})[0]


@pytest.fixture
def editor(db: None) -> Any:
    return get_user_model().objects.create_superuser("editor", "editor@example.com", "x")


@pytest.fixture
def offered(rules: ModerationRules, thread: Thread) -> Callable[..., Offered]:
    """Describes a contribution to the release, or to what is named; every call is another visitor."""
    count = 0

    def make(**given: Any) -> Offered:
        nonlocal count
        count += 1
        address = given.pop("address", f"203.0.113.{count % 250}")
        visitor = Visitor(id=f"{count:032x}", address_hash=visitors.address_hash(address))
        key = given.pop("key", "")
        if not {"newsroom", "item", "comment"} & given.keys():
            given["item"] = thread.item_id
        given.setdefault("filename", "mast.jpg")
        given.setdefault("terms_version", terms_for(PUBLIC, "norrvind").version)
        given.setdefault("consent", True)
        if "comment" not in given:
            given.setdefault("author_name", "Ada Berg")
            given.setdefault("email", f"ada{count}@example.com")
        return offer(NewContribution(**given), visitor, key=key)

    return make


@pytest.fixture
def sent(offered: Callable[..., Offered]) -> Callable[..., Contribution]:
    """The same with its file, which waits for an editor."""

    def make(content: bytes | None = None, **given: Any) -> Contribution:
        made = offered(**given)
        body = io.BytesIO(jpeg() if content is None else content)
        return receive(made.contribution.uid, made.ticket, body)

    return make
