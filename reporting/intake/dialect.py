"""Any delimited text, with no idea what it should hold: bytes in, rows out. Registrations do not come this way (their header decides)."""

import re
from collections import Counter
from collections.abc import Sequence

from reporting.intake.decode import to_utf8
from reporting.intake.splitter import Dialect, records, split_fields

_DELIMITERS = (",", ";", "\t", "|", ", ", "; ", "\t\t", ":", "^", "~", " ")
_SAMPLE_ROWS = 120


def split(data: bytes) -> list[list[str]]:
    """The rows of a delimited text, as cells; every line that is not blank is in a row, and none is left out.

    Encoding, delimiter, quote and escape are found. A row in another delimiter than the rest is split by its own.
    """
    text = to_utf8(data)[0].decode("utf-8", "replace")
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    dialect, width = detect(lines)
    rows = []
    for record in records(lines, dialect, width=width):
        cells = record.cells
        if cells == [""] and width > 1:
            continue
        if len(cells) != width and width > 1 and not any("\n" in c for c in cells):
            cells = _by_another(record.broken or lines[record.line - 1], dialect, width) or cells
        rows.append(cells)
    return rows


def detect(lines: Sequence[str]) -> tuple[Dialect, int]:
    """The dialect under which most rows are equally wide, and that width. One column: a comma that splits nothing."""
    sample = [line for line in lines[:_SAMPLE_ROWS] if line.strip()]
    best: tuple[float, Dialect, int] = (0.0, Dialect(","), 1)
    for delimiter in _DELIMITERS:
        dialect = Dialect(delimiter, *_quote(sample, delimiter))
        widths = Counter(len(r.cells) for r in records(sample, dialect))
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
    return quote, "\\" if escaped and escaped > text.count(quote * 2) - len(re.findall(rf"(?:^|{d}){quote * 2}(?={d}|$)", text, re.MULTILINE)) else ""


def _by_another(line: str, dialect: Dialect, width: int) -> list[str] | None:
    """The cells of a line that another delimiter splits into a full row."""
    for delimiter in _DELIMITERS:
        if delimiter.strip() != dialect.delimiter.strip() or not delimiter.strip():
            cells, _ = split_fields(line, Dialect(delimiter, dialect.quote, dialect.escape))
            if len(cells) == width and delimiter != dialect.delimiter:
                return cells
    return None
