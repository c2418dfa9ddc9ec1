"""The picture that stands for an item, found by the database: cards hold every size of it, and lists of thousands want one address."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Func, TextField

from cms.newsroom.templatetags.newsroom_pages import MODERN

SIZE = "large"
PLACES = ("hero", "cover", "logo")
"""Where the picture of what is none itself is, the first that there is."""

_ORDINARY = ", ".join(f"'{content_type}'" for content_type in MODERN)


class PictureAddress(Func):
    """Address of the picture in its large size, or in the first that every browser shows; null without one.

    As `size` of `newsroom_pages` finds it in a card.
    """

    arity = 1
    output_field = TextField()

    def __init__(self, card: str = "card") -> None:
        super().__init__(F(card))

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        places = " ".join(
            f"WHEN json_type(%(expressions)s, '$.{place}') = 'object' THEN '$.{place}.renditions'"
            for place in PLACES
        )
        own = "WHEN json_extract(%(expressions)s, '$.file_type') = 'IMAGE' THEN '$.renditions'"
        return self.as_sql(
            compiler,
            connection,
            template=_chosen(
                "json_extract(one.value, '$.{}')",
                source=f"json_each(%(expressions)s, CASE {own} {places} ELSE '$.none' END) AS one",
                order="",  # as they are listed; sorting would read all of them
            ),
        )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        # The card is unpacked once: each `->` on the column itself would unpack it anew.
        places = " ".join(
            f"WHEN jsonb_typeof(card -> '{place}') = 'object' THEN card -> '{place}' -> 'renditions'"
            for place in PLACES
        )
        own = "WHEN card ->> 'file_type' = 'IMAGE' THEN card -> 'renditions'"
        unpacked = "(SELECT %(expressions)s || '{}'::jsonb AS card OFFSET 0) AS unpacked"
        listed = f"COALESCE(CASE {own} {places} END, '[]'::jsonb)"
        return self.as_sql(
            compiler,
            connection,
            template=_chosen(
                "one.value ->> '{}'",
                source=f"{unpacked}, jsonb_array_elements({listed}) WITH ORDINALITY AS one(value, place)",
                order=" ORDER BY one.place",
            ),
        )


def _chosen(value: str, *, source: str, order: str) -> str:
    """SQL that chooses among the renditions in `source`: the large one is nearly always there, and found first.

    `value` is the SQL for a field of a rendition, with `{}` for the field's name.
    """
    href, name, content_type = (value.format(field) for field in ("href", "name", "content_type"))
    usable = f"{content_type} NOT IN ({_ORDINARY})"
    named = f"{name} = '{SIZE}' AND {usable}"
    other = f"substr({content_type}, 1, 6) = 'image/' AND {usable}"
    first, second = (
        f"(SELECT {href} FROM {source} WHERE {which}{order} LIMIT 1)"  # nosec B608 # all from here
        for which in (named, other)
    )
    return f"COALESCE({first}, {second})"
