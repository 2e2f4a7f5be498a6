"""The only maker of SafeTable, SafeFigure, SafeVerdict and SafeCell."""

from collections.abc import Mapping
from hashlib import sha256

from reporting.disclosure.primary import small
from reporting.disclosure.satisfaction import HiddenAnswers
from reporting.model.agreement import Indicator
from reporting.model.count import CountTable, Figure, Verdict
from reporting.model.figure import FigureKey, Status
from reporting.model.period import Period, PeriodKind
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeCell, SafeFigure, SafeTable, SafeVerdict

Number = float | int


def safe_table(
    table: CountTable, marks: Mapping[FigureKey, Mark], answers: HiddenAnswers, values: Mapping[FigureKey, int], rules: DisclosureRules
) -> SafeTable:
    """The table with a mark where `marks` or `answers` has one, and elsewhere the number of `values` (rounded ones), else the figure's own."""
    figures = {
        key: _answers(figure, answers, rules) if figure.unit.is_ratio else _count(figure, values.get(key, figure.value), marks.get(key))
        for key, figure in table.figures.items()
    }
    verdicts = {i.code: _verdict(i, table, figures, rules) for i in table.indicators}
    return SafeTable(
        table.municipality, table.quarter, table.indicators, figures, verdicts, table.districts, table.age_classes, rules.threshold, rules.rounding
    )


def _answers(figure: Figure, hidden: HiddenAnswers, rules: DisclosureRules) -> SafeFigure:
    """A grade or percentage with its numbers of people asked and answered; the three shares all of them or none."""
    key = figure.key
    parts = None
    if figure.parts is not None and figure.answered:
        low, middle, high = (_cell(100 * p / figure.answered, Mark.HIDDEN if key in hidden.parts else None) for p in figure.parts)
        parts = low, middle, high
    return SafeFigure(
        key,
        figure.unit,
        _cell(figure.value, Mark.HIDDEN if key in hidden.values else None),
        asked=_cell(figure.asked, Mark.HIDDEN if key in hidden.answered or small(figure.asked, rules) else None),
        answered=_cell(figure.answered, Mark.HIDDEN if key in hidden.answered else None),
        parts=parts,
    )


def _count(figure: Figure, value: Number | None, mark: Mark | None) -> SafeFigure:
    """A count or hours."""
    return SafeFigure(figure.key, figure.unit, _cell(value, mark), files=files_behind(figure))


def files_behind(figure: Figure) -> str:
    """A fingerprint of the imports a total was counted from; "" for classes."""
    return "" if figure.key.breakdown is not None else sha256("|".join(figure.batches).encode()).hexdigest()[:16]


def _cell(value: Number | None, mark: Mark | None) -> SafeCell:
    if value is None:
        return SafeCell(None, Mark.UNKNOWN)
    return SafeCell(None, mark) if mark is not None else SafeCell(value, None)


def _verdict(indicator: Indicator, table: CountTable, figures: Mapping[FigureKey, SafeFigure], rules: DisclosureRules) -> SafeVerdict:
    """Share, status and story numbers go with the year to date; story numbers with the quarter as well: three numbers mean at least three.

    With rounding, share and status are those of the rounded number: the status of the true one would narrow it again.
    """
    judged = table.verdicts.get(indicator.code, Verdict(None, None, None))
    to_date = figures.get(FigureKey(indicator.code, Period(table.quarter, PeriodKind.TO_DATE)))
    quarter = figures.get(FigureKey(indicator.code, Period(table.quarter)))
    hidden = any(f is not None and f.cell.mark in (Mark.HIDDEN, Mark.FEWER) for f in (to_date, quarter))
    share, status = judged.share, judged.status
    if rules.rounding is not None and not indicator.unit.is_ratio and to_date is not None and to_date.cell.value is not None:
        share, status = _rounded(indicator, judged, to_date.cell.value, rules)
    counted = indicator.target.is_number and not indicator.unit.is_ratio
    cell = _cell(share, Mark.HIDDEN if hidden else None) if counted else SafeCell(None, Mark.NOT_APPLICABLE)
    return SafeVerdict(cell, judged.asks, None if hidden else status, not hidden)


def _rounded(indicator: Indicator, judged: Verdict, value: Number, rules: DisclosureRules) -> tuple[float | None, Status | None]:
    """Share and status of a rounded year to date; no status for targets other than a number to reach."""
    if not indicator.target.is_number or judged.asks is None:
        return None, None
    reached = value >= float(rules.on_course) * judged.asks
    return 100 * value / float(indicator.target.amount or 1), Status.ON_COURSE if reached else Status.ATTENTION
