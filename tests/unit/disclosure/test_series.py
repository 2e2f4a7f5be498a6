"""Series of reports with a year change, a correction and a vanished district: nothing exposed, nothing wrong."""

from dataclasses import dataclass
from functools import cache

import pytest

from reporting.disclosure import cells_of, exposed, protect, reader_object
from reporting.disclosure.merge import merged
from reporting.disclosure.primary import sensitive
from reporting.disclosure.readable import in_reports
from reporting.model.agreement import Unit
from reporting.model.count import CountTable
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeTable
from reporting.model.stored import PublishedCell
from tests.unit.disclosure.attacker import Attacker
from tests.unit.disclosure.invented import series

RULES = DisclosureRules()
ROUNDED = DisclosureRules(rounding=5)


@dataclass(frozen=True, slots=True)
class Published:
    """A series as it went out: raw tables with merged classes, safe tables, cells."""

    raw: tuple[CountTable, ...]
    safe: tuple[SafeTable, ...]
    cells: tuple[PublishedCell, ...]


@cache
def publish(seed: int, *, rounding: int | None = None, districts: int = 6) -> Published:
    rules = DisclosureRules(rounding=rounding)
    tables = series(seed, districts=districts)
    safe: list[SafeTable] = []
    cells: list[PublishedCell] = []
    for number, table in enumerate(tables):
        safe += protect([table], cells, rules)
        cells += cells_of(safe[-1], f"quarterly:{table.quarter}", number)
    return Published(tuple(merged(t, rules) for t in tables), tuple(safe), tuple(cells))


@pytest.mark.parametrize("seed", (*range(30), 412, 540))  # the last two: corrected to nothing, unseen
def test_no_series_gives_a_small_count_away(seed: int) -> None:
    out = publish(seed)
    assert exposed(out.cells, RULES) == ()
    raw = {
        f"{key} · quarterly:{table.quarter} v{number}": figure
        for number, table in enumerate(out.raw)
        for key, figure in table.figures.items()
        if figure.unit is not Unit.HOURS and in_reports(key, figure.unit, table.quarter)
    }
    small = {name for name, figure in raw.items() if sensitive(figure, RULES)}
    if not small:
        return
    attacker = Attacker(reader_object([c for c in out.cells if c.unit is not Unit.HOURS], RULES))
    assert small <= set(attacker.hidden)
    assert attacker.fits({name: float(raw[name].value or 0) for name in attacker.hidden if name in raw})  # what relations say is true
    assert attacker.too_narrow(sorted(small)) == []


@pytest.mark.parametrize("seed", (*range(30), 412, 540))  # the last two: corrected to nothing, unseen
def test_what_is_printed_is_true_and_what_was_hidden_stays_hidden(seed: int) -> None:
    out = publish(seed)
    hidden: set[str] = set()
    for raw, safe in zip(out.raw, out.safe, strict=True):
        assert {k: f.cell.value for k, f in safe.figures.items() if f.cell.mark is None} == {
            k: f.value for k, f in raw.figures.items() if safe.figures[k].cell.mark is None
        }
        printed = {str(k): f for k, f in safe.figures.items() if in_reports(k, f.unit, safe.quarter)}
        now = {name for name, f in printed.items() if f.cell.mark in (Mark.HIDDEN, Mark.FEWER)}
        assert hidden & set(printed) <= now
        hidden |= now


def test_the_same_figures_give_the_same_pattern() -> None:
    assert publish.__wrapped__(7).safe == publish(7).safe


@pytest.mark.parametrize("seed", range(6))
def test_rounded_series_add_up_and_give_nothing_away(seed: int) -> None:
    out = publish(seed, rounding=5)
    assert exposed(out.cells, ROUNDED) == ()
    for raw, safe in zip(out.raw, out.safe, strict=True):
        for key, figure in safe.figures.items():
            if figure.cell.value is not None:
                assert figure.cell.value % 5 == 0
                assert abs(figure.cell.value - float(raw.figures[key].value or 0)) < 5
            parts = [f.cell.value for k, f in safe.figures.items() if k.breakdown is not None and (k.subject, k.period) == (key.subject, key.period)]
            if key.breakdown is None and parts and None not in (*parts, figure.cell.value):
                assert sum(p for p in parts if p is not None) == 2 * (figure.cell.value or 0)  # districts and age classes
