"""Series of grades and recommendations: no report is refused for what the protector did itself, and no few answers follow from the others."""

import random
from collections.abc import Sequence
from itertools import product

import pytest

from reporting.disclosure import cells_of, exposed, protect
from reporting.disclosure.doubt import Said, put_together
from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure
from reporting.model.figure import ALL_THEMES, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Quarter, report_periods
from reporting.model.rules import DisclosureRules
from reporting.model.stored import PublishedCell
from tests.unit.disclosure.invented import TOWN

RULES = DisclosureRules()
Answer = tuple[Quarter, str, int]  # quarter, theme, score


def _table(answers: Sequence[Answer], quarter: Quarter) -> CountTable:
    figures = {}
    for period, theme in product(report_periods(quarter), ("Thuis", "Samen", "Werk", ALL_THEMES)):
        quarters = frozenset(period.quarters)
        scores = [s for q, t, s in answers if theme in (t, ALL_THEMES) and q in quarters]
        if scores:
            parts = tuple(sum(low <= s <= high for s in scores) for low, high in ((0, 6), (7, 8), (9, 10)))
            grade, recommend = FigureKey(theme_grade(theme), period), FigureKey(theme_recommend(theme), period)
            figures[grade] = Figure(grade, Unit.GRADE, sum(scores) / len(scores), answered=len(scores), asked=len(scores) + 3)
            figures[recommend] = Figure(recommend, Unit.RECOMMEND, 100 * parts[2] / len(scores), answered=len(scores), parts=(parts[0], parts[1], parts[2]))
    return CountTable(TOWN, quarter, (), figures)


def test_two_years_to_date_do_not_give_the_quarter_between_them_away() -> None:
    answers: list[Answer] = []
    cells: list[PublishedCell] = []
    for number, many in enumerate((6, 8, 60, 4), start=1):
        answers += [(Quarter(2025, number), "Thuis", 5 + n % 5) for n in range(many)]
        safe = protect([_table(answers, Quarter(2025, number))], cells, RULES)[0]
        cells += cells_of(safe, f"quarterly:{safe.quarter}", number)
    grades = {c.cell: c for c in cells if c.unit is Unit.GRADE and c.value is not None}
    three, four = (f"{theme_grade('Thuis')}|2025-tm-K{n}" for n in (3, 4))
    assert f"{theme_grade('Thuis')}|2025-K4" not in grades  # 4 answers
    assert three in grades
    assert four not in grades


def test_rounding_leaves_doubt_enough_in_a_large_whole() -> None:
    answers = [(Quarter(2025, 1), theme, 6 + n % 4) for theme, many in (("Thuis", 6), ("Samen", 200)) for n in range(many)]
    safe = protect([_table(answers, Quarter(2025, 1))], (), RULES)[0]
    printed = {k.subject for k, f in safe.figures.items() if f.unit is Unit.GRADE and f.cell.value is not None}
    assert printed == {theme_grade("Samen"), theme_grade(ALL_THEMES)}


def test_what_a_report_hides_readers_still_have_from_the_one_before() -> None:
    key = FigureKey(theme_grade("Thuis"), report_periods(Quarter(2025, 1))[0])
    many, few, nothing = Said(Unit.GRADE, 7.1, 12), Said(Unit.GRADE, None, 5), Said(Unit.GRADE, None, None)
    for before, now, known in ((few, nothing, few), (many, nothing, many), (many, few, few), (nothing, few, few), (few, many, many)):
        assert put_together({key: before}, {key: now}) == {key: known}


def _series(seed: int) -> list[CountTable]:
    """Six reports over a year change; after some of them answers are taken out again."""
    rng = random.Random(seed)
    answers: list[Answer] = []
    tables = []
    for n in range(-4, 6):
        quarter = Quarter(2025, 1).shift(n)
        for theme in ("Thuis", "Samen", "Werk"):
            answers += [(quarter, theme, rng.randint(0, 10)) for _ in range(rng.choice((0, 2, 4, 11, rng.randint(5, 40), rng.randint(20, 120))))]
        if n >= 0:
            tables.append(_table(answers, quarter))
            if rng.random() < 0.5:
                wrong = quarter.shift(-rng.randint(0, 3))
                answers = [a for a in answers if a[0] != wrong or rng.random() > 0.1]
                tables.append(_table(answers, quarter))
    return tables


@pytest.mark.parametrize("seed", range(10))
def test_no_report_over_answers_is_refused(seed: int) -> None:
    cells: list[PublishedCell] = []
    for number, table in enumerate(_series(seed)):
        safe = protect([table], cells, RULES)[0]
        new = cells_of(safe, f"quarterly:{table.quarter}", number)
        assert exposed(new, RULES, cells) == ()
        cells += new
    printed = [c for c in cells if c.value is not None]
    assert printed
    assert all(float(c.facts["answered"]) >= RULES.least_answers for c in printed)
