"""Addresses of the host site."""

from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("", include("newsroom_api.urls")),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include("cms.newsroom.urls")),  # last: /<newsroom> answers whatever nothing else has answered
]

handler500 = "newsroom_api.errors.server_error"
