"""Published cells as a reader holds them: report by report, subject by subject, each cell with its lowest and highest possible value."""

from collections.abc import Mapping, Sequence

from reporting.disclosure.names import key_of
from reporting.disclosure.puzzle import ANYTHING, Range
from reporting.disclosure.readable import as_printed
from reporting.model.agreement import Unit
from reporting.model.figure import FigureKey
from reporting.model.period import Period
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

Subject = tuple[str, str, Unit]  # municipality, subject, unit
Name = tuple[str, int]  # a report and its version
Reports = dict[Subject, dict[Name, dict[FigureKey, Range]]]
_HIDDEN = (Mark.HIDDEN, Mark.FEWER)


def reports_of(published: Sequence[PublishedCell], rules: DisclosureRules) -> Reports:
    """Per subject its cells in each report and version, in order of publication. Means, shares and unknown figures are left out."""
    order = {name: number for number, name in enumerate(dict.fromkeys((c.municipality, c.report, c.version) for c in published))}
    found: Reports = {}
    for cell in sorted(published, key=lambda c: order[c.municipality, c.report, c.version]):
        key, known = key_of(cell.cell), range_of(cell, rules)
        if key is not None and known is not None and not cell.unit.is_ratio:
            subject = cell.municipality, key.subject, cell.unit
            found.setdefault(subject, {}).setdefault((cell.report, cell.version), {})[key] = known
    return found


def files_of(published: Sequence[PublishedCell], subject: Subject, reports: Mapping[Name, object]) -> list[dict[Period, str]]:
    """Per report of a subject which imports were behind each period's total, as far as it is known."""
    found: dict[Name, dict[Period, str]] = {name: {} for name in reports}
    for cell in published:
        key = key_of(cell.cell) if "files" in cell.facts else None
        if key is not None and (cell.municipality, key.subject, cell.unit) == subject:
            found[cell.report, cell.version][key.period] = cell.facts["files"]
    return list(found.values())


def range_of(cell: PublishedCell, rules: DisclosureRules) -> Range | None:
    """The lowest and highest value a cell tells by itself; None for an unknown figure. "minder dan 5" is 1-4, "niet getoond" anything."""
    if cell.value is not None:
        return known_range(cell.value, cell.unit, cell.facts.get("rounded_to"))
    if cell.mark == Mark.FEWER:
        return fewer_than(int(cell.facts.get("below", rules.threshold)), cell.unit)
    return ANYTHING if cell.mark == Mark.HIDDEN else None


def fewer_than(threshold: int, unit: Unit) -> Range:
    """What "minder dan 5" tells: 1-4, of hours more than none and less than 5."""
    return (0.05, threshold - 0.05) if unit is Unit.HOURS else (1.0, threshold - 1.0)


def known_range(value: float, unit: Unit, rounded_to: str | int | None = None) -> Range:
    """The values behind a printed number: itself, hours to one decimal, a rounded one less than its base away."""
    if rounded_to is not None:
        away = int(rounded_to) - (0.05 if unit is Unit.HOURS else 1)
        return max(0.0, value - away), value + away
    if unit is Unit.HOURS:
        return max(0.0, as_printed(value, unit) - 0.05), as_printed(value, unit) + 0.05
    return float(value), float(value)


def is_hidden(cell: PublishedCell) -> bool:
    """Whether a number stood behind the mark."""
    return cell.mark in _HIDDEN
