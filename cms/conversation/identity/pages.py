"""The pages behind the links in mails to visitors: confirm, object, stop the mail. Plain HTML without JavaScript.

GET changes nothing, because mail programs and scanners follow links before people do. POST needs no CSRF token and no
cookie: the signed link is the authority, and nobody else has it. The links are in the addresses, so nothing here is
kept by caches, sent on as a referrer, or written to the log of requests.

What does not live here: what confirming and objecting do (`confirmation.py`, `cms/conversation/services/`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.multipartparser import MultiPartParserError
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_deny
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from cms.conversation.characters import cleaned, shows
from cms.conversation.identity import confirmation, mail_links, mailboxes
from cms.conversation.identity.letters import comment_url, url_of
from cms.conversation.identity.mail_links import Link, LinkExpired, Purpose
from cms.conversation.identity.reasons import statement_of_reasons
from cms.conversation.models import Appeal, Comment, CommentStatus
from cms.errors import InvalidToken, NewsroomError
from cms.ledger.models import Item
from cms.newsroom.views import render_page

POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
APPEAL_LENGTH = 2000
METHODS = ("GET", "HEAD", "POST")

logger = logging.getLogger(__name__)

Page = Callable[[HttpRequest, Link], HttpResponse]
View = Callable[[HttpRequest, str], HttpResponse]


def behind_link(purpose: Purpose) -> Callable[[Page], View]:
    """A page that is shown to whoever has a link for `purpose`, and is kept by nobody."""

    def decorate(page: Page) -> View:
        @csrf_exempt
        @xframe_options_deny
        @sensitive_variables("token")
        @wraps(page)
        def view(request: HttpRequest, token: str) -> HttpResponse:
            response = _answer(request, token)
            response["Content-Security-Policy"] = POLICY
            response["Cache-Control"] = "no-store"
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex"
            response._has_been_logged = True  # type: ignore[attr-defined] # Django logs the address of a refusal
            return response

        def _answer(request: HttpRequest, token: str) -> HttpResponse:
            if request.method not in METHODS:
                response = HttpResponse(status=405)
                response["Allow"] = ", ".join(METHODS)
                return response
            try:
                return page(request, mail_links.read(purpose, token))
            except LinkExpired:
                return _over(request, None)
            except InvalidToken:
                return render_page(request, "link_invalid", {}, status=403)
            except (SuspiciousOperation, MultiPartParserError):
                return render_page(request, "link_failed", {"is_theirs": True}, status=400)
            except Exception:  # Django would log the address, and with it a link that works
                logger.exception("The page behind a link to %s failed", purpose)
                return render_page(request, "link_failed", {}, status=500)

        return view

    return decorate


@behind_link(Purpose.CONFIRM)
def confirm(request: HttpRequest, link: Link) -> HttpResponse:
    """Confirm that one wrote a comment: it is shown, and a button."""
    comment = _comment(link)
    if comment is None or comment.status not in confirmation.STANDING:
        return _over(request, comment)
    waiting = confirmation.covered(comment) if comment.email_confirmed_at is None else []
    if request.method == "POST":
        confirmation.confirm(waiting)
        return HttpResponseRedirect(request.path)
    return _page(request, "confirm", comment, comments=waiting)


@behind_link(Purpose.APPEAL)
def appeal(request: HttpRequest, link: Link) -> HttpResponse:
    """Object to the rejection of one's comment: the statement of reasons, and a field for why it is wrong."""
    comment = _comment(link)
    if comment is None or comment.status not in (*confirmation.STANDING, CommentStatus.REJECTED):
        return _over(request, comment)
    last = comment.appeals.order_by("-at", "-pk").first()
    is_open = comment.status == CommentStatus.REJECTED and (
        last is None or last.outcome == Appeal.Outcome.REVERSED
    )
    context: dict[str, Any] = {"last": last, "is_open": is_open, "longest": APPEAL_LENGTH}
    if request.method == "POST" and is_open:
        text = cleaned(request.POST.get("text", "")).strip()
        error = _object(comment, text)
        if not error:
            return HttpResponseRedirect(request.path)
        context |= {"error": error, "text": text}
    with translation.override(comment.newsroom.locale):
        context["reasons"] = statement_of_reasons(comment)
    return _page(request, "appeal", comment, status=400 if "error" in context else 200, **context)


@behind_link(Purpose.NOTICES)
def notices(request: HttpRequest, link: Link) -> HttpResponse:
    """Get no more notices about one's comments in a newsroom."""
    return _opt_out_page(request, link, str(link.about), "notices")


@behind_link(Purpose.MAIL)
def mail(request: HttpRequest, link: Link) -> HttpResponse:
    """Get no more mail of this site at all."""
    return _opt_out_page(request, link, mailboxes.EVERYTHING, "mail")


def _opt_out_page(request: HttpRequest, link: Link, scope: str, what: str) -> HttpResponse:
    """A switch. Mail programs press it by themselves, with `List-Unsubscribe=One-Click` (RFC 8058): no redirect then."""
    if request.method == "POST":
        if request.POST.get("mail") == "again":
            mailboxes.opt_in(link.address, scope)
        else:
            mailboxes.opt_out(link.address, scope)
    newsroom = Item.objects.filter(pk=link.about).first()
    context = {"what": what, "is_out": mailboxes.has_opted_out(link.address, scope)}
    return render_page(request, "opt_out", {**context, "newsroom": shown_newsroom(newsroom)})


def _comment(link: Link) -> Comment | None:
    """The comment that a link is about, as long as it has the address that the link was sent to."""
    comment = Comment.objects.select_related("thread__item", "newsroom").filter(pk=link.about).first()
    return comment if comment is not None and link.is_for(comment.email) else None


def _object(comment: Comment, text: str) -> str:
    """Store an objection. What is wrong with it, in words for its author; empty when nothing is."""
    from cms.conversation.services import reporting  # it imports the mails, which are below

    with translation.override(comment.newsroom.locale):
        if not shows(text):
            return _("Write why the decision should be changed.")
        if len(text) > APPEAL_LENGTH:
            return _("Your text has %(length)d characters; at most %(longest)d are possible.") % {
                "length": len(text),
                "longest": APPEAL_LENGTH,
            }
    try:
        reporting.appeal(comment, text)
    except NewsroomError as error:
        return error.message
    return ""


def _page(
    request: HttpRequest, name: str, comment: Comment, *, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {
        "comment": comment,
        "title": comment.thread.item.title,
        "comment_url": comment_url(comment) if comment.is_published else "",
        "newsroom": shown_newsroom(comment.newsroom),
        "newsroom_url": url_of(comment.newsroom),
    }
    return render_page(request, name, context, status=status)


def _over(request: HttpRequest, comment: Comment | None) -> HttpResponse:
    return is_over(request, comment.newsroom if comment is not None else None)


def is_over(request: HttpRequest, newsroom: Item | None) -> HttpResponse:
    """The page for a link that was good once."""
    return render_page(request, "link_over", {"newsroom": shown_newsroom(newsroom)}, status=410)


def shown_newsroom(newsroom: Item | None) -> dict[str, Any] | None:
    """The newsroom as the pages show it; None while it is not public."""
    return newsroom.document if newsroom is not None and newsroom.is_usable else None
