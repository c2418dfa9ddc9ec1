"""Languages as other systems write them, to Wagtail's locales, and the newsroom that takes each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, ReferenceIndex

from cms.newsroom.models import NewsroomChannel, NewsroomPage

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER_NAMES = {"no": "nb", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr-latn"}
"""Codes that BCP 47 has replaced, or that stand for a family, and the ones in use."""

SCRIPTS = {"hant": "zh-hant", "hans": "zh-hans", "tw": "zh-hant", "hk": "zh-hant", "mo": "zh-hant"}
UNDETERMINED = {"", "und", "mul", "zxx", "mis"}


class UnknownLanguage(ValueError):
    """A language that this installation has no name for."""


def locale_code(tag: str, default: str) -> str:
    """The language code of a BCP 47 tag in this installation: `zh` is `zh-hans`, `en_US` is `en`.

    Raises `UnknownLanguage`.
    """
    normal = tag.strip().replace("_", "-").lower()
    if normal in UNDETERMINED:
        return default
    first, *rest = normal.split("-")
    first = OTHER_NAMES.get(first, first)
    if first == "zh":
        return next((SCRIPTS[part] for part in rest if part in SCRIPTS), "zh-hans")
    try:
        return str(get_supported_content_language_variant("-".join([first, *rest])))
    except LookupError:
        raise UnknownLanguage(f"The language {tag!r} is not one of this site's languages.") from None


class Newsrooms:
    """The newsroom in each language: the given one, its translations, and those that the import creates."""

    def __init__(self, newsroom: NewsroomPage, *, publish: bool, dry_run: bool = False) -> None:
        self.given = newsroom
        self.publish = publish
        self.dry_run = dry_run
        self.created: list[str] = []
        self.by_code: dict[str, NewsroomPage] = {newsroom.locale.language_code: newsroom}
        for page in newsroom.get_translations().select_related("locale").specific():
            self.by_code[page.locale.language_code] = page

    @property
    def own_code(self) -> str:
        return str(self.given.locale.language_code)

    def not_public(self) -> Iterable[str]:
        """Slugs of the newsrooms that are closed: what is published in them is not public."""
        return sorted(page.slug for page in self.by_code.values() if not page.live)

    def code_for(self, tag: str) -> str:
        """The locale that a release in the language `tag` gets. Variants of the newsroom's own language
        join it."""
        code = locale_code(tag, self.own_code)
        same = code.partition("-")[0] == self.own_code.partition("-")[0] and not code.startswith("zh")
        return self.own_code if same and code not in self.by_code else code

    def page_for(self, code: str) -> NewsroomPage:
        """The newsroom in a locale; created, and published with `publish`, where there is none."""
        if code not in self.by_code:
            self.by_code[code] = self._create(code)
            self.created.append(code)
        return self.by_code[code]

    def plan_for(self, code: str) -> None:
        """What `page_for` would do, without doing it."""
        if code not in self.by_code and code not in self.created:
            self.created.append(code)

    def _create(self, code: str) -> NewsroomPage:
        given = self.given
        locale = Locale.objects.get_or_create(language_code=code)[0]
        slug, number = f"{given.slug}-{code}", 1
        while NewsroomPage.objects.filter(slug=slug).exists():
            number += 1
            slug = f"{given.slug}-{code}-{number}"
        page = NewsroomPage(
            title=given.title,
            slug=slug,
            locale=locale,
            translation_key=given.translation_key,
            live=False,
            logo=given.logo,
            comment_mode=given.comment_mode,
            primary_colour=given.primary_colour,
            accent_colour=given.accent_colour,
        )
        page.channels = [NewsroomChannel(service=row.service, url=row.url) for row in given.channels.all()]
        given.get_parent().add_child(instance=page)
        revision = page.save_revision()
        if self.publish:
            revision.publish()
            page.refresh_from_db()
        ReferenceIndex.create_or_update_for_object(page)
        return page
