"""What the conversation and its desk write into Wagtail's audit log, in the words that editors read there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

ACTIONS = (
    ("newsroom.comment.publish", _("Publish comment"), _("Published the comment")),
    ("newsroom.comment.hold", _("Hold comment"), _("Took the comment out of public view")),
    ("newsroom.comment.propose", _("Propose rejection"), _("Proposed to reject the comment")),
    ("newsroom.comment.reject", _("Reject comment"), _("Rejected the comment")),
    ("newsroom.comment.kind", _("Change kind of comment"), _("Changed what kind of comment it is")),
    ("newsroom.comment.pin", _("Pin comment"), _("Pinned the comment")),
    ("newsroom.comment.unpin", _("Unpin comment"), _("Unpinned the comment")),
    ("newsroom.comment.dismiss", _("Dismiss reports"), _("Dismissed the reports of the comment")),
    ("newsroom.comment.erase", _("Erase person"), _("Erased what a person had written")),
    ("newsroom.comment.brake", _("Brake thread"), _("Changed who may comment in the thread")),
    ("newsroom.comment.appeal", _("Decide appeal"), _("Decided about an appeal")),
    ("newsroom.contribution.approve", _("Approve contribution"), _("Approved the contribution")),
    ("newsroom.contribution.reject", _("Reject contribution"), _("Rejected the contribution")),
    (
        "newsroom.contribution.release",
        _("Take contribution onto a release"),
        _("Took the contribution onto a release"),
    ),
    ("newsroom.contribution.erase", _("Erase contribution"), _("Erased what a person had sent")),
    ("newsroom.case.assign", _("Assign case"), _("Assigned the case")),
    ("newsroom.case.hand_over", _("Hand case over"), _("Handed the case over")),
    ("newsroom.case.severity", _("Weigh case"), _("Changed the severity of the case")),
    ("newsroom.case.due", _("Change due time"), _("Changed when the answer is due")),
    ("newsroom.case.note", _("Note on case"), _("Added an internal note")),
    ("newsroom.case.answer", _("Answer officially"), _("Sent an official answer")),
    ("newsroom.case.close", _("Close case"), _("Closed the case")),
    ("newsroom.case.reopen", _("Reopen case"), _("Opened the case again")),
    ("newsroom.answer.submit", _("Submit answer"), _("Submitted an answer for approval")),
    ("newsroom.answer.return", _("Return answer"), _("Returned the answer to its writer")),
    ("newsroom.answer.discard", _("Discard answer"), _("Threw the draft of an answer away")),
    ("newsroom.person.export", _("Export person"), _("Handed out what is kept about a person")),
    ("newsroom.desk.teams", _("Change teams"), _("Changed which groups work on the desk")),
    ("newsroom.crisis.on", _("Crisis mode on"), _("Switched crisis mode on")),
    ("newsroom.crisis.statement", _("Change statement"), _("Changed the official statement of the crisis")),
    ("newsroom.crisis.off", _("Crisis mode off"), _("Switched crisis mode off")),
)
"""Name, label for filters, and message of each."""


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of all of them."""
    for name, label, message in ACTIONS:
        actions.register_action(name, label, message)
