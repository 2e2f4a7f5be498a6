"""Page 2, In één oogopslag: the lead, four key figures, one chart of all agreements, what goes well and what asks attention."""

from collections.abc import Iterator

from reporting.document.blocks import Block, Cell, Column, Figure, Heading, Line, Listing, Paragraph, Table, Text, plain
from reporting.document.canvas import WIDTH
from reporting.document.chapters.common import findings_of, key_message
from reporting.document.charts import PITCH, TIGHT, bullet_pitch, bullets, charted
from reporting.document.layout import height
from reporting.document.markup import TEXT_WIDTH, one_line
from reporting.document.palette import Palette
from reporting.model.agreement import Indicator, Unit
from reporting.model.figure import ALL_THEMES, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Period
from reporting.model.safe import Edition, Report, SafeCell
from reporting.texts import report as words
from reporting.texts import report_sentences as say
from reporting.texts.figures import cell_text, difference
from reporting.texts.numbers import capital, count_word, percent, period_name
from reporting.texts.report_year import YEAR_UNIT, main_period, year_bullets, year_line

SPARE, LEAST = 2.6, 0.8  # cm left free on the page, for the maker adds a line: as we like it, and at least
ABOVE = 3.75  # cm: what stands above a chart that has a page to itself


def summary(report: Report, palette: Palette) -> Iterator[Block]:
    """The blocks of the summary. With many agreements their chart comes after the bullets, on pages of its own."""
    table = report.table
    requests = [theme for theme, e in report.explanations.items() if one_line(e.request)]
    top: list[Block] = [
        Heading(1, words.CHAPTERS["summary"]),
        key_message(report, "summary", say.lead(table, requests, main_period(report.edition, report.quarter)), "bewerk_kern_samenvatting"),
        key_figures(report),
    ]
    points: list[Block] = []
    good = findings_of(report, "good", year_bullets(table) if report.edition is Edition.ANNUAL else say.good_bullets(table))
    late = findings_of(report, "attention", say.attention_bullets(table, dict(report.explanations)))
    if good:
        points += [Heading(2, words.GOES_WELL), Listing(tuple(plain(line) for line in good), bookmark="bewerk_goed")]
    if late:
        points += [Heading(2, words.ASKS_ATTENTION), Listing(tuple(plain(line) for line in late), bookmark="bewerk_aandacht")]
    for pitch, spare in ((PITCH, SPARE), (TIGHT, SPARE), (TIGHT, LEAST)):
        agreements = list(_agreements(report, palette, pitch))
        if sum(height(b, palette.room) for b in (*top, *agreements, *points)) <= palette.room.page - spare:
            yield from (*top, *agreements, *points)
            return
    yield from (*top, *points, Heading(2, words.ALL_AGREEMENTS, new_page=True), *_agreements(report, palette, PITCH))


def _agreements(report: Report, palette: Palette, pitch: float) -> Iterator[Block]:
    """All agreements: those with a number to fill in charts, the others in a line each."""
    shown = charted(report.table)
    yield from _charts(report, palette, list(shown), pitch)
    yield from _others(report, [i for i in report.table.indicators if i not in shown])


def _charts(report: Report, palette: Palette, shown: list[Indicator], pitch: float) -> Iterator[Block]:
    parts = _parts(shown, (palette.room.page - ABOVE) * WIDTH / TEXT_WIDTH, pitch)
    for part in parts:
        drawing = bullets(report.table, [i.code for i in part], palette, pitch)
        caption = say.bullets_finding(report.table, part) if len(parts) == 1 else words.AGREEMENTS_PART
        yield Figure(caption, words.bullets_unit(say.period_line(report.table)), drawing)


def _parts(shown: list[Indicator], tallest: float, pitch: float) -> list[list[Indicator]]:
    """The agreements over charts of at most so many pixels, each on a page; a theme stays together where it can."""
    themes: dict[str, list[Indicator]] = {}
    for indicator in shown:
        themes.setdefault(indicator.theme, []).append(indicator)
    parts: list[list[Indicator]] = []
    room = 0.0
    for items in themes.values():
        for start in range(0, len(items), 24):
            piece = items[start : start + 24]
            tall = 22 + sum(bullet_pitch(i.name, pitch) for i in piece)
            if not parts or tall > room:
                parts.append([])
                room = tallest
            parts[-1] += piece
            room -= tall
    return parts


