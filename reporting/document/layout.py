"""About how much of a page blocks take, to choose where pages begin. An estimate; Word and LibreOffice lay out.

LibreOffice 7 forgets to take a heading along when a long chain of kept paragraphs moves to the next page, so a heading whose first block will not
fit gets its page break here, in both editors alike.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from math import ceil

from reporting.document.blocks import Block, Cell, Contents, Cover, Editable, Figure, Heading, Listing, Paragraph, Runs, Table
from reporting.document.canvas import WIDTH, text_width
from reporting.document.markup import TEXT_WIDTH
from reporting.document.palette import Room
from reporting.texts.report_sentences import short

LOW_ROW = 2.0  # cm: rows lower than this are not left alone at the top or foot of a page
TOGETHER = 9.5  # cm: a table up to this height is kept together, a higher one breaks between rows
FEW = 8.0  # cm: less than this on a page is a few lines
LITTLE = 6.0  # cm: at least this stays on the page before
BIG, LESS, BIG_POINTS = "Kerncijfer", "KerncijferWoord", 26  # the style of a key figure, of one that is words, and the letters of the first
WIDE_BOLD = 1.08  # how much wider again the bold of a face that runs wide is
JOINED = 1.0  # cm: white above a chapter that shares a page
_PX, _POINT = 96 / 2.54, 2.54 / 72  # per cm; cm
_FACE = 1.22  # height of a line of the body face at single spacing
# Of the space after one paragraph and before the next editors take the larger, so what stands here is what a paragraph adds.
_STYLES = {  # letters in points, line spacing, space in points, narrower by cm
    "Normal": (11, 1.25, 8, 0.0),
    "Kernboodschap": (14, 1.25, 10, 0.0),
    "Afspraak": (11, 1.2, 10, 0.4),
    "NaTabel": (11, 1.25, 20, 0.0),
    "Noot": (9, 1.15, 12, 0.0),
    "Regel": (9.5, 1.1, 1, 0.0),
    "RegelKop": (9.5, 1.1, 4, 0.0),
    "Begrip": (11, 1.2, 3, 0.0),
    "TOC1": (11, 1.15, 5, 0.0),
    "VerhaalCitaat": (19, 1.15, 12, 0.9),
    "VerhaalTekst": (11, 1.25, 6, 0.9),
    "VerhaalBron": (9.5, 1.15, 16, 0.9),
    "Uitnodiging": (11, 1.25, 14, 0.9),
    "UitnodigingSlot": (11, 1.25, 16, 0.9),
}
_HEADINGS = {1: (1.05, 8), 2: (1.1, 15), 3: (1.1, 13)}
_KEPT = ("VerhaalCitaat", "VerhaalTekst", "RegelKop", "Uitnodiging")  # styles that stay with the next paragraph


def paginate(blocks: Sequence[Block], room: Room) -> list[Block]:
    """The blocks with the page breaks that are ours to choose.

    Also gives the contents what they list. A heading whose first block would not fit begins a page. So does an earlier heading or figure where a chapter
    would end in a few lines on a page of their own. And a chapter of a few lines shares a page with the one before or after it, where that fits.
    """
    found: list[Block] = []
    left, few = 0.0, False  # what the last page has left; whether the last chapter is a few lines
    listed = tuple(b.text for b in blocks if isinstance(b, Heading) and b.level == 1 and b.contents)
    for chapter in _chapters([replace(b, chapters=listed) if isinstance(b, Contents) else b for b in blocks]):
        groups = _groups(chapter)
        first, tall = groups[0][0], sum(height(b, room) for b in chapter)
        if isinstance(first, Heading) and tall + JOINED <= left and (few or tall < FEW):
            groups[0][0] = replace(first, joined=True)
            left, few = left - tall - JOINED, few and tall < FEW
        else:
            left, few = room.page - _break(groups, room), tall < FEW
        found += [block for group in groups for block in group]
    return found


def _chapters(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks cut before each heading of level 1; the cover stands alone."""
    starts = [n for n, b in enumerate(blocks) if n == 0 or isinstance(b, Cover) or (isinstance(b, Heading) and b.level == 1)]
    return [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]


def _break(groups: list[list[Block]], room: Room) -> float:
    """Gives the groups of a chapter their page breaks; how much of its last page is used."""
    pages, breaks = _pages(groups, room)
    last, used = pages[-1]
    if last and used < FEW:
        chosen = _earlier(groups, pages, room)
        if chosen is not None:
            pages, breaks = _pages(groups, room, {chosen})
            used = pages[-1][1]
    for n in breaks:
        first = groups[n][0]
        if isinstance(first, Heading | Figure):
            groups[n][0] = replace(first, new_page=True)
    return used


def _earlier(groups: Sequence[Sequence[Block]], pages: Sequence[tuple[int, float]], room: Room) -> int | None:
    """The group to begin the last page with, so that neither page is a few lines: a heading, else a figure. None where no group is fit."""
    found: dict[type[Block], int] = {}
    for n in range(len(groups) - 1, 0, -1):
        rest = sum(height(b, room) for group in groups[n:] for b in group)
        if _new_page(groups[n]) or rest > room.page:
            break
        page, above = pages[n - 1]
        if rest >= FEW and page == pages[-1][0] - 1 and above >= LITTLE:
            found.setdefault(type(groups[n][0]), n)
    return found.get(Heading, found.get(Figure))


