"""Rows that are no records: blank, totals, footers, repeated headers (INTAKE 10); and rows in another delimiter (INTAKE 11)."""

import re

import numpy as np

from reporting.intake.dates import parse_day
from reporting.intake.lines import DELIMITERS
from reporting.intake.table import Coded, Mask, RawTable
from reporting.intake.words import INVISIBLE, is_footer, is_total_label, is_total_word, key

_RULE = re.compile(r"[-=_]{4,}")  # a line under the header
_SENTENCE = re.compile(r"(?=.*\s)\W*[^\W\d_]{2,}")


def no_records(table: RawTable, suspect: Mask, number_columns: set[int], delimiter: str | None) -> tuple[Mask, dict[int, str]]:
    """Which of the suspect rows are skipped, and which are records in another delimiter (row → its text).

    Only rows where a required cell is missing or unreadable are suspect: a full record is never skipped.
    `number_columns`: columns that never hold a sentence (dates, client numbers).
    """
    rows = np.flatnonzero(suspect)
    skipped = np.zeros(len(table), dtype=bool)
    if not len(rows):
        return skipped, {}
    columns = [Coded.some(column, rows) for column in table.columns]
    texts = [[INVISIBLE.sub("", t).strip() for t in column.texts()] for column in columns]
    filled = np.zeros(len(rows), dtype=np.int32)
    spread = np.zeros(len(rows), dtype=np.int32)
    first = np.full(len(rows), -1, dtype=np.int32)
    as_header = np.zeros(len(rows), dtype=np.int32)
    ruled = np.zeros(len(rows), dtype=np.int32)
    word = np.zeros(len(rows), dtype=bool)
    before = np.full(len(rows), "", dtype=object)
    for i, (column, cells) in enumerate(zip(columns, texts, strict=True)):
        here = column.take(_mask([bool(c) for c in cells]))
        first[here & (first < 0)] = i
        cell = np.array([*cells, ""], dtype=object)[column.codes]
        filled += here & (cell != before)  # a merged cell fills its span but is one cell
        spread += here
        before = cell
        heads = {key(row[i]) for row in (table.header.cells, *table.header.rows) if i < len(row)} - {""}
        as_header += column.take(_mask([key(c) in heads for c in cells]))
        ruled += column.take(_mask([_RULE.fullmatch(c) is not None for c in cells]))
        word |= column.take(_mask([is_total_word(c) for c in cells]))
    drop = (ruled == spread) | ((filled > 1) & (as_header == spread)) | word
    for i, (column, cells) in enumerate(zip(columns, texts, strict=True)):
        leads = first == i
        drop |= leads & column.take(_mask([is_total_label(c) for c in cells]))
        drop |= leads & (filled <= 3) & column.take(_mask([is_footer(c) for c in cells]))
        if i in number_columns:
            drop |= leads & (filled == 1) & column.take(_mask([_SENTENCE.match(c) is not None for c in cells]))
    drop |= _above_header(table, columns, texts, drop)
    other = _other_delimiter(columns, texts, first, filled, len(table.header.cells), delimiter)
    skipped[rows[drop]] = True
    skipped[rows[list(other)]] = False
    return skipped, {int(rows[i]): text for i, text in other.items()}


def _mask(flags: list[bool]) -> Mask:
    return np.array(flags, dtype=bool)


def _above_header(table: RawTable, columns: list[Coded], texts: list[list[str]], done: Mask) -> Mask:
    """Rows equal to a title line above the header: a page header that is repeated."""
    titles = {tuple(c.strip() for c in row) for row in table.header.preamble if any(c.strip() for c in row)}
    found = np.zeros(len(done), dtype=bool)
    if not titles:
        return found
    for row in np.flatnonzero(~done):
        cells = [t[c.codes[row]] for c, t in zip(columns, texts, strict=True)]
        while cells and not cells[-1]:
            cells.pop()
        found[row] = tuple(cells) in titles
    return found


def _other_delimiter(columns: list[Coded], texts: list[list[str]], first: np.ndarray, filled: np.ndarray, width: int, delimiter: str | None) -> dict[int, str]:
    """Rows with one filled cell that falls apart into a record by another delimiter."""
    found: dict[int, str] = {}
    if delimiter is None:
        return found
    for row in np.flatnonzero(filled == 1):
        text = texts[first[row]][columns[first[row]].codes[row]]
        for other in DELIMITERS:
            pieces = text.split(other)
            if other != delimiter and len(pieces) >= min(width, 3) and any(parse_day(p.strip(' "')) for p in pieces):
                found[int(row)] = text
    return found
