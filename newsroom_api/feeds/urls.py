"""Addresses of feeds, sitemaps and robots.txt."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from newsroom_api.feeds import comments, sitemaps, views
from newsroom_api.rest.docs import unknown_address

urlpatterns: list[URLPattern] = [
    path(
        "feeds/threads/<str:id>/<str:format>", comments.ThreadFeedView.as_view(), name="newsroom_thread_feed"
    ),
    path(
        "feeds/<str:newsroom>/<str:format>", views.NewsroomFeedView.as_view(), name="newsroom_newsroom_feed"
    ),
    path("sitemap.xml", sitemaps.SitemapIndexView.as_view(), name="newsroom_sitemap_index"),
    path(
        "sitemaps/<str:newsroom>/<str:section>.xml", sitemaps.SitemapView.as_view(), name="newsroom_sitemap"
    ),
    path("news-sitemap.xml", sitemaps.NewsSitemapView.as_view(), name="newsroom_news_sitemap"),
    path("robots.txt", sitemaps.RobotsView.as_view(), name="newsroom_robots"),
    re_path(r"^sitemaps(?:/.*)?$", unknown_address, name="newsroom_sitemaps_unknown"),
    re_path(r"^feeds(?:/.*)?$", unknown_address, name="newsroom_feeds_unknown"),
]
