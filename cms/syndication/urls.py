"""Addresses of short links and embeds. Include them before those of the newsrooms, which answer all that is left."""

from django.urls import path

from cms.syndication.shares import views as shares

urlpatterns = [
    path("s/<str:code>", shares.short_link, name="newsroom_short_link"),
]
