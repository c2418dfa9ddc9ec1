"""Newsrooms, topics and people: lists and whole items."""

from __future__ import annotations

from cms.ledger.document import ItemType
from cms.newsroom.document import Newsroom, Person, Topic
from newsroom_api.rest.answers import (
    ShownNewsroom,
    card_model,
    detail_model,
    field_names,
    list_model,
    selection_model,
)
from newsroom_api.rest.base import ItemDetailView, ItemListView
from newsroom_api.rest.parameters import NewsroomsQuery, PeopleQuery, Query, TopicsQuery, selecting

NewsroomSelection = selection_model(Newsroom)
TopicSelection = selection_model(Topic)
PersonSelection = selection_model(Person)


class NewsroomListView(ItemListView):
    """List public newsrooms."""

    operation, tag = "list_newsrooms", "newsrooms"
    type = ItemType.NEWSROOM
    document = Newsroom
    query = selecting(NewsroomsQuery, field_names(Newsroom))
    answer_model = list_model("NewsroomList", card_model(Newsroom) | NewsroomSelection)


class NewsroomView(ItemDetailView):
    """Read a public newsroom."""

    operation, tag = "read_newsroom", "newsrooms"
    type = ItemType.NEWSROOM
    document = Newsroom
    query = selecting(Query, field_names(Newsroom))
    answer_model = detail_model(ShownNewsroom, NewsroomSelection)


class TopicListView(ItemListView):
    """List public topics."""

    operation, tag = "list_topics", "topics"
    type = ItemType.TOPIC
    document = Topic
    query = selecting(TopicsQuery, field_names(Topic))
    answer_model = list_model("TopicList", card_model(Topic) | TopicSelection)


class TopicView(ItemDetailView):
    """Read a public topic."""

    operation, tag = "read_topic", "topics"
    type = ItemType.TOPIC
    document = Topic
    query = selecting(Query, field_names(Topic))
    answer_model = detail_model(Topic, TopicSelection)


class PersonListView(ItemListView):
    """List public people."""

    operation, tag = "list_people", "people"
    type = ItemType.PERSON
    document = Person
    query = selecting(PeopleQuery, field_names(Person))
    answer_model = list_model("PersonList", card_model(Person) | PersonSelection)


class PersonView(ItemDetailView):
    """Read a public person."""

    operation, tag = "read_person", "people"
    type = ItemType.PERSON
    document = Person
    query = selecting(Query, field_names(Person))
    answer_model = detail_model(Person, PersonSelection)
