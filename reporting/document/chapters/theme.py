"""A theme's spread: the agreement, the figures and the chart; then the explanation and the stories behind the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporting.document.blocks import Block, Cell, Column, Editable, Figure, Heading, Line, Paragraph, Runs, Table, Text, plain
from reporting.document.chapters.common import (
    figure_cell,
    figure_mark,
    indicators_of,
    key_message,
    linked_stories,
    marks_note,
    stories_in,
    story_box,
    story_links,
    value_cell,
)
from reporting.document.charts import numbered, quarter_panels
from reporting.document.layout import height, room_for_drawing
from reporting.document.markup import lines, one_line
from reporting.document.palette import Palette
from reporting.document.panels import quarter_goal
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import Status
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.safe import Edition, Explanation, Report
from reporting.texts import report as words
from reporting.texts import report_sentences as say
from reporting.texts.figures import IN_WORDS, STATUS_NAMES, target_short, target_text
from reporting.texts.numbers import capital, count_word
from reporting.texts.report_year import main_period, period_words, year_message

PANELS = 6  # in one figure


def theme_chapter(report: Report, number: int, theme: str, palette: Palette) -> Iterator[Block]:
    """The blocks of theme `number` (from 1)."""
    items = indicators_of(report, theme)
    numbers: list[Block] = [
        Heading(1, f"Thema {number}. {one_line(theme)}"),
        key_message(
            report, f"theme:{theme}", (year_message if report.edition is Edition.ANNUAL else say.theme_message)(report.table, items), f"bewerk_kern_{number}"
        ),
        *_agreements(items),
        Heading(2, words.FIGURES),
        _table(report, theme, items),
    ]
    stories = stories_in(report, theme)
    explained = [*explanation_blocks(report.explanations.get(theme, Explanation()), number), *_earlier(report, theme)]
    drawn, room = numbered(report.table, items), palette.room
    for start in range(0, len(drawn), PANELS):
        part = drawn[start : start + PANELS]
        below = [Heading(2, words.EXPLANATION), *explained] if not stories and start + PANELS >= len(drawn) else []
        numbers.append(_panels(report, part, numbers, below, palette))
    yield from numbers
    one_page = sum(height(b, room) for b in numbers) <= room.page
    yield Heading(2, words.EXPLANATION, new_page=bool(stories) and one_page)
    yield from explained
    if stories:
        yield Heading(2, words.STORY if len(stories) == 1 else words.STORIES)
        for story in stories:
            yield from story_box(report, story)


def _panels(report: Report, part: Sequence[Indicator], above: Sequence[Block], below: Sequence[Block], palette: Palette) -> Figure:
    """The small multiples, as low as their page asks: so low that what comes below ends on it too, else what stands above them, where that reads well."""
    dashed = any(quarter_goal(i, report.quarter) is not None for i in part)
    caption, unit = capital(say.panels_finding(report.table, part)), words.panels_unit(dashed)
    room, codes = palette.room, [i.code for i in part]
    figure = Figure(caption, unit, quarter_panels(report.table, codes, palette, room_for_drawing([*above, *below], caption, unit, room)))
    if below and sum(height(b, room) for b in (*above, figure, *below)) > room.page:
        figure = replace(figure, drawing=quarter_panels(report.table, codes, palette, room_for_drawing(above, caption, unit, room)))
    return figure


def _agreements(items: Sequence[Indicator]) -> Iterator[Block]:
    said = dict.fromkeys(text for i in items if (text := one_line(i.agreement) or one_line(i.intended_result)))
    for text in said:
        yield Paragraph((Text(f"{words.AGREEMENT_LEAD} ", "Strong"), Text(text)), "Afspraak")


def explanation_blocks(explanation: Explanation, number: int) -> Iterator[Block]:
    """The explanation's parts that are filled, each with its fixed lead-in; one sentence where nothing was written."""
    written = False
    for part, lead in words.EXPLANATION_LEADS.items():
        text = lines(getattr(explanation, part))
        if text:
            written = True
            yield Editable(text, f"bewerk_{number}_{part}", lead)
    if not written:
        yield Paragraph(plain(words.NO_EXPLANATION), bookmark=f"bewerk_{number}_see")  # whoever writes here in Word writes the explanation


