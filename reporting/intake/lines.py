"""Text files: regular lines go column-wise through Arrow, only irregular lines through the careful splitter (INTAKE 2, 3, 11)."""

import re
from collections import Counter
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from reporting.intake.header import Names, find
from reporting.intake.splitter import LONGEST_RECORD, Dialect, Record, records
from reporting.intake.table import Coded, Header, Lines, Mask, Places, RawTable, from_cells, text_array

DELIMITERS = (";", ",", "\t", "|")
HEAD_BYTES = 1 << 18
HEAD_ROWS = 200
BLOCK = 1 << 22  # bytes Arrow parses at a time; no regular line is half as long
NEWLINE, BLANK, QUOTE = 10, 32, 34
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

    `mapped`: header cells whose distinct values will be asked for; these columns come dictionary-encoded.
    """
    body = memoryview(text)[_offset(text, head.body_line) :]
    count = _line_count(text, len(text) - len(body))
    regular = _regular(body, head, mapped, count) if text.find(b'"', len(text) - len(body)) < 0 or _quotes_are_plain(body, head) else None
    if regular is not None:
        return _table(head, np.arange(head.body_line, head.body_line + count, dtype=np.int32), regular, {})
    return _with_care(body, head, mapped)


def _with_care(body: memoryview, head: Head, mapped: Collection[int]) -> RawTable:
    """Regular lines through Arrow after all, the others through the careful splitter, put back in order."""
    good, fast_lines, runs = _sorted_out(body, head)
    rows = [r for first, run in runs for r in records(run, head.dialect, first, head.width, head.header.width)]
    wrong = {r.line: r.broken for r in rows if r.broken}
    width = max(head.header.width, head.width, *(len(r.cells) for r in rows), 1)
    slow = from_cells(width, [r.cells for r in rows])
    fast = _regular(memoryview(good), head, mapped, len(fast_lines)) or []
    empty = text_array([""] * len(fast_lines))
    lines = np.concatenate([fast_lines, np.array([r.line for r in rows], dtype=np.int32)])
    columns = [_stacked(fast[i] if i < len(fast) else empty, column) for i, column in enumerate(slow)]
    order = np.argsort(lines, kind="stable")
    return _table(head, lines[order], [pc.take(column, pa.array(order)) for column in columns], wrong)


def _stacked(upper: pa.Array, lower: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(upper.type):
        return pa.chunked_array([upper, lower.dictionary_encode()]).unify_dictionaries().combine_chunks()
    return pa.concat_arrays([upper, lower])


def _regular(body: memoryview, head: Head, mapped: Collection[int], count: int) -> list[pa.Array] | None:
    """The columns when every line is one record of the usual width, else None (found out at the first other line)."""
    if count == 0 or head.width < 2:
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


def _quotes_are_plain(body: memoryview, head: Head) -> bool:
    """True where no quote is odd, so that Arrow may try the whole body at once."""
    data = np.frombuffer(body, dtype=np.uint8)
    quotes = np.flatnonzero(data == QUOTE)
    return len(quotes) % 2 == 0 and not len(_odd_quotes(data, quotes, np.arange(len(quotes)), ord(head.dialect.delimiter)))


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


def _odd_quotes(data: npt.NDArray[np.uint8], quotes: Places, ordinal: Places, delimiter: int) -> Places:
    """Which quotes do not stand around a whole field or doubled inside one; Arrow would read these differently from us.

    `ordinal`: how many quotes stand before each one on its line; even ones open.
    """
    before = np.where(quotes > 0, data[quotes - 1], NEWLINE)
    after = np.where(quotes + 1 < len(data), data[np.minimum(quotes + 1, len(data) - 1)], NEWLINE)
    odd: Places = quotes[~np.isin(np.where(ordinal % 2 == 0, before, after), (delimiter, NEWLINE, QUOTE))]
    return odd


def _sorted_out(body: memoryview, head: Head) -> tuple[bytes, Lines, list[tuple[int, list[str]]]]:
    """Regular lines as bytes with their numbers, and the runs of other lines with the number of their first.

    Regular is a line of the usual width whose quotes, if any, stand around whole fields and close on it.
    """
    data = np.frombuffer(body, dtype=np.uint8)
    ends = np.flatnonzero(data == NEWLINE)
    if len(data) and data[-1] != NEWLINE:
        ends = np.append(ends, len(data))
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    delimiter = ord(head.dialect.delimiter)
    delimiters, quotes = np.flatnonzero(data == delimiter), np.flatnonzero(data == QUOTE)
    regular = (ends - starts < LONGEST_RECORD) & (head.width > 1)
    if len(quotes):
        per_line = _per_line(quotes, ends)
        earlier = np.cumsum(per_line) - per_line
        odd = _odd_quotes(data, quotes, np.arange(len(quotes)) - np.repeat(earlier, per_line), delimiter)
        regular &= (per_line % 2 == 0) & (_per_line(odd, ends) == 0)
        inside = np.searchsorted(quotes, delimiters) - earlier[np.searchsorted(ends, delimiters)]
        delimiters = delimiters[inside % 2 == 0]
    regular &= _per_line(delimiters, ends) == head.width - 1
    numbers = np.arange(head.body_line, head.body_line + len(ends), dtype=np.int32)
    bounds = [0, *(np.flatnonzero(np.diff(regular)) + 1).tolist(), len(ends)]
    good, runs = [], []
    for first, last in pairwise(bounds):
        if first == last:
            continue
        piece = body[starts[first] : ends[last - 1]]
        if regular[first]:
            good.append(piece)
        else:
            runs.append((head.body_line + first, bytes(piece).decode("utf-8", "replace").split("\n")))
    return b"\n".join(good), numbers[regular], runs


def _per_line(places: Places, ends: Places) -> Places:
    return np.diff(np.searchsorted(places, ends), prepend=0)


def _table(head: Head, lines: Lines, columns: list[pa.Array], wrong: dict[int, str]) -> RawTable:
    """The raw table: columns beyond the header must be empty, missing ones are."""
    width = head.header.width
    places = np.searchsorted(lines, np.array(list(wrong), dtype=np.int32))
    rows_wrong = dict(zip(places.tolist(), wrong.values(), strict=True))
    for extra in columns[width:]:
        for row in np.flatnonzero(_filled(extra)):
            rows_wrong.setdefault(int(row), head.dialect.delimiter.join(str(c[int(row)].as_py()) for c in columns).rstrip(head.dialect.delimiter))
    columns = columns[:width] + [text_array([""] * len(lines)) for _ in range(width - len(columns))]
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
