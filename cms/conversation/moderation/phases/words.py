"""Rejects comments with a banned word, and holds those with a suspect one."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from cms.conversation.models import ReasonCode
from cms.conversation.moderation.context import Decision, Submission, hold, reject
from cms.conversation.moderation.word_finder import WordFinder

TOOLTIP = re.compile(r'\stitle="([^"]*)"')
"""In sanitised HTML: text that shows when the pointer rests on it."""


def words(submission: Submission) -> Decision | None:
    """Looks through all that people would read: text, tooltips, name, organisation, title."""
    banned, suspect = _lists(submission)
    if not banned and not suspect:
        return None
    texts = [*submission.texts, *map(html.unescape, TOOLTIP.findall(submission.body.html))]
    if (entry := _found(banned, submission.place.language, texts)) is not None:
        return reject(
            "words",
            ReasonCode.ABUSE,
            "It uses words that are not accepted here. Say it in other words and post again.",
            f"Banned: {entry}",
        )
    if (entry := _found(suspect, submission.place.language, texts)) is not None:
        return hold("words", f"Suspect: {entry}")
    return None


def _lists(submission: Submission) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is banned, and what is suspect, in the language of the item."""
    lists = [each for each in submission.rules.word_lists.all() if each.speaks(submission.place.language)]
    return (
        tuple(line for each in lists for line in each.banned),
        tuple(line for each in lists for line in each.suspect),
    )


@lru_cache(maxsize=64)
def _finder(entries: tuple[str, ...], language: str) -> WordFinder:
    return WordFinder(entries, language)


def _found(entries: tuple[str, ...], language: str, texts: list[str]) -> str | None:
    finder = _finder(entries, language)
    return next((entry for text in texts if (entry := finder.find(text)) is not None), None)
