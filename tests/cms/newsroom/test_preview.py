"""Previews: what a token opens, for how long, and that building one publishes nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core.signing import TimestampSigner
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_headless_preview.models import PagePreview

from cms.errors import InvalidToken
from cms.ledger.models import Edition, Item
from cms.newsroom.models import Frontend, NewsroomPage
from cms.newsroom.preview import preview_document, prune_previews
from cms.releases.models import ReleaseContact, ReleasePage


@pytest.fixture
def editor(client, db):
    """A logged-in superuser."""
    user = get_user_model().objects.create_superuser("editor", "editor@norrvind.example", "a long passphrase")
    client.force_login(user)
    return user


def release_form(**fields):
    """What the admin's form for a release posts."""
    sets = {name: inline_formset([]) for name in ("contacts", "assets", "related")}
    streams = {name: streamfield([]) for name in ("links", "about_urls")}
    body = streamfield([("paragraph", rich_text("<p>Forty turbines.</p>"))])
    base = {
        "title": "New turbines",
        "slug": "new-turbines",
        "kind": "NEWS",
        "body": body,
        "comments": inline_formset([]),
    }
    return nested_form_data({**base, **sets, **streams, **fields})


def rows_of_ledger():
    return list(Item.objects.values_list("uid", "version")), list(
        Edition.objects.values_list("seq", flat=True)
    )


def token_in(response):
    """The token in the frame that the admin's preview shows."""
    return (
        response.content.decode()
        .split("token=")[1]
        .split('"')[0]
        .replace("%3D", "=")
        .replace("%3B", ";")
        .replace("%3A", ":")
    )


def test_document_is_the_one_that_publishing_makes(make_release, person, topic):
    release = make_release(
        "Draft", publish=False, summary="S", topics=[topic], contacts=[ReleaseContact(person=person)]
    )
    token = release.get_latest_revision_as_object().create_page_preview().token
    preview = preview_document(token, model=ReleasePage).model_dump(mode="json")
    release.get_latest_revision().publish()
    public = Item.objects.get(type="RELEASE").document
    ours = {"id", "published_at", "updated_at", "newsroom"}
    assert {name: value for name, value in preview.items() if name not in ours} == {
        name: value for name, value in public.items() if name not in ours
    }
    assert (preview["version"], preview["topics"][0]["name"], preview["contacts"][0]["email"]) == (
        1,
        "Wind power",
        "asa@norrvind.example",
    )


def test_building_a_preview_publishes_nothing(make_release, newsroom):
    release = make_release("Live")
    release.title = "Changed"
    release.save_revision()
    before = rows_of_ledger()
    document = preview_document(release.create_page_preview().token)
    assert (document.title, document.version) == ("Changed", 1)
    assert rows_of_ledger() == before
    assert Item.objects.get(type="RELEASE").title == "Live"


def test_never_saved_release_in_the_admin(client, editor, newsroom, topic, person):
    before = rows_of_ledger()
    address = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/preview/"
    contacts = inline_formset([{"person": str(person.pk)}])
    form = {**release_form(tags="wind, sea", contacts=contacts), "topics": [str(topic.pk)]}
    answer = client.post(address, form).json()
    assert answer == {"is_valid": True, "is_available": True}
    frame = client.get(address)
    assert frame.status_code == 200
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    document = preview_document(token_in(frame), model=ReleasePage)
    assert (document.path, document.title, document.tags, document.locale) == (
        "/norrvind/new-turbines",
        "New turbines",
        ["sea", "wind"],
        "en",
    )
    assert [link.name for link in document.topics] == ["Wind power"]
    assert [link.name for link in document.contacts] == ["Åsa Lind"]
    assert document.body[0].html == "<p>Forty turbines.</p>"
    page = client.get("/newsroom/preview/", {"token": token_in(frame)})
    assert page.status_code == 200
    assert '<h1 class="p-name">New turbines</h1>' in page.content.decode()
    assert rows_of_ledger() == before
    assert ReleasePage.objects.count() == 0


def test_release_with_nothing_filled_in_but_the_title(client, editor, newsroom):
    address = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/preview/"
    empty = {"speaker": "", "speaker_name": "", "speaker_title": "", "text": ""}
    body = streamfield(
        [("quote", empty), ("heading", {"text": "", "level": "2"}), ("image", {"image": "", "caption": ""})]
    )
    assert client.post(address, release_form(body=body)).json()["is_valid"] is True
    document = preview_document(token_in(client.get(address)))
    assert [block.type for block in document.body] == ["QUOTE", "HEADING"]


def test_never_saved_newsroom_in_the_admin(client, editor, locale):
    root = Page.objects.get(depth=1)
    address = f"/admin/pages/add/newsroom/newsroompage/{root.pk}/preview/"
    frontends = inline_formset([{"name": "Web", "preview_url": "https://press.example/preview?draft=1"}])
    sets = {name: inline_formset([]) for name in ("contacts", "channels", "comments")}
    form = {"title": "Havsvind", "slug": "havsvind", "about": rich_text("<p>We.</p>"), "comment_mode": "OFF"}
    form |= {"comment_guidelines": rich_text(""), "frontends": frontends, **sets}
    assert client.post(address, nested_form_data(form)).json()["is_valid"] is True
    answer = client.get(address)
    assert "frame-src https://press.example;" in answer["Content-Security-Policy"]
    frame = answer.content.decode()
    assert (
        'src="https://press.example/preview?draft=1&amp;content_type=newsroom.newsroompage&amp;token='
        in frame
    )
    built_in = client.get(address, {"mode": "built-in"})
    assert "frame-src 'self';" in built_in["Content-Security-Policy"]
    document = preview_document(token_in(built_in), model=NewsroomPage)
    assert (document.name, document.path, document.about) == ("Havsvind", "/havsvind", "<p>We.</p>")
    assert client.get("/newsroom/preview/", {"token": token_in(built_in)}).status_code == 200


