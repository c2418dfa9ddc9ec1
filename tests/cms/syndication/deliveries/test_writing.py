"""What is written for whom when something happens: in its transaction, with few statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cms.conversation.desk.crisis_switch import change_statement, switch_off, switch_on
from cms.conversation.services.decide import hold
from cms.ledger.models import Edition, Item
from cms.newsroom.models import NewsroomPage, Topic
from cms.releases.models import ReleasePage
from cms.syndication.deliveries.matching import Part, Stand
from cms.syndication.events import EVENTS, group_of
from cms.syndication.models import Delivery, Endpoint, Partner

pytestmark = pytest.mark.django_db


def events(endpoint: Endpoint) -> list[str]:
    return list(endpoint.deliveries.order_by("pk").values_list("event", flat=True))


def edit(page: ReleasePage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()


def test_there_are_these_events() -> None:
    assert len(EVENTS) == 23
    assert {"release.issued", "statement.withdrawn", "press_kit.corrected", "comment.removed"} < set(EVENTS)
    assert [group_of("RELEASE", kind) for kind in ("NEWS", "STATEMENT")] == ["release", "statement"]
    assert [group_of(type, "") for type in ("PERSON", "TOPIC", "CONTRIBUTION", "")] == [""] * 4


def test_the_life_of_a_release(make_release: Any, make_endpoint: Any) -> None:
    endpoint = make_endpoint()
    page = make_release("Turbines")
    edit(page, title="New turbines", correction_note="They are new.")
    page.unpublish()
    assert events(endpoint) == ["release.issued", "release.corrected", "release.withdrawn"]
    rows = list(endpoint.deliveries.order_by("pk"))
    item = Item.objects.get(type="RELEASE")
    assert {row.item for row in rows} == {row.subject for row in rows} == {item.uid}
    seqs = list(Edition.objects.filter(item=item).order_by("seq").values_list("seq", flat=True))
    assert [row.seq for row in rows] == seqs
    assert len({row.message_id for row in rows}) == 3
    assert all(len(row.message_id) == 36 and row.message_id.startswith("msg_") for row in rows)


def test_statements_are_no_releases(make_release: Any, make_endpoint: Any) -> None:
    releases = make_endpoint(events=["release.issued", "release.withdrawn"])
    statements = make_endpoint(events=["statement.*"])
    page = make_release("Our position", kind="STATEMENT")
    assert (events(releases), events(statements)) == ([], ["statement.issued"])
    edit(page, kind="NEWS")
    assert events(releases) == ["release.issued"]
    assert events(statements) == ["statement.issued", "statement.withdrawn"]  # it is a statement no longer
    assert [row.leaves for row in statements.deliveries.order_by("pk")] == [False, True]


def test_filters_of_kind_and_newsroom(
    newsroom: NewsroomPage, second_newsroom: NewsroomPage, make_release: Any, make_endpoint: Any
) -> None:
    here, news, there = (
        make_endpoint(newsrooms=[newsroom]),
        make_endpoint(kinds=["NEWS"]),
        make_endpoint(newsrooms=[second_newsroom]),
    )
    page = make_release("A", kind="NEWS")
    make_release("B", kind="BLOG_POST")
    assert events(here) == ["release.issued", "release.issued"]
    assert (events(news), events(there)) == (["release.issued"], [])
    page.move(second_newsroom, pos="last-child")
    ReleasePage.objects.get(pk=page.pk).save_revision().publish()
    assert events(there)[:1] == ["release.issued"]
    assert events(here) == ["release.issued", "release.issued", "release.withdrawn"]
    assert events(news)[0] == "release.issued"
    assert "release.withdrawn" not in events(news)


def test_the_scope_of_a_partner(
    newsroom: NewsroomPage, make_release: Any, make_endpoint: Any, topic: Topic
) -> None:
    partners = [Partner.objects.create(organisation=name) for name in ("Kinds", "Topics", "Locales", "Off")]
    kinds, topics, locales, off = (make_endpoint(partner=partner) for partner in partners)
    partners[0].kinds = ["STATEMENT"]
    partners[1].topics.set([topic])
    partners[2].locales = ["sv"]
    partners[3].active = False
    for partner in partners:
        partner.save()
    make_release("Plain")
    assert [events(each) for each in (kinds, topics, locales, off)] == [[], [], [], []]
    make_release("Statement", kind="STATEMENT")
    make_release("Wind", topics=[topic])
    assert [events(each) for each in (kinds, topics, locales, off)] == [
        ["statement.issued"],
        ["release.issued"],
        [],
        [],
    ]


def test_what_a_partner_may_use(make_asset_page: Any, make_release: Any, make_endpoint: Any) -> None:
    all_, without_ai, none, assets = (
        make_endpoint(partner=Partner.objects.create(organisation=use, asset_use=use, kinds=kinds))
        for use, kinds in (("ALL", []), ("WITHOUT_AI", []), ("NONE", []), ("ALL", ["ASSET"]))
    )
    make_asset_page("Mast")
    make_release("Text")
    assert events(all_) == ["asset.issued", "release.issued"]
    assert events(without_ai) == ["asset.issued", "release.issued"]
    assert events(none) == ["release.issued"]
    assert events(assets) == ["asset.issued"]
    whole = Part(asset_use="WITHOUT_AI")
    plain = Stand("ASSET", "IMAGE", None, "en", frozenset())
    assert [whole.has(each) for each in (plain, replace(plain, ai_generated=True))] == [True, False]


def test_a_newsroom_that_closes_takes_all_along(
    newsroom: NewsroomPage, make_release: Any, make_endpoint: Any
) -> None:
    make_release("A")
    make_release("B")
    endpoint = make_endpoint()
    newsroom.strapline = "Wind for all"
    NewsroomPage.objects.get(pk=newsroom.pk).unpublish()
    assert sorted(events(endpoint)) == ["newsroom.updated", "release.withdrawn", "release.withdrawn"]


def test_paused_endpoints_are_remembered_and_disabled_ones_are_not(
    make_release: Any, make_endpoint: Any
) -> None:
    paused, disabled = make_endpoint(state="PAUSED"), make_endpoint(state="DISABLED")
    make_release("A")
    assert (events(paused), events(disabled)) == (["release.issued"], [])


def test_what_is_rolled_back_is_told_to_nobody(
    newsroom: NewsroomPage, make_release: Any, make_endpoint: Any
) -> None:
    make_endpoint()
    with transaction.atomic():
        make_release("A")
        assert Delivery.objects.count() == 1
        transaction.set_rollback(True)
    assert Delivery.objects.count() == 0


def test_drafts_and_embargoes_are_told_to_nobody(make_release: Any, make_endpoint: Any) -> None:
    make_endpoint()
    make_release("Secret", publish=False)
    assert Delivery.objects.count() == 0


def test_comments_come_and_go(thread: Any, post: Any, make_endpoint: Any, admin_user: Any) -> None:
    endpoint = make_endpoint(events=["comment.published", "comment.removed"])
    partner = Partner.objects.create(organisation="Quiet", comments=False)
    quiet = make_endpoint(partner=partner)
    comment = post("When do they turn?").comment
    hold(comment.pk, user=admin_user)
    assert events(endpoint) == ["comment.published", "comment.removed"]
    assert events(quiet) == []
    rows = list(endpoint.deliveries.order_by("pk"))
    assert {(row.item, row.comment, row.subject) for row in rows} == {
        (thread.item_id, comment.pk, comment.pk)
    }
    assert rows[0].seq < rows[1].seq


def statements(newsroom: NewsroomPage, endpoints: int, releases: int, make_endpoint: Any) -> int:
    for _ in range(endpoints):
        make_endpoint()
    for number in range(releases):
        newsroom.add_child(instance=ReleasePage(title=f"{endpoints} {number}", live=True))
    with CaptureQueriesContext(connection) as captured:
        NewsroomPage.objects.get(pk=newsroom.pk).unpublish()
    assert Delivery.objects.filter(event="release.withdrawn").count() == endpoints * releases
    return sum("newsroom_syndication" in query["sql"] for query in captured)


def test_many_editions_for_many_endpoints_take_few_statements(
    newsroom: NewsroomPage, make_endpoint: Any
) -> None:
    few = statements(newsroom, 1, 2, make_endpoint)
    Delivery.objects.all().delete()
    Endpoint.objects.all().delete()
    NewsroomPage.objects.get(pk=newsroom.pk).save_revision().publish()
    ReleasePage.objects.all().delete()
    Delivery.objects.all().delete()
    many = statements(newsroom, 6, 10, make_endpoint)
    assert (few, many) == (few, few)
    assert few <= 12


def test_what_a_newsroom_officially_says_in_a_crisis_is_news(
    make_release: Any, make_endpoint: Any, newsroom: NewsroomPage, django_user_model: Any
) -> None:
    editor = django_user_model.objects.create_superuser("editor")
    page = make_release("Our position", kind="STATEMENT")
    said = Item.objects.get(source_type="page", source_id=page.pk)
    endpoint, other = make_endpoint(), make_endpoint(events=["release.*"])
    period = switch_on(user=editor, newsroom=newsroom, reason="A mast fell.", statement=said)
    change_statement(user=editor, period=period, statement=None)
    switch_off(user=editor, period=period)
    assert (events(endpoint), events(other)) == (["newsroom.updated"] * 3, [])
    newest = Edition.objects.filter(item__type="NEWSROOM").latest("seq")
    assert {row.seq for row in endpoint.deliveries.all()} == {newest.seq}
    assert endpoint.deliveries.values("message_id").distinct().count() == 3
