"""Everything a reader of all reports has, as plain objects: cells, and how they hang together (`python -m reporting published`).

For whoever wants to attack it. It holds nothing a reader does not have: printed numbers as printed, marks as what they tell, and what
follows from the rules of counting that every report explains.
"""

from collections.abc import Iterator, Mapping, Sequence

from reporting.disclosure.attack import Row
from reporting.disclosure.cells import PART_FACTS
from reporting.disclosure.editions import range_of, reports_of
from reporting.disclosure.names import key_of
from reporting.disclosure.puzzle import Builder, Puzzle
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

Object = dict[str, object]
_NOWHERE = "nowhere"  # the report of a cell that is printed in none, but computable
_INFINITE = float("inf")
_DECIMALS = {Unit.GRADE: 1, Unit.HOURS: 1, Unit.RECOMMEND: 0}  # as texts.figures prints them


def reader_object(published: Sequence[PublishedCell], rules: DisclosureRules) -> Object:
    """`threshold`, `cells` and `relations`, ready for JSON; ids are unique over reports and versions.

    A cell holds `value`, or `rounded` with `base` and `mode`, or `hidden` (with `lo` and `hi` where the mark itself tells). A relation is a
    total with its parts, a sum of terms against a number, or a printed percentage of two cells. Sources: DISCLOSURE rules 1-7.
    """
    cells = [_cell(c, rules) for c in published if c.unit.is_ratio or range_of(c, rules) is not None]
    relations: list[Object] = []
    for cell in published:
        if cell.unit.is_ratio:
            more, hang = _answers(cell)
            cells += more
            relations += hang
    for (municipality, subject, unit), reports in reports_of(published, rules).items():
        own = [c for c in published if c.municipality == municipality and c.unit is unit and _subject(c) == subject]
        more, hang = _puzzle(unit, reports, own)
        cells += more
        relations += hang
    return {"threshold": rules.threshold, "cells": cells, "relations": relations}


def _cell(cell: PublishedCell, rules: DisclosureRules) -> Object:
    shown: Object = {"id": _id(cell), "report": _report(cell)}
    if "rounded_to" in cell.facts and cell.value is not None:
        return shown | {"rounded": cell.value, "base": int(cell.facts["rounded_to"]), "mode": "controlled"}
    if cell.value is not None:
        decimals = _DECIMALS.get(cell.unit)
        shown["value"] = cell.value if decimals is None else round(cell.value, decimals)
    else:
        shown["hidden"] = True
        known = range_of(cell, rules)
        if cell.mark == Mark.FEWER and known is not None:
            shown |= {"lo": int(known[0]), "hi": int(known[1])}
    return shown | ({"stat_of": f"{_id(cell)}#answered"} if cell.unit.is_ratio and "answered" in cell.facts else {})


def _answers(cell: PublishedCell) -> tuple[list[Object], list[Object]]:
    """The counts behind a mean or share: asked, answered, and of a recommendation how many gave which answer (printed nowhere)."""
    name = _id(cell)
    counts = {fact: f"{name}#{fact}" for fact in ("asked", "answered") if _told(cell.facts.get(fact))}
    cells = [_count(counts[fact], _report(cell), cell.facts[fact]) for fact in counts]
    relations: list[Object] = []
    if len(counts) == 2:
        relations.append({"terms": {counts["answered"]: 1, counts["asked"]: -1}, "sense": "<=", "rhs": 0})
    if cell.unit is Unit.RECOMMEND and "answered" in counts:
        parts = [f"{name}#{fact}" for fact in PART_FACTS]
        cells += [{"id": part, "report": _NOWHERE, "hidden": True} for part in parts]
        relations.append({"total": counts["answered"], "parts": parts})
        for part, fact in zip(parts, PART_FACTS, strict=True):
            printed = cell.facts.get(fact, "")
            if _is_number(printed):
                relations.append({"num": part, "den": counts["answered"], "ratio": float(round(float(printed))), "half": 0.5, "scale": 100})
    return cells, relations


def _puzzle(unit: Unit, reports: Sequence[Mapping[FigureKey, tuple[float, float]]], published: Sequence[PublishedCell]) -> tuple[list[Object], list[Object]]:
    """The cells of one subject that are printed nowhere, the same cell in several reports, and what hangs together."""
    puzzle = Builder(unit, reports).puzzle
    ids: dict[int, list[str]] = {}
    for number, cells in enumerate(_by_report(published)):
        then = Builder(unit, reports[: number + 1]).puzzle  # the reports so far give every cell the place it keeps
        for key, cell in cells.items():
            if key in then.now:
                ids.setdefault(puzzle.seen[then.places[then.now[key]]], []).append(_id(cell))
    unseen = {i: f"{place[0]} · {_NOWHERE}{-place[1]}" for i, place in enumerate(puzzle.places) if i not in ids}
    cells_nowhere: list[Object] = [{"id": name, "report": _NOWHERE, "hidden": True} for name in unseen.values()]
    names = {i: ids[i][0] for i in ids} | unseen
    same: list[Object] = [{"terms": {first: 1, other: -1}, "sense": "=", "rhs": 0} for first, *others in ids.values() for other in others]
    return cells_nowhere, [*same, *_relations(puzzle, names)]


def _relations(puzzle: Puzzle, names: Mapping[int, str]) -> Iterator[Object]:
    for row, rule in puzzle.rows.items():
        if rule == "parts" and row.low == row.high == 0 and row.coefficients.count(1.0) == 1:
            total = row.cells[row.coefficients.index(1.0)]
            yield {"total": names[total], "parts": [names[i] for i in row.cells if i != total]}
        else:
            yield from _sides(row, {names[i]: a for i, a in zip(row.cells, row.coefficients, strict=True)})


def _sides(row: Row, terms: dict[str, float]) -> Iterator[Object]:
    if row.low == row.high:
        yield {"terms": terms, "sense": "=", "rhs": row.low}
        return
    if row.low > -_INFINITE:
        yield {"terms": terms, "sense": ">=", "rhs": row.low}
    if row.high < _INFINITE:
        yield {"terms": terms, "sense": "<=", "rhs": row.high}


def _by_report(published: Sequence[PublishedCell]) -> list[dict[FigureKey, PublishedCell]]:
    """Cells report by report, in order of publication."""
    found: dict[tuple[str, int], dict[FigureKey, PublishedCell]] = {}
    for cell in published:
        key = key_of(cell.cell)
        if key is not None and (cell.value is not None or cell.mark in (Mark.HIDDEN, Mark.FEWER)):
            found.setdefault((cell.report, cell.version), {})[key] = cell
    return list(found.values())


def _subject(cell: PublishedCell) -> str | None:
    key = key_of(cell.cell)
    return None if key is None else key.subject


def _count(name: str, report: str, told: str) -> Object:
    return {"id": name, "report": report} | ({"value": int(float(told))} if _is_number(told) else {"hidden": True})


def _told(fact: str | None) -> bool:
    """Whether a count stands there, or its mark; "onbekend" tells nothing."""
    return fact is not None and fact != Mark.UNKNOWN


def _is_number(text: str) -> bool:
    return text[:1].isdigit()


def _report(cell: PublishedCell) -> str:
    return f"{cell.report} v{cell.version}"


def _id(cell: PublishedCell) -> str:
    return f"{cell.cell} · {_report(cell)}"
