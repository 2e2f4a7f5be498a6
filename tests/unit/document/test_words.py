"""Dutch formats and the words of figures."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.model.agreement import Target, TargetKind, Unit
from reporting.model.count import WhyNot
from reporting.model.figure import Status
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.safe import Mark, SafeCell
from reporting.texts import figures, numbers


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1905, 0, "1.905"), (1234567.5, 1, "1.234.567,5"), (8.25, 1, "8,3"), (0, 0, "0"), (-0.2, 0, "0"), (999.5, 0, "1.000"), (-1200, 0, "-1.200")],
)
def test_numbers_read_the_dutch_way(value: float, decimals: int, text: str) -> None:
    assert numbers.number(value, decimals) == text


def test_dates_and_periods_are_written_out() -> None:
    assert numbers.day(date(2026, 10, 5)) == "5 oktober 2026"
    assert numbers.short_day(date(2026, 10, 5)) == "05-10-2026"
    third = Quarter(2026, 3)
    assert numbers.period_name(Period(third)) == "3e kwartaal 2026"
    assert numbers.period_name(Period(third, PeriodKind.TO_DATE)) == "januari t/m september 2026"
    assert numbers.period_name(Period(Quarter(2026, 4), PeriodKind.TO_DATE)) == "heel 2026"
    assert numbers.months_name(third) == "juli tot en met september 2026"


def test_every_member_has_words() -> None:
    assert set(figures.MARKS) == set(figures.MARK_MEANINGS) == set(Mark)
    assert set(figures.UNIT_NAMES) == set(Unit)
    assert set(figures.STATUS_NAMES) == set(Status)
    assert set(figures.WHY_NOT) == set(WhyNot)


def test_a_cell_reads_as_its_number_or_as_its_mark() -> None:
    assert figures.cell_text(SafeCell(1905, None), Unit.UNIQUE_CLIENTS) == "1.905"
    assert figures.cell_text(SafeCell(8.25, None), Unit.GRADE) == "8,3"
    assert figures.cell_text(SafeCell(66.5, None), Unit.RECOMMEND) == "67%"
    assert figures.cell_text(SafeCell(12.5, None), Unit.HOURS) == "12,5"
    assert figures.cell_text(SafeCell(None, Mark.HIDDEN), Unit.CONTACTS) == "niet getoond"
    assert figures.cell_text(SafeCell(None, Mark.FEWER), Unit.CONTACTS, 10) == "minder dan 10"
    assert figures.cell_text(None, Unit.CONTACTS) == "onbekend"


@pytest.mark.parametrize(
    ("now", "before", "unit", "words"),
    [
        (642, 571, Unit.UNIQUE_CLIENTS, "71 meer"),
        (198, 205, Unit.ATTENDANCES, "7 minder"),
        (12, 12, Unit.SESSIONS, "evenveel"),
        (8.2, 8.1, Unit.GRADE, "0,1 punt hoger"),
        (8.04, 7.96, Unit.GRADE, "gelijk"),  # both print 8,0
        (62.0, 65.0, Unit.RECOMMEND, "3 procentpunt lager"),
        (12.5, 10.0, Unit.HOURS, "2,5 meer"),
    ],
)
def test_a_difference_is_said_as_the_printed_numbers_show_it(now: float, before: float, unit: Unit, words: str) -> None:
    assert figures.difference(SafeCell(now, None), SafeCell(before, None), unit) == words


@pytest.mark.parametrize("mark", Mark)
def test_nothing_is_said_about_a_cell_without_a_number(mark: Mark) -> None:
    shown, hidden = SafeCell(12, None), SafeCell(None, mark)
    assert figures.difference(shown, hidden, Unit.UNIQUE_CLIENTS) is None
    assert figures.difference(hidden, shown, Unit.UNIQUE_CLIENTS) is None
    assert figures.change_percent(shown, hidden) is None
    assert figures.difference(shown, None, Unit.UNIQUE_CLIENTS) is None


def test_a_percentage_of_a_small_number_is_not_given() -> None:
    assert figures.change_percent(SafeCell(12, None), SafeCell(6, None)) is None
    assert figures.change_percent(SafeCell(642, None), SafeCell(571, None)) == 12


def test_targets_are_printed_in_our_format_or_as_they_were_written() -> None:
    assert figures.target_text(Target(TargetKind.NUMBER, "2400", Decimal(2400)), Unit.UNIQUE_CLIENTS) == "2.400"
    assert figures.target_text(Target(TargetKind.AT_LEAST, "minimaal 160", Decimal(160)), Unit.SESSIONS) == "minimaal 160"
    assert figures.target_text(Target(TargetKind.NOT_SET, ""), Unit.SESSIONS) == "n.v.t."
