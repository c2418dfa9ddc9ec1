"""What visitors typed, as it is stored and served: bodies of comments, and single lines such as names.

The source is what an author edits again; the HTML is made of it and is never edited. The same markup in, the same
markup out: HTML that was served may also come in again. What does not live here: any database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cms.conversation.characters import cleaned, revealed, shows
from cms.conversation.links import clean_url
from cms.conversation.markup import ELEMENTS, INCOMING, OUTGOING, URL_SCHEMES, escape_loose
from cms.conversation.mentions import link_mentions
from cms.conversation.paragraphs import Paragraphs
from cms.errors import InvalidInput

__all__ = [
    "BODY_RULES",
    "Body",
    "BodyRules",
    "clean_line",
    "clean_text",
    "clean_url",
    "link_mentions",
    "read_body",
]

MOST_CHARACTERS = 5_000


@dataclass(frozen=True, slots=True)
class BodyRules:
    """What the body of a comment may be, as the API tells it to those who write forms."""

    elements: Mapping[str, tuple[str, ...]]
    """Element → its attributes."""
    url_schemes: Mapping[str, tuple[str, ...]]
    """Attribute → the schemes of the addresses in it."""
    most_characters: int
    """Of the source; a line end counts as one."""


BODY_RULES = BodyRules(elements=ELEMENTS, url_schemes=URL_SCHEMES, most_characters=MOST_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a comment."""

    html: str
    """Safe to put into a page: `p`, `br`, and the elements of `BODY_RULES`."""
    plain: str
    """The words alone, NFC: `\\n` for a line break, `\\n\\n` between paragraphs."""
    links: tuple[str, ...]
    """Every address linked to, once, in the order of the text."""
    mentions: tuple[str, ...]
    """What stands after each `@`, up to six words: each may begin with a commenter's name (`link_mentions`)."""


def read_body(source: str) -> Body:
    """The body that a visitor wrote as text with some markup.

    Raises `InvalidInput` for field "body" if it has more than 5,000 characters, or nothing in it that shows. NUL,
    lone surrogates, other controls and invisible characters are left out.
    """
    length = len(source) - source.count("\r\n")
    if length > MOST_CHARACTERS:
        message = f"body has {length:,} characters; it may have at most {MOST_CHARACTERS:,}."
        raise InvalidInput(message, field="body")
    paragraphs = Paragraphs().read(INCOMING.clean(escape_loose(revealed(source))))
    if not shows(paragraphs.plain):
        message = "body has nothing in it that can be read; write some text besides the markup."
        raise InvalidInput(message, field="body")
    return Body(
        html=OUTGOING.clean(paragraphs.html),
        plain=paragraphs.plain,
        links=tuple(paragraphs.links),
        mentions=tuple(paragraphs.mentions),
    )


def clean_line(value: str, *, field: str, most: int) -> str:
    """A name, organisation or title: one line of NFC without invisible characters, spaces as one; "" stays "".

    It is text, not HTML: "<" stays "<", and whoever puts it into a page escapes it as any text.
    Raises `InvalidInput` if it has more than `most` characters after that, or no letter, figure or sign.
    """
    if len(value) > 10 * most:  # nothing to clean: no spaces make up for that
        _refuse_length(field, len(value), most)
    line = " ".join(cleaned(value).replace("\u2800", " ").split())
    if len(line) > most:
        _refuse_length(field, len(line), most)
    if line and not shows(line):
        raise InvalidInput(f"{field} has nothing in it that can be read.", field=field)
    return line


def clean_text(value: str, *, field: str, most: int) -> str:
    """Some lines of plain text, such as an explanation: without what hides. Raises `InvalidInput` when it is too long."""
    text = cleaned(value).strip()
    if len(text) > most:
        _refuse_length(field, len(text), most)
    return text


def _refuse_length(field: str, length: int, most: int) -> None:
    raise InvalidInput(f"{field} has {length:,} characters; it may have at most {most:,}.", field=field)
