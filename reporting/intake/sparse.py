"""Workbooks with a stray cell far away: opened as they are, every cell between would take time and memory (INTAKE, limits)."""

import io
import re
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

import numpy as np

from reporting.errors import InputRejected, Reason
from reporting.intake.table import Lines

MOST_CELLS = 3_000_000  # a sheet may span without a closer look: three columns of the last row of all
STRAY = 1000  # blank rows, from which these are no part of the table
_WIDEST_GAP = 100  # blank columns, from which a cell is no part of the table
_BYTES = 32  # a cell takes when a sheet is opened
_MOST_OPENED = 20_000_000  # cells
_HEAD = 4096
_DIMENSION = re.compile(rb"""<(?:\w+:)?dimension\s+ref=["']([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?["']""")
_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,3})(\d{1,7})""")
_PLACED = re.compile(rb"""<(?:\w+:)?(?:c|mergeCell|dimension|row)\s[^>]*>""")
_PLACE = re.compile(rb"""(?<=[\s:]r=["'])(\d+)(?=["'])|(?<=["':])([A-Z]{1,3})(\d{1,7})(?=[:"'])""")
_SHEET = re.compile(rb"""<(?:\w+:)?sheet\s[^>]*?\bname=(["'])(.*?)\1[^>]*?:id=["'](.*?)["']""")
_TARGET = re.compile(rb"""<(?:\w+:)?Relationship\s[^>]*>""")


@dataclass(frozen=True)
class Squeezed:
    """A workbook that can be opened. `gaps`: sheet → the rows after which blank ones were left out, and how many."""

    data: bytes
    gaps: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    def lines(self, sheet: str, rows: int) -> Lines:
        """The physical number of each row of an opened sheet."""
        numbers = np.arange(1, rows + 1, dtype=np.int32)
        for row, left_out in self.gaps.get(sheet, ()):
            numbers[numbers > row] += left_out
        return numbers


def squeezed(data: bytes) -> Squeezed:
    """The workbook without the emptiness around cells far from the table of a sheet. Raises InputRejected: too_large."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        wide = {p.filename for p in book.infolist() if p.filename.lower().startswith("xl/worksheets/") and _spans_too_much(book, p)}
        if not wide:
            return Squeezed(data)
        made, gaps = io.BytesIO(), {}
        with zipfile.ZipFile(made, "w") as new:
            for part in book.infolist():
                content = book.read(part)
                if part.filename in wide:
                    content, gaps[part.filename] = _nearer(content)
                new.writestr(part.filename, content)
        named = _names(book)
    return Squeezed(made.getvalue(), {named[part]: found for part, found in gaps.items() if part in named})


def _spans_too_much(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """What a sheet says of its own size, in its first bytes; a sheet that is filled for a quarter does not span too much."""
    with book.open(part) as sheet:
        told = _DIMENSION.search(sheet.read(_HEAD))
    if told is None:
        return False
    cells = _number(told[3] or told[1]) * int(told[4] or told[2])
    return cells > MOST_CELLS and 4 * book.read(part).count(b"<c ") < cells


def _names(book: zipfile.ZipFile) -> dict[str, str]:
    """Part → the name of its sheet."""
    parts = {p.filename.lower(): p.filename for p in book.infolist()}
    if "xl/_rels/workbook.xml.rels" not in parts:
        return {}
    targets = {}
    for tag in _TARGET.findall(book.read(parts["xl/_rels/workbook.xml.rels"])):
        told = dict(re.findall(rb"""\b(Id|Target)=["'](.*?)["']""", tag))
        path = told.get(b"Target", b"").decode("utf-8", "replace")
        targets[told.get(b"Id")] = parts.get((path[1:] if path.startswith("/") else f"xl/{path}").lower(), "")
    return {targets.get(at, ""): unescape(name.decode("utf-8", "replace")) for _, name, at in _SHEET.findall(book.read(parts["xl/workbook.xml"]))}


def _nearer(xml: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    """The sheet with its far cells in the first column beside the table and without long runs of blank rows; after which rows these were, and how many."""
    table, last, rows = 1, 0, [0]
    for column, line in ((_number(c), int(r)) for c, r in _CELL.findall(xml)):
        if line != rows[-1]:
            rows.append(line)
            last = 0
        if column - last <= _WIDEST_GAP:
            table, last = max(table, column), column
    rows = sorted(set(rows))
    gaps = [(before, after - before - 1) for before, after in pairwise(rows) if after - before > STRAY]
    cells = (table + 1) * (rows[-1] - sum(left_out for _, left_out in gaps))
    if cells > _MOST_OPENED:
        raise InputRejected(Reason.TOO_LARGE, megabytes=cells * _BYTES >> 20)
    return _PLACED.sub(_mover(table, rows), xml), gaps


def _mover(table: int, rows: Sequence[int]) -> Callable[[re.Match[bytes]], bytes]:
    """Gives a tag its place in the squeezed sheet."""
    new, far = {0: 0}, _letters(table + 1)
    for before, after in pairwise(rows):
        new[after] = new[before] + (1 if after - before > STRAY else after - before)

    def place(found: re.Match[bytes]) -> bytes:
        row = int(found[1] or found[3])
        nearest = rows[min(bisect_left(rows, row), len(rows) - 1)]
        column = b"" if found[1] else far if _number(found[2]) > table else found[2]
        return column + b"%d" % max(1, new[nearest] - max(0, min(nearest - row, STRAY)))

    return lambda tag: _PLACE.sub(place, tag[0])


def _number(letters: bytes) -> int:
    """A column's number: A is 1, XFD 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> bytes:
    letters = b""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = bytes([65 + letter]) + letters
    return letters
