"""The screen of a comment: all that is to be known for deciding and answering, and everything that can be done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.models import Page

from cms.conversation.admin import answering
from cms.conversation.admin.around import around, others_of
from cms.conversation.admin.deeds import DEEDS, Deed, Subject
from cms.conversation.admin.listing import DeskAccess
from cms.conversation.admin.preview import rejection_letter
from cms.conversation.admin.rows import comment_url, due_sign, signs_of
from cms.conversation.admin.scope import scope_of
from cms.conversation.admin.story import story_of, story_of_case
from cms.conversation.contents import address_of
from cms.conversation.desk.crisis import open_period
from cms.conversation.desk.permissions import Action, may
from cms.conversation.desk.templates import templates_for, text_of
from cms.conversation.models import Case, Comment, CommentStatus
from cms.errors import Conflict, NewsroomError
from cms.newsroom.models import Person

ALL_DEEDS = DEEDS | answering.ANSWER_DEEDS
TITLE = 60


def comment_for(user: Any, uid: UUID) -> Comment:
    """A comment of a newsroom whose desk the user sees; anybody else's is not there."""
    rows = Comment.objects.select_related(
        "thread__item", "newsroom", "parent", "person", "answer", "statement", "case__owner", "proposal__user"
    )
    comment = get_object_or_404(rows, pk=uid)
    if not may(user, Action.VIEW, comment.newsroom.source_id):
        raise Http404
    return comment


