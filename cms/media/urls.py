"""Addresses of files in local storages. Include them at the root of the site's addresses."""

from django.urls import include, path

from cms.media import views

urlpatterns = [
    path("vault/uploads/", include("cms.media.uploads.urls")),
    path("vault/<str:signature>/<path:name>", views.vault_file, name="newsroom_vault_file"),
    path("media/<path:name>", views.shelf_file, name="newsroom_shelf_file"),
]
