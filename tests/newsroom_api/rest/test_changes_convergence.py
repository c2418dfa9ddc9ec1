"""Whatever editors do, in whatever order and between whatever pages, each reader's copy is its part of the ledger."""

from __future__ import annotations

import random

import pytest
from wagtail.models import Page

from cms.ledger.models import Edition, Item
from cms.newsroom.models import NewsroomPage, Topic
from cms.releases.models import ReleasePage

from .follower import Follower

WORKS = 40
KINDS = ("NEWS", "STATEMENT", "PRESS_RELEASE")


class Editors:
    """People who work in two newsrooms, without a plan."""

    def __init__(self, seed, newsrooms, topics):
        self.dice = random.Random(seed)
        self.newsrooms, self.topics = newsrooms, topics

    def work(self):
        deed = self.dice.choice(
            (self.publish, self.publish, self.change, self.change, self.withdraw, self.move, self.rename)
        )
        deed()

    def some(self):
        pages = list(ReleasePage.objects.order_by("pk"))
        return self.dice.choice(pages) if pages else None

    def publish(self):
        home = NewsroomPage.objects.get(pk=self.dice.choice(self.newsrooms).pk)
        page = ReleasePage(title=f"Release {self.dice.random()}", live=False, kind=self.dice.choice(KINDS))
        page.topics = self.dice.sample(self.topics, self.dice.choice((0, 1)))
        home.add_child(instance=page)
        page.save_revision().publish()

    def change(self):
        if page := self.some():
            page.summary, page.kind = f"Changed {self.dice.random()}", self.dice.choice(KINDS)
            page.topics = self.dice.sample(self.topics, self.dice.choice((0, 1)))
            page.correction_note = self.dice.choice(("", "It was wrong."))
            page.save_revision().publish()

    def withdraw(self):
        if page := self.some():
            page.unpublish()

    def move(self):
        if page := self.some():
            target = NewsroomPage.objects.get(pk=self.dice.choice(self.newsrooms).pk)
            if page.get_parent().pk != target.pk:
                page.move(target, pos="last-child")

    def rename(self):
        topic = self.dice.choice(self.topics)
        topic.description = f"About {self.dice.random()}"
        topic.save()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_each_copy_is_its_part_of_the_ledger(
    client, newsroom, second_newsroom, topic, make_partner, key_of, seed
):
    other = Topic.objects.create(name="Solar", slug="solar", locale=newsroom.locale)
    editors = Editors(seed, [newsroom, second_newsroom], [topic, other])
    home = str(Item.objects.get(slug="norrvind").pk)

    def is_home(document):
        return document["id"] == home or (document.get("newsroom") or {}).get("id") == home

    def is_filed(document):
        return topic.uid in [Item.objects.get(pk=each["id"]).pk for each in document.get("topics", ())]

    readers = [
        (Follower(client, page_size=3), lambda document: True),
        (Follower(client, key_of(make_partner(newsrooms=[newsroom])), page_size=2), is_home),
        (
            Follower(client, key_of(make_partner(kinds=["NEWS"])), page_size=1),
            lambda each: each.get("kind") == "NEWS",
        ),
        (Follower(client, key_of(make_partner(topics=[topic]))), is_filed),
        (Follower(client, newsroom="norrvind", page_size=1), is_home),
    ]
    for _each in range(WORKS):
        editors.work()
        for reader, _part in readers:
            if editors.dice.random() < 0.4:
                reader.ask()
    current = {str(item.pk): item.document for item in Item.objects.filter(state="USABLE")}
    assert len(current) > 5
    assert Page.objects.count() > 5
    for reader, is_mine in readers:
        reader.catch_up()
        assert reader.copy == {uid: document for uid, document in current.items() if is_mine(document)}
        told = [(change["item"], change["version"]) for change in reader.told]
        assert len(told) == len(set(told))
        versions: dict[str, int] = {}
        for item, version in told:
            assert version > versions.get(item, 0)
            versions[item] = version
    assert Edition.objects.count() > WORKS / 2
