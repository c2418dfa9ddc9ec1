"""What our own screens in the admin have in common: their headings, and the way back to the screens above them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.generic.base import View

Crumbs = list[dict[str, Any]]


class Screen(View):
    """A screen with headings as Wagtail's own have them. Who may see it is for those that derive from it to say."""

    template_name: ClassVar[str]
    title: ClassVar[Any]
    icon: ClassVar[str] = "cog"

    def parents(self) -> Crumbs:
        """The screens above this one, from the top."""
        return []

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
