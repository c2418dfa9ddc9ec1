"""Configuration of the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SyndicationConfig(AppConfig):
    """Partners, what they may carry, and everything that spreads what is public: deltas, feeds, webhooks."""

    name = "cms.syndication"
    label = "newsroom_syndication"
    verbose_name = _("Syndication")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.syndication import clock, signals

        signals.connect()
        clock.connect()
