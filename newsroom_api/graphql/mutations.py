"""What visitors may do: post, edit and withdraw comments, react to them, report them, appeal, and get their own words.

Each is one service of `cms/conversation/services/`, with one transaction of its own. What does not live here: which
fields there are (`newsroom_api/conversation/serializers.py`).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene
from graphql import GraphQLResolveInfo

from cms.access import PUBLIC
from cms.conversation import selectors
from cms.conversation.document import Comment
from cms.conversation.services import authors, editing, posting, reacting, reporting
from newsroom_api.conversation import serializers
from newsroom_api.conversation.answers import CommentStatus, OwnComment, own_comment
from newsroom_api.exposure import enum_type, object_type
from newsroom_api.graphql.base import Content
from newsroom_api.graphql.contributions import ContributionMutations
from newsroom_api.graphql.conversation import one_comment
from newsroom_api.graphql.inputs import EDIT_TOKEN, IDEMPOTENCY_KEY, given, input_fields
from newsroom_api.graphql.lookahead import selected
from newsroom_api.graphql.reading import read
from newsroom_api.graphql.scalars import DateTime, parse_id

VISITOR_TOKEN = "The visitor's token: keep it, and send it with what the visitor does next."  # nosec B105


def _comment_id(description: str = "Id of the comment.") -> graphene.InputField:
    return graphene.InputField(graphene.ID, required=True, description=description)


def _edit_token() -> graphene.InputField:
    return graphene.InputField(graphene.String, required=True, description=EDIT_TOKEN)


def _key() -> graphene.InputField:
    return graphene.InputField(graphene.String, description=IDEMPOTENCY_KEY)


def _status() -> graphene.Field:
    return graphene.Field(
        lambda: graphene.NonNull(enum_type(CommentStatus)), description="What became of the comment."
    )


def _message() -> graphene.String:
    return graphene.String(
        required=True, description="For its author: why it waits or was refused; empty when it is public."
    )


def _public_comment() -> graphene.Field:
    return graphene.Field(lambda: object_type(Comment), description="The comment; null unless it is public.")


class PostCommentInput(graphene.InputObjectType):
    """A new comment. Name and e-mail address are required of everybody whom no site with a log-in vouches for."""

    locals().update(input_fields(serializers.PostComment))
    thread = graphene.InputField(graphene.ID, description="Id of the thread; or give `item`.")
    item = graphene.InputField(graphene.ID, description="Id of the item that the comment is about.")
    idempotency_key = _key()


class EditCommentInput(graphene.InputObjectType):
    """Another text for one's own comment."""

    id = _comment_id()
    edit_token = _edit_token()
    locals().update(input_fields(serializers.EditComment))


class WithdrawCommentInput(graphene.InputObjectType):
    """One's own comment, to be taken back."""

    id = _comment_id()
    edit_token = _edit_token()


class ReactToCommentInput(graphene.InputObjectType):
    """A reaction to a comment."""

    id = _comment_id()
    locals().update(input_fields(serializers.ReactToComment))


class ReportCommentInput(graphene.InputObjectType):
    """Notice that a comment breaks the guidelines or the law."""

    id = _comment_id()
    locals().update(input_fields(serializers.ReportComment))
    idempotency_key = _key()


class AppealCommentInput(graphene.InputObjectType):
    """An objection to the rejection of one's own comment."""

    id = _comment_id()
    edit_token = _edit_token()
    locals().update(input_fields(serializers.AppealComment))


class ExportCommentInput(graphene.InputObjectType):
    """One's own comment, to be shown with all that is kept of it."""

    id = _comment_id()
    edit_token = _edit_token()


class PostCommentPayload(graphene.ObjectType):
    """What became of a post."""

    class Meta:
        default_resolver = read

    comment = _public_comment()
    comment_id = graphene.ID(required=True, description="Id of the comment, also when it is not public.")
    status = _status()
    message = _message()
    edit_token = graphene.String(
        required=True,
        description="With it the author edits, withdraws, exports and appeals. Shown once: keep it. Empty when the "
        "comment had been posted before, from elsewhere.",
    )
    editable_until = graphene.Field(
        graphene.NonNull(DateTime), description="Until when the comment may be edited."
    )
    visitor_token = graphene.String(required=True, description=VISITOR_TOKEN)


class EditCommentPayload(graphene.ObjectType):
    """What became of an edit."""

    class Meta:
        default_resolver = read

    comment = _public_comment()
    status = _status()
    message = _message()
    editable_until = graphene.Field(
        graphene.NonNull(DateTime), description="Until when the comment may be edited again."
    )


class WithdrawCommentPayload(graphene.ObjectType):
    """A comment that was taken back."""

    class Meta:
        default_resolver = read

    comment_id = graphene.ID(required=True, description="Id of the comment.")
    status = _status()


class ReactToCommentPayload(graphene.ObjectType):
    """A comment with its reactions."""

    class Meta:
        default_resolver = read

    comment = _public_comment()
    visitor_token = graphene.String(required=True, description=VISITOR_TOKEN)


class ReportCommentPayload(graphene.ObjectType):
    """A report that the editors will look at."""

    class Meta:
        default_resolver = read

    report_id = graphene.ID(required=True, description="Id of the report, for questions about it.")
    visitor_token = graphene.String(required=True, description=VISITOR_TOKEN)


class AppealCommentPayload(graphene.ObjectType):
    """An objection that the editors will decide on."""

    class Meta:
        default_resolver = read

    at = graphene.Field(graphene.NonNull(DateTime), description="When it was received.")


