"""Addresses of short links and embeds. Include them before those of the newsrooms, which answer all that is left."""

from django.urls import path

from cms.syndication.embeds import script_views as script
from cms.syndication.embeds import views as embeds
from cms.syndication.shares import views as shares

urlpatterns = [
    path("s/<str:code>", shares.short_link, name="newsroom_short_link"),
    path("embed/newsroom-embed.js", script.newest_script, name="newsroom_embed_newest_script"),
    path("embed/newsroom-embed.json", script.description, name="newsroom_embed_description"),
    path("embed/<str:version>/newsroom-embed.js", script.versioned_script, name="newsroom_embed_script"),
    path("embed/threads/<uuid:uid>", embeds.thread, name="newsroom_embed_thread"),
    path("embed/<uuid:uid>", embeds.item, name="newsroom_embed"),
    path("embed/<uuid:uid>/quote/<uuid:block>", embeds.quote, name="newsroom_embed_quote"),
]
