"""Any delimited text, with no idea what it should hold: bytes in, rows out. Registrations do not come this way (their header decides)."""

import re
from collections import Counter
from collections.abc import Sequence

from reporting.intake.decode import to_utf8
from reporting.intake.splitter import Dialect, records, split_fields

_DELIMITERS = (",", ";", "\t", "|", ", ", "; ", "\t\t", ":", "^", "~", " ")
_SAMPLE_ROWS = 120
_ALONE = 2  # rows
_PATIENCE = 20_000  # characters split in vain per delimiter that is tried


def split(data: bytes) -> list[list[str]]:
    """The rows of a delimited text, as cells; every line that is not blank is in a row, and none is left out.

    Encoding, delimiter, quote and escape are found. A row in another delimiter than the rest is split by its own.
    """
    text = to_utf8(data)[0].decode("utf-8", "replace")
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    dialect, width = detect(lines)
    found = list(records(lines, dialect, width=width))
    widths = Counter(len(r.cells) for r in found)
    rows = []
    for record in found:
        cells = record.cells
        if cells == [""] and width > 1:
            continue
        if width > 1 and not any("\n" in c for c in cells):
            line = record.broken or lines[record.line - 1]
            alone = abs(len(cells) - width) > 1 and (len(cells) == 1 or widths[len(cells)] <= _ALONE)  # more rows as wide are a table of their own
            other = _by_another(line, dialect, width) if alone else None
            cells = other or _rejoined(cells, line, dialect, width)
        rows.append(cells)
    return rows


def detect(lines: Sequence[str]) -> tuple[Dialect, int]:
    """The dialect under which most rows are equally wide, and that width. One column: a comma that splits nothing."""
    sample = [line for line in lines[:_SAMPLE_ROWS] if line.strip()]
    best: tuple[float, Dialect, int] = (0.0, Dialect(","), 1)
    for delimiter in _DELIMITERS:
        dialect = Dialect(delimiter, *_quote(sample, delimiter))
        widths = Counter(len(r.cells) for r in records(sample, dialect, patience=_PATIENCE))
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        if width < 2:
            continue
        share = rows / sum(widths.values())
        score = share * share * (width - 1) / width
        single = best[1].delimiter
        if len(delimiter) > 1 and delimiter[0] == single and best[2] == (2 * width - 1 if delimiter[1] == single else width):
            score = max(score, best[0] * 1.01 * share * share)  # the same split, without empty cells or blanks between
        if score > best[0]:
            best = (score, dialect, width)
    return best[1], best[2]


def _quote(lines: Sequence[str], delimiter: str) -> tuple[str, str]:
    """The quote that stands around cells, and the escape before a quote inside one ("" where it is doubled)."""
    text = "\n".join(lines)
    d = re.escape(delimiter)
    around = {q: len(re.findall(rf"(?:^|{d}){q}|{q}(?={d}|$)", text, re.MULTILINE)) for q in ('"', "'")}
    quote = "'" if around["'"] > 2 * around['"'] else '"'
    escaped = text.count(f"\\{quote}")
    doubled = len(re.findall(rf"(?<!\\){quote * 2}", text))
    return quote, "\\" if escaped and escaped > doubled - len(re.findall(rf"(?:^|{d}){quote * 2}(?={d}|$)", text, re.MULTILINE)) else ""


def _by_another(line: str, dialect: Dialect, width: int) -> list[str] | None:
    """The cells of a line that another delimiter splits into a full row."""
    for delimiter in _DELIMITERS:
        if delimiter.strip() != dialect.delimiter.strip() or not delimiter.strip():
            cells, _ = split_fields(line, Dialect(delimiter, dialect.quote, dialect.escape))
            if len(cells) == width and delimiter != dialect.delimiter:
                return cells
    return None


def _rejoined(cells: list[str], line: str, dialect: Dialect, width: int) -> list[str]:
    """The cells of a row with a quoted cell that lost the delimiter before or after it: its quotes hold its pieces together."""
    d, q = dialect.delimiter, dialect.quote
    padded = f"{d}{line}{d}"
    found: list[str] = []
    for cell in cells:
        if found and found[-1].count(q) % 2 == 1 and f"{d}{found[-1]}{d}" in padded:  # as it stands in the file, so not unquoted
            found[-1] += d + cell
        else:
            found.append(cell)
    joined = [c for c in found if c not in cells]
    closed = all((c.startswith(q) or c.endswith(q)) and c.count(q) % 2 == 0 and f"{d}{c}{d}" in padded for c in joined)
    return found if joined and closed and len(found) in (width - 1, width) else cells
