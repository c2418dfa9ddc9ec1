"""Single comments: reading them, what their authors and readers do with them, and the list of changes for partners."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from rest_framework.request import Request

from cms.access import PUBLIC
from cms.conversation import selectors, states
from cms.conversation.contents import written
from cms.conversation.document import Comment
from cms.conversation.filters import CommentFilter, CommentOrder
from cms.conversation.services.authors import export_own, own_comment, withdraw_comment
from cms.conversation.services.editing import edit_comment
from cms.conversation.services.reacting import react
from cms.conversation.services.reporting import appeal, report_comment
from cms.errors import NotFound
from cms.ledger.paging import PageOf
from cms.syndication.standing import commented_in
from newsroom_api import caching
from newsroom_api.caching import thread_key
from newsroom_api.conversation.answers import OwnComment
from newsroom_api.conversation.answers import own_comment as own_words
from newsroom_api.conversation.serializers import (
    AppealComment,
    EditComment,
    ReactToComment,
    ReportComment,
    Sender,
)
from newsroom_api.rest.asking import ChangesQuery, RepliesQuery
from newsroom_api.rest.base import PageView, PublicView, path_uuid
from newsroom_api.rest.beside import dump
from newsroom_api.rest.receipts import comment_receipt
from newsroom_api.rest.talk import (
    AppealReceipt,
    CommentChangeList,
    CommentContext,
    CommentReceipt,
    ReactionReceipt,
    ReplyList,
    ReportReceipt,
)
from newsroom_api.rest.writing import EDIT_TOKEN, IDEMPOTENCY_KEY, VISITOR_TOKEN, Write, WriteView

READ_ERRORS = (400, 404, 406, 429, 500)


class CommentView(WriteView):
    """Read a comment. Of one that is public no more, its place in the thread answers: `state` says so."""

    operation, tag = "read_comment", "comments"
    identified = "comment"
    answer_model = Comment
    error_statuses = READ_ERRORS
    writes = {
        "PATCH": Write(
            operation="edit_comment",
            about="Change the text of one's own comment, for some minutes after it was posted. Editors see what it said before; "
            "everybody sees that it was edited.",
            answer=CommentReceipt,
            body=EditComment,
            headers=(EDIT_TOKEN,),
            codes=(
                "INVALID_TOKEN",
                "COMMENTS_CLOSED",
                "EDIT_TIME_OVER",
                "NOT_FOUND",
                "CONFLICT",
                "UNAVAILABLE",
            ),
        ),
        "DELETE": Write(
            operation="withdraw_comment",
            about="Take one's own comment back, at any time. Its replies stay, and its place among them. Doing it again changes "
            "nothing and answers the same.",
            answer=CommentReceipt,
            headers=(EDIT_TOKEN,),
            codes=("INVALID_TOKEN", "NOT_FOUND"),
        ),
    }

    def get(self, request: Request, id: str) -> HttpResponse:
        self.read(self.query)
        uid = path_uuid(id)
        state = comment_state(uid)

        def build() -> tuple[str, Iterable[str]]:
            return dump(selectors.get_comment(PUBLIC, uid)), [thread_key(state.uid)]

        return self.answer(caching.make_etag("comment", uid, state.version), state.changed_at, build)

    def patch(self, request: Request, id: str) -> HttpResponse:
        content, token = self.read_body(EditComment), self.edit_token()
        return self.done(comment_receipt(edit_comment(path_uuid(id), token, content["body"])))

    def delete(self, request: Request, id: str) -> HttpResponse:
        self.read(PublicView.query)
        return self.done(comment_receipt(withdraw_comment(path_uuid(id), self.edit_token())))


class CommentContextView(PublicView):
    """Read a comment with those above it, from the top of the thread down: what its own page shows."""

    operation, tag = "read_comment_context", "comments"
    identified = "comment"
    answer_model = CommentContext
    error_statuses = READ_ERRORS

    def get(self, request: Request, id: str) -> HttpResponse:
        self.read(self.query)
        uid = path_uuid(id)
        state = comment_state(uid)

        def build() -> tuple[str, Iterable[str]]:
            comment = selectors.get_comment(PUBLIC, uid)
            parents = selectors.context_of(PUBLIC, uid) if comment["depth"] else []
            return dump({"parents": parents, "comment": comment}), [thread_key(state.uid)]

        return self.answer(caching.make_etag("context", uid, state.version), state.changed_at, build)


class CommentRepliesView(PageView):
    """List the replies to a comment, those alone that reply to it directly."""

    operation, tag = "list_replies", "comments"
    identified = "comment"
    query = RepliesQuery
    answer_model = ReplyList
    error_statuses = READ_ERRORS

    def get(self, request: Request, id: str) -> HttpResponse:
        query = self.read(RepliesQuery)
        uid = path_uuid(id)
        state = comment_state(uid)

        def build() -> tuple[PageOf[Any], list[str], list[str]]:
            selectors.get_comment(PUBLIC, uid)
            page = selectors.list_comments(
                PUBLIC,
                CommentFilter(thread=state.uid, parent=uid),
                query.page_request(),
                order=query.order_by or CommentOrder.OLDEST,
            )
            return page, [dump(content) for content in page.rows], [thread_key(state.uid)]

        return self.page_answer((state.version, state.changed_at), build)


class CommentExportView(WriteView):
    """Read everything that is kept of one's own words, earlier versions included. For their author alone, never stored."""

    operation, tag = "export_comment", "comments"
    identified = "comment"
    answer_model = OwnComment
    error_statuses = (400, 403, 404, 406, 429, 500)
    cached = False
    request_headers = (EDIT_TOKEN,)

    def get(self, request: Request, id: str) -> HttpResponse:
        self.read(self.query)
        exported = own_words(export_own(path_uuid(id), self.edit_token()))
        return self.done(exported.model_dump(mode="json"))


