"""Addresses of the wire: GraphQL, REST, feeds and health. Include it at the root of the site's addresses."""

from __future__ import annotations

from django.urls import include, path

from newsroom_api import health
from newsroom_api.graphql.view import NewsroomGraphQLView

urlpatterns = [
    path("graphql/", NewsroomGraphQLView.as_view(), name="newsroom_graphql"),
    # As many write it: a POST cannot be led on to the address above.
    path("graphql", NewsroomGraphQLView.as_view()),
    path("healthz", health.healthz, name="newsroom_healthz"),
    path("readyz", health.readyz, name="newsroom_readyz"),
    path("", include("newsroom_api.rest.urls")),
    path("", include("newsroom_api.feeds.urls")),
]
