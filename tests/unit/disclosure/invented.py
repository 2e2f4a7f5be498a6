"""Invented registrations, counted in memory into the tables that disclosure takes: series of reports with all that happens to them."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporting.model.agreement import Indicator, Target, TargetKind, Unit
from reporting.model.count import CountTable, Figure, Verdict
from reporting.model.figure import Breakdown, Dimension, FigureKey, Status
from reporting.model.municipality import Municipality
from reporting.model.period import Period, PeriodKind, Quarter, report_periods

TOWN = Municipality("GM9999", "Lindemeer")
AGES = ("0-12", "12-18", "18-27", "27-45", "45-65", "65-75", "75+")
UNITS = (Unit.ATTENDANCES, Unit.UNIQUE_CLIENTS, Unit.NEW_UNIQUE_CLIENTS, Unit.HOURS)


@dataclass(frozen=True, slots=True)
class Row:
    """One registration."""

    quarter: Quarter
    client: int
    district: str
    age: str
    hours: float
    file: str = ""  # another one where the quarter's file was corrected


Rows = dict[str, list[Row]]  # by indicator code


def indicator(code: str, unit: Unit, target: int = 60, year: int = 2026) -> Indicator:
    """An indicator with a number target."""
    return Indicator(TOWN, year, "Meedoen", code, f"Afspraak {code}", unit, (code,), Target(TargetKind.NUMBER, str(target), Decimal(target)))


def registrations(rng: random.Random, codes: Sequence[str], districts: Sequence[str], quarters: Sequence[Quarter], most: int = 60) -> Rows:
    """Rows with many small classes: district sizes fall off, some people come back in later quarters, a few move."""
    found: Rows = {}
    for code in codes:
        weights = [1 / (1 + i) ** rng.uniform(0.4, 1.4) for i in range(len(districts))]
        home: dict[int, tuple[str, str]] = {}
        rows = []
        for quarter in quarters:
            for _ in range(rng.choice((0, 1, 3, rng.randint(1, most), rng.randint(1, most), most))):
                client = rng.choice(list(home)) if home and rng.random() < 0.4 else len(home)
                if client not in home or rng.random() < 0.03:
                    home[client] = rng.choices(districts, weights)[0], rng.choice(AGES)
                rows.append(Row(quarter, client, *home[client], round(rng.uniform(0.5, 3), 1)))
        found[code] = rows
    return found


def count_rows(rows: Rows, indicators: Sequence[Indicator], quarter: Quarter, gone: frozenset[str] = frozenset()) -> CountTable:
    """The raw figures of a quarter's report. `gone` are districts that no longer occur in any file."""
    districts = tuple(sorted({r.district for own in rows.values() for r in own} - gone))
    figures: dict[FigureKey, Figure] = {}
    verdicts = {}
    for one in indicators:
        first: dict[int, Quarter] = {}
        for row in rows[one.code]:
            first.setdefault(row.client, row.quarter)
        for period in report_periods(quarter):
            quarters = frozenset(period.quarters)
            inside = [r for r in rows[one.code] if r.quarter in quarters]
            if one.unit is Unit.NEW_UNIQUE_CLIENTS:
                inside = [r for r in inside if period.first <= first[r.client].first]
            for breakdown, own in _classes(one.unit, inside, districts):
                figure = _figure(one.unit, FigureKey(one.code, period, breakdown), own)
                figures[figure.key] = figure
        value = float(figures[FigureKey(one.code, Period(quarter, PeriodKind.TO_DATE))].value or 0)
        asks = float(one.target.amount or 0) * quarter.number / 4
        verdicts[one.code] = Verdict(100 * value / float(one.target.amount or 1), asks, Status.ON_COURSE if value >= 0.95 * asks else Status.ATTENTION)
    return CountTable(TOWN, quarter, tuple(indicators), figures, verdicts, districts, AGES)


def _classes(unit: Unit, rows: Sequence[Row], districts: Sequence[str]) -> Iterator[tuple[Breakdown | None, list[Row]]]:
    if unit.counts_people:
        rows = list({r.client: r for r in rows}.values())
    yield None, list(rows)
    of_district: Callable[[Row], str] = lambda r: r.district  # noqa: E731
    of_age: Callable[[Row], str] = lambda r: r.age  # noqa: E731
    for dimension, labels, of in ((Dimension.DISTRICT, districts, of_district), (Dimension.AGE, AGES, of_age)):
        for label in labels:
            yield Breakdown(dimension, label), [r for r in rows if of(r) == label]


def _figure(unit: Unit, key: FigureKey, rows: Sequence[Row]) -> Figure:
    value = round(sum(r.hours for r in rows), 1) if unit is Unit.HOURS else len(rows)
    return Figure(key, unit, value, clients=len({r.client for r in rows}), rows=len(rows), batches=tuple(sorted({f"{r.quarter}{r.file}" for r in rows})))


def series(seed: int, *, districts: int = 8, indicators: int = 2, most: int = 60) -> tuple[CountTable, ...]:
    """Four reports and a new version: over a year change, with a correction of an earlier quarter and a district that vanishes."""
    rng = random.Random(seed)
    names = [f"Wijk {i:02}" for i in range(districts)]
    start = Quarter(2025, rng.randint(1, 4))
    quarters = [start.shift(n) for n in range(-4, 4)]
    codes = [f"A{i}" for i in range(indicators)]
    units = [rng.choice(UNITS) for _ in codes]
    rows = registrations(rng, codes, names, quarters, most)
    tables = []
    vanishes, corrected = rng.randint(1, 3), rng.randint(1, 3)
    for n in range(4):
        quarter = start.shift(n)
        if n == vanishes:  # what was called by its name is called by a neighbour's from here on
            rows = {
                c: [r if r.district != names[-1] or r.quarter < quarter else Row(r.quarter, r.client, names[0], r.age, r.hours) for r in own]
                for c, own in rows.items()
            }
        known = {c: [r for r in own if r.quarter <= quarter] for c, own in rows.items()}
        agreed = [indicator(c, u, year=quarter.year) for c, u in zip(codes, units, strict=True)]
        tables.append(count_rows(known, agreed, quarter))
        if n == corrected:  # rows of this quarter were registered twice or under the wrong district
            rows = {c: [_corrected(r) if r.quarter == quarter else r for r in own if r.quarter != quarter or rng.random() > 0.1] for c, own in rows.items()}
            known = {c: [r for r in own if r.quarter <= quarter] for c, own in rows.items()}
            tables.append(count_rows(known, agreed, quarter))
    return tuple(tables)


def _corrected(row: Row) -> Row:
    return Row(row.quarter, row.client, row.district, row.age, row.hours, "corrected")
