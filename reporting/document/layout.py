"""About how much of a page blocks take, to choose where pages begin. An estimate; Word and LibreOffice lay out.

LibreOffice 7 forgets to take a heading along when a long chain of kept paragraphs moves to the next page, so a heading whose first block will not
fit gets its page break here, in both editors alike.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from reporting.document.blocks import Block, Cell, Contents, Cover, Editable, Figure, Heading, Listing, Paragraph, Runs, Table
from reporting.document.canvas import WIDTH, text_width
from reporting.document.markup import TEXT_WIDTH
from reporting.document.palette import Room

LOW_ROW = 2.0  # cm: rows lower than this are not left alone at the top or foot of a page
TOGETHER = 9.5  # cm: a table up to this height is kept together, a higher one breaks between rows
_PX, _POINT = 96 / 2.54, 2.54 / 72  # per cm; cm
_FACE = 1.22  # height of a line of the body face at single spacing
# Of the space after one paragraph and before the next editors take the larger, so what stands here is what a paragraph adds.
_STYLES = {  # letters in points, line spacing, space in points, narrower by cm
    "Normal": (11, 1.25, 8, 0.0),
    "Kernboodschap": (14, 1.25, 10, 0.0),
    "Afspraak": (11, 1.2, 10, 0.4),
    "Noot": (9, 1.15, 12, 0.0),
    "Regel": (9.5, 1.1, 1, 0.0),
    "RegelKop": (9.5, 1.1, 4, 0.0),
    "Begrip": (11, 1.2, 3, 0.0),
    "VerhaalCitaat": (19, 1.15, 12, 0.9),
    "VerhaalTekst": (11, 1.25, 6, 0.9),
    "VerhaalBron": (9.5, 1.15, 16, 0.9),
    "Uitnodiging": (11, 1.25, 14, 0.9),
    "UitnodigingSlot": (11, 1.25, 16, 0.9),
}
_HEADINGS = {1: (24, 1.05, 8), 2: (15, 1.1, 15), 3: (12, 1.1, 13)}
_KEPT = ("VerhaalCitaat", "VerhaalTekst", "RegelKop", "Uitnodiging")  # styles that stay with the next paragraph


def paginate(blocks: Sequence[Block], room: Room) -> list[Block]:
    """The blocks, with a page break at each heading whose first block would not fit on the page any more."""
    found: list[Block] = []
    used = 0.0
    for group in _groups(blocks):
        first, tall = group[0], sum(height(b, room) for b in group)
        if isinstance(first, Cover) or (isinstance(first, Heading) and (first.level == 1 or first.new_page)):
            used = 0.0
        elif used + min(tall, needed(group, room)) > room.page:
            if isinstance(first, Heading):
                group[0] = replace(first, new_page=True)
            used = 0.0
        used = (used + tall) if used + tall <= room.page else (used + tall) % room.page
        found += group
    return found


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Headings with their first block, and paragraphs that stay with the next one."""
    groups: list[list[Block]] = []
    open_group = False
    for block in blocks:
        if open_group and not (isinstance(block, Heading) and block.level == 1):
            groups[-1].append(block)
        else:
            groups.append([block])
        open_group = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style in _KEPT)
    return groups


def needed(group: Sequence[Block], room: Room) -> float:
    """How much of a page a group needs to begin on it, in cm: a long table needs its head and two rows only."""
    *before, last = group
    total = sum(height(b, room) for b in before)
    if isinstance(last, Table) and table_height(last, room) > TOGETHER:
        return total + _caption(last.caption, last.unit, room) + 1.2 + max(2.3, row_height(last, last.rows[0], room))
    if isinstance(last, Editable | Listing):
        return total + min(height(last, room), 2.0)
    return total + height(last, room)


def height(block: Block, room: Room) -> float:
    """About how high a block is, in cm."""
    match block:
        case Heading():
            size, spacing, around = _HEADINGS[block.level]
            return _block(block.text, (size, spacing, around, 0.0), room, bold=True)
        case Paragraph():
            return _block(_text(block.runs), _STYLES.get(block.style, _STYLES["Normal"]), room)
        case Editable():
            return sum(_block(p, _STYLES["Normal"], room) for p in block.paragraphs) + (0.3 if block.lead else 0.0)
        case Listing():
            return sum(_block(_text(item), (11, 1.25, 8 if block.numbered else 4, 0.8), room) for item in block.items)
        case Table():
            note = _block(block.note, _STYLES["Noot"], room) if block.note else 0.0
            return _caption(block.caption, block.unit, room) + table_height(block, room) + note
        case Figure():
            return _caption(block.caption, block.unit, room) + block.drawing.height / WIDTH * TEXT_WIDTH + 0.3
        case Contents():
            return 0.0  # always on a page with room
        case Cover():
            return room.page


def room_for_drawing(before: Sequence[Block], caption: str, unit: str, room: Room) -> float:
    """How many pixels high a drawing under these blocks may be to end on their page; at most 0 where they fill it."""
    return (room.page - sum(height(b, room) for b in before) - _caption(caption, unit, room) - 0.4) * WIDTH / TEXT_WIDTH


def table_height(table: Table, room: Room) -> float:
    """About how high a table is without caption and note, in cm."""
    heads = max(_lines(c.header, 9.5, c.width - 0.25, room, True) for c in table.columns)
    if table.key_figures:
        return 1.9 + heads * 0.45
    return 0.25 + heads * 0.45 + sum(row_height(table, row, room) for row in table.rows)


def row_height(table: Table, row: Sequence[Cell], room: Room) -> float:
    """About how high one row is, in cm."""
    return max(
        0.25
        + sum(_lines(_text(line.runs), 10 if n == 0 else 9, column.width - 0.25, room, True) * (0.48 if n == 0 else 0.42) for n, line in enumerate(cell.lines))
        for cell, column in zip(row, table.columns, strict=True)
    )


def _caption(caption: str, unit: str, room: Room) -> float:
    return _block(caption, (10.5, 1.1, 8, 0.0), room, bold=True) + (_block(unit, (9.5, 1.1, 4, 0.0), room) if unit else 0.0)


def _block(text: str, style: tuple[float, float, float, float], room: Room, bold: bool = False) -> float:
    size, spacing, around, narrower = style
    return (_lines(text, size, TEXT_WIDTH - narrower, room, bold) * size * spacing * _FACE + around) * _POINT


def _lines(text: str, points: float, width: float, room: Room, bold: bool = False) -> int:
    return max(1, ceil(text_width(text, points / 0.75, bold) * room.wide / (width * _PX)))


def _text(runs: Runs) -> str:
    return "".join(r.text for r in runs)
