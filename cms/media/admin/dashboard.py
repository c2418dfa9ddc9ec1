"""The panel on the admin's home page: rights that end soon."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component

from cms.media.expiry import ending_or_ended

ROWS = 20


class RightsPanel(Component):
    """The assets whose rights end within two weeks, or have ended while something still uses them."""

    name = "newsroom-rights"
    template_name = "newsroom/admin/rights_panel.html"
    order = 160

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        finder = AdminURLFinder(parent_context["request"].user)
        found = ((asset, finder.get_edit_url(asset)) for asset in ending_or_ended())
        mine = ((asset, url) for asset, url in found if url)
        return {"assets": list(islice(mine, ROWS)), "now": timezone.now()}
