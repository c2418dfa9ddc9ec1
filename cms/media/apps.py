from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "cms.media"
    label = "newsroom_media"
    verbose_name = _("Newsroom media")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from willow.image import INITIAL_IMAGE_CLASSES, PNGImageFile

        from cms.media import clock
        from cms.media.storage import checks  # noqa: F401 # registers them

        INITIAL_IMAGE_CLASSES["apng"] = PNGImageFile  # else the admin can show no PNG that moves
        clock.connect()
