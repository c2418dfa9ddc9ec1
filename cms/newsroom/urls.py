"""Addresses of the built-in pages: the plain preview, and the plain public page of an item."""

from django.urls import path

from cms.newsroom import views

urlpatterns = [
    path("newsroom/preview/", views.preview, name="newsroom_preview"),
]
