"""By what items are found: addresses in a normal form, kept when an item is withdrawn."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from cms.errors import InvalidInput
from cms.ledger.models import Item
from cms.syndication.models import ItemKey
from cms.syndication.web_addresses import key_of, normal_form

migration = import_module("cms.syndication.migrations.0007_keep_keys")


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://www.Example.com/", "example.com"),
        ("http://example.com:80/a//b/#top", "example.com/a//b"),
        ("https://example.com:8443/a/", "example.com:8443/a"),
        ("example.com/a?b=2&a=1&utm_campaign=x&fbclid=y", "example.com/a?a=1&b=2"),
        ("https://exämple.com/å?q=ö", "xn--exmple-cua.com/%C3%A5?q=%C3%B6"),
        ("https://example.com/%7euser/%2Fa", "example.com/~user/%2Fa"),
        ("https://example.com/a?empty=", "example.com/a?empty="),
        ("https://example.com/a?utm_source=x", "example.com/a"),
    ],
)
def test_spellings_have_one_form(address, form):
    assert normal_form(address) == form
    assert migration.key_of(address) == key_of(address)


@pytest.mark.parametrize(
    "address",
    ["", "https://", "mailto:a@example.com", "ftp://example.com/", "a b", "https://[::1", "x" * 3000],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(InvalidInput) as caught:
        key_of(address, field="about")
    assert caught.value.field == "about"
    assert migration.key_of(address) is None


def test_other_escapes_of_one_letter_are_the_same():
    assert key_of("https://example.com/%61bc") == key_of("https://example.com/abc")
    assert key_of("https://example.com/a%2fb") == key_of("https://example.com/a%2Fb")
    assert key_of("https://example.com/a%2fb") != key_of("https://example.com/a/b")


def keys():
    return set(ItemKey.objects.values_list("item", "name", "value"))


def test_keys_follow_the_document_and_outlive_it(make_release, topic):
    page = make_release(
        kind="STATEMENT",
        about_urls=[("url", "https://paper.example/1"), ("url", "https://www.paper.example/1/")],
        canonical_url="https://press.example/1",
        topics=[topic],
    )
    uid = Item.objects.get(source_id=page.pk, type="RELEASE").uid
    topic_uid = str(Item.objects.get(type="TOPIC").uid)
    assert keys() == {
        (uid, "URL", key_of("https://press.example/1")),
        (uid, "ABOUT", key_of("https://paper.example/1")),
        (uid, "TOPIC", topic_uid),
    }
    page.about_urls = [("url", "https://paper.example/2")]
    page.topics = []
    page.save_revision().publish()
    wanted = {
        (uid, "URL", key_of("https://press.example/1")),
        (uid, "ABOUT", key_of("https://paper.example/2")),
    }
    assert keys() == wanted
    page.unpublish()
    assert keys() == wanted


def test_the_migration_finds_what_the_editions_have_kept(make_release, topic):
    make_release("One", kind="STATEMENT", about_urls=[("url", "https://paper.example/1")], topics=[topic])
    make_release("Elsewhere", canonical_url="https://press.example/1")
    gone = make_release("Gone", kind="STATEMENT", about_urls=[("url", "https://paper.example/2")])
    gone.unpublish()
    wanted = keys()
    assert len(wanted) == 4
    ItemKey.objects.all().delete()
    migration.keep_keys(apps, None)
    assert keys() == wanted


def test_a_publication_costs_two_statements_for_keys_at_most(make_release, django_assert_max_num_queries):
    from cms.syndication.services.keeping import keep_keys

    page = make_release(
        kind="STATEMENT", about_urls=[("url", f"https://paper.example/{n}") for n in range(9)]
    )
    edition = Item.objects.get(source_id=page.pk).editions.select_related("item").get()
    with django_assert_max_num_queries(1):
        keep_keys([edition])
    ItemKey.objects.all().delete()
    with django_assert_max_num_queries(2):
        keep_keys([edition])