def _new_page(group: Sequence[Block]) -> bool:
    first = group[0]
    return isinstance(first, Heading) and first.new_page


def _pages(groups: Sequence[Sequence[Block]], room: Room, chosen: AbstractSet[int] = frozenset()) -> tuple[list[tuple[int, float]], set[int]]:
    """On which of the chapter's pages (from 0) each group ends and how much of that page is used then; and which groups begin a page."""
    found: list[tuple[int, float]] = []
    breaks = set(chosen)
    page, used = 0, 0.0
    for n, group in enumerate(groups):
        tall = sum(height(b, room) for b in group)
        if n and (n in breaks or _new_page(group) or used + min(tall, needed(group, room)) > room.page):
            breaks.add(n)
            page, used = page + 1, 0.0
        over, used = divmod(used + tall, room.page)
        page += int(over)
        found.append((page, used))
    return found, breaks


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


def fitted(block: Block, room: Room) -> Block:
    """A table whose columns hold their longest word in a face that runs wide; the first column gives the room, then those with room to spare.

    Key figures get smaller letters where a number would break. Others as they are, and a table in which that leaves the first column less than half of
    its width.
    """
    if isinstance(block, Table) and block.key_figures:
        return _smaller(block, room)
    if not isinstance(block, Table) or room.wide <= 1.0:
        return block
    needs = [_longest_word(block, i, room) for i in range(len(block.columns))]
    left = sum(c.width for c in block.columns) - sum(needs[1:])
    if left < block.columns[0].width / 2:
        return block
    needs[0] = min(needs[0], left)
    widths = [max(c.width, need) for c, need in zip(block.columns, needs, strict=True)]
    over = sum(widths) - sum(c.width for c in block.columns)
    for group in (range(1), range(1, len(widths))):
        spare = sum(widths[i] - needs[i] for i in group)
        share = min(1.0, over / spare) if spare > 0 else 0.0
        for i in group:
            widths[i] -= share * (widths[i] - needs[i])
        over -= share * spare
    return replace(block, columns=tuple(replace(c, width=w) for c, w in zip(block.columns, widths, strict=True)))


def _smaller(table: Table, room: Room) -> Table:
    """Key figures as they are where each number fits its column on one line, else all of them in the letters of those that are words."""
    numbers = [(line, column) for row in table.rows for cell, column in zip(row, table.columns, strict=True) for line in cell.lines if line.style == BIG]
    if all(text_width(_text(line.runs), BIG_POINTS / 0.75, True) * _bold(room) <= (column.width - 0.4) * _PX for line, column in numbers):
        return table
    return replace(
        table, rows=tuple(tuple(replace(c, lines=tuple(replace(x, style=LESS) if x.style == BIG else x for x in c.lines)) for c in row) for row in table.rows)
    )


def _bold(room: Room) -> float:
    """How much wider than ours the bold of the body face runs."""
    return room.wide * (WIDE_BOLD if room.wide > 1.0 else 1.0)


def _longest_word(table: Table, column: int, room: Room) -> float:
    """How wide a column is that breaks no word of its header and cells, in cm. Bold are the header and what rows are called."""
    said = [(table.columns[column].header, 9.5, True)]
    said += [(_text(line.runs), 10 if n == 0 else 9, column == 0 and n == 0) for row in table.rows for n, line in enumerate(row[column].lines)]
    widest = max(text_width(w, points / 0.75, bold) * (WIDE_BOLD if bold else 1.0) for text, points, bold in said for w in text.split() or [""])
    return widest * room.wide / _PX + 0.3


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
            spacing, around = _HEADINGS[block.level]
            size = room.heads[block.level]
            around = 4 if block.new_page else around  # no white above it at the top of a page
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
            return sum(_block(chapter, _STYLES["TOC1"], room) for chapter in block.chapters)
        case Cover():
            return room.page


def cover_rows(cover: Cover, most: int, tile: float, room: Room) -> int:
    """How many rows of tiles (cm) the cover's ornament may have, so that all its lines stay on the page; at most `most`, at least 3."""
    lines = [(cover.organisation, 13.0, 0), (cover.title, room.heads[0], 28), (cover.subtitle, 17.0, 30)]
    lines += [(_text(line.runs), 11.0, 3) for line in cover.lines]
    text = sum(_block(words, (size, 1.25, around, 0.0), room, bold=True) for words, size, around in lines)
    return max(3, min(most, int((29.7 - 2.0 - 1.0 - text) / tile)))


def room_for_drawing(before: Sequence[Block], caption: str, unit: str, room: Room) -> float:
    """How many pixels high a drawing under these blocks may be to end on their page; at most 0 where they fill it."""
    return (room.page - sum(height(b, room) for b in before) - _caption(caption, unit, room) - 0.4) * WIDTH / TEXT_WIDTH


def running_name(organisation: str, edition: str, status: str, room: Room) -> str:
    """The organisation's name as short as the running head asks to stay on one line with what follows it; the status is bold."""
    left = TEXT_WIDTH * _PX - text_width(status, 9 / 0.75, True) * room.wide
    for letters in range(42, 12, -1):
        shown = short(organisation, letters)
        if text_width(shown + edition, 9 / 0.75) * room.wide <= left:
            return shown
    return short(organisation, 12)


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
