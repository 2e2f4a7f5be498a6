"""Charts of a protected table, for Word and for the screens: `quarter_bars`, `quarter_panels`, `bullets`, `recommend_bars`, `breakdown_bars`.

They read the SafeTable and nothing else: a hidden figure has no bar, and no scale or order depends on it. Rules: REPORT section 8.
"""

from collections.abc import Sequence

from reporting.document.canvas import BODY, SMALL, WIDTH, Canvas, fit, text_width
from reporting.document.drawing import Drawing
from reporting.document.palette import HOUSE, Palette
from reporting.document.panels import Panel, draw_panel, panel_height, panel_of, title_lines
from reporting.model.agreement import Indicator
from reporting.model.figure import ALL_THEMES, Breakdown, Dimension, FigureKey, Status, theme_recommend
from reporting.model.period import Period, PeriodKind
from reporting.model.safe import SafeTable
from reporting.texts.chart_words import answers_alt, breakdown_alt, bullets_alt, panels_alt, without_parts
from reporting.texts.figures import cell_text, share_text
from reporting.texts.numbers import percent
from reporting.texts.story_words import age_words

__all__ = ["Drawing", "breakdown_bars", "bullets", "charted", "numbered", "quarter_bars", "quarter_panels", "recommend_bars", "shown_answers"]

_LABEL, _NAME = 182, 174  # px beside a bar, and of that for a name
PITCH, TIGHT = 19, 15  # px of a line in the bullet chart: as we like it, and as narrow as it still reads well
CLASS_PITCH = 21  # px from one lying bar to the next
_GAP, LOWEST = 20, 46  # px between panels; the lowest bars that still read well


def quarter_bars(table: SafeTable, code: str, palette: Palette = HOUSE) -> Drawing:
    """Five quarters of one indicator as bars. Raises KeyError for a code the table does not hold."""
    return quarter_panels(table, (code,), palette)


