"""The attack as the readers of one subject can make it; where what is printed contradicts itself, with less to go by."""

from reporting.disclosure.attack import Attack
from reporting.disclosure.program import Contradiction
from reporting.disclosure.puzzle import Puzzle, Range
from reporting.model.agreement import Unit
from reporting.model.rules import DisclosureRules

_DOUBTS = (frozenset[str](), frozenset({"guess"}), frozenset({"guess", "time"}), frozenset({"guess", "time", "parts"}))
_HIDDEN = 0.5  # a printed number of hours leaves a tenth open


class Readers:
    """An attack on a puzzle. After a contradiction (figures corrected without saying so) guesses go first, then what hangs together in time."""

    def __init__(self, puzzle: Puzzle) -> None:
        self._puzzle = puzzle
        self._doubt = 0
        self._attack = self._on([low for low, _ in puzzle.ranges], [high for _, high in puzzle.ranges])

    @property
    def puzzled(self) -> bool:
        """Whether what is printed contradicted itself."""
        return self._doubt > 0

    def hidden(self, cell: int) -> bool:
        """Whether no number of it is printed."""
        return bool(self._attack.upper[cell] - self._attack.lower[cell] > _HIDDEN)

    def hide(self, cell: int, low: float, high: float) -> None:
        """Take a printed number away from the readers."""
        self._attack.hide(cell, low, high)

    def levers(self, cell: int) -> dict[int, Range]:
        """See `Attack.levers`."""
        return self._attack.levers(cell)

    def narrowed(self, rules: DisclosureRules) -> dict[int, Range]:
        """The hidden cells, printed or computable, of which too few values are possible.

        Hours stand for fewer people than they are: hidden ones keep their width wherever they lie.
        """
        while True:
            try:
                return self._narrowed(rules)
            except Contradiction:
                self._doubt += 1
                self._attack = self._on(self._attack.lower.tolist(), self._attack.upper.tolist())

    def _narrowed(self, rules: DisclosureRules) -> dict[int, Range]:
        hours = self._puzzle.unit is Unit.HOURS
        hidden = [i for i in range(len(self._puzzle.places)) if self.hidden(i)]
        printed = [i for i in hidden if hours and self._puzzle.places[i][1] >= 0]
        few = 0.06 if hours else 1.0
        found = self._attack.narrowed([i for i in hidden if i not in set(printed)], rules.width, (few, rules.threshold - 1.0))
        if printed:
            found |= self._attack.narrowed(printed, rules.width, (few, float("inf")))
        return found

    def _on(self, lower: list[float], upper: list[float]) -> Attack:
        rows = [row for row, rule in self._puzzle.rows.items() if rule not in _DOUBTS[self._doubt]]
        return Attack(lower, upper, [self._puzzle.unit is not Unit.HOURS] * len(lower), rows)
