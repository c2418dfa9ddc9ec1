"""The page of a comment for its author alone: what became of it; edit, withdraw, and take one's words along.

The link to it is good for an hour and is the authority. Later, the key that was shown on it opens it again.
"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.conf import newsroom as conf
from cms.conversation.identity import edit_tokens, mail_links
from cms.conversation.identity.letters import comment_url, url_of
from cms.conversation.identity.mail_links import MAX_AGE, Link, Purpose
from cms.conversation.identity.pages import behind_link
from cms.conversation.identity.reasons import statement_of_reasons
from cms.conversation.models import Comment, CommentStatus
from cms.conversation.pages import guards
from cms.conversation.pages.forms import EditForm, KeyForm
from cms.conversation.pages.posting import for_visitors, wait_words
from cms.conversation.services import authors
from cms.conversation.services.editing import edit_comment
from cms.errors import (
    CommentsClosed,
    Conflict,
    EditTimeOver,
    InvalidToken,
    NewsroomError,
    NotFound,
    RateLimited,
)
from cms.newsroom.views import render_page

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
CONFIRMATION = "confirmation"
"""The phase that holds a comment until its author's address is confirmed."""


@behind_link(Purpose.OWN)
def own(request: HttpRequest, link: Link) -> HttpResponse:
    """What became of one's comment, and what one may do with it."""
    comment = _comment(link)
    if comment is None:
        return render_page(request, "link_over", {}, status=410)
    key = _key(comment)
    with translation.override(comment.newsroom.locale):
        form = EditForm(initial={"body": comment.source})
        if request.method == "POST" and request.POST.get("deed") == "withdraw":
            authors.withdraw_comment(comment.uid, key)
            return HttpResponseRedirect(request.path, status=303)
        if request.method == "POST":
            form = EditForm(request.POST)
            if form.is_valid() and _edit(form, comment, key):
                return HttpResponseRedirect(request.path, status=303)
            form.show_errors()
        return _page(request, comment, key, form)


@behind_link(Purpose.OWN)
def words(request: HttpRequest, link: Link) -> HttpResponse:
    """Everything that is kept of one's comment, as a file (JSON)."""
    comment = _comment(link)
    if comment is None:
        return render_page(request, "link_over", {}, status=410)
    exported = authors.export_own(comment.uid, _key(comment))
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(exported, encoder=DjangoJSONEncoder, json_dumps_params=options)
    response["Content-Disposition"] = 'attachment; filename="comment.json"'
    return response


@for_visitors
def by_key(request: HttpRequest) -> HttpResponse:
    """To one's own comment with its key."""
    form = KeyForm(request.POST) if request.method == "POST" else KeyForm(initial=_asked(request))
    if form.is_bound and form.is_valid():
        found = ID.findall(form.cleaned_data["comment"])
        comment = _with_key(found[-1], form.cleaned_data["key"].strip()) if found else None
        if comment is not None:
            token = mail_links.make(Purpose.OWN, comment.uid, comment.email)
            answer = HttpResponseRedirect(reverse("newsroom_visitor_own", args=[token]), status=303)
            return guards.private(answer)
        form.add_error("key", _("This is not the key of that comment."))
    if form.is_bound:
        form.show_errors()
    page = render_page(request, "own_key", {"form": form}, status=400 if form.is_bound else 200)
    return guards.private(page)


def _asked(request: HttpRequest) -> dict[str, str]:
    found = ID.findall(request.GET.get("comment", ""))
    return {"comment": found[-1]} if found else {}


def _with_key(uid: str, key: str) -> Comment | None:
    try:
        return authors.own_comment(UUID(uid), key)
    except (InvalidToken, NotFound):
        return None


def _comment(link: Link) -> Comment | None:
    """The comment, as long as it is its author's."""
    comment = Comment.objects.select_related("thread__item", "newsroom").filter(pk=link.about).first()
    return comment if comment is not None and link.is_for(comment.email) and _key(comment) else None


def _key(comment: Comment) -> str:
    return edit_tokens.show_again(comment.uid, comment.token_salt, comment.token_hash)


def _edit(form: EditForm, comment: Comment, key: str) -> bool:
    """Whether it was edited; if not, why is said in the form."""
    try:
        edit_comment(comment.uid, key, form.cleaned_data["body"])
    except RateLimited as error:
        form.add_error(None, wait_words(error.retry_after))
    except EditTimeOver:
        form.add_error(None, _("The time for editing is over. You can still withdraw the comment."))
    except CommentsClosed:
        form.add_error(None, _("The conversation is closed."))
    except Conflict:
        form.add_error(None, _("The comment is no longer there."))
    except NewsroomError as error:
        form.add_error("body", error.message)
    return not form.errors


def _page(request: HttpRequest, comment: Comment, key: str, form: EditForm) -> HttpResponse:
    newsroom = comment.newsroom.document if comment.newsroom.is_usable else None
    standing = comment.status in (CommentStatus.PUBLISHED, CommentStatus.HELD)
    is_new = timezone.now() - comment.created_at < MAX_AGE[Purpose.OWN]
    last = comment.events.order_by("-at", "-pk").first()
    context: dict[str, Any] = {
        "comment": comment,
        "form": form,
        "key": key if is_new else "",
        "newsroom": newsroom,
        "newsroom_url": url_of(comment.newsroom),
        "title": comment.thread.item.title,
        "comment_url": comment_url(comment) if comment.is_published else "",
        "item_url": url_of(comment.thread.item),
        "waits_for_address": bool(
            comment.status == CommentStatus.HELD and last and last.phase == CONFIRMATION
        ),
        "may_edit": standing and timezone.now() < authors.editable_until(comment),
        "may_withdraw": comment.status in authors.STILL_THERE,
        "editable_until": authors.editable_until(comment),
        "edit_minutes": conf.EDIT_MINUTES,
        "words_url": f"{request.path}/words",
    }
    if comment.status == CommentStatus.REJECTED:
        context["reasons"] = statement_of_reasons(comment)
        appeal = mail_links.make(Purpose.APPEAL, comment.uid, comment.email)
        context["appeal_url"] = reverse("newsroom_visitor_appeal", args=[appeal])
    return render_page(request, "own_comment", context, status=400 if form.errors else 200)
