"""Which districts and age classes to show by themselves: proposed from last year's counts, confirmed by a person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reporting.disclosure.merge import merged
from reporting.disclosure.primary import small
from reporting.disclosure.protect import protect
from reporting.model.count import CountTable
from reporting.model.figure import UNKNOWN_CLASS, Dimension
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark, SafeTable
from reporting.model.stored import PublishedCell

_MOST = {Dimension.DISTRICT: 20, Dimension.AGE: 12}
_OFTEN_SMALL = 0.2  # a class that is small in more than this share of the figures goes to the rest


@dataclass(frozen=True, slots=True)
class Saving:
    """What merging would save: cells hidden now, and with the proposed list."""

    hidden: int
    hidden_merged: int
    shown: tuple[str, ...]


def propose_shown(last_year: CountTable, dimension: Dimension, rules: DisclosureRules) -> tuple[str, ...]:
    """The classes to show by themselves in the coming contract year, in the order of the table.

    Shown is a class that is seldom small, at most 20 districts, the largest first. The rest is never one class alone: that would be
    the same class under another name.
    """
    labels = last_year.districts if dimension is Dimension.DISTRICT else last_year.age_classes
    counts: dict[str, list[float]] = {label: [] for label in labels if label != UNKNOWN_CLASS}
    for key, figure in merged(last_year, replace(rules, shown={}), every_period=True).figures.items():
        if key.breakdown is not None and key.breakdown.dimension is dimension and key.breakdown.label in counts and figure.value is not None:
            counts[key.breakdown.label].append(figure.value)
    known = {label: own for label, own in counts.items() if any(own)}
    seldom = [label for label, own in known.items() if sum(small(v, rules) for v in own) <= _OFTEN_SMALL * sum(v > 0 for v in own)]
    by_size = sorted(seldom, key=lambda label: (-sum(known[label]), label))[: _MOST[dimension]]
    if len(counts) - len(by_size) == 1 and len(by_size) > 1:
        by_size = by_size[:-1]
    return tuple(label for label in counts if label in by_size)


def saved_by_merging(table: CountTable, published: Sequence[PublishedCell], dimension: Dimension, rules: DisclosureRules, hidden: int) -> Saving:
    """How many of the `hidden` cells of this table the proposed list would keep from being hidden."""
    shown = propose_shown(table, dimension, rules)
    before = rules.shown.get((table.quarter.year, dimension))
    if before == shown:
        return Saving(hidden, hidden, shown)
    other = replace(rules, shown={**rules.shown, (table.quarter.year, dimension): shown})
    return Saving(hidden, _hidden(protect([table], published, other)[0]), shown)


def _hidden(table: SafeTable) -> int:
    return sum(figure.cell.mark in (Mark.HIDDEN, Mark.FEWER) for figure in table.figures.values())
