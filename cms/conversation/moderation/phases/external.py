"""Asks a service of the newsroom's choice, by a signed HTTP call.

The request is a POST of JSON, signed by Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`):

    {"type": "comment.submitted", "timestamp": "2026-11-23T02:30:00Z", "data": {
        "text": "…", "html": "…", "links": ["https://…"], "author_name": "…", "author_url": "…", "organisation": "…",
        "author_title": "…", "verified": false, "kind": "QUESTION", "relation": "CUSTOMER", "language": "en",
        "item_title": "…", "thread_id": "…", "is_edit": false}}

E-mail and network addresses are not in it. The answer is wanted with status 200, within MODERATION_SECONDS:

    {"decision": "publish" | "hold" | "reject", "reason": "SPAM", "message": "For the author, at most 500 characters."}

`reason` is a code of the guidelines, needed to reject; `message` may be left out. Anything else, or nothing: held.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import Literal, Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cms import outbound
from cms.conf import newsroom as conf
from cms.conversation.characters import cleaned
from cms.conversation.models import ReasonCode
from cms.conversation.moderation.context import Decision, Submission, hold, reject
from cms.conversation.signing import signed_headers
from cms.errors import OutboundFailed, OutboundRefused

PHASE = "external"
MOST_BYTES = 10_000
REJECTED = "The newsroom's moderation did not accept it."


class ExternalAnswer(BaseModel):
    """What the service answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    decision: Literal["publish", "hold", "reject"]
    reason: ReasonCode | Literal[""] = ""
    message: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def _check_reason(self) -> Self:
        if self.decision == "reject" and not self.reason:
            raise ValueError("a rejection needs a reason")
        return self


def external(submission: Submission) -> Decision | None:
    """It may be stricter than the other phases, never laxer: its "publish" says that it has nothing against it."""
    if not submission.rules.external_url:
        return None
    try:
        answer = _ask(submission)
    except (OutboundFailed, OutboundRefused, ValidationError) as error:
        return hold(
            PHASE, f"The external moderation gave no answer that can be used ({type(error).__name__})"
        )
    if answer.decision == "reject":
        message = cleaned(answer.message).strip() or REJECTED
        return reject(PHASE, ReasonCode(answer.reason), message, "Rejected by the external moderation")
    if answer.decision == "hold":
        return hold(PHASE, "Held by the external moderation")
    return None


def _ask(submission: Submission) -> ExternalAnswer:
    """Raises `OutboundFailed`, `OutboundRefused`, `ValidationError`."""
    body = json.dumps(_request(submission), ensure_ascii=False).encode()
    signed = signed_headers(submission.rules.external_secret, f"msg_{uuid4().hex}", submission.now, body)
    answer = outbound.fetch(
        submission.rules.external_url,
        method="POST",
        headers={"Content-Type": "application/json", "Accept": "application/json"} | signed,
        body=body,
        seconds=conf.MODERATION_SECONDS,
        most_bytes=MOST_BYTES,
    )
    if answer.status != 200:
        raise OutboundFailed(f"The external moderation answered with status {answer.status}.")
    return ExternalAnswer.model_validate_json(answer.body)


def _request(submission: Submission) -> dict[str, object]:
    return {
        "type": "comment.submitted",
        "timestamp": submission.now.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "data": {
            "text": submission.body.plain,
            "html": submission.body.html,
            "links": list(submission.body.links),
            "author_name": submission.author.name,
            "author_url": submission.author.url,
            "organisation": submission.author.organisation,
            "author_title": submission.author.title,
            "verified": submission.author.verified,
            "kind": submission.kind,
            "relation": submission.relation,
            "language": submission.place.language,
            "item_title": submission.place.item_title,
            "thread_id": str(submission.place.thread or ""),
            "is_edit": submission.is_edit,
        },
    }