class CommentScreen(DeskAccess, View):
    """Shows a comment. What is posted to it is done, or comes back as it was typed, with what kept it from being done."""

    def get(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        return self._show(Subject(request.user, comment_for(request.user, uid)), {})

    def post(self, request: HttpRequest, uid: UUID) -> HttpResponse:
        subject = Subject(request.user, comment_for(request.user, uid))
        name = request.POST.get("do", "")
        deed = ALL_DEEDS.get(name)
        if deed is None:
            raise Http404
        if not subject.may(deed.right):
            raise PermissionDenied
        form = self._form(name, deed, subject, request.POST)
        if not form.is_valid():
            messages.error(request, _("It was not done. See what is missing below."))
            return self._show(subject, {_slot(name): form}, status=422)
        try:
            told = deed.run(subject, form.cleaned_data)
        except NewsroomError as error:
            subject = Subject(request.user, comment_for(request.user, uid))
            form = self._returned(name, deed, subject)
            form.add_error(error.field if error.field in form.fields else None, error.message)
            messages.error(request, error.message)
            status = 409 if isinstance(error, Conflict) else 422
        except PermissionDenied as error:
            messages.error(request, str(error) or _("You may not do this."))
            status = 403
        else:
            messages.success(request, told)
            return redirect(comment_url(uid))
        return self._show(subject, {_slot(name): form}, status=status)

    def _returned(self, name: str, deed: Deed, subject: Subject) -> forms.Form:
        """The form as it was filled in, but for what its user saw: that is now on the screen, and is said."""
        data = self.request.POST.copy()
        current = self._form(name, deed, subject).get_initial_for_field
        for each in (field for field in ("answer", "seen") if field in deed.form.base_fields):
            data[f"{_slot(name)}-{each}"] = current(deed.form.base_fields[each], each) or ""
        return self._form(name, deed, subject, data)

    def _form(self, name: str, deed: Deed, subject: Subject, data: Any = None) -> forms.Form:
        if deed.form is answering.AnswerForm:
            return answering.answer_form(subject, answering.answer_panel(subject), data)
        return deed.fill_in(_slot(name), subject, data)

    def _show(self, subject: Subject, filled_in: dict[str, forms.Form], *, status: int = 200) -> HttpResponse:
        """The screen, with the form that came back in place of an empty one."""
        comment, user = subject.comment, subject.user
        scope = scope_of(user)
        panel = answering.answer_panel(subject)
        shown = {
            name: deed.fill_in(name, subject)
            for name, deed in DEEDS.items()
            if subject.may(deed.right) and deed.form.base_fields
        }
        if subject.may(Action.SUGGEST):
            shown["answer"] = answering.answer_form(subject, panel)
            shown["answer_return"] = answering.ReturnForm(prefix="answer_return")
        shown |= filled_in
        context = {
            "comment": comment,
            "item": comment.thread.item,
            "case": subject.case,
            "signs": signs_of(comment),
            "due": due_sign(subject.case, timezone.now()),
            "public_url": _public_url(comment),
            "edit_url": _edit_url(comment, user),
            "around": around(comment),
            "others": others_of(comment, scope),
            "story": story_of(comment),
            "case_story": story_of_case(subject.case) if subject.case else [],
            "appeals": comment.appeals.filter(outcome=""),
            "reports": comment.reports.filter(outcome=""),
            "forms": shown,
            "filled_in": next(iter(filled_in), ""),
            "answers": panel,
            "may": {action.name.lower(): subject.may(action) for action in Action},
            "sees_email": subject.may(Action.ANSWER) or subject.may(Action.MODERATE),
            "is_decidable": comment.status
            in (CommentStatus.PUBLISHED, CommentStatus.HELD, CommentStatus.REJECTED),
            "is_answerable": comment.status in (CommentStatus.PUBLISHED, CommentStatus.HELD)
            and not comment.is_official,
            "crisis": open_period(subject.newsroom_id),
            "header_title": _title(comment),
            "header_icon": "comment",
            "breadcrumbs_items": [
                {"url": reverse("newsroom_desk"), "label": _("Desk")},
                {"url": "", "label": _title(comment)},
            ],
            "media": sum((form.media for form in shown.values()), forms.Media()),
        }
        return TemplateResponse(self.request, "newsroom/desk/comment.html", context, status=status)


def _slot(name: str) -> str:
    """The form that a deed belongs to: one form of an answer has several buttons."""
    return "answer" if name in ("answer_save", "answer_submit", "answer_send") else name


def _title(comment: Comment) -> str:
    words = _("%(kind)s from %(name)s") % {
        "kind": comment.get_kind_display(),
        "name": comment.author_name or _("somebody"),
    }
    return str(Truncator(words).chars(TITLE))


def _public_url(comment: Comment) -> str:
    """Where the comment is read on the web, while it is public."""
    url = (comment.thread.item.document or {}).get("url", "")
    return address_of(comment.pk, url) if url and comment.is_published else url


def _edit_url(comment: Comment, user: Any) -> str:
    """Where the item's page is edited, for those who may."""
    item = comment.thread.item
    page = Page.objects.filter(pk=item.source_id).first() if item.source_type == "page" else None
    if page is None or not page.permissions_for_user(user).can_edit():
        return ""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def case_screen(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The address of a case, which mails have: its comment's screen."""
    case = get_object_or_404(Case, pk=pk)
    return redirect(comment_url(comment_for(request.user, case.comment_id).pk))


@require_GET
def template_text(request: HttpRequest, uid: UUID, pk: int) -> JsonResponse:
    """The text of a template, filled in for a comment and the person who answers: `{"text": "…"}`."""
    subject = Subject(request.user, comment_for(request.user, uid))
    if not subject.may(Action.SUGGEST):
        raise PermissionDenied
    found = {each.pk: each for each in templates_for(subject.comment)}
    person = get_object_or_404(answering.speakers_for(request.user), pk=_number(request.GET.get("person")))
    if pk not in found or not isinstance(person, Person):
        raise Http404
    return JsonResponse({"text": text_of(found[pk], comment=subject.comment, person=person)})


@require_POST
def letter(request: HttpRequest, uid: UUID) -> JsonResponse:
    """What the author of a comment would be told of its rejection: `{"text": "…"}`."""
    subject = Subject(request.user, comment_for(request.user, uid))
    if not subject.may(Action.MODERATE):
        raise PermissionDenied
    given = {name: request.POST.get(f"reject-{name}", "") for name in ("reason", "message")}
    return JsonResponse({"text": rejection_letter(subject.comment, **given)})


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0
