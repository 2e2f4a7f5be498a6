"""What is counted in one go: every indicator, and the satisfaction of each theme and of all together."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from reporting.counting.gather import Gathered, Held
from reporting.counting.matching import Matcher
from reporting.counting.queries import MEASURES
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import ALL_THEMES, theme_grade, theme_recommend
from reporting.model.municipality import fold
from reporting.model.period import Period
from reporting.model.registration import Column

NEEDED: dict[Unit, Column] = {
    Unit.UNIQUE_CLIENTS: Column.CLIENT,
    Unit.NEW_UNIQUE_CLIENTS: Column.CLIENT,
    Unit.HOURS: Column.HOURS,
    Unit.AMOUNT: Column.COUNT,
    Unit.GRADE: Column.GRADE,
    Unit.RECOMMEND: Column.RECOMMEND,
    Unit.CLOSED_TRAJECTORIES: Column.END,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """One line of figures. `kinds` are the kinds of rows that count, `files` the batches that hold rows of it (whatever the closing reason)."""

    code: str
    unit: Unit
    kinds: frozenset[int]
    files: frozenset[int]

    def covering(self, rows: Gathered, period: Period) -> tuple[Held, ...]:
        """The batches that would hold a row of this subject in the period, had there been one.

        Those in the layout (header) of a file that holds rows of it, with at least one row of the municipality in the period.
        """
        layouts = {rows.batches[i].batch.header_fingerprint for i in self.files}
        return tuple(h for h in rows.batches if h.batch.header_fingerprint in layouts and h.covers(period))


def subjects_of(indicators: Sequence[Indicator], rows: Gathered) -> tuple[Subject, ...]:
    """The indicators in report order, then grade and recommendation per theme and of all themes, over the distinct rows of their indicators."""
    wide = [belonging(indicator, rows) for indicator in indicators]
    found = [_subject(i.code, i.unit, _narrowed(i, kinds, rows), rows, kinds) for i, kinds in zip(indicators, wide, strict=True)]
    themes = [*dict.fromkeys(i.theme for i in indicators), ALL_THEMES]
    for theme in themes:
        union = frozenset[int]().union(*(kinds for i, kinds in zip(indicators, wide, strict=True) if theme in (ALL_THEMES, i.theme)))
        found.append(_subject(theme_grade(theme), Unit.GRADE, union, rows, union))
        found.append(_subject(theme_recommend(theme), Unit.RECOMMEND, union, rows, union))
    return tuple(found)


def subject_of(indicator: Indicator, rows: Gathered) -> Subject:
    """One indicator."""
    kinds = belonging(indicator, rows)
    return _subject(indicator.code, indicator.unit, _narrowed(indicator, kinds, rows), rows, kinds)


def link_table(subjects: Sequence[Subject], rows: Gathered) -> pa.Table:
    """Which kind of row counts in which subject: kind, subject (index), measure, batch (index)."""
    batch_of = [b for b, held in enumerate(rows.batches) for _ in held.kinds]
    links = [(kind, s, MEASURES[subject.unit].value, batch_of[kind]) for s, subject in enumerate(subjects) for kind in sorted(subject.kinds)]
    kinds, numbers, measures, batches = zip(*links, strict=True) if links else ((), (), (), ())
    columns = {"kind": kinds, "subject": numbers, "measure": measures, "batch": batches}
    return pa.table({name: pa.array(values, pa.int32()) for name, values in columns.items()})


def _subject(code: str, unit: Unit, kinds: frozenset[int], rows: Gathered, wide: frozenset[int]) -> Subject:
    files = {b for b, held in enumerate(rows.batches) if not wide.isdisjoint(range(held.first_kind, held.first_kind + len(held.kinds)))}
    return Subject(code, unit, kinds, frozenset(files))


def belonging(indicator: Indicator, rows: Gathered) -> frozenset[int]:
    """The kinds of rows of this municipality that belong to an indicator, by activity or by name."""
    matcher = Matcher.of(indicator)
    known: dict[tuple[str, str], bool] = {}
    found: list[int] = []
    for held in rows.batches:
        for number, (kind, ours) in enumerate(zip(held.kinds, held.ours, strict=True), held.first_kind):
            texts = (kind.activity, kind.indicator)
            if texts not in known:
                known[texts] = matcher.takes(*texts)
            if ours and known[texts]:
                found.append(number)
    return frozenset(found)


def _narrowed(indicator: Indicator, kinds: frozenset[int], rows: Gathered) -> frozenset[int]:
    """Only the kinds with the closing reason an indicator of closed trajectories asks for."""
    reason = fold(indicator.closing_reason)
    if indicator.unit is not Unit.CLOSED_TRAJECTORIES or not reason:
        return kinds
    every = [kind for held in rows.batches for kind in held.kinds]
    return frozenset(n for n in kinds if every[n].closing == reason)
