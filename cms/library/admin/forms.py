"""The forms of asset pages and press kits."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.media.admin.publishing import FilesPageForm
from cms.newsroom.admin.topics import topics_for

SLUG_LENGTH = 80


def free_slug(title: str, parent: Page, page: Page | None = None) -> str:
    """A slug for the title that no other page below `parent` has."""
    base = slugify(title, allow_unicode=True)[:SLUG_LENGTH] or "asset"
    slug, number = base, 1
    while not Page._slug_is_available(slug, parent, page):
        number += 1
        slug = f"{base}-{number}"
    return slug


class LibraryPageForm(FilesPageForm):
    """Offers the topics in the language of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "topics" in self.fields:
            topics: Any = self.fields["topics"]
            topics.queryset = topics_for(self.instance, self.parent_page)


class AssetPageForm(LibraryPageForm):
    """A page without a title takes that of its asset."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "slug"):
            if name in self.fields:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        chosen = [given[name] for name in ("image", "media", "file") if given.get(name)]
        if not given.get("title") and len(chosen) == 1:
            given["title"] = chosen[0].title
        if not given.get("title") and "title" not in self.errors:
            self.add_error("title", _("Give it a title, or choose an asset: its title is taken then."))
        elif not given.get("slug") and "slug" not in self.errors:
            given["slug"] = free_slug(given.get("title", ""), self.parent_page, self.instance)
        return super().clean()


class PressKitForm(LibraryPageForm):
    """A kit that goes public holds something."""

    def hold_back(self) -> None:
        rows = self.formsets["rows"]
        filled = [form for form in rows.forms if form.has_changed() or form.instance.pk]
        if not [form for form in filled if form not in rows.deleted_forms]:
            self.add_error(None, _("The kit is empty. Add at least one image, video, sound or document."))
