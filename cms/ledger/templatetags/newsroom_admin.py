"""Template tags of the newsroom's admin screens."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from cms.ledger.admin.withdrawal import FIELD, LENGTH, impact_of
from cms.ledger.reasons import Reason, in_language

register = template.Library()

SUBMIT = ('<input type="submit"', '<button type="submit"')


@register.simple_tag(takes_context=True)
def withdrawal_reason(context: template.Context, action: str, pages: Any) -> str:
    """What withdrawing the pages means to readers, and the field for the public reason; empty for drafts.

    `action` is `unpublish`, `delete`, `bulk-unpublish` or `bulk-delete`; `pages` is a page, or Wagtail's
    list of dicts with an `item` each.
    """
    pages = [entry["item"] for entry in pages] if isinstance(pages, list) else [pages]
    impact = impact_of(pages)
    if not impact.total:
        return ""
    request = context["request"]
    bulk = action.startswith("bulk-")
    language = pages[0].locale.language_code
    return render_to_string(
        "newsroom/admin/withdrawal.html",
        {
            "action": action.removeprefix("bulk-"),
            "bulk": bulk,
            "impact": impact,
            "pages": pages,
            "name": FIELD,
            "length": LENGTH,
            "value": request.POST.get(FIELD, ""),
            "missing": request.GET.get("reason") == "missing",
            "required": not bulk and (action == "delete" or bool(impact.public)),
            "default": in_language(
                Reason.DELETED if action.endswith("delete") else Reason.UNPUBLISHED, language
            ),
            "closed": in_language(Reason.CLOSED, language),
        },
        request=request,
    )


@register.simple_block_tag(takes_context=True)
def before_submit(context: template.Context, content: str, field: str) -> SafeString:
    """Puts `field` into the form in `content`, before its submit button, for want of a block."""
    for marker in SUBMIT:
        if marker in content:
            before, _, after = content.rpartition(marker)
            return mark_safe(f"{before}{field}{marker}{after}")  # nosec B308, B703 # rendered templates
    return mark_safe(content)  # nosec B308, B703 # a rendered template
