"""On course or asking attention, for every form of target."""

from decimal import Decimal
from typing import Any

import pytest

from reporting.counting import judge
from reporting.model.agreement import Indicator, Path, Target, TargetKind, Unit
from reporting.model.figure import Status
from reporting.model.period import Quarter
from reporting.model.rules import CountingRules
from tests.unit.counting.build import NOT_SET, Q3, indicator, number

K = TargetKind
GOOD, BAD = Status.ON_COURSE, Status.ATTENTION
BAND = Target(K.BAND, "65-70%", lower=Decimal(65), upper=Decimal(70), percent=True)
MORE, LESS = Target(K.INCREASE, "toename"), Target(K.LOWER_THAN_BASELINE, "lager dan nulmeting")


def of(unit: Unit, target: Target, **more: Any) -> Indicator:
    return indicator(unit, target=target, **more)


@pytest.mark.parametrize(
    ("indicator", "value", "status"),
    [
        # the path asks 75% of 400 = 300; 95% of that is 285
        (of(Unit.UNIQUE_CLIENTS, number("400")), 285, GOOD),
        (of(Unit.UNIQUE_CLIENTS, number("400")), 284, BAD),
        (of(Unit.CONTACTS, number("400", K.AT_LEAST)), 285, GOOD),
        (of(Unit.CONTACTS, number("400", K.AT_LEAST)), 284, BAD),
        (of(Unit.HOURS, number("400")), 284.9, BAD),
        # at most, the same margin the other way round: 300 + 5% = 315
        (of(Unit.CONTACTS, number("400", K.AT_MOST)), 315, GOOD),
        (of(Unit.CONTACTS, number("400", K.AT_MOST)), 316, BAD),
        # a band from its lower edge; above it is no fault
        (of(Unit.CONTACTS, Target(K.BAND, "400-500", lower=Decimal(400), upper=Decimal(500))), 285, GOOD),
        (of(Unit.CONTACTS, Target(K.BAND, "400-500", lower=Decimal(400), upper=Decimal(500))), 284, BAD),
        (of(Unit.CONTACTS, Target(K.BAND, "400-500", lower=Decimal(400), upper=Decimal(500))), 900, GOOD),
        # against the path's share of the baseline: 300
        (of(Unit.CONTACTS, MORE, baseline=Decimal(400)), 301, GOOD),
        (of(Unit.CONTACTS, MORE, baseline=Decimal(400)), 300, BAD),
        (of(Unit.CONTACTS, LESS, baseline=Decimal(400)), 299, GOOD),
        (of(Unit.CONTACTS, LESS, baseline=Decimal(400)), 300, BAD),
        # means and shares: the target itself, without path or margin
        (of(Unit.GRADE, number("8")), 8.0, GOOD),
        (of(Unit.GRADE, number("8")), 7.99, BAD),
        (of(Unit.GRADE, number("8", K.AT_LEAST)), 7.9999999999999, GOOD),
        (of(Unit.RECOMMEND, number("69", K.AT_LEAST, percent=True)), 68.9, BAD),
        (of(Unit.RECOMMEND, number("69", K.AT_LEAST, percent=True)), 69, GOOD),
        (of(Unit.RECOMMEND, number("5", K.AT_MOST, percent=True)), 5.1, BAD),
        (of(Unit.RECOMMEND, BAND), 65, GOOD),
        (of(Unit.RECOMMEND, BAND), 80, GOOD),
        (of(Unit.RECOMMEND, BAND), 64.9, BAD),
        (of(Unit.GRADE, MORE, baseline=Decimal("7.5")), 7.6, GOOD),
        (of(Unit.GRADE, MORE, baseline=Decimal("7.5")), 7.5, BAD),
        (of(Unit.RECOMMEND, LESS, baseline=Decimal(40)), 39, GOOD),
        # cannot be judged
        (of(Unit.CONTACTS, MORE), 500, None),
        (of(Unit.CONTACTS, LESS), 500, None),
        (of(Unit.CONTACTS, NOT_SET), 500, None),
        (of(Unit.CONTACTS, number("400")), None, None),
        (of(Unit.CONTACTS, number("69", K.AT_LEAST, percent=True)), 500, None),
        (of(Unit.GRADE, number("69", K.AT_LEAST, percent=True)), 8, None),
    ],
)
def test_status(indicator: Indicator, value: float | None, status: Status | None) -> None:
    assert judge(indicator, value, Q3).status is status


def test_a_path_in_numbers_is_followed() -> None:
    steps = Path((Decimal(10), Decimal(20), Decimal(25), Decimal(40)), shares=False)
    assert judge(of(Unit.CONTACTS, number("40"), path=steps), 24, Q3).status is GOOD
    assert judge(of(Unit.CONTACTS, number("40"), path=steps), 23, Q3).status is BAD
    assert judge(of(Unit.CONTACTS, number("40"), path=steps), 23, Q3).asks == 25


def test_a_path_in_numbers_gives_its_share_of_the_baseline() -> None:
    steps = Path((Decimal(10), Decimal(20), Decimal(30), Decimal(40)), shares=False)
    assert judge(of(Unit.CONTACTS, MORE, baseline=Decimal(100), path=steps), 76, Q3).asks == 75


def test_what_is_asked_grows_with_the_year() -> None:
    assert [judge(of(Unit.CONTACTS, number("400")), 0, Quarter(2026, n)).asks for n in (1, 2, 3, 4)] == [100, 200, 300, 400]
    assert [judge(of(Unit.GRADE, number("8")), 0, Quarter(2026, n)).asks for n in (1, 4)] == [8, 8]


def test_a_share_only_of_targets_that_are_a_number() -> None:
    assert judge(of(Unit.CONTACTS, number("400")), 300, Q3).share == 75
    assert judge(of(Unit.CONTACTS, number("400", K.AT_LEAST)), 500, Q3).share == 125
    others = [number("400", K.AT_MOST), BAND, MORE, LESS, NOT_SET]
    assert [judge(of(Unit.CONTACTS, t, baseline=Decimal(1)), 300, Q3).share for t in others] == [None] * 5
    assert judge(of(Unit.GRADE, number("8")), 8, Q3).share is None
    assert judge(of(Unit.CONTACTS, number("400")), None, Q3).share is None


def test_what_is_asked_is_public_even_without_a_value() -> None:
    assert judge(of(Unit.CONTACTS, number("400")), None, Q3).asks == 300


def test_the_margin_is_a_setting() -> None:
    strict = CountingRules(on_course=Decimal(1))
    assert judge(of(Unit.CONTACTS, number("400")), 299, Q3, strict).status is BAD
    assert judge(of(Unit.CONTACTS, number("400")), 300, Q3, strict).status is GOOD
