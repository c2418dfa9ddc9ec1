"""Discussions: lists, whole discussions, their public history."""

from __future__ import annotations

from cms.conversation.document import Discussion
from cms.ledger.document import ItemType
from newsroom_api.rest.answers import (
    ShownDiscussion,
    card_model,
    detail_model,
    field_names,
    list_model,
    selection_model,
)
from newsroom_api.rest.asking import DiscussionsQuery
from newsroom_api.rest.base import ItemEditionsView
from newsroom_api.rest.formats import FormattedDetailView, FormattedListView, formatted
from newsroom_api.rest.parameters import Query, selecting

Selection = selection_model(Discussion)
FIELDS = field_names(Discussion)


class DiscussionListView(FormattedListView):
    """List public discussions: subjects that are put up for conversation."""

    operation, tag = "list_discussions", "discussions"
    type = ItemType.DISCUSSION
    document = Discussion
    query = formatted(selecting(DiscussionsQuery, FIELDS))
    answer_model = list_model("DiscussionList", card_model(Discussion) | Selection)


class DiscussionView(FormattedDetailView):
    """Read a public discussion. What is said in it: its thread."""

    operation, tag = "read_discussion", "discussions"
    type = ItemType.DISCUSSION
    document = Discussion
    query = formatted(selecting(Query, FIELDS))
    answer_model = detail_model(ShownDiscussion, Selection)


class DiscussionEditionsView(ItemEditionsView):
    """List the public history of a discussion, oldest first, its withdrawal included."""

    operation, tag = "list_discussion_editions", "discussions"
    type = ItemType.DISCUSSION
