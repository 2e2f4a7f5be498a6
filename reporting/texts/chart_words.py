"""The words in and behind charts: the line under a panel's title, and alt texts made from protected values only."""

from collections.abc import Sequence

from reporting.model.agreement import Indicator, TargetKind
from reporting.model.figure import ALL_THEMES, Dimension, FigureKey, theme_recommend
from reporting.model.period import Period, PeriodKind, report_periods
from reporting.model.safe import SafeCell, SafeFigure, SafeTable
from reporting.texts.figures import STATUS_NAMES, cell_text, share_text, target_text, unit_text, value_text
from reporting.texts.numbers import number, period_name, tidy

DIMENSION_NAMES = {Dimension.DISTRICT: "wijk", Dimension.AGE: "leeftijdsgroep"}
ALL_THEMES_NAME = "Alle thema’s samen"


def goal_words(indicator: Indicator, goal: float | None) -> str:
    """The line under a panel's title: what the dashed line stands for, or the year target where no line may be drawn."""
    target = indicator.target
    if goal is None:
        words = target_text(target, indicator.unit)
        return f"jaardoel: {words}" if target.kind is not TargetKind.NOT_SET else "geen jaardoel"
    if indicator.unit.is_ratio:
        bound = "hoogstens " if target.kind is TargetKind.AT_MOST else ""
        return f"stippellijn: doel is {bound}{value_text(goal, indicator.unit)}"
    amount = number(goal) if goal >= 10 else tidy(goal)
    return f"stippellijn: hoogstens {amount}" if target.kind is TargetKind.AT_MOST else f"stippellijn: {amount} nodig"


def panels_alt(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The alt text of the small multiples: every value of five quarters, and the target."""
    quarters = [p for p in report_periods(table.quarter) if p.kind is PeriodKind.QUARTER]
    parts = [f"Staafdiagrammen van {period_name(quarters[0])} tot en met {period_name(quarters[-1])}."]
    for indicator in indicators:
        values = ", ".join(f"{period_name(p)}: {_value(table, indicator, p)}" for p in quarters)
        parts.append(f"{indicator.name} ({unit_text(indicator)}): {values}. Jaardoel: {target_text(indicator.target, indicator.unit)}.")
    return " ".join(parts)


def bullets_alt(table: SafeTable, indicators: Sequence[Indicator]) -> str:
    """The alt text of the bullet chart: per agreement its share of the year target and its state in words."""
    period = Period(table.quarter, PeriodKind.TO_DATE)
    parts = [f"Liggende staven, {period_name(period)}, in procenten van het jaardoel."]
    for indicator in indicators:
        verdict = table.verdicts.get(indicator.code)
        share = share_text(None if verdict is None else verdict.share, table.threshold)
        state = "" if verdict is None or verdict.status is None else f", {STATUS_NAMES[verdict.status]}"
        asks = "" if verdict is None or verdict.asks is None else f", nu past {value_text(verdict.asks, indicator.unit)}"
        parts.append(f"{indicator.name}: {share}{state}{asks} van {target_text(indicator.target, indicator.unit)}.")
    return " ".join(parts)


def answers_alt(table: SafeTable, themes: Sequence[str], period: Period) -> str:
    """The alt text of the ambassador question: the three answers per theme."""
    parts = [f"Gestapelde staven, {period_name(period)}, in procenten van de antwoorden."]
    for theme in themes:
        found = table.figures.get(FigureKey(theme_recommend(theme), period))
        three = None if found is None else found.parts
        if found is None or three is None or any(part.value is None for part in three):
            words = "onbekend" if found is None else without_parts(found, table.threshold)
        else:
            words = ", ".join(
                f"{name} {share_text(part, table.threshold)}" for name, part in zip(("nee (0 t/m 6)", "misschien (7 of 8)", "ja (9 of 10)"), three, strict=True)
            )
        parts.append(f"{ALL_THEMES_NAME if theme == ALL_THEMES else theme}: {words}.")
    return " ".join(parts)


def without_parts(figure: SafeFigure, threshold: int) -> str:
    """What is said of the ambassador question where the three answers are not all shown: the share that said yes, or its mark."""
    said = share_text(figure.cell, threshold)
    return said if figure.cell.value is None else f"ja: {said}, de andere antwoorden tonen wij niet"


def breakdown_alt(table: SafeTable, indicator: Indicator, period: Period, dimension: Dimension, cells: Sequence[tuple[str, SafeCell]]) -> str:
    """The alt text of a breakdown: every class with its value."""
    values = ", ".join(f"{label}: {cell_text(cell, indicator.unit, table.threshold)}" for label, cell in cells)
    return f"Liggende staven, {indicator.name} per {DIMENSION_NAMES[dimension]}, {period_name(period)}. {values}."


def _value(table: SafeTable, indicator: Indicator, period: Period) -> str:
    found = table.figures.get(FigureKey(indicator.code, period))
    return cell_text(None if found is None else found.cell, indicator.unit, table.threshold)
