"""One panel of the small multiples: an indicator's five quarters."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.document.canvas import BODY, SMALL, Canvas, fit, text_width
from reporting.model.agreement import Indicator, TargetKind
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind, Quarter, report_periods
from reporting.model.safe import SafeTable
from reporting.texts.chart_words import goal_words
from reporting.texts.figures import cell_text

_LINE, _AXIS = 15, 32  # px: a title line, the labels under the bars


@dataclass(frozen=True, slots=True)
class Bar:
    """One quarter: its value where it may be drawn, and the words that stand in or instead of the bar."""

    quarter: Quarter
    value: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator's bars. `goal` is the height of the target line, None where no line may be drawn."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    goal: float | None


def quarter_goal(indicator: Indicator, quarter: Quarter) -> float | None:
    """What this one quarter asks: a share of a year target that adds up over quarters, or a mean's target itself. None: no line is true."""
    target = indicator.target
    if target.amount is None or target.kind not in (TargetKind.NUMBER, TargetKind.AT_LEAST, TargetKind.AT_MOST):
        return None
    if indicator.unit.is_ratio:
        return float(target.amount)
    if not indicator.unit.adds_up or target.percent:
        return None
    before = indicator.path.asks(target.amount, quarter.number - 1) if quarter.number > 1 else 0
    return float(indicator.path.asks(target.amount, quarter.number) - before)


def panel_of(table: SafeTable, indicator: Indicator) -> Panel:
    """The panel of one indicator from the protected table."""
    bars = []
    for period in report_periods(table.quarter):
        if period.kind is PeriodKind.QUARTER:
            found = table.figures.get(FigureKey(indicator.code, Period(period.quarter)))
            value = None if found is None or found.cell.value is None else float(found.cell.value)
            bars.append(Bar(period.quarter, value, cell_text(None if found is None else found.cell, indicator.unit, table.threshold)))
    goal = quarter_goal(indicator, table.quarter)
    return Panel(indicator.name, goal_words(indicator, goal), tuple(bars), goal)


def title_lines(panel: Panel, width: float) -> list[str]:
    """The panel's title as it is broken over lines."""
    return fit(panel.title, width - 6, BODY, True)


def panel_height(panels: Sequence[Panel], width: float, bars: float) -> float:
    """The height of a row of panels with bars of that height."""
    return max(len(title_lines(p, width)) for p in panels) * _LINE + 26 + bars + _AXIS


def draw_panel(canvas: Canvas, panel: Panel, left: float, top: float, size: tuple[float, float], titles: int) -> float:
    """Draws a panel, `size` being its width and the height of its bars, with room for that many title lines; gives its whole height."""
    (width, tall), colours = size, canvas.palette
    for n, line in enumerate(title_lines(panel, width)):
        canvas.text(line, left, top + 8 + n * _LINE, colours.ink, size=BODY, bold=True)
    under = top + titles * _LINE
    canvas.text(fit(panel.subtitle, width - 4, SMALL, lines=1)[0], left, under + 8, colours.warm if panel.goal is not None else colours.grey)
    head, foot = under + 26, under + 26 + tall
    highest = max([panel.goal or 0.0, *(b.value for b in panel.bars if b.value is not None)]) or 1.0
    step = width / len(panel.bars)
    for n, bar in enumerate(panel.bars):
        _draw_bar(canvas, bar, left + n * step, step, (head, foot, highest), (n == len(panel.bars) - 1, n == 0))
    canvas.rule(left, foot, left + width, foot, colours.grey)
    if panel.goal is not None:
        height = foot - (foot - head) * panel.goal / highest
        canvas.rule(left, height, left + width, height, colours.warm, 1.6, dashed=True)
    return foot + _AXIS - top


def _draw_bar(canvas: Canvas, bar: Bar, left: float, step: float, frame: tuple[float, float, float], kind: tuple[bool, bool]) -> None:
    (head, foot, highest), (now, year_ago), colours = frame, kind, canvas.palette
    middle = left + step / 2
    room = min(step - 4, 64) / 2
    if bar.value is None:
        words = fit(bar.words, step - 2, SMALL)
        if any(text_width(w, SMALL) > step or w.endswith("…") for w in words):
            canvas.text(bar.words, middle, foot - 6, colours.grey, upright=True)
        else:
            for n, word in enumerate(words):
                canvas.text(word, middle, foot - 10 - (len(words) - 1 - n) * 13, colours.grey, align="center")
    else:
        height = (foot - head) * bar.value / highest
        fill = colours.primary if now else colours.last_year if year_ago else colours.context
        canvas.rect(middle - room, foot - height, middle + room, foot, fill)
        inside = height >= 18
        ink = "FFFFFF" if now and inside else colours.ink
        canvas.text(bar.words, middle, foot - 10 if inside else foot - height - 9, ink, size=BODY, bold=now, align="center")
    canvas.text(f"{bar.quarter.number}e kw.", middle, foot + 10, colours.ink, bold=now, align="center")
    canvas.text(str(bar.quarter.year), middle, foot + 23, colours.ink, bold=now, align="center")