class CommentReactionsView(WriteView):
    """React to comments."""

    tag = "comments"
    identified = "comment"
    writes = {
        "POST": Write(
            operation="add_reaction",
            about="React to a comment, once in each way; with `on: false`, take that back. Which reactions there are, says the form "
            "of the thread.",
            answer=ReactionReceipt,
            body=ReactToComment,
            headers=(VISITOR_TOKEN,),
            codes=("INVALID_TOKEN", "COMMENTS_CLOSED", "NOT_FOUND", "CONFLICT"),
        )
    }

    def post(self, request: Request, id: str) -> HttpResponse:
        content = self.read_body(ReactToComment)
        sender = self.sender(content)
        react(path_uuid(id), sender.visitor, name=content["name"], on=content["on"])
        return self.done(reaction_receipt(path_uuid(id), sender))


class CommentReactionView(WriteView):
    """Take reactions back."""

    tag = "comments"
    identified = "comment"
    writes = {
        "DELETE": Write(
            operation="remove_reaction",
            about="Take a reaction back, by its name. What has not been given cannot be taken back.",
            answer=ReactionReceipt,
            headers=(VISITOR_TOKEN,),
            required_headers=(VISITOR_TOKEN,),
            codes=("INVALID_TOKEN", "COMMENTS_CLOSED", "NOT_FOUND", "CONFLICT"),
        )
    }

    def delete(self, request: Request, id: str, name: str) -> HttpResponse:
        self.read(PublicView.query)
        self.visitor_token()
        sender = self.sender()
        react(path_uuid(id), sender.visitor, name=name, on=False)
        return self.done(reaction_receipt(path_uuid(id), sender))


