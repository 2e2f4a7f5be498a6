"""A linear program whose goal changes: HiGHS goes on from its last answer, which costs a fraction of beginning anew."""

import highspy
import numpy as np
import numpy.typing as npt
from highspy import Highs, HighsModelStatus, HighsVarType
from scipy.sparse import csr_array

Vector = npt.NDArray[np.float64]
_NODES = 2000  # of the search tree for one whole-number question
_NEAR = 1e-5
_BY_ROW, _LOWEST = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
_WHOLE, _ANY = int(HighsVarType.kInteger), int(HighsVarType.kContinuous)
_NOTHING_FITS = (HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible)


class Contradiction(Exception):
    """The rows cannot all be true."""


class Program:
    """Cells within `bounds` (lowest, highest; finite) under rows: low ≤ matrix × cells ≤ high. Cells marked `whole` are whole numbers."""

    def __init__(self, matrix: csr_array, sides: tuple[Vector, Vector], bounds: tuple[Vector, Vector], whole: npt.NDArray[np.bool_]) -> None:
        self._rows, self._size = matrix.shape
        self._whole = whole
        self._columns = np.arange(self._size, dtype=np.int32)
        self._solver = Highs()  # type: ignore[no-untyped-call]  # its one untyped method
        for name, value in (("output_flag", False), ("threads", 1), ("mip_max_nodes", _NODES)):
            self._solver.setOptionValue(name, value)
        start, index = matrix.indptr.astype(np.int32), matrix.indices.astype(np.int32)
        nothing, weights = np.zeros(self._size), matrix.data.astype(float)
        kinds = np.full(self._size, _ANY, dtype=np.int32)
        self._solver.passModel(self._size, self._rows, len(index), _BY_ROW, _LOWEST, 0.0, nothing, *bounds, *sides, start, index, weights, kinds)

    def lowest(self, goal: Vector) -> Vector | None:
        """The cells where goal × cells is lowest, in whole numbers; None where that could not be found. Raises Contradiction.

        A solution of the linear program in whole numbers is the answer; only where it holds a fraction the search tree is built.
        """
        found = self._possible(goal)
        if found is None or self._fits(found):
            return found
        self._kinds(np.where(self._whole, _WHOLE, _ANY))
        found = self._possible(goal)
        self._kinds(np.full(self._size, _ANY))
        return found if found is not None and self._fits(found) else None

    def pull(self, goal: Vector) -> Vector:
        """Per row by how much the lowest goal × cells moves when the row gives way by one; zeros where that could not be found."""
        if self._solved(goal) is None:
            return np.zeros(self._rows)
        return np.array(self._solver.getSolution().row_dual, dtype=float)

    def rounded(self, cells: Vector) -> Vector:
        """A solution without the noise of floating point."""
        return np.where(self._whole, np.round(cells), cells)

    def _fits(self, cells: Vector) -> bool:
        return bool(np.all(np.abs(cells - self.rounded(cells)) < _NEAR))

    def _kinds(self, kinds: npt.NDArray[np.int_]) -> None:
        self._solver.changeColsIntegrality(self._size, self._columns, kinds.astype(np.uint8))

    def _possible(self, goal: Vector) -> Vector | None:
        found = self._solved(goal)
        if self._solver.getModelStatus() in _NOTHING_FITS:
            raise Contradiction
        return found

    def _solved(self, goal: Vector) -> Vector | None:
        self._solver.changeColsCost(self._size, self._columns, goal)
        self._solver.run()
        return np.array(self._solver.getSolution().col_value, dtype=float) if self._solver.getModelStatus() == HighsModelStatus.kOptimal else None
