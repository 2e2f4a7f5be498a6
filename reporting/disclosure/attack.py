"""What somebody with pen, paper and every report can work out: the lowest and highest possible value of hidden cells.

Linear programs over the connected parts of the puzzle tell it, in whole numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from reporting.disclosure.program import Contradiction, Program, Vector

_HUGE = 1e6  # stands for "no upper limit"
_NEAR = 1e-6
_TRIES = 6
_LOOKS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ Σ coefficient × cell ≤ high."""

    cells: tuple[int, ...]
    coefficients: tuple[float, ...]
    low: float
    high: float


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
        self._positive, self._negative = self._matrix.maximum(0), self._matrix.minimum(0)
        self._low: Vector = np.array([row.low for row in rows])
        self._high: Vector = np.array([row.high for row in rows])
        self._answers: dict[bytes, dict[int, tuple[float, float]]] = {}

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
        parts, exact = self._parts(wanted, small)
        found |= {i: ends for i, ends in exact.items() if ends[1] - ends[0] < width - _NEAR}
        for part in parts:
            if part.name not in self._answers:
                self._answers[part.name] = part.narrowed(width, small)
            found |= self._answers[part.name]
        return found

    def levers(self, cell: int) -> dict[int, tuple[float, float]]:
        """The cells that hold one just found narrowed: by how much its highest and its lowest value move with each."""
        free = self.upper - self.lower > _NEAR
        own = np.flatnonzero(free)
        label = connected_components(_square(csr_array(self._matrix[:, own])), directed=False)[1]
        number = label[int(np.searchsorted(own, cell))]
        cells, rows = own[label[: len(own)] == number], np.flatnonzero(label[len(own) :] == number)
        matrix = self._matrix[rows]
        known = matrix @ np.where(free, 0.0, self.lower)
        sides = self._low[rows] - known, self._high[rows] - known
        program = Program(csr_array(matrix[:, cells]), sides, (self.lower[cells], self.upper[cells]), np.zeros(len(cells), dtype=bool))
        goal = (cells == cell).astype(float)
        highest, lowest = (-sign * program.pull(sign * goal) @ matrix for sign in (-1.0, 1.0))
        moved = np.flatnonzero((np.abs(highest) > _NEAR) | (np.abs(lowest) > _NEAR))
        return {int(i): (float(highest[i]), float(lowest[i])) for i in moved}

    def _parts(self, wanted: Sequence[int], small: tuple[float, float]) -> tuple[list["_Part"], dict[int, tuple[float, float]]]:
        """The connected parts of the puzzle that hold a wanted cell that may be small, and the ends of cells in parts of one row.

        Rows that say nothing any more do not connect.
        """
        lower, upper = self._tightened()
        wanted = [i for i in wanted if lower[i] <= small[1] + _NEAR and upper[i] >= small[0] - _NEAR]
        loose = upper - lower > _NEAR
        loose[wanted] = True
        free = np.flatnonzero(loose)
        place = np.full(len(lower), -1)
        place[free] = np.arange(len(free))
        matrix = self._matrix[:, free]
        known = self._matrix @ np.where(loose, 0.0, lower)
        low, high = self._low - known, self._high - known
        positive, negative = self._positive[:, free], self._negative[:, free]
        reach_high = positive @ upper[free] + negative @ lower[free]
        reach_low = positive @ lower[free] + negative @ upper[free]
        tells = np.flatnonzero((np.diff(matrix.indptr) > 0) & ((reach_high > high + _NEAR) | (reach_low < low - _NEAR)))
        matrix = csr_array(matrix[tells])
        label = connected_components(_square(matrix), directed=False)[1]
        inside, outside = label[: len(free)], label[len(free) :]
        parts: list[_Part] = []
        exact: dict[int, tuple[float, float]] = {}
        for number in sorted({int(inside[place[i]]) for i in wanted}):
            own, chosen = np.flatnonzero(outside == number), [i for i in wanted if inside[place[i]] == number]
            if len(own) <= 1:  # one row: the first look was exact
                self.least[chosen], self.most[chosen] = np.minimum(self.least[chosen], lower[chosen]), np.maximum(self.most[chosen], upper[chosen])
                exact |= {i: (float(lower[i]), float(upper[i])) for i in chosen}
                continue
            cells, rows = free[inside == number], tells[own]
            parts.append(_Part(self, cells, chosen, csr_array(matrix[own][:, inside == number]), (low[rows], high[rows]), (lower[cells], upper[cells])))
        return parts, exact

    def _tightened(self) -> tuple[Vector, Vector]:
        """Bounds that follow from single rows: a reader's first look. Raises Contradiction where it shows one."""
        lower, upper = self.lower, self.upper
        for _ in range(_LOOKS):
            most, least = self._positive @ upper + self._negative @ lower, self._positive @ lower + self._negative @ upper
            if bool(np.any((most < self._low - _NEAR) | (least > self._high + _NEAR))):
                raise Contradiction
            lows, highs = lower.tolist(), upper.tolist()
            for number in np.flatnonzero((most > self._high + _NEAR) | (least < self._low - _NEAR)).tolist():
                _tighten(self.rows[number], lows, highs)
            before = upper - lower
            lower, upper = np.array(lows), np.array(highs)
            if bool(np.all(before - (upper - lower) < _NEAR)):
                break
        return lower, upper