def quarter_panels(table: SafeTable, codes: Sequence[str], palette: Palette = HOUSE, room: float | None = None) -> Drawing:
    """Small multiples: one panel per indicator, five quarters, bars from zero, a scale of its own. Raises KeyError for an unknown code.

    `room` is the height in pixels there is: the bars are made lower to fit where that still reads well.
    """
    named = {i.code: i for i in table.indicators}
    panels = [panel_of(table, named[code]) for code in codes]
    widest = max((text_width(bar.words, BODY, True) for p in panels for bar in p.bars if bar.value is not None), default=0)
    across = 2 if len(panels) == 4 or widest > 30 else 3
    across = min(len(panels), across)
    width = (WIDTH - _GAP * (across - 1)) / across
    canvas, top = Canvas(palette), 0.0
    rows = -(-len(panels) // across)
    bars: float = 118 if rows == 1 else 78
    if room is not None:
        fixed = sum(panel_height(panels[r * across : (r + 1) * across], width, 0) + 16 for r in range(rows)) - 12
        lower = (room - fixed) / rows
        bars = max(lower, LOWEST) if LOWEST <= lower < bars else bars
    for start in range(0, len(panels), across):
        row: list[Panel] = panels[start : start + across]
        titles = max(len(title_lines(p, width)) for p in row)
        heights = [draw_panel(canvas, p, n * (width + _GAP), top, (width, bars), titles) for n, p in enumerate(row)]
        top += max(heights) + 16
    words = panels_alt(table, [named[code] for code in codes])
    return Drawing(canvas.sheet(top - 12), words, ", ".join(named[code].name for code in codes))


def numbered(table: SafeTable, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators with a number in at least one of the five quarters: those a panel can show something of."""
    return tuple(i for i in indicators if any(bar.value is not None for bar in panel_of(table, i).bars))


def charted(table: SafeTable) -> tuple[Indicator, ...]:
    """The indicators whose target is a number to fill: those the bullet chart shows."""
    return tuple(i for i in table.indicators if i.target.is_number and not i.unit.is_ratio)


def bullet_pitch(name: str, pitch: float = PITCH) -> float:
    """How high an agreement's line in the bullet chart is, in pixels; `pitch` is that of a name on one line."""
    return pitch if len(fit(name, _NAME, SMALL)) == 1 else pitch + 10


def bullets(table: SafeTable, codes: Sequence[str] | None = None, palette: Palette = HOUSE, pitch: float = PITCH) -> Drawing:
    """Year to date as a share of the year target, per theme: pale track = 100%, dark tick = what fits now. Codes: which of `charted` (all).

    `pitch` is the height of a line in pixels: PITCH, or down to TIGHT where there is little room.
    """
    shown = [i for i in charted(table) if codes is None or i.code in codes]
    canvas, top, label, left, right = Canvas(palette), 0.0, _LABEL, 190, 402
    shares = [v.share.value for i in shown if (v := table.verdicts.get(i.code)) is not None and v.share.value is not None]
    full = min(200.0, max([100.0, *shares]))
    scale = (right - left) / full
    ticks = {i.code: _tick(table, i) for i in shown}
    even = {round(t) for t in ticks.values() if t is not None}
    theme = None
    for indicator in shown:
        if indicator.theme != theme:
            top += 3 if theme is not None else 0
            line = top + (pitch - 1) / 2
            canvas.text(fit(indicator.theme, label, SMALL, True, 1)[0], 0, line, palette.grey, bold=True)
            if theme is None:
                now = f"past nu: {percent(even.pop())}" if len(even) == 1 else "streepje: past nu"
                tick = ticks[indicator.code]
                canvas.text(now, left + (tick if tick is not None else 75) * scale + 3, line, palette.ink, align="right")
                canvas.text("jaardoel: 100%", left + 100 * scale - 12, line, palette.grey) if full < 115 else None
            theme = indicator.theme
            top += min(18, pitch + 2)
        names, tall = fit(indicator.name, _NAME, SMALL), bullet_pitch(indicator.name, pitch)
        middle = top + tall / 2
        for n, name in enumerate(names):
            canvas.text(name, label, middle + (n - (len(names) - 1) / 2) * 13, palette.ink, align="right")
        _bullet(canvas, table, indicator, (left, middle, scale, full), ticks[indicator.code])
        top += tall
    words = bullets_alt(table, shown)
    return Drawing(canvas.sheet(top + 4), words, "Stand van de afspraken")


def _tick(table: SafeTable, indicator: Indicator) -> float | None:
    """What the path asks now, in percent of the year target."""
    verdict, goal = table.verdicts.get(indicator.code), indicator.target.amount
    if verdict is None or verdict.asks is None or not goal:
        return None
    return 100 * verdict.asks / float(goal)


def _bullet(canvas: Canvas, table: SafeTable, indicator: Indicator, place: tuple[float, float, float, float], tick: float | None) -> None:
    left, middle, scale, full = place
    colours, verdict = canvas.palette, table.verdicts.get(indicator.code)
    canvas.rect(left, middle - 6, left + 100 * scale, middle + 6, colours.context)
    share = None if verdict is None else verdict.share
    attention = verdict is not None and verdict.status is Status.ATTENTION
    if share is not None and share.value is not None:
        end = left + min(share.value, full) * scale
        canvas.rect(left, middle - 4.5, end, middle + 4.5, colours.warm_fill if attention else colours.primary)
        if share.value > full:  # the bar goes on: a gap near its end says so
            canvas.rect(end - 10, middle - 5, end - 7, middle + 5, "FFFFFF")
    if tick is not None:
        canvas.rule(left + tick * scale, middle - 7, left + tick * scale, middle + 7, colours.ink, 2)
    words = share_text(share, table.threshold) + (" vraagt aandacht" if attention else "")
    known = share is not None and share.value is not None
    canvas.text(words, left + full * scale + 7, middle, colours.warm if attention else colours.primary if known else colours.grey, bold=known)


def shown_answers(table: SafeTable, theme: str, period: Period) -> bool:
    """Whether the answers of a theme (ALL_THEMES: all together) in a period have a bar."""
    found = table.figures.get(FigureKey(theme_recommend(theme), period))
    return found is not None and found.parts is not None and all(p.value is not None for p in found.parts)


def recommend_bars(table: SafeTable, palette: Palette = HOUSE, period: Period | None = None) -> Drawing:
    """The ambassador question: one stacked bar per theme plus all together, in percents of the answers. Without a period: this quarter."""
    canvas, left, right = Canvas(palette), 160, 440
    period = period or Period(table.quarter)
    themes = [*dict.fromkeys(i.theme for i in table.indicators), ALL_THEMES]
    rows = [(t, f) for t in themes if (f := table.figures.get(FigureKey(theme_recommend(t), period))) is not None]
    if len(rows) == 2:  # one theme is all themes
        rows = rows[:1]
    fills = (
        (palette.primary, "FFFFFF", "Ja (9 of 10)"),
        (palette.last_year, palette.ink, "Misschien (7 of 8)"),
        (palette.context, palette.ink, "Nee (0 t/m 6)"),
    )
    top, named = 20.0, False
    for theme, figure in rows:
        for n, line in enumerate(names := fit(theme or "Alle thema’s samen", left - 18, SMALL, not theme)):
            canvas.text(line, left - 8, top + 11 + (n - (len(names) - 1) / 2) * 13, palette.ink, align="right", bold=not theme)
        parts = figure.parts
        if parts is None or any(p.value is None for p in parts):
            canvas.text(without_parts(figure, table.threshold), left, top + 11, palette.grey)
        else:
            at = float(left)
            total = sum(float(p.value or 0) for p in parts) or 1.0
            for part, (fill, ink, answer) in zip(reversed(parts), fills, strict=True):
                width = (right - left) * float(part.value or 0) / total
                canvas.rect(at, top, max(at, at + width - 1.5), top + 22, fill)
                if width >= 18:
                    canvas.text(share_text(part), at + width / 2, top + 11, ink, bold=True, align="center")
                if not named:
                    _answer_name(canvas, answer, (at, right), top)
                at += width
            named = True
        top += 34
    words = answers_alt(table, [t for t, _ in rows], period)
    return Drawing(canvas.sheet(top - 8), words, "De ambassadeursvraag")


def _answer_name(canvas: Canvas, answer: str, place: tuple[float, float], top: float) -> None:
    at, right = place
    if answer.startswith("Ja"):
        canvas.text(answer, at, top - 11, canvas.palette.ink)
    elif answer.startswith("Misschien"):
        room = text_width(answer, SMALL)
        canvas.text(answer, max(at, 160 + text_width("Ja (9 of 10)", SMALL) + 12) if at + room <= right else right - room, top - 11, canvas.palette.ink)
    else:
        canvas.text(answer, right + 8, top + 11, canvas.palette.ink)


def breakdown_bars(
    table: SafeTable, code: str, dimension: Dimension, period: Period | None = None, palette: Palette = HOUSE, room: float | None = None
) -> Drawing:
    """One indicator's classes as lying bars, in the order of the table (never by size). Without a period: the year to date.

    `room` is the height in pixels there is: the bars come closer to each other to fit where that still reads well.
    """
    period = period or Period(table.quarter, PeriodKind.TO_DATE)
    indicator = next(i for i in table.indicators if i.code == code)
    labels = table.districts if dimension is Dimension.DISTRICT else table.age_classes
    cells = [(label, f.cell) for label in labels if (f := table.figures.get(FigureKey(code, period, Breakdown(dimension, label)))) is not None]
    canvas, left, right, top = Canvas(palette), 150, 460, 2.0
    pitch = _pitch(len(cells), room)
    highest = max([float(c.value) for _, c in cells if c.value is not None], default=0) or 1.0
    for label, cell in cells:
        named = age_words(label) if dimension is Dimension.AGE else label
        middle = top + (pitch - 3) / 2
        canvas.text(fit(named, left - 18, SMALL, lines=1)[0], left - 8, middle, palette.ink, align="right")
        words = cell_text(cell, indicator.unit, table.threshold)
        end = float(left)
        if cell.value is not None:
            end = left + (right - left) * float(cell.value) / highest
            canvas.rect(left, middle - (pitch - 7) / 2, end, middle + (pitch - 7) / 2, palette.primary)
        canvas.text(words, end + 6, middle, palette.ink if cell.value is not None else palette.grey, bold=cell.value is not None)
        top += pitch
    canvas.rule(left, 0, left, top, palette.grey)
    words = breakdown_alt(table, indicator, period, dimension, cells)
    return Drawing(canvas.sheet(top + 2), words, indicator.name)


def _pitch(bars: int, room: float | None) -> float:
    """How far lying bars are apart: closer than we like where that makes them fit."""
    closer = CLASS_PITCH if room is None or not bars else (room - 4) / bars
    return closer if TIGHT <= closer < CLASS_PITCH else CLASS_PITCH
