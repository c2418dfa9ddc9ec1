"""Addresses of feeds, sitemaps and robots.txt."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from newsroom_api.feeds import comments, views
from newsroom_api.rest.docs import unknown_address

urlpatterns: list[URLPattern] = [
    path(
        "feeds/threads/<str:id>/<str:format>", comments.ThreadFeedView.as_view(), name="newsroom_thread_feed"
    ),
    path(
        "feeds/<str:newsroom>/<str:format>", views.NewsroomFeedView.as_view(), name="newsroom_newsroom_feed"
    ),
    re_path(r"^feeds(?:/.*)?$", unknown_address, name="newsroom_feeds_unknown"),
]
