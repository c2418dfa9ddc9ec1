"""A release as a PDF to read and print: with a title, a language, bookmarks, links, and what its pictures show in words.

The fonts have Latin, Greek, Cyrillic and Thai letters; PDF_FONTS adds others. Work is bounded: so many characters
(`flow.py`), pictures and bytes of them, and one PDF at a time in a process.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from threading import Lock
from typing import Any

import fontpkg
from django.utils import translation
from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from PIL import Image, UnidentifiedImageError

from cms.conf import newsroom as conf
from cms.errors import Busy, NotFound, StorageUnavailable
from cms.media.storage import shelf
from cms.syndication.papers.flow import Block, Run, dated, flow_of

MOST_PICTURES = 12
MOST_BYTES = 3_000_000
"""Of a picture: those of the size `medium` have far less."""
MOST_PIXELS = 4_000_000
WAIT = 10
"""Seconds for which a reader waits for the PDFs of others."""
LACKING = 0.05
"""The part of its letters that a text may have which no font has: beyond, it could not be read."""

MAIN, THAI = "Fira Sans", "Sarabun"
STYLES = {"": (400, "normal"), "B": (700, "normal"), "I": (400, "italic"), "BI": (700, "italic")}
SIZES = {1: 20.0, 2: 14.0, 3: 12.0, 4: 11.0}
BODY, SMALL, LINE = 10.5, 8.5, 1.45
"""Points; and the height of a line in heights of its letters."""
POINT = 25.4 / 72
"""Millimetres."""
MARGIN, INDENT = 22.0, 6.0
"""Millimetres."""
INK, SOFT, LINK = (27, 31, 34), (89, 97, 104), (29, 92, 107)

PHRASES = re.compile(r"(?:\S+\s+){1,6}|\S+\s*|\s+")
"""A few words: the time that breaking lines takes grows with the square of what is given at once."""

_making = Lock()


class Paper(FPDF):
    """A4 pages with an address and a number at the foot."""

    foot = ""

    def footer(self) -> None:
        self.set_y(-16)
        self.set_font("main", "", SMALL)
        self.set_text_color(*SOFT)
        self.cell(0, 5, self.foot[:110], link=self.foot if self.foot.startswith("http") else "")
        self.set_x(self.l_margin)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")


def pdf_of(document: Mapping[str, Any]) -> tuple[bytes, bool]:
    """The PDF of a document, and whether it is complete: without a picture that could not be read, it is not.

    Raises `NotFound` when no font has its letters, and `Busy` while there are too many to make.
    """
    blocks = flow_of(document)
    _check_letters([document["title"], *(block.words for block in blocks)])
    if not _making.acquire(timeout=WAIT):
        raise Busy("Too many PDFs are being made. Try again in a moment.", retry_after=WAIT)
    try:
        with translation.override(document["locale"]):
            return _Press(document).print(blocks)
    finally:
        _making.release()


class _Press:
    """Sets the blocks of a document one below the other."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.complete = True
        self.pictures = 0
        paper = self.paper = Paper(format="A4")
        for family, files in (("main", font_files(MAIN)), ("thai", font_files(THAI))):
            for style, file in files.items():
                paper.add_font(family, style, file)
        more = [f"more{number}" for number, _file in enumerate(conf.PDF_FONTS)]
        for family, file in zip(more, conf.PDF_FONTS, strict=True):
            paper.add_font(family, "", file)
        paper.set_fallback_fonts(["thai", *more], exact_match=False)
        paper.set_margins(MARGIN, MARGIN, MARGIN)
        paper.set_auto_page_break(True, margin=MARGIN)
        paper.foot = document["url"]
        self._describe()

    def _describe(self) -> None:
        document, paper = self.document, self.paper
        paper.set_title(document["title"])
        paper.set_lang(document["locale"])
        paper.set_author(document["newsroom"]["name"])
        paper.set_subject(document["summary"])
        paper.set_keywords(", ".join(document["tags"]))
        paper.set_creator("Social newsroom")
        paper.set_creation_date(datetime.fromisoformat(document["updated_at"]))

    def print(self, blocks: Iterable[Block]) -> tuple[bytes, bool]:
        paper, document = self.paper, self.document
        paper.add_page()
        self._set([Run(document["newsroom"]["name"], "B")], size=SMALL, colour=SOFT)
        self._heading(Block("heading", level=1, runs=[Run(document["title"])]))
        version = _("Version %(version)s") % {"version": document["version"]}
        self._set([Run(f"{dated(document)} · {version}")], size=SMALL, colour=SOFT)
        paper.ln(3)
        cells: list[Block] = []
        for block in blocks:
            if block.kind == "cell":
                cells.append(block)
            elif block.kind == "end":
                self._row(cells)
                cells = []
            else:
                self._block(block)
        return bytes(paper.output()), self.complete

    def _block(self, block: Block) -> None:
        match block.kind:
            case "heading":
                self._heading(block)
            case "item":
                runs = [Run(f"{block.marker}  "), *block.runs]
                self._set(runs, indent=INDENT * block.level, after=1)
            case "quote":
                self._keep_together(block.words)
                self._set([Run(run.text, "I", run.href) for run in block.runs], indent=INDENT, size=12)
            case "caption":
                self._set(block.runs, size=SMALL, colour=SOFT)
            case "image":
                self._picture(block)
            case _:
                self._set(block.runs)

    def _keep_together(self, said: str) -> None:
        """Begin a page when not all of a quote and the name below it would be on this one, unless it is long."""
        paper, height = self.paper, 12 * POINT * LINE
        paper.set_font("main", "I", 12)
        needed: Any = paper.multi_cell(
            paper.epw - INDENT, height, _printable(said), dry_run=True, output="HEIGHT"
        )
        needed += height * 2
        if needed < paper.eph / 2 and paper.will_page_break(needed):
            paper.add_page()

    def _heading(self, block: Block) -> None:
        size = SIZES[block.level]
        if self.paper.will_page_break(size * POINT * LINE * 3):
            self.paper.add_page()
        self.paper.ln(2)
        self.paper.set_font("main", "B", size)
        self.paper.start_section(" ".join(block.words.split())[:200], level=block.level - 1, strict=False)
        self._set([Run(run.text, "B", run.href) for run in block.runs], size=size, after=1.5)

    def _set(
        self,
        runs: Iterable[Run],
        *,
        size: float = BODY,
        colour: tuple[int, int, int] = INK,
        indent: float = 0,
        after: float = 2.5,
    ) -> None:
        """A paragraph."""
        paper, height = self.paper, size * POINT * LINE
        paper.set_left_margin(MARGIN + indent)
        paper.set_x(MARGIN + indent)
        right, widest = paper.w - MARGIN - 2 * paper.c_margin, paper.epw
        for run in runs:
            paper.set_font("main", run.style, size)
            paper.set_text_color(*(LINK if run.href else colour))
            for words in PHRASES.findall(_printable(run.text)):
                first = paper.get_string_width(words.split(None, 1)[0]) if words.strip() else 0
                if MARGIN + indent < paper.x and right < paper.x + first < right + widest:
                    paper.ln(height)  # else a word that does not fit would be broken, not what is before it
                paper.write(height, words, run.href)
        paper.ln(height + after)
        paper.set_left_margin(MARGIN)
        paper.set_x(MARGIN)

    def _row(self, cells: list[Block]) -> None:
        """A row of a table: cells of equal width, as high as the highest."""
        if not cells:
            return
        paper, height = self.paper, BODY * POINT * LINE
        width = paper.epw / len(cells)
        paper.set_text_color(*INK)

        def lines(cell: Block) -> list[str]:
            paper.set_font("main", "B" if cell.level else "", BODY)
            found: Any = paper.multi_cell(
                width, height, _printable(cell.words), align="L", dry_run=True, output="LINES"
            )
            return list(found)

        rows = max(len(lines(cell)) for cell in cells)
        if paper.will_page_break(min(rows * height, paper.eph / 2)):
            paper.add_page()
        top, bottom, page = paper.get_y(), paper.get_y(), paper.page
        for number, cell in enumerate(cells):
            if paper.page != page:  # a cell higher than a page has gone on: the next begin where it ended
                top, page = paper.get_y(), paper.page
            paper.set_xy(MARGIN + number * width, top)
            paper.set_font("main", "B" if cell.level else "", BODY)
            paper.multi_cell(
                width, height, _printable(cell.words), align="L", new_x=XPos.RIGHT, new_y=YPos.NEXT
            )
            bottom = max(bottom, paper.get_y()) if paper.page == page else paper.get_y()
        paper.set_draw_color(217, 221, 224)
        paper.line(MARGIN, bottom + 0.5, MARGIN + paper.epw, bottom + 0.5)
        paper.set_xy(MARGIN, bottom + 1.5)

    def _picture(self, block: Block) -> None:
        """A picture, or where it cannot be had what it shows."""
        picture = self._read(block.source) if self.pictures < MOST_PICTURES else None
        if picture is None:
            if block.words:
                self._set([Run(_("[Image: %(words)s]") % {"words": block.words}, "I")], colour=SOFT)
            return
        self.pictures += 1
        paper = self.paper
        width = min(paper.epw - 2 * paper.c_margin, picture.width * 25.4 / 96)
        height = width * picture.height / picture.width
        if height > 120:
            width, height = width * 120 / height, 120.0
        if paper.will_page_break(height):
            paper.add_page()
        paper.image(picture, x=MARGIN + paper.c_margin, w=width, h=height, alt_text=block.words or None)
        paper.ln(2)

    def _read(self, source: str) -> Image.Image | None:
        """A picture from the shelf, if it is one of moderate size."""
        name = shelf.name_of(source)
        if name is None:
            return None
        try:
            with shelf.open(name) as file:
                content = file.read(MOST_BYTES + 1)
            picture = Image.open(io.BytesIO(content))
            if len(content) > MOST_BYTES or picture.width * picture.height > MOST_PIXELS:
                return None
            picture.load()
        except (OSError, StorageUnavailable, UnidentifiedImageError, Image.DecompressionBombError):
            self.complete = False
            return None
        return picture


@cache
def font_files(family: str) -> dict[str, str]:
    """The files of a family of fonts, by style."""
    return {
        style: str(fontpkg.path(family, weight=weight, style=slope))
        for style, (weight, slope) in STYLES.items()
    }


@cache
def _letters_of(file: str) -> frozenset[int]:
    """The code points that a font has."""
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _check_letters(texts: Iterable[str]) -> None:
    files = [font_files(MAIN)[""], font_files(THAI)[""], *map(str, conf.PDF_FONTS)]
    known = frozenset().union(*(_letters_of(file) for file in files))
    letters = [one for text in texts for one in text if unicodedata.category(one).startswith("L")]
    missing = sum(ord(one) not in known for one in letters)
    if letters and missing / len(letters) > LACKING:
        raise NotFound(
            "There is no PDF of this release: the fonts of this installation do not have its letters.",
            field="id",
        )


def _printable(text: str) -> str:
    """Text without characters that no font has a picture of."""
    return "".join(one for one in text if one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Cs"))
