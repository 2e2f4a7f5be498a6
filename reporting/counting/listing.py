"""A CountTable as plain objects, for whoever wants to recount it (`python -m reporting figures`)."""

from collections.abc import Iterator

from reporting.model.count import CountTable, Figure
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind


def figure_objects(table: CountTable) -> Iterator[dict[str, object]]:
    """The raw figures of the table's indicators, one object each, ready for JSON.

    Periods are those a reader compares: quarter, previous, last_year, to_date. `n` is the number of registrations counted, for a
    mean or share the number who answered. Share of the target and status belong to the year to date alone.
    """
    names = _period_names(table)
    codes = {indicator.code for indicator in table.indicators}
    for key, figure in table.figures.items():
        if key.subject in codes and key.period in names:
            yield _object(table, names[key.period], key, figure)


def _period_names(table: CountTable) -> dict[Period, str]:
    quarter = table.quarter
    return {
        Period(quarter): "quarter",
        Period(quarter.previous): "previous",
        Period(quarter.year_earlier): "last_year",
        Period(quarter, PeriodKind.TO_DATE): "to_date",
    }


def _object(table: CountTable, period: str, key: FigureKey, figure: Figure) -> dict[str, object]:
    verdict = table.verdicts.get(key.subject) if period == "to_date" and key.breakdown is None else None
    return {
        "municipality": table.municipality.key,
        "indicator": key.subject,
        "period": period,
        "breakdown": None if key.breakdown is None else str(key.breakdown),
        "value": figure.value,
        "unit": figure.unit.value,
        "n": figure.answered if figure.unit.is_ratio else figure.rows,
        "asked": figure.asked,
        "answered": figure.answered,
        "share_of_target": None if verdict is None else verdict.share,
        "status": None if verdict is None or verdict.status is None else verdict.status.value,
        "why_not": None if figure.why_not is None else figure.why_not.value,
        "batches": list(figure.batches),
    }
