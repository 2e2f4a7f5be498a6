"""Only batches with a day that is asked for are read whole; no figure and no account may tell the difference."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from reporting.counting import BatchSource, count, forget, prove
from reporting.counting.gather import gather
from reporting.counting.span import ALWAYS, Span
from reporting.model.agreement import Indicator, Unit
from reporting.model.period import Period, report_periods
from reporting.model.registration import Grain
from reporting.model.rules import CountingRules
from tests.unit.counting.build import NOW, PLACE, Q3, YEAR_AGO, Row, batch, indicator, row

RULES = CountingRules()


def year(number: int, *, grain: Grain = Grain.CONTACT) -> BatchSource:
    """A file of one year, with everything a row can hold."""
    random = Random(number)
    rows: list[Row] = []
    for _ in range(60):
        month = random.randint(1, 12)
        ends: dict[str, Any] = {"start": f"{number}-{month:02d}-01"} | ({"end": f"{number}-{min(12, month + 2):02d}-20"} if random.random() < 0.5 else {})
        known: dict[str, Any] = {
            "client": random.choice("abcdefgh"),
            "activity": random.choice(["Huiskamer", "Eettafel"]),
            "district": random.choice(["Noord", "noord", "Zuid"]),
        }
        said: dict[str, Any] = {
            "age": random.randint(5, 90),
            "hours": random.randint(1, 8) / 2,
            "grade": float(random.randint(1, 10)),
            "recommend": random.choice(["9", "3"]),
        }
        day = None if grain is Grain.TRAJECTORY else f"{number}-{month:02d}-{random.randint(1, 28):02d}"
        rows.append(row(day, **known, **said, **(ends if grain is Grain.TRAJECTORY else {})))
    return batch(*rows, name=str(number), grain=grain, layout=str(grain))


@pytest.fixture(params=[Grain.CONTACT, Grain.TRAJECTORY], ids=str)
def sources(request: pytest.FixtureRequest) -> list[BatchSource]:
    """Four years of files; the first two have no day a report on 2026 asks for."""
    forget()
    return [year(number, grain=request.param) for number in (2023, 2024, 2025, 2026)]


def read_whole(sources: list[BatchSource], span: Span) -> list[bool]:
    return [held.whole for held in gather(sources, PLACE, RULES, span).batches]


@pytest.mark.parametrize("unit", Unit)
def test_reading_less_changes_no_figure_and_no_account(unit: Unit, sources: list[BatchSource]) -> None:
    asked: list[Indicator] = [indicator(unit), indicator(Unit.CONTACTS, code="A2")]
    narrow = count(sources, asked, PLACE, Q3), [prove(sources, asked[0], PLACE, period) for period in report_periods(Q3)]
    expected = [True] * 4 if unit is Unit.NEW_UNIQUE_CLIENTS else [False, False, True, True]
    assert read_whole(sources, Span.of(NOW)) == expected
    gather(sources, PLACE, RULES, ALWAYS)
    assert read_whole(sources, Span.of(NOW)) == [True] * 4
    assert narrow == (count(sources, asked, PLACE, Q3), [prove(sources, asked[0], PLACE, period) for period in report_periods(Q3)])


def test_a_question_about_other_days_reads_what_it_needs_and_keeps_the_rest(sources: list[BatchSource]) -> None:
    assert read_whole(sources, Span.of(NOW)) == [False, False, False, True]
    assert read_whole(sources, Span.of(YEAR_AGO)) == [False, False, True, True]
    assert read_whole(sources, Span.of(Period(Q3.shift(-12)))) == [True] * 4


def test_a_file_without_any_day_is_accounted_for() -> None:
    forget()
    source = batch(row(None), row(None, client="b", activity="Eettafel"))
    found = prove([source], indicator(Unit.CONTACTS), PLACE, NOW).files[0]
    assert (found.counted, sum(found.left_out.values())) == (0, 2)


def test_spans() -> None:
    assert Span(1, 3).meets(Span(3, 9))
    assert not Span(1, 3).meets(Span(4, 9))
    assert Span(1, 9).holds(Span(1, 9))
    assert not Span(1, 9).holds(Span(0, 9))
    assert Span(1, 2).widened(Span(5, 6)) == Span(1, 6)
    assert ALWAYS.holds(Span.of(NOW, YEAR_AGO))


def test_a_quarter_ends_the_day_before_the_next_begins() -> None:
    quarters = [Q3.shift(n) for n in range(-12, 12)]  # among them a leap year
    assert [q.last + timedelta(days=1) for q in quarters] == [q.shift(1).first for q in quarters]
