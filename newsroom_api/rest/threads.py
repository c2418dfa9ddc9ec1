"""Threads: lists, single threads, their comments, and posting to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation import selectors, states
from cms.conversation.document import Thread
from cms.conversation.filters import CommentFilter, CommentOrder, CommentView, ThreadOrder
from cms.conversation.services.posting import post_comment
from cms.errors import InvalidInput, NotFound
from cms.ledger.paging import PageOf
from newsroom_api import caching
from newsroom_api.caching import thread_key
from newsroom_api.conversation.forms import CommentForm, comment_form
from newsroom_api.conversation.serializers import PostComment, new_comment
from newsroom_api.rest.asking import DEPTH, REPLIES, CommentsQuery, FormQuery, ThreadsQuery
from newsroom_api.rest.base import PageView, PublicView, path_uuid
from newsroom_api.rest.beside import dump
from newsroom_api.rest.receipts import comment_address, post_receipt
from newsroom_api.rest.talk import CommentList, PostReceipt, ThreadList
from newsroom_api.rest.trees import nest_replies
from newsroom_api.rest.writing import IDEMPOTENCY_KEY, VISITOR_TOKEN, Write, WriteView


class ThreadListView(PageView):
    """List the threads of public items. Those that are switched off are left out."""

    operation, tag = "list_threads", "threads"
    query = ThreadsQuery
    answer_model = ThreadList
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        query = self.read(ThreadsQuery)
        state = states.state_of_all(PUBLIC)

        def build() -> tuple[PageOf[Any], list[str], list[str]]:
            page = selectors.list_threads(
                PUBLIC,
                query.page_request(),
                newsroom=query.newsroom,
                item=query.item,
                order=query.order_by or ThreadOrder.ACTIVITY,
            )
            keys = [thread_key(content["id"]) for content in page.rows]
            return page, [dump(content) for content in page.rows], ["list-thread", *keys]

        return self.page_answer((state.version, state.changed_at), build)


class ThreadView(PublicView):
    """Read a thread: who may comment, and how many have. One that is switched off says so."""

    operation, tag = "read_thread", "threads"
    identified = "thread"
    answer_model = Thread
    error_statuses = (400, 404, 406, 429, 500)

    def get(self, request: Request, id: str) -> HttpResponse:
        self.read(self.query)
        uid = path_uuid(id)
        state = thread_state(uid)
        return self.answer(
            caching.make_etag("thread", uid, state.version),
            state.changed_at,
            lambda: (dump(selectors.get_thread(PUBLIC, uid=uid)), [thread_key(uid)]),
        )


class ThreadCommentsView(WriteView, PageView):
    """List the comments of a thread: all of them, or a tree of replies. Ask again with the `ETag` to see what is new."""

    operation, tag = "list_comments", "threads"
    identified = "thread"
    query = CommentsQuery
    answer_model = CommentList
    error_statuses = (400, 404, 406, 429, 500)
    writes = {
        "POST": Write(
            operation="post_comment",
            about="Post a comment. It may be published at once, wait for an editor, or be refused: `status` says which and "
            "`message` why. The same request with the same `Idempotency-Key`, and the same text sent twice within a minute, "
            "is one comment.",
            answer=PostReceipt,
            body=PostComment,
            status=201,
            headers=(IDEMPOTENCY_KEY, VISITOR_TOKEN),
            codes=("INVALID_TOKEN", "COMMENTS_CLOSED", "NOT_FOUND", "IDEMPOTENCY_KEY_REUSED", "UNAVAILABLE"),
            location="The comment's address. It answers once the comment is published.",
            replays=True,
        )
    }

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(CommentsQuery)
        uid = path_uuid(id)
        state = thread_state(uid)

        def build() -> tuple[PageOf[Any], list[str], list[str]]:
            page = comments_page(uid, query)
            return page, [dump(content) for content in page.rows], [thread_key(uid)]

        return self.page_answer((state.version, state.changed_at), build)

    def post(self, request: Request, id: str) -> HttpResponse:
        content = self.read_body(PostComment)
        sender = self.sender(content)
        posted = post_comment(
            new_comment(content, thread=path_uuid(id)), sender.visitor, key=self.idempotency_key()
        )
        response = self.done(
            post_receipt(posted, sender.token_after(posted)), status=201, replayed=posted.replayed
        )
        response["Location"] = comment_address(posted.comment.uid)
        return response


class ThreadFormView(PublicView):
    """Read what a form for comments needs: fields, limits and labels, allowed markup, guidelines, reasons for reports. A
    challenge for the proof of work, where one is wanted, is new each time."""

    operation, tag = "read_comment_form", "threads"
    identified = "thread"
    query = FormQuery
    answer_model = CommentForm
    error_statuses = (400, 404, 406, 429, 500)
    cached = False

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(FormQuery)
        uid = path_uuid(id)
        thread_state(uid)
        form = comment_form(PUBLIC, thread=uid, locale=query.locale)
        return caching.mark_private(HttpResponse(form.model_dump_json(), "application/json"))


def thread_state(uid: UUID) -> states.ThreadState:
    """The state of a public thread: one query. Raises `NotFound`."""
    state = states.state_of_thread(PUBLIC, uid)
    if state is None:
        raise NotFound(f"No public thread has the id {uid}.", field="id")
    return state


def comments_page(thread: UUID, query: CommentsQuery) -> PageOf[Any]:
    """The comments of a thread that a query asks for, with their replies in a tree. Raises as the selectors do."""
    view, order = query.view or CommentView.FLAT, query.order_by or CommentOrder.NEWEST
    wanted = CommentFilter(
        thread=thread,
        view=view,
        parent=query.parent,
        kind=query.kind,
        answered=query.answered,
        official=query.official,
    )
    page = selectors.list_comments(PUBLIC, wanted, query.page_request(), order=order)
    if not page.rows and query.parent is not None:
        _check_parent(thread, query.parent)
    if view is CommentView.TREE:
        nest_replies(
            list(page.rows), depth=query.depth or DEPTH, replies=query.replies or REPLIES, order=order
        )
    return page


def _check_parent(thread: UUID, parent: UUID) -> None:
    found = selectors.comments_by_id(PUBLIC, [parent]).get(parent)
    if found is None:
        raise NotFound(f"No public comment has the id {parent}.", field="parent")
    if found["thread_id"] != str(thread):
        raise InvalidInput("The comment is in another thread.", field="parent")
