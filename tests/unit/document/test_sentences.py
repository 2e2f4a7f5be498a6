"""Sentences the app writes: right for up, down, equal, small, hidden, missing, and for one, some, all and none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reporting.document.blocks import Table
from reporting.document.chapters.opinions import opinions
from reporting.document.charts import recommend_bars
from reporting.document.palette import HOUSE
from reporting.model.agreement import Target, TargetKind, Unit
from reporting.model.figure import ALL_THEMES, FigureKey, Status, theme_grade, theme_recommend
from reporting.model.period import Period, PeriodKind, report_periods
from reporting.model.safe import Edition, Explanation, Mark, SafeCell, SafeFigure, SafeTable
from reporting.texts import report_sentences as say
from reporting.texts import report_year as year
from reporting.texts.chart_words import without_parts
from reporting.texts.numbers import period_name
from reporting.texts.readability import first_sentence
from tests.unit.document import worlds

TABLE = worlds.typical_table()


def year_and_now(now: SafeCell, before: SafeCell) -> SafeTable:
    """The typical table with A1 this quarter and a year ago as given, and nothing else to compare with."""
    figures = dict(TABLE.figures)
    for quarter, cell in ((worlds.QUARTER, now), (worlds.QUARTER.year_earlier, before), (worlds.QUARTER.previous, SafeCell(None, Mark.UNKNOWN))):
        key = FigureKey("A1", Period(quarter))
        figures[key] = replace(figures[key], cell=cell)
    return replace(TABLE, figures=figures)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (642, 571, "71 meer dan een jaar geleden"),
        (500, 571, "71 minder dan een jaar geleden"),
        (571, 571, "evenveel als een jaar geleden"),
        (3, 0, "3 meer dan een jaar geleden"),
    ],
)
def test_a_change_is_said_in_words(now: int, before: int, said: str) -> None:
    assert say.compared(year_and_now(SafeCell(now, None), SafeCell(before, None)), "A1") == said


@pytest.mark.parametrize("mark", Mark)
def test_nothing_is_compared_with_what_is_not_printed(mark: Mark) -> None:
    shown, other = SafeCell(642, None), SafeCell(None, mark)
    for table in (year_and_now(shown, other), year_and_now(other, shown)):
        assert say.compared(table, "A1") is None
        assert say.panels_finding(table, TABLE.indicators[:1]) == "De cijfers per kwartaal"
        assert "dan" not in say.theme_message(table, TABLE.indicators[:1])


def test_without_last_year_the_quarter_before_is_compared() -> None:
    table = worlds.first_year().table
    assert say.compared(table, "A1") == "24 meer dan een kwartaal geleden"


@pytest.mark.parametrize(
    ("good", "late", "unsaid", "sentence"),
    [
        (1, 0, 0, "De afspraak ligt op koers."),
        (0, 1, 0, "De afspraak vraagt aandacht."),
        (0, 0, 1, "Van de afspraak kunnen wij de stand niet geven."),
        (3, 0, 0, "Alle drie de afspraken liggen op koers."),
        (2, 0, 0, "Beide afspraken liggen op koers."),
        (40, 0, 0, "Alle 40 afspraken liggen op koers."),
        (0, 2, 0, "Geen van de twee afspraken ligt op koers."),
        (1, 1, 0, "Eén van de twee afspraken ligt op koers."),
        (6, 2, 1, "Zes van de negen afspraken liggen op koers; van één geven wij geen stand."),
        (0, 0, 4, "Van de afspraken kunnen wij de stand niet geven."),
        (27, 13, 0, "27 van de 40 afspraken liggen op koers."),
    ],
)
def test_how_many_agreements_are_on_course(good: int, late: int, unsaid: int, sentence: str) -> None:
    assert say.on_course_sentence(say.Standing(good, TABLE.indicators[:1] * late, unsaid)) == sentence


def test_the_lead_has_at_most_three_sentences_and_names_the_request() -> None:
    course = "Zes van de negen afspraken liggen op koers; van één geven wij geen stand."
    assert say.lead(TABLE, [TABLE.indicators[4].theme]) == f"{course} Inwoners geven ons een 7,8. Bij ‘Dagen vervangende zorg’ vragen wij uw hulp."


def test_a_figure_just_below_its_target_is_not_said_to_be_below_the_same_number() -> None:
    bullets = say.attention_bullets(TABLE, {})
    assert "Rapportcijfer van mantelzorgers: 8,0, net onder wat is afgesproken." in bullets


def test_what_goes_well_prints_one_number_and_never_a_hidden_one() -> None:
    assert say.good_bullets(worlds.all_hidden().table) == ()
    assert say.good_bullets(TABLE)[0] == "Mantelzorgers die steun krijgen: 148, 44 meer dan een jaar geleden."


@pytest.mark.parametrize(
    ("unit", "kind", "values", "said"),
    [
        (Unit.UNIQUE_CLIENTS, TargetKind.NUMBER, (24, 23, 22, 21, 20, 80), "Bezoekers: 20, 4 minder dan een jaar geleden, maar op koers."),
        (Unit.UNIQUE_CLIENTS, TargetKind.AT_MOST, (24, 23, 22, 21, 20, 80), "Bezoekers: 20, 4 minder dan een jaar geleden."),
        (Unit.UNIQUE_CLIENTS, TargetKind.NUMBER, (20, 23, 22, 21, 20, 80), "Bezoekers: 20, evenveel als een jaar geleden."),
        (Unit.UNIQUE_CLIENTS, TargetKind.NUMBER, (None, None, None, None, 20, 80), "Bezoekers: 20 dit kwartaal."),
        (Unit.HOURS, TargetKind.NUMBER, (10.5, 11, 12, 11, 12.75, 80), "Bezoekers: 12,8, dat is 2,3 meer dan een jaar geleden."),
    ],
)
def test_what_goes_well_says_a_fall_is_one_and_keeps_commas_apart(unit: Unit, kind: TargetKind, values: worlds.Values, said: str) -> None:
    item = worlds.indicator("A1", "Ontmoeten", "Bezoekers", unit, Target(kind, "100", Decimal(100)))
    assert say.good_bullets(worlds.table_of([(item, values)], opinions=False)) == (said,)


def test_no_ranking_where_a_class_is_hidden() -> None:
    period = report_periods(worlds.QUARTER)[-1]
    assert "meeste" not in say.reach_message(TABLE, TABLE.indicators[0], period)
    open_figures = {k: replace(f, cell=SafeCell(5, None)) if k.breakdown and f.cell.value is None else f for k, f in TABLE.figures.items()}
    said = say.reach_message(replace(TABLE, figures=open_figures), TABLE.indicators[0], period)
    assert said == "Uit Noord komen de meeste mensen bij ‘Bezoekers van de buurthuizen’: 359."


def test_an_upper_limit_reads_as_one() -> None:
    item = replace(TABLE.indicators[4], target=Target(TargetKind.AT_MOST, "maximaal 100", Decimal(100)))
    verdicts = {**TABLE.verdicts, "B2": replace(TABLE.verdicts["B2"], asks=75.0, status=Status.ATTENTION)}
    table = replace(TABLE, indicators=(item,), verdicts=verdicts)
    assert say.attention_bullets(table, {item.theme: Explanation(request="Help ons. Dat helpt.")}) == (
        "Dagen vervangende zorg: 131, terwijl hoogstens 75 nu past. Onze vraag: Help ons.",
    )


@pytest.mark.parametrize("text", ["", "Woord " * 60])
def test_a_request_that_is_not_there_or_too_long_is_not_quoted(text: str) -> None:
    assert first_sentence(text) == ""


def test_at_the_end_of_a_year_and_for_a_mean_the_agreement_itself_is_named() -> None:
    late = {code: replace(v, status=Status.ATTENTION) for code, v in TABLE.verdicts.items() if code in ("B2", "B3")}
    mean = figures_with("B3", 7.6)
    assert say.attention_bullets(replace(mean, verdicts=late), {})[1] == "Rapportcijfer van mantelzorgers: 7,6, terwijl 8,0 is afgesproken."
    whole = replace(TABLE, quarter=replace(worlds.QUARTER, number=4), verdicts=late, figures=at_year_end(131))
    assert say.attention_bullets(whole, {})[0] == "Dagen vervangende zorg: 131, terwijl 225 is afgesproken."


def figures_with(code: str, to_date: float) -> SafeTable:
    key = FigureKey(code, Period(worlds.QUARTER, PeriodKind.TO_DATE))
    return replace(TABLE, figures={**TABLE.figures, key: replace(TABLE.figures[key], cell=SafeCell(to_date, None))})


def at_year_end(value: float) -> dict[FigureKey, SafeFigure]:
    key = FigureKey("B2", Period(replace(worlds.QUARTER, number=4), PeriodKind.TO_DATE))
    return {key: SafeFigure(key, Unit.AMOUNT, SafeCell(value, None))}


def test_the_year_is_said_against_what_was_agreed_and_without_what_is_hidden() -> None:
    meet, young = TABLE.indicators[:3], TABLE.indicators[-2:]
    assert year.year_message(TABLE, meet) == "Alle drie de afspraken liggen op koers. ‘Bezoekers van de buurthuizen’: 1.905, 79% van het jaardoel."
    assert year.year_message(TABLE, young[1:]) == "Van de afspraak kunnen wij de stand niet geven."
    assert year.year_bullets(TABLE)[0] == "Mantelzorgers die steun krijgen: 418, 80% van het jaardoel."
    assert year.year_bullets(worlds.all_hidden().table) == ()
    lines = {code: year.year_line(TABLE, code) for code in ("A1", "C2", "B4", theme_grade(ALL_THEMES))}
    assert lines["A1"] == "79% van het jaardoel"
    assert lines["C2"] == "afspraak: 5"
    assert lines["B4"] == "afspraak: gelijk blijven of groter; bandbreedte…"
    assert lines[theme_grade(ALL_THEMES)].endswith("antwoorden")
    assert year.year_line(worlds.no_targets().table, "A1") == "geen jaardoel"
    assert year.year_line(worlds.all_hidden().table, theme_grade(ALL_THEMES)) == "van wie antwoordden"


@pytest.mark.parametrize(("edition", "said"), [(Edition.ANNUAL, "januari t/m september 2026"), (Edition.QUARTERLY, "3e kwartaal 2026")])
def test_an_edition_is_about_its_period(edition: Edition, said: str) -> None:
    assert period_name(year.main_period(edition, worlds.QUARTER)) == said


def test_where_only_the_ambassadors_are_shown_the_table_the_chart_and_its_words_agree() -> None:
    key = FigureKey(theme_recommend(ALL_THEMES), Period(worlds.QUARTER))
    hidden = replace(TABLE.figures[key], cell=SafeCell(61.0, None), parts=(worlds.HIDDEN, worlds.HIDDEN, worlds.HIDDEN))
    assert without_parts(hidden, 5) == "ja: 61%, de andere antwoorden tonen wij niet"
    assert without_parts(replace(hidden, cell=worlds.HIDDEN), 5) == "niet getoond"
    report = replace(worlds.typical(), table=replace(TABLE, figures={**TABLE.figures, key: hidden}))
    table = next(b for b in opinions(report, HOUSE) if isinstance(b, Table) and b.caption == "De antwoorden per thema")
    assert [c.lines[0].runs[0].text for c in table.rows[-1][1:4]] == ["61%", "niet getoond", "niet getoond"]
    assert "Alle thema’s samen: ja: 61%, de andere" in recommend_bars(report.table).alt_text
