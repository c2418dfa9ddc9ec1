"""What comes to real receivers on loopback, and in which order."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from cms.conversation.services.decide import hold
from cms.ledger.models import Edition, Item
from cms.releases.models import ReleasePage
from cms.syndication.models import Attempt, Delivery, Partner
from cms.syndication.services.endpoints import add_secret, retire_secret
from tests.cms.syndication.deliveries.conftest import deliver, edit, states
from tests.cms.syndication.deliveries.receiver import Receiver

pytestmark = pytest.mark.django_db


def test_a_release_comes_whole_and_signed(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    endpoint = make_endpoint(receiver)
    page = make_release("Turbinen är här")
    deliver()
    (got,) = receiver.got
    item = Item.objects.get(type="RELEASE")
    edition = Edition.objects.get(item=item)
    assert got.content == {
        "type": "release.issued",
        "timestamp": edition.issued_at.isoformat().replace("+00:00", "Z"),
        "data": {
            "seq": edition.seq,
            "action": "ISSUED",
            "item": str(item.uid),
            "type": "RELEASE",
            "kind": page.kind,
            "newsroom": str(item.newsroom_id),
            "version": 1,
            "note": "",
            "issued_at": edition.issued_at.isoformat().replace("+00:00", "Z"),
            "document": item.document,
            "url": item.document["url"],
        },
    }
    assert Webhook(endpoint.secret).verify(got.body, got.headers) == got.content
    assert (got.path, got.headers["content-type"]) == ("/hook", "application/json")
    assert "Turbinen är här".encode() in got.body
    endpoint.refresh_from_db()
    assert states(endpoint) == ["DELIVERED"]
    assert (endpoint.lease_by, endpoint.lease_until) == ("", None)
    assert timezone.now() - endpoint.last_success_at < timedelta(seconds=20)


def test_corrections_and_withdrawals_follow_in_order(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    make_endpoint(receiver)
    page = make_release("A")
    deliver()
    edit(page, title="B", correction_note="It is B.")
    edit(page, title="C")
    deliver()
    ReleasePage.objects.get(pk=page.pk).unpublish()
    deliver()
    assert receiver.events == ["release.issued", "release.corrected", "release.issued", "release.withdrawn"]
    assert [got.data["version"] for got in receiver.got] == [1, 2, 3, 4]
    assert receiver.got[1].data["note"] == "It is B."
    assert [got.data["document"] and got.data["document"]["title"] for got in receiver.got] == [
        *"ABC",
        None,
    ]
    last = receiver.got[3].data
    assert (last["action"], last["kind"], last["url"]) == (
        "WITHDRAWN",
        "PRESS_RELEASE",
        receiver.got[2].data["url"],
    )


def test_what_was_withdrawn_meanwhile_is_not_spread(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    make_endpoint(receiver)
    make_release("A mistake").unpublish()
    deliver()
    assert receiver.events == ["release.issued", "release.withdrawn"]
    assert [got.data["document"] for got in receiver.got] == [None, None]
    assert b"A mistake" not in receiver.got[0].body


def test_short_messages_and_partners_who_may_not_use_all(
    receiver: Receiver, make_release: Any, make_endpoint: Any, make_image: Any
) -> None:
    make_endpoint(receiver, payload="THIN")
    make_release("A")
    deliver()
    assert [got.data["document"] for got in receiver.got] == [None]
    assert receiver.got[0].data["url"].endswith("/norrvind/a")
    partner = Partner.objects.create(organisation="Texts", asset_use="NONE")
    make_endpoint(receiver, partner=partner)
    make_release("B", hero=make_image())
    deliver()
    (whole,) = (got.data["document"] for got in receiver.got if got.data["document"])
    assert (whole["title"], whole["hero"]) == ("B", None)


def test_what_was_withdrawn_and_published_again_is_shown_as_it_is_now(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    make_endpoint(receiver)
    page = make_release("A mistake")
    page.unpublish()
    page.title = "Mended"
    page.save_revision().publish()
    deliver()
    titles = [(got.data["document"] or {}).get("title") for got in receiver.got]
    assert titles == [None, None, "Mended"]


def test_who_has_left_a_scope_gets_no_more(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    partner = Partner.objects.create(organisation="Narrow")
    endpoint = make_endpoint(receiver, partner=partner)
    page = make_release("A")
    partner.kinds = ["NEWS"]
    partner.save()
    deliver()
    assert (receiver.got, states(endpoint)) == ([], ["CANCELLED"])
    partner.active = False
    partner.kinds = []
    partner.save()
    edit(page, title="B")
    Delivery.objects.update(state="PENDING")
    deliver()
    assert (receiver.got, states(endpoint)) == ([], ["PENDING"])


def test_comments_are_sent_as_they_are_then(
    receiver: Receiver, thread: Any, post: Any, make_endpoint: Any, admin_user: Any
) -> None:
    make_endpoint(receiver, events=["comment.published", "comment.removed"])
    shown = post("When do they turn?", email="secret@example.com").comment
    hidden = post("Rude words that go").comment
    hold(hidden.pk, user=admin_user)
    deliver()
    by_comment = {(got.data["comment"], got.content["type"]): got for got in receiver.got}
    first = by_comment[str(shown.pk), "comment.published"]
    assert first.data["document"]["body"] == "<p>When do they turn?</p>"
    assert (first.data["item"], first.data["thread"]) == (str(thread.item_id), str(thread.pk))
    assert first.data["url"].endswith(f"#comment-{shown.pk}")
    order = [got.content["type"] for got in receiver.got if got.data["comment"] == str(hidden.pk)]
    assert order == ["comment.published", "comment.removed"]
    everything = b"".join(got.body for got in receiver.got)
    assert b"Rude words" not in everything
    assert b"secret@example.com" not in everything
    log = "".join(Attempt.objects.values_list("sent_body", flat=True))
    assert "When do they turn?" not in log
    assert str(shown.pk) in log


def test_secrets_overlap_and_retire(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    endpoint = make_endpoint(receiver)
    second = add_secret(endpoint=endpoint)
    make_release("A")
    deliver()
    (got,) = receiver.got
    assert len(got.headers["webhook-signature"].split(" ")) == 2
    for secret in (endpoint.secret, second):
        assert Webhook(secret).verify(got.body, got.headers)["type"] == "release.issued"
    retire_secret(secret=endpoint.secrets.last(), at=timezone.now())
    make_release("B")
    deliver()
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoint.secret).verify(receiver.got[1].body, receiver.got[1].headers)
    assert Webhook(second).verify(receiver.got[1].body, receiver.got[1].headers)


def test_a_secret_key_may_be_changed(
    receiver: Receiver, make_release: Any, make_endpoint: Any, settings: Any
) -> None:
    endpoint = make_endpoint(receiver)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    make_release("A")
    deliver()
    assert Webhook(endpoint.secret).verify(receiver.got[0].body, receiver.got[0].headers)
    settings.SECRET_KEY_FALLBACKS = []
    make_release("B")
    deliver()
    assert (len(receiver.got), Attempt.objects.first().failure) == (1, "NO_SECRET")
    assert endpoint.secret not in "".join(endpoint.secrets.values_list("sealed", flat=True))


def test_embargoes_are_in_no_message(receiver: Receiver, make_release: Any, make_endpoint: Any) -> None:
    endpoint = make_endpoint(receiver)
    marker = "EMBARGOED-7F3A"
    public = make_release("Open")
    draft = ReleasePage.objects.get(pk=public.pk)
    draft.title = marker
    draft.save_revision()
    make_release(marker, publish=False)
    later = make_release("Later", publish=False)
    later.title, later.go_live_at = f"{marker} later", timezone.now() + timedelta(days=1)
    later.save_revision().publish()
    edit(public, title="Open still")
    deliver()
    assert len(receiver.got) == 2
    assert marker.encode() not in b"".join(
        got.body + json.dumps(got.headers).encode() for got in receiver.got
    )
    assert not endpoint.deliveries.exclude(item=Item.objects.get(type="RELEASE").pk).exists()
