"""Finding comments by their words, by who wrote them, or by an exact e-mail address (through its keyed hash).

PostgreSQL has an index of the words (migration `0003_search`); the expression here and there must be the same.
Other databases look for the letters.
"""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from cms.conversation.identity.visitors import email_hashes

LONGEST = 200
"""Characters of what is typed that are looked at."""
MOST_WORDS = 10
TABLE = "newsroom_conversation_comment"
VECTOR = f"to_tsvector('simple', {TABLE}.plain || ' ' || {TABLE}.author_name || ' ' || {TABLE}.organisation)"
"""What is found: the text, the name and the organisation, without stems: comments come in any language."""
_WORD = re.compile(r"\w+")


def is_email(text: str) -> bool:
    """Whether what is typed is an e-mail address, and not words."""
    try:
        validate_email(text.strip())
    except ValidationError:
        return False
    return True


def matching(text: str) -> Q:
    """The comments that are meant by what is typed: by its author's address, or with all of the words.

    The last letters of a word may be missing. What holds no word at all finds nothing.
    """
    text = text.strip()[:LONGEST]
    if is_email(text):
        return Q(email_hash__in=email_hashes(text))
    words = list(dict.fromkeys(_WORD.findall(text)))[:MOST_WORDS]
    if not words:
        return Q(pk__in=[])
    if connection.vendor == "postgresql":
        wanted = " & ".join(f"'{word}':*" if len(word) > 1 else f"'{word}'" for word in words)
        sql = f"{VECTOR} @@ to_tsquery('simple', %s)"
        return Q(RawSQL(sql, [wanted], output_field=BooleanField()))  # nosec B611 # values are bound
    found = Q()
    for word in words:
        found &= Q(plain__icontains=word) | Q(author_name__icontains=word) | Q(organisation__icontains=word)
    return found
