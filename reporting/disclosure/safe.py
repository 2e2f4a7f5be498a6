"""The only maker of SafeTable, SafeFigure, SafeVerdict and SafeCell."""

from collections.abc import Mapping

from reporting.disclosure.primary import small
from reporting.model.agreement import Indicator
from reporting.model.count import CountTable, Figure, Verdict
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeCell, SafeFigure, SafeTable, SafeVerdict

Number = float | int


def safe_table(table: CountTable, marks: Mapping[FigureKey, Mark], values: Mapping[FigureKey, Number], rules: DisclosureRules) -> SafeTable:
    """The table with a mark where `marks` has one, and elsewhere the number of `values` (rounded ones), else the figure's own."""
    figures = {key: _figure(figure, marks.get(key), values.get(key), rules) for key, figure in table.figures.items()}
    verdicts = {i.code: _verdict(i, table, figures) for i in table.indicators}
    return SafeTable(
        table.municipality, table.quarter, table.indicators, figures, verdicts, table.districts, table.age_classes, rules.threshold, rules.rounding
    )


def _figure(figure: Figure, mark: Mark | None, value: Number | None, rules: DisclosureRules) -> SafeFigure:
    if not figure.unit.is_ratio:
        return SafeFigure(figure.key, figure.unit, _cell(figure.value if value is None else value, mark))
    return SafeFigure(
        figure.key,
        figure.unit,
        _cell(figure.value, mark),
        asked=_count(figure.asked, rules),
        answered=_count(figure.answered, rules),
        parts=_parts(figure, mark, rules),
    )


def _cell(value: Number | None, mark: Mark | None) -> SafeCell:
    if value is None:
        return SafeCell(None, Mark.UNKNOWN)
    return SafeCell(None, mark) if mark is not None else SafeCell(value, None)


def _count(value: int | None, rules: DisclosureRules) -> SafeCell:
    return _cell(value, Mark.HIDDEN if small(value, rules) else None)


def _parts(figure: Figure, mark: Mark | None, rules: DisclosureRules) -> tuple[SafeCell, SafeCell, SafeCell] | None:
    """The three shares of the answered, all of them or none: a share of a printed number that is 1-4 people names them."""
    if figure.parts is None or not figure.answered:
        return None
    shown = None if mark is None and not any(small(p, rules) for p in figure.parts) else Mark.HIDDEN
    low, middle, high = (_cell(100 * p / figure.answered, shown) for p in figure.parts)
    return low, middle, high


def _verdict(indicator: Indicator, table: CountTable, figures: Mapping[FigureKey, SafeFigure]) -> SafeVerdict:
    """Share, status and story numbers go with the year to date; story numbers with the quarter as well: three numbers mean at least three."""
    judged = table.verdicts.get(indicator.code, Verdict(None, None, None))
    to_date = figures.get(FigureKey(indicator.code, Period(table.quarter, PeriodKind.TO_DATE)))
    quarter = figures.get(FigureKey(indicator.code, Period(table.quarter)))
    hidden = any(f is not None and f.cell.mark in (Mark.HIDDEN, Mark.FEWER) for f in (to_date, quarter))
    if not indicator.target.is_number or indicator.unit.is_ratio:
        share = SafeCell(None, Mark.NOT_APPLICABLE)
    else:
        share = _cell(judged.share, Mark.HIDDEN if hidden else None)
    return SafeVerdict(share, judged.asks, None if hidden else judged.status, not hidden)
