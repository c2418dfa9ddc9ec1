"""What editors do by mistake before something is public, and what they are told. As by a browser without JavaScript."""

from __future__ import annotations

import datetime

from django.utils import timezone, translation
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.ledger.models import Item
from cms.newsroom.models import Boilerplate
from cms.releases.blocks import QuoteBlock
from cms.releases.models import ReleaseContact, ReleasePage

EMPTY = inline_formset([])


def form_data(action, person, **fields):
    data = {
        "title": "New turbines",
        "slug": "new-turbines",
        "kind": "PRESS_RELEASE",
        "summary": "Forty turbines.",
        "body": streamfield([]),
        "links": streamfield([]),
        "about_urls": streamfield([]),
        "contacts": inline_formset([{"person": str(person.pk)}]),
        "assets": EMPTY,
        "related": EMPTY,
        "comments": EMPTY,
    } | fields
    return nested_form_data(data) | ({action: "1"} if action else {})


def at(**distance):
    return (timezone.now() + datetime.timedelta(**distance)).strftime("%Y-%m-%d %H:%M")


def test_an_embargo_that_has_passed_holds_nothing_and_is_refused(admin_client, newsroom, person):
    url = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/"
    answer = admin_client.post(url, form_data("action-publish", person, go_live_at=at(days=-365)))
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["go_live_at"]
    assert "This time has passed" in answer.content.decode()
    assert not ReleasePage.objects.exists()
    draft = admin_client.post(url, form_data("", person, go_live_at=at(days=-365)))
    assert draft.status_code == 302  # a draft keeps what was typed
    edit = f"/admin/pages/{ReleasePage.objects.get().pk}/edit/"
    late = admin_client.post(edit, form_data("action-publish", person, go_live_at=at(days=-365)))
    assert list(late.context["form"].errors) == ["go_live_at"]
    assert admin_client.post(edit, form_data("action-publish", person)).status_code == 302
    assert Item.objects.filter(type="RELEASE").count() == 1


def test_what_went_out_on_time_keeps_its_time(admin_client, newsroom, person, make_release):
    release = make_release(
        "New turbines", summary="Forty turbines.", contacts=[ReleaseContact(person=person)]
    )
    gone = timezone.now().replace(second=0, microsecond=0) - datetime.timedelta(days=3)
    ReleasePage.objects.filter(pk=release.pk).update(go_live_at=gone)
    release.refresh_from_db()
    release.save_revision()
    data = form_data("action-publish", person, go_live_at=f"{gone:%Y-%m-%d %H:%M}", change="MINOR")
    assert admin_client.post(f"/admin/pages/{release.pk}/edit/", data).status_code == 302


def test_a_title_is_one_line(admin_client, newsroom, person):
    url = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/"
    assert (
        admin_client.post(url, form_data("", person, title=" New \r\n turbines\u2028now 🚀 ")).status_code
        == 302
    )
    assert ReleasePage.objects.get().title == "New turbines now 🚀"


def test_deleting_a_person_or_a_text_says_that_something_public_shows_it(
    admin_client, newsroom, person, make_release
):
    text = Boilerplate.objects.create(title="About", text="<p>Power.</p>", locale=newsroom.locale)
    addresses = [
        f"/admin/snippets/newsroom/{thing._meta.model_name}/delete/{thing.pk}/" for thing in (person, text)
    ]
    warning = "Something public shows this."
    assert [warning in admin_client.get(url).content.decode() for url in addresses] == [False, False]
    release = make_release(contacts=[ReleaseContact(person=person)], boilerplate=text)
    ReferenceIndex.create_or_update_for_object(release)
    assert [warning in admin_client.get(url).content.decode() for url in addresses] == [True, True]
    release.unpublish()
    assert [warning in admin_client.get(url).content.decode() for url in addresses] == [False, False]


def test_a_block_speaks_the_language_of_whoever_opens_it():
    chooser = QuoteBlock().child_blocks["speaker"].widget
    words = []
    for language in ("en", "sv"):
        with translation.override(language):
            words.append(str(chooser.choose_one_text))
    assert words == ["Choose a person", "Välj en person"]
