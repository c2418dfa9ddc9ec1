"""Template tags that bring the desk onto Wagtail's own screens."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from cms.conversation.admin.conversation import conversation_of
from cms.conversation.admin.crisis_banner import crises_for
from cms.conversation.admin.newsroom_screens import name_of
from cms.conversation.desk.permissions import Action, may

register = template.Library()


@register.simple_tag(takes_context=True)
def crisis_banner(context: template.Context) -> SafeString | str:
    """That crisis mode is on, for whoever works on the desk or looks at a page of the newsroom; else nothing."""
    request = context.get("request")
    if request is None or not getattr(request, "user", None) or not request.user.is_authenticated:
        return ""
    crises = [
        {
            "period": period,
            "name": name_of(period.newsroom),
            "url": reverse("newsroom_desk_crisis", args=[period.newsroom_id])
            if may(request.user, Action.CRISIS, period.newsroom_id)
            else "",
        }
        for period in crises_for(request)
    ]
    return render_to_string("newsroom/desk/_crisis_banner.html", {"crises": crises}) if crises else ""


@register.simple_tag(takes_context=True)
def conversation_line(context: template.Context, page: Any) -> SafeString | str:
    """How the conversation of a page stands, with links to the desk; nothing where there is none."""
    conversation = conversation_of(page, context["request"].user)
    if conversation is None:
        return ""
    return render_to_string("newsroom/desk/_conversation.html", {"conversation": conversation})
