"""The sample tells the truth about itself: what its people wrote is what is counted."""

import json
import re
from pathlib import Path

import pytest

from reporting.actions.figures import raw_figures
from reporting.actions.stories import list_stories
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey, Status
from reporting.model.people import COMMAND_LINE
from reporting.model.period import Period, PeriodKind
from reporting.model.story import StoryStatus
from reporting.ports import Services
from tests.golden.sample_report import MUNICIPALITY, QUARTER

SAMPLE = Path(__file__).parents[2] / "sample_data"
NOW, BEFORE, LAST_YEAR, TO_DATE = Period(QUARTER), Period(QUARTER.previous), Period(QUARTER.year_earlier), Period(QUARTER, PeriodKind.TO_DATE)
SAID = {
    "Samen in de buurt": [("SB1", NOW), ("SB1", LAST_YEAR), ("SB2", NOW), ("SB2", BEFORE)],
    "Zorg voor elkaar": [("ZE1", NOW), ("ZE1", LAST_YEAR), ("ZE2", LAST_YEAR), ("ZE2", NOW)],
    "Verder komen": [("VK2", TO_DATE)],
}
TARGETS = {"Zorg voor elkaar": ["300"], "Verder komen": ["48"]}


@pytest.fixture(scope="module")
def table(services: Services) -> CountTable:
    """Its raw figures."""
    return raw_figures(services, COMMAND_LINE, MUNICIPALITY, QUARTER)


@pytest.mark.parametrize("theme", SAID)
def test_every_number_in_an_explanation_is_counted_or_agreed(table: CountTable, theme: str) -> None:
    written = next(e for e in json.loads((SAMPLE / "toelichtingen.json").read_text("utf-8")) if e["theme"] == theme)
    counted = [str(int(table.figures[FigureKey(code, period)].value or 0)) for code, period in SAID[theme]]
    assert re.findall(r"\d+", written["see"]) == counted + TARGETS.get(theme, [])


def test_two_agreements_ask_attention_and_three_of_five_women_were_activated(table: CountTable) -> None:
    assert {code for code, verdict in table.verdicts.items() if verdict.status is Status.ATTENTION} == {"ZE2", "VK2"}
    assert table.figures[FigureKey("VK1", NOW)].value == 3
    assert len(table.indicators) == 10
    assert len({i.theme for i in table.indicators}) == 3


def test_the_sample_has_about_six_thousand_rows_and_real_flaws(services: Services) -> None:
    with services.reading() as uow:
        batches = uow.batches.all()
    assert 5500 < sum(b.rows_read for b in batches) < 6500
    assert len({b.grain for b in batches}) == 3
    assert all(b.rows_reported > 0 and b.rows_read == b.rows_accepted + b.rows_reported + b.rows_skipped for b in batches)


def test_eight_stories_three_behind_the_women_one_unseen_one_that_failed(services: Services) -> None:
    stories = list_stories(services, COMMAND_LINE, MUNICIPALITY)
    assert len(stories) == 8
    assert sum("VK1" in s.indicators for s in stories) == 3
    assert [s.outside_figures for s in stories].count(True) == 1
    assert [s.text.failed for s in stories].count(True) == 1
    assert [s.status for s in stories].count(StoryStatus.APPROVED) == 7
    for told in stories:
        assert 60 <= len(told.text.printed.split()) <= 120
        assert len(told.text.quote.split()) <= 25
