"""A second way to count, written to be read beside the rules of DOMAIN: plain loops over plain rows, no DuckDB, no frames.

It is slow and shares no code with reporting.counting but the nouns of the model and `fold`. Tests compare the two.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import fsum
from typing import Any

import pytest

from reporting.model import municipality as names
from reporting.model.agreement import Indicator, Unit
from reporting.model.count import Figure, WhyNot
from reporting.model.figure import ALL_THEMES, UNKNOWN_CLASS, Breakdown, Dimension, FigureKey, theme_grade, theme_recommend
from reporting.model.municipality import Municipality
from reporting.model.period import Period, Quarter, report_periods
from reporting.model.registration import Grain
from reporting.model.rules import CountingRules

PROMOTERS, PASSIVES, CRITICS = ("9", "10", "ja"), ("7", "8"), ("0", "1", "2", "3", "4", "5", "6", "nee")
fold, municipality_key = cache(names.fold), cache(names.municipality_key)  # the same few words a million times
NOT_BROKEN_DOWN = (Unit.SESSIONS, Unit.GRADE, Unit.RECOMMEND)


@dataclass(frozen=True)
class NaiveFile:
    """A file as rows: column name → value, blank cells left out or None."""

    id: str
    sequence: int
    grain: Grain
    municipality: str
    layout: str
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class NaiveRow:
    """One row of the municipality, with where it stands."""

    file: NaiveFile
    place: int
    cells: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.cells.get(column)

    @property
    def day(self) -> date | None:
        """A trajectory's day is its start."""
        first, second = ("start", "date") if self.file.grain is Grain.TRAJECTORY else ("date", "start")
        found: date | None = self[first] or self[second]
        return found

    def text(self, column: str) -> str:
        """A folded cell."""
        return fold(self[column] or "")


def recount(
    files: Iterable[NaiveFile], indicators: Sequence[Indicator], municipality: Municipality, quarter: Quarter, rules: CountingRules
) -> dict[FigureKey, Figure]:
    """The same figures as `count(...).figures`."""
    rows = [NaiveRow(f, n, r) for f in sorted(files, key=lambda f: f.sequence) for n, r in enumerate(f.rows) if _is_of(f, r, municipality)]
    subjects = [(i.code, i.unit, _rows_of(rows, [i]), _reason(i)) for i in indicators]
    for theme in [*dict.fromkeys(i.theme for i in indicators), ALL_THEMES]:
        own = _rows_of(rows, [i for i in indicators if theme in (ALL_THEMES, i.theme)])
        subjects += [(theme_grade(theme), Unit.GRADE, own, ""), (theme_recommend(theme), Unit.RECOMMEND, own, "")]
    spelling = _spellings(rows)
    figures: dict[FigureKey, Figure] = {}
    for code, unit, own, reason in subjects:
        labels = {Dimension.DISTRICT: lambda r: spelling.get(r.text("district"), UNKNOWN_CLASS), Dimension.AGE: lambda r: _age_class(r, rules)}
        totals = [_total(code, unit, p, own, reason, rows) for p in report_periods(quarter)]
        figures.update((f.key, f) for f in totals)
        if unit in NOT_BROKEN_DOWN:
            continue
        for dimension, label in labels.items():
            cells = {f.key.period: _cells(unit, f.key.period, own, reason, label) for f in totals if f.value is not None}
            occurring = {name for found in cells.values() for name in found}
            for period, found in cells.items():
                for name in occurring:
                    key = FigureKey(code, period, Breakdown(dimension, name))
                    mine = found.get(name, [])
                    people = {r["client"] for r in mine if r["client"] is not None}
                    value = len(people) if unit.counts_people else _sum(unit, mine)
                    figures[key] = Figure(key, unit, value, clients=len(people) if people or not mine else None, rows=len(mine))
    return figures


def same(ours: Mapping[FigureKey, Figure], theirs: Mapping[FigureKey, Figure]) -> None:
    """Equal but for the last bits of sums of broken numbers."""
    assert {str(k) for k in ours} == {str(k) for k in theirs}
    for key, figure in ours.items():
        other = theirs[key]
        assert figure.value == pytest.approx(other.value, abs=1e-6), str(key)
        assert figure._replace(value=None) == other._replace(value=None), str(key)


