"""Lists, filters and addresses of items, on both databases."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access import PUBLIC
from cms.errors import InvalidInput, NotFound, Withdrawn
from cms.ledger.document import ItemType
from cms.ledger.models import Address, Edition, Facet, Item
from cms.ledger.names import name_key
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, Order, count_items, list_items, resolve_path

pytestmark = pytest.mark.django_db
EPOCH = datetime(2026, 1, 1, 12, 0, 0, 999999, tzinfo=UTC)
numbers = iter(range(1, 10**9))


def make(
    *, newsroom=None, type=ItemType.RELEASE, at=EPOCH, facets=(), slug=None, state=Item.State.USABLE, **fields
):
    number = next(numbers)
    usable = state == Item.State.USABLE
    item = Item.objects.create(
        source_type="test",
        source_id=number,
        type=type,
        newsroom=newsroom,
        slug=slug or f"item-{number}",
        state=state,
        version=1,
        seq=number,
        published_at=at,
        updated_at=at,
        card={"n": number} if usable else None,
        document={"n": number} if usable else None,
        **{"locale": "sv", "kind": "NEWS"} | fields,
    )
    Facet.objects.bulk_create(Facet(item=item, name=name, value=value) for name, value in facets)
    if not usable:
        Edition.objects.create(
            seq=number, item=item, version=1, action="WITHDRAWN", note="Wrong.", issued_at=at
        )
    return item


def home(slug, **fields):
    return make(type=ItemType.NEWSROOM, slug=slug, kind="", **fields)


def walk(wanted, size, *, order=Order.NEWEST, backward=False, between=lambda: None):
    """Every id of the list, page by page, in the order of the list."""
    seen, cursor = [], None
    while True:
        asked = PageRequest(last=size, before=cursor) if backward else PageRequest(first=size, after=cursor)
        page = list_items(PUBLIC, wanted, asked, order=order)
        ids = [row.uid for row in page.rows]
        seen = ids + seen if backward else seen + ids
        if not (page.has_previous if backward else page.has_next):
            return seen
        cursor = page.cursors[0 if backward else -1]
        between()


def ids(**wanted):
    filter_ = ItemFilter(**{"type": ItemType.RELEASE} | wanted)
    rows = list_items(PUBLIC, filter_, PageRequest(first=100)).rows
    assert count_items(PUBLIC, filter_) == len(rows)
    return {row.uid for row in rows}


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.UPDATED])
@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("size", [1, 3, 7])
def test_walks_are_exact_with_equal_times_and_microseconds(order, backward, size):
    times = [
        EPOCH,
        EPOCH,
        EPOCH,
        EPOCH + timedelta(microseconds=1),
        EPOCH - timedelta(microseconds=999999),
        EPOCH,
    ]
    items = [make(at=at) for at in times] + [make(at=EPOCH + timedelta(days=1))]
    newest_last = sorted(items, key=lambda item: (item.published_at, item.uid))
    expected = [item.uid for item in (newest_last[::-1] if order is Order.NEWEST else newest_last)]
    assert walk(ItemFilter(type=ItemType.RELEASE), size, order=order, backward=backward) == expected


@given(st.integers(0, 2**32), st.integers(1, 5), st.booleans(), st.sampled_from([Order.NEWEST, Order.OLDEST]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_stays_is_seen_exactly_once_while_others_come_and_go(db, seed, size, backward, order):
    dice = random.Random(seed)
    Item.objects.filter(type=ItemType.RELEASE).update(state=Item.State.WITHDRAWN)

    def moment():
        return EPOCH + timedelta(microseconds=dice.randrange(4))

    staying = {make(at=moment()).uid for _ in range(12)}
    leaving = [make(at=moment()).uid for _ in range(6)]

    def happen():
        make(at=moment())
        if leaving and dice.random() < 0.7:
            Item.objects.filter(uid=leaving.pop(dice.randrange(len(leaving)))).update(
                state=Item.State.WITHDRAWN
            )

    seen = walk(ItemFilter(type=ItemType.RELEASE), size, order=order, backward=backward, between=happen)
    assert len(seen) == len(set(seen))
    assert staying <= set(seen)


def test_filters(db):
    topic, person = uuid4(), uuid4()
    one, two = home("one"), home("two")
    a = make(
        newsroom=one, kind="EVENT", facets=[("topic", str(topic)), ("tag", "vindkraft"), ("asset", "IMAGE")]
    )
    b = make(
        newsroom=one,
        pinned=True,
        locale="en",
        at=EPOCH + timedelta(hours=1),
        facets=[("person", str(person))],
    )
    c = make(newsroom=two, slug="c", at=EPOCH + timedelta(hours=2))
    make(newsroom=one, state=Item.State.WITHDRAWN)
    assert ids() == {a.uid, b.uid, c.uid}
    assert ids(newsroom="one") == {a.uid, b.uid}
    assert ids(newsroom="two", slug="c") == {c.uid}
    assert ids(kinds=["EVENT"]) == {a.uid}
    assert ids(kinds=["EVENT", "NEWS"]) == {a.uid, b.uid, c.uid}
    assert ids(topic=topic) == {a.uid}
    assert ids(topic=uuid4()) == set()
    assert ids(tag="VindKraft") == {a.uid}
    assert ids(tag="x" * 5000) == ids(slug="x" * 5000) == set()
    assert ids(person=person) == {b.uid}
    assert ids(asset_type="IMAGE") == {a.uid}
    assert ids(asset_type="VIDEO") == set()
    assert ids(locale="EN") == {b.uid}
    assert ids(pinned=True) == {b.uid}
    assert ids(pinned=False) == {a.uid, c.uid}
    assert ids(published_from=EPOCH + timedelta(hours=1)) == {b.uid, c.uid}
    assert ids(published_before=EPOCH + timedelta(hours=1)) == {a.uid}
    assert ids(updated_since=EPOCH + timedelta(hours=2)) == {c.uid}
    assert ids(newsroom="one", topic=topic, kinds=["EVENT"], locale="sv") == {a.uid}


def test_people_and_topics_of_a_newsroom_are_those_that_its_items_name(db):
    one, two = home("one"), home("two")
    people = [make(type=ItemType.PERSON, slug="", kind="") for _ in range(3)]
    topic = make(type=ItemType.TOPIC, slug="wind", kind="")
    make(newsroom=one, facets=[("person", str(people[0].uid)), ("topic", str(topic.uid))])
    make(newsroom=two, facets=[("person", str(people[1].uid))])
    Facet.objects.create(item=one, name="person", value=str(people[2].uid))
    assert ids(type=ItemType.PERSON, newsroom="one") == {people[0].uid, people[2].uid}
    assert ids(type=ItemType.PERSON, newsroom="two") == {people[1].uid}
    assert ids(type=ItemType.TOPIC, newsroom="one") == {topic.uid}
    assert ids(type=ItemType.TOPIC, newsroom="two") == set()


@pytest.mark.parametrize(
    ("wanted", "field", "message"),
    [
        (
            {"kinds": ["NOVEL"]},
            "kinds",
            "'NOVEL' is unknown. Known are: PRESS_RELEASE, NEWS, BLOG_POST, STATEMENT, EVENT.",
        ),
        (
            {"asset_type": "SMELL"},
            "asset_type",
            "'SMELL' is unknown. Known are: IMAGE, VIDEO, AUDIO, DOCUMENT.",
        ),
        (
            {"type": ItemType.TOPIC, "kinds": ["NEWS"]},
            "kinds",
            "'NEWS' is unknown. Known are: none for this type of item.",
        ),
        (
            {"type": ItemType.ASSET, "kinds": ["NEWS"]},
            "kinds",
            "'NEWS' is unknown. Known are: IMAGE, VIDEO, AUDIO, DOCUMENT.",
        ),
        ({"newsroom": "a\0b"}, "newsroom", "The value holds characters that are no text."),
        ({"tag": "\ud800"}, "tag", "The value holds characters that are no text."),
        ({"updated_since": datetime(2026, 1, 1)}, "updated_since", "The time needs a time zone, such as Z."),  # noqa: DTZ001
    ],
)
def test_what_no_item_can_have_is_refused(wanted, field, message):
    with pytest.raises(InvalidInput) as refused:
        ItemFilter(**{"type": ItemType.RELEASE} | wanted)
    assert (refused.value.field, refused.value.message) == (field, message)


def test_an_unknown_locale_is_refused_with_those_that_are_known():
    with pytest.raises(InvalidInput, match=r"'xx' is unknown. Known are: .*\bsv\b") as refused:
        ItemFilter(type=ItemType.RELEASE, locale="xx")
    assert refused.value.field == "locale"


def test_an_unknown_newsroom_is_not_an_empty_list(db):
    home("one")
    assert ids(newsroom="one") == set()
    with pytest.raises(NotFound, match="No newsroom has the slug 'three'"):
        ids(newsroom="three")
    home("shut", state=Item.State.WITHDRAWN)
    with pytest.raises(Withdrawn):
        ids(newsroom="shut")


def test_a_list_is_one_statement_at_any_size(db, django_assert_num_queries):
    one = home("one")
    for size in (5, 50):
        for _ in range(size):
            make(newsroom=one, facets=[("tag", "a")])
        with django_assert_num_queries(1):
            list_items(
                PUBLIC,
                ItemFilter(type=ItemType.RELEASE, newsroom="one", tag="a", kinds=["NEWS"]),
                PageRequest(),
            )


def at(path):
    found = resolve_path(PUBLIC, path)
    return found.row.uid, found.moved_to


def test_paths_lead_to_what_is_there_now_and_was_there_before(db, django_assert_num_queries):
    one, two = home("one"), home("two")
    item, moved, other = (
        make(newsroom=one, slug="a"),
        make(newsroom=two, slug="moved"),
        make(newsroom=two, slug="b"),
    )
    Address.objects.create(newsroom_slug="old", slug="", item=one)
    Address.objects.create(newsroom_slug="one", slug="former", item=item)
    Address.objects.create(newsroom_slug="old", slug="older", item=item)
    Address.objects.create(newsroom_slug="one", slug="moved", item=moved)
    Address.objects.create(newsroom_slug="two", slug="alias", item=item, alias_page_id=1)
    for path, expected in {
        "/one": (one.uid, None),
        "/one/a": (item.uid, None),
        "one/a/": (item.uid, None),
        "/old": (one.uid, "/one"),
        "/old/a": (item.uid, "/one/a"),
        "/one/former": (item.uid, "/one/a"),
        "/old/older": (item.uid, "/one/a"),
        "/one/moved": (moved.uid, "/two/moved"),
        "/two/alias": (item.uid, "/one/a"),
        "/two/b": (other.uid, None),
    }.items():
        with django_assert_num_queries(1):
            assert at(path) == expected
    for path in ("/", "", "/one/b", "/three", "/one/a/b", "/two/a"):
        with pytest.raises(NotFound), django_assert_num_queries(1):
            at(path)


def test_what_is_there_now_goes_before_what_was_there(db):
    one, two = home("one"), home("two")
    old, new = make(newsroom=two, slug="x"), make(newsroom=one, slug="a")
    Address.objects.create(newsroom_slug="one", slug="a", item=old)
    Address.objects.create(newsroom_slug="one", slug="", item=two)
    assert at("/one/a") == (new.uid, None)
    assert at("/one") == (one.uid, None)
    assert at("/one/x") == (old.uid, "/two/x")


def test_withdrawn_items_are_gone_from_all_their_addresses(db, django_assert_num_queries):
    one = home("one")
    item = make(newsroom=one, slug="a", state=Item.State.WITHDRAWN)
    Address.objects.create(newsroom_slug="one", slug="former", item=item)
    for path in ("/one/a", "/one/former"):
        with pytest.raises(Withdrawn) as gone, django_assert_num_queries(2):
            at(path)
        assert (gone.value.reason, gone.value.withdrawn_at) == ("Wrong.", "2026-01-01T12:00:00.999999Z")
    again = make(newsroom=one, slug="a")
    assert at("/one/a") == (again.uid, None)


@pytest.mark.parametrize("path", ["/one\0", "/\ud800/a"])
def test_paths_that_are_no_text_are_refused(db, path):
    with pytest.raises(InvalidInput):
        at(path)


def test_addresses_follow_changes_of_slug(make_release, newsroom):
    release = make_release("Vindpark")
    old = release.slug
    release.slug = "ny-adress"
    release.save_revision().publish()
    assert at(f"/norrvind/{old}")[1] == "/norrvind/ny-adress"
    newsroom.refresh_from_db()
    newsroom.slug = "nordvind"
    newsroom.save_revision().publish()
    for path in (f"/norrvind/{old}", "/norrvind/ny-adress"):
        assert at(path)[1] == "/nordvind/ny-adress"
    assert at("/norrvind")[1] == "/nordvind"
    assert at("/nordvind/ny-adress")[1] is None


def test_names_are_from_a_to_z_in_their_language_both_ways(db):
    swedish = ["Zara", "örn", "Åsa", "anna", "Ärla", "Anna B", "É-post", "(Edith)", "Øst"]
    expected = ["anna", "Anna B", "É-post", "(Edith)", "Zara", "Åsa", "Ärla", "örn", "Øst"]
    for name in swedish:
        make(type=ItemType.PERSON, title=name, name_key=name_key(name, "sv"))
    for backward in (False, True):
        for size in (1, 2, 7):
            found = walk(ItemFilter(type=ItemType.PERSON), size, order=Order.NAME, backward=backward)
            titles = dict(Item.objects.values_list("uid", "title"))
            shown = [titles[uid] for uid in found]
            assert shown == expected
    assert [name_key("Öst", "en") < name_key("Pär", "en"), name_key("Öst", "sv") > name_key("Pär", "sv")] == [
        True,
        True,
    ]


def test_equal_names_are_seen_once_and_other_lists_have_no_order_by_name(db):
    people = {make(type=ItemType.TOPIC, title="Same", name_key=name_key("Same", "sv")).uid for _ in range(5)}
    found = walk(ItemFilter(type=ItemType.TOPIC), 2, order=Order.NAME)
    assert (len(found), set(found)) == (5, people)
    with pytest.raises(InvalidInput, match="The order NAME is for newsrooms, people and topics"):
        list_items(PUBLIC, ItemFilter(type=ItemType.RELEASE), PageRequest(first=1), order=Order.NAME)
