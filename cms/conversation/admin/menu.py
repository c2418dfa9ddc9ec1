"""The desk in the menu, with figures that a script keeps up to date."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from cms.conversation.admin.lists import LABELS, View
from cms.conversation.admin.scope import works_on_a_desk

IN_MENU = {View.TODO: "tasks", View.HELD: "no-view", View.REPORTED: "warning", View.ALL: "list-ul"}
"""The lists that are in the menu, with their icons; the others are tabs."""
HOOK = "register_newsroom_desk_menu_item"
"""The hook by which other screens come into the desk's menu; each answers with a `MenuItem`."""

desk_menu = Menu(register_hook_name=HOOK, construct_hook_name="construct_newsroom_desk_menu")


class DeskMenu(SubmenuMenuItem):
    """The desk, for those who see that of a newsroom."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_on_a_desk(request.user) and bool(super().is_shown(request))

    def render_component(self, request: HttpRequest) -> Any:
        self.attrs["data-newsroom-desk-counts"] = reverse("newsroom_desk_counts")
        return super().render_component(request)


class DeskListItem(MenuItem):
    """One of the lists."""

    def __init__(self, view: View, order: int) -> None:
        super().__init__(
            LABELS[view],
            reverse("newsroom_desk")
            if view is View.TODO
            else reverse("newsroom_desk_list", args=[view.value]),
            name=f"newsroom-desk-{view.value}",
            icon_name=IN_MENU[view],
            order=order,
            attrs={"data-newsroom-desk-count": view.value},
        )


def add_desk() -> MenuItem:
    """The entry of the main menu."""
    return DeskMenu(_("Desk"), desk_menu, name="newsroom-desk", icon_name="comment", order=160)


def add_lists() -> list[Any]:
    """Makers of the entries of the desk's menu."""

    def maker(view: View, order: int) -> Any:
        return lambda: DeskListItem(view, order)

    return [maker(view, 10 * number) for number, view in enumerate(IN_MENU, start=1)]
