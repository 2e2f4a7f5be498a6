"""Any delimited text, with no idea what it should hold: bytes in, rows out. Registrations do not come this way (their header decides)."""

import re
from collections import Counter
from collections.abc import Sequence

from reporting.intake.decode import to_utf8
from reporting.intake.splitter import Dialect, records, split_fields

_DELIMITERS = (",", ";", "\t", "|", ", ", "; ", ":", "^", "~", "#", "\x1f", "\x01", " ")
_IN_ONE_ROW = (",", ";", "\t", "|", ", ", "; ", " ")
_SEVERAL = re.compile(r"[^\w\s\"'.,/@€$%()-]{2,3}|,,+|\t\t+")  # signs that may delimit together: || ;; ~|~
_SAMPLE_ROWS = 120
_ALONE = 2  # rows
_PATIENCE = 20_000  # characters split in vain per delimiter that is tried
_NUMBER = re.compile(r"[€$£+-]?\s?\d+(?:[.,]\d{3})*(?:[.,]\d+)?\s?%?")
_UNTIDY = re.compile(r"[;|^~\t](?!\s)|,(?!\s)|^//")  # what is left of a row that was split at the wrong places
_WIDER = 0.3  # how much more columns weigh
_FEW = 6  # words: a line with fewer is a sentence before it is a row with blanks between


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
            alone = len(cells) in (1, width) or widths[len(cells)] <= _ALONE  # more rows as wide are a table of their own
            cells = (_by_another(cells, line, dialect, width) if alone else None) or _rejoined(cells, line, dialect, width)
        rows.append(cells)
    return rows


def detect(lines: Sequence[str]) -> tuple[Dialect, int]:
    """The dialect under which most rows are equally wide and most cells look whole, and that width. One column: a comma that splits nothing."""
    sample = [line for line in lines[:_SAMPLE_ROWS] if line.strip()]
    best: tuple[float, Dialect, int] = (0.0, Dialect(","), 1)
    for delimiter in (*_DELIMITERS, *_several(sample)):
        if not any(delimiter in line for line in sample):
            continue
        dialect = Dialect(delimiter, *_quote(sample, delimiter))
        rows = list(records(sample, dialect, patience=_PATIENCE))
        widths = Counter(len(r.cells) for r in rows)
        width, number = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        if width < 2:
            continue
        share = number / len(rows)
        whole = sum(_tidy(r.cells, dialect, sample[r.line - 1]) for r in rows if len(r.cells) == width) / (number * width)
        score = share * share * whole * whole * (1 - _WIDER / width)
        single = best[1].delimiter
        if delimiter != single and single in delimiter:
            score = max(score, best[0] * 1.01 * share * share * whole * whole)  # the same split, without empty cells or blanks between
        if score > best[0]:
            best = (score, dialect, width)
    return best[1], best[2]


def _several(lines: Sequence[str]) -> list[str]:
    """Signs that stand together in most lines, and so may be one delimiter."""
    found = Counter(signs for line in lines for signs in set(_SEVERAL.findall(line)))
    return [signs for signs, number in found.most_common(5) if 2 * number > len(lines)]


def _tidy(cells: Sequence[str], dialect: Dialect, line: str) -> int:
    """How many cells of a line look whole: no delimiter of another kind in them, no quote but in a quoted cell. One that holds the delimiter was quoted."""
    q, e = dialect.quote, dialect.escape or dialect.quote
    quoted = [dialect.delimiter in c or "\n" in c or (q in c and (f"{q}{c.replace(q, e + q)}{q}" in line or f"{q}{c}{q}" in line)) for c in cells]
    return sum(known or _NUMBER.fullmatch(c) is not None or not (q in c or _UNTIDY.search(c)) for c, known in zip(cells, quoted, strict=True))


def _quote(lines: Sequence[str], delimiter: str) -> tuple[str, str]:
    """The quote that stands around cells, and the escape before a quote inside one ("" where it is doubled)."""
    text = "\n".join(lines)
    d = re.escape(delimiter)
    start, end = rf"(?:^|(?<={d}))", rf"(?={d}|$)"
    around = {q: len(re.findall(rf"{start}{q}(?:[^{q}\n\\]|\\.|{q}{q})*{q}{end}", text, re.MULTILINE)) for q in ('"', "'")}
    quote = "'" if around["'"] > 2 * around['"'] else '"'
    escaped = text.count(f"\\{quote}")
    doubled = len(re.findall(rf"(?<!\\){quote * 2}", text))
    return quote, "\\" if escaped and escaped > doubled - len(re.findall(rf"{start}{quote * 2}{end}", text, re.MULTILINE)) else ""


def _by_another(cells: Sequence[str], line: str, dialect: Dialect, width: int) -> list[str] | None:
    """The cells of a line that another delimiter splits into a full row of whole cells, where its own does not."""
    for delimiter in _IN_ONE_ROW:
        if line.count(delimiter) < width - 1 or delimiter.strip() == dialect.delimiter.strip() != "" or delimiter == dialect.delimiter:
            continue
        if abs(len(cells) - width) < (2 if delimiter == " " else 1) and _tidy(cells, dialect, line) == len(cells):
            continue
        other = Dialect(delimiter, dialect.quote, dialect.escape)
        found, _ = split_fields(line, other)
        spoken = len(found) < _FEW if delimiter == " " else all(c[:1] == " " for c in found[1:]) or delimiter[-1] == " "
        sentence = spoken and all(c.strip(" .,:!?").replace(" ", "").isalpha() for c in found)
        if len(found) == width and not sentence and _tidy(found, other, line) == width:
            return found
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
