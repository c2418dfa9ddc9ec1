"""The switch of crisis mode: it says what will happen, then it happens; and every page of the admin tells of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.conversation.admin import crisis_banner
from cms.conversation.admin.crisis_banner import open_crises
from cms.conversation.models import Case, CrisisPeriod, Thread
from cms.ledger.models import Item


@pytest.fixture(autouse=True)
def _no_kept_crises() -> Any:
    crisis_banner._kept.clear()
    yield
    crisis_banner._kept.clear()


@pytest.fixture
def address(open_newsroom: Any) -> str:
    return reverse("newsroom_desk_crisis", args=[open_newsroom.pk])


@pytest.fixture
def statement(make_release: Any) -> Item:
    page = make_release("What happened at Granlunda", kind="STATEMENT")
    return Item.objects.get(source_id=page.pk)


def on(statement: Item | None = None, **more: Any) -> dict[str, Any]:
    return {
        "do": "on",
        "on-reason": "A blade broke.",
        "on-statement": statement.pk if statement else "",
    } | more


def words(answer: Any) -> list[str]:
    return [effect.words for effect in answer.context["effects"]]


class TestSwitchingOn:
    def test_it_is_asked_first_in_plain_words(self, pr, address, statement, thread, question, rules):
        rules.crisis_alerts = "boss@norrvind.example\nlegal@norrvind.example"
        rules.save()
        Case.objects.update(due_at=timezone.now() + dt.timedelta(days=3))
        answer = pr.post(address, on(statement, **{"on-items": [thread.item_id]}))
        assert answer.status_code == 200
        told = words(answer)
        assert told[0] == "All new comments are held for an editor. 2 threads now show comments at once."
        assert told[1] == (
            "“What happened at Granlunda” is shown as the official statement on the newsroom and on 1 item."
        )
        assert told[2].startswith("1 open case is due sooner: by ")
        assert told[3] == "2 addresses are told by e-mail:"
        assert answer.context["effects"][3].details == ("boss@norrvind.example", "legal@norrvind.example")
        assert not CrisisPeriod.objects.exists()
        assert Thread.objects.get(pk=thread.pk).mode == "OPEN"

    def test_then_it_happens(self, pr, address, statement, thread):
        data = on(statement, **{"on-items": [thread.item_id]})
        confirmation = pr.post(address, data)
        posted = dict(confirmation.context["hidden"]) | {"do": "on", "confirmed": "1"}
        assert pr.post(address, posted).status_code == 302
        period = CrisisPeriod.objects.get()
        assert (period.reason, period.statement_id, period.started_by) == (
            "A blade broke.",
            statement.pk,
            pr.user,
        )
        assert list(period.items.all()) == [thread.item]
        assert Thread.objects.get(pk=thread.pk).mode == "PREMODERATED"

    def test_going_back_keeps_what_was_written(self, pr, address, statement):
        answer = pr.post(address, on(statement, change="1"))
        assert answer.context["forms"]["on"]["reason"].value() == "A blade broke."
        assert not CrisisPeriod.objects.exists()

    def test_a_reason_is_needed_and_items_need_a_statement(self, pr, address, thread):
        assert pr.post(address, {"do": "on", "confirmed": "1"}).status_code == 422
        data = on(None, confirmed="1", **{"on-items": [thread.item_id]})
        answer = pr.post(address, data)
        assert answer.status_code == 422
        assert "statement" in answer.context["forms"]["on"].errors
        assert not CrisisPeriod.objects.exists()

    def test_a_statement_of_another_newsroom_is_refused(self, pr, address, foreign):
        answer = pr.post(address, on(foreign.thread.item, confirmed="1"))
        assert answer.status_code == 422
        assert not CrisisPeriod.objects.exists()

    def test_statements_come_first(self, pr, address, statement, thread):
        choices = pr.get(address).context["forms"]["on"].fields["statement"].choices
        groups = [(heading, [title for _uid, title in rows]) for heading, rows in list(choices)[1:]]
        assert groups == [
            ("Statements", ["What happened at Granlunda"]),
            ("Other releases", ["New turbines"]),
        ]


class TestWhileItIsOn:
    @pytest.fixture
    def period(self, pr: Any, address: str, thread: Any) -> CrisisPeriod:
        assert pr.post(address, on(confirmed="1")).status_code == 302
        return CrisisPeriod.objects.get()

    def test_the_statement_is_changed(self, pr, address, period, statement):
        answer = pr.post(address, {"do": "statement", "statement-statement": statement.pk})
        assert answer.status_code == 302
        period.refresh_from_db()
        assert period.statement == statement

    def test_it_is_switched_off_the_same_way_and_stays_in_the_log(self, pr, address, period, held):
        answer = pr.post(address, {"do": "off", "off-note": "Repaired."})
        assert words(answer)[:3] == [
            "Every thread takes comments again as its page says.",
            "1 comment that is held now stays held until an editor decides.",
            "Open cases keep their due times.",
        ]
        assert CrisisPeriod.objects.get().ended_at is None
        assert pr.post(address, {"do": "off", "off-note": "Repaired.", "confirmed": "1"}).status_code == 302
        period.refresh_from_db()
        assert (period.end_note, period.ended_by) == ("Repaired.", pr.user)
        page = pr.get(address)
        assert list(page.context["earlier"]) == [period]
        assert "Repaired." in page.content.decode()

    def test_switching_on_twice_does_nothing(self, pr, address, period):
        assert pr.post(address, on(confirmed="1")).status_code == 302
        assert CrisisPeriod.objects.count() == 1

    def test_every_page_of_the_admin_tells_of_it(self, pr, service, log_in, period, address, open_newsroom):
        stranger = log_in("ann")
        stranger.user.is_superuser = True
        stranger.user.save()
        for client in (pr, service, stranger):
            page = client.get("/admin/").content.decode()
            assert "Crisis mode is on in Norrvind (English)" in page
            assert (address in page) == (client is not service)

    def test_elsewhere_it_is_not_told(self, pr, log_in, period, other_newsroom):
        from django.contrib.auth.models import Group, Permission

        group = Group.objects.create(name="Others")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        assert "newsroom-crisis" not in log_in("ola", "Others").get("/admin/").content.decode()

    def test_it_costs_nothing_while_it_is_known(self, pr, period, settings, django_assert_num_queries):
        settings.NEWSROOM = settings.NEWSROOM | {"RULES_SECONDS": 3600}
        open_crises()
        with django_assert_num_queries(0):
            assert open_crises() == [period]
        CrisisPeriod.objects.get().save()
        with django_assert_num_queries(1):
            open_crises()


def test_without_a_crisis_nothing_is_told(pr: Any, open_newsroom: Any) -> None:
    assert "newsroom-crisis" not in pr.get("/admin/").content.decode()
