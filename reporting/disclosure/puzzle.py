"""What readers can put side by side of one subject: the cells of all reports as unknowns, and what they know of how cells hang together.

A cell of a period keeps its unknown over the reports as long as nothing printed contradicts it. A correction of a period starts a new
state of that period, with unknowns of its own; what hangs together is written down for states that were true at the same moment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reporting.disclosure.attack import Row
from reporting.model.agreement import Unit
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import Period, PeriodKind, Quarter

Range = tuple[float, float]
ANYTHING: Range = (0.0, float("inf"))
_HIDDEN = 0.5  # a printed number of hours leaves a tenth open
Place = tuple[FigureKey, int]  # a cell and the state of its period; -1 - n: printed nowhere, after n corrections in its year


@dataclass(slots=True)
class State:
    """A period's cells as they were until a correction."""

    cells: dict[FigureKey, int]
    dimensions: set[Dimension]
    last: int  # report that printed it last
    files: str = ""  # which imports were behind it, where that is known


@dataclass(slots=True)
class Puzzle:
    """Unknowns by number, and rows over them. `before` is what was known of the last report's cells without that report."""

    unit: Unit
    places: list[Place] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    rows: dict[Row, str] = field(default_factory=dict)  # with the rule each row comes from: parts, time, guess
    now: dict[FigureKey, int] = field(default_factory=dict)  # cells of the last report
    before: dict[FigureKey, Range] = field(default_factory=dict)
    seen: dict[Place, int] = field(default_factory=dict)
    printed: list[tuple[int, FigureKey, int]] = field(default_factory=list)  # number of the report, cell, unknown

    def unknown(self, place: Place, known: Range = ANYTHING) -> int:
        """The number of a cell's unknown, made when it is new."""
        if place not in self.seen:
            self.seen[place] = len(self.places)
            self.places.append(place)
            self.ranges.append(known)
        return self.seen[place]

    def add(self, rule: str, terms: Mapping[int, float], low: float = 0.0, high: float = 0.0) -> None:
        """Write down that low ≤ Σ terms ≤ high."""
        cells = tuple(sorted(terms))
        self.rows.setdefault(Row(cells, tuple(terms[i] for i in cells), low, high), rule)


