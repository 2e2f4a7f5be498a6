"""From raw figures to protected ones."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from reporting.disclosure.merge import merged
from reporting.disclosure.primary import sensitive, small_marks
from reporting.disclosure.safe import safe_table
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeTable
from reporting.model.stored import PublishedCell


class Why(StrEnum):
    """Why a cell is hidden. For who may see raw figures only: it is never in a document."""

    SMALL = "small"
    PARTNER = "partner"


def protect(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules) -> tuple[SafeTable, ...]:
    """The tables as they may leave the house after all that was published, in the order given."""
    return tuple(safe_table(raw, marks, {}, rules) for raw, marks in _protected(tables, published, rules))


def reasons(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules) -> Mapping[FigureKey, Why]:
    """Why each hidden cell is hidden. Only for roles that may see raw figures."""
    found: dict[FigureKey, Why] = {}
    for raw, marks in _protected(tables, published, rules):
        found |= {key: Why.SMALL if sensitive(raw.figures[key], rules) else Why.PARTNER for key in marks}
    return found


def _protected(tables: Sequence[CountTable], published: Sequence[PublishedCell], rules: DisclosureRules) -> list[tuple[CountTable, dict[FigureKey, Mark]]]:
    before = {cell.cell for cell in published if cell.mark in (Mark.HIDDEN, Mark.FEWER)}
    done = []
    for table in tables:
        raw = merged(table, rules)
        marks = small_marks(raw, rules)
        marks |= {key: Mark.HIDDEN for key, figure in raw.figures.items() if str(key) in before and key not in marks and figure.value is not None}
        done.append((raw, marks))
    return done
