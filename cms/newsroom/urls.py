"""Addresses of the built-in pages. Include them last: `/<newsroom>` answers what nothing else answers."""

from django.urls import path, re_path

from cms.newsroom import views

urlpatterns = [
    path("newsroom/preview/", views.preview, name="newsroom_preview"),
    re_path(
        r"^newsroom/colours/(?P<primary>[0-9a-f]{6})-(?P<accent>[0-9a-f]{6})\.css$",
        views.colours,
        name="newsroom_colours",
    ),
    path("", views.index, name="newsroom_index"),
    path("<str:newsroom>", views.public_page, name="newsroom_page"),
    path("<str:newsroom>/<str:slug>", views.public_page, name="newsroom_page"),
    path("<str:newsroom>/", views.without_slash, name="newsroom_page_slash"),
    path("<str:newsroom>/<str:slug>/", views.without_slash, name="newsroom_page_slash"),
]
