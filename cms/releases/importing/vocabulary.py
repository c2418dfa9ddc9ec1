"""The people and topics that imported releases name: found, or created once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import slugify

from cms.newsroom.models import Person, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.models import Locale

    from cms.releases.importing.incoming import Contact

ROLE_MAILBOXES = {
    *(
        "press",
        "presse",
        "prensa",
        "prasa",
        "stampa",
        "imprensa",
        "pressekontakt",
        "pressoffice",
        "press-office",
    ),
    *(
        "media",
        "medien",
        "news",
        "newsroom",
        "communications",
        "communication",
        "kommunikation",
        "kommunikasjon",
    ),
    *(
        "info",
        "contact",
        "kontakt",
        "pr",
        "publicaffairs",
        "presstjanst",
        "mediarelations",
        "office",
        "redaktion",
    ),
}
"""Local parts of addresses that belong to a role, not to a person: these are shown to everybody."""

PRESS_WORDS = ("press", "media", "presse", "kommunikation")
TOPIC_LENGTH = 100
PERSON_LENGTH = 255


class Vocabulary:
    """Looks each name up once in a run. What was created in a transaction that failed must be forgotten."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._people: dict[tuple[int, str], Person] = {}
        self._topics: dict[tuple[int, str], Topic] = {}

    def topics(self, names: Iterable[str], locale: Locale) -> list[Topic]:
        """The topics of these names in a language, without doubles."""
        found: dict[int, Topic] = {}
        for name in names:
            slug = slugify(name, allow_unicode=True)[:TOPIC_LENGTH].strip("-_")
            if slug:
                topic = self._topic(name, slug, locale)
                found[topic.pk] = topic
        return list(found.values())

    def _topic(self, name: str, slug: str, locale: Locale) -> Topic:
        key = (locale.pk, slug)
        if key not in self._topics:
            topic = Topic.objects.filter(locale=locale, slug=slug).first()
            self._topics[key] = topic or Topic.objects.create(
                locale=locale, slug=slug, name=name[:TOPIC_LENGTH]
            )
        return self._topics[key]

    def person(
        self, contact: Contact, locale: Locale, *, role: Person.Role = Person.Role.PRESS_CONTACT
    ) -> Person:
        """The person of that name in a language."""
        name = contact.name[:PERSON_LENGTH]
        key = (locale.pk, name.casefold())
        if key not in self._people:
            person = Person.objects.filter(locale=locale, name__iexact=name).order_by("pk").first()
            self._people[key] = person or self._create(name, contact, locale, role)
        return self._people[key]

    def _create(self, name: str, contact: Contact, locale: Locale, role: Person.Role) -> Person:
        email = contact.email if is_email(contact.email) else ""
        says_press = any(word in contact.role.casefold() for word in PRESS_WORDS)
        return Person.objects.create(
            locale=locale,
            name=name,
            role=role,
            title="" if says_press else contact.role[:PERSON_LENGTH],
            email=email,
            email_public=is_role_mailbox(email),
            phone=contact.phone[:50],
        )


def is_email(address: str) -> bool:
    """Whether an address can be written to."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 254


def is_role_mailbox(address: str) -> bool:
    """Whether an address belongs to a role: a person's own is kept for editors only."""
    return address.partition("@")[0].casefold() in ROLE_MAILBOXES