def _tighten(row: Row, lower: list[float], upper: list[float]) -> None:
    """Narrow the cells of one row by what the others leave."""
    pairs = list(zip(row.cells, row.coefficients, strict=True))
    most = sum(a * (upper[i] if a > 0 else lower[i]) for i, a in pairs)
    least = sum(a * (lower[i] if a > 0 else upper[i]) for i, a in pairs)
    for i, a in pairs:
        if upper[i] - lower[i] <= _NEAR:
            continue
        rest_most = most - (a * upper[i] if a > 0 else a * lower[i])
        rest_least = least - (a * lower[i] if a > 0 else a * upper[i])
        ends = sorted(((row.low - rest_most) / a, (row.high - rest_least) / a))
        low, high = min(max(lower[i], ends[0]), upper[i]), max(min(upper[i], ends[1]), lower[i])
        most += a * (high - upper[i]) if a > 0 else a * (low - lower[i])
        least += a * (low - lower[i]) if a > 0 else a * (high - upper[i])
        lower[i], upper[i] = low, high


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
        self.name = b"|".join(array.tobytes() for array in (cells, np.array(wanted), matrix.indices, *sides, *bounds))  # the same question has the same answer
        self._attack, self._wanted = attack, wanted
        self._program = Program(matrix, sides, bounds, attack.whole[cells])
        self._place = {int(cell): i for i, cell in enumerate(cells)}

    def narrowed(self, width: float, small: tuple[float, float]) -> dict[int, tuple[float, float]]:
        for turn in range(_TRIES):
            self._try(turn, [i for i in self._wanted if self._unproved(i, width)])
        found = {}
        for i in self._wanted:
            if not self._unproved(i, width):
                continue
            low = self._end(i, 1.0)
            if low > small[1] + _NEAR or not self._unproved(i, width):
                continue
            high = self._end(i, -1.0)
            if high - low < width - _NEAR and high >= small[0] - _NEAR:
                found[i] = (low, high)
        return found

    def _try(self, turn: int, cells: Sequence[int]) -> None:
        """Push many cells at once, some up and some down: what moves far enough needs no question of its own."""
        goal = np.zeros(len(self.cells))
        for number, cell in enumerate(cells):
            goal[self._place[cell]] = 1.0 if (number >> (turn // 2)) % 2 == turn % 2 else -1.0
        if len(cells) > 2:
            self._solve(goal)

    def _unproved(self, cell: int, width: float) -> bool:
        return bool(self._attack.most[cell] - self._attack.least[cell] < width - _NEAR)

    def _end(self, cell: int, sign: float) -> float:
        goal = np.zeros(len(self.cells))
        goal[self._place[cell]] = sign
        return sign * self._solve(goal)

    def _solve(self, goal: Vector) -> float:
        """The lowest value of goal × cells over all solutions in whole numbers; 0, as if narrowed, where that could not be found."""
        found = self._program.lowest(goal)
        if found is None:
            return 0.0
        solution = self._program.rounded(found)
        self._learn(solution)
        return float(goal @ solution)

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
