"""Panels for editors of pages that become items."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class CorrectionPanel(MultiFieldPanel):
    """Asks "minor change or correction?" and shows earlier corrections; only while the item is public."""

    def __init__(self, **kwargs: Any) -> None:
        defaults: dict[str, Any] = {
            "children": [
                FieldPanel("change", disable_comments=True),
                FieldPanel("correction_note", attrs={"data-newsroom-note": ""}),
            ],
            "heading": _("This is public: what do you change?"),
            "help_text": _(
                "Answer when you publish, schedule or submit. Nothing is asked while you only save a draft."
            ),
            "icon": "warning",
            "attrs": {"data-controller": "newsroom-correction"},
        }
        super().__init__(**defaults | kwargs)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "newsroom/admin/correction_panel.html"

        def is_shown(self) -> bool:
            return bool(getattr(self.form, "item", None)) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> Any:
            return super().get_context_data(parent_context) | {"corrections": self.form.corrections}
