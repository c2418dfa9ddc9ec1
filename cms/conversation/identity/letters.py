"""Mails to visitors: plain text in the newsroom's language, from the templates in `newsroom/mail/`.

What does not live here: what each mail says (`writers.py`), and when it is sent (`tasks.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from cms.conf import newsroom as conf
from cms.conversation.contents import address_of
from cms.conversation.identity import mail_links
from cms.conversation.identity.lines import one_line
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.models import Comment, Contribution
from cms.ledger.models import Item

EMPTY_LINES = re.compile(r"\n{3,}")


class Kind(StrEnum):
    """The mails that visitors get."""

    CONFIRM = "CONFIRM"
    ANSWERED = "ANSWERED"
    PUBLISHED = "PUBLISHED"
    REJECTED = "REJECTED"
    REPORT_RECEIPT = "REPORT_RECEIPT"
    REPORT_DECISION = "REPORT_DECISION"
    APPEAL_DECISION = "APPEAL_DECISION"
    FILE_CONFIRM = "FILE_CONFIRM"
    FILE_PUBLISHED = "FILE_PUBLISHED"
    FILE_REJECTED = "FILE_REJECTED"


UNASKED = (Kind.CONFIRM, Kind.FILE_CONFIRM, Kind.REPORT_RECEIPT, Kind.REPORT_DECISION)
"""Mails to an address that nobody has confirmed. They hold nothing that a visitor typed: else our form would send
anybody's words to anybody."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail, ready to be sent."""

    kind: Kind
    about: str
    """What makes it this mail and no other: the id of a comment, contribution, report or decision."""
    to: str
    sender: str
    subject: str
    text: str
    language: str
    opt_out: str
    """Address of the page that stops such mails."""


def compose(
    kind: Kind,
    comment: Comment | Contribution,
    *,
    about: str,
    to: str,
    subject: Callable[[str], str],
    **context: Any,
) -> Letter:
    """The mail of a kind about a comment or a contribution, in the language of its newsroom.

    `subject` makes the subject out of the title of the comment's item, or of the contribution; `context` is for the
    template, besides what all of them have.
    """
    newsroom = comment.newsroom
    name = one_line(newsroom.title, 100)
    purpose = Purpose.MAIL if kind in UNASKED else Purpose.NOTICES
    opt_out = mail_links.address_of(purpose, newsroom.uid, to)
    with translation.override(newsroom.locale):
        title = one_line(comment.thread.item.title if isinstance(comment, Comment) else comment.title, 100)
        text = render_to_string(
            f"newsroom/mail/{kind.lower()}.txt",
            {
                "newsroom": name,
                "newsroom_url": url_of(newsroom),
                "item": title,
                "author": one_line(comment.author_name, 100),
                "opt_out": opt_out,
                "is_unasked": kind in UNASKED,
                **context,
            },
        )
        line = one_line(subject(title), 200)
    return Letter(
        kind=kind,
        about=about,
        to=to,
        sender=formataddr((name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        subject=line,
        text=f"{EMPTY_LINES.sub(chr(10) * 2, text).strip()}\n",
        language=newsroom.locale,
        opt_out=opt_out,
    )


def post(letter: Letter) -> None:
    """Hand a mail to the mail server. Raises `SMTPException` and `OSError`, whose words may hold the address."""
    EmailMessage(
        subject=letter.subject,
        body=letter.text,
        from_email=letter.sender,
        to=[letter.to],
        headers={
            "Auto-Submitted": "auto-generated",  # RFC 3834: no automatic reply is wanted
            "X-Auto-Response-Suppress": "All",
            "Content-Language": letter.language,
            "List-Unsubscribe": f"<{letter.opt_out}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        },
    ).send()


def url_of(item: Item) -> str:
    """Where an item is read on the web; the site itself while it is not public."""
    return str((item.document or {}).get("url") or conf.BASE_URL)


def comment_url(comment: Comment) -> str:
    """Where a comment is read on the web."""
    return address_of(comment.uid, url_of(comment.thread.item))
