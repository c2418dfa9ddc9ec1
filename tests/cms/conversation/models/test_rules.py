"""The rules of moderation: what is refused, how they are edited, and how long processes keep them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.admin.rules import moderation_rules_edit_handler
from cms.conversation.domains import domain_of
from cms.conversation.models import ModerationRules, WordList
from cms.conversation.moderation import rules as kept
from cms.conversation.moderation.rules import rules_of
from cms.conversation.signing import check_secret
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage

SECRET = "whsec_" + "c2VjcmV0LW9mLTMyLWJ5dGVzLWZvci10aGUtdGVzdHM="
OTHER_SECRET = "whsec_" + "YW5vdGhlci1zZWNyZXQtb2YtMzItYnl0ZXMtaXMtaGVyZQ=="


@pytest.fixture
def rules(newsroom: NewsroomPage) -> ModerationRules:
    return ModerationRules.objects.create(newsroom=newsroom)


@pytest.fixture
def keeping(settings: Any) -> Any:
    """Processes keep the rules, as they do in production."""
    kept._kept.clear()
    settings.NEWSROOM = settings.NEWSROOM | {"RULES_SECONDS": 3600}
    yield
    kept._kept.clear()


def refused(rules: ModerationRules, field: str) -> str:
    with pytest.raises(ValidationError) as caught:
        rules.full_clean()
    assert list(caught.value.message_dict) == [field]
    (message,) = caught.value.message_dict[field]
    return message


class TestDefaults:
    def test_a_newsroom_without_a_row(self, newsroom: NewsroomPage) -> None:
        rules = rules_of(newsroom.pk)
        assert rules.pk is None
        assert (rules.close_after_days, rules.slow_seconds, rules.email_policy) == (None, 0, "OPTIONAL")
        assert (rules.hold_first_time, rules.trusted_after, rules.most_links) == (False, 3, 2)
        assert (rules.check_spam, rules.check_toxicity, rules.proof_of_work) == (True, True, False)
        assert rules.reactions == ["like", "heart", "insightful"]
        assert (rules.attachments, rules.moderate_edits, rules.external_url) == (False, True, "")
        assert list(rules.word_lists.all()) == []

    def test_pass_their_own_checks(self, rules: ModerationRules) -> None:
        rules.full_clean()


class TestChecks:
    def test_domains_are_put_in_order(self, rules: ModerationRules) -> None:
        rules.banned_domains = ["https://www.Spam.example/buy", "spam.example", "räksmörgås.example"]
        rules.full_clean()
        assert rules.banned_domains == ["spam.example", "xn--rksmrgs-5wao1o.example"]
        rules.banned_domains = ["spam example"]
        assert refused(rules, "banned_domains") == "“spam example” is no domain. Write it as example.com."

    @pytest.mark.parametrize("name", ["Like", "1st", "thumbs up", "_x", "a" * 31, "<b>"])
    def test_reactions(self, rules: ModerationRules, name: str) -> None:
        rules.reactions = ["like", name]
        assert refused(rules, "reactions") == (
            f"“{name}” must be at most 30 small letters a to z, digits and _, and begin with a letter."
        )

    def test_reactions_are_no_more_than_twenty(self, rules: ModerationRules) -> None:
        rules.reactions = [f"r{number}" for number in range(21)]
        assert refused(rules, "reactions") == "At most 20 reactions."

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            (
                "http://moderation.example/",
                "The address must begin with https://: comments are not public yet.",
            ),
            (
                "ftp://moderation.example/",
                "The address must begin with https:// or http:// and the name of a host.",
            ),
            ("https://127.0.0.1/", None),
            ("https://u:p@moderation.example/", "The address must not have a user name or password in it."),
        ],
    )
    def test_external_address(self, rules: ModerationRules, url: str, message: str | None) -> None:
        rules.external_url, rules.external_secret = url, SECRET
        found = refused(rules, "external_url")
        assert message is None or found == message

    def test_external_address_within_ones_own_network(self, rules: ModerationRules, settings: Any) -> None:
        settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_ALLOW": ["moderation.internal:8080"]}
        rules.external_url, rules.external_secret = "http://moderation.internal:8080/check", SECRET
        rules.full_clean()

    @pytest.mark.parametrize(
        "secret", ["abc", "whsec_", "whsec_!!!!", "whsec_c2hvcnQ=", "whsec_" + "A" * 120]
    )
    def test_secret(self, rules: ModerationRules, secret: str) -> None:
        rules.external_url, rules.external_secret = "https://moderation.example/", secret
        message = refused(rules, "external_secret")
        assert message == "The secret must be whsec_ followed by 24 to 64 bytes in Base64."

    def test_an_address_needs_a_secret(self, rules: ModerationRules) -> None:
        rules.external_url = "https://moderation.example/"
        assert refused(rules, "external_secret") == (
            "The external moderation needs a secret that signs the requests."
        )

    def test_without_an_address_no_secret_is_kept(self, rules: ModerationRules) -> None:
        rules.external_secret = SECRET
        rules.full_clean()
        assert rules.external_secret == ""

    @pytest.mark.parametrize("line", ["a", "*", "!!", "x*"])
    def test_words(self, rules: ModerationRules, line: str) -> None:
        with pytest.raises(ValidationError) as caught:
            WordList(rules=rules, banned=["fine", line]).full_clean()
        assert caught.value.message_dict == {
            "banned": [f"“{line}” is too short: a word has two letters or more."]
        }

    def test_words_of_one_sign(self, rules: ModerationRules) -> None:
        words = WordList(rules=rules, banned=["死", "go away*"], suspect=["å*"])
        words.full_clean()
        assert (words.banned, words.suspect) == (["死", "go away*"], ["å*"])


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("example.com", "example.com"),
        ("https://WWW.Example.com:8080/x?y#z", "example.com"),
        ("//a.b.example./", "a.b.example"),
        ("u:p@example.com", "example.com"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("localhost", ""),
        ("mailto:a@example.com", "example.com"),
        ("https://[::1]/", ""),
        ("https://[", ""),
        ("exa mple.com", ""),
        ("-x.example", ""),
        ("", ""),
    ],
)
def test_domains(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def test_secrets_are_not_quoted() -> None:
    with pytest.raises(ValidationError) as caught:
        check_secret("whsec_my-secret")
    assert "my-secret" not in str(caught.value)
    check_secret(SECRET)


class TestKeeping:
    def test_costs_nothing_while_kept(
        self, rules: ModerationRules, newsroom: NewsroomPage, keeping: None
    ) -> None:
        item = Item.objects.get(source_type="page", source_id=newsroom.pk)
        rules.word_lists = [WordList(language="sv", banned=["slut"])]
        rules.save()
        with CaptureQueriesContext(connection) as queries:
            assert [each.banned for each in rules_of(item.uid).word_lists.all()] == [["slut"]]
        assert len(queries) == 2
        with CaptureQueriesContext(connection) as queries:
            assert [each.banned for each in rules_of(item.uid).word_lists.all()] == [["slut"]]
            assert rules_of(item.uid) is rules_of(item.uid)
        assert len(queries) == 0

    def test_what_this_process_changes_it_sees_at_once(
        self, rules: ModerationRules, newsroom: NewsroomPage, keeping: None
    ) -> None:
        assert rules_of(newsroom.pk).slow_seconds == 0
        rules.slow_seconds = 30
        rules.save()
        assert rules_of(newsroom.pk).slow_seconds == 30
        WordList.objects.create(rules=rules, banned=["spam"])
        assert [each.banned for each in rules_of(newsroom.pk).word_lists.all()] == [["spam"]]
        rules.delete()
        assert rules_of(newsroom.pk).slow_seconds == 0

    def test_what_others_change_is_seen_after_a_while(
        self, rules: ModerationRules, newsroom: NewsroomPage, keeping: None, settings: Any
    ) -> None:
        assert rules_of(newsroom.pk).slow_seconds == 0
        ModerationRules.objects.update(slow_seconds=30, version=uuid4())
        assert rules_of(newsroom.pk).slow_seconds == 0
        kept._kept[newsroom.pk] = (0.0, kept._kept[newsroom.pk][1])  # the time is over
        assert rules_of(newsroom.pk).slow_seconds == 30

    def test_unchanged_rules_are_not_read_again(
        self, rules: ModerationRules, newsroom: NewsroomPage, keeping: None
    ) -> None:
        first = rules_of(newsroom.pk)
        kept._kept[newsroom.pk] = (0.0, first)
        with CaptureQueriesContext(connection) as queries:
            assert rules_of(newsroom.pk) is first
        assert len(queries) == 1

    def test_every_change_gets_a_version(self, rules: ModerationRules) -> None:
        versions = {rules.version}
        rules.save()
        versions.add(rules.version)
        rules.save(update_fields=["slow_seconds"])
        rules.refresh_from_db()
        versions.add(rules.version)
        WordList.objects.create(rules=rules)
        rules.refresh_from_db()
        versions.add(rules.version)
        assert len(versions) == 4

    def test_an_unknown_newsroom_has_the_defaults(self, db: None) -> None:
        assert rules_of(uuid4()).most_links == 2


class TestForm:
    @pytest.fixture
    def make(self, rules: ModerationRules, admin_user: User) -> Any:
        handler = moderation_rules_edit_handler().bind_to_model(ModerationRules)
        form_class = handler.get_form_class()

        def build(**changes: Any) -> Any:
            empty = form_class(instance=rules, for_user=admin_user)
            data = {name: field.value() for name, field in ((each.name, each) for each in empty)}
            data = {name: value for name, value in data.items() if value is not None and value is not False}
            lists = {"word_lists-TOTAL_FORMS": "0", "word_lists-INITIAL_FORMS": "0"}
            lists |= {"word_lists-MIN_NUM_FORMS": "0", "word_lists-MAX_NUM_FORMS": "1000"}
            return form_class(data | lists | changes, instance=rules, for_user=admin_user)

        return build

    def test_lists_are_lines(self, make: Any, rules: ModerationRules) -> None:
        form = make(banned_domains=" spam.example \r\n\r\nspam.example\nother.example", reactions="like\nwow")
        assert form.is_valid(), form.errors
        saved = form.save()
        saved.refresh_from_db()
        assert saved.banned_domains == ["spam.example", "other.example"]
        assert saved.reactions == ["like", "wow"]
        assert 'rows="5"' in str(make()["reactions"])
        assert ">\nlike\nwow</textarea>" in str(make()["reactions"])

    def test_unchanged_lines_are_no_change(self, make: Any) -> None:
        assert make().changed_data == []
        assert make(reactions="like\r\nheart\r\n insightful ").changed_data == []
        assert make(reactions="like").changed_data == ["reactions"]

    def test_word_lists(self, make: Any, rules: ModerationRules) -> None:
        lists = {
            "word_lists-TOTAL_FORMS": "1",
            "word_lists-0-id": "",
            "word_lists-0-language": "sv",
            "word_lists-0-banned": "slut\nkuk*",
            "word_lists-0-suspect": "",
        }
        form = make(**lists)
        assert form.is_valid(), (form.errors, form.formsets["word_lists"].errors)
        form.save()
        (saved,) = WordList.objects.all()
        assert (saved.language, saved.banned, saved.suspect) == ("sv", ["slut", "kuk*"], [])

    def test_the_secret_goes_in_and_never_out(self, make: Any, rules: ModerationRules) -> None:
        url = "https://moderation.example/check"
        form = make(external_url=url, external_secret=SECRET)
        assert form.is_valid(), form.errors
        form.save()
        rules.refresh_from_db()
        assert rules.external_secret == SECRET
        shown = make()
        assert SECRET not in str(shown)
        assert SECRET not in shown.as_p()
        assert "There is one: leave the field empty to keep it." in shown.fields["external_secret"].help_text
        form = make(external_url=url, external_secret="")
        assert form.is_valid(), form.errors
        form.save()
        rules.refresh_from_db()
        assert rules.external_secret == SECRET
        form = make(external_url=url, external_secret=OTHER_SECRET)
        assert form.is_valid(), form.errors
        form.save()
        rules.refresh_from_db()
        assert rules.external_secret == OTHER_SECRET
        form = make(external_url="", external_secret="")
        assert form.is_valid(), form.errors
        form.save()
        rules.refresh_from_db()
        assert rules.external_secret == ""

    def test_a_wrong_secret_is_not_shown_again(self, make: Any) -> None:
        form = make(external_url="https://moderation.example/", external_secret="whsec_my-wrong-secret")
        assert not form.is_valid()
        assert "my-wrong-secret" not in form.as_p()