def _is_of(file: NaiveFile, row: Mapping[str, Any], municipality: Municipality) -> bool:
    written = (row.get("municipality") or "").strip() or file.municipality
    return municipality_key(written) in (municipality_key(municipality.key), municipality_key(municipality.name))


def _rows_of(rows: Sequence[NaiveRow], indicators: Sequence[Indicator]) -> list[NaiveRow]:
    """Each row once, however many of the indicators it belongs to."""
    return [row for row in rows if any(_belongs(row, i) for i in indicators)]


def _belongs(row: NaiveRow, indicator: Indicator) -> bool:
    if row.text("indicator") and row.text("indicator") in (fold(indicator.code), fold(indicator.name)):
        return True
    activity = row.text("activity")
    for pattern in indicator.activities:
        if not pattern.endswith("*"):
            if activity and activity == fold(pattern):
                return True
            continue
        start = fold(pattern[:-1])
        whole_word = bool(start) and not pattern[:-1][-1].isalnum()
        if activity and (activity == start or activity.startswith(start + " " * whole_word)):
            return True
    return False


def _reason(indicator: Indicator) -> str:
    return fold(indicator.closing_reason) if indicator.unit is Unit.CLOSED_TRAJECTORIES else ""


def _counted(unit: Unit, period: Period, own: Sequence[NaiveRow], reason: str) -> list[NaiveRow]:
    """The rows a figure is made of."""
    found = []
    for row in own:
        day = row["end"] if unit is Unit.CLOSED_TRAJECTORIES else row.day
        if day is None or not period.first <= day <= period.last:
            continue
        if reason and row.text("closing") != reason:
            continue
        if _says(unit, row) is not None:
            found.append(row)
    if unit is Unit.NEW_UNIQUE_CLIENTS:
        first: dict[str, date] = {}
        for row in own:
            if row["client"] is not None and row.day is not None:
                first[row["client"]] = min(row.day, first.get(row["client"], row.day))
        found = [row for row in found if period.first <= first[row["client"]] <= period.last]
    return found


def _says(unit: Unit, row: NaiveRow) -> Any:
    """What a row adds to a figure; None when it says nothing."""
    if unit.counts_people:
        return row["client"]
    if unit is Unit.ATTENDANCES:
        if row["client"] is not None:
            return 1
        return row["count"] if row["count"] is not None or row.file.grain is Grain.COUNT else 1
    column = {Unit.HOURS: "hours", Unit.AMOUNT: "count", Unit.GRADE: "grade", Unit.RECOMMEND: "recommend"}.get(unit)
    return 1 if column is None else row[column]


def _sum(unit: Unit, rows: Sequence[NaiveRow]) -> float | int:
    said = [_says(unit, row) for row in rows]
    return fsum(said) if unit is Unit.HOURS else sum(said)


def _total(code: str, unit: Unit, period: Period, own: Sequence[NaiveRow], reason: str, rows: Sequence[NaiveRow]) -> Figure:
    key = FigureKey(code, period)
    counted = _counted(unit, period, own, reason)
    asked = _asked(period, own, unit) if unit.is_ratio else None
    if not counted:
        why = _why(unit, period, own, rows)
        return Figure(key, unit, None if why else 0, why, clients=None if why else 0, asked=asked, answered=0 if why is WhyNot.NO_ANSWERS else None)
    people = {r["client"] for r in counted if r["client"] is not None}
    parts = None
    value: float | int
    if unit.counts_people:
        value = len(people)
    elif unit is Unit.SESSIONS:
        value = len({(r.text("activity"), r.text("group"), r.day) for r in counted})
    elif unit is Unit.GRADE:
        value = fsum(r["grade"] for r in counted) / len(counted)
    elif unit is Unit.RECOMMEND:
        answers = [sum(r["recommend"] in group for r in counted) for group in (CRITICS, PASSIVES, PROMOTERS)]
        parts = (answers[0], answers[1], answers[2])
        value = 100 * answers[2] / len(counted)
    else:
        value = _sum(unit, counted)
    return Figure(
        key,
        unit,
        value,
        clients=len(people) if people else None,
        rows=len(counted),
        asked=asked,
        answered=len(counted) if unit.is_ratio else None,
        parts=parts,
        batches=tuple(f.id for f in sorted({r.file.id: r.file for r in counted}.values(), key=lambda f: f.sequence)),
    )


