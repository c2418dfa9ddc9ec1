"""A newsroom that talks, with a marker in every column of its conversation that is not named public here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db import models
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.conversation import models as conversation
from cms.conversation.identity import visitors
from cms.conversation.models import Case, Comment, Contribution, Thread
from cms.conversation.services import decide
from cms.conversation.services.answering import answer_officially
from cms.conversation.services.authors import withdraw_comment
from cms.conversation.services.editing import edit_comment
from cms.conversation.services.erasing import erase_person
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment
from cms.conversation.services.reacting import react
from cms.conversation.services.reporting import appeal, report_comment

MARKER = "zzyxprivate"
ADDRESS = "203.0.113.77"
"""Where all requests come from."""
PUBLIC_COLUMNS = {
    "Comment": {"language"},
    "Reaction": {"name"},
    "ModerationRules": {"contribution_terms", "reactions"},
    "DeskRules": {"time_zone", "holiday_country", "holiday_region"},
    "WordList": {"language"},
    "AnswerTemplate": {"language"},
    "Classifier": {"thresholds", "languages", "figures"},
    "Contribution": {"asset_kind", "mime_type"},
    "DeskTeam": {"team"},
}
"""Columns of text that are public, or settings that have to stay what they are."""
PUBLIC_OF_PUBLISHED = {
    "author_name", "organisation", "title", "url", "body", "plain", "language", "attachments", "reactions"
}  # fmt: skip
"""Columns of published comments that are public."""
NOT_FILLED = {"ThreadPage", "ThreadExpert", "Thread", "Classifier", "DeskTeam", "Speaker"}
"""Models without private text, or whose content is a page's."""
PRIVATE_FIELD = (models.CharField, models.TextField, models.JSONField)


class World:
    """A newsroom that talks: what everybody may see, and what nobody may."""

    def __init__(self, thread: Thread, person: Any, editor: Any) -> None:
        self.thread, self.person, self.editor, self.count = thread, person, editor, 0

    def post(self, body: str = "", **given: Any) -> Posted:
        self.count += 1
        given = {"author_name": f"Reader {self.count}", "email": f"reader{self.count}@example.com"} | given
        text = body or " ".join(uuid4().hex[:6] for _ in range(9))
        visitor = Visitor(visitors.read_token(visitors.new_token()), visitors.address_hash(ADDRESS))
        return post_comment(NewComment(body=text, thread=self.thread.pk, **given), visitor, key=uuid4().hex)

    def public(self) -> dict[str, Comment]:
        """Comments in every state that still has, or had, a place in public."""
        question = self.post(kind="QUESTION", organisation="The Echo").comment
        answer_officially(question.pk, person=self.person, text="Soon.", user=self.editor)
        edited = self.post("First words")
        edit_comment(edited.comment.pk, edited.edit_token, "Better words")
        react(question.pk, Visitor(id="1" * 32), name="like")
        gone: dict[str, Comment] = {}
        for status in ("withdrawn", "rejected", "held", "erased"):
            parent = self.post(kind="CRITICISM")
            self.post(parent=parent.comment.pk)
            gone[status] = parent.comment
            if status == "withdrawn":
                withdraw_comment(parent.comment.pk, parent.edit_token)
            elif status == "rejected":
                decide.reject(parent.comment.pk, user=self.editor, reason="ABUSE", message="No.", note="Hm.")
            elif status == "held":
                decide.hold(parent.comment.pk, user=self.editor, note="Hm.")
            else:
                erase_person(parent.comment.email, user=self.editor)
        return {"question": question, "edited": edited.comment, **gone}

    def hidden(self, question: Comment) -> list[Comment]:
        """What was never public, and what editors and others wrote about what is."""
        held, refused, wanted = (self.post(f"{MARKER} links", author_name=MARKER, kind=kind, email=f"{MARKER}{kind}@example.com")
                                 for kind in ("QUESTION", "CRITICISM", "OTHER"))  # fmt: skip
        assert {each.comment.status for each in (held, refused, wanted)} == {"HELD"}
        decide.reject(refused.comment.pk, user=self.editor, reason="ABUSE", message=MARKER, note=MARKER)
        appeal(Comment.objects.get(pk=refused.comment.pk), MARKER)
        report_comment(question.pk, Visitor(id="2" * 32), reason="SPAM", note=MARKER, author_name=MARKER,
                       email=f"{MARKER}@reporter.example")  # fmt: skip
        case = Case.objects.get(comment=held.comment.pk)
        now = timezone.now()
        conversation.CaseEvent.objects.create(case=case, at=now, action="NOTE", note=MARKER, user=self.editor)
        conversation.Answer.objects.create(comment=held.comment, case=case, person=self.person, body=MARKER,
                                           return_note=MARKER, created_at=now, updated_at=now,
                                           written_by=self.editor)  # fmt: skip
        conversation.Proposal.objects.create(comment=wanted.comment, at=now, user=self.editor, reason="SPAM")
        for status in ("HELD", "REJECTED"):
            Contribution.objects.create(newsroom=self.thread.newsroom, item=self.thread.item, status=status,
                                        title=MARKER, consented_at=now, created_at=now, received_at=now)  # fmt: skip
        self.rows_of_machines(now)
        return [held.comment, refused.comment, wanted.comment]

    def rows_of_machines(self, now: Any) -> None:
        """Rows of every other model of the conversation, so that each column can be filled."""
        page = self.thread.newsroom.source_id
        conversation.UsedChallenge.objects.create(signature=MARKER, expires_at=now + timedelta(hours=1))
        conversation.UnprovenMailbox.objects.create(address=MARKER, last_at=now)
        conversation.MailOptOut.objects.create(address=MARKER, scope="everything", at=now)
        conversation.SentMail.objects.create(kind="X", about=MARKER, at=now)
        conversation.AnswerTemplate.objects.create(newsroom_id=page, title=MARKER, body=MARKER)
        desk = conversation.DeskRules.objects.get_or_create(newsroom_id=page)[0]
        desk.holidays.create(date=now.date(), name=MARKER)
        desk.checklist_items.create(text=MARKER)
        desk.save()
        conversation.ContributionEvent.objects.create(
            contribution=Contribution.objects.first(), at=now, to_status="HELD", note=MARKER
        )