def _others(report: Report, others: list[Indicator]) -> Iterator[Block]:
    if others:
        yield Paragraph((Text(words.OTHER_AGREEMENTS, "Strong"),), "RegelKop")
        for indicator in others:
            yield Paragraph(plain(say.other_line(report.table, indicator)), "Regel")


def key_figures(report: Report, most: int = 4) -> Table:
    """The table of at most that many key figures, each with what stood there a year ago."""
    table, year = report.table, report.edition is Edition.ANNUAL
    period = main_period(report.edition, report.quarter)
    picked = _picked(report, most)
    columns = tuple(Column(say.short(name, 48), TEXT_WIDTH / len(picked), right=False) for name, _, _ in picked)
    cells, spoken = [], []
    for name, subject, unit in picked:
        now = say.cell_of(table, subject, period)
        value = cell_text(now, unit, table.threshold)
        said = year_line(table, subject) if year else _comparison(report, now, say.cell_of(table, subject, Period(report.quarter.year_earlier)), unit)
        big = now is not None and now.value is not None
        lines = (Line(plain(value), "Kerncijfer" if big else "KerncijferWoord"), Line(plain(said), "KerncijferRegel"))
        cells.append(Cell(lines, figure=str(FigureKey(subject, period)) if big else ""))
        spoken.append(f"{one_line(name)}: {value}, {said}.")
    whole = f"van {period_name(period)}" if year else "van dit kwartaal"
    caption = f"{capital(count_word(len(picked)))} kerncijfers {whole}" if len(picked) > 1 else f"Het kerncijfer {whole}"
    unit_line = YEAR_UNIT if year else f"{capital(report.quarter.name)}, met tussen haakjes hetzelfde kwartaal van {report.quarter.year - 1}."
    return Table(caption, unit_line, columns, (tuple(cells),), " ".join(spoken), key_figures=True)


def _comparison(report: Report, now: SafeCell | None, before: SafeCell | None, unit: Unit) -> str:
    """ "12% meer (571)", "0,1 punt hoger (8,1)", or only what stood there a year ago: a hidden cell is never compared."""
    earlier = cell_text(before, unit, report.table.threshold)
    said = difference(now, before, unit, report.table.rounded_to)
    if said is None:
        return f"een jaar eerder: {earlier}"
    if not unit.is_ratio and now is not None and before is not None and now.value and before.value and before.value >= 50 and not said.endswith("evenveel"):
        change = abs(100 * (float(now.value) / float(before.value) - 1))
        if change >= 0.5:
            said = f"{'ongeveer ' if report.table.rounded_to else ''}{percent(change)} {said.rsplit(' ', 1)[1]}"
    return f"{said} ({earlier})"


def _picked(report: Report, most: int) -> list[tuple[str, str, Unit]]:
    """The key figures: name, subject, unit. First the grade and the recommendation of all together, then the first agreement of each theme."""
    table, now = report.table, main_period(report.edition, report.quarter)
    ratios = [("Rapportcijfer van inwoners", theme_grade(ALL_THEMES), Unit.GRADE), ("Raadt ons zeker aan", theme_recommend(ALL_THEMES), Unit.RECOMMEND)]
    ratios = [r for r in ratios if (f := table.figures.get(FigureKey(r[1], now))) is not None and f.cell.value is not None]
    firsts = list({i.theme: i for i in reversed(table.indicators)}.values())[::-1]
    order = [*firsts, *(i for i in table.indicators if i not in firsts)]

    def printed(indicator: Indicator) -> bool:
        cell = say.cell_of(table, indicator.code, now)
        return cell is not None and cell.value is not None

    order.sort(key=lambda i: (not printed(i), i.unit.is_ratio))
    ratios = ratios[: most - 1]
    room = most - len(ratios)
    return [*((i.name, i.code, i.unit) for i in order[:room]), *ratios]
