"""Who may answer as which person.

People are shared by all newsrooms, and so are their speakers. Whoever may change the rules of a desk gives the right to
speak to those who work on that desk, and sees the rights that they have.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList, Panel
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from cms.conversation.admin.desk_rules import Somebody
from cms.conversation.admin.newsroom_screens import Crumbs, PanelForm, SettingsScreen, my_newsrooms
from cms.conversation.desk.permissions import Action
from cms.conversation.models import DeskTeam, Speaker


class SpeakerForm(WagtailAdminModelForm):
    """Users by their names."""

    class Meta:
        field_classes: ClassVar = {"user": Somebody}


EDIT_HANDLER = ObjectList(
    [FieldPanel("person"), FieldPanel("user"), FieldPanel("group")], base_form_class=SpeakerForm
).bind_to_model(Speaker)


def groups_of(user: Any) -> QuerySet[Group]:
    """The groups that work on the desks whose rules the user may change; for superusers, all."""
    if user.is_superuser:
        return Group.objects.order_by("name")
    mine = my_newsrooms(user, Action.RULES).order_by().values("pk")
    working = DeskTeam.objects.filter(newsroom__in=mine).values("group")
    return Group.objects.filter(pk__in=working).order_by("name")


def users_of(user: Any) -> QuerySet[Any]:
    """The active users of those groups; for superusers, all."""
    users = get_user_model()._default_manager.filter(is_active=True)
    if not user.is_superuser:
        users = users.filter(groups__in=groups_of(user).order_by().values("pk")).distinct()
    return users.order_by("last_name", "first_name", "pk")


def speakers_of(user: Any) -> QuerySet[Speaker]:
    """The rights to speak that a user may see and take away."""
    rows = Speaker.objects.select_related("person", "user", "group").order_by("person__name", "person", "pk")
    if user.is_superuser:
        return rows
    people = users_of(user).order_by().values("pk")
    return rows.filter(Q(group__in=groups_of(user).order_by().values("pk")) | Q(user__in=people))


class SpeakerList(SettingsScreen):
    """Who speaks for whom."""

    title = gettext_lazy("Speakers")
    icon = "user"
    template_name = "newsroom/desk/speakers.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = [
            {"speaker": row, "who": get_user_display_name(row.user) if row.user else row.group}
            for row in speakers_of(request.user)
        ]
        help = [
            _(
                "Official answers are given by named people. Here you say who may write them: a press officer for the "
                "head of press, or everybody in a group for a spokesperson."
            ),
            _("The person's name and title stand below the answer; who wrote it, only the desk sees."),
        ]
        return self.show(rows=rows, help=help)


class SpeakerScreen(PanelForm, SettingsScreen):
    """Give the right to speak for a person."""

    title = gettext_lazy("New speaker")
    icon = "user"

    def parents(self) -> Crumbs:
        return [*super().parents(), {"url": reverse("newsroom_desk_speakers"), "label": _("Speakers")}]

    def instance(self) -> Speaker:
        return Speaker()

    def panel(self) -> Panel:
        return EDIT_HANDLER

    def prepare(self, form: Any) -> None:
        form.fields["user"].queryset = users_of(self.request.user)
        form.fields["group"].queryset = groups_of(self.request.user)

    def success_url(self) -> str:
        return reverse("newsroom_desk_speakers")

    def told(self, instance: Any) -> str:
        who = get_user_display_name(instance.user) if instance.user else instance.group
        return _("%(who)s may speak for %(person)s.") % {"who": who, "person": instance.person}

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        return {"help": [_("Choose a user or a group of those who work on your desks, not both.")]}


class SpeakerDelete(SettingsScreen):
    """Asks before the right is taken away."""

    icon = "bin"
    title = gettext_lazy("Take the right away")
    template_name = "newsroom/desk/confirm_delete.html"

    def parents(self) -> Crumbs:
        return [*super().parents(), {"url": reverse("newsroom_desk_speakers"), "label": _("Speakers")}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self._speaker(pk)
        words = {
            "who": get_user_display_name(row.user) if row.user else row.group,
            "person": row.person,
        }
        question = _(
            "Shall %(who)s no longer speak for %(person)s? Answers that were given stay as they are."
        )
        return self.show(question=question % words, back=reverse("newsroom_desk_speakers"))

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self._speaker(pk)
        log(instance=row, action="wagtail.delete", user=request.user)
        row.delete()
        messages.success(request, _("The right is taken away."))
        return redirect("newsroom_desk_speakers")

    def _speaker(self, pk: int) -> Speaker:
        return get_object_or_404(speakers_of(self.request.user), pk=pk)
