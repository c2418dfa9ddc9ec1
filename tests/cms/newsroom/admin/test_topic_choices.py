"""Topics where editors tick them: as a tree, at a price that does not grow with it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.newsroom.models import Topic

FORMS = ("/admin/newsroom-partners/new/", "/admin/snippets/newsroom/person/add/")


@pytest.mark.parametrize("url", FORMS)
def test_they_are_a_tree_in_one_query(admin_client, newsroom, url):
    def grow(prefix, levels):
        parent = None
        for level in range(levels):
            name = f"{prefix} {level}"
            slug = name.lower().replace(" ", "-")
            parent = Topic.objects.create(name=name, slug=slug, parent=parent, locale=newsroom.locale)

    def load():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            form = admin_client.get(url).context["form"]
        return [label for _value, label in form.fields["topics"].choices], len(queries)

    grow("Wind", 2)
    load()
    labels, few = load()
    assert labels == ["Wind 0", "Wind 0 › Wind 1"]
    for prefix in ("Water", "Sun"):
        grow(prefix, 4)
    labels, many = load()
    assert labels[:2] == ["Sun 0", "Sun 0 › Sun 1"]
    assert (len(labels), many) == (10, few)