def _asked(period: Period, own: Sequence[NaiveRow], unit: Unit) -> int | None:
    """The sum of the column, where every file with answers in the period has told something in it."""
    inside = [r for r in own if r.day is not None and period.first <= r.day <= period.last]
    files = {file: [r for r in inside if r.file.id == file] for file in {r.file.id for r in inside}}
    told: list[int] = []
    for found in files.values():
        asked = [r["asked"] for r in found if r["asked"] is not None]
        if not asked and any(_says(unit, r) is not None for r in found):
            return None
        told += asked
    return sum(told) if told else None


def _why(unit: Unit, period: Period, own: Sequence[NaiveRow], rows: Sequence[NaiveRow]) -> WhyNot | None:
    """Unknown, unless files in the same layout show that registering went on and nothing happened: then None, a real 0."""
    layouts = {r.file.layout for r in own}
    alive = {r.file.id: r.file for r in rows if r.file.layout in layouts and any(d and period.first <= d <= period.last for d in (r.day, r["end"]))}
    if not alive:
        return WhyNot.NO_BATCHES
    column = {
        Unit.UNIQUE_CLIENTS: "client",
        Unit.NEW_UNIQUE_CLIENTS: "client",
        Unit.HOURS: "hours",
        Unit.AMOUNT: "count",
        Unit.GRADE: "grade",
        Unit.RECOMMEND: "recommend",
        Unit.CLOSED_TRAJECTORIES: "end",
    }.get(unit)
    if column and not any(r.get(column) is not None for f in alive.values() for r in f.rows):
        return WhyNot.NO_CLIENT_COLUMN if column == "client" else WhyNot.NO_COLUMN
    if unit.is_ratio:
        return WhyNot.NO_ANSWERS
    there = [r for r in own if r.day is not None and period.first <= r.day <= period.last]
    if unit.counts_people:
        return WhyNot.NO_CLIENT_COLUMN if there and all(r["client"] is None for r in there) else None
    return WhyNot.NO_VALUES if unit in (Unit.HOURS, Unit.AMOUNT, Unit.ATTENDANCES) and there else None


def _cells(unit: Unit, period: Period, own: Sequence[NaiveRow], reason: str, label: Callable[[NaiveRow], str]) -> dict[str, list[NaiveRow]]:
    """The counted rows by label; a client's rows all go where its last row of the period is."""
    counted = _counted(unit, period, own, reason)
    last: dict[str, NaiveRow] = {}
    for row in counted:
        client = row["client"]
        if client is not None and row.day is not None:
            before = last.get(client)
            if before is None or (before.day, before.file.sequence, before.place) < (row.day, row.file.sequence, row.place):
                last[client] = row
    cells: dict[str, list[NaiveRow]] = {}
    for row in counted:
        cells.setdefault(label(last[row["client"]] if unit.counts_people else row), []).append(row)
    return cells


def _spellings(rows: Sequence[NaiveRow]) -> dict[str, str]:
    """Folded district → its most used spelling, the first of the alphabet when equally used."""
    used: dict[str, dict[str, int]] = {}
    for row in rows:
        if row.text("district") not in ("", "onbekend"):
            spellings = used.setdefault(row.text("district"), {})
            spellings[row["district"]] = spellings.get(row["district"], 0) + 1
    return {folded: " ".join(sorted(s, key=lambda t: (-s[t], t))[0].split()) for folded, s in used.items()}


def _age_class(row: NaiveRow, rules: CountingRules) -> str:
    edges = [(low, high) for low, high in zip(rules.age_bounds, (*rules.age_bounds[1:], 1000), strict=True)]
    low = high = None
    if row["age"] is not None:
        low, high = row["age"], row["age"] + 1
    elif row["age_class"] and row["age_class"].endswith("+"):
        low, high = int(row["age_class"][:-1]), 1000
    elif row["age_class"]:
        low, high = (int(n) for n in row["age_class"].split("-"))
    if low is None or high is None:
        return UNKNOWN_CLASS
    fitting = [label for (a, b), label in zip(edges, rules.age_classes, strict=True) if a <= low < high <= b]
    return fitting[0] if fitting else UNKNOWN_CLASS
