"""Texts to begin an answer with: listed, put in order, written, tried out and deleted.

Templates for all newsrooms are seen by everybody who may change those of one, and changed by superusers.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel
from wagtail.log_actions import log

from cms.conversation.admin.newsroom_screens import Crumbs, PanelForm, SettingsScreen, my_newsrooms, name_of
from cms.conversation.desk.permissions import Action, may
from cms.conversation.desk.placeholders import fill, problem_with
from cms.conversation.desk.templates import IN_ORDER, move
from cms.conversation.models import AnswerTemplate
from cms.conversation.models.rules import content_languages
from cms.conversation.text import read_body
from cms.errors import NewsroomError

PLACEHOLDERS = (
    ("name", gettext_lazy("the visitor's name"), gettext_lazy("Mira Solberg")),
    ("title_of_item", gettext_lazy("the title of the release or other item"), gettext_lazy("New turbines")),
    ("person", gettext_lazy("who answers"), gettext_lazy("Åsa Lind")),
    ("newsroom", gettext_lazy("the newsroom's name"), gettext_lazy("Norrvind")),
    ("due", gettext_lazy("until when the visitor hears from you"), ""),
)
"""What may stand in braces, what becomes of it, and an example."""


class NewsroomChoice(forms.ModelChoiceField):
    """A newsroom, with its language."""

    def label_from_instance(self, newsroom: Any) -> str:
        return name_of(newsroom)


class TemplateForm(WagtailAdminModelForm):
    """The language is one of the site's."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=content_languages,
        help_text=gettext_lazy("The language of the text: it is offered for comments in this language."),
    )

    class Meta:
        field_classes: ClassVar = {"newsroom": NewsroomChoice}


EDIT_HANDLER = ObjectList(
    [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("newsroom"), FieldPanel("kind"), FieldPanel("language")]),
        FieldPanel("body"),
    ],
    base_form_class=TemplateForm,
).bind_to_model(AnswerTemplate)


def templates_of(user: Any) -> QuerySet[AnswerTemplate]:
    """The templates that a user may see: those of the newsrooms whose rules the user may change, and those of all."""
    mine = my_newsrooms(user, Action.RULES).order_by().values("pk")
    rows = AnswerTemplate.objects.filter(Q(newsroom__in=mine) | Q(newsroom=None))
    order = ("newsroom__title", "newsroom", "language", "kind", *IN_ORDER)
    found: QuerySet[AnswerTemplate] = rows.select_related("newsroom__locale").order_by(*order)
    return found


def may_change(user: Any, template: AnswerTemplate) -> bool:
    """Whether a user may change or delete a template that the user sees."""
    if template.newsroom_id is None:
        return bool(user.is_active and user.is_superuser)
    return may(user, Action.RULES, template.newsroom_id)


def own_template(user: Any, pk: int) -> AnswerTemplate:
    """A template that a user may change: 404 for one that the user does not see, 403 for one seen only."""
    found: AnswerTemplate = get_object_or_404(templates_of(user), pk=pk)
    if not may_change(user, found):
        raise PermissionDenied
    return found


class TemplateList(SettingsScreen):
    """All templates that one may see, by newsroom."""

    title = gettext_lazy("Answer templates")
    icon = "openquote"
    template_name = "newsroom/desk/template_list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        languages = dict(content_languages())
        found = list(templates_of(request.user))
        places = [(each.newsroom_id, each.language, each.kind) for each in found]
        rows = [
            {
                "template": template,
                "newsroom": name_of(template.newsroom) if template.newsroom else "",
                "language": languages.get(template.language, template.language),
                "may_change": may_change(request.user, template),
                "may_go_up": number > 0 and places[number - 1] == places[number],
                "may_go_down": places[number + 1 : number + 2] == [places[number]],
            }
            for number, template in enumerate(found)
        ]
        help = [
            _(
                "Whoever answers a comment can begin with one of these texts. Those in the comment's language and "
                "for its kind are offered. A template is where an answer starts, not where it ends."
            ),
            _("Those of one newsroom, language and kind are offered in the order of this list."),
        ]
        return self.show(rows=rows, help=help)


class TemplateScreen(PanelForm, SettingsScreen):
    """A template, with what it looks like when its placeholders are filled in."""

    icon = "openquote"
    template_name = "newsroom/desk/template.html"

    def instance(self) -> AnswerTemplate:
        if "pk" not in self.kwargs:
            return AnswerTemplate()
        return own_template(self.request.user, self.kwargs["pk"])

    def heading(self) -> str:
        return _("Change template") if "pk" in self.kwargs else _("New template")

    def parents(self) -> Crumbs:
        return [
            *super().parents(),
            {"url": reverse("newsroom_desk_templates"), "label": _("Answer templates")},
        ]

    def panel(self) -> Panel:
        return EDIT_HANDLER

    def prepare(self, form: Any) -> None:
        field = form.fields["newsroom"]
        field.queryset = my_newsrooms(self.request.user, Action.RULES)
        if not self.request.user.is_superuser:
            field.required, field.empty_label = True, None
            field.help_text = _("The newsroom that uses it.")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "preview" in request.POST:
            return self.show_form(self.form(request.POST))
        return super().post(request, *args, **kwargs)

    def success_url(self) -> str:
        return reverse("newsroom_desk_templates")

    def told(self, instance: Any) -> str:
        return _("“%(title)s” is saved.") % {"title": instance.title}

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        return {
            "placeholders": [(f"{{{name}}}", meaning) for name, meaning, _example in PLACEHOLDERS],
            "sample": sample_of(form["body"].value() or ""),
        }


def sample_of(source: str) -> str:
    """A template as a visitor would read it, with examples for its placeholders; nothing for one that has faults."""
    if not source.strip() or problem_with(source):
        return ""
    values: dict[str, str] = {name: escape(str(example)) for name, _meaning, example in PLACEHOLDERS}
    values["due"] = date_format(timezone.localtime(), "DATETIME_FORMAT")
    try:
        return mark_safe(read_body(fill(source, values)).html)  # nosec B308 B703 # sanitised
    except NewsroomError:
        return ""


class TemplateMove(SettingsScreen):
    """Moves a template up or down among those that it is offered with."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return HttpResponseNotAllowed(["POST"])

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        template = own_template(request.user, pk)
        if move(template, up="up" in request.POST):
            log(instance=template, action="wagtail.edit", user=request.user, content_changed=False)
            messages.success(request, _("“%(title)s” is moved.") % {"title": template.title})
        return redirect("newsroom_desk_templates")


class TemplateDelete(SettingsScreen):
    """Asks before a template is deleted."""

    icon = "bin"
    title = gettext_lazy("Delete template")
    template_name = "newsroom/desk/confirm_delete.html"

    def parents(self) -> Crumbs:
        return [
            *super().parents(),
            {"url": reverse("newsroom_desk_templates"), "label": _("Answer templates")},
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        question = _("Delete “%(title)s”? Answers that began with it stay as they are.")
        return self.show(
            question=question % {"title": self._template(pk).title}, back=reverse("newsroom_desk_templates")
        )

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        template = self._template(pk)
        log(instance=template, action="wagtail.delete", user=request.user)
        template.delete()
        messages.success(request, _("“%(title)s” is deleted.") % {"title": template.title})
        return redirect("newsroom_desk_templates")

    def _template(self, pk: int) -> AnswerTemplate:
        return own_template(self.request.user, pk)
