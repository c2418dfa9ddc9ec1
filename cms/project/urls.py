"""Addresses of the host site."""

from django.conf import settings
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

demo = [path("", include("cms.project.demo.urls"))] if settings.NEWSROOM_DEMO else []
urlpatterns = [
    *demo,
    path("admin/", include(wagtailadmin_urls)),
    path("", include("newsroom_api.urls")),
    path("", include("cms.media.urls")),
    path("", include("cms.conversation.urls")),
    path("", include("cms.syndication.urls")),
    path("", include("cms.newsroom.urls")),  # last: /<newsroom> answers whatever nothing else has answered
]

handler400 = "newsroom_api.errors.bad_request"
handler500 = "newsroom_api.errors.server_error"
