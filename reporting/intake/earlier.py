"""Figures of reports from before this tool: a small table of code, period, class and what was printed."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.intake.decode import to_utf8
from reporting.intake.targets import parse_amount
from reporting.intake.words import key
from reporting.model.agreement import Unit
from reporting.model.figure import Breakdown, Dimension, FigureKey
from reporting.model.period import Period
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

COLUMNS = ("code", "periode", "wijk", "leeftijd", "cijfer")
_MARKS = {"niet getoond": Mark.HIDDEN, "minder dan 5": Mark.FEWER, "<5": Mark.FEWER}


@dataclass(frozen=True, slots=True)
class EarlierFigures:
    """The cells that could be read, the numbers of lines that could not, and columns that are missing."""

    cells: tuple[PublishedCell, ...]
    wrong: tuple[int, ...]
    missing: tuple[str, ...] = ()


def read_earlier(data: bytes, municipality: str, units: Mapping[str, Unit]) -> EarlierFigures:
    """Each line a cell of the report of its period's quarter, in version 0. `units` are those of the agreements, by code.

    A period reads "2025-K3", a year to date "2025-tm-K3"; a figure is a number, "niet getoond" or "minder dan 5".
    """
    text = to_utf8(data)[0].decode("utf-8-sig", "replace")
    head = text.split("\n", 1)[0]
    lines = csv.DictReader(text.splitlines(), delimiter=max(";,\t", key=head.count), restkey="")
    names = {key(name): name for name in lines.fieldnames or () if name}
    missing = tuple(c for c in ("code", "periode", "cijfer") if c not in names)
    if missing:
        return EarlierFigures((), (), missing)
    cells, wrong = {}, []
    for row in lines:
        said = {c: (row.get(names.get(c, "")) or "").strip() for c in COLUMNS}
        cell = _cell(said, municipality, units)
        if cell is None or cell.cell in cells:
            wrong.append(lines.line_num)
        else:
            cells[cell.cell] = cell
    return EarlierFigures(tuple(cells.values()), tuple(wrong))


def _cell(said: Mapping[str, str], municipality: str, units: Mapping[str, Unit]) -> PublishedCell | None:
    unit, mark, value = units.get(said["code"]), _MARKS.get(said["cijfer"].lower()), parse_amount(said["cijfer"])
    if unit is None or (mark is None and (value is None or value < 0)) or (said["wijk"] and said["leeftijd"]):
        return None
    try:
        period = Period.parse(said["periode"])
    except ValueError:
        return None
    dimension = Dimension.DISTRICT if said["wijk"] else Dimension.AGE
    label = said["wijk"] or said["leeftijd"]
    figure = FigureKey(said["code"], period, Breakdown(dimension, label) if label else None)
    number = None if value is None or mark is not None else int(value) if value == int(value) else float(value)
    return PublishedCell(municipality, str(figure), unit, number, None if mark is None else mark.value, f"earlier:{period.quarter}", 0)
