"""What the ledger adds to Wagtail's admin: corrections in a page's history."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter


@hooks.register("register_log_actions")
def register_correction(actions: LogActionRegistry) -> None:
    """A correction shows in the history with its public note."""

    @actions.register_action("newsroom.correct")
    class CorrectionFormatter(LogFormatter):
        label = _("Correct")

        def format_message(self, log_entry: Any) -> str:
            return str(_("Corrected in public, version %(version)s") % {"version": log_entry.data.get("version", "")})

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("note", ""))
