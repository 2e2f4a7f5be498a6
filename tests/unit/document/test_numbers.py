"""Every large number a document of any edition holds, in text, tables, charts and what is read aloud, is one of the protected table."""

import random
import re
from dataclasses import replace
from itertools import combinations

import pytest

from reporting.disclosure import protect
from reporting.disclosure.readable import in_reports
from reporting.document import compose, document_texts, render_word
from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import PeriodKind, report_periods
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Accounting, Conversation, Edition, ReportStamp, SafeTable
from tests.unit.document.worlds import QUARTER, TOWN, indicator, number_target

GOAL = 90_000
DISTRICTS = ("Noord", "Oost", "Zuid", "West")
_NUMBER = re.compile(r"(?<![\w.,])\d{2,3}\.\d{3}(?![\w.,]\d)")  # as we write them, from 10.000


def _counted() -> CountTable:
    """Two agreements with figures that occur once each; of every breakdown one class is small, so that another one is hidden as well."""
    rng = random.Random(5)
    codes = {"M1": Unit.UNIQUE_CLIENTS, "D1": Unit.ATTENDANCES}
    figures = {}
    for code, unit in codes.items():
        quarters = 0
        for period in sorted(report_periods(QUARTER), key=lambda p: p.kind is PeriodKind.TO_DATE):
            parts = [3, *(rng.randint(11_000, 29_000) for _ in DISTRICTS[1:])]
            if period.kind is PeriodKind.TO_DATE:
                parts[-1] += quarters  # at least what the quarters were, so that nothing contradicts itself
            elif period.quarter.year == QUARTER.year:
                quarters += sum(parts)
            for key, value in (
                (FigureKey(code, period), sum(parts)),
                *((FigureKey(code, period, Breakdown(Dimension.DISTRICT, d)), p) for d, p in zip(DISTRICTS, parts, strict=True)),
            ):
                figures[key] = Figure(key, unit, value, clients=value, rows=value)
    agreed = tuple(indicator(code, "Meedoen", f"Afspraak {code}", unit, number_target(GOAL)) for code, unit in codes.items())
    return CountTable(TOWN, QUARTER, agreed, figures, {}, DISTRICTS)


def _numbers(table: SafeTable, edition: Edition) -> set[int]:
    """The large numbers in the document: printed, drawn or spoken."""
    report = compose(
        table,
        (),
        explanations={},
        conversation=Conversation(),
        accounting=Accounting((), {}, None),
        stamp=ReportStamp(),
        organisation="",
        recipient="",
        title="",
        edition=edition,
    )
    texts = document_texts(render_word(report))
    return {int(found.replace(".", "")) for name, text in texts.items() if name.startswith(("word/", "docProps/")) for found in _NUMBER.findall(text)}


@pytest.mark.parametrize("edition", list(Edition))
def test_a_document_holds_numbers_of_the_protected_table_only(edition: Edition) -> None:
    raw = _counted()
    table = protect([raw], (), DisclosureRules())[0]
    shown: dict[str, set[int]] = {}
    for key, figure in table.figures.items():
        if figure.cell.value is not None and in_reports(key, figure.unit, QUARTER):
            shown.setdefault(key.subject, set()).add(int(figure.cell.value))
    printed = set().union(*shown.values())
    differences = {abs(a - b) for own in shown.values() for a, b in combinations(own, 2)}
    found = _numbers(table, edition)
    assert len(found & printed) >= 2
    path = {GOAL * n // 4 for n in range(1, 5)}  # no secret
    assert found - printed - differences - path == set()


def test_a_class_that_is_hidden_or_on_screen_only_is_in_no_document() -> None:
    table = protect([_counted()], (), DisclosureRules())[0]
    partners = [k for k, f in table.figures.items() if f.cell.value is None and k.breakdown is not None and k.breakdown.label != "Noord"]
    assert partners
    bare = replace(table, figures={k: f for k, f in table.figures.items() if in_reports(k, f.unit, QUARTER)})
    assert _numbers(bare, Edition.QUARTERLY) == _numbers(table, Edition.QUARTERLY)
