"""What somebody with pen, paper and every report can work out: the lowest and highest possible value of hidden cells.

HiGHS (scipy) solves linear programs over the connected parts of the puzzle. A solution in whole numbers is also the answer to the
whole-number question; only where the linear program gives a fraction is the slower whole-number program asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Vector = npt.NDArray[np.float64]
_HUGE = 1e6  # stands for "no upper limit"
_NEAR = 1e-6
_SECONDS = 5.0  # for one whole-number question; unanswered counts as narrowed


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ Σ coefficient × cell ≤ high."""

    cells: tuple[int, ...]
    coefficients: tuple[float, ...]
    low: float
    high: float


class Contradiction(Exception):
    """The rows cannot all be true."""


class Attack:
    """The puzzle of one subject. `lower` and `upper` are what the reader sees of each cell; equal where a number is printed.

    `least` and `most` are the outermost values some solution has shown. They only grow apart when cells are hidden, so what was
    proved safe stays safe.
    """

    def __init__(self, lower: Sequence[float], upper: Sequence[float], whole: Sequence[bool], rows: Sequence[Row]) -> None:
        self.lower: Vector = np.array(lower, dtype=float)
        self.upper: Vector = np.minimum(np.array(upper, dtype=float), _HUGE)
        self.whole = np.array(whole, dtype=bool)
        self.rows = tuple(rows)
        size = len(self.lower)
        self.least: Vector = np.full(size, np.inf)
        self.most: Vector = np.full(size, -np.inf)
        indices = [i for row in rows for i in row.cells]
        pointers = np.cumsum([0, *(len(row.cells) for row in rows)])
        self._matrix = csr_array(([a for row in rows for a in row.coefficients], indices, pointers), shape=(len(rows), size))
        self._low: Vector = np.array([row.low for row in rows])
        self._high: Vector = np.array([row.high for row in rows])
        self._solved: dict[int, _Part] = {}

    def free(self, cell: int) -> bool:
        """Whether the cell is hidden."""
        return bool(self.upper[cell] - self.lower[cell] > _NEAR)

    def hide(self, cell: int, lower: float, upper: float) -> None:
        """Take a printed number away from the reader; what was proved before remains proved."""
        if not self.free(cell):
            self.least[cell], self.most[cell] = min(self.least[cell], self.lower[cell]), max(self.most[cell], self.lower[cell])
        self.lower[cell], self.upper[cell] = lower, min(upper, _HUGE)

    def narrowed(self, cells: Iterable[int], width: float, small: tuple[float, float]) -> dict[int, tuple[float, float]]:
        """The cells whose range is narrower than `width` and touches `small` (lowest, highest sensitive value), with that range.

        Raises Contradiction where nothing fits what is printed.
        """
        wanted = [i for i in cells if self.most[i] - self.least[i] < width - _NEAR]
        found: dict[int, tuple[float, float]] = {}
        if not wanted:
            return found
        self._solved = {}
        for part in self._parts(wanted):
            own = part.narrowed(width, small)
            self._solved |= dict.fromkeys(own, part)
            found |= own
        return found

    def levers(self, cell: int) -> dict[int, tuple[float, float]]:
        """The cells that hold one just found narrowed: by how much its highest and its lowest value move with each."""
        cells = self._solved[cell].cells
        free = self.upper - self.lower > _NEAR
        outside = free.copy()
        outside[cells] = False
        touched = abs(self._matrix)
        rows = np.flatnonzero((touched[:, cells].sum(axis=1) > 0) & (touched @ outside.astype(float) == 0))
        matrix = self._matrix[rows]
        known = matrix @ np.where(free, 0.0, self.lower)
        sides = self._low[rows] - known, self._high[rows] - known
        bounds = np.column_stack([self.lower[cells], self.upper[cells]])
        place = int(np.searchsorted(cells, cell))
        highest, lowest = (_pull(matrix[:, cells].toarray(), sides, bounds, place, sign) @ matrix for sign in (-1.0, 1.0))
        moved = np.flatnonzero((np.abs(highest) > _NEAR) | (np.abs(lowest) > _NEAR))
        return {int(i): (float(highest[i]), float(lowest[i])) for i in moved}

    def _parts(self, wanted: Sequence[int]) -> list["_Part"]:
        """The connected parts of the puzzle that hold wanted cells; rows that say nothing any more do not connect."""
        lower, upper = self._tightened()
        free = np.flatnonzero(self.upper - self.lower > _NEAR)
        place = np.full(len(self.lower), -1)
        place[free] = np.arange(len(free))
        matrix = self._matrix[:, free]
        known = self._matrix @ np.where(self.upper - self.lower > _NEAR, 0.0, self.lower)
        low, high = self._low - known, self._high - known
        positive, negative = matrix.maximum(0), matrix.minimum(0)
        reach_high = positive @ upper[free] + negative @ lower[free]
        reach_low = positive @ lower[free] + negative @ upper[free]
        filled = np.diff(matrix.indptr)
        tells = np.flatnonzero((filled > 0) & ((reach_high > high + _NEAR) | (reach_low < low - _NEAR)))
        matrix = csr_array(matrix[tells])
        label = connected_components(_square(matrix), directed=False)[1]
        parts = []
        for number in sorted({int(label[place[i]]) for i in wanted if place[i] >= 0}):
            inside = np.flatnonzero(label[: len(free)] == number)
            own = np.flatnonzero(label[len(free) :] == number)
            cells = free[inside]
            chosen = [i for i in wanted if place[i] >= 0 and label[place[i]] == number]
            rows = tells[own]
            parts.append(_Part(self, cells, chosen, csr_array(matrix[own][:, inside]), (low[rows], high[rows]), (lower[cells], upper[cells])))
        return parts

    def _tightened(self) -> tuple[Vector, Vector]:
        """Bounds that follow from single rows: a reader's first look."""
        lower, upper = self.lower.copy(), self.upper.copy()
        positive, negative = self._matrix.maximum(0), self._matrix.minimum(0)
        for _ in range(2):
            for row, most, least in zip(self.rows, positive @ upper + negative @ lower, positive @ lower + negative @ upper, strict=True):
                if most <= row.high + _NEAR and least >= row.low - _NEAR:
                    continue
                for i, a in zip(row.cells, row.coefficients, strict=True):
                    if upper[i] - lower[i] <= _NEAR:
                        continue
                    rest_most = most - (a * upper[i] if a > 0 else a * lower[i])
                    rest_least = least - (a * lower[i] if a > 0 else a * upper[i])
                    ends = sorted(((row.low - rest_most) / a, (row.high - rest_least) / a))
                    lower[i] = min(max(lower[i], ends[0]), upper[i])
                    upper[i] = max(min(upper[i], ends[1]), lower[i])
        return lower, upper


