"""The desk's screens for contributions: who sees them, what can be decided, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.conversation.contributions import deciding, files
from cms.conversation.models import Contribution
from cms.ledger.models import Item
from cms.media.models import NewsroomImage
from cms.releases.models import ReleasePage
from tests.cms.conversation.contributions.conftest import TEXTS

pytestmark = pytest.mark.django_db
LIST = reverse("newsroom_desk_contributions")


@pytest.fixture
def desk(client: Client, editor: Any) -> Client:
    client.force_login(editor)
    return client


def screen(contribution: Contribution) -> str:
    return reverse("newsroom_desk_contribution", args=[contribution.uid])


def approval(**changes: str) -> dict[str, str]:
    given = {
        "title": "The mast",
        "caption": "",
        "alt": "A mast.",
        "credit": "Ada Berg",
        "usage_terms": "Free.",
    }
    return {"do": "approve", **{f"approve-{name}": value for name, value in (given | changes).items()}}


def test_the_list_shows_what_waits_with_private_pictures(
    desk: Client, sent: Callable[..., Contribution], offered: Callable[..., Any]
) -> None:
    offered()  # its file has not come
    first = sent(title="First <b>")
    desk.get(LIST)
    with CaptureQueriesContext(connection) as one:
        desk.get(LIST)
    sent(title="Second")
    sent(title="Third")
    with CaptureQueriesContext(connection) as three:
        page = desk.get(LIST).content.decode()
    assert len(three) == len(one) <= 12, "six are of Wagtail's own frame"
    assert page.index("First &lt;b&gt;") < page.index("Second") < page.index("Third")
    assert page.count('<img class="newsroom-contributions__picture"') == 3
    assert first.vault_name in page
    assert desk.get(f"{LIST}?status=nothing").status_code == 404
    assert "Nothing waits here." in desk.get(f"{LIST}?status=PUBLISHED").content.decode()


def test_pages_of_the_list(desk: Client, sent: Callable[..., Contribution], monkeypatch: Any) -> None:
    monkeypatch.setattr("cms.conversation.admin.contributions.PAGE_SIZE", 2)
    made = [sent(title=f"Number {number}").title for number in range(3)]
    first = desk.get(LIST)
    assert [row["contribution"].title for row in first.context["rows"]] == made[:2]
    second = desk.get(LIST, {"after": first.context["next"]})
    assert [row["contribution"].title for row in second.context["rows"]] == made[2:]
    assert desk.get(LIST, {"after": "x"}).status_code == 200


def test_approving_and_rejecting(desk: Client, sent: Callable[..., Contribution]) -> None:
    held = sent()
    missing = desk.post(screen(held), approval(alt=""))
    assert missing.status_code == 422
    assert NewsroomImage.objects.count() == 0
    assert desk.post(screen(held), approval()).status_code == 302
    assert Item.objects.get(pk=held.uid).document["file"]["alt"] == "A mast."
    shown = desk.get(screen(held)).content.decode()
    assert held.terms[:40] in shown
    refused = desk.post(screen(held), {"do": "reject", "reject-reason": "OFF_TOPIC"})
    assert refused.status_code == 302
    assert Item.objects.get(pk=held.uid).state == "WITHDRAWN"
    assert Contribution.objects.get(pk=held.pk).reason == "OFF_TOPIC"


def test_onto_a_release_as_a_draft(
    desk: Client,
    sent: Callable[..., Contribution],
    make_release: Any,
    editor: Any,
) -> None:
    held = sent()
    release = make_release("With pictures")
    approved = deciding.approve(held.uid, user=editor, texts=TEXTS)
    given = {"do": "release", "release-release": str(release.pk)}
    assert desk.post(screen(held), given).status_code == 302
    page = ReleasePage.objects.get(pk=release.pk)
    assert page.assets.count() == 0
    assert [row.asset for row in page.get_latest_revision_as_object().assets.all()] == [approved.asset]
    assert page.has_unpublished_changes
    asset = NewsroomImage.objects.get()
    assert asset.collection.name != files.COLLECTION
    assert (asset.credit, asset.usage_terms) == ("Ada Berg", "Free.")
    assert desk.post(screen(held), given).status_code == 409
    page.get_latest_revision().publish()
    deciding.reject(held.uid, user=editor, reason="OTHER")
    assert NewsroomImage.objects.filter(pk=asset.pk).exists(), "the release has it"


def test_who_only_helps_decides_nothing(
    client: Client,
    sent: Callable[..., Contribution],
) -> None:
    held = sent()
    user = get_user_model().objects.create_user("anna", "anna@example.com", "x")
    client.force_login(user)
    assert client.get(LIST).status_code in (302, 403)
    user.groups.add(Group.objects.get(name="Marketing"))
    client.force_login(get_user_model().objects.get(pk=user.pk))
    page = client.get(screen(held))
    assert page.status_code == 200
    assert held.email not in page.content.decode()
    assert client.post(screen(held), approval()).status_code in (302, 403)
    assert Contribution.objects.get(pk=held.pk).status == "HELD"
