"""From quarantine to the public and back: a contribution's whole life, compared with vault, shelf and ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.access import PUBLIC
from cms.conversation import selectors
from cms.conversation.contributions import deciding, files, own
from cms.conversation.contributions.offering import Offered
from cms.conversation.models import Contribution, ContributionStatus, Thread
from cms.conversation.services import authors, decide
from cms.conversation.services.erasing import erase_person, everything_about
from cms.conversation.services.posting import Posted
from cms.errors import Conflict, InvalidInput, InvalidToken, NotFound
from cms.ledger.models import Edition, Item
from cms.media import audit, shelf
from cms.media.models import Derivative, NewsroomImage, ShelfFile
from cms.media.storage import shelf as public_files
from cms.media.storage import vault
from tests.cms.conversation.contributions.conftest import TEXTS

pytestmark = pytest.mark.django_db(transaction=True)


def sweep() -> None:
    """What the worker does later."""
    ShelfFile.objects.update(needed_until=timezone.now() - timedelta(seconds=1))
    while shelf.sweep():
        pass


def assert_shelf_is_named() -> None:
    """Every file on the shelf is named by a current document, and the other way about."""
    found = audit.audit()
    assert (found.unrecorded, found.unnamed, found.missing) == ([], [], [])


def state_of(contribution: Contribution) -> str:
    return Item.objects.filter(pk=contribution.uid).values_list("state", flat=True).first() or ""


def test_in_quarantine_nothing_can_choose_it(sent: Callable[..., Contribution]) -> None:
    held = sent()
    assert held.status == "HELD"
    assert vault.exists(held.vault_name)
    assert (held.asset_kind, held.mime_type) == ("IMAGE", "image/jpeg")
    assert NewsroomImage.objects.count() == 0
    assert not Item.objects.filter(pk=held.uid).exists()
    assert list(public_files.names()) == []


def test_approved_it_is_public_with_its_comment(
    sent: Callable[..., Contribution], post: Callable[..., Posted], editor: Any, thread: Thread
) -> None:
    posted = post("Look at this.")
    held = sent(comment=posted.comment.pk, edit_token=posted.edit_token, credit="Ada Berg")
    before = Thread.objects.get(pk=thread.pk).seq
    approved = deciding.approve(held.uid, user=editor, texts=TEXTS)
    asset = approved.asset
    assert isinstance(asset, NewsroomImage)
    assert (asset.title, asset.alt, asset.credit) == ("The mast", "A mast.", "Ada Berg")
    assert asset.collection.name == files.COLLECTION
    content = selectors.get_comment(PUBLIC, posted.comment.pk)
    (attached,) = content["attachments"]
    assert attached == Item.objects.get(pk=held.uid).document
    assert attached["comment_id"] == str(posted.comment.pk)
    assert attached["item_id"] == str(thread.item_id)
    assert attached["contributor"] == {"name": posted.comment.author_name, "organisation": ""}
    assert attached["file"]["renditions"][0]["href"].startswith("http")
    assert Thread.objects.get(pk=thread.pk).seq > before
    assert content["seq"] == Thread.objects.get(pk=thread.pk).seq
    sweep()
    assert set(public_files.names()) == set(
        Derivative.objects.filter(asset_uid=asset.uid).values_list("shelf_name", flat=True)
    )
    assert_shelf_is_named()


def test_what_is_approved_waits_for_its_comment(
    sent: Callable[..., Contribution], post: Callable[..., Posted], editor: Any
) -> None:
    posted = post("Look at this.")
    decide.hold(posted.comment.pk, user=editor)
    held = sent(comment=posted.comment.pk, edit_token=posted.edit_token)
    deciding.approve(held.uid, user=editor, texts=TEXTS)
    assert state_of(held) == ""
    decide.publish(posted.comment.pk, user=editor)
    assert state_of(held) == "USABLE"
    assert len(selectors.get_comment(PUBLIC, posted.comment.pk)["attachments"]) == 1
    authors.withdraw_comment(posted.comment.pk, posted.edit_token)
    assert state_of(held) == "WITHDRAWN"
    assert selectors.get_comment(PUBLIC, posted.comment.pk)["attachments"] == []
    sweep()
    assert list(public_files.names()) == []
    assert_shelf_is_named()


def test_it_goes_and_comes_with_its_item_and_its_newsroom(
    sent: Callable[..., Contribution], editor: Any, thread: Thread, newsroom: Any
) -> None:
    held = sent()
    deciding.approve(held.uid, user=editor, texts=TEXTS)
    from cms.releases.models import ReleasePage

    page = ReleasePage.objects.get(pk=thread.item.source_id)
    page.unpublish()
    assert state_of(held) == "WITHDRAWN"
    page.refresh_from_db()
    page.save_revision().publish()
    assert state_of(held) == "USABLE"
    newsroom.refresh_from_db()
    newsroom.unpublish()
    assert state_of(held) == "WITHDRAWN"
    newsroom.refresh_from_db()
    newsroom.save_revision().publish()
    assert state_of(held) == "USABLE"


def test_what_its_contributor_takes_back_is_gone_everywhere(
    offered: Callable[..., Offered], sent: Callable[..., Contribution], editor: Any
) -> None:
    made = offered(key="")
    from io import BytesIO

    from cms.conversation.contributions.receiving import receive
    from tests.cms.conversation.contributions.conftest import jpeg

    held = receive(made.contribution.uid, made.ticket, BytesIO(jpeg()))
    approved = deciding.approve(held.uid, user=editor, texts=TEXTS)
    name = str(approved.asset.file.name)  # type: ignore[union-attr]
    with pytest.raises(InvalidToken):
        own.withdraw(held.uid, "wrong")
    assert own.withdraw(held.uid, made.edit_token).status == "WITHDRAWN"
    assert own.withdraw(held.uid, made.edit_token).status == "WITHDRAWN"
    assert NewsroomImage.objects.count() == 0
    assert not vault.exists(name)
    assert Item.objects.get(pk=held.uid).state == "WITHDRAWN"
    sweep()
    assert list(public_files.names()) == []
    assert_shelf_is_named()
    with pytest.raises(Conflict):
        deciding.approve(held.uid, user=editor, texts=TEXTS)


def test_what_is_rejected_is_kept_for_an_objection_of_six_months(
    sent: Callable[..., Contribution], editor: Any
) -> None:
    held = sent()
    deciding.approve(held.uid, user=editor, texts=TEXTS)
    rejected = deciding.reject(held.uid, user=editor, reason="COPYRIGHT", message="It is a press photo.")
    assert NewsroomImage.objects.count() == 0
    assert vault.exists(rejected.vault_name)
    assert state_of(held) == "WITHDRAWN"
    own.appeal(rejected, "I took it myself.")
    again = Contribution.objects.get(pk=held.pk)
    assert again.status == "HELD"
    deciding.approve(held.uid, user=editor, texts=TEXTS)
    assert state_of(held) == "USABLE"
    deciding.reject(held.uid, user=editor, reason="COPYRIGHT")
    last = Contribution.objects.get(pk=held.pk)
    with pytest.raises(Conflict):
        own.appeal(last, "Once more.")
    assert files.forget() == 0
    Contribution.objects.update(decided_at=timezone.now() - files.KEEP_REJECTED - timedelta(days=1))
    assert files.forget() == 1
    assert not vault.exists(last.vault_name)
    assert [event.to_status for event in last.events.all()] == [
        *("AWAITED", "HELD", "PUBLISHED", "REJECTED", "HELD", "PUBLISHED", "REJECTED")
    ]


@pytest.mark.parametrize(
    ("changes", "field"), [({"alt": " "}, "alt"), ({"credit": ""}, "credit"), ({"title": ""}, "title")]
)
def test_an_approval_needs_texts(
    sent: Callable[..., Contribution], editor: Any, changes: dict[str, str], field: str
) -> None:
    from dataclasses import replace

    held = sent()
    with pytest.raises(InvalidInput) as caught:
        deciding.approve(held.uid, user=editor, texts=replace(TEXTS, **changes))
    assert caught.value.field == field
    assert Contribution.objects.get(pk=held.pk).status == "HELD"
    assert NewsroomImage.objects.count() == 0


def test_erasing_a_person_erases_files_from_vault_and_shelf(
    sent: Callable[..., Contribution], editor: Any
) -> None:
    kept = sent(email="other@example.com")
    first, second = sent(email="Gone@example.com"), sent(email="gone@example.com")
    approved = deciding.approve(first.uid, user=editor, texts=TEXTS)
    name = str(approved.asset.file.name)  # type: ignore[union-attr]
    found = everything_about("gone@example.com", user=editor)["contributions"]
    assert {each["id"] for each in found} == {str(first.uid), str(second.uid)}
    waiting = second.vault_name
    assert erase_person("gone@example.com", user=editor).contributions == 2
    for each in (first, second):
        each.refresh_from_db()
        assert each.status == ContributionStatus.ERASED
        assert {getattr(each, column) for column in own.ERASED} == {""}
    assert not vault.exists(name)
    assert not vault.exists(waiting)
    assert Edition.objects.filter(item=first.uid).exclude(document=None).count() == 0
    assert vault.exists(kept.vault_name)
    sweep()
    assert list(public_files.names()) == []
    assert_shelf_is_named()


def test_what_nobody_sent_is_forgotten(offered: Callable[..., Offered]) -> None:
    made = offered()
    assert files.forget() == 0
    Contribution.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert files.forget() == 1
    with pytest.raises(NotFound):
        own.own_contribution(made.contribution.uid, made.edit_token)
