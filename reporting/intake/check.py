"""Rows checked column-wise: what is accepted, reported or skipped, and why (INTAKE 4-14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from reporting.intake.columns import TYPES, Parsed, ages_at, parse
from reporting.intake.skip import no_records
from reporting.intake.table import Coded, Mask, RawTable, shown
from reporting.intake.values import without_bsn
from reporting.model.finding import Finding, FindingCode
from reporting.model.registration import REQUIRED, Column, Grain

_BITS = 20
_SPREAD = np.uint64(0xBF58476D1CE4E5B9)
_NUMBERS = (Column.DATE, Column.START, Column.END, Column.CLIENT, Column.AGE, Column.HOURS, Column.COUNT)


@dataclass(frozen=True)
class Options:
    """What a person decided: kinds of error to count with the value left empty, and other words for values."""

    keep_with_empty: frozenset[FindingCode] = frozenset()
    replace: Mapping[Column, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """One sheet, checked. `rows` holds the accepted rows in the types of the frame."""

    rows: pa.Table
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    accepted: Mask
    reported: int
    skipped: int
    american: bool
    clients: pa.Array  # distinct client numbers, of reported rows too


def check(table: RawTable, columns: Mapping[Column, int], grain: Grain, options: Options, delimiter: str | None = None) -> Checked:
    """Check every record of a sheet: `columns` says where each column stands."""
    parsed = {c: parse(c, table.columns[i], options.replace.get(c, {}), epoch_1904=table.epoch_1904, header=table.header.cells[i]) for c, i in columns.items()}
    size = len(table)
    required = [c for c in REQUIRED[grain] if c in parsed]
    problem = np.zeros(size, dtype=bool)
    for c in required:
        problem |= parsed[c].coded.take(parsed[c].empty | parsed[c].bad)
    wrong = dict(table.wrong)
    suspect = problem.copy()
    suspect[list(wrong)] = False
    skipped, other = no_records(table, suspect, {columns[c] for c in _NUMBERS if c in columns}, delimiter)
    wrong |= other
    book = _Book(table, columns, parsed, grain, options, np.zeros(size, dtype=bool), skipped.copy())
    book.off[list(wrong)] = True
    book.error[list(wrong)] = True
    book.errors += [Finding(int(table.lines[row]), "*", shown(without_bsn(text)), FindingCode.WRONG_SHAPE, table.sheet) for row, text in wrong.items()]
    for c in required:
        book.report(c, parsed[c].coded.take(parsed[c].empty), FindingCode.MISSING)
    for c, p in parsed.items():
        book.report(c, p.coded.take(p.bad), p.code)
    rows = {c: p.rows for c, p in parsed.items()}
    _derive(book, rows)
    accepted = ~book.error & ~skipped
    at = np.searchsorted(table.lines, np.array([w.line for w in book.warnings], dtype=np.int32))
    book.warnings = [w for w, row in zip(book.warnings, at.tolist(), strict=True) if accepted[row]]
    for c, p in parsed.items():
        if p.formula is not None and p.formula.any():
            book.warn(c, p.coded.take(p.formula) & accepted, FindingCode.FORMULA)
    frame = _frame(table, rows, book.blank, accepted)
    return Checked(
        frame,
        tuple(book.errors),
        tuple(book.warnings),
        accepted,
        int(book.error.sum()),
        int(skipped.sum()),
        any(p.american for p in parsed.values()),
        parsed[Column.CLIENT].values.drop_null() if Column.CLIENT in parsed else pa.array([], pa.string()),
    )


@dataclass
class _Book:
    """Findings while they are gathered. `off`: rows nothing more is said of; `blank`: values left empty by choice."""

    table: RawTable
    columns: Mapping[Column, int]
    parsed: Mapping[Column, Parsed]
    grain: Grain
    options: Options
    error: Mask
    off: Mask
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    blank: dict[Column, Mask] = field(default_factory=dict)

    def report(self, column: Column, rows: Mask, code: FindingCode) -> None:
        """An error on each row, or, where a person chose so and the column is optional, a value left empty."""
        rows = rows & ~self.off
        if not rows.any():
            return
        if code in self.options.keep_with_empty and column not in REQUIRED[self.grain]:
            self.blank[column] = self.blank.get(column, np.zeros(len(rows), dtype=bool)) | rows
            self.warn(column, rows, code)
            return
        self.error |= rows
        self.errors += self._findings(column, rows, code)

    def warn(self, column: Column, rows: Mask, code: FindingCode) -> None:
        """A warning on each row."""
        self.warnings += self._findings(column, rows, code)

    def _findings(self, column: Column, rows: Mask, code: FindingCode) -> list[Finding]:
        index = np.flatnonzero(rows)
        cell = self.table.header.cells[self.columns[column]]
        raw = Coded.some(self.table.columns[self.columns[column]], index)
        texts = [shown(t) for t in raw.texts()]
        return [
            Finding(line, cell, texts[value], code, self.table.sheet) for line, value in zip(self.table.lines[index].tolist(), raw.codes.tolist(), strict=True)
        ]


def _derive(book: _Book, rows: dict[Column, pa.Array]) -> None:
    """Ages on the row's day, age classes, and an end not before its start."""
    day = Column.START if book.grain is Grain.TRAJECTORY else Column.DATE
    if Column.AGE in rows:
        age = book.parsed[Column.AGE]
        rows[Column.AGE], unreal = ages_at(age, rows[day])
        book.report(Column.AGE, unreal, FindingCode.BAD_AGE)
        classes = age.classes or {}
        labels = pa.array([classes.get(i) for i in range(len(age.values))], pa.string())
        rows[Column.AGE_CLASS] = pc.take(labels, pa.array(age.coded.codes))
    if Column.START in rows and Column.END in rows:
        early = pc.fill_null(pc.less(rows[Column.END], rows[Column.START]), False).to_numpy(zero_copy_only=False)
        book.report(Column.END, early, FindingCode.END_BEFORE_START)