class CommentReportsView(WriteView):
    """Report comments."""

    tag = "comments"
    identified = "comment"
    writes = {
        "POST": Write(
            operation="report_comment",
            about="Report a comment that breaks the guidelines or the law, once while nobody has decided about it. An editor "
            "looks at it; who leaves an e-mail address is told what was decided.",
            answer=ReportReceipt,
            body=ReportComment,
            status=201,
            headers=(IDEMPOTENCY_KEY, VISITOR_TOKEN),
            codes=("INVALID_TOKEN", "NOT_FOUND", "CONFLICT", "IDEMPOTENCY_KEY_REUSED"),
            replays=True,
        )
    }

    def post(self, request: Request, id: str) -> HttpResponse:
        content = self.read_body(ReportComment)
        sender, key, begun = self.sender(content), self.idempotency_key(), timezone.now()
        report = report_comment(
            path_uuid(id),
            sender.visitor,
            reason=content["reason"],
            note=content["note"],
            author_name=content["author_name"],
            email=content["email"],
            key=key,
        )
        receipt = {
            "id": str(report.uid),
            "comment_id": str(report.comment_id),
            "reason": report.reason,
            "at": written(report.at),
            "visitor_token": sender.token,
        }
        return self.done(receipt, status=201, replayed=report.at < begun)


class CommentAppealsView(WriteView):
    """Object to the rejection of comments."""

    tag = "comments"
    identified = "comment"
    writes = {
        "POST": Write(
            operation="appeal",
            about="Object to the rejection of one's own comment. Another look is taken at it, once.",
            answer=AppealReceipt,
            body=AppealComment,
            status=201,
            headers=(EDIT_TOKEN,),
            codes=("INVALID_TOKEN", "NOT_FOUND", "CONFLICT"),
        )
    }

    def post(self, request: Request, id: str) -> HttpResponse:
        content, token = self.read_body(AppealComment), self.edit_token()
        made = appeal(own_comment(path_uuid(id), token), content["text"])
        return self.done({"comment_id": str(made.comment_id), "at": written(made.at)}, status=201)


class CommentChangesView(PageView):
    """List what changed in comments, in the order in which it happened: new ones, edits, reactions, removals. Each comment is
    there once, as it is now. With a partner's key: those on items of its scope; of an item that has left it, their places. `next` never ends: keep it, and ask there again later for what is new by then."""

    operation, tag = "list_comment_changes", "comments"
    query = ChangesQuery
    answer_model = CommentChangeList
    error_statuses = (400, 403, 404, 406, 429, 500)

    def get(self, request: Request) -> HttpResponse:
        query = self.read(ChangesQuery)
        carried = commented_in(self.viewer, query.newsroom)
        state = states.state_of_all(PUBLIC)
        links: list[str] = []

        def build() -> tuple[str, Iterable[str]]:
            page = selectors.list_changes(
                self.viewer,
                query.page_request(),
                newsroom=query.newsroom,
                told=carried.told,
                shown=carried.now,
            )
            links.append(self.link_to("n" + page.cursors[-1]) if page.rows else self.link_to(query.cursor))
            rows = [{"seq": change.number, "comment": change.content} for change in page.rows]
            content = {"results": rows, "next": links[0], "previous": None, "has_more": page.has_next}
            threads = dict.fromkeys(thread_key(change.thread) for change in page.rows)
            return dump(content), ["list-comment", *threads]

        parts = (state.version, self.viewer.scope.version, request.META.get("QUERY_STRING", ""))
        modified = None if self.viewer.partner else state.changed_at
        response = self.answer(caching.make_etag("changes", *parts), modified, build)
        if links:
            response["Link"] = f'<{links[0]}>; rel="next"'
        return response


def comment_state(uid: UUID) -> states.ThreadState:
    """The state of the thread of a comment that is or was public: one query. Raises `NotFound`."""
    state = states.state_of_comment(PUBLIC, uid)
    if state is None:
        raise NotFound(f"No public comment has the id {uid}.", field="id")
    return state


def reaction_receipt(uid: UUID, sender: Sender) -> dict[str, Any]:
    """The comment that was reacted to, as `talk.ReactionReceipt`."""
    return {"comment": selectors.get_comment(PUBLIC, uid), "visitor_token": sender.token}
