"""Rejects comments with a banned word, and holds those with a suspect one."""

from __future__ import annotations

import html
import re
from uuid import UUID

from cms.conversation.models import ModerationRules, ReasonCode
from cms.conversation.moderation.context import Decision, Submission, hold, reject
from cms.conversation.moderation.word_finder import WordFinder

TOOLTIP = re.compile(r'\stitle="([^"]*)"')
"""In sanitised HTML: text that shows when the pointer rests on it."""
MOST_KEPT = 64
"""Newsrooms and languages, more or less, whose lists a process keeps ready."""

_made: dict[tuple[UUID, str], tuple[WordFinder, WordFinder]] = {}


def words(submission: Submission) -> Decision | None:
    """Looks through all that people would read: text, tooltips, name, organisation, title."""
    banned, suspect = _finders(submission.rules, submission.place.language)
    if not banned and not suspect:
        return None
    texts = [*submission.texts, *map(html.unescape, TOOLTIP.findall(submission.body.html))]
    if (entry := _found(banned, texts)) is not None:
        return reject(
            "words",
            ReasonCode.ABUSE,
            "It uses words that are not accepted here. Say it in other words and post again.",
            f"Banned: {entry}",
        )
    if (entry := _found(suspect, texts)) is not None:
        return hold("words", f"Suspect: {entry}")
    return None


def _finders(rules: ModerationRules, language: str) -> tuple[WordFinder, WordFinder]:
    """For what is banned, and for what is suspect, in the language of the item; made once for a version of the rules."""
    key = (rules.version, language)
    if key not in _made:
        if len(_made) >= MOST_KEPT:
            _made.clear()
        lists = [each for each in rules.word_lists.all() if each.speaks(language)]
        banned = WordFinder((line for each in lists for line in each.banned), language)
        suspect = WordFinder((line for each in lists for line in each.suspect), language)
        _made[key] = banned, suspect
    return _made[key]


def _found(finder: WordFinder, texts: list[str]) -> str | None:
    return next((entry for text in texts if (entry := finder.find(text)) is not None), None)
