"""An attacker of our own who knows nothing of the protector: reads the object for readers, solves with whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

Told = Mapping[str, Any]
_MOST = 1e5


class Attacker:
    """Cells and relations of `reader_object`, as one whole-number program."""

    def __init__(self, told: Told) -> None:
        counts = [cell for cell in told["cells"] if "stat_of" not in cell]
        self.place = {cell["id"]: i for i, cell in enumerate(counts)}
        self.hidden = [cell["id"] for cell in counts if cell.get("hidden")]
        self._whole = np.array([float(cell.get("value", 0)).is_integer() for cell in counts], dtype=np.int8)  # hours come in tenths
        low, high = zip(*(_ends(cell) for cell in counts), strict=True)
        self._bounds = Bounds(np.array(low), np.array(high))
        rows = [row for relation in told["relations"] for row in self._rows(relation)]
        entries = [(number, self.place[name], weight) for number, (terms, _, _) in enumerate(rows) for name, weight in terms.items()]
        at, where, weights = zip(*entries, strict=True)
        matrix = coo_array((weights, (at, where)), shape=(len(rows), len(self.place))).tocsr()
        self._rules = LinearConstraint(matrix, [r[1] for r in rows], [r[2] for r in rows])
        self._seen: list[npt.NDArray[np.float64]] = []

    def ends(self, name: str) -> tuple[int, int]:
        """The lowest and highest whole number a cell can be."""
        low, high = (round(self._solve({name: sign})[self.place[name]]) for sign in (1.0, -1.0))
        return low, high

    def fits(self, values: Mapping[str, float]) -> bool:
        """Whether these values of hidden cells agree with all that is printed."""
        low, high = self._bounds.lb.copy(), self._bounds.ub.copy()
        for name, value in values.items():
            low[self.place[name]] = high[self.place[name]] = value
        if bool(np.any(low < self._bounds.lb) or np.any(high > self._bounds.ub)):
            return False
        answer = milp(np.zeros(len(low)), integrality=self._whole, bounds=Bounds(low, high), constraints=self._rules)
        return answer.x is not None

    def too_narrow(self, names: Iterable[str], width: int = 3) -> list[str]:
        """The cells that keep fewer than width + 1 possible whole numbers."""
        names = list(names)
        for turn in range(8):  # many at once first: what moves far enough is not narrow
            self._solve({n: 1.0 if (i >> turn // 2) % 2 == turn % 2 else -1.0 for i, n in enumerate(names) if not self._shown(n, width)})
        return [n for n in names if not self._shown(n, width) and (ends := self.ends(n))[1] - ends[0] < width]

    def _solve(self, wishes: Mapping[str, float]) -> npt.NDArray[np.float64]:
        goal = np.zeros(len(self.place))
        for name, sign in wishes.items():
            goal[self.place[name]] = sign
        answer = milp(goal, integrality=self._whole, bounds=self._bounds, constraints=self._rules)
        assert answer.x is not None, "what is printed contradicts itself"
        self._seen.append(np.round(answer.x))
        return self._seen[-1]

    def _shown(self, name: str, width: int) -> bool:
        """Whether solutions found so far already leave a cell wide enough."""
        values = [solution[self.place[name]] for solution in self._seen]
        return bool(values) and max(values) - min(values) >= width

    def _rows(self, relation: Told) -> Sequence[tuple[dict[str, float], float, float]]:
        if "total" in relation:
            return [({relation["total"]: 1.0, **dict.fromkeys(relation["parts"], -1.0)}, 0.0, 0.0)]
        if "num" in relation:
            near, far = ((relation["ratio"] + s * relation["half"]) / relation["scale"] for s in (-1, 1))
            return [({relation["num"]: 1.0, relation["den"]: -near}, 0.0, np.inf), ({relation["num"]: 1.0, relation["den"]: -far}, -np.inf, 0.0)]
        low = -np.inf if relation["sense"] == "<=" else relation["rhs"]
        high = np.inf if relation["sense"] == ">=" else relation["rhs"]
        return [(dict(relation["terms"]), low, high)]


def _ends(cell: Told) -> tuple[float, float]:
    if "value" in cell:
        return float(cell["value"]), float(cell["value"])
    if "rounded" in cell:
        return max(0.0, cell["rounded"] - cell["base"] + 1), cell["rounded"] + cell["base"] - 1
    return float(cell.get("lo", 0)), float(cell.get("hi", _MOST))
