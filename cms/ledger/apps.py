from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedgerConfig(AppConfig):
    name = "cms.ledger"
    label = "newsroom_ledger"
    verbose_name = _("Newsroom ledger")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms import checks  # noqa: F401 # registers them
        from cms.ledger import signals

        signals.connect()
