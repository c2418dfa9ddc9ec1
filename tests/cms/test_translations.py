"""The Swedish catalogue holds every string of ours, translated; its compiled form is fresh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib
import pytest
import wagtailmedia
from babel.messages.extract import extract_python
from django.utils.translation import gettext, override
from django.utils.translation.template import templatize

import cms

ROOT = Path(cms.__file__).parent
CATALOGUE = ROOT / "newsroom" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
OURS = ("conversation", "ledger", "library", "media", "newsroom", "releases", "syndication")
THEIRS = Path(wagtailmedia.__file__).parent
SAME_IN_SWEDISH = {"media", "Media"}
KEYWORDS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
INDENT = re.compile(r"^\s+", re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s|%d")


def sources() -> Iterator[tuple[Path, str]]:
    """Our Python files and templates, as Python."""
    for path in sorted(ROOT.glob("*.py")):
        yield path, path.read_text()
    for app in OURS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
        for path in sorted(
            [*(ROOT / app).rglob("templates/**/*.html"), *(ROOT / app).rglob("templates/**/*.txt")]
        ):
            yield path, INDENT.sub("", templatize(path.read_text(), origin=str(path)))


def strings() -> set[tuple[str, str]]:
    """Every string that goes through gettext, with its plural (empty without one)."""
    found: set[tuple[str, str]] = set()
    for _path, code in sources():
        for _line, _name, message, _comments in extract_python(
            BytesIO(code.encode()), KEYWORDS, [], {"encoding": "utf-8"}
        ):
            parts = message if isinstance(message, tuple) else (message, "")
            if parts[0]:
                found.add((parts[0], parts[1] or ""))
    return found


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_the_extraction_finds_python_and_templates():
    found = strings()
    assert ("Kind of change", "") in found
    assert (
        "%(counter)s public item in the newsroom closes with it.",
        "%(counter)s public items in the newsroom close with it.",
    ) in found


def test_every_string_is_in_the_catalogue_and_no_other(catalogue):
    held = {(entry.msgid, entry.msgid_plural or "") for entry in catalogue if not entry.obsolete}
    assert held == strings()


def test_every_string_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


def test_translations_keep_the_placeholders(catalogue):
    for entry in catalogue:
        sources_of = {0: entry.msgid, 1: entry.msgid_plural or entry.msgid}
        for number, text in {0: entry.msgstr, **entry.msgstr_plural}.items():
            if text:
                source = sources_of[int(number)]
                assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(source)), entry.msgid


def test_the_compiled_catalogue_is_fresh(catalogue):
    def content(entries):
        return {entry.msgid: (entry.msgstr, tuple(entry.msgstr_plural.values())) for entry in entries}

    assert content(polib.mofile(str(CATALOGUE.with_suffix(".mo")))) == content(catalogue)


def test_the_admin_speaks_swedish():
    from cms.ledger.admin.forms import Change

    with override("sv"):
        assert str(Change.CORRECTION.label) == "En rättelse: läsare och partner ser en notis om den"


def test_ours_changes_no_word_of_wagtails_menu_and_none_of_djangos_days():
    with override("sv"):
        assert [gettext(word) for word in ("Reports", "Settings", "Help", "Monday")] == [
            "Rapporter",
            "Inställningar",
            "Hjälp",
            "måndag",
        ]


def test_the_library_of_recordings_speaks_swedish():
    """Wagtailmedia has no Swedish of its own: `cms/media/locale` has it, of the version that is installed."""
    theirs = {
        (entry.msgid, entry.msgid_plural or "")
        for entry in polib.pofile(str(THEIRS / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    }
    path = ROOT / "media" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
    ours = polib.pofile(str(path))
    assert {(entry.msgid, entry.msgid_plural or "") for entry in ours} <= theirs
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert {entry.msgid: entry.msgstr for entry in compiled} == {entry.msgid: entry.msgstr for entry in ours}
    with override("sv"):
        unknown = [
            message
            for message, plural in theirs
            if not plural and gettext(message) == message and message not in SAME_IN_SWEDISH
        ]
    assert unknown == []
