"""All models of the conversation, by the file that holds them."""

from cms.conversation.models.choices import (
    NEED_ANSWER,
    CommentKind,
    CommentStatus,
    ReasonCode,
    Relation,
)
from cms.conversation.models.classifiers import Classifier
from cms.conversation.models.comments import Appeal, Comment, CommentEdit, Reaction, Report
from cms.conversation.models.contributions import Contribution, ContributionEvent, ContributionStatus
from cms.conversation.models.desk import Answer, Case, CaseEvent, CaseState, CrisisPeriod, Outcome
from cms.conversation.models.desk_people import DeskTeam, Speaker
from cms.conversation.models.desk_rules import (
    AnswerTemplate,
    ChecklistItem,
    DeskRules,
    Holiday,
    Severity,
    Team,
)
from cms.conversation.models.identity import MailOptOut, SentMail, UnprovenMailbox, UsedChallenge
from cms.conversation.models.moderation import ModerationEvent, Proposal
from cms.conversation.models.requests import AnsweredRequest
from cms.conversation.models.rules import EmailPolicy, ModerationRules, WordList
from cms.conversation.models.threads import Thread, ThreadExpert, ThreadPage

__all__ = [
    "NEED_ANSWER",
    "Answer",
    "AnswerTemplate",
    "AnsweredRequest",
    "Appeal",
    "Case",
    "CaseEvent",
    "CaseState",
    "ChecklistItem",
    "Classifier",
    "Comment",
    "CommentEdit",
    "CommentKind",
    "CommentStatus",
    "Contribution",
    "ContributionEvent",
    "ContributionStatus",
    "CrisisPeriod",
    "DeskRules",
    "DeskTeam",
    "EmailPolicy",
    "Holiday",
    "MailOptOut",
    "ModerationEvent",
    "ModerationRules",
    "Outcome",
    "Proposal",
    "Reaction",
    "ReasonCode",
    "Relation",
    "Report",
    "SentMail",
    "Severity",
    "Speaker",
    "Team",
    "Thread",
    "ThreadExpert",
    "ThreadPage",
    "UnprovenMailbox",
    "UsedChallenge",
    "WordList",
]
