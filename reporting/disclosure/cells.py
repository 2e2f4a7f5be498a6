"""What a report tells its readers, cell by cell: the memory that later reports are protected with."""

from collections.abc import Collection

from reporting.disclosure.readable import in_reports
from reporting.model.figure import FigureKey
from reporting.model.period import Period, PeriodKind
from reporting.model.safe import Mark, SafeCell, SafeFigure, SafeTable
from reporting.model.stored import PublishedCell

PART_FACTS = ("part_low", "part_middle", "part_high")


def cells_of(table: SafeTable, report: str, version: int, keys: Collection[FigureKey] | None = None) -> tuple[PublishedCell, ...]:
    """The cells of a protected table as readers see them: all that documents can print, or with `keys` those that are really in one.

    `facts` hold what else is said of the cell: rounded_to, below, asks, share, status, answered, asked, part_low, part_middle, part_high
    (a number or a mark, as text), and files: which imports were behind it.
    """
    figures = table.figures.items()
    chosen = [f for k, f in figures if (in_reports(k, f.unit, table.quarter) if keys is None else k in keys)]
    return tuple(_published(table, figure, report, version) for figure in chosen)


def _published(table: SafeTable, figure: SafeFigure, report: str, version: int) -> PublishedCell:
    facts: dict[str, str] = {"files": figure.files} if figure.files else {}
    if table.rounded_to is not None and not figure.unit.is_ratio:
        facts["rounded_to"] = str(table.rounded_to)
    for name, cell in (("asked", figure.asked), ("answered", figure.answered), *zip(PART_FACTS, figure.parts or (), strict=False)):
        if cell is not None:
            facts[name] = _text(cell)
    verdict = table.verdicts.get(figure.key.subject)
    if verdict is not None and figure.key == FigureKey(figure.key.subject, Period(table.quarter, PeriodKind.TO_DATE)):
        facts["share"] = _text(verdict.share)
        if verdict.asks is not None:
            facts["asks"] = str(verdict.asks)
        if verdict.status is not None:
            facts["status"] = verdict.status.value
    if figure.cell.mark is Mark.FEWER:
        facts["below"] = str(table.threshold)
    mark = None if figure.cell.mark is None else figure.cell.mark.value
    return PublishedCell(table.municipality.key, str(figure.key), figure.unit, figure.cell.value, mark, report, version, facts)


def _text(cell: SafeCell) -> str:
    return str(cell.value) if cell.value is not None else str(cell.mark)
