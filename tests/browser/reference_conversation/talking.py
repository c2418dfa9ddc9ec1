"""What visitors of the reference press room do in a conversation."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from cms.conversation.models import Comment, CommentKind, Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment

FIRST = "Who pays for the road?"


def come_near(page: Page) -> Page:
    """The scripts of the conversation begin when somebody comes near it."""
    page.locator("#conversation").scroll_into_view_if_needed()
    expect(page.locator("#conversation[data-alive]")).to_be_visible()
    return page


def say(text: str, *, name: str = "Nils Berg", parent: Comment | None = None) -> Comment:
    """Somebody else says something."""
    new = NewComment(
        body=text,
        author_name=name,
        email=f"{uuid4().hex[:8]}@example.com",
        kind=CommentKind.QUESTION,
        thread=Thread.objects.get().pk,
        parent=parent.pk if parent else None,
    )
    return post_comment(new, Visitor(uuid4().hex, uuid4().hex)).comment


def fill(form: Any, text: str, *, name: str = "Sigrid Ek", email: str = "sigrid@example.com") -> None:
    form.locator("[name=body]").fill(text)
    form.locator("[name=authorName]").fill(name)
    form.locator("[name=email]").fill(email)


def a_picture() -> FilePayload:
    """A small PNG."""
    content = BytesIO()
    Image.new("RGB", (64, 48), "white").save(content, "PNG")
    return {"name": "snow.png", "mimeType": "image/png", "buffer": content.getvalue()}
