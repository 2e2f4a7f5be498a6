"""Controlled rounding: every count to a multiple of the base, less than the base from the truth, and classes still add up to totals.

A whole-number program per indicator chooses up or down for each new count so that as little as possible moves; what earlier reports
printed stays. Source of the method: Salazar-González, controlled rounding (sdcTable, tau-argus).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import floor, isfinite

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from reporting.disclosure.attack import Row
from reporting.disclosure.editions import known_range
from reporting.disclosure.puzzle import Builder, Puzzle, Range
from reporting.disclosure.readers import Readers
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark

_NODES = 20_000


def rounded(values: Mapping[int, float], rows: Iterable[Row], fixed: Mapping[int, int], base: int) -> dict[int, int] | None:
    """The rounded numbers of all cells, or None where no choice keeps these equalities true.

    `values` are the true ones, `rows` equalities over them, `fixed` what readers already have.
    """
    cells = sorted(values)
    place = {cell: i for i, cell in enumerate(cells)}
    steps = np.array([floor(values[c] / base + 1e-9) for c in cells], dtype=float)
    rest = np.array([values[c] for c in cells]) - base * steps
    lower = np.zeros(len(cells))
    upper = (rest > 1e-9).astype(float)
    for cell, number in fixed.items():
        if cell in place:
            lower[place[cell]] = upper[place[cell]] = number / base - steps[place[cell]]
    kept = [row for row in rows if row.low == row.high and all(c in place for c in row.cells)]
    pointers = np.cumsum([0, *(len(row.cells) for row in kept)])
    indices, weights = [place[c] for row in kept for c in row.cells], [a for row in kept for a in row.coefficients]
    matrix = csr_array((weights, indices, pointers), shape=(len(kept), len(cells)))
    sums = -(matrix @ steps)
    cost = (base - rest) - rest + 1e-6 * np.arange(len(cells))  # up moves base - rest, down moves rest; ties by order
    answer = milp(
        cost,
        integrality=np.ones(len(cells), dtype=np.int8),
        bounds=Bounds(lower, upper),
        constraints=[LinearConstraint(matrix, sums, sums)] if kept else [],
        options={"node_limit": _NODES},
    )
    if answer.x is None:
        return None
    return {cell: int(base * round(steps[i] + answer.x[i])) for cell, i in place.items()}


def round_subject(
    unit: Unit, reports: Sequence[Mapping[FigureKey, Range]], values: Mapping[FigureKey, float], kept: Iterable[FigureKey], rules: DisclosureRules
) -> tuple[dict[FigureKey, Mark], dict[FigureKey, int]]:
    """The marks and the rounded numbers of a subject's new cells.

    `kept` were hidden before and stay so. Where rounded numbers of several reports together still say too much, they are hidden.
    """
    base = rules.rounding or rules.threshold
    puzzle = Builder(unit, [*reports, {key: known_range(value, unit) for key, value in values.items()}]).puzzle
    numbers = _numbers(puzzle, values, base)
    for key, index in puzzle.now.items():
        low, high = known_range(numbers[key], unit, base)
        before = puzzle.before[key]
        puzzle.ranges[index] = max(low, before[0]), min(high, before[1])
    readers, marks = Readers(puzzle), dict.fromkeys(kept, Mark.HIDDEN)
    for key in marks:
        readers.hide(puzzle.now[key], *puzzle.before[key])
    names = {index: key for key, index in puzzle.now.items()}
    while found := readers.narrowed(rules):
        chosen = {names[i] for i in found if i in names} - set(marks)
        if not chosen:
            chosen = {names[j] for i in found for j in readers.levers(i) if j in names} - set(marks)
        if not chosen:
            break
        for key in sorted(chosen, key=str):
            marks[key] = Mark.HIDDEN
            readers.hide(puzzle.now[key], *puzzle.before[key])
    return marks, {key: number for key, number in numbers.items() if key not in marks}


def _numbers(puzzle: Puzzle, values: Mapping[FigureKey, float], base: int) -> dict[FigureKey, int]:
    """Rounded so that classes add up and, where earlier reports leave room, quarters as well."""
    true = {index: float(values[key]) for key, index in puzzle.now.items()}
    old = {i: _printed(high, base) for i, (low, high) in enumerate(puzzle.ranges) if i not in true and isfinite(high) and high - low > 0.5}
    again = {puzzle.now[k]: _printed(high, base) for k, (low, high) in puzzle.before.items() if isfinite(high) and high - low > 0.5}
    fixed = {i: n for i, n in again.items() if abs(n - true[i]) < base}
    parts = [row for row, rule in puzzle.rows.items() if rule == "parts"]
    tries: tuple[tuple[Mapping[int, float], Iterable[Row], Mapping[int, int]], ...] = (
        (true | old, puzzle.rows, fixed | old),
        (true, parts, fixed),
        (true, parts, {}),
        (true, [], fixed),
    )
    found = next(n for cells, rows, kept in tries if (n := rounded(cells, rows, kept, base)) is not None)
    return {key: found[index] for key, index in puzzle.now.items()}


def _printed(high: float, base: int) -> int:
    """The multiple of the base behind a range that ends less than the base above it."""
    return base * round((high - base + 1) / base)
