"""What newsrooms add to Wagtail's admin: people, topics and boilerplates."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from cms.newsroom.admin.snippets import NewsroomGroup

register_snippet(NewsroomGroup)
