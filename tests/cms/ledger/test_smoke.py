from cms.access import PUBLIC
from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Item
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, list_items, resolve_path
from cms.releases.models import ReleaseContact


def test_publish_correct_withdraw(make_release, person, topic):
    release = make_release("Vindpark i drift", summary="A", topics=[topic], contacts=[ReleaseContact(person=person)])
    assert [(e.seq, e.action, e.item.type) for e in Edition.objects.all()] == [
        (1, "ISSUED", "NEWSROOM"),
        (2, "ISSUED", "PERSON"),
        (3, "ISSUED", "TOPIC"),
        (4, "ISSUED", "RELEASE"),
    ]
    page = list_items(PUBLIC, ItemFilter(type=ItemType.RELEASE, newsroom="norrvind", topic=topic.uid), PageRequest())
    assert [row.content["title"] for row in page.rows] == ["Vindpark i drift"]
    release.title = "Vindparken i drift"
    release.correction_note = "The title."
    release.save_revision().publish()
    assert Edition.objects.last().action == "CORRECTED"
    assert resolve_path(PUBLIC, f"/norrvind/{release.slug}").row.content["corrections"][0]["note"] == "The title."
    release.refresh_from_db()
    release.withdrawal_reason = "Wrong."
    release.unpublish()
    assert [(e.seq, e.action, e.item.type) for e in Edition.objects.filter(seq__gt=5).order_by("seq")][0] == (
        6, "WITHDRAWN", "RELEASE",
    )
    assert Item.objects.filter(state="USABLE").count() == 1
