"""All that a reader of the reports has, for an attacker who does not trust us: `python -m reporting published --json`."""

from collections.abc import Collection, Iterator, Sequence
from math import ceil, floor, isinf

from reporting.disclosure.attack import Row
from reporting.disclosure.cells import PART_FACTS
from reporting.disclosure.editions import Name, fewer_than, files_of, reports_of
from reporting.disclosure.names import number_of
from reporting.disclosure.puzzle import Builder, Puzzle
from reporting.disclosure.readable import as_printed
from reporting.model.agreement import Unit
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

Object = dict[str, object]
_NOWHERE = "nowhere"
_HALF_PERCENT = 0.5  # percentages are printed whole


def reader_object(published: Sequence[PublishedCell], rules: DisclosureRules) -> Object:
    """{"threshold", "cells", "relations"}, ready for JSON. Nothing a reader does not have.

    The cells are of one municipality. An id is cell name, report and version. Cells printed nowhere but computable are hidden cells of the report "nowhere".
    Relations: {"total", "parts"}, {"terms", "sense", "rhs"} or {"num", "den", "ratio", "half", "scale"}.
    """
    cells = [c for cell in published for c in _cell(cell)]
    relations = [r for cell in published for r in _shares(cell)]
    for subject, reports in reports_of(published, rules).items():
        unit = subject[2]
        puzzle = Builder(unit, list(reports.values()), files=files_of(published, subject, reports)).puzzle
        names, ties = _names(puzzle, list(reports), {str(c["id"]): c for c in cells})
        used = sorted({i for row in puzzle.rows for i in row.cells if puzzle.places[i][1] < 0})
        cells += [{"id": names[i], "report": _NOWHERE, "hidden": True} for i in used]
        relations += ties
        unseen = {i for i, (low, high) in enumerate(puzzle.ranges) if high - low > 0.5}
        relations += [r for row in puzzle.rows for r in _relation(row, names, unit, unseen)]
    return {"threshold": rules.threshold, "cells": cells, "relations": relations}


def _report(report: str, version: int) -> str:
    return f"{report} v{version}"


def _id(cell: PublishedCell) -> str:
    return f"{cell.cell} · {_report(cell.report, cell.version)}"


def _cell(cell: PublishedCell) -> Iterator[Object]:
    name = _id(cell)
    head: Object = {"id": name, "report": _report(cell.report, cell.version)}
    if cell.mark in (Mark.UNKNOWN, Mark.NOT_APPLICABLE):
        return
    own: Object = dict(head)
    if cell.value is None:
        own["hidden"] = True
        if cell.mark == Mark.FEWER:
            low, high = fewer_than(int(cell.facts.get("below", 5)), cell.unit)
            own |= {"lo": floor(low), "hi": ceil(high)}
    elif "rounded_to" in cell.facts:
        own |= {"rounded": cell.value, "base": int(cell.facts["rounded_to"]), "mode": "controlled"}
    else:
        own["value"] = as_printed(cell.value, cell.unit)
    if cell.unit.is_ratio and "answered" in cell.facts:
        own["stat_of"] = f"{name}#answered"
    yield own
    for fact in ("answered", "asked"):
        text = cell.facts.get(fact, "")
        number = number_of(text)
        if number is not None or text == Mark.HIDDEN:
            yield head | {"id": f"{name}#{fact}"} | ({"hidden": True} if number is None else {"value": int(number)})
    if cell.unit is Unit.RECOMMEND and "answered" in cell.facts:
        yield from (head | {"id": f"{name}#{part}", "hidden": True} for part in PART_FACTS)


def _shares(cell: PublishedCell) -> Iterator[Object]:
    """The people behind the shares of an answer, as far as they are printed."""
    if cell.unit is not Unit.RECOMMEND or "answered" not in cell.facts or cell.mark == Mark.UNKNOWN:
        return
    name = _id(cell)
    shares = {part: number_of(cell.facts.get(part, "")) for part in PART_FACTS}
    if cell.value is not None:
        shares["part_high"] = float(cell.value)
    yield {"total": f"{name}#answered", "parts": [f"{name}#{part}" for part in PART_FACTS]}
    for part, share in shares.items():
        if share is not None:
            yield {"num": f"{name}#{part}", "den": f"{name}#answered", "ratio": float(as_printed(share, Unit.RECOMMEND)), "half": _HALF_PERCENT, "scale": 100}


def _names(puzzle: Puzzle, reports: Sequence[Name], cells: dict[str, Object]) -> tuple[dict[int, str], list[Object]]:
    """One id per unknown, a printed one where there is one, and that its other ids are the same."""
    every: dict[int, list[str]] = {}
    for number, key, index in puzzle.printed:
        every.setdefault(index, []).append(f"{key} · {_report(*reports[number])}")
    names, ties = {}, []
    for index, (key, state) in enumerate(puzzle.places):
        ids = sorted(every.get(index, [f"{key} · {_NOWHERE}{-state}"]), key=lambda i: "value" not in cells.get(i, {}))
        names[index] = ids[0]
        ties += [{"terms": {ids[0]: 1, other: -1}, "sense": "=", "rhs": 0} for other in ids[1:] if "value" not in cells[other]]
    return names, ties


def _relation(row: Row, names: dict[int, str], unit: Unit, unseen: Collection[int]) -> Iterator[Object]:
    """One row in names. Hours are printed in tenths; hidden ones may be thought of in whole hours."""
    terms = {names[i]: int(a) for i, a in zip(row.cells, row.coefficients, strict=True)}
    totals = [name for name, weight in terms.items() if weight > 0]
    if row.low == row.high and len(totals) == 1 and unit is not Unit.HOURS:
        yield {"total": totals[0], "parts": [name for name in terms if name != totals[0]]}
        return
    slack = sum(0.5 if i in unseen else 0.05 for i in row.cells) if unit is Unit.HOURS else 0.0
    if not isinf(row.low):
        yield {"terms": terms, "sense": ">=", "rhs": row.low - slack}
    if not isinf(row.high):
        yield {"terms": terms, "sense": "<=", "rhs": row.high + slack}