class ExportCommentPayload(graphene.ObjectType):
    """One's own words."""

    class Meta:
        default_resolver = read

    export = graphene.Field(
        lambda: graphene.NonNull(object_type(OwnComment)), description="Everything that is kept of them."
    )


def _mutation(payload: Any, input_type: Any, description: str) -> graphene.Field:
    """Null with an error when it was refused: what else the request did is told all the same."""
    return graphene.Field(
        payload,
        description=description,
        input=graphene.Argument(graphene.NonNull(input_type), description="What is sent."),
    )


class Mutation(ContributionMutations, graphene.ObjectType):
    """What visitors may do, without an account. By POST alone; each is done or refused as a whole, one after the other."""

    post_comment = _mutation(PostCommentPayload, PostCommentInput, "Post a comment or a reply.")
    edit_comment = _mutation(
        EditCommentPayload,
        EditCommentInput,
        "Change one's own comment, for some minutes after it was posted.",
    )
    withdraw_comment = _mutation(
        WithdrawCommentPayload,
        WithdrawCommentInput,
        "Take one's own comment back, at any time. Replies stay.",
    )
    react_to_comment = _mutation(
        ReactToCommentPayload, ReactToCommentInput, "React to a comment, or take a reaction back."
    )
    report_comment = _mutation(
        ReportCommentPayload, ReportCommentInput, "Tell the editors that a comment breaks the guidelines."
    )
    appeal_comment = _mutation(
        AppealCommentPayload, AppealCommentInput, "Object to the rejection of one's own comment."
    )
    export_comment = _mutation(
        ExportCommentPayload, ExportCommentInput, "Get one's own words, with all that is kept of them."
    )

    @staticmethod
    def resolve_post_comment(_root: None, info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(
            serializers.PostComment, given(input, "thread", "item", "idempotency_key")
        )
        sender = serializers.sender_of(content["visitor_token"], info.context.address)
        thread, item = (
            parse_id(input[name], field=name) if input.get(name) is not None else None
            for name in ("thread", "item")
        )
        new = serializers.new_comment(content, thread=thread, item=item)
        posted = posting.post_comment(new, sender.visitor, key=_key_of(info, input))
        return {
            "comment": _shown(info, "PostCommentPayload", posted.comment.pk),
            "comment_id": str(posted.comment.pk),
            "status": posted.comment.status,
            "message": posted.message,
            "edit_token": posted.edit_token,
            "editable_until": DateTime.serialize(authors.editable_until(posted.comment)),
            "visitor_token": sender.token_after(posted),
        }

    @staticmethod
    def resolve_edit_comment(_root: None, info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(serializers.EditComment, given(input, "id", "edit_token"))
        comment = editing.edit_comment(parse_id(input["id"]), input["edit_token"], content["body"])
        return {
            "comment": _shown(info, "EditCommentPayload", comment.pk),
            "status": comment.status,
            "message": "" if comment.is_published else comment.message,
            "editable_until": DateTime.serialize(authors.editable_until(comment)),
        }

    @staticmethod
    def resolve_withdraw_comment(_root: None, _info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        comment = authors.withdraw_comment(parse_id(input["id"]), input["edit_token"])
        return {"comment_id": str(comment.pk), "status": comment.status}

    @staticmethod
    def resolve_react_to_comment(_root: None, info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(serializers.ReactToComment, given(input, "id"))
        sender = serializers.sender_of(content["visitor_token"], info.context.address)
        comment = reacting.react(
            parse_id(input["id"]), sender.visitor, name=content["name"], on=content["on"]
        )
        return {
            "comment": _shown(info, "ReactToCommentPayload", comment.pk),
            "visitor_token": sender.token,
        }

    @staticmethod
    def resolve_report_comment(_root: None, info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(serializers.ReportComment, given(input, "id", "idempotency_key"))
        sender = serializers.sender_of(content.pop("visitor_token"), info.context.address)
        report = reporting.report_comment(
            parse_id(input["id"]), sender.visitor, key=_key_of(info, input), **content
        )
        return {"report_id": str(report.uid), "visitor_token": sender.token}

    @staticmethod
    def resolve_appeal_comment(_root: None, _info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        content = serializers.read_input(serializers.AppealComment, given(input, "id", "edit_token"))
        own = authors.own_comment(parse_id(input["id"]), input["edit_token"])
        return {"at": DateTime.serialize(reporting.appeal(own, content["text"]).at)}

    @staticmethod
    def resolve_export_comment(_root: None, _info: GraphQLResolveInfo, input: dict[str, Any]) -> Content:
        exported = authors.export_own(parse_id(input["id"]), input["edit_token"])
        return {"export": own_comment(exported).model_dump(mode="json")}


def _key_of(info: GraphQLResolveInfo, given: dict[str, Any]) -> str:
    key = given.get("idempotency_key")
    return str(info.context.idempotency_key if key is None else key)


def _shown(info: GraphQLResolveInfo, payload: str, uid: UUID) -> Content | None:
    """The comment as the public sees it, with all that is selected of it; None when it is not public or not asked for."""
    nodes = selected(info, payload, info.field_nodes).get("comment", [])
    content = selectors.comments_by_id(PUBLIC, [uid]).get(uid) if nodes else None
    if content is None or content["state"] != "PUBLISHED":
        return None
    return one_comment(info, content, nodes)