def _earlier(report: Report, theme: str) -> Iterator[Block]:
    """In an annual report: what was written about the quarters before the last one, each as one paragraph."""
    told = [(quarter, explanations[theme]) for quarter, explanations in report.earlier if theme in explanations]
    for number, (quarter, explanation) in enumerate(told):
        if number == 0:
            yield Heading(3, words.EARLIER_IN_YEAR)
        said = " ".join(text for part in words.EXPLANATION_LEADS if (text := one_line(getattr(explanation, part))))
        yield Paragraph((Text(f"{capital(quarter.name)}. ", "Strong"), Text(said)))


def _table(report: Report, theme: str, items: Sequence[Indicator]) -> Table:
    quarter, table, main = report.quarter, report.table, main_period(report.edition, report.quarter)
    periods = [Period(quarter), Period(quarter.previous), Period(quarter.year_earlier)]
    if report.edition is Edition.ANNUAL:  # the quarters of the year, as far as it has come
        periods = [Period(Quarter(quarter.year, n)) for n in range(1, quarter.number + 1)]
    each = 6.15 / len(periods)
    periods.append(Period(quarter, PeriodKind.TO_DATE))
    worded = 0.45 if any(not target_short(i.target, i.unit)[:1].isdigit() for i in items) else 0.0
    columns = (
        Column("Afspraak", 3.95 - worded, right=False),
        Column("Jaardoel", 1.6 + worded),
        *(Column(capital(period_words(p, main)), each, tinted=p == main) for p in periods[:-1]),
        Column(f"Januari t/m {quarter.months[2]}" if quarter.number < 4 else f"Heel {quarter.year}", 2.1, tinted=periods[-1] == main),
        Column("Deel van het jaardoel", 2.2),
    )
    rows, printed = [], []
    for indicator in items:
        mark = figure_mark(report, indicator)
        printed += [say.cell_of(table, indicator.code, p) for p in periods]
        verdict = table.verdicts.get(indicator.code)
        printed.append(None if verdict is None else verdict.share)
        rows.append(
            (
                _name_cell(report, indicator, mark),
                _target_cell(indicator),
                *(figure_cell(report, indicator.code, indicator.unit, p) for p in periods),
                _share_cell(report, indicator),
            )
        )
    source = words.source_note(
        report.organisation, report.accounting.reference_date, report.edition is not Edition.FIRST_MEETING and "annex" not in report.chapters
    )
    note = " ".join(t for t in (marks_note(report, printed), source) if t)
    total = f"het totaal van januari tot en met {quarter.months[2]}"
    described = f"Per afspraak het jaardoel, {count_word(len(periods) - 1)} kwartalen, {total} en de stand. {len(items)} afspraken."
    return Table(f"{one_line(theme)}: afspraak en resultaat", say.units_line(items), columns, tuple(rows), described, note)


def _name_cell(report: Report, indicator: Indicator, bookmark: str) -> Cell:
    name = (Text(one_line(indicator.name), "Strong"),)
    stories = linked_stories(report, indicator)
    found = [Line(name)]
    if target_short(indicator.target, indicator.unit) == IN_WORDS:
        found.append(Line(plain(f"doel: {one_line(target_text(indicator.target, indicator.unit))}"), "Tabelregel"))
    if stories:
        found.append(Line(story_links(stories), "Tabelregel"))
    return Cell(tuple(found), bookmark)


def _target_cell(indicator: Indicator) -> Cell:
    words_or_number = target_short(indicator.target, indicator.unit)
    return Cell((Line(plain(words_or_number), "" if words_or_number[:1].isdigit() else "Tabelstatus"),))


def _share_cell(report: Report, indicator: Indicator) -> Cell:
    verdict = report.table.verdicts.get(indicator.code)
    found = list(value_cell(None if verdict is None else verdict.share, Unit.RECOMMEND, report.table.threshold).lines)
    if verdict is not None and verdict.status is not None:
        style = "Aandacht" if verdict.status is Status.ATTENTION else "OpKoers"
        state: Runs = (Text(STATUS_NAMES[verdict.status], style),)
        found.append(Line(state, "Tabelstatus"))
    return Cell(tuple(found))