class _Part:
    """One connected part: solves, and tells the attack what each solution shows."""

    def __init__(
        self,
        attack: Attack,
        cells: npt.NDArray[np.intp],
        wanted: list[int],
        matrix: csr_array,
        sides: tuple[Vector, Vector],
        bounds: tuple[Vector, Vector],
    ) -> None:
        self.cells = cells
        self._attack, self._wanted = attack, wanted
        self._constraint = [LinearConstraint(matrix, *sides)] if matrix.shape[0] else []
        self._bounds = Bounds(*bounds)
        self._place = {int(cell): i for i, cell in enumerate(cells)}
        self._whole = attack.whole[cells]

    def narrowed(self, width: float, small: tuple[float, float]) -> dict[int, tuple[float, float]]:
        for sign in (-1.0, 1.0):
            goal = np.zeros(len(self.cells))
            goal[[self._place[i] for i in self._wanted if self._unproved(i, width)]] = sign
            if goal.any():
                self._solve(goal)
        found = {}
        for i in self._wanted:
            if not self._unproved(i, width):
                continue
            high = self._end(i, -1.0)
            if not self._unproved(i, width):
                continue
            low = self._end(i, 1.0)
            if high - low < width - _NEAR and low <= small[1] + _NEAR and high >= small[0] - _NEAR:
                found[i] = (low, high)
        return found

    def _unproved(self, cell: int, width: float) -> bool:
        return bool(self._attack.most[cell] - self._attack.least[cell] < width - _NEAR)

    def _end(self, cell: int, sign: float) -> float:
        goal = np.zeros(len(self.cells))
        goal[self._place[cell]] = sign
        return sign * self._solve(goal)

    def _solve(self, goal: Vector) -> float:
        """The lowest value of goal × cells over all solutions in whole numbers."""
        for kinds in (np.zeros(len(goal), dtype=np.int8), self._whole.astype(np.int8)):
            answer = milp(goal, integrality=kinds, bounds=self._bounds, constraints=self._constraint, options={"time_limit": _SECONDS})
            if answer.status == 2:
                raise Contradiction
            if answer.x is None:
                break
            solution: Vector = np.where(self._whole, np.round(answer.x), answer.x)
            if bool(np.all(np.abs(answer.x - solution) < 1e-5)):
                self._learn(solution)
                return float(goal @ solution)
        return 0.0

    def _learn(self, solution: Vector) -> None:
        cells = self.cells
        self._attack.least[cells] = np.minimum(self._attack.least[cells], solution)
        self._attack.most[cells] = np.maximum(self._attack.most[cells], solution)


def _square(matrix: csr_array) -> csr_array:
    """Cells and rows as one graph: a cell touches the rows it is in."""
    rows, cells = matrix.shape
    entries = matrix.tocoo()
    ones = np.ones(len(entries.data))
    return csr_array((ones, (entries.col, cells + entries.row)), shape=(cells + rows, cells + rows))


def _pull(matrix: Vector, sides: tuple[Vector, Vector], bounds: Vector, place: int, sign: float) -> Vector:
    """Per row how far an end of a cell's range (sign -1: the highest, 1: the lowest value) moves when the row gives way by one."""
    low, high = sides
    equal = np.flatnonzero(high - low <= _NEAR)
    above, below = (np.flatnonzero((high - low > _NEAR) & np.isfinite(side)) for side in (high, low))
    goal = np.zeros(matrix.shape[1])
    goal[place] = sign
    answer = linprog(
        goal,
        A_ub=np.vstack([matrix[above], -matrix[below]]),
        b_ub=np.concatenate([high[above], -low[below]]),
        A_eq=matrix[equal],
        b_eq=low[equal],
        bounds=[(float(low_end), float(high_end)) for low_end, high_end in bounds],
        method="highs",
    )
    pulled = np.zeros(len(low))
    if answer.status == 0:
        pulled[equal] += answer.eqlin.marginals
        pulled[above] += answer.ineqlin.marginals[: len(above)]
        pulled[below] -= answer.ineqlin.marginals[len(above) :]
    return -sign * pulled
