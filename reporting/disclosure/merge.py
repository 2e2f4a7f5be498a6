"""Merge before hiding: only the classes on the year's fixed list are shown, the rest is taken together, and everything adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reporting.model.count import CountTable, Figure
from reporting.model.figure import UNKNOWN_CLASS, Breakdown, Dimension, FigureKey
from reporting.model.period import Period, PeriodKind
from reporting.model.rules import OTHER_AGES, OTHER_DISTRICTS, DisclosureRules

OTHERS: Mapping[Dimension, str] = {Dimension.DISTRICT: OTHER_DISTRICTS, Dimension.AGE: OTHER_AGES}


def merged(table: CountTable, rules: DisclosureRules, *, every_period: bool = False) -> CountTable:
    """The table with its classes merged, and with broken-down figures of this quarter and the year to date only (unless `every_period`).

    Every class that occurs anywhere has a figure wherever the total could be counted: 0 where nobody was registered. Earlier
    quarters were broken down in their own reports; printing them again would only help who wants to subtract.
    """
    districts = _labels(table, Dimension.DISTRICT, table.districts, rules)
    ages = _labels(table, Dimension.AGE, table.age_classes, rules)
    figures = {key: figure for key, figure in table.figures.items() if key.breakdown is None}
    classes = _classes(table)
    for key, figure in list(figures.items()):
        if not every_period and key.period not in (Period(table.quarter), Period(table.quarter, PeriodKind.TO_DATE)):
            continue
        for dimension, labels in ((Dimension.DISTRICT, districts), (Dimension.AGE, ages)):
            figures |= _broken_down(classes.get((key.subject, key.period, dimension), {}), key, figure, dimension, labels)
    return replace(table, figures=figures, districts=districts, age_classes=ages)


def shown_labels(labels: Sequence[str], year: int, dimension: Dimension, rules: DisclosureRules) -> tuple[str, ...]:
    """The classes of a year's tables: those on the list in the order given, then the rest together where there is a rest."""
    chosen = rules.shown.get((year, dimension))
    if chosen is None:
        return tuple(labels)
    kept = tuple(label for label in labels if label in chosen)
    return kept if len(kept) == len(labels) else (*kept, OTHERS[dimension])


def _labels(table: CountTable, dimension: Dimension, labels: Sequence[str], rules: DisclosureRules) -> tuple[str, ...]:
    found = {k.breakdown.label for k in table.figures if k.breakdown is not None and k.breakdown.dimension is dimension}
    every = [*labels, *sorted(found - set(labels) - {UNKNOWN_CLASS})]
    unknown = (UNKNOWN_CLASS,) if UNKNOWN_CLASS in found else ()
    return (*shown_labels(every, table.quarter.year, dimension, rules), *unknown)


def _classes(table: CountTable) -> Mapping[tuple[str, Period, Dimension], Mapping[str, Figure]]:
    """The classes of every total, by label."""
    found: dict[tuple[str, Period, Dimension], dict[str, Figure]] = {}
    for key, part in table.figures.items():
        if key.breakdown is not None:
            found.setdefault((key.subject, key.period, key.breakdown.dimension), {})[key.breakdown.label] = part
    return found


def _broken_down(parts: Mapping[str, Figure], total: FigureKey, figure: Figure, dimension: Dimension, labels: Iterable[str]) -> dict[FigureKey, Figure]:
    """The classes of one total, taken together where they are not shown; empty where there are none or it could not be counted."""
    if not parts or figure.value is None:
        return {}
    others = [part for label, part in parts.items() if label not in set(labels)]
    found: dict[FigureKey, Figure] = {}
    for label in labels:
        key = FigureKey(total.subject, total.period, Breakdown(dimension, label))
        own = parts.get(label)
        found[key] = own if own is not None and label != OTHERS[dimension] else _together(key, figure, others if label == OTHERS[dimension] else ())
    return found


def _together(key: FigureKey, like: Figure, parts: Sequence[Figure]) -> Figure:
    """Classes taken as one: a client counts in one class only, so counts add up."""
    clients = None if any(p.clients is None for p in parts) else sum(p.clients or 0 for p in parts)
    batches = tuple(dict.fromkeys(batch for p in parts for batch in p.batches))
    return Figure(key, like.unit, sum(p.value or 0 for p in parts), clients=clients, rows=sum(p.rows for p in parts), batches=batches)
