"""Configuration of the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConversationConfig(AppConfig):
    """Comments, their moderation, and the desk at which they are answered."""

    name = "cms.conversation"
    label = "newsroom_conversation"
    verbose_name = _("Conversation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.conversation import clock, signals
        from cms.conversation.live import announcing

        signals.connect()
        clock.connect()
        announcing.connect()
