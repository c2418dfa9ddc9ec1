"""The same for many comments: chosen in a list, confirmed on a screen, and done to each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from cms.conversation.admin.forms import AssignForm, HandOverForm, NoForm, RejectForm
from cms.conversation.admin.rows import Row, rows_of
from cms.conversation.admin.scope import Scope, scope_of, works_on_a_desk
from cms.conversation.desk import cases
from cms.conversation.desk.permissions import Action, colleagues, rights_of
from cms.conversation.models import Case, Comment, CommentStatus
from cms.conversation.services import decide
from cms.errors import Conflict, NewsroomError

MOST = 200
"""Comments that are decided about at once."""

Given = dict[str, Any]


class BulkAssignForm(AssignForm):
    """To whom the cases are given; what the user saw of each is what there is now."""

    seen = None  # type: ignore[assignment]


class BulkHandOverForm(HandOverForm):
    """To which team the cases go."""

    seen = None  # type: ignore[assignment]


def publish(uid: UUID, user: Any, given: Given) -> Comment:
    """Publish one."""
    return decide.publish(uid, user=user)


def hold(uid: UUID, user: Any, given: Given) -> Comment:
    """Hold one."""
    return decide.hold(uid, user=user)


def reject(uid: UUID, user: Any, given: Given) -> Comment:
    """Reject one, or propose that."""
    return decide.reject(uid, user=user, **given)


def assign(uid: UUID, user: Any, given: Given) -> Case:
    """Give the case of one to somebody."""
    return cases.assign(user=user, case=_case(uid), **given)


def hand_over(uid: UUID, user: Any, given: Given) -> Case:
    """Hand the case of one over."""
    return cases.hand_over(user=user, case=_case(uid), **given)


def _case(uid: UUID) -> Case:
    case = Case.objects.filter(comment=uid).first()
    if case is None:
        raise Conflict(_("There is no case: it is neither a question nor criticism."))
    return case


def done_words(name: str, count: int) -> str:
    """What was done, to how many."""
    words = {
        "publish": ngettext("%(count)s comment is published.", "%(count)s comments are published.", count),
        "hold": ngettext("%(count)s comment is held.", "%(count)s comments are held.", count),
        "reject": ngettext("%(count)s comment is rejected.", "%(count)s comments are rejected.", count),
        "propose": ngettext(
            "%(count)s rejection is proposed: a second person decides.",
            "%(count)s rejections are proposed: a second person decides.",
            count,
        ),
        "assign": ngettext("%(count)s case is assigned.", "%(count)s cases are assigned.", count),
        "hand-over": ngettext("%(count)s case is handed over.", "%(count)s cases are handed over.", count),
    }
    return words[name] % {"count": count}


@dataclass(frozen=True, slots=True)
class BulkAction:
    """Something that can be done to many comments."""

    name: str
    label: str | Promise
    icon: str
    right: Action
    form: type[forms.Form]
    run: Callable[[UUID, Any, Given], Any]
    effect: str | Promise
    """What it means, for the confirmation."""
    key: str = ""
    """The key that does it in a list."""


ACTIONS = {
    action.name: action
    for action in (
        BulkAction(
            "publish",
            gettext_lazy("Publish"),
            "view",
            Action.MODERATE,
            NoForm,
            publish,
            gettext_lazy("Everybody can read them from then on. Open reports of them are dismissed."),
            "p",
        ),
        BulkAction(
            "hold",
            gettext_lazy("Hold"),
            "no-view",
            Action.MODERATE,
            NoForm,
            hold,
            gettext_lazy("Nobody but the desk can read them until they are published."),
            "h",
        ),
        BulkAction(
            "reject",
            gettext_lazy("Reject"),
            "circle-xmark",
            Action.MODERATE,
            RejectForm,
            reject,
            gettext_lazy(
                "Nobody sees them from then on. Authors who confirmed their address are told the ground."
            ),
            "r",
        ),
        BulkAction(
            "assign",
            gettext_lazy("Assign"),
            "user",
            Action.HAND_OVER,
            BulkAssignForm,
            assign,
            gettext_lazy("Their cases get this owner."),
        ),
        BulkAction(
            "hand-over",
            gettext_lazy("Hand over"),
            "group",
            Action.HAND_OVER,
            BulkHandOverForm,
            hand_over,
            gettext_lazy("Their cases go to this team."),
        ),
    )
}


def bulk_actions(user: Any) -> list[BulkAction]:
    """What the user may do to many comments, on the desk of some newsroom at least."""
    held = frozenset(Action) if user.is_superuser else frozenset().union(*rights_of(user).values())
    return [action for action in ACTIONS.values() if action.right in held]


class Bulk(View):
    """Asks first, showing what was chosen; then does it, and says what kept it from being done to others."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        user: Any = request.user
        action = ACTIONS[name]
        if not works_on_a_desk(user) or action not in bulk_actions(user):
            raise PermissionDenied
        next_url = get_valid_next_url_from_request(request) or reverse("newsroom_desk")
        scope = scope_of(user)
        rows = _chosen(request.POST.getlist("uid"), scope)
        if not rows:
            messages.warning(request, _("Choose comments first."))
            return redirect(next_url)
        is_confirmed = "confirmed" in request.POST
        form = _form(action, rows, scope, request.POST if is_confirmed else None)
        for field in list(form.fields.values())[:1]:
            field.widget.attrs["autofocus"] = True
        if is_confirmed and form.is_valid():
            self._do(action, rows, form.cleaned_data)
            return redirect(next_url)
        context = {
            "action": action,
            "rows": rows,
            "form": form,
            "next": next_url,
            "public": sum(row.comment.is_published for row in rows),
            "header_title": action.label,
            "header_icon": action.icon,
            "breadcrumbs_items": [
                {"url": reverse("newsroom_desk"), "label": _("Desk")},
                {"url": "", "label": action.label},
            ],
            "media": form.media,
        }
        return TemplateResponse(request, "newsroom/desk/bulk.html", context)

    def _do(self, action: BulkAction, rows: Sequence[Row], given: Given) -> None:
        done: Counter[str] = Counter()
        problems: Counter[str] = Counter()
        for row in rows:
            try:
                result = action.run(row.comment.pk, self.request.user, given)
            except (NewsroomError, PermissionDenied) as error:
                problems[str(error)] += 1
                continue
            is_proposal = action.name == "reject" and result.status != CommentStatus.REJECTED
            done["propose" if is_proposal else action.name] += 1
        for name, count in done.items():
            messages.success(self.request, done_words(name, count))
        for problem, count in problems.items():
            words = ngettext(
                "%(count)s was left as it is: %(problem)s",
                "%(count)s were left as they are: %(problem)s",
                count,
            )
            messages.error(self.request, words % {"count": count, "problem": problem})


def _chosen(texts: Sequence[str], scope: Scope) -> list[Row]:
    """The rows that were chosen, as far as the user may see them."""
    uids = []
    for text in dict.fromkeys(texts[:MOST]):
        try:
            uids.append(UUID(text))
        except ValueError:
            continue
    seen = {newsroom.uid for newsroom in scope}
    return [row for row in rows_of(uids, scope) if row.comment.newsroom_id in seen]


def _form(action: BulkAction, rows: Sequence[Row], scope: Scope, data: Any) -> forms.Form:
    if not issubclass(action.form, AssignForm):
        return action.form(data)
    uids = {row.comment.newsroom_id for row in rows}
    people = get_user_model()._default_manager.none()
    for newsroom in scope:
        if newsroom.uid in uids:
            people = people | colleagues(newsroom.page_id)
    return action.form(data, colleagues=people)
