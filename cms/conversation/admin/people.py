"""What is kept about a person: found by e-mail address, exported and erased (GDPR, articles 15 and 17).

The address is in the body of requests alone: never in an address of a page, a title, a file's name or a log entry.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages
from wagtail.log_actions import log

from cms.conversation.admin.newsroom_screens import DeskScreen
from cms.conversation.desk.permissions import Action, newsroom_uids_of, newsrooms_of
from cms.conversation.identity import visitors
from cms.conversation.models import Comment, CommentStatus, Report
from cms.conversation.services.erasing import comments_of, erase_person, everything_about

EXPORTED = "newsroom.person.export"
MOST = 50
"""Comments that are listed; all are exported and erased."""


class PersonForm(forms.Form):
    """Whom it is about."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("The address that the person gave with comments and reports."),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept about an address, where the user may erase it."""

    comments: int
    public: int
    reports: int
    newsrooms: list[tuple[str, int]]
    newest: list[Comment]

    @property
    def is_empty(self) -> bool:
        return not self.comments and not self.reports


def found_about(email: str, user: Any) -> Found:
    """What would be exported and erased. Four queries, besides the one for the rights."""
    mine = newsroom_uids_of(user, Action.ERASE)
    comments = comments_of(email, mine)
    counted: Counter[str] = Counter()
    public = 0
    for title, status in comments.order_by().values_list("newsroom__title", "status"):
        counted[title] += 1
        public += status == CommentStatus.PUBLISHED
    reports = Report.objects.filter(email_hash__in=visitors.email_hashes(email), comment__newsroom__in=mine)
    newest = comments.select_related("thread__item").order_by("-created_at", "-pk")[:MOST]
    return Found(counted.total(), public, reports.count(), sorted(counted.items()), list(newest))


@method_decorator(never_cache, name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class People(DeskScreen):
    """Find, export, erase. What to do is in the body: `do` is `find`, `export`, `ask` or `erase`."""

    action = Action.ERASE
    title = gettext_lazy("What is kept about a person")
    icon = "user"
    template_name = "newsroom/desk/people.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(PersonForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = PersonForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        email = form.cleaned_data["email"]
        match request.POST.get("do"):
            case "export":
                return self._export(email)
            case "ask":
                return self._ask(email)
            case "erase":
                return self._erase(email)
        return self._show(form, email=email, found=found_about(email, request.user))

    def _export(self, email: str) -> HttpResponse:
        user = self.request.user
        kept = everything_about(email, user=user)
        for newsroom in self._newsrooms(email):
            log(instance=newsroom, action=EXPORTED, user=user)
        answer = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
        answer["Content-Disposition"] = 'attachment; filename="person.json"'
        return answer

    def _ask(self, email: str) -> HttpResponse:
        found = found_about(email, self.request.user)
        if found.is_empty:
            return self._show(PersonForm({"email": email}), email=email, found=found)
        return self.show(
            template="newsroom/desk/people_confirm.html",
            email=email,
            found=found,
            effects=[
                ngettext(
                    "%(count)s comment loses its text, name and address for ever.",
                    "%(count)s comments lose their text, name and address for ever.",
                    found.comments,
                )
                % {"count": found.comments},
                ngettext(
                    "%(count)s of them is public now: its place in the thread stays, without a word.",
                    "%(count)s of them are public now: their places in the threads stay, without a word.",
                    found.public,
                )
                % {"count": found.public},
                ngettext(
                    "%(count)s report loses its name, address and note.",
                    "%(count)s reports lose their names, addresses and notes.",
                    found.reports,
                )
                % {"count": found.reports},
                _("Cases about these comments lose what was noted about the person."),
            ],
        )

    def _erase(self, email: str) -> HttpResponse:
        erased = erase_person(email, user=self.request.user)
        told = _("Erased: %(comments)s comments and %(reports)s reports.")
        messages.success(self.request, told % {"comments": erased.comments, "reports": erased.reports})
        return self._show(PersonForm())

    def _newsrooms(self, email: str) -> Any:
        """The newsrooms out of which something is handed out."""
        mine = newsroom_uids_of(self.request.user, Action.ERASE)
        pages = comments_of(email, mine).order_by().values("newsroom__source_id")
        return newsrooms_of(self.request.user, Action.ERASE).filter(pk__in=pages)

    def _show(
        self, form: PersonForm, *, email: str = "", found: Found | None = None, status: int = 200
    ) -> HttpResponse:
        return self.show(
            status=status,
            form=form,
            email=email,
            found=found,
            help=[
                _(
                    "People may ask what you keep about them, and to have it erased. Make sure first that the address "
                    "is theirs: write to it, and wait for the answer."
                ),
                _("Here is what was written in the newsrooms in which you may erase."),
            ],
        )
