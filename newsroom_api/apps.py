from django.apps import AppConfig


class NewsroomApiConfig(AppConfig):
    name = "newsroom_api"
    label = "newsroom_api"
    verbose_name = "Newsroom API"
