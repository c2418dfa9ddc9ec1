"""Addresses of the screens beside the form of a partner."""

from __future__ import annotations

from django.urls import path

from cms.syndication.admin.keys import KeysScreen, RevokeScreen, RotateScreen
from cms.syndication.admin.use import UseScreen, carriers_screen

PARTNER = "newsroom-partners/<int:partner>"

urlpatterns = [
    path(f"{PARTNER}/keys/", KeysScreen.as_view(), name="newsroom_partner_keys"),
    path(f"{PARTNER}/keys/<int:pk>/revoke/", RevokeScreen.as_view(), name="newsroom_partner_key_revoke"),
    path(f"{PARTNER}/keys/<int:pk>/replace/", RotateScreen.as_view(), name="newsroom_partner_key_rotate"),
    path(f"{PARTNER}/use/", UseScreen.as_view(), name="newsroom_partner_use"),
    path("newsroom-carriers/<uuid:uid>/", carriers_screen, name="newsroom_carriers"),
]
