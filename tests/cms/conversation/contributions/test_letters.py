"""What contributors are told by e-mail, and the page behind the links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from cms.conversation.contributions import deciding
from cms.conversation.models import Contribution, ModerationRules
from cms.errors import Conflict
from tests.cms.conversation.contributions.conftest import TEXTS

pytestmark = pytest.mark.django_db(transaction=True)


def page_in(message: Any) -> str:
    """The path of the contributor's page in a mail."""
    found = re.search(r"/conversation/contribution/\S+", message.body)
    assert found is not None
    return found[0]


def test_confirmed_rejected_objected_approved_and_taken_back(
    sent: Callable[..., Contribution], editor: Any, client: Client, rules: ModerationRules
) -> None:
    rules.email_policy = "REQUIRED"
    rules.save()
    held = sent(email="ada@example.com", title="My mast")
    (asked,) = mail.outbox
    assert asked.to == ["ada@example.com"]
    assert "My mast" not in asked.body, (
        "nothing that a visitor typed goes to an address that nobody has confirmed"
    )
    with pytest.raises(Conflict):
        deciding.approve(held.uid, user=editor, texts=TEXTS)
    page = page_in(asked)
    assert "Yes, I sent it" in client.get(page).content.decode()
    assert Contribution.objects.get().email_confirmed_at is None
    assert client.post(page, {"do": "confirm"}).status_code == 302
    assert Contribution.objects.get().email_confirmed_at is not None
    deciding.reject(held.uid, user=editor, reason="COPYRIGHT", message="It is a press photo.")
    told = mail.outbox[-1]
    assert told.subject == "Your file “My mast” was not published"
    assert "Ground: Infringes copyright." in told.body
    assert "It is a press photo." in told.body
    assert client.post(page_in(told), {"do": "object", "text": ""}).status_code == 400
    assert client.post(page_in(told), {"do": "object", "text": "I took it myself."}).status_code == 302
    assert Contribution.objects.get().status == "HELD"
    deciding.approve(held.uid, user=editor, texts=TEXTS)
    assert mail.outbox[-1].subject == "Your file “The mast” is published"
    assert client.post(page, {"do": "withdraw"}).status_code == 302
    assert Contribution.objects.get().status == "WITHDRAWN"
    assert client.get(page).status_code == 410
    assert client.get(page[:-3]).status_code == 403
    assert len(mail.outbox) == 3


def test_an_address_that_nobody_confirmed_is_told_nothing(
    sent: Callable[..., Contribution], editor: Any
) -> None:
    held = sent()
    deciding.reject(held.uid, user=editor, reason="SPAM")
    assert [message.subject for message in mail.outbox] == ["Confirm the file that you sent"]
