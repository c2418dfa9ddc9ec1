"""Makes the demo: two newsrooms of one company, in Swedish and English, published the way editors publish."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.library.models import MediaAssetPage
from cms.newsroom.models import Boilerplate, NewsroomChannel, NewsroomContact, NewsroomPage, Person, Topic
from cms.project.demo import english, english_talk, swedish, swedish_talk
from cms.project.demo.library import make_asset_pages, make_kits
from cms.project.demo.media import choice, make_files, make_images
from cms.project.demo.story import Block, Newsroom, Story
from cms.project.demo.talk import Desk, hold_talk, make_discussion, open_desk, send_pictures
from cms.releases.models import RelatedRelease, ReleaseAsset, ReleaseContact, ReleasePage

TALKS = {"sv": swedish_talk.TALK, "en": english_talk.TALK}
"""By language of the newsroom."""

USERS = {
    "admin": ("Anna", "Administratör", ""),
    "pr": ("Karin", "Åkerlund", "PR"),
    "marketing": ("Sofia", "Berg", "Marketing"),
    "service": ("Jonas", "Ek", "Customer service"),
}
"""User name: first name, last name, group."""


@dataclass(frozen=True)
class Stock:
    """What the releases of a newsroom are made with, by key."""

    images: dict[str, Any]
    files: dict[str, Any]
    people: dict[str, Person]
    topics: dict[str, Topic]


def build_demo(password: str) -> bool:
    """Make the demo, all or nothing; False when it is there already. Takes a minute."""
    if NewsroomPage.objects.filter(slug=swedish.NEWSROOM.slug).exists():
        return False
    with transaction.atomic():
        original, keys = _make_newsroom(swedish.NEWSROOM, _make_users(password), {})
        _make_site(original)
        _make_newsroom(english.NEWSROOM, _make_users(password), keys)
    return True


def _make_users(password: str) -> dict[str, Any]:
    """The users by name, fetched anew: they remember what they may do, and a new newsroom grants more."""
    users = {}
    for name, (first, last, group) in USERS.items():
        user, created = get_user_model().objects.get_or_create(
            username=name,
            defaults={"first_name": first, "last_name": last, "email": f"{name}@norrvind.example"},
        )
        if created:
            user.is_superuser = user.is_staff = name == "admin"
            user.set_password(password)
            user.save()
        user.groups.add(*Group.objects.filter(name=group))
        users[name] = user
    return users


def _make_site(home: NewsroomPage) -> None:
    """The newsroom becomes the site's first page, in place of the welcome page that Wagtail comes with."""
    address = urlsplit(settings.BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.hostname, site.port = address.hostname or "localhost", address.port or 80
    site.site_name, site.root_page = home.title, home
    site.save()
    if welcome is not None and type(welcome.specific) is Page and welcome.depth > 1:
        welcome.delete()


def _make_newsroom(
    text: Newsroom, users: dict[str, Any], keys: dict[str, uuid.UUID]
) -> tuple[NewsroomPage, dict[str, uuid.UUID]]:
    """The newsroom with its releases, and its translation keys. `keys` are those of what it translates."""
    locale = Locale.objects.get_or_create(language_code=text.locale)[0]
    keys = dict(keys)

    def key(name: str) -> uuid.UUID:
        return keys.setdefault(name, uuid.uuid4())

    images = make_images(text)
    topics = _make_topics(text, locale, key)
    people = _make_people(text, locale, key, images, topics)
    title, html = text.boilerplate
    page = NewsroomPage(
        title=text.name,
        slug=text.slug,
        locale=locale,
        translation_key=key("newsroom"),
        owner=users["pr"],
        live=False,
        tagline=text.tagline,
        about=text.about,
        comment_mode="OPEN",
        comment_guidelines=text.guidelines,
        logo=images["logo"],
        boilerplate=Boilerplate.objects.create(
            title=title, text=html, locale=locale, translation_key=key("boilerplate")
        ),
        primary_colour="#135e64",
        accent_colour="#b4571c",
    )
    page.contacts = [NewsroomContact(person=people["karin"], sort_order=0)]
    page.channels = [
        NewsroomChannel(service=service, url=url, sort_order=number)
        for number, (service, url) in enumerate(text.channels)
    ]
    Page.objects.get(depth=1).add_child(instance=page)
    _publish(page, users["pr"])
    stock = Stock(images, make_files(text), people, topics)
    releases = {
        story.key: _draft(story, page, stock, users, key(f"release {story.key}")) for story in text.stories
    }
    for story in text.stories:
        _bring_out(story, releases, users)
    library = {**stock.images, **stock.files}
    make_asset_pages(text.assets, page, library, topics, users["pr"], key)
    make_kits(text.kits, page, library, topics, releases, users["pr"], key)
    _talk(page, stock, releases, key("discussion"))
    return page, keys


def _talk(
    newsroom: NewsroomPage, stock: Stock, releases: dict[str, ReleasePage], translation_key: uuid.UUID
) -> None:
    """The newsroom's conversations, with its desk. The users may do more there than when they were fetched."""
    users = {user.username: user for user in get_user_model().objects.filter(username__in=USERS)}
    talk = TALKS[newsroom.locale.language_code]
    desk = Desk(newsroom, stock.people, users, talk)
    open_desk(desk)
    discussion = make_discussion(desk, stock.topics, translation_key)
    places: list[Any] = [(releases[name], remarks) for name, remarks in talk.on.items()]
    places += [
        (MediaAssetPage.objects.child_of(newsroom).get(slug=slug), remarks)
        for slug, remarks in talk.on_assets.items()
    ]
    hold_talk(desk, [*places, (discussion, talk.discussion.remarks)])
    send_pictures(desk, releases)


def _make_topics(text: Newsroom, locale: Locale, key: Any) -> dict[str, Topic]:
    topics: dict[str, Topic] = {}
    for name, title, slug, above, description in text.topics:
        topics[name] = Topic.objects.create(
            name=title,
            slug=slug,
            description=description,
            parent=topics.get(above),
            locale=locale,
            translation_key=key(f"topic {name}"),
        )
    return topics


def _make_people(
    text: Newsroom, locale: Locale, key: Any, images: dict[str, Any], topics: dict[str, Topic]
) -> dict[str, Person]:
    people = {}
    for person in text.people:
        made = Person.objects.create(
            name=person.name,
            title=person.title,
            organisation="Norrvind",
            role=person.role,
            photo=images[person.key],
            email=person.email,
            email_public=person.email_public,
            phone=person.phone,
            phone_public=person.phone_public,
            locale=locale,
            translation_key=key(f"person {person.key}"),
        )
        made.topics.set(topics[name] for name in person.topics)
        people[person.key] = made
    return people


def _draft(
    story: Story, newsroom: NewsroomPage, stock: Stock, users: dict[str, Any], translation_key: uuid.UUID
) -> ReleasePage:
    """The release as a draft, with everything but its related releases."""
    body = json.dumps([_block(block, stock) for block in story.body], ensure_ascii=False)
    if story.correction:
        wrong, right, _note = story.correction
        body = body.replace(right, wrong)
    page = ReleasePage(
        kind=story.kind,
        title=story.title,
        slug=story.slug,
        subtitle=story.subtitle,
        summary=story.summary,
        dateline_place=story.place,
        locale=newsroom.locale,
        translation_key=translation_key,
        owner=users["marketing" if story.unpublished else "pr"],
        live=False,
        first_published_at=None if story.age <= 0 else timezone.now() - timedelta(days=story.age),
        hero=stock.images.get(story.hero),
        byline=stock.people.get(story.byline),
        body=body,
        pinned=story.pinned,
        links=json.dumps(
            [{"type": "link", "value": {"text": words, "url": url}} for words, url in story.links]
        ),
        about_urls=json.dumps([{"type": "url", "value": url} for url in story.about_urls]),
        **_event(story),
    )
    page.topics = [stock.topics[name] for name in story.topics]
    page.tags.add(*story.tags)
    page.contacts = [  # type: ignore[misc]
        ReleaseContact(person=stock.people[name], sort_order=number)
        for number, name in enumerate(story.contacts)
    ]
    chosen = [stock.images[name] for name in story.images] + [stock.files[name] for name in story.files]
    page.assets = [ReleaseAsset(**choice(asset), sort_order=number) for number, asset in enumerate(chosen)]  # type: ignore[misc]
    newsroom.add_child(instance=page)
    return page


def _event(story: Story) -> dict[str, Any]:
    if story.event is None:
        return {}
    days, hours, place, address = story.event
    start = (timezone.now() + timedelta(days=days)).replace(hour=9, minute=0, second=0, microsecond=0)
    return {
        "event_start": start,
        "event_end": start + timedelta(hours=hours),
        "event_place": place,
        "event_sign_up_url": address,
    }


def _bring_out(story: Story, releases: dict[str, ReleasePage], users: dict[str, Any]) -> None:
    """Publish the release, and do with it what the story tells: correct, withdraw, hold back."""
    page, author = releases[story.key], users["pr"]
    page.related = [  # type: ignore[misc]
        RelatedRelease(target=releases[name], sort_order=number) for number, name in enumerate(story.related)
    ]
    if story.unpublished:
        page.save_revision(user=users["marketing"], log_action=True)
        if workflow := page.get_workflow():
            workflow.start(page, users["marketing"])
        return
    if story.age < 0:
        page.go_live_at = timezone.now() + timedelta(days=-story.age)
    _publish(page, author)
    if story.correction:
        wrong, right, note = story.correction
        page.body = json.dumps(page.body.get_prep_value(), ensure_ascii=False).replace(wrong, right)
        page.correction_note = note
        _publish(page, author)
    if story.withdrawn:
        page.withdrawal_reason = story.withdrawn
        page.unpublish(user=author)
    if story.draft_title:
        page.title = story.draft_title
        page.save_revision(user=author, log_action=True)


def _publish(page: Any, user: Any) -> None:
    page.save_revision(user=user, log_action=True).publish(user=user)
    page.refresh_from_db()


def _block(block: Block, stock: Stock) -> dict[str, Any]:
    """A block as a StreamField stores it: keys become ids."""
    kind, value = block
    if kind == "table":
        head = {"first_row_is_table_header": True, "first_col_is_header": value.get("first_column", False)}
        head["table_header_choice"] = "both" if head["first_col_is_header"] else "row"
        value = {"caption": value["caption"], "table": {"data": value["rows"], **head}}
    elif isinstance(value, dict):
        value = {name: _stored(name, part, stock) for name, part in value.items()}
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def _stored(name: str, value: Any, stock: Stock) -> Any:
    if name in ("image", "poster"):
        return stock.images[value].pk
    if name == "images":
        return [stock.images[key].pk for key in value]
    if name == "file":
        return stock.files[value].pk
    if name == "speaker":
        return stock.people[value].pk
    return value
