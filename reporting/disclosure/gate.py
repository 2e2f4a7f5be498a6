"""The gate before a report may be vastgesteld: its input is what readers have, not what the protector thinks."""

from collections.abc import Sequence

from reporting.disclosure.editions import files_of, is_hidden, reports_of
from reporting.disclosure.puzzle import Builder
from reporting.disclosure.readers import Readers
from reporting.disclosure.told import told_answers
from reporting.model.figure import Status
from reporting.model.rules import DisclosureRules
from reporting.model.stored import PublishedCell


def exposed(published: Sequence[PublishedCell], rules: DisclosureRules, already: Sequence[PublishedCell] = ()) -> tuple[str, ...]:
    """The names of cells of which a reader of everything published knows too much, in alphabetical order.

    Printed small counts, hidden totals with a share or status beside them, and every hidden count, printed nowhere or not, that the
    other cells narrow to fewer whole numbers than the rules ask. `already` is the part that is with readers whatever happens: what
    that alone gives away (small counts from before this tool, or from a lower threshold) is left out.
    """
    found = _exposed([*already, *published], rules)
    return tuple(sorted(found - _exposed(already, rules) if found and already else found))


def _exposed(published: Sequence[PublishedCell], rules: DisclosureRules) -> set[str]:
    found = {c.cell for c in published if _tells(c, rules)}
    for subject, reports in reports_of(published, rules).items():
        puzzle = Builder(subject[2], list(reports.values())).puzzle
        readers = Readers(puzzle)
        narrowed = readers.narrowed(rules)
        if readers.puzzled:  # something was corrected unseen: then readers who know which files changed know more
            puzzle = Builder(subject[2], list(reports.values()), files=files_of(published, subject, reports)).puzzle
            narrowed = Readers(puzzle).narrowed(rules)
        for cell, (low, high) in narrowed.items():
            key, state = puzzle.places[cell]
            if state >= 0 or (low > 0 and high < rules.threshold):  # what is printed nowhere must be small for certain
                found.add(str(key))
    for municipality in {c.municipality for c in published}:
        found |= told_answers([c for c in published if c.municipality == municipality], rules)
    return found


def _tells(cell: PublishedCell, rules: DisclosureRules) -> bool:
    """What gives a count away without any arithmetic."""
    if cell.value is not None and not cell.unit.is_ratio:
        return "rounded_to" not in cell.facts and 0 < cell.value < rules.threshold
    share = cell.facts.get("share", "")
    return is_hidden(cell) and (cell.facts.get("status") in set(Status) or share[:1].isdigit())
