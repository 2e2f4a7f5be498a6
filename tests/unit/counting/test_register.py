"""Who shares a teller's traits: distinct clients, where their last registration of the period puts them."""

from typing import Any

import pytest

from reporting.counting import SharedTraits, shared_traits
from reporting.model.agreement import Unit
from reporting.model.registration import Grain
from tests.unit.counting.build import ELSEWHERE, NOW, PLACE, Row, batch, indicator, row

NORTH: dict[str, Any] = {"district": "Noord", "age": 70}
ROWS = (
    row(client="a", **NORTH),
    row(client="a", day="2026-07-02", **NORTH),  # the same client again
    row(client="b", district="noord", age=66),
    row(client="c", district="Noord", age=40),
    row(client="d", district="Zuid", age=70),
    row(client="e", district="Zuid", age=70),
    row(client="e", day="2026-09-30", **NORTH),  # moved
    row(client="f", day="2026-06-30", **NORTH),  # an earlier quarter
    row(client="g", activity="Anders", **NORTH),  # another indicator
    row(client=None, **NORTH),
    row(client="h", district=None, age=None),
)


def _shared(*rows: Row, district: str = "", age_class: str = "", grain: Grain = Grain.CONTACT) -> SharedTraits:
    return shared_traits([batch(*rows, grain=grain)], [indicator()], PLACE, NOW, district=district, age_class=age_class)


@pytest.mark.parametrize(
    ("district", "age_class", "expected"),
    [
        ("NOORD", "65-75", SharedTraits(3, 4, 4, 6)),
        ("Noord", "27-45", SharedTraits(1, 4, 1, 6)),
        ("Noord", "27-75", SharedTraits(4, 4, 5, 6)),  # wider than one class
        ("Noord", "rond 70", SharedTraits(3, 4, 4, 6)),
        ("Noord", "75+", SharedTraits(0, 4, 0, 6)),
        ("Nergens", "65-75", SharedTraits(0, 0, 4, 6)),
        ("", "65-75", SharedTraits(4, 6, 4, 6)),
        ("Noord", "", SharedTraits(4, 4, 6, 6)),
        ("", "jong", SharedTraits(6, 6, 6, 6)),
    ],
)
def test_distinct_clients_by_trait(district: str, age_class: str, expected: SharedTraits) -> None:
    assert _shared(*ROWS, district=district, age_class=age_class) == expected


def test_a_client_of_two_indicators_is_one_client() -> None:
    both = [indicator(), indicator(Unit.HOURS, "Koken", code="A2")]
    rows = batch(row(client="a"), row(client="a", activity="Koken"), row(client="b", activity="Koken"))
    assert shared_traits([rows], both, PLACE, NOW, district="", age_class="").indicator == 2


def test_a_trajectory_counts_while_it_runs() -> None:
    started = "2026-02-01"
    rows = (
        row(day=None, client="runs", start=started),
        row(day=None, client="ended in it", start=started, end="2026-07-01"),
        row(day=None, client="ended before", start=started, end="2026-06-30"),
        row(day=None, client="starts after", start="2026-10-01"),
    )
    assert _shared(*rows, grain=Grain.TRAJECTORY).indicator == 2


def test_clients_of_another_municipality_do_not_count() -> None:
    rows = batch(row(), municipality=ELSEWHERE.key)
    assert shared_traits([rows], [indicator()], PLACE, NOW, district="", age_class="") == SharedTraits(0, 0, 0, 0)
