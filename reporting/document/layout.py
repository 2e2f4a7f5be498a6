"""About how much of a page blocks take, to choose where a page may begin. An estimate on the safe side; Word and LibreOffice lay out."""

from collections.abc import Sequence
from math import ceil

from reporting.document.blocks import Block, Cell, Figure, Heading, Paragraph, Runs, Table
from reporting.document.canvas import WIDTH, text_width
from reporting.document.markup import TEXT_WIDTH

PAGE_HEIGHT = 25.3  # cm of text on a page
_PX = 96 / 2.54  # per cm
_SIZES = {"Kernboodschap": (14.0, 0.35), "Afspraak": (11.0, 0.35), "Noot": (9.0, 0.42)}  # letters in points, space around in cm


def fits_on_page(blocks: Sequence[Block]) -> bool:
    """True where the blocks, from the top of a page, end on that page."""
    return sum(height(b) for b in blocks) <= PAGE_HEIGHT


def height(block: Block) -> float:
    """About how high a block is, in cm. Knows headings, paragraphs, tables and figures."""
    match block:
        case Heading():
            size, around = {1: (24.0, 0.3), 2: (15.0, 0.8), 3: (12.0, 0.7)}[block.level]
            return _lines(block.text, size, TEXT_WIDTH, True) * size * 0.045 + around
        case Paragraph():
            size, around = _SIZES.get(block.style, (11.0, 0.28))
            return _lines(_text(block.runs), size, TEXT_WIDTH) * size * 0.045 + around
        case Table():
            return _caption(block.caption, block.unit) + table_height(block) + (_lines(block.note, 9, TEXT_WIDTH) * 0.38 + 0.42 if block.note else 0.0)
        case Figure():
            return _caption(block.caption, block.unit) + block.drawing.height / WIDTH * TEXT_WIDTH + 0.28
        case _:
            return 0.0


def table_height(table: Table) -> float:
    """About how high a table is without caption and note, in cm."""
    heads = max(_lines(c.header, 9.5, c.width - 0.25, True) for c in table.columns)
    return 0.25 + heads * 0.43 + sum(_row(table, row) for row in table.rows)


def _row(table: Table, row: Sequence[Cell]) -> float:
    return max(
        0.23 + sum(_lines(_text(line.runs), 10 if n == 0 else 9, column.width - 0.25, True) * 0.42 for n, line in enumerate(cell.lines))
        for cell, column in zip(row, table.columns, strict=True)
    )


def _caption(caption: str, unit: str) -> float:
    return 0.5 + 0.42 * _lines(caption, 10.5, TEXT_WIDTH, True) + 0.15 + 0.38 * _lines(unit, 9.5, TEXT_WIDTH)


def _lines(text: str, points: float, width: float, bold: bool = False) -> int:
    return max(1, ceil(text_width(text, points / 0.75, bold) / (width * _PX)))


def _text(runs: Runs) -> str:
    return "".join(r.text for r in runs)
