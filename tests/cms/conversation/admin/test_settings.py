"""The desk's settings: rules of moderation and of the desk, and teams. Who sees them, and what saving them does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from cms.conversation.models import DeskRules, DeskTeam, Holiday, ModerationRules, Thread, WordList

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def filled_in(answer: Any) -> dict[str, str]:
    """What a browser would post when nothing is changed."""
    form = answer.context["form"]
    data = {}
    for each in (form, *form.formsets.values()):
        forms = [each] if each is form else [each.management_form, *each.forms]
        for one in forms:
            for field in one:
                value = field.value()
                if hasattr(field.field, "prepare_value"):
                    value = field.field.prepare_value(value)
                if value is True:
                    value = "on"
                if value is not None and value is not False:
                    data[field.html_name] = str(value)
    return data


def of(newsroom: Any, name: str) -> str:
    return reverse(f"newsroom_desk_{name}", args=[newsroom.pk])


SCREENS = ("moderation_rules", "rules", "teams", "crisis")


class TestAccess:
    @pytest.mark.parametrize("name", SCREENS)
    def test_those_who_decide_see_them(self, pr, open_newsroom, name):
        assert pr.get(of(open_newsroom, name)).status_code == 200

    @pytest.mark.parametrize("name", SCREENS)
    def test_to_others_and_for_other_newsrooms_they_are_not_there(
        self, pr, service, marketing, open_newsroom, other_newsroom, name
    ):
        assert pr.get(of(other_newsroom, name)).status_code == 404
        assert pr.post(of(other_newsroom, name), {}).status_code == 404
        assert service.get(of(open_newsroom, name)).status_code == 404
        assert marketing.post(of(open_newsroom, name), {}).status_code == 404

    def test_the_list_has_what_one_may_set(self, pr, service, open_newsroom, other_newsroom):
        rows = pr.get(reverse("newsroom_desk_settings")).context["rows"]
        assert [(row["name"], [each.label for each in row["settings"]]) for row in rows] == [
            ("Norrvind (English)", ["Rules of moderation", "Rules of the desk", "Teams", "Crisis mode"])
        ]
        assert service.get(reverse("newsroom_desk_settings")).context["rows"] == []

    def test_languages_are_named_in_the_language_of_who_reads(self, pr, open_newsroom):
        UserProfile.objects.create(user=pr.user, preferred_language="sv")
        rows = pr.get(reverse("newsroom_desk_settings")).context["rows"]
        assert [row["name"] for row in rows] == ["Norrvind (Engelska)"]

    def test_the_list_costs_the_same_for_many_newsrooms(
        self, pr, open_newsroom, other_newsroom, django_assert_num_queries
    ):
        address = reverse("newsroom_desk_settings")
        pr.get(address)
        with CaptureQueriesContext(
            connection,
        ) as one:
            pr.get(address)
        DeskTeam.objects.create(newsroom=other_newsroom, team="PR", group=Group.objects.get(name="PR"))
        with django_assert_num_queries(len(one)):
            assert len(pr.get(address).context["rows"]) == 2

    def test_the_menu_shows_what_one_may_use(self, pr, marketing):
        def names(client: Any) -> set[str]:
            from cms.conversation.admin.menu import desk_menu

            request = client.get(reverse("newsroom_desk")).wsgi_request
            return {item.name for item in desk_menu.menu_items_for_request(request)}

        mine = {"newsroom-desk-feedback", "newsroom-desk-people", "newsroom-desk-settings"}
        assert mine <= names(pr)
        assert names(marketing) & mine == {"newsroom-desk-feedback"}


class TestModerationRules:
    def test_a_newsroom_without_rules_begins_with_the_defaults(self, pr, open_newsroom):
        answer = pr.get(of(open_newsroom, "moderation_rules"))
        assert answer.context["form"]["most_links"].value() == 2
        assert "works by the defaults" in answer.content.decode()
        data = filled_in(answer) | {"most_links": "5"}
        assert pr.post(of(open_newsroom, "moderation_rules"), data).status_code == 302
        assert ModerationRules.objects.get(newsroom=open_newsroom).most_links == 5
        assert ModelLogEntry.objects.get(action="wagtail.create").user == pr.user

    def test_a_secret_is_never_shown_again_and_kept_unless_replaced(self, pr, open_newsroom):
        ModerationRules.objects.create(
            newsroom=open_newsroom, external_url="https://check.example/", external_secret=SECRET
        )
        address = of(open_newsroom, "moderation_rules")
        answer = pr.get(address)
        assert SECRET not in answer.content.decode()
        data = filled_in(answer) | {"external_secret": "", "slow_seconds": "30"}
        assert pr.post(address, data).status_code == 302
        rules = ModerationRules.objects.get()
        assert (rules.external_secret, rules.slow_seconds) == (SECRET, 30)
        other = SECRET[:-4] + "AAAA"
        assert pr.post(address, data | {"external_secret": other}).status_code == 302
        assert ModerationRules.objects.get().external_secret == other
        wrong = pr.post(address, data | {"external_secret": "short"})
        assert wrong.status_code == 422
        assert ModerationRules.objects.get().external_secret == other

    def test_who_saves_over_a_change_is_told_first(self, pr, log_in, open_newsroom):
        ModerationRules.objects.create(newsroom=open_newsroom)
        address = of(open_newsroom, "moderation_rules")
        colleague = log_in("pelle", "PR")
        mine = filled_in(pr.get(address)) | {"seen": pr.get(address).context["seen"], "slow_seconds": "30"}
        theirs = filled_in(colleague.get(address)) | {"most_links": "7"}
        theirs |= {"seen": mine["seen"]}
        assert colleague.post(address, theirs).status_code == 302
        told = pr.post(address, mine)
        text = told.content.decode()
        assert (told.status_code, told.context["form"]["slow_seconds"].value()) == (422, "30")
        assert "Somebody else has saved a change since you opened this form." in text
        assert "differs from yours in: Slow mode, Most links." in text
        rules = ModerationRules.objects.get()
        assert (rules.slow_seconds, rules.most_links) == (0, 7)
        assert pr.post(address, mine).status_code == 422
        assert pr.post(address, mine | {"seen": told.context["seen"]}).status_code == 302
        rules.refresh_from_db()
        assert (rules.slow_seconds, rules.most_links) == (30, 2)

    def test_rows_count_as_changes_too_and_other_errors_do_not_hide_them(self, pr, open_newsroom):
        rules = DeskRules.objects.get(newsroom=open_newsroom)
        address = of(open_newsroom, "rules")
        shown = pr.get(address)
        data = filled_in(shown) | {"seen": shown.context["seen"]}
        Holiday.objects.create(rules=rules, date=dt.date(2026, 5, 2), name="Closed")
        wrong = pr.post(address, data | {"crisis_hours": "0"})
        assert wrong.status_code == 422
        assert "Somebody else has saved a change" in wrong.content.decode()
        assert pr.post(address, data | {"seen": wrong.context["seen"]}).status_code == 302

    def test_words_by_language(self, pr, open_newsroom):
        address = of(open_newsroom, "moderation_rules")
        data = filled_in(pr.get(address)) | {
            "word_lists-TOTAL_FORMS": "1",
            "word_lists-0-language": "en",
            "word_lists-0-banned": "darn\n",
            "word_lists-0-suspect": "heck",
        }
        assert pr.post(address, data).status_code == 302
        found = WordList.objects.get()
        assert (found.language, found.banned, found.suspect) == ("en", ["darn"], ["heck"])

    def test_threads_follow(self, pr, open_newsroom, thread):
        from cms.ledger.models import Item

        Item.objects.filter(pk=thread.item_id).update(published_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        address = of(open_newsroom, "moderation_rules")
        data = filled_in(pr.get(address)) | {"close_after_days": "10"}
        assert pr.post(address, data).status_code == 302
        assert Thread.objects.get().mode == "CLOSED"


class TestDeskRules:
    def test_hours_are_a_table_and_are_saved(self, pr, open_newsroom, rules):
        address = of(open_newsroom, "rules")
        answer = pr.get(address)
        page = answer.content.decode()
        assert '<th scope="row">Monday</th>' in page
        assert "Question that comes in now is due at" in page
        data = filled_in(answer) | {
            "monday_opens": "09:30",
            "holiday_country": "SE",
            "crisis_alerts": "boss@norrvind.example",
            "holidays-TOTAL_FORMS": "1",
            "holidays-0-date": "2026-12-24",
            "holidays-0-name": "Company day",
            "checklist_items-TOTAL_FORMS": "1",
            "checklist_items-0-text": "Is it short?",
            "checklist_items-0-ORDER": "1",
        }
        assert pr.post(address, data).status_code == 302
        saved = DeskRules.objects.get(newsroom=open_newsroom)
        assert (saved.monday_opens, saved.holiday_country) == (dt.time(9, 30), "SE")
        assert [str(day) for day in saved.holidays.all()] == ["2026-12-24 Company day"]
        assert [item.text for item in saved.checklist_items.all()] == ["Is it short?"]

    def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_saved(self, pr, open_newsroom, rules):
        address = of(open_newsroom, "rules")
        data = filled_in(pr.get(address)) | {"monday_opens": "18:00"}
        answer = pr.post(address, data)
        assert answer.status_code == 422
        assert "monday_closes" in answer.context["form"].errors
        assert "The office closes after it opens" in answer.content.decode()
        assert DeskRules.objects.get(newsroom=open_newsroom).monday_opens == dt.time(8)

    def test_the_example_follows_the_rules(self, pr, open_newsroom, rules):
        from cms.conversation.admin.rules_screens import promises
        from cms.conversation.desk.due import desk_of

        friday = dt.datetime(2026, 11, 20, 16, 0, tzinfo=dt.UTC)
        found = promises(desk_of(open_newsroom.pk, since=friday), friday)
        assert [(each.kind, each.due_at.isoformat()) for each in found] == [
            ("Question", "2026-11-23T15:00:00+00:00"),
            ("Criticism", "2026-11-23T13:00:00+00:00"),
        ]

    def test_overdue_cases_go_to_somebody_of_the_desk(self, pr, make_user, open_newsroom):
        stranger = make_user("stranger")
        field = pr.get(of(open_newsroom, "rules")).context["form"].fields["escalate_to"]
        assert pr.user in field.queryset
        assert stranger not in field.queryset


class TestTeams:
    def data(self, open_newsroom: Any) -> dict[str, Any]:
        rows = list(DeskTeam.objects.filter(newsroom=open_newsroom).order_by("team", "pk"))
        data: dict[str, Any] = {"teams-TOTAL_FORMS": len(rows) + 1, "teams-INITIAL_FORMS": len(rows)}
        for number, row in enumerate(rows):
            data |= {
                f"teams-{number}-id": row.pk,
                f"teams-{number}-group": row.group_id,
                f"teams-{number}-team": row.team,
            }
        return data

    def test_a_group_is_added_and_another_removed(self, pr, open_newsroom):
        extra = Group.objects.create(name="Agency")
        data = self.data(open_newsroom)
        service = next(number for number in range(3) if data[f"teams-{number}-team"] == "CUSTOMER_SERVICE")
        data |= {f"teams-{service}-DELETE": "on", "teams-3-group": extra.pk, "teams-3-team": "MARKETING"}
        assert pr.post(of(open_newsroom, "teams"), data).status_code == 302
        rows = DeskTeam.objects.filter(newsroom=open_newsroom).values_list("group__name", "team")
        assert set(rows) == {("PR", "PR"), ("Marketing", "MARKETING"), ("Agency", "MARKETING")}
        assert PageLogEntry.objects.filter(action="newsroom.desk.teams").count() == 1

    def test_a_group_is_there_once(self, pr, open_newsroom):
        data = self.data(open_newsroom)
        data |= {"teams-3-group": data["teams-0-group"], "teams-3-team": "PR"}
        assert pr.post(of(open_newsroom, "teams"), data).status_code == 422
        assert DeskTeam.objects.filter(newsroom=open_newsroom).count() == 3
