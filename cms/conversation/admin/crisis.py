"""The switch of crisis mode: what has happened, the statement, and a page that says what will follow before it follows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.conversation.admin.crisis_effects import effects_of_off, effects_of_on
from cms.conversation.admin.newsroom_screens import NewsroomScreen
from cms.conversation.desk.crisis import open_period
from cms.conversation.desk.crisis_switch import change_statement, switch_off, switch_on
from cms.conversation.desk.permissions import Action
from cms.conversation.models import CrisisPeriod, Thread
from cms.errors import NewsroomError
from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage

REASON_LENGTH = 2000
MOST_STATEMENTS = 100
MOST_ITEMS = 40
EARLIER = 20
TITLE = 90


class ItemField(forms.ModelChoiceField):
    """A public item, by its title."""

    def label_from_instance(self, item: Any) -> str:
        return _short(item)


class ItemsField(forms.ModelMultipleChoiceField):
    """Public items, by their titles."""

    def label_from_instance(self, item: Any) -> str:
        return _short(item)


class StatementForm(forms.Form):
    """What the newsroom officially says, and where."""

    statement = ItemField(
        label=gettext_lazy("Statement"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("No statement yet"),
        help_text=gettext_lazy(
            "A public release. It is shown on the newsroom and on the items below as the official statement."
        ),
    )
    items = ItemsField(
        label=gettext_lazy("Also show it on"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those that are talked about most lately come first."),
    )

    def __init__(
        self, *args: Any, newsroom: NewsroomPage, period: CrisisPeriod | None = None, **kwargs: Any
    ) -> None:
        chosen = list(period.items.values_list("pk", flat=True)) if period else []
        initial = {"statement": period.statement_id if period else None, "items": chosen}
        super().__init__(*args, **kwargs | {"initial": initial})
        own = Item.objects.filter(
            newsroom__source_type="page", newsroom__source_id=newsroom.pk, state=Item.State.USABLE
        )
        releases = own.filter(type=ItemType.RELEASE).order_by("-published_at", "-uid")
        statements = list(releases.filter(kind="STATEMENT")[:MOST_STATEMENTS])
        others = list(releases.exclude(kind="STATEMENT")[:MOST_STATEMENTS])
        field: Any = self.fields["statement"]
        field.queryset = own.filter(type=ItemType.RELEASE)
        field.choices = _groups(statements, others, field.empty_label)
        recent = Thread.objects.filter(newsroom__source_id=newsroom.pk, item__state=Item.State.USABLE)
        uids = recent.order_by("-last_activity_at", "-uid").values_list("item", flat=True)[:MOST_ITEMS]
        listed = [*chosen, *(uid for uid in uids if uid not in chosen)]
        by_uid = own.in_bulk(listed)
        several: Any = self.fields["items"]
        several.queryset = own.filter(pk__in=listed)
        several.choices = [(str(uid), _short(by_uid[uid])) for uid in listed if uid in by_uid]
        if not several.choices:
            del self.fields["items"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("items") and not given.get("statement") and "statement" not in self.errors:
            self.add_error("statement", _("Choose the statement that the items are to show."))
        return given


class SwitchOnForm(StatementForm):
    """Why crisis mode is switched on."""

    reason = forms.CharField(
        label=gettext_lazy("What has happened"),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Only the desk sees it; those who are alerted read it in their mail."),
    )
    field_order = ("reason", "statement", "items")


class SwitchOffForm(forms.Form):
    """How it ended."""

    note = forms.CharField(
        label=gettext_lazy("How it ended"),
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Only the desk sees it, in the list of earlier crises."),
    )


class CrisisScreen(NewsroomScreen):
    """The switch, what follows from it, and the earlier times."""

    action = Action.CRISIS
    title = gettext_lazy("Crisis mode")
    icon = "warning"
    template_name = "newsroom/desk/crisis.html"

    @cached_property
    def period(self) -> CrisisPeriod | None:
        """The crisis that the newsroom is in."""
        return open_period(self.newsroom.pk)

    def get(self, request: HttpRequest, newsroom: int) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest, newsroom: int) -> HttpResponse:
        """Each of `on`, `off` and `statement`; the first two ask before they do anything."""
        wanted = request.POST.get("do", "")
        if wanted not in ("on", "off", "statement"):
            return redirect(request.path)
        if (wanted == "on") != (self.period is None):
            messages.warning(request, _("Somebody else has switched it meanwhile. This is how it is now."))
            return redirect(request.path)
        form = self._form(wanted, request.POST)
        if not form.is_valid() or "change" in request.POST:
            return self._show({wanted: form}, status=200 if form.is_valid() else 422)
        if wanted != "statement" and "confirmed" not in request.POST:
            return self._confirm(wanted, form)
        try:
            told = self._do(wanted, form.cleaned_data)
        except NewsroomError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            return self._show({wanted: form}, status=409)
        messages.success(request, told)
        return redirect(request.path)

    def _do(self, wanted: str, given: dict[str, Any]) -> str:
        user = self.request.user
        if self.period is None:
            switch_on(user=user, newsroom=self.newsroom, **given)
            return _("Crisis mode is on. New comments wait for an editor.")
        if wanted == "statement":
            change_statement(user=user, period=self.period, **given)
            return _("The official statement is changed.")
        switch_off(user=user, period=self.period, **given)
        return _("Crisis mode is off. Comments are taken as before.")

    def _form(self, wanted: str, data: Any = None) -> forms.Form:
        if wanted == "off":
            return SwitchOffForm(data, prefix="off")
        if wanted == "statement":
            return StatementForm(data, prefix="statement", newsroom=self.newsroom, period=self.period)
        return SwitchOnForm(data, prefix="on", newsroom=self.newsroom)

    def _confirm(self, wanted: str, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        if wanted == "on":
            effects = effects_of_on(
                self.newsroom,
                statement=given["statement"],
                items=given.get("items") or (),
                now=timezone.now(),
            )
        else:
            if self.period is None:
                raise Http404
            effects = effects_of_off(self.newsroom, self.period)
        hidden = [
            (name, value)
            for name in form.fields
            for value in self.request.POST.getlist(form.add_prefix(name))
            if value
        ]
        return self.show(
            template="newsroom/desk/crisis_confirm.html",
            do=wanted,
            effects=effects,
            hidden=[(form.add_prefix(name), value) for name, value in hidden],
        )

    def _show(self, filled_in: dict[str, forms.Form] | None = None, *, status: int = 200) -> HttpResponse:
        wanted = ("statement", "off") if self.period else ("on",)
        shown = {name: self._form(name) for name in wanted} | (filled_in or {})
        earlier = CrisisPeriod.objects.filter(newsroom=self.newsroom, ended_at__isnull=False)
        return self.show(
            status=status,
            period=self.period,
            forms=shown,
            filled_in=next(iter(filled_in or {}), ""),
            earlier=earlier.select_related("started_by", "ended_by", "statement")[:EARLIER],
            help=[
                _(
                    "For the hours in which everybody writes at once. Crisis mode holds all new comments for an "
                    "editor, shows your official statement, has answers due sooner and tells those on your list. "
                    "It changes nothing that is public already."
                ),
                _(
                    "Before it is switched on or off, the next page says what exactly will happen, and nothing does "
                    "until you confirm it there."
                ),
                *([_("Another statement is public at once.")] if self.period else []),
            ],
        )


def _short(item: Item) -> str:
    return str(Truncator(item.title).chars(TITLE))


def _groups(statements: list[Item], others: list[Item], empty: Any) -> list[Any]:
    """The choices of a statement: those that are one by their kind, then all other releases."""
    found: list[Any] = [("", empty)]
    for heading, items in ((_("Statements"), statements), (_("Other releases"), others)):
        if items:
            found.append((heading, [(str(item.pk), _short(item)) for item in items]))
    return found
