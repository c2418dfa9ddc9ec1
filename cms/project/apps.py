from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The host site: settings, addresses and demo content. Not part of the wheel."""

    name = "cms.project"
    label = "newsroom_project"
