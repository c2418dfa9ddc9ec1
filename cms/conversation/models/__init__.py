"""All models of the conversation, by the file that holds them."""

from cms.conversation.models.choices import (
    NEED_ANSWER,
    CommentKind,
    CommentStatus,
    ReasonCode,
    Relation,
)
from cms.conversation.models.comments import Appeal, Comment, CommentEdit, Reaction, Report
from cms.conversation.models.identity import MailOptOut, SentMail, UnprovenMailbox, UsedChallenge
from cms.conversation.models.moderation import ModerationEvent, Proposal
from cms.conversation.models.requests import AnsweredRequest
from cms.conversation.models.threads import Thread, ThreadExpert, ThreadPage

__all__ = [
    "NEED_ANSWER",
    "AnsweredRequest",
    "Appeal",
    "Comment",
    "CommentEdit",
    "CommentKind",
    "CommentStatus",
    "MailOptOut",
    "ModerationEvent",
    "Proposal",
    "Reaction",
    "ReasonCode",
    "Relation",
    "Report",
    "SentMail",
    "Thread",
    "ThreadExpert",
    "ThreadPage",
    "UnprovenMailbox",
    "UsedChallenge",
]
