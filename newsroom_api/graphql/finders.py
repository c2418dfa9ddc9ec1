"""Finds what is no part of the documents, each field for all documents of a level of the query at once.

A finder puts what it finds into the holders. Where an item is found, its id is enough: `links.py` reads the items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast
from uuid import UUID

from graphql import GraphQLResolveInfo

from cms.conversation import levels, selectors
from cms.conversation.desk.crisis import official_statements
from cms.conversation.desk.figures import public_answer_times
from cms.conversation.filters import CommentFilter, CommentOrder, CommentView
from cms.conversation.policies import policies_of
from cms.errors import InvalidInput
from cms.ledger.document import ItemType
from cms.ledger.paging import PageOf, PageRequest
from cms.ledger.selectors import items_by_id
from cms.ledger.usage import items_showing
from cms.syndication.feeds import feed_links
from cms.syndication.shares.texts import share_content
from newsroom_api.caching import item_key, thread_key
from newsroom_api.conversation.drafts import NO_THREAD, thread_to_come
from newsroom_api.graphql.connections import naming_cursor, page_content, page_request
from newsroom_api.graphql.lookahead import Content, Step
from newsroom_api.metadata import metadata_of

MOST_ABOVE = 20
"""How many comments above one are shown with it, from itself up."""


class Place(NamedTuple):
    """A content, and the step to take in it."""

    holder: Content
    step: Step


def find_usage(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """Links to the releases that show the files of assets; the releases are read with it."""
    context = info.context
    context.keys.add("list-release")
    first = PageRequest(first=places[0].step.arguments.get("first")).size
    whole = any(place.step.whole for place in places)
    files = {UUID(place.holder["file_id"]) for place in places}
    found = items_showing(context.viewer, files, type=ItemType.RELEASE, first=first, whole=whole)
    rows = {str(row.uid): row for shown in found.values() for row in shown}
    context.keys.update(map(item_key, rows))
    for uid in rows.keys() - context.wholes:
        context.linked[uid] = rows[uid].content
    context.wholes |= rows.keys() if whole else set()
    for holder, step in places:
        holder[step.key] = [{"id": str(row.uid)} for row in found[UUID(holder["file_id"])]]


def find_threads(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The threads of items, and those that comments are in."""
    viewer = info.context.viewer
    of_comments = {UUID(place.holder["thread_id"]) for place in places if "thread_id" in place.holder}
    of_items = {UUID(place.holder["id"]) for place in places if "thread_id" not in place.holder}
    by_id = selectors.threads_by_id(viewer, of_comments)
    by_item = selectors.threads_of(viewer, of_items)
    drafts = [place.holder for place in places if UUID(place.holder["id"]) in of_items - by_item.keys()]
    to_come = _threads_to_come(info, drafts)
    for holder, step in places:
        if "thread_id" in holder:
            found = by_id.get(UUID(holder["thread_id"]))
        else:
            found = by_item.get(UUID(holder["id"])) or to_come[holder["id"]]
        holder[step.key] = found
    info.context.keys.update(thread_key(uid) for uid in [*by_id, *(each["id"] for each in by_item.values())])


def _threads_to_come(info: GraphQLResolveInfo, drafts: Sequence[Content]) -> dict[str, Content]:
    """What the threads of items will be that have none yet: empty, in the mode that they would have now."""
    if not drafts:
        return {}
    context = info.context
    homes = {draft["newsroom"]["id"] for draft in drafts} - context.wholes
    rows = items_by_id(context.viewer, [UUID(uid) for uid in homes])
    newsrooms = context.linked | {str(uid): row.content for uid, row in rows.items()}
    return {
        draft["id"]: thread_to_come(
            context.viewer, draft, newsrooms.get(draft["newsroom"]["id"], draft["newsroom"])
        )
        for draft in drafts
    }


