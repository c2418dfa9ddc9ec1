"""The screens of webhooks: who may see them, what they say, and what their buttons do."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from standardwebhooks import Webhook
from wagtail.models import ModelLogEntry

from cms.syndication.models import Attempt, Delivery, Endpoint
from tests.cms.syndication.deliveries.conftest import deliver
from tests.cms.syndication.deliveries.receiver import Receiver, with_status

pytestmark = pytest.mark.django_db

FORM = {
    "name": "Mirror",
    "url": "https://example.org/hook",
    "owner_email": "o@example.org",
    "payload": "FULL",
}


@pytest.fixture
def pr(client: Client) -> Client:
    user = User.objects.create_user("pr", email="pr@example.org")
    user.groups.add(Group.objects.get(name="PR"))
    client.force_login(user)
    return client


def page(client: Client, name: str, *args: Any, data: Any = None, status: int = 200) -> str:
    """The text of a screen; with `data` posted, of the one that follows."""
    url = reverse(name, args=args)
    answer = client.get(url) if data is None else client.post(url, data, follow=True)
    assert answer.status_code == status, answer.content
    return html.unescape(answer.content.decode())


def test_only_those_with_the_right_see_webhooks(client: Client, make_endpoint: Any) -> None:
    endpoint = make_endpoint()
    user = User.objects.create_user("marketing")
    user.groups.add(Group.objects.get(name="Marketing"))
    client.force_login(user)
    for name in ("newsroom_webhooks", "newsroom_webhook_add"):
        assert client.get(reverse(name)).status_code == 302
    for name in ("newsroom_webhook_pause", "newsroom_webhook_secret_add", "newsroom_webhook_delete"):
        client.post(reverse(name, args=[endpoint.pk]))
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.secrets.count()) == ("ACTIVE", 1)
    assert "Webhooks" not in client.get("/admin/").content.decode()


def test_a_webhook_is_made_with_its_secret(pr: Client, receiver: Receiver, make_release: Any) -> None:
    text = page(pr, "newsroom_webhook_add")
    assert "Release corrected" in text
    given = FORM | {"url": receiver.url, "events": ["release.issued", "release.withdrawn"], "kinds": ["NEWS"]}
    text = page(pr, "newsroom_webhook_add", data=given)
    assert "Saved. Now make a secret" in text
    endpoint = Endpoint.objects.get()
    assert (endpoint.events, endpoint.kinds) == (["release.issued", "release.withdrawn"], ["NEWS"])
    answer = pr.post(reverse("newsroom_webhook_secret_add", args=[endpoint.pk]))
    secret = re.search(r"whsec_[A-Za-z0-9+/=]+", answer.content.decode())
    assert secret is not None
    assert "no-store" in answer["Cache-Control"]
    text = page(pr, "newsroom_webhook", endpoint.pk)
    assert secret.group() not in text
    assert f"…{secret.group()[-4:]}" in text
    make_release("A", kind="NEWS")
    deliver()
    assert Webhook(secret.group()).verify(receiver.got[0].body, receiver.got[0].headers)
    assert secret.group() not in str(list(ModelLogEntry.objects.values_list("data", flat=True)))


def test_the_form_leaves_alone_what_workers_write(pr: Client, make_endpoint: Any) -> None:
    endpoint = make_endpoint()
    form = FORM | {"name": "Other", "events": ["release.issued"]}
    original = Endpoint.save

    def meanwhile(self: Endpoint, *args: Any, **how: Any) -> None:
        Endpoint.objects.filter(pk=self.pk).update(state="PAUSED", lease_by="worker")
        original(self, *args, **how)

    Endpoint.save = meanwhile  # type: ignore[method-assign]
    try:
        page(pr, "newsroom_webhook_edit", endpoint.pk, data=form)
    finally:
        Endpoint.save = original  # type: ignore[method-assign]
    endpoint.refresh_from_db()
    assert (endpoint.name, endpoint.state, endpoint.lease_by) == ("Other", "PAUSED", "worker")


def test_the_test_button_says_what_came_of_it(pr: Client, receiver: Receiver, make_endpoint: Any) -> None:
    endpoint = make_endpoint(receiver)
    text = page(pr, "newsroom_webhook_test", endpoint.pk, data={})
    assert "The test was received: answer 204" in text
    assert receiver.got[0].content["type"] == "test"
    assert Webhook(endpoint.secret).verify(receiver.got[0].body, receiver.got[0].headers)
    receiver.answering = with_status(500, b"<script>alert(1)</script>")
    text = page(pr, "newsroom_webhook_test", endpoint.pk, data={})
    assert "The test failed. The receiver did not take the message. Its answer: 500." in text
    delivery = Delivery.objects.first()
    answer = pr.get(reverse("newsroom_webhook_delivery", args=[endpoint.pk, delivery.pk])).content.decode()
    assert "&lt;script&gt;alert(1)" in answer
    assert "<script>alert(1)" not in answer
    assert "webhook-signature" not in answer
    assert set(Delivery.objects.values_list("state", flat=True)) == {"DELIVERED", "FAILED"}


def test_pausing_going_on_and_delivering_again(
    pr: Client, receiver: Receiver, make_endpoint: Any, make_release: Any
) -> None:
    endpoint = make_endpoint(receiver)
    assert "Paused. What happens now is kept" in page(pr, "newsroom_webhook_pause", endpoint.pk, data={})
    make_release("A")
    deliver()
    assert receiver.got == []
    assert "One message is on its way." in page(pr, "newsroom_webhook_resume", endpoint.pk, data={})
    deliver()
    delivery = endpoint.deliveries.get()
    text = page(pr, "newsroom_webhook_delivery", endpoint.pk, delivery.pk, data={})
    assert "One message is sent again." in text
    deliver()
    assert len({got.id for got in receiver.got}) == 1
    assert len(receiver.got) == 2
    when = {"begin": "2000-01-01 00:00", "end": "2100-01-01 00:00", "which": "all"}
    text = page(pr, "newsroom_webhook_redeliver", endpoint.pk, data=when)
    assert "Shall one message be sent to Mirror again?" in text
    assert endpoint.deliveries.get().state == "DELIVERED"
    page(pr, "newsroom_webhook_redeliver", endpoint.pk, data=when | {"confirmed": "yes"})
    deliver()
    assert len(receiver.got) == 3
    text = page(
        pr,
        "newsroom_webhook_redeliver",
        endpoint.pk,
        data=when | {"end": "1999-01-01 00:00", "confirmed": "yes"},
        status=422,
    )
    assert "The end must be later than the beginning." in text
    actions = ModelLogEntry.objects.filter(action__startswith="newsroom.webhook").values_list(
        "action", flat=True
    )
    assert {"newsroom.webhook.pause", "newsroom.webhook.resume", "newsroom.webhook.redeliver"} <= set(actions)


def test_what_is_switched_off_is_not_delivered_again(
    pr: Client, make_endpoint: Any, make_release: Any
) -> None:
    endpoint = make_endpoint()
    make_release("A")
    Endpoint.objects.update(state="DISABLED", state_reason="GONE", state_at=timezone.now())
    Delivery.objects.update(state="CANCELLED")
    text = page(pr, "newsroom_webhook", endpoint.pk)
    assert "The receiver says that it wants no more messages (410)." in text
    delivery = endpoint.deliveries.get()
    text = page(pr, "newsroom_webhook_delivery", endpoint.pk, delivery.pk, data={})
    assert "The webhook is switched off. Let it go on first." in text
    assert endpoint.deliveries.get().state == "CANCELLED"


def test_the_last_secret_stays(pr: Client, make_endpoint: Any) -> None:
    endpoint = make_endpoint()
    first = endpoint.secrets.get()
    text = page(pr, "newsroom_webhook_secret_retire", endpoint.pk, first.pk, data={"when": "now"})
    assert "This is the only secret that stays." in text
    pr.post(reverse("newsroom_webhook_secret_add", args=[endpoint.pk]))
    page(pr, "newsroom_webhook_secret_retire", endpoint.pk, first.pk)
    text = page(pr, "newsroom_webhook_secret_retire", endpoint.pk, first.pk, data={"when": "later"})
    assert "It signs for seven days more." in text
    first.refresh_from_db()
    assert first.retires_at > timezone.now()


def test_deleting_asks_first(pr: Client, make_endpoint: Any, make_release: Any) -> None:
    endpoint = make_endpoint()
    make_release("A")
    assert "One message that waits is never sent." in page(pr, "newsroom_webhook_delete", endpoint.pk)
    assert "The webhook is deleted." in page(pr, "newsroom_webhook_delete", endpoint.pk, data={})
    assert (Endpoint.objects.count(), Delivery.objects.count(), Attempt.objects.count()) == (0, 0, 0)


def test_screens_take_the_same_statements_however_much_there_is(
    pr: Client, make_endpoint: Any, make_release: Any
) -> None:
    def count(name: str, *args: Any) -> int:
        pr.get(reverse(name, args=args))
        with CaptureQueriesContext(connection) as captured:
            assert pr.get(reverse(name, args=args)).status_code == 200
        return len(captured)

    endpoint = make_endpoint()
    make_release("A")
    few = count("newsroom_webhooks"), count("newsroom_webhook", endpoint.pk)
    for number in range(5):
        make_endpoint(name=f"Another {number}")
        make_release(f"B{number}")
    assert (count("newsroom_webhooks"), count("newsroom_webhook", endpoint.pk)) == few


def test_the_log_is_filtered_and_paged(
    pr: Client, make_endpoint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.syndication.admin.webhook.LOG_SIZE", 2)
    endpoint = make_endpoint()
    now = timezone.now()
    for number in range(5):
        Delivery.objects.create(
            endpoint=endpoint,
            message_id=f"msg_{number}",
            event="release.issued" if number else "asset.issued",
            subject=endpoint.uid,
            state="DELIVERED",
            created_at=now,
            next_attempt_at=now,
        )
    url, seen = reverse("newsroom_webhook", args=[endpoint.pk]), []
    query = "?state=DELIVERED&event=release.issued"
    while query:
        text = html.unescape(pr.get(url + query).content.decode())
        seen += re.findall(r"/deliveries/(\d+)/", text)
        assert "Release published, or published again</a>" in text
        further = re.search(r'href="(\?state=[^"]*before=\d+)"', text)
        query = further.group(1) if further else ""
    pks = endpoint.deliveries.filter(event="release.issued").values_list("pk", flat=True)
    assert [int(pk) for pk in seen] == list(pks)
    assert pr.get(url + "?before=x&state=NONE&event=%00").status_code == 200
