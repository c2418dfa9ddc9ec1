"""E-mails to colleagues: who gets them, what they say, and that each is sent once.

They hold what a colleague needs to find the case, and nothing that a visitor wrote about itself. What does not live
here: mails to visitors (`cms/conversation/identity/letters.py`), and when mails are sent (`tasks.py`).
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from wagtail.admin.utils import get_admin_base_url
from wagtail.users.models import UserProfile

from cms.conversation.identity.lines import one_line
from cms.conversation.models.identity import SentMail


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a mail: address, language, and the time zone in which times are told."""

    address: str
    language: str
    time_zone: str

    @classmethod
    def of(cls, user: Any) -> Reader:
        """A user, with the language and time zone chosen for the admin; the site's, where nothing was chosen."""
        profile = UserProfile.get_for_user(user)
        return cls(user.email, profile.get_preferred_language(), profile.get_current_time_zone())


def desk_address(case_id: int | None = None) -> str:
    """The full address of a case in the admin, or of the desk; of the admin where the desk has no screens."""
    try:
        path = reverse("newsroom_desk_case", args=[case_id]) if case_id else reverse("newsroom_desk")
    except NoReverseMatch:
        path = reverse("wagtailadmin_home")
    return f"{(get_admin_base_url() or '').rstrip('/')}{path}"


def send_once(kind: str, about: str, reader: Reader, template: str, context: dict[str, Any]) -> None:
    """Send a mail unless it was sent before. The first line of the template is the subject.

    Raises `SMTPException` and `OSError` of the mail server, whose words may hold the address.
    """
    about = hashlib.sha256(about.encode()).hexdigest()
    if SentMail.objects.filter(kind=kind, about=about).exists():
        return
    with translation.override(reader.language), timezone.override(reader.time_zone):
        text = render_to_string(f"newsroom/mail/{template}", context)
    subject, _, body = text.strip().partition("\n")
    EmailMessage(one_line(subject), body.strip() + "\n", to=[reader.address]).send()
    with suppress(IntegrityError), transaction.atomic():  # two workers may have had the same task in hand
        SentMail.objects.create(kind=kind, about=about, at=timezone.now())
