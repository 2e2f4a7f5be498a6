"""Text files: regular lines go column-wise through Arrow, only irregular lines through the careful splitter (INTAKE 2, 3, 11)."""

import re
from collections import Counter
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from reporting.intake.header import Names, find
from reporting.intake.regular import quotes_are_plain, sorted_out
from reporting.intake.splitter import LONGEST_RECORD, Dialect, Record, records
from reporting.intake.table import Coded, Header, Lines, Mask, Places, RawTable, blanks, from_cells

DELIMITERS = (";", ",", "\t", "|")
HEAD_BYTES = 1 << 18
HEAD_ROWS = 200
BLOCK = 1 << 22  # bytes Arrow parses at a time; no regular line is half as long
_SEP_LINE = re.compile(r'"?sep=(.)"?;*', re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """The beginning of a text file: how it is split, its header, and the first records after it."""

    dialect: Dialect
    header: Header
    body_line: int  # physical line of the first record
    sample: tuple[Record, ...]
    width: int  # cells in most records


def read_head(text: bytes, names: Names, known: Collection[str] = ()) -> Head | None:
    """The delimiter under which most columns are recognised, and the header; None where no header is found."""
    lines = text[:HEAD_BYTES].decode("utf-8", "replace").split("\n")
    cut = len(text) > HEAD_BYTES and len(lines) > 1
    lines = lines[: -1 if cut else None][:HEAD_ROWS]
    told = _SEP_LINE.fullmatch(lines[0].strip(" ")) if lines else None
    skipped = 1 if told is not None else 0
    best: tuple[int, int, Head] | None = None
    for delimiter in (told[1],) if told is not None else DELIMITERS:
        dialect = Dialect(delimiter)
        rows = list(records(lines[skipped:], dialect, first_line=skipped + 1))
        header = find([(r.line, r.cells) for r in rows], names, known)
        if header is None:
            continue
        body = rows[header.body :]
        body_line = body[0].line if body else len(lines) + 1
        widths = Counter(len(r.cells) for r in body if len(r.cells) > 1)
        width = widths.most_common(1)[0][0] if widths else len(header.cells)
        score = (len(names.recognised([*header.cells, *header.rows[-1]], known)), len(header.cells))
        if best is None or score > best[:2]:
            best = (*score, Head(dialect, header, body_line, tuple(body), width))
    return best[2] if best is not None else None


def is_no_text(text: bytes) -> bool:
    """True where control characters say that this is no text at all."""
    sample = text[:8192]
    odd = sum(sample.count(bytes([c])) for c in range(32) if c not in (9, 10, 11, 12, 13, 26, 27))
    return odd > 2 + len(sample) // 50


def read_body(text: bytes, head: Head, mapped: Collection[int]) -> RawTable:
    """All records after the header, as columns. Blank lines are records too (they are skipped and counted later).

    `mapped`: columns whose distinct values will be asked for; these come dictionary-encoded.
    """
    body = memoryview(text)[_offset(text, head.body_line) :]
    count = _line_count(text, len(text) - len(body))
    regular = _regular(body, head, mapped, count) if text.find(b'"', len(text) - len(body)) < 0 or quotes_are_plain(body, head.dialect.delimiter) else None
    if regular is not None:
        return _table(head, np.arange(head.body_line, head.body_line + count, dtype=np.int32), regular, {})
    return _with_care(body, head, mapped)


def _with_care(body: memoryview, head: Head, mapped: Collection[int]) -> RawTable:
    """Regular lines through Arrow after all, the others through the careful splitter, put back in order."""
    good, fast_lines, runs = sorted_out(body, head.body_line, head.dialect.delimiter, head.width)
    fast = _regular(memoryview(good), head, mapped, len(fast_lines))
    if fast is None:
        fast, fast_lines, runs = [], fast_lines[:0], [(head.body_line, bytes(body).decode("utf-8", "replace").removesuffix("\n").split("\n"))]
    rows = [r for first, run in runs for r in records(run, head.dialect, first, head.width, head.header.width)]
    wrong = {r.line: r.broken for r in rows if r.broken}
    width = max(head.header.width, head.width, *(len(r.cells) for r in rows), 1)
    slow = from_cells(width, [r.cells for r in rows])
    empty = blanks(len(fast_lines))
    slow_lines = np.array([r.line for r in rows], dtype=np.int32)
    lines = np.sort(np.concatenate([fast_lines, slow_lines]))
    places = np.searchsorted(lines, slow_lines)
    return _table(head, lines, [_woven(fast[i] if i < len(fast) else empty, column, places) for i, column in enumerate(slow)], wrong)


def _woven(fast: pa.Array, slow: pa.Array, places: Places) -> pa.Array:
    """One column of two: the rows of `slow` at their `places`, those of `fast` in order on the others."""
    at_slow = np.zeros(len(fast) + len(slow), dtype=bool)
    at_slow[places] = True
    if not pa.types.is_dictionary(fast.type):
        order = np.empty(len(at_slow), dtype=np.int64)
        order[~at_slow] = np.arange(len(fast))
        order[places] = np.arange(len(fast), len(at_slow))
        return pa.concat_arrays([fast, slow]).take(pa.array(order))
    both = pa.chunked_array([fast, slow.dictionary_encode()]).unify_dictionaries()
    codes = np.empty(len(at_slow), dtype=np.int32)
    codes[~at_slow], codes[places] = (c.indices.to_numpy() for c in both.chunks)
    return pa.DictionaryArray.from_arrays(pa.array(codes), both.chunk(0).dictionary)


def _regular(body: memoryview, head: Head, mapped: Collection[int], count: int) -> list[pa.Array] | None:
    """The columns when every line is one record of the usual width, else None (found out at the first other line)."""
    if count == 0 or head.width < 2 or not head.dialect.delimiter.isascii():
        return None
    names = [str(i) for i in range(head.width)]
    few = {str(i) for i in mapped if i < head.width and _repeats(head, i)}
    kinds = {name: pa.dictionary(pa.int32(), pa.string()) if name in few else pa.string() for name in names}
    try:
        table = csv.read_csv(
            pa.py_buffer(body),
            read_options=csv.ReadOptions(column_names=names, block_size=BLOCK),
            parse_options=csv.ParseOptions(delimiter=head.dialect.delimiter, ignore_empty_lines=False),
            convert_options=csv.ConvertOptions(column_types=kinds, strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    if table.num_rows != count:
        return None
    with ThreadPoolExecutor(2) as pool:
        columns = list(pool.map(lambda i: _one(table.column(i), coded=i in mapped), range(head.width)))
    if max(_longest(c) for c in columns) > LONGEST_RECORD:
        return None
    return columns


def _repeats(head: Head, column: int) -> bool:
    """True where a column's values come back: Arrow then reads it into codes at once."""
    cells = [r.cells[column] for r in head.sample if column < len(r.cells)]
    return 2 * len(set(cells)) <= len(cells) or len(cells) < 20


def _one(column: pa.ChunkedArray, *, coded: bool) -> pa.Array:
    """A column in one piece, dictionary-encoded where `coded`."""
    if pa.types.is_dictionary(column.type):
        return column.unify_dictionaries().combine_chunks()
    return column.combine_chunks().dictionary_encode() if coded else column.combine_chunks()


def _longest(column: pa.Array) -> int:
    texts = column.dictionary if pa.types.is_dictionary(column.type) else column
    return pc.max(pc.binary_length(texts)).as_py() or 0


def _table(head: Head, lines: Lines, columns: list[pa.Array], wrong: dict[int, str]) -> RawTable:
    """The raw table: columns beyond the header must be empty, missing ones are."""
    width = head.header.width
    places = np.searchsorted(lines, np.array(list(wrong), dtype=np.int32))
    rows_wrong = dict(zip(places.tolist(), wrong.values(), strict=True))
    for extra in columns[width:]:
        for row in np.flatnonzero(_filled(extra)):
            rows_wrong.setdefault(int(row), head.dialect.delimiter.join(str(c[int(row)].as_py()) for c in columns).rstrip(head.dialect.delimiter))
    columns = columns[:width] + [blanks(len(lines)) for _ in range(width - len(columns))]
    return RawTable("", head.header, lines, columns, rows_wrong)


def _filled(column: pa.Array) -> Mask:
    coded = Coded.of(column)
    return coded.take(np.array([bool(v.strip()) for v in coded.texts()], dtype=bool))


def _offset(text: bytes, line: int) -> int:
    """The byte where a physical line begins."""
    offset = 0
    for _ in range(line - 1):
        end = text.find(b"\n", offset)
        if end < 0:
            return len(text)
        offset = end + 1
    return offset


def _line_count(text: bytes, offset: int) -> int:
    """Lines from an offset on; a line break at the end opens no new line."""
    if offset >= len(text):
        return 0
    return text.count(b"\n", offset) + (not text.endswith(b"\n"))
