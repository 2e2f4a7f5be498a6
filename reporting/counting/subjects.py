"""What is counted in one go: every indicator, and the satisfaction of each theme and of all together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from reporting.counting.gather import Gathered, Held
from reporting.counting.join import Slot, Sort
from reporting.counting.matching import Matcher
from reporting.counting.queries import MEASURES
from reporting.counting.span import ALWAYS, EPOCH, Span
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import ALL_THEMES, theme_grade, theme_recommend
from reporting.model.municipality import fold
from reporting.model.period import Period, Quarter
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

_SORTS: dict[Unit, Sort] = {Unit.GRADE: Sort.ANSWER, Unit.RECOMMEND: Sort.ANSWER, Unit.CLOSED_TRAJECTORIES: Sort.CLOSING}


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


def span_of(indicators: Iterable[Indicator], periods: Sequence[Period]) -> Span:
    """The days that must be read to count the indicators over the periods: all days there are, where it matters when a client first came."""
    return ALWAYS if any(i.unit is Unit.NEW_UNIQUE_CLIENTS for i in indicators) else Span.of(*periods)


def subject_of(indicator: Indicator, rows: Gathered) -> Subject:
    """One indicator."""
    kinds = belonging(indicator, rows)
    return _subject(indicator.code, indicator.unit, _narrowed(indicator, kinds, rows), rows, kinds)


def link_table(subjects: Sequence[Subject], rows: Gathered, periods: Sequence[Period]) -> pa.Table:
    """Which events count in which subject and period: slot, subject (index), measure, batch (index), period (index), start (first day of the period)."""
    of_quarter, batch_of = _by_quarter(periods), rows.batch_of
    links: list[tuple[int, ...]] = []
    for number, slot, s in _matches(subjects, rows):
        if slot.sort is _SORTS.get(subjects[s].unit, Sort.ROW) and slot.quarter in of_quarter:
            links += [(number, s, MEASURES[subjects[s].unit], batch_of[slot.kind], p, start) for p, start in of_quarter[slot.quarter]]
    return _table(("slot", "subject", "measure", "batch", "period", "start"), links)


def row_table(subjects: Sequence[Subject], rows: Gathered) -> pa.Table:
    """The rows of each subject, whatever their day and whatever makes them count: slot, subject, measure, batch."""
    batch_of = rows.batch_of
    links = [(n, s, MEASURES[subjects[s].unit], batch_of[slot.kind]) for n, slot, s in _matches(subjects, rows) if slot.sort is Sort.ROW]
    return _table(("slot", "subject", "measure", "batch"), links)


def ever_table(subjects: Sequence[Subject], rows: Gathered) -> pa.Table:
    """The rows that tell when a client was first seen, for subjects of new clients: slot, subject."""
    links = [(n, s) for n, slot, s in _matches(subjects, rows) if slot.sort is Sort.ROW and subjects[s].unit is Unit.NEW_UNIQUE_CLIENTS]
    return _table(("slot", "subject"), links)


def _matches(subjects: Sequence[Subject], rows: Gathered) -> Iterator[tuple[int, Slot, int]]:
    """Every slot with each subject its kind counts in."""
    of_kind: dict[int, list[int]] = {}
    for s, subject in enumerate(subjects):
        for kind in subject.kinds:
            of_kind.setdefault(kind, []).append(s)
    for number, slot in enumerate(rows.slots):
        for s in of_kind.get(slot.kind, ()):
            yield number, slot, s


def _by_quarter(periods: Sequence[Period]) -> dict[Quarter | None, list[tuple[int, int]]]:
    """The periods (index, first day) a quarter lies in."""
    found: dict[Quarter | None, list[tuple[int, int]]] = {}
    for p, period in enumerate(periods):
        for quarter in period.quarters:
            found.setdefault(quarter, []).append((p, (period.first - EPOCH).days))
    return found


def _table(names: Sequence[str], links: Sequence[tuple[int, ...]]) -> pa.Table:
    columns = zip(*links, strict=True) if links else [()] * len(names)
    return pa.table({name: pa.array(values, pa.int32()) for name, values in zip(names, columns, strict=True)})


def _subject(code: str, unit: Unit, kinds: frozenset[int], rows: Gathered, wide: frozenset[int]) -> Subject:
    files = {b for b, held in enumerate(rows.batches) if not wide.isdisjoint(range(held.first_kind, held.first_kind + len(held.kinds)))}
    return Subject(code, unit, kinds, frozenset(files))


def belonging(indicator: Indicator, rows: Gathered) -> frozenset[int]:
    """The kinds of rows of this municipality that belong to an indicator, by activity or by name."""
    matcher = Matcher.of(indicator)
    return frozenset(n for texts, kinds in rows.own_kinds.items() if matcher.takes(*texts) for n in kinds)


def _narrowed(indicator: Indicator, kinds: frozenset[int], rows: Gathered) -> frozenset[int]:
    """Only the kinds with the closing reason an indicator of closed trajectories asks for."""
    reason = fold(indicator.closing_reason)
    if indicator.unit is not Unit.CLOSED_TRAJECTORIES or not reason:
        return kinds
    every = [kind for held in rows.batches for kind in held.kinds]
    return frozenset(n for n in kinds if every[n].closing == reason)
