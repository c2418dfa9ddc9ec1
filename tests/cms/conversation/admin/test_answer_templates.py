"""Answer templates and speakers: who may write them, what they look like, and who may speak for whom."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cms.conversation.admin.answer_templates import sample_of
from cms.conversation.desk.templates import templates_for
from cms.conversation.models import AnswerTemplate, Speaker

LIST = "/admin/desk/settings/templates/"


def given(newsroom: Any = None, **more: Any) -> dict[str, Any]:
    fields = {"title": "Thanks", "language": "en", "kind": "", "body": "Dear {name}, thank you."}
    return fields | {"newsroom": newsroom.pk if newsroom else ""} | more


@pytest.fixture
def shared(db: None) -> AnswerTemplate:
    return AnswerTemplate.objects.create(title="Shared", language="en", body="Hello.")


@pytest.fixture
def theirs(other_newsroom: Any) -> AnswerTemplate:
    return AnswerTemplate.objects.create(
        title="Theirs", language="en", body="Hello.", newsroom=other_newsroom
    )


@pytest.fixture
def own(open_newsroom: Any) -> AnswerTemplate:
    return AnswerTemplate.objects.create(title="Own", language="en", body="Hello.", newsroom=open_newsroom)


class TestTemplates:
    def test_own_and_shared_ones_are_listed(self, pr, own, shared, theirs):
        rows = pr.get(LIST).context["rows"]
        assert {row["template"].title: row["may_change"] for row in rows} == {"Own": True, "Shared": False}

    def test_one_is_written_changed_and_deleted(self, pr, open_newsroom):
        assert pr.post(f"{LIST}add/", given(open_newsroom)).status_code == 302
        row = AnswerTemplate.objects.get()
        assert (row.title, row.newsroom, row.kind) == ("Thanks", open_newsroom, "")
        assert pr.post(f"{LIST}{row.pk}/", given(open_newsroom, title="Many thanks")).status_code == 302
        assert AnswerTemplate.objects.get().title == "Many thanks"
        assert "Many thanks" in pr.get(f"{LIST}{row.pk}/delete/").content.decode()
        assert pr.post(f"{LIST}{row.pk}/delete/").status_code == 302
        assert not AnswerTemplate.objects.exists()

    def test_not_for_another_newsroom_nor_for_all(self, pr, open_newsroom, other_newsroom, theirs, shared):
        assert pr.post(f"{LIST}add/", given(other_newsroom)).status_code == 422
        assert pr.post(f"{LIST}add/", given(None)).status_code == 422
        for verb in ("", "delete/"):
            assert pr.get(f"{LIST}{theirs.pk}/{verb}").status_code == 404
            assert pr.post(f"{LIST}{theirs.pk}/{verb}", given(open_newsroom)).status_code == 404
            pr.post(f"{LIST}{shared.pk}/{verb}", given(open_newsroom))
        assert {row.title: row.newsroom for row in AnswerTemplate.objects.all()} == {
            "Theirs": other_newsroom,
            "Shared": None,
        }

    def test_they_are_put_in_order(self, pr, service, open_newsroom, shared, own, question):
        def add(title: str, **more: Any) -> AnswerTemplate:
            fields = {"language": "en", "body": "Hello.", "newsroom": open_newsroom} | more
            return AnswerTemplate.objects.create(title=title, **fields)

        def press(client: Any, row: AnswerTemplate, where: str) -> int:
            return client.post(f"{LIST}{row.pk}/move/", {where: "1"}).status_code

        def titles() -> list[str]:
            return [row["template"].title for row in pr.get(LIST).context["rows"] if row["may_change"]]

        second, third, swedish = add("Second"), add("Third"), add("Svensk", language="sv")
        assert titles() == ["Own", "Second", "Third", "Svensk"]
        assert press(pr, third, "up") == 302
        assert press(pr, own, "down") == 302
        assert titles() == ["Third", "Own", "Second", "Svensk"]
        press(pr, third, "up")
        press(pr, swedish, "up")
        add("Fourth")
        assert titles() == ["Third", "Own", "Second", "Fourth", "Svensk"]
        offered = [each.title for each in templates_for(question)]
        assert offered == ["Third", "Own", "Second", "Fourth", "Shared"]
        assert (press(pr, shared, "up"), press(service, second, "up")) == (302, 302)
        assert pr.get(f"{LIST}{second.pk}/move/").status_code == 405
        assert titles() == ["Third", "Own", "Second", "Fourth", "Svensk"]
        rows = pr.get(LIST).context["rows"]
        assert [(row["may_go_up"], row["may_go_down"]) for row in rows if row["may_change"]] == [
            (False, True),
            (True, True),
            (True, True),
            (True, False),
            (False, False),
        ]

    def test_not_by_those_who_only_answer(self, service, marketing, open_newsroom):
        for client in (service, marketing):
            client.get(LIST)
            client.post(f"{LIST}add/", given(open_newsroom))
        assert not AnswerTemplate.objects.exists()

    def test_an_unknown_placeholder_is_refused(self, pr, open_newsroom):
        answer = pr.post(f"{LIST}add/", given(open_newsroom, body="Dear {nmae}"))
        assert answer.status_code == 422
        assert "{nmae} is no placeholder" in answer.content.decode()
        assert not AnswerTemplate.objects.exists()

    def test_a_preview_saves_nothing(self, pr, open_newsroom):
        answer = pr.post(f"{LIST}add/", given(open_newsroom, preview="1"))
        assert answer.context["sample"] == "<p>Dear Mira Solberg, thank you.</p>"
        assert not AnswerTemplate.objects.exists()

    def test_a_preview_runs_no_script(self):
        assert "<script" not in sample_of("<script>alert(1)</script> Dear {name}")
        assert sample_of("{nonsense}") == ""


class TestSpeakers:
    LIST = "/admin/desk/settings/speakers/"

    def test_a_right_is_given_and_taken_away(self, pr, service, person):
        pr_group = Group.objects.get(name="PR")
        answer = pr.post(f"{self.LIST}add/", {"person": person.pk, "group": pr_group.pk})
        assert answer.status_code == 302
        row = Speaker.objects.get()
        assert (row.person, row.group, row.user) == (person, pr_group, None)
        assert [each["who"] for each in pr.get(self.LIST).context["rows"]] == [pr_group]
        assert pr.get(f"{self.LIST}{row.pk}/delete/").status_code == 200
        assert pr.post(f"{self.LIST}{row.pk}/delete/").status_code == 302
        assert not Speaker.objects.exists()

    def test_to_a_user_or_a_group_once(self, pr, service, person):
        group = Group.objects.get(name="PR")
        both = {"person": person.pk, "group": group.pk, "user": pr.user.pk}
        assert pr.post(f"{self.LIST}add/", both).status_code == 422
        assert pr.post(f"{self.LIST}add/", {"person": person.pk}).status_code == 422
        assert not Speaker.objects.exists()
        Speaker.objects.create(person=person, user=service.user)
        twice = pr.post(f"{self.LIST}add/", {"person": person.pk, "user": service.user.pk})
        assert twice.status_code == 422
        assert Speaker.objects.count() == 1

    def test_only_to_those_who_work_on_ones_desks(self, pr, make_user, person, open_newsroom):
        outsiders = Group.objects.create(name="Outsiders")
        outsider = make_user("otto", "Outsiders")
        for fields in ({"group": outsiders.pk}, {"user": outsider.pk}):
            assert pr.post(f"{self.LIST}add/", {"person": person.pk} | fields).status_code == 422
        hidden = Speaker.objects.create(person=person, user=outsider)
        assert pr.get(self.LIST).context["rows"] == []
        assert pr.post(f"{self.LIST}{hidden.pk}/delete/").status_code == 404
        assert Speaker.objects.count() == 1

    def test_not_by_those_who_only_answer(self, service, person):
        service.post(f"{self.LIST}add/", {"person": person.pk, "user": service.user.pk})
        assert not Speaker.objects.exists()
        assert reverse("newsroom_desk_speakers") == self.LIST