def find_official_statements(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The statements that a crisis pins to newsrooms and other items; they are read with it."""
    context = info.context
    found = official_statements({UUID(place.holder["id"]) for place in places})
    for pinned in found.values():
        context.linked[str(pinned.pk)] = pinned.document
        context.wholes.add(str(pinned.pk))
        context.keys.add(item_key(pinned.pk))
    for holder, step in places:
        statement = found.get(UUID(holder["id"]))
        holder[step.key] = {"id": str(statement.pk)} if statement else None


def find_shares(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """What helps to share releases, made of their documents."""
    for holder, step in places:
        holder[step.key] = share_content(holder)


def find_answer_times(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """How long newsrooms take to answer, where they show it."""
    found = public_answer_times({UUID(place.holder["id"]) for place in places})
    for holder, step in places:
        holder[step.key] = found.get(UUID(holder["id"]))


def find_feeds(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The feeds of newsrooms: they follow from what is known of each."""
    for holder, step in places:
        holder[step.key] = [link.model_dump(mode="json") for link in feed_links(holder)]


def find_items(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """Links to the items that threads belong to. That of a preview is the draft itself."""
    for holder, step in places:
        holder[step.key] = {"id": holder["item_id"]}
        info.context.keys.add(item_key(holder["item_id"]))


def find_statements(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """Links to the statements that official answers name."""
    for holder, step in places:
        holder[step.key] = {"id": holder["statement_id"]} if holder["statement_id"] else None


def find_people(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """Links to the people who speak for the organisation."""
    for holder, step in places:
        holder[step.key] = {"id": holder["person_id"]} if holder["person_id"] else None


def find_comments(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """A page of the comments of each thread."""
    arguments, single = places[0].step.arguments, places[0].step.single
    viewer, order = info.context.viewer, arguments.get("order") or CommentOrder.NEWEST
    request = page_request(arguments)
    first = request.size  # says what is wrong, for empty threads too
    _check_cursors(arguments, single=single)
    wanted = {
        place.holder["id"]: _filter(place.holder["id"], arguments)
        for place in places
        if place.holder["id"] != NO_THREAD and place.holder["mode"] != "OFF"
    }
    pages: dict[str, PageOf[Content]]
    if request.cursor is None and not request.backward:
        found = levels.first_comments(viewer, list(wanted.values()), first=first, order=order)
        pages = {str(uid): page for uid, page in found.items()}
    else:
        with naming_cursor(arguments):
            pages = {
                uid: selectors.list_comments(viewer, each, request, order=order)
                for uid, each in wanted.items()
            }
    counts = (
        levels.count_comments(viewer, list(wanted.values()))
        if any(place.step.counted for place in places)
        else {}
    )
    for holder, step in places:
        page = pages.get(holder["id"], EMPTY)
        count = counts.get(UUID(holder["id"]), 0)
        holder[step.key] = _page(page, count)
        info.context.keys.add(thread_key(holder["id"]))


def find_replies(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """A page of the replies to each comment."""
    arguments, single = places[0].step.arguments, places[0].step.single
    viewer, order = info.context.viewer, arguments.get("order") or CommentOrder.OLDEST
    request = page_request(arguments)
    first = request.size
    _check_cursors(arguments, single=single)
    pages: dict[str, PageOf[Content]] = {}
    holders = {place.holder["id"]: place.holder for place in places}
    if request.cursor is None and not request.backward:
        asked = [UUID(uid) for uid, holder in holders.items() if holder["reply_count"]]
        found = levels.replies_to(viewer, asked, first=first, order=order)
        pages = {str(uid): page for uid, page in found.items()}
    else:
        with naming_cursor(arguments):
            for uid, holder in holders.items():
                wanted = CommentFilter(thread=UUID(holder["thread_id"]), parent=UUID(uid))
                pages[uid] = selectors.list_comments(viewer, wanted, request, order=order)
    for holder, step in places:
        holder[step.key] = _page(pages.get(holder["id"], EMPTY), holder["reply_count"])


def find_pinned(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The comments that editors keep at the top of threads."""
    threads = {UUID(place.holder["id"]) for place in places if place.holder["id"] != NO_THREAD}
    found = levels.pinned_comments(info.context.viewer, threads)
    for holder, step in places:
        holder[step.key] = found.get(UUID(holder["id"]), [])


def find_policies(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The reactions, or the seconds of slow mode, that hold in threads."""
    threads = {UUID(place.holder["id"]) for place in places if place.holder["id"] != NO_THREAD}
    found = policies_of(info.context.viewer, threads)
    for holder, step in places:
        policy = found.get(UUID(holder["id"]))
        if step.part.name == "reaction_names":
            holder[step.key] = list(policy.reactions) if policy else []
        else:
            holder[step.key] = policy.slow_seconds if policy else 0


def find_parents(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The comments that others reply to."""
    parents = {UUID(place.holder["parent_id"]) for place in places if place.holder["parent_id"]}
    found = selectors.comments_by_id(info.context.viewer, parents)
    for holder, step in places:
        parent = holder["parent_id"]
        holder[step.key] = found.get(UUID(parent)) if parent else None


def find_contexts(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The comments above each, from the top of the thread down."""
    comments = {UUID(place.holder["id"]) for place in places if place.holder["depth"]}
    found = selectors.contexts_of(info.context.viewer, comments, most=MOST_ABOVE)
    for holder, step in places:
        holder[step.key] = found.get(UUID(holder["id"]), [])


def find_metadata(info: GraphQLResolveInfo, places: Sequence[Place]) -> None:
    """The metadata of pages: their documents have been read whole for it."""
    found = metadata_of(info.context.viewer, [place.holder for place in places])
    for holder, step in places:
        holder[step.key] = found[holder["id"]]


FINDERS: dict[str, Callable[[GraphQLResolveInfo, Sequence[Place]], None]] = {
    "releases": find_usage,
    "thread": find_threads,
    "official_statement": find_official_statements,
    "share": find_shares,
    "metadata": find_metadata,
    "median_answer_seconds": find_answer_times,
    "feeds": find_feeds,
    "item": find_items,
    "comments": find_comments,
    "pinned_comments": find_pinned,
    "reaction_names": find_policies,
    "slow_seconds": find_policies,
    "replies": find_replies,
    "parent": find_parents,
    "context": find_contexts,
    "statement": find_statements,
    "person": find_people,
}
"""By the name of the field."""

EMPTY: PageOf[Any] = PageOf(rows=[], cursors=[], has_next=False, has_previous=False)


def _page(page: PageOf[Content], count: int) -> Content:
    return page_content(page, cast("list[Content]", page.rows), lambda: count)


def _filter(thread: str, arguments: dict[str, Any]) -> CommentFilter:
    return CommentFilter(
        thread=UUID(thread),
        view=arguments.get("view") or CommentView.FLAT,
        kind=arguments.get("kind"),
        answered=arguments.get("answered"),
        official=arguments.get("official"),
    )


def _check_cursors(arguments: dict[str, Any], *, single: bool) -> None:
    """Raise `InvalidInput` where one list is to be gone on with, and there may be many."""
    for name in ("after", "before", "last"):
        if arguments.get(name) is not None and not single:
            raise InvalidInput(
                f"`{name}` is for the list of one thread or comment: ask for that by its id, outside of lists.",
                field=name,
            )