def fill_private_columns() -> set[tuple[str, str]]:
    """Write the marker into every private column of every row; which columns those are."""
    filled = set()
    for model in apps.get_app_config("newsroom_conversation").get_models():
        name = model.__name__
        if name in NOT_FILLED:
            continue
        assert model._default_manager.exists(), f"There is no {name}: add one to the world of this test."
        for row in model._default_manager.all():
            public = PUBLIC_COLUMNS.get(name, set())
            if name == "Comment" and row.status == "PUBLISHED":
                public = public | PUBLIC_OF_PUBLISHED
            values = {field.attname: private_value(field, row) for field in private_fields(model, public)}
            model._default_manager.filter(pk=row.pk).update(**values)
            filled |= {(name, column) for column in values}
    ModelLogEntry.objects.update(label=MARKER, data={"private": MARKER})
    return filled


def private_fields(model: Any, public: set[str]) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, PRIVATE_FIELD) and not field.primary_key and not field.choices
        if is_text and field.name not in public and not field.remote_field:
            yield field


def private_value(field: Any, row: Any) -> Any:
    if isinstance(field, models.JSONField):
        return [f"{MARKER} {field.name}"] if field.default is list else {f"{MARKER} {field.name}": 1}
    if isinstance(field, models.EmailField):
        return f"{MARKER}{row.pk}@example.com"
    if isinstance(field, models.URLField):
        return f"https://{MARKER}.example/{row.pk}"
    return f"{MARKER}-{field.name}-{row.pk}"[: field.max_length]


def ids(world: World, comments: list[Comment]) -> list[str]:
    """Ids that there are, public and not, and one that there is not."""
    found = [world.thread.pk, world.thread.item_id, *(comment.pk for comment in comments)]
    found += Contribution.objects.values_list("uid", flat=True)
    found += conversation.Report.objects.values_list("uid", flat=True)
    return [str(uid) for uid in found] + [str(Case.objects.first().pk)]


def talk_on(comment: Comment) -> None:
    """Something happens in public, to a comment with private columns that are full of markers."""
    react(comment.pk, Visitor(id=uuid4().hex), name="like")


def ids_of_public(world: World, shown: dict[str, Comment]) -> list[str]:
    return [
        str(uid) for uid in (world.thread.pk, world.thread.item_id, *(each.pk for each in shown.values()))
    ]
