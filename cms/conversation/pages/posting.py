"""Sending a comment from the built-in pages: a plain form, and what came of it on a page of its author's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
    UnreadablePostError,
)
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_deny
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.access import PUBLIC
from cms.conversation import selectors
from cms.conversation.contents import Content
from cms.conversation.identity import altcha, mail_links
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.pages import guards, reading
from cms.conversation.pages.forms import CommentForm
from cms.conversation.pages.parts import TAKING, empty_form, form_context
from cms.conversation.services.incoming import NewComment
from cms.conversation.services.posting import Posted, post_comment
from cms.errors import CommentsClosed, InvalidInput, NewsroomError, NotFound, RateLimited
from cms.ledger.selectors import find_newsroom, items_by_id
from cms.newsroom.commenting import ThreadMode
from cms.newsroom.views import render_page

View = Callable[..., HttpResponse]
NO_HEADERS: dict[str, str] = {}
TRAP = "website"
"""The field that people do not see (the author's own website is `url`)."""


def for_visitors(view: View) -> View:
    """A page for somebody who takes part. Django's CSRF token needs a cookie, which visitors do not get: `guards`."""

    @csrf_exempt
    @xframe_options_deny
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if request.method == "POST" and guards.is_foreign(request):
                return guards.private(render_page(request, "foreign_form", {}, status=403))
            return view(request, *args, **kwargs)
        except NotFound:
            return guards.private(render_page(request, "missing", {}, status=404))
        except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
            return guards.private(render_page(request, "link_failed", {"is_theirs": True}, status=400))

    return guarded


@for_visitors
def post(request: HttpRequest, thread: UUID) -> HttpResponse:
    """The form for a comment on a page of its own, and where every such form is sent to."""
    found, item = _place(thread)
    with translation.override(item["locale"]):
        if request.method != "POST":
            target = reading.reply_target(found, reading.Asked.of(request.GET))
            return _page(request, found, item, empty_form(found, target), target)
        data = request.POST.copy()
        form, posted, headers = CommentForm(data), None, NO_HEADERS
        if not guards.is_fresh(request.POST.get("form_token", ""), found["id"]):
            form.add_error(None, _("The form has been open for long. Send it once more: nothing is lost."))
        elif form.is_valid():
            posted, headers = _send(request, found, form, data)
        if posted is not None:
            return _done(request, posted, item)
        form.show_errors()
        target = reading.reply_target(found, reading.Asked(reply=reading.id_in(data.get("parent", ""))))
        return _page(request, found, item, form, target, headers=headers)


@require_safe
def challenge(request: HttpRequest) -> HttpResponse:
    """A new challenge for the proof of work, for the script of the form."""
    response = JsonResponse(altcha.challenge())
    response["Cache-Control"] = "no-store"
    return response


def _place(uid: UUID) -> tuple[Content, dict[str, Any]]:
    """The thread and its item's card. Raises `NotFound`."""
    thread = selectors.get_thread(PUBLIC, uid=uid)
    item = items_by_id(PUBLIC, [UUID(thread["item_id"])], whole=False).get(UUID(thread["item_id"]))
    if item is None or thread["mode"] == ThreadMode.OFF:
        raise NotFound(f"No public thread has the id {uid}.", field="id")
    return thread, item.content


def _send(
    request: HttpRequest, thread: Content, form: CommentForm, data: QueryDict
) -> tuple[Posted | None, dict[str, str]]:
    """What became of the comment; without it, why is said in the form. And headers for the answer."""
    content = form.cleaned_data
    new = NewComment(
        **{name: content[name] for name in ("body", "author_name", "email", "url", "organisation", "title")},
        thread=UUID(thread["id"]),
        parent=content["parent"],
        kind=content["kind"] or "OTHER",
        relation=content["relation"],
        honeypot=request.POST.get(TRAP, ""),
        proof_of_work=request.POST.get(altcha.FIELD, ""),
    )
    try:
        return post_comment(new, guards.visitor_of(request)), NO_HEADERS
    except RateLimited as error:
        form.add_error(None, wait_words(error.retry_after))
        return None, {"Retry-After": str(error.retry_after)}
    except NewsroomError as error:
        field, words = _in_words(error)
        if field == "parent":
            data["parent"] = ""
        form.add_error(field if field in form.fields and field != "parent" else None, words)
        return None, NO_HEADERS


def wait_words(seconds: int) -> str:
    """That somebody has to wait."""
    return ngettext(
        "That was too fast. Wait a second, then send it again.",
        "That was too fast. Wait %(seconds)d seconds, then send it again.",
        seconds,
    ) % {"seconds": seconds}


def _in_words(error: NewsroomError) -> tuple[str, str]:
    """The field that an error is about, and what to say in the language of the page."""
    if isinstance(error, CommentsClosed):
        return "", _("The conversation was closed while you wrote. Copy your text if you want to keep it.")
    if error.field == "parent":
        return "parent", _(
            "The comment that you reply to is no longer there. Send again to make yours one of its own."
        )
    if error.field == altcha.FIELD:
        return "", _("Your browser had not finished its task, or took too long. Send it once more.")
    if isinstance(error, InvalidInput) and error.field == "email":
        return "email", _("This is no e-mail address. Write one such as name@example.com.")
    return error.field, error.message


def _done(request: HttpRequest, posted: Posted, item: dict[str, Any]) -> HttpResponse:
    """On to the author's own page. Who only repeats what somebody else sent does not get there."""
    if not posted.edit_token:
        context = {"newsroom": _newsroom(item), "item_path": item["path"]}
        return guards.private(render_page(request, "comment_repeated", context))
    token = mail_links.make(Purpose.OWN, posted.comment.uid, posted.comment.email)
    response = HttpResponseRedirect(reverse("newsroom_visitor_own", args=[token]), status=303)
    return guards.private(response)


def _page(
    request: HttpRequest,
    thread: Content,
    item: dict[str, Any],
    form: CommentForm,
    reply_to: Content | None,
    *,
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    context = {
        **form_context(thread, form=form, reply_to=reply_to),
        "card": item,
        "newsroom": _newsroom(item),
        "is_taking": thread["mode"] in TAKING,
    }
    status = 429 if headers else 400 if form.is_bound else 200
    response = guards.private(
        render_page(request, "comment_form", context, status=status), scripts=context["scripts"]
    )
    for name, value in (headers or {}).items():
        response[name] = value
    return response


def _newsroom(item: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = find_newsroom(PUBLIC, item["newsroom"]["slug"]).content
    return content
