"""Which cells of one subject to hide: small ones, what was hidden before, and partners until the attacker knows too little.

While a hidden cell can be narrowed too far, one of the printed cells that hold it (the attacker's own levers) is hidden as well: a class
before a year to date, a quarter's total last of all; enough at once and without holding something else before small. The same
figures give the same pattern.
"""

from collections.abc import Collection, Mapping, Sequence

from reporting.disclosure.editions import fewer_than, known_range
from reporting.disclosure.puzzle import ANYTHING, Builder, Puzzle, Range
from reporting.disclosure.readers import Readers
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark

Values = Mapping[FigureKey, float]


def hide(
    unit: Unit,
    reports: Sequence[Mapping[FigureKey, Range]],
    values: Values,
    others: Values,
    marks: Mapping[FigureKey, Mark],
    rules: DisclosureRules,
    fixed: Collection[FigureKey] = (),
    files: Sequence[Mapping[Period, str]] = (),
) -> dict[FigureKey, Mark]:
    """The marks of a subject's new cells: those given, and the partners they need.

    `others` are figures known here but not printed now; `fixed` cells are printed or marked already and stay as they are.
    `files`, for all reports and this one, part what was corrected unseen where without them what is printed contradicts itself.
    """
    every = [*reports, {key: _seen(marks[key], unit, rules) if key in marks else known_range(value, unit) for key, value in values.items()}]
    hiding = _Hiding(Builder(unit, every, {**others, **values}).puzzle, values, marks, rules, frozenset(fixed))
    found = hiding.run()
    if not hiding.puzzled or not files:
        return found
    return _Hiding(Builder(unit, every, {**others, **values}, files).puzzle, values, marks, rules, frozenset(fixed)).run()


def _seen(mark: Mark, unit: Unit, rules: DisclosureRules) -> Range:
    """What readers see of a cell that is hidden for its own sake: they cannot tell that it was corrected either."""
    return fewer_than(rules.threshold, unit) if mark is Mark.FEWER else ANYTHING


class _Hiding:
    def __init__(self, puzzle: Puzzle, values: Values, marks: Mapping[FigureKey, Mark], rules: DisclosureRules, fixed: frozenset[FigureKey]) -> None:
        self._puzzle, self._values, self._rules, self._fixed = puzzle, values, rules, fixed
        self._marks, self._given = dict(marks), frozenset(marks)
        self._key = {index: key for key, index in puzzle.now.items()}
        self._equal: dict[int, list[tuple[int, ...]]] = {}
        for row in puzzle.rows:
            if row.low == row.high:
                for i in row.cells:
                    self._equal.setdefault(i, []).append(row.cells)
        self._attack = self._readers(self._marks)

    def run(self) -> dict[FigureKey, Mark]:
        """Hide partners until nothing is narrowed, or nothing is left that may be hidden; then show again what was not needed after all."""
        if self._safe() and not self._fixed:  # on screen a superfluous one is no loss
            self._show_again()
        return self._marks

    @property
    def puzzled(self) -> bool:
        """Whether what is printed contradicted itself."""
        return self._attack.puzzled

    def _safe(self) -> bool:
        """Hides partners. False where nothing is left to hide and still something is narrowed."""
        while True:
            found = self._attack.narrowed(self._rules)
            if not found:
                return True
            done: set[int] = set()
            for cell in sorted(found, key=lambda i: str(self._puzzle.places[i])):
                levers = self._attack.levers(cell)
                if done.isdisjoint(levers):
                    done |= self._partner(levers, self._rules.width - (found[cell][1] - found[cell][0]))
            if not done and not self._last_resort(found):
                return False

    def _show_again(self) -> None:
        """A partner of the first steps may be superfluous after the last: one by one, the largest first."""
        partners = [k for k in self._marks if k not in self._given]
        if len(partners) < 2:  # one alone was needed, or it would not be there
            return
        for key in sorted(partners, key=lambda k: (-self._rank(k), -self._values[k], str(k))):
            fewer = {k: m for k, m in self._marks.items() if k != key}
            if not self._readers(fewer).narrowed(self._rules):
                self._marks = fewer

    def _readers(self, marks: Mapping[FigureKey, Mark]) -> Readers:
        """The attack with these cells hidden."""
        readers = Readers(self._puzzle)
        for key in sorted(marks, key=str):
            self._take_away(readers, key, marks[key])
        return readers

    def _partner(self, levers: Mapping[int, Range], need: float) -> set[int]:
        costs = [(self._cost(i, ends, need), i) for i, ends in levers.items() if self._may_hide(i)]
        if not costs:
            return set()
        choice = min(costs)[1]
        self._hide(self._key[choice], Mark.HIDDEN)
        return {choice}

    def _may_hide(self, index: int) -> bool:
        """Only a cell of this report that no reader has seen yet."""
        key = self._key.get(index)
        return key is not None and key not in self._marks and key not in self._fixed and _open(self._puzzle.before[key])

    def _rank(self, key: FigureKey) -> int:
        """Classes go first, then years to date, then quarters."""
        return 0 if key.breakdown is not None else 1 if key.period.kind is PeriodKind.TO_DATE else 2

    def _cost(self, index: int, ends: tuple[float, float], need: float) -> tuple[int, bool, int, float, str]:
        key = self._key[index]
        value = self._values[key]
        gives = max((abs(e) * (value if falls else 1e6) for e, falls in ((ends[0], ends[0] < 0), (ends[1], ends[1] > 0)) if abs(e) > 1e-6), default=0.0)
        alone = sum(all(i == index or not self._attack.hidden(i) for i in cells) for cells in self._equal.get(index, ()))
        enough = gives >= need
        return self._rank(key), not enough, alone, value if enough else -value, str(key)

    def _last_resort(self, found: Mapping[int, Range]) -> bool:
        """Where no number is left to hide, "minder dan 5" becomes "niet getoond", then everything of the period goes."""
        fewer = sorted(
            (k for k, m in self._marks.items() if m is Mark.FEWER and k not in self._fixed and self._puzzle.before[k] == ANYTHING),
            key=lambda k: (k.period.kind is PeriodKind.QUARTER, str(k)),
        )
        if fewer:
            self._hide(fewer[0], Mark.HIDDEN)
            return True
        periods = {self._puzzle.places[i][0].period for i in found}
        rest = sorted(
            (i for i in self._key if self._may_hide(i) and self._key[i].period in periods),
            key=lambda i: (self._key[i].breakdown is None, -self._values[self._key[i]], str(self._key[i])),
        )
        if not rest:
            return False
        self._hide(self._key[rest[0]], Mark.HIDDEN)
        return True

    def _hide(self, key: FigureKey, mark: Mark) -> None:
        self._marks[key] = mark
        self._take_away(self._attack, key, mark)

    def _take_away(self, readers: Readers, key: FigureKey, mark: Mark) -> None:
        low, high = self._puzzle.before[key]
        if mark is Mark.FEWER:
            least, most = fewer_than(self._rules.threshold, self._puzzle.unit)
            low, high = max(low, least), min(high, most)
        if _open((low, high)):
            readers.hide(self._puzzle.now[key], low, high)


def _open(known: Range, least: float = 0.5) -> bool:
    return known[1] - known[0] > least
