"""Every figure of the sample, counted again from its files by a second, plain implementation."""

from pathlib import Path

import pytest

from reporting.actions.agreements import agreements_of
from reporting.actions.figures import prove_figure, raw_figures
from reporting.model.agreement import Indicator
from reporting.model.people import COMMAND_LINE
from reporting.model.period import Quarter, report_periods
from reporting.model.registration import ImportBatch
from reporting.model.rules import CountingRules
from reporting.ports import Services
from tests.golden.naive_count import NaiveFile, recount, same
from tests.golden.naive_files import sample_files
from tests.golden.sample_report import MUNICIPALITY, QUARTER

SAMPLE = Path(__file__).parents[2] / "sample_data"


def _batches(services: Services) -> tuple[ImportBatch, ...]:
    with services.reading() as uow:
        return uow.batches.active()


@pytest.fixture(scope="module")
def files(services: Services) -> list[NaiveFile]:
    """The files of the sample, read by the plain reader."""
    return sample_files(SAMPLE, {b.file_name: b.id for b in _batches(services)}, MUNICIPALITY)


def _indicators(services: Services, year: int) -> tuple[Indicator, ...]:
    return agreements_of(services, COMMAND_LINE, MUNICIPALITY, year)


def test_the_plain_reader_accepts_as_many_rows_as_the_intake(services: Services, files: list[NaiveFile]) -> None:
    assert {f.id: len(f.rows) for f in files} == {b.id: b.rows_accepted for b in _batches(services)}


@pytest.mark.parametrize("quarter", [QUARTER, QUARTER.previous, Quarter(2025, 4)], ids=str)
def test_every_figure_of_the_report_is_what_the_files_say(services: Services, files: list[NaiveFile], quarter: Quarter) -> None:
    table = raw_figures(services, COMMAND_LINE, MUNICIPALITY, quarter)
    place = table.municipality
    same(table.figures, recount(files, _indicators(services, quarter.year), place, quarter, CountingRules()))
    assert sum(f.value is not None for f in table.figures.values()) > 200


def test_every_proof_of_the_report_adds_up(services: Services) -> None:
    for indicator in _indicators(services, QUARTER.year):
        for period in report_periods(QUARTER):
            proof = prove_figure(services, COMMAND_LINE, MUNICIPALITY, QUARTER, indicator.code, period)
            assert sum(f.counted for f in proof.files) == proof.figure.rows
            for file in proof.files:
                assert file.counted + sum(file.left_out.values()) + file.reported + file.skipped == file.read
