"""What screens about one newsroom's desk have in common: who may see them, their headings, and forms that Wagtail's panels draw.

A newsroom in which the user may not do what a screen is for is not there: 404, as for one that does not exist.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.log_actions import log

from cms.conversation.desk.permissions import Action, newsrooms_of, rights_of
from cms.newsroom.models import NewsroomPage

Crumbs = list[dict[str, Any]]


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
    return f"{newsroom.title} ({newsroom.locale.get_display_name()})"


class DeskScreen(View):
    """A screen for people who may do `action` on some desk."""

    action: ClassVar[Action] = Action.RULES
    template_name: ClassVar[str]
    title: ClassVar[Any]
    icon: ClassVar[str] = "cog"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_somewhere(request.user, self.action):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def parents(self) -> Crumbs:
        """The screens above this one, from the desk on."""
        return [{"url": reverse("newsroom_desk"), "label": _("Desk")}]

    def heading(self) -> str:
        """What the screen is called."""
        return str(self.title)

    def show(self, *, status: int = 200, template: str = "", **context: Any) -> HttpResponse:
        """The screen; `context` is what its template needs besides the headings."""
        heading = self.heading()
        headings = {
            "header_title": heading,
            "page_title": heading,
            "header_icon": self.icon,
            "breadcrumbs_items": [*self.parents(), {"url": "", "label": heading}],
        }
        name = template or self.template_name
        return TemplateResponse(self.request, name, headings | context, status=status)


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
    """An object edited in a form that Wagtail's panels draw. Mixed into a screen."""

    template_name: ClassVar[str] = "newsroom/desk/form.html"
    submit_label: ClassVar[Any] = None
    request: HttpRequest
    show: Any

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

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            messages.error(request, _("It was not saved. See what is wrong below."))
            return self.show_form(form, status=422)
        instance = self.save(form)
        messages.success(request, self.told(instance))
        return redirect(self.success_url())

    def form(self, data: Any = None) -> Any:
        """The form, empty or filled in."""
        instance = self.instance()
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

    def show_form(self, form: Any, *, status: int = 200) -> HttpResponse:
        bound = self.panel().get_bound_panel(instance=form.instance, request=self.request, form=form)
        shown: HttpResponse = self.show(
            status=status,
            form=form,
            panel=bound,
            media=form.media + bound.media,
            action_url=self.request.path,
            submit_button_label=self.submit_label or _("Save"),
            submit_button_active_label=_("Saving…"),
            **self.more_context(form.instance, form),
        )
        return shown
