"""Addresses of uploads, for the script of the admin's page."""

from django.urls import path

from cms.media.uploads import views

urlpatterns = [
    path("", views.uploads, name="newsroom_uploads"),
    path("<uuid:uid>/", views.upload, name="newsroom_upload"),
    path("<uuid:uid>/addresses/", views.addresses, name="newsroom_upload_addresses"),
    path("<uuid:uid>/parts/<int:number>/", views.part, name="newsroom_upload_part"),
    path("<uuid:uid>/complete/", views.complete, name="newsroom_upload_complete"),
]