class Builder:
    """Reads the reports in order. `truth` (the protector's, for cells of the last report) adds what a reader might guess and be right.

    With `files` (per report, which imports were behind each period) a period is not as it was when they are others. Without them a
    period stays what it was until a printed number shows otherwise: readers suppose more then.
    """

    def __init__(
        self,
        unit: Unit,
        reports: Sequence[Mapping[FigureKey, Range]],
        truth: Mapping[FigureKey, float] | None = None,
        files: Sequence[Mapping[Period, str]] = (),
    ) -> None:
        self.puzzle = Puzzle(unit)
        self._files = files
        self._states: dict[Period, list[State]] = {}
        self._corrected: list[tuple[int, Period]] = []
        for number, report in enumerate(reports):
            last = number == len(reports) - 1
            periods = {p: {k: v for k, v in report.items() if k.period == p} for p in sorted({key.period for key in report})}
            changed = self._changed(number, periods)
            for period, cells in periods.items():
                self._take(number, period, cells, changed=period in changed, last=last)
            for period, cells in periods.items():
                self._parts(period, list(cells))
            for year in sorted({key.period.quarter.year for key in report}):
                self._time(number, year, truth if last else None)

    def _changed(self, number: int, periods: Mapping[Period, Mapping[FigureKey, Range]]) -> set[Period]:
        """The periods that are not as they were: those with other numbers than before, and what a changed quarter or year to date changes unseen."""
        clash = {p for p, cells in periods.items() if self._clashes(p, cells) or self._other_files(number, p)}
        self._corrected += [(number, p) for p in sorted(clash)]
        found = set(clash)
        for one in clash:
            others = [p for p in periods if p not in clash and overlap(p, one)]
            if one.kind is PeriodKind.QUARTER:
                found |= {p for p in others if p.kind is PeriodKind.TO_DATE}
            elif not any(p.kind is PeriodKind.QUARTER and overlap(p, one) for p in clash):  # no printed quarter explains it
                found |= {p for p in others if any(high - low > _HIDDEN for low, high in periods[p].values())}
        return found

    def _clashes(self, period: Period, cells: Mapping[FigureKey, Range]) -> bool:
        """Whether a number of a period contradicts what was printed of it before."""
        states = self._states.get(period, [])
        return bool(states) and any(k in states[-1].cells and not _meet(self.puzzle.ranges[states[-1].cells[k]], known) for k, known in cells.items())

    def _other_files(self, number: int, period: Period) -> bool:
        """Whether it is known that a period was counted from other imports than before."""
        states, now = self._states.get(period, []), self._files[number].get(period, "") if self._files else ""
        return bool(states) and states[-1].files not in ("", now) and now != ""

    def _take(self, number: int, period: Period, cells: Mapping[FigureKey, Range], *, changed: bool, last: bool) -> None:
        states = self._states.setdefault(period, [])
        ranges = self.puzzle.ranges
        earlier = {k: ranges[s.cells[k]] for s in states for k in cells if k in s.cells}
        if changed or not states:
            states.append(State({}, set(), number))
        state = states[-1]
        state.last = number
        state.files = self._files[number].get(period, "") if self._files else ""
        for key, known in cells.items():
            old = ranges[state.cells[key]] if key in state.cells else ANYTHING
            if last:
                self.puzzle.before[key] = earlier[key] if changed and earlier.get(key) == known else old
            place = (key, len(states) - 1)
            index = state.cells[key] = self.puzzle.unknown(place, known)
            self.puzzle.printed.append((number, key, index))
            ranges[index] = max(old[0], known[0]), min(old[1], known[1])
            if key.breakdown is not None:
                state.dimensions.add(key.breakdown.dimension)
            if last:
                self.puzzle.now[key] = index

    def _parts(self, period: Period, keys: Sequence[FigureKey]) -> None:
        """Every client, and every registration of the other units, is in one class: classes add up to the total."""
        cells = self._states[period][-1].cells
        total = next((k for k in keys if k.breakdown is None), None)
        for dimension in Dimension:
            parts = [cells[k] for k in keys if k.breakdown is not None and k.breakdown.dimension is dimension]
            if total is not None and parts:
                self.puzzle.add("parts", {cells[total]: 1.0} | dict.fromkeys(parts, -1.0))

    def _time(self, number: int, year: int, truth: Mapping[FigureKey, float] | None) -> None:
        """Quarters and year to date, for totals and for each class, up to the last quarter printed to date."""
        to_date = [p for p in self._states if p.kind is PeriodKind.TO_DATE and p.quarter.year == year]
        if not to_date:
            return
        subject = next(iter(self._states[to_date[0]][-1].cells)).subject
        classes = {k.breakdown for p in to_date for k in self._states[p][-1].cells}
        last = max(p.quarter.number for p in to_date)
        for kind in sorted(classes, key=lambda b: (b is not None, b or Breakdown(Dimension.AGE, ""))):
            for n in range(1, last + 1):
                sums, quarters = (FigureKey(subject, Period(Quarter(year, n), k), kind) for k in (PeriodKind.TO_DATE, PeriodKind.QUARTER))
                earlier = None if n == 1 else FigureKey(subject, Period(Quarter(year, n - 1), PeriodKind.TO_DATE), kind)
                self._step(number, sums, quarters, earlier)
        if not self.puzzle.unit.counts_people:
            for n in range(1, last + 1):
                for period in (Period(Quarter(year, n)), Period(Quarter(year, n), PeriodKind.TO_DATE)):
                    self._unprinted_parts(number, FigureKey(subject, period), [b for b in classes if b is not None])
        for kind in classes:
            if truth is not None:
                self._guesses(number, FigureKey(subject, Period(Quarter(year, last), PeriodKind.TO_DATE), kind), truth)

    def _unprinted_parts(self, number: int, total: FigureKey, classes: Sequence[Breakdown]) -> None:
        """What was printed to date only hangs together per quarter as well."""
        for dimension in Dimension:
            indices = [self._index(number, FigureKey(total.subject, total.period, b)) for b in sorted(classes) if b.dimension is dimension]
            if indices:
                self.puzzle.add("parts", _terms((self._index(number, total), 1), *((i, -1) for i in indices)))

    def _step(self, number: int, sums: FigureKey, quarter: FigureKey, earlier: FigureKey | None) -> None:
        """One quarter more: additive units add it; of people some came before. A client may move to another class meanwhile."""
        now, added = self._index(number, sums), self._index(number, quarter)
        before = None if earlier is None else self._index(number, earlier)
        add, unit, whole = self.puzzle.add, self.puzzle.unit, sums.breakdown is None
        if earlier is None:
            add("time", _terms((now, 1), (added, -1)))
        elif unit.adds_up and (whole or not unit.counts_people):
            add("time", _terms((now, 1), (added, -1), (before, -1)))
        elif not unit.adds_up:
            add("time", _terms((now, 1), (added, -1)), 0, float("inf"))
            add("time", _terms((now, 1), (added, -1), (before, -1)), float("-inf"), 0)
            if whole:
                add("time", _terms((now, 1), (before, -1)), 0, float("inf"))

    def _guesses(self, number: int, sums: FigureKey, truth: Mapping[FigureKey, float]) -> None:
        """Most people stay in their class: a reader may reckon with it, and where it is true of these figures so do we."""
        quarters = [FigureKey(sums.subject, Period(Quarter(sums.period.quarter.year, n)), sums.breakdown) for n in range(1, sums.period.quarter.number + 1)]
        if sums.breakdown is None or not self.puzzle.unit.counts_people or any(k not in truth for k in (sums, *quarters)):
            return
        now = self._index(number, sums)
        if self.puzzle.unit.adds_up:
            if truth[sums] == sum(truth[k] for k in quarters):
                self.puzzle.add("guess", _terms((now, 1), *((self._index(number, k), -1) for k in quarters)))
            return
        before = [FigureKey(sums.subject, Period(k.period.quarter, PeriodKind.TO_DATE), sums.breakdown) for k in quarters[:-1]]
        for key in (*quarters, *before):
            index = self._index(number, key)
            if now is not None and index is not None and truth[sums] >= truth.get(key, self.puzzle.ranges[index][0]):
                self.puzzle.add("guess", {now: 1.0, index: -1.0}, 0, float("inf"))

    def _index(self, number: int, key: FigureKey) -> int | None:
        """The unknown of a cell as it stood when this report came out; None for a class that was not there (nobody in it)."""
        states = self._states.get(key.period, [])
        corrections = [(n, p) for n, p in self._corrected if p.quarter.year == key.period.quarter.year]
        if states and not any(n > states[-1].last and overlap(p, key.period) for n, p in corrections):
            if key in states[-1].cells:
                return states[-1].cells[key]
            if key.breakdown is not None and key.breakdown.dimension in states[-1].dimensions:
                return None
        return self.puzzle.unknown((key, -1 - len(corrections)))


def _terms(*pairs: tuple[int | None, float]) -> dict[int, float]:
    return {index: weight for index, weight in pairs if index is not None}


def _meet(one: Range, other: Range) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1]) + 1e-9


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    return one.first <= other.last and other.first <= one.last
