"""Tables of HTML to the table block of the editor."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from cms.newsroom.richtext import plain_text, sanitise
from cms.releases.importing.inline import plain

if TYPE_CHECKING:
    from bs4 import Tag

SPAN_LIMIT = 50
"""Most columns that one cell may claim."""


def is_layout(table: Tag) -> bool:
    """Whether a table only places things: one column, or tables inside it."""
    return table.find("table") is not None or max((len(row) for row in _cells(table)), default=0) < 2


def table_value(table: Tag) -> dict[str, Any]:
    """The value of a table block: every cell as text, rows of equal length."""
    rows = _cells(table)
    texts = [[text for cell in row for text in _spread(cell)] for row in rows]
    width = max((len(row) for row in texts), default=0)
    first_row = bool(rows and rows[0]) and all(
        cell.name == "th" or cell.find_parent("thead") for cell in rows[0]
    )
    below = rows[1:] if first_row else rows
    first_column = bool(below) and all(row and row[0].name == "th" for row in below)
    choice = {(True, True): "both", (True, False): "row", (False, True): "column", (False, False): "neither"}
    return {
        "caption": "",
        "table": {
            "data": [row + [""] * (width - len(row)) for row in texts],
            "first_row_is_table_header": first_row,
            "first_col_is_header": first_column,
            "table_header_choice": choice[first_row, first_column],
            "table_caption": "",
            "cell": [],
            "mergeCells": [],
        },
    }


def _cells(table: Tag) -> list[list[Tag]]:
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    cells = [[cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row] for row in rows]
    return [row for row in cells if row]


def _spread(cell: Tag) -> list[str]:
    """The text of a cell, followed by empty cells for the columns it spans."""
    written = str(cell.get("colspan", "1"))
    span = min(int(written), SPAN_LIMIT) if written.isdecimal() else 1
    return [_text(cell), *([""] * (span - 1))]


def _text(cell: Tag) -> str:
    """The words of a cell. Where they look like markup (`<b`) they are escaped: cells are sanitised when
    they are shown."""
    text = plain(cell)
    return text if plain_text(sanitise(text)) == text else escape(text, quote=False)
