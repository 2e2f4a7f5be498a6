"""Lines to records: one delimiter, one quote, every record with the physical line where it starts. The careful splitter; see `lines` for the fast one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST_RECORD = 100_000  # characters; a longer one is broken and only its beginning is kept
LONGEST_SHOWN = 300
MOST_LINES_IN_A_FIELD = 200
MOST_IN_VAIN = 2_000_000  # characters split for quotes that never close; after these no more lines are joined: a hostile file may not cost minutes
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `broken`: its lines as they stand, where a quote never closes or it is far too long; its cells cannot be trusted."""

    line: int
    cells: list[str]
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file is split. `escape` stands before a quote that belongs to the value; "" means the quote is doubled."""

    delimiter: str
    quote: str = '"'
    escape: str = ""


@lru_cache(maxsize=32)
def _fields(dialect: Dialect) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quoted field followed by a delimiter or the end; group 1 is its inside. First by the rule, then with single quotes inside.

    The second never runs over a delimiter with a quote after it: there the next field begins.
    """
    q, end = re.escape(dialect.quote), rf"(?={re.escape(dialect.delimiter)}|$)"
    blank = "" if dialect.delimiter.isspace() else "[ ]*"
    inside = rf"[^{q}]*(?:{q}{q}[^{q}]*)*"
    if dialect.escape:
        e = re.escape(dialect.escape)
        inside = rf"(?:[^{q}{e}]|{e}.|{q}{q})*"
    loose = rf"(?:(?!{re.escape(dialect.delimiter)}{q})[^\n])*?"
    return re.compile(rf"{blank}{q}({inside}){q}{blank}{end}", re.DOTALL), re.compile(rf"{blank}{q}({loose}){q}{blank}{end}")


def split_fields(text: str, dialect: Dialect) -> tuple[list[str], bool]:
    """The cells of one record, and whether a quote was opened that nothing closes."""
    quote, delimiter = dialect.quote, dialect.delimiter
    if not quote or quote not in text:
        return text.split(delimiter), False
    strict, loose = _fields(dialect)
    cells: list[str] = []
    opened = False
    start = 0
    while True:
        found = strict.match(text, start) or loose.match(text, start)
        if found is not None:
            cells.append(_unquoted(found[1], dialect))
            end = found.end()
        else:
            end = text.find(delimiter, start)
            end = len(text) if end < 0 else end
            raw = text[start:end]
            bare = raw.strip(" ")
            if bare.startswith(quote):
                opened = bare.count(quote) % 2 == 1 or "\n" in bare or opened
            cells.append(raw)
        if end >= len(text):
            return cells, opened
        start = end + len(delimiter)


def _unquoted(inside: str, dialect: Dialect) -> str:
    if dialect.escape:
        inside = inside.replace(dialect.escape + dialect.quote, dialect.quote)
    return inside.replace(dialect.quote * 2, dialect.quote)


def records(
    lines: Sequence[str], dialect: Dialect, first_line: int = 1, width: int | None = None, most: int = 0, patience: int = MOST_IN_VAIN
) -> Iterator[Record]:
    """Split consecutive lines. `width`: cells in a full record, where known; `most`: cells in the header, where that has more;
    `patience`: characters that may be split in vain.

    A quoted field may hold line breaks. A quote that never closes costs only its own line (INTAKE 11): a field is taken to
    run on only when it closes properly, and no line on the way is a full record by itself.
    """
    i = 0
    while i < len(lines):
        if len(lines[i]) > LONGEST_RECORD:
            yield Record(first_line + i, [lines[i][:LONGEST_SHOWN]], lines[i][:LONGEST_SHOWN])
            i += 1
            continue
        cells, opened = split_fields(lines[i], dialect)
        taken = 1
        if opened and patience > 0:
            longer, last, effort = _run_on(lines, i, dialect, width, most, patience)
            if longer is not None:
                cells, taken = longer, last + 1 - i
                opened = False
            else:
                patience -= effort
        yield Record(first_line + i, cells, lines[i] if opened else "")
        i += taken


def _is_full(line: str, dialect: Dialect, width: int, first: str) -> bool:
    """True for a line that is a record by itself: wide enough, and it closes no quote that it did not open (or begins as the record before, `first`)."""
    if line.count(dialect.delimiter) < width - 1:
        return False
    cells, _ = split_fields(line, dialect)
    alike = any(c.isdecimal() for c in first) and _shape(cells[0]) == _shape(first)
    return len(cells) >= width and (alike or line.count(dialect.quote) % 2 == 0)


def _shape(cell: str) -> str:
    """What a cell looks like: runs of digits and letters, and what stands between them."""
    return _LETTERS.sub("a", _DIGITS.sub("9", cell.strip()[:50]))


def _run_on(lines: Sequence[str], start: int, dialect: Dialect, width: int | None, most: int, patience: int) -> tuple[list[str] | None, int, int]:
    """The cells of a record that runs on over more lines (None where its quote never closes), its last line, and the characters split to find out."""
    text = lines[start]
    first = text.split(dialect.delimiter, 1)[0]
    effort = 0
    for j in range(start + 1, min(len(lines), start + MOST_LINES_IN_A_FIELD)):
        if width is not None and width > 1 and _is_full(lines[j], dialect, width, first):
            break
        text += "\n" + lines[j]
        if len(text) > LONGEST_RECORD or effort > patience:
            break
        if dialect.quote in lines[j]:
            effort += len(text)
            cells, opened = split_fields(text, dialect)
            if not opened and (width is None or len(cells) <= max(width, most)):
                return cells, j, effort
    return None, start, effort
