"""Workbooks, new and old: the visible sheets as rows of text (INTAKE 7, 9, 15). The only place that knows calamine."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from reporting.errors import InputRejected, Reason
from reporting.intake.header import Names, find
from reporting.intake.kinds import Kind
from reporting.intake.sparse import STRAY, Squeezed, squeezed
from reporting.intake.table import Lines, RawTable, text_array

Rows = list[list[object]]
HEAD_ROWS = 200
MOST_MERGED = 200_000  # cells filled from merged ones


def sheets(data: bytes, kind: Kind, names: Names, known: Collection[str] = (), *, decimal_comma: bool = False) -> Iterator[RawTable]:
    """Every visible sheet with a header, in order. Raises InputRejected: password, too_large, unreadable.

    With `decimal_comma` a number cell of 1.2 is "1,2", so that it differs from a cell with the text "1.200".
    """
    try:
        nearer = squeezed(data) if kind is Kind.XLSX else Squeezed(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(nearer.data))
        listed = [m for m in book.sheets_metadata if m.visible is SheetVisibleEnum.Visible and m.typ is SheetTypeEnum.WorkSheet]
        epoch_1904 = _is_1904(data, kind)
        for meta in listed:
            sheet = book.get_sheet_by_name(meta.name)
            rows, lines = _rows(sheet, nearer)
            if decimal_comma:
                rows = [[as_text(c).replace(".", ",") if isinstance(c, float) else c for c in row] for row in rows]
            rows = _merged(rows, sheet.merged_cell_ranges or ())
            table = table_of(rows, meta.name, names, known, lines, epoch_1904=epoch_1904)
            if table is not None:
                yield table
    except PasswordError as error:
        raise InputRejected(Reason.PASSWORD) from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputRejected(Reason.UNREADABLE) from error


def _rows(sheet: CalamineSheet, nearer: Squeezed) -> tuple[Rows, Lines]:
    """The rows from the top of the sheet with their numbers; a blank one is an empty list. A stray blank cell far below the records adds no rows."""
    blank = [""] * sheet.total_width
    rows: Rows = [[] if row == blank else [*row] for row in sheet.iter_rows()]
    end = len(rows)
    while end and (not rows[end - 1] or all(isinstance(c, str) and not c.strip() for c in rows[end - 1])):
        end -= 1
    lines = nearer.lines(sheet.name, len(rows))
    if end < len(rows) and lines[-1] - (lines[end - 1] if end else 0) > STRAY:
        return rows[:end], lines[:end]
    return rows, lines


def table_of(
    rows: Sequence[Sequence[object]],
    sheet: str,
    names: Names,
    known: Collection[str] = (),
    lines: Lines | None = None,
    *,
    epoch_1904: bool = False,
    blank_end: bool = True,
) -> RawTable | None:
    """Rows of cells as a raw table; None where no header is found. `lines`: their numbers, counted from 1 where not given.

    `blank_end`: empty header cells at the end may be nothing.
    """
    lines = np.arange(1, len(rows) + 1, dtype=np.int32) if lines is None else lines
    header = find([(line, [as_text(c) for c in row]) for line, row in zip(lines[:HEAD_ROWS].tolist(), rows[:HEAD_ROWS], strict=True)], names, known)
    if header is None:
        return None
    body = rows[header.body :]
    named = len(header.cells) if blank_end else header.width
    width = max([named, *{len(r) for r in body}])
    blank = [""] * width
    padded = body if all(len(r) == width for r in body) else [[*r, *blank[len(r) :]] if r else blank for r in body]
    columns = [_column(c) for c in zip(*padded, strict=True)] if body else [text_array([]) for _ in range(width)]
    wrong: dict[int, str] = {}
    for extra in columns[named:]:
        for row in np.flatnonzero([bool(t.strip()) for t in extra.to_pylist()]):
            wrong.setdefault(int(row), " ".join(as_text(c) for c in body[int(row)]).strip())
    return RawTable(sheet, header, lines[header.body :], columns[:named], wrong, epoch_1904)


def _column(cells: Sequence[object]) -> pa.Array:
    """A column of cells as dictionary-encoded text: every distinct cell is turned into text once."""
    kinds = set(map(type, cells))
    if bool in kinds and len(kinds) > 1:  # True equals 1
        return text_array([as_text(c) for c in cells]).dictionary_encode()
    codes, distinct = pd.factorize(np.fromiter(cells, dtype=object, count=len(cells)))
    texts = text_array([as_text(c) for c in distinct])
    return texts.take(pa.array(codes)).dictionary_encode() if len(kinds) > 1 else pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), texts)


def as_text(cell: object) -> str:
    """A cell as a person would type it: 12345.0 is "12345", a day is yyyy-mm-dd, a time h:mm:ss."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "WAAR" if cell else "ONWAAR"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds").removeprefix("0")
    return "" if cell is None else str(cell)


def _merged(rows: Rows, ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Rows:
    """Merged cells hold for their whole span."""
    left = MOST_MERGED
    for (top, first), (bottom, last) in ranges:
        if top >= len(rows) or first >= len(rows[top]):
            continue
        value = rows[top][first]
        for row in rows[top : bottom + 1]:
            row += [""] * (len(rows[top]) - len(row))
            for i in range(first, min(last + 1, len(row))):
                left -= 1
                if left < 0:
                    return rows
                row[i] = value
    return rows


def _is_1904(data: bytes, kind: Kind) -> bool:
    """True for a workbook that counts its days from 1904."""
    if kind is Kind.XLS:
        return b"\x22\x00\x02\x00\x01\x00" in data[:65536]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(n for n in archive.namelist() if n.lower() == "xl/workbook.xml")
        return re.search(rb"<(?:\w+:)?workbookPr\b[^>]*date1904=[\"'](?:1|true)", archive.read(name)) is not None
