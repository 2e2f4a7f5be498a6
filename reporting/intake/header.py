"""Which row is the header, and which column each cell names (INTAKE 3). Mapping: the user, remembered, exact synonym, fuzzy."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import fuzz

from reporting.intake.table import Header
from reporting.intake.words import EXACT, is_bsn_header, is_placeholder, key, keys
from reporting.model.registration import Column

DEEPEST_HEADER = 60  # rows
MOST_COLUMNS = 1000
ACCEPT, SUGGEST = 90, 80  # rapidfuzz ratio; measured: ratio had no false match of 19 look-alikes
CORE = frozenset({Column.DATE, Column.START, Column.ACTIVITY, Column.CLIENT, Column.COUNT})
_VALUE = re.compile(r"[-+]?[\d.,:]+%?|\d{1,2}[-/. ]\d{1,2}[-/. ]'?\d{2,4}.*|\d{4}-\d\d-\d\d.*|=.*")
_TITLE_LABELS = frozenset({"gemeente", "periode", "organisatie", "kwartaal", "jaar", "rapport", "overzicht", "datum", "wijk", "filter", "afdrukdatum"})


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that is spelled most like it, from a ratio of 80 up."""
    best = max(((fuzz.ratio(key(name), key(k)), k) for k in known), default=(0.0, ""))
    return best[1] if best[0] >= SUGGEST else None


Row = tuple[int, Sequence[str]]  # physical line, cells


@dataclass(frozen=True)
class Names:
    """The words a kind of file uses for its columns: key → (column, rank); `core` are the columns one of which a header has."""

    exact: Mapping[str, tuple[str, int]]
    core: Collection[str]
    barred: Collection[str] = ()  # header cells that may not be mapped

    def exactly(self, cell: str) -> tuple[str, int] | None:
        """The column a header cell names by an exact synonym."""
        if is_bsn_header(cell):
            return None
        return next((self.exact[k] for k in keys(cell) if k in self.exact), None)

    def nearly(self, cell: str) -> tuple[str, float] | None:
        """The nearest column by spelling with its ratio, from 80 up."""
        wanted = key(cell)
        if len(wanted) < 4 or is_bsn_header(cell):
            return None
        best = max(((fuzz.ratio(wanted, k), c) for k, (c, _) in self.exact.items() if abs(len(k) - len(wanted)) <= 4 and len(k) > 3), default=(0.0, ""))
        return (best[1], best[0]) if best[0] >= SUGGEST else None

    def recognised(self, cells: Sequence[str], known: Collection[str] = ()) -> set[str]:
        """The columns a row's cells name, exactly or nearly; a cell in `known` (mapped by a person) counts by itself."""
        found = set()
        for cell in cells:
            if not cell.strip() or len(cell) > 100:
                continue
            if cell in known:
                found.add(f"={cell}")
            elif (exact := self.exactly(cell)) is not None:
                found.add(exact[0])
            elif (near := self.nearly(cell)) is not None and near[1] >= ACCEPT:
                found.add(near[0])
        return found


REGISTRATION = Names({k: (c.value, r) for k, (c, r) in EXACT.items()}, frozenset(c.value for c in CORE))


def find(rows: Sequence[Row], names: Names = REGISTRATION, known: Collection[str] = ()) -> Header | None:
    """The first row (or pair of rows) in which columns are recognised; None where there is none. A record is never a header."""
    lone: Header | None = None
    for i, (line, raw) in enumerate(rows[:DEEPEST_HEADER]):
        cells = _trimmed(raw)
        if not cells or len(cells) > MOST_COLUMNS or any(_is_value(c) for c in cells):
            continue
        own = names.recognised(cells, known)
        below = _trimmed(rows[i + 1][1]) if i + 1 < len(rows) else []
        if below and not any(_is_value(c) for c in below):
            joined = _joined(cells, below, _enough(own, names))
            if joined is not None:
                both = names.recognised(joined, known) | names.recognised(below, known)
                if _enough(both, names) and len(both) > len(own) and names.recognised(below, known):
                    wide = max(len(raw), len(rows[i + 1][1]))
                    return Header(tuple(joined), line if _enough(own, names) else rows[i + 1][0], i + 2, (tuple(cells), tuple(below)), wide, _before(rows, i))
        if _enough(own, names):
            return Header(tuple(cells), line, i + 1, (tuple(cells),), len(raw), _before(rows, i))
        telling = len(own) > 1 or bool(own & set(names.core)) or any(c.startswith("=") for c in own)
        if lone is None and telling and len([c for c in cells if c.strip()]) > 1:
            lone = Header(tuple(cells), line, i + 1, (tuple(cells),), len(raw), _before(rows, i))
    return lone or _only_column(rows, names)