def _frame(table: RawTable, rows: Mapping[Column, pa.Array], blank: Mapping[Column, Mask], accepted: Mask) -> pa.Table:
    """The accepted rows with every column of the frame; columns the file does not have are null."""
    every = bool(accepted.all())
    none = {kind: pa.nulls(int(accepted.sum()), kind) for kind in set(TYPES.values())}
    keep = pa.array(accepted)
    arrays: dict[str, pa.Array] = {}
    size = int(accepted.sum())
    for column in Column:
        array = rows.get(column)
        if array is None:
            arrays[column.value] = none[TYPES[column]]
            continue
        if column in blank:
            array = pc.if_else(pa.array(blank[column]), pa.scalar(None, TYPES[column]), array)
        arrays[column.value] = array if every else array.filter(keep)
    lines = pa.array(table.lines)
    arrays["line"] = lines if every else lines.filter(keep)
    arrays["sheet"] = pa.repeat(table.sheet, size)
    return pa.table(arrays)


def repeated(columns: list[pa.Array]) -> Mask:
    """Rows that equal an earlier row in every column (INTAKE 12). Columns with few distinct values narrow the search first."""
    size = len(columns[0]) if columns else 0
    found = np.zeros(size, dtype=bool)
    few = [c for c in columns if pa.types.is_dictionary(c.type)]
    rest = [c for c in columns if not pa.types.is_dictionary(c.type)]
    keys = _mixed([Coded.of(c) for c in few], size)
    ordered = np.sort(keys)
    more_than_once = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(more_than_once):
        return found
    likely = np.zeros(1 << _BITS, dtype=bool)
    likely[_few_bits(more_than_once)] = True
    candidates = np.flatnonzero(likely[_few_bits(keys)])
    nearest = more_than_once[np.minimum(np.searchsorted(more_than_once, keys[candidates]), len(more_than_once) - 1)]
    candidates = candidates[nearest == keys[candidates]]
    keys = _mixed([Coded.some(c, candidates) for c in (*few, *rest)], len(candidates))
    found[candidates] = pd.Series(keys).duplicated(keep="first").to_numpy()
    return found


def _few_bits(keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Keys as numbers of few bits, to leave out most of those that are not looked for."""
    return (keys * _SPREAD) >> np.uint64(64 - _BITS)


def _mixed(columns: list[Coded], size: int) -> npt.NDArray[np.uint64]:
    """One 64-bit key per row over all columns: a number with a digit for each column while there is room for one, then a hash."""
    mixed = np.zeros(size, dtype=np.uint64)
    room = 1 << 64
    for column in columns:
        many = len(column.values) or 1
        if many <= room:
            mixed *= np.uint64(many)
            np.add(mixed, column.codes, out=mixed, casting="unsafe")
            room //= many
            continue
        room = 0
        mixed ^= mixed >> np.uint64(31)
        mixed *= _SPREAD
        np.add(mixed, column.codes, out=mixed, casting="unsafe")
    return mixed
