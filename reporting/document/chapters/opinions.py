"""What residents think: the grade and the ambassador question, always with how many were asked and how many answered."""

from collections.abc import Iterator, Sequence

from reporting.document.blocks import Block, Cell, Column, Figure, Heading, Paragraph, Table, cell, plain
from reporting.document.chapters.common import figure_cell, key_message, marks_note, value_cell
from reporting.document.charts import recommend_bars, shown_answers
from reporting.document.markup import one_line
from reporting.document.palette import Palette
from reporting.model.agreement import Unit
from reporting.model.figure import ALL_THEMES, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Period, Quarter
from reporting.model.safe import Edition, Mark, Report, SafeCell, SafeFigure
from reporting.texts import report as words
from reporting.texts import report_sentences as say
from reporting.texts.chart_words import ALL_THEMES_NAME
from reporting.texts.numbers import capital, count_word, period_name
from reporting.texts.report_year import main_period, period_words


def asked_themes(report: Report, subject: str = "") -> tuple[str, ...]:
    """The themes with a grade ("grade"), a recommendation ("recommend") or either ("") that is known in some way in the report's period."""
    makers = {"grade": (theme_grade,), "recommend": (theme_recommend,)}.get(subject, (theme_grade, theme_recommend))
    now = main_period(report.edition, report.quarter)
    found = (t for t in report.themes if any(_known(report.table.figures.get(FigureKey(make(t), now))) for make in makers))
    return tuple(found)


def _known(figure: SafeFigure | None) -> bool:
    return figure is not None and figure.cell.mark not in (Mark.UNKNOWN, Mark.NOT_APPLICABLE)


def opinions(report: Report, palette: Palette) -> Iterator[Block]:
    """The chapter's blocks; only called where some theme has answers."""
    yield Heading(1, words.CHAPTERS["opinions"])
    period = main_period(report.edition, report.quarter)
    yield key_message(report, "opinions", say.opinions_message(report.table, period), "bewerk_kern_inwoners")
    graded, asked = asked_themes(report, "grade"), asked_themes(report, "recommend")
    if graded:
        yield Heading(2, words.GRADE)
        yield Paragraph(plain(words.GRADE_INTRO))
        yield _grades(report, graded)
    if asked:
        yield Heading(2, words.AMBASSADOR)
        yield Paragraph(plain(words.AMBASSADOR_INTRO))
        unit = f"{capital(period_name(period))}, in procenten van de antwoorden."
        if any(shown_answers(report.table, theme, period) for theme in asked):
            yield Figure(say.ambassador_finding(report.table, period), unit, recommend_bars(report.table, palette, period))
        yield _answers(report, asked)


def _rows_of(themes: Sequence[str]) -> list[tuple[str, str]]:
    """Theme and printed name, with all together as the last where there is more than one."""
    rows = [(t, one_line(t)) for t in themes]
    return [*rows, (ALL_THEMES, ALL_THEMES_NAME)] if len(rows) > 1 else rows


def _grades(report: Report, themes: Sequence[str]) -> Table:
    quarter, table = report.quarter, report.table
    main = main_period(report.edition, quarter)
    periods = [main, Period(quarter.previous), Period(quarter.year_earlier)]
    if report.edition is Edition.ANNUAL:
        periods = [main, *(Period(Quarter(quarter.year, n)) for n in range(1, quarter.number + 1))]
    columns = (
        Column("Thema", 4.6 if len(periods) == 3 else 3.5, right=False),
        *(Column(capital(period_words(p, main)), (6.9 if len(periods) == 3 else 8.0) / len(periods), tinted=p == main) for p in periods),
        Column("Gevraagd", 2.25),
        Column("Antwoorden", 2.25),
    )
    rows, printed = [], []
    for theme, name in _rows_of(themes):
        subject = theme_grade(theme)
        now = table.figures.get(FigureKey(subject, periods[0]))
        printed += [say.cell_of(table, subject, p) for p in periods]
        counts = (None if now is None else now.asked, None if now is None else now.answered)
        printed += counts
        rows.append((cell(name), *(figure_cell(report, subject, Unit.GRADE, p) for p in periods), *(_count(report, c) for c in counts)))
    described = f"Per thema het gemiddelde rapportcijfer in {count_word(len(periods))} perioden, en hoeveel mensen antwoordden."
    unit = f"Gemiddeld rapportcijfer op een schaal van 1 tot en met 10. Gevraagd en antwoorden: aantallen, {period_name(main)}."
    note = marks_note(report, printed)
    finding = say.grade_finding(table, themes) if report.edition is not Edition.ANNUAL else "Het rapportcijfer van het jaar en per kwartaal"
    return Table(finding, unit, columns, tuple(rows), described, note, total=len(rows) > 1)


def _answers(report: Report, themes: Sequence[str]) -> Table:
    table, now = report.table, main_period(report.edition, report.quarter)
    columns = (
        Column("Thema", 4.6, right=False),
        Column("Ja (9\u00a0of\u00a010)", 2.3, tinted=True),
        Column("Misschien (7\u00a0of\u00a08)", 2.3),
        Column("Nee (0\u00a0t/m\u00a06)", 2.3),
        Column("Gevraagd", 2.25),
        Column("Antwoorden", 2.25),
    )
    rows, printed = [], []
    for theme, name in _rows_of(themes):
        found = table.figures.get(FigureKey(theme_recommend(theme), now))
        if found is None:
            three: tuple[SafeCell | None, ...] = (None, None, None)
        elif found.parts is None:  # only the share of ambassadors is known, or all of it hidden
            rest = None if found.cell.value is not None else found.cell
            three = (found.cell, rest, rest)
        else:
            three = (found.cell, *found.parts[1::-1])
        counts = (None if found is None else found.asked, None if found is None else found.answered)
        printed += [*three, *counts]
        rows.append((cell(name), *(value_cell(c, Unit.RECOMMEND, table.threshold) for c in three), *(_count(report, c) for c in counts)))
    described = "Per thema de drie soorten antwoorden op de ambassadeursvraag en hoeveel mensen antwoordden."
    return Table(
        "De antwoorden per thema",
        f"{capital(period_name(now))}, in procenten van de antwoorden. Gevraagd en antwoorden zijn aantallen.",
        columns,
        tuple(rows),
        described,
        marks_note(report, printed),
        total=len(rows) > 1,
    )


def _count(report: Report, count: SafeCell | None) -> Cell:
    return value_cell(count, Unit.CONTACTS, report.table.threshold)
