"""The conversation of an item as editors of its page see it, and the screen on which its thread is braked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from cms.conversation.admin.forms import BrakeForm
from cms.conversation.admin.newsroom_screens import DeskScreen
from cms.conversation.desk.permissions import Action, check, may
from cms.conversation.models import Case, CaseState, Comment, CommentStatus, Thread
from cms.conversation.services.threads import set_brake
from cms.newsroom.commenting import ThreadMode

MODES = {
    ThreadMode.OPEN: gettext_lazy("Open"),
    ThreadMode.PREMODERATED: gettext_lazy("Moderated"),
    ThreadMode.CLOSED: gettext_lazy("Closed"),
    ThreadMode.OFF: gettext_lazy("Off"),
}
"""Who may comment, in a word."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """How the conversation of an item stands, and where to look at it."""

    thread: Thread
    mode: str
    unanswered: int
    held: int
    desk_url: str
    thread_url: str
    feedback_url: str


def conversation_of(page: Any, user: Any) -> Conversation | None:
    """The conversation of a page, for those who see its newsroom's desk; None where there is none. Two queries."""
    if not isinstance(page, Page) or page.pk is None:
        return None
    threads = Thread.objects.select_related("item", "newsroom")
    thread = threads.filter(item__source_type="page", item__source_id=page.pk).first()
    if thread is None or not may(user, Action.VIEW, thread.newsroom.source_id):
        return None
    return _standing(thread)


def _standing(thread: Thread) -> Conversation:
    open_cases = Case.objects.filter(comment__thread=thread, state=CaseState.OPEN)
    held = Comment.objects.filter(thread=thread, status=CommentStatus.HELD)
    item = {"item": str(thread.item_id)}
    about = item | {"newsroom": str(thread.newsroom.source_id), "since": "", "until": ""}
    return Conversation(
        thread,
        str(MODES[ThreadMode(thread.mode)]),
        open_cases.count(),
        held.count(),
        f"{reverse('newsroom_desk_list', args=['all'])}?{urlencode(item)}",
        reverse("newsroom_desk_thread", args=[thread.pk]),
        f"{reverse('newsroom_desk_feedback')}?{urlencode(about)}",
    )


class ThreadScreen(DeskScreen):
    """How a thread stands, and its brake."""

    action = Action.VIEW
    icon = "comment"
    template_name = "newsroom/desk/thread_settings.html"
    thread: Thread

    def heading(self) -> str:
        return _("Conversation: %(title)s") % {"title": self.thread.item.title}

    def get(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        self.thread = self._find(uid)
        return self._show(self._form())

    def post(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        self.thread = self._find(uid)
        check(request.user, Action.MODERATE, self.thread.newsroom.source_id)
        form = self._form(request.POST)
        if not form.is_valid():
            messages.error(request, _("It was not saved. See what is wrong below."))
            return self._show(form, status=422)
        given = form.cleaned_data
        with transaction.atomic():
            braked = set_brake(self.thread.pk, given["brake"], slow_seconds=given["slow_seconds"])
            if page := Page.objects.filter(pk=self.thread.item.source_id).first():
                data = {"brake": braked.brake, "slow_seconds": braked.slow_seconds}
                log(instance=page, action="newsroom.comment.brake", user=request.user, data=data)
        messages.success(request, _("Comments on this item: %(mode)s") % {"mode": braked.get_mode_display()})
        return redirect(request.path)

    def _find(self, uid: UUID) -> Thread:
        thread = get_object_or_404(Thread.objects.select_related("item", "newsroom"), pk=uid)
        if not may(self.request.user, Action.VIEW, thread.newsroom.source_id):
            raise Http404
        return thread

    def _form(self, data: Any = None) -> BrakeForm:
        return BrakeForm(data, initial={"brake": self.thread.brake, "slow_seconds": self.thread.slow_seconds})

    def _show(self, form: BrakeForm, *, status: int = 200) -> HttpResponse:
        thread = self.thread
        is_page = thread.item.source_type == "page"
        return self.show(
            status=status,
            thread=thread,
            conversation=_standing(thread),
            form=form if may(self.request.user, Action.MODERATE, thread.newsroom.source_id) else None,
            edit_url=reverse("wagtailadmin_pages:edit", args=[thread.item.source_id]) if is_page else "",
            counts=[
                (_("Questions"), thread.question_count),
                (_("Praise"), thread.praise_count),
                (_("Criticism"), thread.criticism_count),
                (_("Other"), thread.other_count),
                (_("With an official answer"), thread.answered_count),
                (_("Reactions"), thread.reaction_count),
            ],
        )