def _only_column(rows: Sequence[Row], names: Names) -> Header | None:
    """The header of a file of one column: its first cell that is filled names a column that counts."""
    filled = [(i, line, cells) for i, (line, cells) in enumerate(rows) if any(c.strip() for c in cells)]
    if not filled or any(len(_trimmed(cells)) > 1 for _, _, cells in filled):
        return None
    i, line, cells = filled[0]
    exact = names.exactly(cells[0])
    return Header(tuple(_trimmed(cells)), line, i + 1, (tuple(cells),), len(cells), ()) if exact is not None and exact[0] in names.core else None


def _enough(found: set[str], names: Names) -> bool:
    return len(found) >= 2 and any(f in names.core or f.startswith("=") for f in found)


def _before(rows: Sequence[Row], i: int) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_trimmed(cells)) for _, cells in rows[:i])


def _trimmed(cells: Sequence[str]) -> list[str]:
    """The cells without empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return list(cells[:end])


def _is_value(cell: str) -> bool:
    cell = cell.strip()
    return bool(cell) and (is_placeholder(cell) or _VALUE.fullmatch(cell) is not None)


def _joined(top: Sequence[str], below: Sequence[str], is_header: bool) -> list[str] | None:
    """A row of group heads joined with the row under it; None where the upper row groups nothing.

    A head groups when empty or equal cells follow it; the last head of a row that `is_header` by itself may also run to the end.
    """
    filled = [c for c in top if c.strip()]
    kinds = {key(c) for c in filled}
    if len(kinds) < 2 or (len(filled) == 2 and not is_header and (filled[0].rstrip().endswith(":") or key(filled[0]) in _TITLE_LABELS)):
        return None
    width = max(len(top), len(below))
    upper = [*top, *[""] * (width - len(top))]
    lower = [*below, *[""] * (width - len(below))]
    starts = [i for i, c in enumerate(upper) if c.strip()]
    gap = any(b - a > 1 for a, b in pairwise(starts))
    if not (gap or len(filled) != len(kinds) or (is_header and starts[-1] < len(below) - 1)):
        return None
    cells, group = [], ""
    for one, two in zip(upper, lower, strict=True):
        group = one.strip() or (group if two.strip() else "")
        parts = [p for p in (group, two.strip()) if p]
        cells.append(" ".join(dict.fromkeys(parts)))
    return cells


@dataclass(frozen=True)
class Mapped:
    """Column → index of the header cell. `guessed` were accepted by spelling, `suggested` only look alike (80-89)."""

    columns: Mapping[str, int]
    guessed: tuple[str, ...] = ()
    suggested: Mapping[str, int] = field(default_factory=dict)


def map_columns(
    header: Header,
    names: Names,
    fits: Callable[[int], Collection[str]],
    override: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
) -> Mapped:
    """Which header cell holds which column. `fits`: the columns the values under a cell fit (asked for fuzzy matches only).

    An override is a person's whole choice: nothing is guessed beside it. A remembered mapping is filled up with what is recognised.
    Of equal headers the first maps; of different synonyms the one that stands first in DOMAIN.
    """
    barred = {i for i, c in enumerate(header.cells) if is_bsn_header(c)}
    found: dict[str, int] = {}
    for column, cell in (override if override is not None else remembered or {}).items():
        index = next((i for i, c in enumerate(header.cells) if c == cell and i not in barred), None)
        if index is not None and index not in found.values():
            found[column] = index
    if override is not None:
        return Mapped(found)
    ranked: dict[str, tuple[int, int]] = {}
    bottoms = header.rows[-1]
    for i, cell in enumerate(header.cells):
        if i in barred or i in found.values():
            continue
        exact = names.exactly(cell) or (names.exactly(bottoms[i]) if i < len(bottoms) else None)
        if exact is not None and exact[0] not in found:
            ranked[exact[0]] = min(ranked.get(exact[0], (999, 999)), (exact[1], i))
    found |= {column: index for column, (_, index) in ranked.items()}
    guessed, suggested = _by_spelling(header, names, fits, found, barred)
    return Mapped(found | guessed, tuple(guessed), suggested)


def _by_spelling(
    header: Header, names: Names, fits: Callable[[int], Collection[str]], found: Mapping[str, int], barred: set[int]
) -> tuple[dict[str, int], dict[str, int]]:
    guessed: dict[str, int] = {}
    suggested: dict[str, int] = {}
    for i, cell in enumerate(header.cells):
        near = names.nearly(cell) if i not in barred and i not in found.values() and names.exactly(cell) is None else None
        if near is None or near[0] in found:
            continue
        column, ratio = near
        if ratio >= ACCEPT and column in fits(i) and column not in guessed:
            guessed[column] = i
        elif column not in suggested:
            suggested[column] = i
    return guessed, {c: i for c, i in suggested.items() if c not in guessed}
