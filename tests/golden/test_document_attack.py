"""Somebody with the finished Word file, pen and paper: nothing but the printed tables and the words under the charts, and no code of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
import pytest
from docx import Document
from scipy.optimize import Bounds, LinearConstraint, milp

from reporting.ports import Services
from tests.golden.sample_report import sample_report

Cell = tuple[str, str]  # agreement; period or class
_TO_DATE = "Januari t/m september"
_THIS_YEAR = tuple(f"{n}e kwartaal 2026" for n in (1, 2, 3))
_CHART = re.compile(r"(?:^|\. )([^.:]+?) \(([^:]+)\): (3e kwartaal 2025: .*?)\. Jaardoel")
_MARKS = {"niet getoond": (0.0, 1e5), "minder dan 5": (1.0, 4.0)}


@dataclass(slots=True)
class Reader:
    """Ranges of cells as printed, and Σ weight × cell between two ends."""

    ranges: dict[Cell, tuple[float, float]] = field(default_factory=dict)
    rows: list[tuple[dict[Cell, float], float, float]] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)

    def see(self, cell: Cell, text: str) -> None:
        """Take a printed number or mark; other words are no count."""
        number = text.replace(".", "")
        if text in _MARKS or number.isdigit():
            self.ranges[cell] = _MARKS[text] if text in _MARKS else (float(number), float(number))

    def ends(self, cell: Cell) -> tuple[int, int]:
        """The lowest and highest whole number a cell can be."""
        place = {c: i for i, c in enumerate(self.ranges)}
        low, high = zip(*self.ranges.values(), strict=True)
        matrix = np.zeros((len(self.rows), len(place)))
        for number, (terms, _, _) in enumerate(self.rows):
            for other, weight in terms.items():
                matrix[number, place[other]] = weight
        rules = LinearConstraint(matrix, [r[1] for r in self.rows], [r[2] for r in self.rows])
        found = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(place))
            goal[place[cell]] = sign
            answer = milp(goal, integrality=np.ones(len(place), dtype=np.int8), bounds=Bounds(np.array(low), np.array(high)), constraints=rules)
            assert answer.x is not None, "what is printed contradicts itself"
            found.append(round(sign * answer.fun))
        return found[0], found[1]

    def hidden(self) -> list[Cell]:
        """The cells without a number."""
        return [cell for cell, (low, high) in self.ranges.items() if low < high]

    def reckon(self) -> None:
        """Write down how the cells hang together: classes, quarters, year to date."""
        names = {name for name, _ in self.ranges}
        for name in names:
            for kind in ("Wijk", "Leeftijd"):
                classes = [cell for cell in self.ranges if cell[0] == name and cell[1].startswith(f"{kind}: ")]
                if classes:
                    self.rows.append(({(name, _TO_DATE): 1.0} | dict.fromkeys(classes, -1.0), 0.0, 0.0))
            quarters = [(name, quarter) for quarter in _THIS_YEAR]
            if (name, _TO_DATE) not in self.ranges or any(cell not in self.ranges for cell in quarters):
                continue
            self.rows.append(({(name, _TO_DATE): 1.0} | dict.fromkeys(quarters, -1.0), -np.inf if self.units[name] == "unieke cliënten" else 0.0, 0.0))
            self.rows += [({(name, _TO_DATE): 1.0, cell: -1.0}, 0.0, np.inf) for cell in quarters]


def _tables(document: bytes) -> Iterator[list[list[str]]]:
    for table in Document(BytesIO(document)).tables:
        yield [[cell.text.split("\n")[0].strip() for cell in row.cells] for row in table.rows]


def _charts(document: bytes) -> Iterator[tuple[str, str, str]]:
    """Name, unit and quarters of each row of columns, from the words that stand for the picture."""
    for shape in Document(BytesIO(document)).element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        yield from _CHART.findall(shape.get("descr") or "")


def _read(document: bytes) -> Reader:
    reader = Reader()
    for head, *rows in _tables(document):
        if head[0] == "Afspraak":
            for row in rows:
                for column, text in zip(head, row, strict=True):
                    if column == _TO_DATE or "kwartaal" in column:
                        reader.see((row[0], column), text)
                share, goal = re.match(r"\d+", row[-1]), re.search(r"\d+", row[1])
                if share and goal and (row[0], _TO_DATE) in reader.ranges:
                    near = [(float(share[0]) + d) * float(goal[0]) / 100 for d in (-0.5, 0.5)]
                    reader.rows.append(({(row[0], _TO_DATE): 1.0}, near[0], near[1]))
        elif head[0] in ("Wijk", "Leeftijd"):
            for row in rows:
                for name, text in zip(head[1:], row[1:], strict=True):
                    reader.see((name, _TO_DATE if row[0] == "Totaal" else f"{head[0]}: {row[0]}"), text)
    for name, unit, quarters in _charts(document):
        reader.units[name] = unit
        for period, text in re.findall(r"(\de kwartaal \d{4}): ([^,]+)", quarters):
            reader.see((name, period), text)
    reader.reckon()
    return reader


@pytest.fixture(scope="module")
def document(services: Services) -> bytes:
    """The Word file."""
    return sample_report(services)


def test_no_hidden_cell_follows_from_the_printed_document(document: bytes) -> None:
    reader = _read(document)
    hidden = reader.hidden()
    assert {("Vrouwen geactiveerd", _TO_DATE), ("Nieuwe vrijwilligers", "Wijk: Sluisbuurt"), ("Nieuwe vrijwilligers", "Leeftijd: 18 tot 27 jaar")} <= set(
        hidden
    )
    assert len(reader.rows) > 25
    for cell in hidden:
        low, high = reader.ends(cell)
        assert high - low >= 3, (cell, low, high)


def test_the_same_attack_finds_a_cell_once_its_partner_is_printed(document: bytes) -> None:
    reader = _read(document)
    reader.see(("Nieuwe vrijwilligers", "Wijk: overige wijken"), "1")
    low, high = reader.ends(("Nieuwe vrijwilligers", "Wijk: Sluisbuurt"))
    assert low == high