def test_modes_are_the_frontends_in_their_order_then_the_built_in_page(newsroom, make_release):
    assert [mode for mode, _ in newsroom.preview_modes] == ["built-in"]
    newsroom.frontends = [
        Frontend(name="Web", preview_url="https://web.example/p", sort_order=0),
        Frontend(name="App", preview_url="https://app.example/p", sort_order=1),
    ]
    newsroom.save()
    release = make_release("Draft", publish=False)
    assert [(mode, str(name)) for mode, name in release.preview_modes] == [
        ("frontend-0", "Web"),
        ("frontend-1", "App"),
        ("built-in", "Plain preview"),
    ]
    assert release.default_preview_mode == "frontend-0"


def test_tokens_are_unique_within_a_second_and_open_their_own_draft(make_release):
    release = make_release("One", publish=False)
    with mock.patch("django.core.signing.time.time", return_value=timezone.now().timestamp()):
        first = release.create_page_preview()
        release.title = "Other"
        second = release.create_page_preview()
    assert first.token != second.token
    assert [preview_document(preview.token).title for preview in (first, second)] == ["One", "Other"]


def test_expired(make_release, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "PREVIEW_MAX_AGE": 60}
    token = make_release("Draft", publish=False).create_page_preview().token
    later = timezone.now().timestamp()
    with mock.patch("django.core.signing.time.time", return_value=later + 55):
        assert preview_document(token).title == "Draft"
    with (
        mock.patch("django.core.signing.time.time", return_value=later + 65),
        pytest.raises(InvalidToken, match="expired"),
    ):
        preview_document(token)


@pytest.mark.parametrize("token", ["", "x", "id=1", "id=1:aaaa:bbbb", "\x00", "\ud800", "id=1;nonce=a:" * 50])
def test_malformed(db, token):
    with pytest.raises(InvalidToken, match="not valid"):
        preview_document(token)


def test_tampered_and_foreign(make_release, newsroom):
    first, second = make_release("One", publish=False), make_release("Two", publish=False)
    token = first.create_page_preview().token
    with pytest.raises(InvalidToken, match="not valid"):
        preview_document(token.replace(f"id={first.pk};", f"id={second.pk};"))
    with pytest.raises(InvalidToken, match="not valid"):
        preview_document(TimestampSigner(salt="another").sign(f"id={first.pk}"))
    with pytest.raises(InvalidToken, match="this kind"):
        preview_document(token, model=NewsroomPage)
    with pytest.raises(InvalidToken, match="this kind"):  # signed by us, but no preview of ours
        preview_document(first.get_preview_signer().sign(f"id={first.pk}"))


def test_deleted_since(make_release):
    release = make_release("Draft", publish=False)
    token = release.create_page_preview().token
    release.delete()
    with pytest.raises(InvalidToken, match="deleted"):
        preview_document(token)


def test_moved_since(make_release, newsroom, locale):
    release = make_release("Draft", publish=False)
    token = release.create_page_preview().token
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=NewsroomPage(title="Other", slug="other", live=True, locale=locale))
    Page.objects.get(pk=release.pk).move(other, pos="last-child")
    assert preview_document(token).path == "/other/draft"


def test_pruning_keeps_what_still_opens(make_release, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "PREVIEW_MAX_AGE": 3 * 86400}
    release = make_release("Draft", publish=False)
    now = timezone.now().timestamp()
    for age in (4 * 86400, 2 * 86400, 0):
        with mock.patch("django.core.signing.time.time", return_value=now - age):
            preview = release.create_page_preview()
        PagePreview.objects.filter(pk=preview.pk).update(created_at=timezone.now() - timedelta(seconds=age))
    assert prune_previews() == 1
    assert PagePreview.objects.count() == 2
    assert prune_previews() == 0


def test_each_preview_prunes(client, editor, make_release, settings):
    release = make_release("Draft", publish=False)
    with mock.patch("django.core.signing.time.time", return_value=timezone.now().timestamp() - 7200):
        old = release.create_page_preview()
    answer = client.get(f"/admin/pages/{release.pk}/view_draft/")
    assert answer.status_code == 200
    assert list(PagePreview.objects.values_list("token", flat=True)) == [token_in(answer)]
    assert token_in(answer) != old.token


def test_preview_page_is_marked_and_stored_by_nobody(client, make_release):
    token = make_release("Secret", publish=False).create_page_preview().token
    page = Client().get("/newsroom/preview/", {"token": token})  # whoever has the link: no log-in
    text = page.content.decode()
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    assert page["X-Robots-Tag"] == "noindex"
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert "ETag" not in page
    assert '<meta name="robots" content="noindex">' in text
    assert 'class="preview-banner"' in text


def test_preview_page_without_a_good_token(client, db):
    page = client.get("/newsroom/preview/", {"token": "id=1:x:y"})
    assert (page.status_code, page["Cache-Control"]) == (403, "no-store")
    assert "The preview token is not valid." in page.content.decode()
    assert client.post("/newsroom/preview/").status_code == 405


def test_stored_draft_names_the_draft_only(make_release):
    release = make_release("Draft", publish=False)
    assert json.loads(release.create_page_preview().content_json)["pk"] == release.pk
