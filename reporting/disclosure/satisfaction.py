"""Grades and percentages: over enough answers, and never so that the others give one back.

All themes together are its themes, a year to date is its quarters: the mean of what is left out follows by subtraction. So of what
hangs together either nothing is hidden, or at least two, who together are not few answers again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reporting.disclosure.names import key_of
from reporting.disclosure.primary import sensitive, small
from reporting.model.agreement import Unit
from reporting.model.count import CountTable, Figure
from reporting.model.figure import ALL_THEMES, FigureKey, theme_grade, theme_recommend
from reporting.model.period import Period, PeriodKind, Quarter
from reporting.model.rules import DisclosureRules
from reporting.model.safe import Mark
from reporting.model.stored import PublishedCell

Family = tuple[FigureKey, tuple[FigureKey, ...]]  # the whole and its parts


@dataclass(frozen=True, slots=True)
class HiddenAnswers:
    """What may not be said of grades and percentages."""

    values: frozenset[FigureKey]
    answered: frozenset[FigureKey]
    parts: frozenset[FigureKey]  # the shares of 0-6, 7-8 and 9-10


def answers_before(published: Sequence[PublishedCell]) -> HiddenAnswers:
    """What readers know was hidden of grades and percentages: it stays hidden."""
    ratios = [(key, cell) for cell in published if cell.unit.is_ratio and (key := key_of(cell.cell)) is not None]
    return HiddenAnswers(
        frozenset(key for key, cell in ratios if cell.mark == Mark.HIDDEN),
        frozenset(key for key, cell in ratios if cell.facts.get("answered") == Mark.HIDDEN),
        frozenset(key for key, cell in ratios if cell.facts.get("part_low") == Mark.HIDDEN),
    )


def hidden_answers(table: CountTable, before: HiddenAnswers, rules: DisclosureRules) -> HiddenAnswers:
    """What to hide in a table, given what readers know was hidden before."""
    ratios = {k: f for k, f in table.figures.items() if f.unit.is_ratio and f.value is not None}
    families = tuple(families_of(ratios))

    def few(figures: Sequence[Figure]) -> bool:
        return small(sum(f.answered or 0 for f in figures), rules)

    def unsure(figures: Sequence[Figure]) -> bool:
        return sensitive(_together(figures), rules)

    def names_people(figures: Sequence[Figure]) -> bool:
        return unsure(figures) or any(small(p, rules) for p in _together(figures).parts or ())

    answered = _closed(ratios, families, before.answered, few)
    values = _closed(ratios, families, before.values | answered, unsure)
    parts = _closed({k: f for k, f in ratios.items() if f.parts is not None}, families, before.parts | values, names_people)
    return HiddenAnswers(values, answered, parts)


def families_of(figures: Mapping[FigureKey, object]) -> Iterator[Family]:
    """What adds up: the themes to all of them in a period, the quarters to the year to date."""
    for key in figures:
        for subject in (theme_grade, theme_recommend):
            if key.subject == subject(ALL_THEMES):
                themes = tuple(k for k in figures if k.period == key.period and k.subject.startswith(key.subject) and k != key)
                yield key, themes
        if key.period.kind is PeriodKind.TO_DATE:
            quarters = (FigureKey(key.subject, Period(Quarter(key.period.quarter.year, n))) for n in range(1, key.period.quarter.number + 1))
            yield key, tuple(k for k in quarters if k in figures)


def kind_of(key: FigureKey) -> str:
    """What adds up with what: the grades of all themes, their recommendations, or one agreement by itself."""
    return next((make(ALL_THEMES) for make in (theme_grade, theme_recommend) if key.subject.startswith(make(ALL_THEMES))), key.subject)


def _closed(
    figures: Mapping[FigureKey, Figure],
    families: Sequence[Family],
    start: frozenset[FigureKey],
    sure: Callable[[Sequence[Figure]], bool],
) -> frozenset[FigureKey]:
    """The hidden figures: those that are few by themselves, those of before, and wholes that would give a part away."""
    hidden = {k for k, f in figures.items() if k in start or sure([f])}
    grown = True
    while grown:
        grown = False
        for whole, parts in families:
            out = [k for k in parts if k in hidden]
            if whole in figures and whole not in hidden and out and (len(out) == 1 or sure([figures[k] for k in out])):
                hidden.add(whole)
                grown = True
    return frozenset(hidden)


def _together(figures: Sequence[Figure]) -> Figure:
    """Several figures of one kind as if they were one: answers add up."""
    answered = sum(f.answered or 0 for f in figures)
    shared = [f.parts for f in figures if f.parts is not None]
    parts = (sum(p[0] for p in shared), sum(p[1] for p in shared), sum(p[2] for p in shared)) if shared else None
    return Figure(figures[0].key, figures[0].unit, 1.0 if answered else None, answered=answered, parts=parts if figures[0].unit is Unit.RECOMMEND else None)
