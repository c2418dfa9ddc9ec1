"""What syndication adds to Wagtail's admin."""

from __future__ import annotations

from wagtail import hooks

from cms.syndication import log_actions

hooks.register("register_log_actions", log_actions.register_webhooks)
