"""The number of public changes of conversations: like the ledger's `seq`, in the order in which they are committed.

The counter is locked late, after a thread's row, and held to the end of the transaction: whoever has seen a number
never finds a smaller one later.
"""

from __future__ import annotations

from django.db import connection

from cms.ledger.models import Counter

NAME = "conversation"

TAKE = 'UPDATE "newsroom_ledger_counter" SET "value" = "value" + 1 WHERE "name" = %s RETURNING "value"'


def next_number() -> int:
    """The next number, in the transaction that is open. PostgreSQL holds the row to its end; SQLite the database."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [NAME])
        row = cursor.fetchone()
    if row is not None:
        return int(row[0])
    Counter.objects.get_or_create(name=NAME)
    return next_number()
