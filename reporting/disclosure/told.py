"""What readers can work out of grades and percentages: the gate's side of `satisfaction`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reporting.disclosure.cells import PART_FACTS
from reporting.disclosure.doubt import SaidOf, put_together, reports_of, too_sure
from reporting.disclosure.names import families_of, key_of, kind_of, number_of
from reporting.disclosure.puzzle import overlap
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

Cells = Mapping[FigureKey, PublishedCell]


def told_answers(published: Sequence[PublishedCell], rules: DisclosureRules) -> set[str]:
    """The names of grades and percentages over too few answers that are printed, or follow from the others.

    Report after report: a cell printed more than once counts as it was printed last.
    """
    found = set()
    known: dict[FigureKey, PublishedCell] = {}
    for report in _reports(published):
        changed = [key for key, cell in report.items() if key in known and _said(known[key]) != _said(cell)]
        known = {key: cell for key, cell in known.items() if not any(_hangs_together(key, other) for other in changed)} | report
        found |= {cell.cell for cell in report.values() if _few(cell, rules)}
        for lacks in (lambda c: c.facts.get("answered") == Mark.HIDDEN, lambda c: c.facts.get("part_low") == Mark.HIDDEN):
            found |= {cell.cell for cell in _left_over(known, lacks, rules)}
    said: SaidOf = {}
    for told in reports_of(published):
        said = put_together(said, told)
        found |= {str(key) for key in too_sure(said, told, rules)}
    return found


def _reports(published: Sequence[PublishedCell]) -> Iterable[dict[FigureKey, PublishedCell]]:
    """The grades and percentages of each report, in order of publication."""
    reports: dict[tuple[str, int], dict[FigureKey, PublishedCell]] = {}
    for cell in published:
        own = reports.setdefault((cell.report, cell.version), {})
        if cell.unit.is_ratio and cell.mark != Mark.UNKNOWN and (key := key_of(cell.cell)) is not None:
            own[key] = cell
    return reports.values()


def _hangs_together(one: FigureKey, other: FigureKey) -> bool:
    """Whether one cannot stay as it was when the other changes."""
    return kind_of(one) == kind_of(other) and overlap(one.period, other.period)


def _said(cell: PublishedCell) -> tuple[object, ...]:
    return cell.value, cell.mark, *(cell.facts.get(fact) for fact in ("answered", *PART_FACTS))


def _few(cell: PublishedCell, rules: DisclosureRules) -> bool:
    """A number over few answers, or shares that together with the number of answers name 1-4 people."""
    answered = number_of(cell.facts.get("answered", ""))
    if cell.value is not None and "answered" in cell.facts and (answered is None or answered < rules.least_answers):
        return True
    shares = [number_of(cell.facts.get(name, "")) for name in PART_FACTS]
    people = [share * answered / 100 for share in shares if share is not None and answered is not None]
    return any(0.5 < p < rules.threshold - 0.5 for p in people) or (answered is not None and 0 < answered < rules.threshold)


def _left_over(cells: Cells, lacks: Callable[[PublishedCell], bool], rules: DisclosureRules) -> Iterator[PublishedCell]:
    """The hidden parts of a printed whole that subtraction gives back: one alone, or several with few answers together."""
    for whole, parts in families_of(cells):
        out = [cells[k] for k in parts if lacks(cells[k])]
        if whole not in cells or lacks(cells[whole]) or not out:
            continue
        counts = [number_of(cells[k].facts.get("answered", "")) for k in (whole, *(k for k in parts if not lacks(cells[k])))]
        known = [n for n in counts if n is not None]
        rest = known[0] - sum(known[1:]) if len(known) == len(counts) else float("inf")
        if len(out) == 1 or rest < (rules.threshold if out[0].facts.get("answered") == Mark.HIDDEN else rules.least_answers):
            yield from out
