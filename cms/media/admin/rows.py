"""Rows that show one asset each: several images are chosen at once, other assets one by one."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel
from wagtailmedia.edit_handlers import MediaChooserPanel


def row_panels() -> list[Any]:
    """The choosers of which one is filled in."""
    return [FieldPanel("image"), MediaChooserPanel("media"), FieldPanel("file")]


class AssetRowsPanel(MultipleChooserPanel):
    """An ordered list of assets. One button opens the images, to tick as many as are wanted; one adds an empty row."""

    def __init__(self, relation_name: str, **kwargs: Any) -> None:
        defaults = {"chooser_field_name": "image", "label": _("Asset")}
        super().__init__(relation_name, **defaults | kwargs)

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        template_name = "newsroom/admin/asset_rows.html"
