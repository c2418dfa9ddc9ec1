"""What screens about one newsroom's desk have in common: who may see them, their headings, and forms that Wagtail's panels draw.

A newsroom in which the user may not do what a screen is for is not there: 404, as for one that does not exist.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from modelcluster.models import ClusterableModel
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.log_actions import log

from cms.conversation.desk.permissions import Action, newsrooms_of, rights_of
from cms.conversation.identity.keys import keyed_hash
from cms.ledger.admin.screens import Crumbs, Screen
from cms.newsroom.models import NewsroomPage


def may_somewhere(user: Any, action: Action) -> bool:
    """Whether there is a newsroom on whose desk the user may do something."""
    if not user.is_active:
        return False
    return bool(user.is_superuser) or any(action in actions for actions in rights_of(user).values())


def my_newsrooms(user: Any, action: Action) -> QuerySet[NewsroomPage]:
    """The newsrooms on whose desks the user may do something, by name, with their languages."""
    return newsrooms_of(user, action).select_related("locale").order_by("title", "pk")


def name_of(newsroom: NewsroomPage) -> str:
    """A newsroom as lists name it: those of several languages often have one title."""
    return f"{newsroom.title} ({_(newsroom.locale.get_display_name())})"


class DeskScreen(Screen):
    """A screen for people who may do `action` on some desk."""

    action: ClassVar[Action] = Action.RULES

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_somewhere(request.user, self.action):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def parents(self) -> Crumbs:
        return [{"url": reverse("newsroom_desk"), "label": _("Desk")}]


class SettingsScreen(DeskScreen):
    """A screen below the settings of the desk."""

    def parents(self) -> Crumbs:
        return [*super().parents(), {"url": reverse("newsroom_desk_settings"), "label": _("Settings")}]


class NewsroomScreen(SettingsScreen):
    """A screen about `self.newsroom`, whose page's id is in the address."""

    newsroom: NewsroomPage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = my_newsrooms(request.user, self.action)
        self.newsroom = get_object_or_404(rows, pk=kwargs["newsroom"])
        return super().dispatch(request, *args, **kwargs)

    def heading(self) -> str:
        return f"{self.title}: {name_of(self.newsroom)}"


class PanelForm:
    """An object edited in a form that Wagtail's panels draw. Mixed into a screen.

    The form carries a mark of the state that its user saw (`seen`): who saves what a colleague has changed meanwhile is
    told first, and saves over it only by saving once more.
    """

    template_name: ClassVar[str] = "newsroom/desk/form.html"
    submit_label: ClassVar[Any] = None
    request: HttpRequest
    show: Any
    seen: str
    """A mark of the object as it is stored."""

    def instance(self) -> Model:
        """The object to edit; made anew where there is none yet."""
        raise NotImplementedError

    def panel(self) -> Panel:
        """The panels, bound to the model."""
        raise NotImplementedError

    def success_url(self) -> str:
        """Where the browser goes when it is saved."""
        return self.request.path

    def told(self, instance: Model) -> str:
        """What the user is told when it is saved."""
        return _("Saved.")

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        """What else the template needs."""
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show_form(self.form())

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, lock=True)
        form.full_clean()
        if request.POST.get("seen", self.seen) != self.seen:
            form.add_error(None, changed_meanwhile(form))
        if not form.is_valid():
            messages.error(request, _("It was not saved. See what is wrong below."))
            return self.show_form(form, status=422, seen=self.seen)
        instance = self.save(form)
        messages.success(request, self.told(instance))
        return redirect(self.success_url())

    def form(self, data: Any = None, *, lock: bool = False) -> Any:
        """The form, empty or filled in. With `lock`, in a transaction: who saves at the same time waits."""
        instance = self.instance()
        if lock and instance.pk is not None:
            type(instance)._default_manager.select_for_update().get(pk=instance.pk)
            instance = self.instance()
        self.seen = state_of(instance)
        form = self.panel().get_form_class()(data, instance=instance, for_user=self.request.user)
        self.prepare(form)
        return form

    def prepare(self, form: Any) -> None:
        """Narrow the form down to what the user may choose."""

    @transaction.atomic
    def save(self, form: Any) -> Model:
        """Save it, with an entry in the audit log."""
        is_new = form.instance.pk is None
        instance: Model = form.save()
        log(
            instance=instance,
            action="wagtail.create" if is_new else "wagtail.edit",
            user=self.request.user,
            content_changed=form.has_changed(),
        )
        return instance

    def show_form(self, form: Any, *, status: int = 200, seen: str = "") -> HttpResponse:
        """The form. `seen` is the state that its user is told of; without it, it stays the one that was shown before."""
        bound = self.panel().get_bound_panel(instance=form.instance, request=self.request, form=form)
        shown: HttpResponse = self.show(
            status=status,
            form=form,
            panel=bound,
            media=form.media + bound.media,
            seen=seen or self.request.POST.get("seen") or self.seen,
            action_url=self.request.path,
            submit_button_label=self.submit_label or _("Save"),
            submit_button_active_label=_("Saving…"),
            **self.more_context(form.instance, form),
        )
        return shown


def state_of(instance: Any) -> str:
    """A mark that changes whenever the object or one of its rows does. It tells nothing about them."""
    if instance.pk is None:
        return "new"
    whole = isinstance(instance, ClusterableModel)
    content = instance.serializable_data() if whole else model_to_dict(instance)
    for field in instance._meta.fields:
        if getattr(field, "auto_now", False):  # modelcluster gives the present moment for it
            content.pop(field.name, None)
    return keyed_hash("form", json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True))[:32]


def changed_meanwhile(form: Any) -> str:
    """What somebody is told who would save over a colleague's change, with the fields in which the two differ."""
    names = [str(form.fields[name].label) for name in form.changed_data if name in form.fields]
    told = _(
        "Somebody else has saved a change since you opened this form. Nothing of yours is saved yet: look at theirs in "
        "another tab, or save again to put yours in its place."
    )
    differing = _("What is stored now differs from yours in: %(fields)s.") % {"fields": ", ".join(names)}
    return f"{told} {differing}" if names else told
