"""Whom we reach: the people-counting agreements by district and by age class, over the year to date."""

from collections.abc import Iterator, Sequence

from reporting.document.blocks import Block, Column, Figure, Heading, Paragraph, Table, cell, plain
from reporting.document.chapters.common import figure_cell, key_message, marks_note, value_cell
from reporting.document.charts import breakdown_bars
from reporting.document.layout import room_for_drawing
from reporting.document.markup import TEXT_WIDTH, one_line
from reporting.document.palette import Palette
from reporting.model.agreement import Indicator
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import Period, PeriodKind
from reporting.model.safe import Report
from reporting.texts import report as words
from reporting.texts import report_sentences as say
from reporting.texts.numbers import capital, period_name
from reporting.texts.story_words import age_words

ACROSS = 5  # agreements beside each other in one table


def reached(report: Report, dimension: Dimension) -> tuple[Indicator, ...]:
    """The agreements that count people and are broken down by the dimension."""
    period = Period(report.quarter, PeriodKind.TO_DATE)
    labels = _labels(report, dimension)
    return tuple(
        i
        for i in report.table.indicators
        if i.unit.counts_people and any(FigureKey(i.code, period, Breakdown(dimension, label)) in report.table.figures for label in labels)
    )


def _shown(report: Report, indicator: Indicator, dimension: Dimension) -> bool:
    """Whether a class of the agreement has a number, so that a chart shows something."""
    keys = (FigureKey(indicator.code, Period(report.quarter, PeriodKind.TO_DATE), Breakdown(dimension, label)) for label in _labels(report, dimension))
    return any(f.cell.value is not None for key in keys if (f := report.table.figures.get(key)) is not None)


def _labels(report: Report, dimension: Dimension) -> tuple[str, ...]:
    return report.table.districts if dimension is Dimension.DISTRICT else report.table.age_classes


def reach(report: Report, palette: Palette) -> Iterator[Block]:
    """The chapter's blocks; only called where some agreement is broken down."""
    period = Period(report.quarter, PeriodKind.TO_DATE)
    by_district = reached(report, Dimension.DISTRICT)
    first = (by_district or reached(report, Dimension.AGE))[0]
    message = key_message(report, "reach", say.reach_message(report.table, first, period), "bewerk_kern_bereik")
    above: list[Block] = [Heading(1, words.CHAPTERS["reach"]), message, Paragraph(plain(words.REACH_INTRO))]
    yield from above
    for dimension, heading in ((Dimension.DISTRICT, words.BY_DISTRICT), (Dimension.AGE, words.BY_AGE)):
        items = reached(report, dimension)
        if not items:
            continue
        head = Heading(2, heading, new_page=dimension is Dimension.AGE and bool(by_district))
        above = [head] if head.new_page else [*above, head]
        yield head
        if _shown(report, items[0], dimension):
            yield from _figure(report, items[0], dimension, above, palette)
        tables = -(-len(items) // ACROSS)
        for n in range(tables):  # evenly over the tables: no table with one lonely column
            yield _table(report, dimension, items[n * len(items) // tables : (n + 1) * len(items) // tables], period)


def _figure(report: Report, item: Indicator, dimension: Dimension, above: Sequence[Block], palette: Palette) -> Iterator[Block]:
    """The chart of an agreement's classes: on the page of what stands above it, else on the next; none where it fits no page, for the table says it all."""
    period = Period(report.quarter, PeriodKind.TO_DATE)
    finding, unit = say.breakdown_finding(item, dimension), f"Unieke cliënten, {period_name(period)}."
    for before in (above, above[-1:]):
        room = room_for_drawing(before, finding, unit, palette.room)
        drawing = breakdown_bars(report.table, item.code, dimension, period, palette, room)
        if drawing.height <= room:
            yield Figure(finding, unit, drawing)
            return


def _table(report: Report, dimension: Dimension, items: tuple[Indicator, ...], period: Period) -> Table:
    labels, table = _labels(report, dimension), report.table
    width = min(3.1, (TEXT_WIDTH - 4.5) / len(items))
    named = "Wijk" if dimension is Dimension.DISTRICT else "Leeftijd"
    columns = (Column(named, TEXT_WIDTH - width * len(items), right=False), *(Column(say.short(one_line(i.name), 44), width) for i in items))
    rows, printed = [], []
    for label in labels:
        cells = []
        for item in items:
            key = FigureKey(item.code, period, Breakdown(dimension, label))
            found = table.figures.get(key)
            shown = None if found is None else found.cell
            printed.append(shown)
            cells.append(value_cell(shown, item.unit, table.threshold, str(key)))
        rows.append((cell(age_words(label) if dimension is Dimension.AGE else one_line(label)), *cells))
    rows.append((cell("Totaal"), *(figure_cell(report, i.code, i.unit, period) for i in items)))
    printed += [say.cell_of(table, i.code, period) for i in items]
    subject = "wijk" if dimension is Dimension.DISTRICT else "leeftijd"
    caption = f"Wie wij bereiken per {subject}"
    described = f"Per {subject} het aantal unieke cliënten van {len(items)} afspraken, met het totaal in de laatste rij."
    return Table(caption, f"Unieke cliënten, {period_name(period)}.", columns, tuple(rows), described, capital(marks_note(report, printed)), total=True)
