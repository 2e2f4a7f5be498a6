"""Every row of every file is counted, or left out for one reason."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reporting.counting import BatchSource, count, prove
from reporting.errors import InternalError
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.period import Period, report_periods
from reporting.model.proof import LeftOut
from reporting.model.registration import Grain
from tests.unit.counting.build import NOW, PLACE, Q3, TO_DATE, batch, indicator, row

ROWS = (
    row(hours=1.0),
    row(client="b"),
    row(client=None, hours=2.0),
    row("2026-04-01", client="b", hours=3.0),
    row("2025-04-01", client="c"),
    row(activity="Iets anders"),
    row(municipality="Vinkenoord"),
    row(None, client="d", start="2026-01-01", end="2026-07-09", closing="gestopt"),
    row(None, client="e", start="2026-01-01", end="2026-07-09", closing="School of werk"),
)
SOURCES = (batch(*ROWS, reported=4, skipped=2), batch(row(client=None, count=3), name="2", grain=Grain.COUNT))


def left_out(unit: Unit, **more: Any) -> dict[LeftOut, int]:
    return dict(prove(SOURCES, indicator(unit, **more), PLACE, NOW).files[0].left_out)


def test_reasons_of_a_figure_of_people() -> None:
    expected = {LeftOut.OTHER_MUNICIPALITY: 1, LeftOut.OTHER_ACTIVITY: 1, LeftOut.OUTSIDE_PERIOD: 4, LeftOut.NO_CLIENT: 1}
    assert left_out(Unit.UNIQUE_CLIENTS) == expected
    proof = prove(SOURCES, indicator(Unit.UNIQUE_CLIENTS), PLACE, NOW)
    assert (proof.figure.value, proof.files[0].counted, proof.files[1].left_out) == (2, 2, {LeftOut.NO_CLIENT: 1})


def test_reasons_of_a_figure_of_new_people() -> None:
    assert left_out(Unit.NEW_UNIQUE_CLIENTS)[LeftOut.NOT_NEW] == 1


def test_reasons_of_a_sum() -> None:
    assert left_out(Unit.HOURS)[LeftOut.NO_VALUE] == 1


def test_reasons_of_closed_trajectories() -> None:
    expected = {LeftOut.OTHER_MUNICIPALITY: 1, LeftOut.OTHER_ACTIVITY: 1, LeftOut.OTHER_CLOSING: 6}
    assert left_out(Unit.CLOSED_TRAJECTORIES, closing_reason="school of werk") == expected
    assert left_out(Unit.CLOSED_TRAJECTORIES)[LeftOut.NOT_CLOSED] == 5


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("period", report_periods(Q3), ids=str)
def test_the_account_of_each_file_adds_up(unit: Unit, period: Period) -> None:
    one = indicator(unit)
    proof = prove(SOURCES, one, PLACE, period)
    for file in proof.files:
        assert file.counted + sum(file.left_out.values()) == file.accepted
        assert file.accepted + file.reported + file.skipped == file.read
    assert sum(file.counted for file in proof.files) == proof.figure.rows
    assert proof.figure == count(SOURCES, [one], PLACE, Q3).figures[FigureKey("A1", period)]


def test_the_fingerprint_can_be_computed_again() -> None:
    proof = prove(SOURCES, indicator(Unit.CONTACTS), PLACE, TO_DATE)
    stated = json.loads(proof.statement)
    assert hashlib.sha256(proof.statement.encode()).hexdigest() == proof.fingerprint
    assert stated["images"] == [hashlib.sha256(s.load()).hexdigest() for s in SOURCES]
    assert stated["value"] == proof.figure.value
    assert stated["period"] == {"first": "2026-01-01", "last": "2026-09-30"}


def test_another_row_or_period_is_another_fingerprint() -> None:
    one = indicator(Unit.CONTACTS)
    prints = {prove(s, one, PLACE, p).fingerprint for s in (SOURCES, SOURCES[:1], (batch(*ROWS[1:]),)) for p in (NOW, TO_DATE)}
    assert len(prints) == 6
    assert prove(SOURCES[::-1], one, PLACE, NOW).fingerprint == prove(SOURCES, one, PLACE, NOW).fingerprint


def test_erased_rows_are_said() -> None:
    source = batch(*ROWS)
    ledger = replace(source.batch, rows_read=12, rows_accepted=12, erased_on=(date(2026, 10, 1),))
    file = prove([BatchSource(ledger, source.load)], indicator(), PLACE, NOW).files[0]
    assert file.left_out[LeftOut.ERASED] == 3
    assert file.erased_on == (date(2026, 10, 1),)


def test_rows_that_vanished_without_a_reason_are_no_proof() -> None:
    source = batch(*ROWS)
    with pytest.raises(InternalError):
        prove([BatchSource(replace(source.batch, rows_accepted=12), source.load)], indicator(), PLACE, NOW)


def test_an_image_that_is_not_the_ledgers_is_refused() -> None:
    source = batch(*ROWS)
    with pytest.raises(InternalError):
        count([BatchSource(replace(source.batch, image_sha256="0" * 64), source.load)], [indicator()], PLACE, Q3)
