"""What the ledger adds to Wagtail's admin: corrections, reasons for withdrawals, the report of editions."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from cms.ledger import scheduling
from cms.ledger.admin import withdrawal
from cms.ledger.admin.report import EditionsReport, may_see_editions

hooks.register("before_unpublish_page", withdrawal.before_unpublish)
hooks.register("before_delete_page", withdrawal.before_delete)
hooks.register("before_bulk_action", withdrawal.before_bulk)


@hooks.register("register_log_actions")
def register_correction(actions: LogActionRegistry) -> None:
    """A correction shows in the history with its public note."""

    @actions.register_action("newsroom.correct")
    class CorrectionFormatter(LogFormatter):
        label = _("Correct")

        def format_message(self, log_entry: Any) -> str:
            return str(
                _("Corrected in public, version %(version)s") % {"version": log_entry.data.get("version", "")}
            )

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("note", ""))


@hooks.register("register_log_actions")
def register_failure(actions: LogActionRegistry) -> None:
    """That a page could not go out in time shows in the history, with the reason."""

    @actions.register_action(scheduling.NOT_PUBLISHED)
    class FailureFormatter(LogFormatter):
        label = _("Not published in time")
        message = _("Could not be published in time; it is tried again")

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("reason", ""))


class EditionsMenuItem(MenuItem):
    """The report's entry in the menu, for those who may see it."""

    def is_shown(self, request: Any) -> bool:
        return may_see_editions(request.user)


@hooks.register("register_reports_menu_item")
def add_editions_to_menu() -> MenuItem:
    return EditionsMenuItem(
        _("Public editions"),
        reverse("newsroom_editions_report"),
        name="newsroom-editions",
        icon_name="history",
        order=50,
    )


@hooks.register("register_admin_urls")
def add_editions_urls() -> list[URLPattern]:
    return [
        path("reports/newsroom-editions/", EditionsReport.as_view(), name="newsroom_editions_report"),
        path(
            "reports/newsroom-editions/results/",
            EditionsReport.as_view(results_only=True),
            name="newsroom_editions_report_results",
        ),
    ]


@hooks.register("insert_editor_js")
def add_editor_script() -> str:
    """The summary's counter, and panels that show when they are needed."""
    return format_html('<script src="{}"></script>', static("newsroom/admin/editor.js"))


@hooks.register("insert_global_admin_css")
def add_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/admin/admin.css"))
