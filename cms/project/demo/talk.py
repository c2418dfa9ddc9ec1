"""The demo's conversations: what visitors say, what the desk does about it, and the rules by which it works.

Everything goes the way of a real installation: visitors post, editors decide and answer, each at its own time. The
texts are in `english_talk.py` and `swedish_talk.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.contrib.auth.models import Group
from django.utils import timezone

from cms.conversation.desk import answers, cases
from cms.conversation.desk.checklist import points_of
from cms.conversation.models import (
    AnswerTemplate,
    Case,
    ChecklistItem,
    Comment,
    DeskRules,
    EmailPolicy,
    Holiday,
    ModerationRules,
    Speaker,
    Thread,
    ThreadExpert,
    ThreadPage,
    WordList,
)
from cms.conversation.services import decide
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.conversation.services.reacting import react
from cms.conversation.services.reporting import report_comment
from cms.newsroom.models import NewsroomPage, Person
from cms.project.demo import gifts
from cms.project.demo.gifts import Gift

QUESTION, PRAISE, CRITICISM, OTHER = "QUESTION", "PRAISE", "CRITICISM", "OTHER"


@dataclass(frozen=True)
class Official:
    """An official answer."""

    by: str
    """Key of the person who speaks."""
    text: str
    hours: float = 5
    """Hours after the comment."""
    outcome: str = "ANSWERED"


@dataclass(frozen=True)
class Remark:
    """A comment of a visitor, with what followed."""

    name: str
    text: str
    age: float
    """Days since it was posted."""
    kind: str = OTHER
    relation: str = ""
    organisation: str = ""
    title: str = ""
    url: str = ""
    likes: int = 0
    answer: Official | None = None
    replies: tuple[Remark, ...] = ()
    held: bool = False
    """It waits on the desk: it holds one of the suspect words."""
    report: str = ""
    """Ground on which a reader has reported it."""
    pinned: bool = False
    owner: str = ""
    """User name of who takes its case."""
    gift: Gift | None = None
    """A picture that its author adds."""


@dataclass(frozen=True)
class DiscussionText:
    """A subject put up for discussion."""

    title: str
    slug: str
    opening: str
    host: str
    experts: tuple[str, ...]
    age: float
    remarks: tuple[Remark, ...]
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Talk:
    """All that is said in a newsroom."""

    on: dict[str, tuple[Remark, ...]]
    """By key of the release."""
    on_assets: dict[str, tuple[Remark, ...]]
    """By slug of the asset."""
    discussion: DiscussionText
    sent: dict[str, Gift]
    """Pictures that readers sent without a comment, by key of the release."""
    suspect: tuple[str, ...]
    checklist: tuple[str, ...]
    templates: tuple[tuple[str, str, str], ...]
    """Title, kind, text."""
    note: str
    """What the owner of a case notes down."""
    closed_day: str
    """Name of a day on which the office is closed."""


@dataclass
class Desk:
    """Where it happens, and who works there."""

    newsroom: NewsroomPage
    people: dict[str, Person]
    users: dict[str, Any]
    talk: Talk
    now: datetime = field(default_factory=lambda: timezone.now())


def open_desk(desk: Desk) -> None:
    """The rules of the newsroom, and who may speak for whom."""
    rules, _ = ModerationRules.objects.get_or_create(newsroom=desk.newsroom)
    rules.email_policy, rules.attachments = EmailPolicy.OFF, True
    rules.word_lists = [
        WordList(language=desk.newsroom.locale.language_code, suspect=list(desk.talk.suspect))
    ]
    rules.save()
    office, _ = DeskRules.objects.get_or_create(newsroom=desk.newsroom)
    office.time_zone, office.holiday_country, office.show_answer_time = "Europe/Stockholm", "SE", True
    office.criticism_team, office.escalate_to = "PR", desk.users["pr"]
    office.checklist_items = [
        ChecklistItem(text=text, sort_order=number) for number, text in enumerate(desk.talk.checklist)
    ]
    closed = (desk.now + timedelta(days=20)).date()
    office.holidays = [Holiday(date=closed, name=desk.talk.closed_day)]
    office.save()
    for number, (title, kind, body) in enumerate(desk.talk.templates):
        AnswerTemplate.objects.create(
            newsroom=desk.newsroom,
            kind=kind,
            language=desk.newsroom.locale.language_code,
            title=title,
            body=body,
            sort_order=number,
        )
    service = Group.objects.get(name="Customer service")
    for key, person in desk.people.items():
        Speaker.objects.create(person=person, user=desk.users["pr"])
        if key in ("daniel", "karin"):
            Speaker.objects.create(person=person, group=service)


def make_discussion(desk: Desk, topics: dict[str, Any], translation_key: UUID) -> ThreadPage:
    """The discussion, published as many days ago as it says."""
    text = desk.talk.discussion
    began = desk.now - timedelta(days=text.age)
    page = ThreadPage(
        title=text.title,
        slug=text.slug,
        opening=text.opening,
        host=desk.people[text.host],
        question_and_answer=True,
        closes_at=desk.now + timedelta(days=21),
        locale=desk.newsroom.locale,
        translation_key=translation_key,
        owner=desk.users["pr"],
        live=False,
        first_published_at=began,
    )
    page.experts = [  # type: ignore[misc]
        ThreadExpert(person=desk.people[key], sort_order=number) for number, key in enumerate(text.experts)
    ]
    page.topics = [topics[name] for name in text.topics]
    desk.newsroom.add_child(instance=page)
    page.save_revision(user=desk.users["pr"], log_action=True).publish(user=desk.users["pr"])
    return page


def hold_talk(desk: Desk, places: list[tuple[Any, tuple[Remark, ...]]]) -> None:
    """Everything that is said on these pages, in the order in which it was said."""
    events: list[tuple[datetime, int, Any]] = []
    for page, remarks in places:
        thread = thread_of(page)
        for remark in remarks:
            _plan(desk, thread, remark, {}, events)
    for moment, _number, happen in sorted(events, key=lambda event: event[:2]):
        with at(min(moment, desk.now)):
            happen()


def send_pictures(desk: Desk, releases: dict[str, Any]) -> None:
    """What readers sent for releases, without a comment."""
    for name, gift in desk.talk.sent.items():
        item = thread_of(releases[name]).item_id
        with at(desk.now - timedelta(days=gift.age)):
            gifts.send_for(gift, desk.newsroom, item, _email(gift.name), desk.users["pr"])


def thread_of(page: Any) -> Thread:
    """The thread of a published page."""
    thread: Thread = Thread.objects.get(item__source_type="page", item__source_id=page.pk)
    return thread


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """What is done in it happens then: the services ask Django what time it is."""
    with patch("django.utils.timezone.now", lambda: moment):
        yield


def _plan(desk: Desk, thread: Thread, remark: Remark, above: dict[str, UUID], events: list[Any]) -> None:
    """Note when a remark, its answer and the replies to it come. `above` gets the id of what it replies to."""
    said: dict[str, UUID] = {}
    moment = desk.now - timedelta(days=remark.age)
    events.append(
        (moment, len(events), lambda: said.update(uid=_say(desk, thread, remark, above.get("uid"))))
    )
    if remark.answer is not None:
        answer = remark.answer
        then = moment + timedelta(hours=answer.hours)
        events.append((then, len(events), lambda: _answer(desk, said["uid"], answer)))
    for reply in remark.replies:
        _plan(desk, thread, reply, said, events)


def _say(desk: Desk, thread: Thread, remark: Remark, parent: UUID | None) -> UUID:
    person = _digest(remark.name)
    new = NewComment(
        body=remark.text,
        author_name=remark.name,
        email=_email(remark.name),
        thread=thread.pk,
        parent=parent,
        kind=remark.kind,
        relation=remark.relation,
        organisation=remark.organisation,
        title=remark.title,
        url=remark.url,
    )
    posted = post_comment(new, Visitor(id=person[:32]))
    comment = posted.comment
    if not remark.held and not comment.is_published:  # a check was too careful, as they sometimes are
        decide.publish(comment.uid, user=desk.users["pr"])
    for number in range(remark.likes):
        react(comment.uid, Visitor(id=f"{number:032x}"), name="like" if number % 3 else "insightful")
    if remark.pinned:
        decide.pin(comment.uid, user=desk.users["pr"])
    if remark.report:
        report_comment(comment.uid, Visitor(id=f"{1:032x}"), reason=remark.report)
    if remark.owner:
        case = Case.objects.get(comment=comment)
        user = desk.users[remark.owner]
        case = cases.assign(user=desk.users["pr"], case=case, owner=user)
        cases.add_note(user=user, case=case, note=desk.talk.note)
    if remark.gift:
        gifts.add_to_comment(remark.gift, desk.newsroom, comment.uid, posted.edit_token, desk.users["pr"])
    return comment.uid


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _email(name: str) -> str:
    return f"{_digest(name)[:10]}@readers.example"


def _answer(desk: Desk, uid: UUID, official: Official) -> None:
    user, comment = desk.users["pr"], Comment.objects.get(pk=uid)
    rules = DeskRules.objects.get(newsroom=desk.newsroom)
    draft = answers.write_draft(
        user=user,
        comment=comment,
        person=desk.people[official.by],
        body=official.text,
        outcome=official.outcome,
        checklist=[point.key for point in points_of(rules)],
    )
    answers.send(user=user, answer=draft)
